"""The reading desk: the open book with its voice and sound, as signals for the window.

Reading a file, loading a voice and opening a device happen on threads of their own; what
comes of them arrives here, on Qt's thread.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.background import CancelToken, Task
from reader.books.model import Book
from reader.navigation.place import Position, clamped
from reader.search.results import Hit
from reader.search.standing import where
from reader.session import PlaceMoved, PlaceNotSaved, ReadingSession
from reader.settings import Settings
from reader.ui.cast_finder import CastFinder
from reader.ui.jobs import Jobs
from reader.ui.listening import Listening
from reader.ui.opening import Opener, ReadBook
from reader.ui.parting import Parting
from reader.ui.sound import SoundSystem
from reader.ui.tasks import Courier

if TYPE_CHECKING:
    from reader.library.store import Library
    from reader.playback.output import AudioOutput
    from reader.speech.speaker import Speaker

_PARTING = 1.0
"""Seconds in which a voice may end at the end of the program; then it is left to itself."""


class Desk(QObject):
    """Holds the open session; one book at a time."""

    opening = Signal(Path)
    opening_progress = Signal(float)
    opening_ended = Signal(bool)
    """Whether the book is there."""
    opened = Signal()
    closed = Signal()
    ending = Signal()
    """The program ends: what is being written has to be kept now."""
    moved = Signal(object)
    """A :class:`~reader.narration.passage.Passage`: the place, moved by key or by voice."""
    place_wanted = Signal(object)
    """A :class:`~reader.navigation.place.Position` in the open book, to be gone to."""
    passage_gone = Signal()
    """The words of a passage that was to be gone to are not in this edition of the book."""
    word_spoken = Signal(int, int)
    """Where in its chapter the word begins and ends that is being heard."""
    state_changed = Signal()
    finished = Signal()
    slept = Signal()
    """The sleep timer has paused the reading."""
    failed = Signal(object)
    """An exception to be shown."""
    device_lost = Signal(str)
    """The sound goes on through the system's choice, for this device is gone; empty: that was
    the system's choice, too."""
    noticed = Signal(object)
    """Something to be told once, such as a voice that is not installed; Qt's own strings would
    forget what a :class:`~reader.messages.Message` is made of."""

    def __init__(
        self,
        settings: Settings,
        library: Library | None,
        *,
        sound: SoundSystem | None = None,
        read_book: ReadBook | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self.library = library
        self.session: ReadingSession | None = None
        self.speaker: Speaker | None = None
        self.sound = sound or SoundSystem()
        self._courier = Courier(self)
        self._opener = Opener(self._begin_session, read_book, self)
        self._opener.begun.connect(self.opening)
        self._opener.progress.connect(self.opening_progress)
        self._opener.ended.connect(self.opening_ended)
        self._opener.opened.connect(self._opened)
        self._opener.failed.connect(self.failed)
        self._preparing: Task[None] | None = None
        self._closing: Task[None] | None = None
        self._parting = Parting()
        self._current: CancelToken | None = None
        self._wanted: Position | Hit | None = None
        self.listening = Listening(self, self)
        """Says what is no part of the reading; one thing at a time."""
        self.cast_finder = CastFinder(self, self)
        self.jobs = Jobs()
        """What writes files beside the listening."""
        for gone in (self.opened, self.closed):
            gone.connect(self.listening.stop)

    # The book

    def open(self, path: Path, *, play: bool = False, at: Position | Hit | None = None) -> None:
        """Read the file at `path` and put it in place of the open book, `at` a place in it."""
        self._wanted = at
        if at is not None and self.session is not None and self.session.path == path:
            self.cancel_opening()
            self._go_to_wanted(self.session.book)
        else:
            self._opener.open(path, play=play)

    def cancel_opening(self) -> None:
        """Leave off reading a file; the open book stays."""
        self._opener.cancel()

    def close_book(self) -> None:
        """Put the book away; its place is saved."""
        if self._put_away():
            self.closed.emit()

    def close(self) -> None:
        """Put everything away; the end of the program.

        A voice that is just being loaded is not waited for: see :attr:`loading`.
        """
        self.ending.emit()
        self.jobs.cancel()
        self.cancel_opening()
        self.cast_finder.cancel()
        self.listening.stop()
        self._put_away()
        self._parting.wait()
        if self.speaker is not None and not self.loading:
            self._close_beside(self.speaker).join(_PARTING)
        self.speaker = None
        self.jobs.wait()

    def await_parting(self) -> None:
        """Wait until the places of the books that were put away are written; on no Qt thread."""
        self._parting.wait()

    @property
    def loading(self) -> bool:
        """Whether a thread is at work in a voice's or a device's own library."""
        tasks = (self._preparing, self._closing)
        return self.jobs.running or any(task is not None and not task.done for task in tasks)

    # Sound

    def prepare(self) -> None:
        """Get voice and device ready in the background, if they are not."""
        session = self.session
        if session is None or session.attached or self._preparing is not None:
            return

        def work(_token: CancelToken) -> None:
            self._attach(session)

        self._preparing = self._courier.run(
            work,
            name="prepare sound",
            done=lambda _: self._prepared(),
            failed=lambda error: self._no_sound(session, error),
        )

    def play(self, *, at: tuple[int, int] | None = None) -> None:
        """Toggle playing, or play from (chapter, offset)."""
        if self.session is None:
            return
        if at is not None:
            self.session.play_from(*at)
        else:
            self.session.toggle()
        if self.session.waiting:
            self.prepare()
        self.state_changed.emit()

    def stop(self) -> None:
        """Fall silent."""
        if self.session is not None:
            self.session.stop()
            self.state_changed.emit()

    def new_speaker(self) -> Speaker:
        """A speaker of one's own, for a job beside the listening."""
        return self.sound.speaker(self.settings, self._courier.wrap(self.noticed.emit))

    def renew_speaker(self) -> None:
        """Have a voice that was installed just now speak from now on.

        The speaker until now is closed on a thread of its own, because that waits for the
        voice that is just speaking or being loaded.
        """
        speaker, self.speaker = self.speaker, None
        if speaker is not None:
            self._close_beside(speaker)
        self.renew_output()

    def renew_output(self) -> None:
        """Have what was chosen just now sound from now on, without losing the place."""
        session = self.session
        if session is None:
            return
        playing = session.playing
        session.detach()
        if playing:
            session.play()
        self.prepare()
        self.state_changed.emit()

    def _close_beside(self, speaker: Speaker) -> Task[None]:
        """Close `speaker` when no thread is at work in it any more."""
        before = (self._preparing, self._closing)

        def work(_token: CancelToken) -> None:
            for task in before:
                if task is not None:
                    task.join()
            speaker.close()

        self._closing = Task(work, name="close voices")
        return self._closing

    # On worker threads

    def _begin_session(self, book: Book, path: Path, token: CancelToken) -> ReadingSession:
        self._parting.wait()  # it may be the same book, whose place is still being written
        return ReadingSession(
            book,
            path,
            library=self.library,
            settings=self.settings,
            on_event=self._courier.wrap(partial(self._event, token)),
        )

    def _another_output(self) -> AudioOutput:
        """The system's choice, when the chosen device is gone."""
        return self.sound.output(self.settings.changed(output_device=None))

    def _attach(self, session: ReadingSession) -> None:
        self._parting.wait()  # the book before may still have the device
        session.await_release()
        speaker = self.speaker or self.new_speaker()
        self.speaker = speaker
        settings = self.settings
        output = self.sound.output(settings)
        self._courier.post(lambda: self._ready(session, speaker, output, settings))
        speaker.warm_up(session.book.language)
        for voice in session.cast_voices:
            speaker.warm_up(session.book.language, voice)

    # On Qt's thread

    def _put_away(self) -> bool:
        """Put the session away; a voice that cannot be interrupted is waited for beside."""
        session, self.session = self.session, None
        if session is not None:
            self._parting.begin(session)
        return session is not None

    def _keep_sleep_timer(self, later: ReadingSession) -> None:
        """A timer set in one book goes on in the next."""
        remaining = self.session.sleep_remaining if self.session is not None else None
        if remaining is not None:
            later.sleep_in(remaining / 60)

    def _prepared(self) -> None:
        """Ready; and should another book have been opened meanwhile, get that one ready."""
        self._preparing = None
        self.prepare()

    def _ready(
        self, session: ReadingSession, speaker: Speaker, output: AudioOutput, made_for: Settings
    ) -> None:
        """Give the session its sound, unless another book or device was chosen meanwhile."""
        if (
            session is not self.session
            or speaker is not self.speaker
            or made_for.output_device != self.settings.output_device
            or made_for.output_buffer != self.settings.output_buffer
        ):
            output.close()
            return
        session.attach(speaker, output, self._another_output)
        self.state_changed.emit()

    def _no_sound(self, session: ReadingSession, error: BaseException) -> None:
        """Tell it only if somebody wants to hear: the book can be read by eye."""
        self._preparing = None
        if session is not self.session:
            self.prepare()
        elif session.waiting:
            session.stop()
            self.state_changed.emit()
            self.failed.emit(error)

    def _opened(self, session: ReadingSession, token: CancelToken, play: bool) -> None:
        self._keep_sleep_timer(session)
        self._put_away()
        self.session = session
        self._current = token
        self.opened.emit()
        self._go_to_wanted(session.book)
        if play:
            self.play()

    def _go_to_wanted(self, book: Book) -> None:
        wanted = self._wanted
        if isinstance(wanted, Hit):
            place, there = where(book, wanted)
            self.place_wanted.emit(place)
            if not there:
                self.passage_gone.emit()
        elif wanted is not None:
            self.place_wanted.emit(clamped(book, wanted))

    def _event(self, opening: CancelToken, event: object) -> None:
        """What the session of that `opening` tells; late news of a closed book are dropped."""
        from reader.playback.events import (
            Failed,
            Finished,
            OutputChanged,
            PassageStarted,
            Slept,
            StateChanged,
            WordStarted,
        )

        if isinstance(event, PlaceNotSaved):
            self.failed.emit(event.error)
        if opening is not self._current or self.session is None:
            return
        match event:
            case PlaceMoved(passage=passage) | PassageStarted(passage=passage):
                self.moved.emit(passage)
            case StateChanged():
                self.state_changed.emit()
            case WordStarted(start=start, end=end):
                self.word_spoken.emit(start, end)
            case Finished():
                self.finished.emit()
            case Slept():
                self.slept.emit()
            case OutputChanged(lost=lost):
                self.device_lost.emit(lost if self.settings.output_device else "")
            case Failed(error=error):
                self.failed.emit(error)
