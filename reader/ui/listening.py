"""Lets a voice say a sentence, beside the book and without moving its place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.background import CancelToken, Task
from reader.books.passing import book_of
from reader.language.spoken.style import SpokenStyle
from reader.speech.engine import Samples, Voice
from reader.ui.tasks import Courier

if TYPE_CHECKING:
    from reader.narration.utterance import Utterance
    from reader.speech.speaker import Speaker
    from reader.ui.desk import Desk


class Listening(QObject):
    """Says one thing at a time, through the desk's voices and sound."""

    ended = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._courier = Courier(self)
        self._task: Task[None] | None = None
        self._goes_on = False

    @property
    def running(self) -> bool:
        """Whether something is being said."""
        return self._task is not None

    def start(self, voice: Voice, sentence: str) -> None:
        """Let `voice` say `sentence` instead of what is being said; a book read aloud pauses."""
        self.stop()
        self._pause_book()
        style = SpokenStyle.of(self._desk.settings.spoken)
        self._begin(_utterances(sentence, voice, style), rate=1.0)

    def read(self, utterances: Iterator[Utterance]) -> None:
        """Speak `utterances` of the open book, at its rate, instead of what is being said.

        A book read aloud pauses meanwhile, and goes on from where it was.
        """
        goes_on = self._goes_on
        self.stop()
        self._goes_on = self._pause_book() or goes_on
        self._begin(utterances, rate=self._desk.settings.rate)

    def stop(self) -> None:
        """Fall silent; the book does not go on by itself."""
        self._goes_on = False
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self.ended.emit()

    def _pause_book(self) -> bool:
        session = self._desk.session
        playing = session is not None and session.playing
        if playing:
            self._desk.play()
        return playing

    def _begin(self, utterances: Iterator[Utterance], *, rate: float) -> None:
        desk, speaker = self._desk, self._desk.speaker

        def work(token: CancelToken) -> None:
            from reader.playback.sounding import play, stretched

            with closing(desk.sound.output(desk.settings)) as output, ExitStack() as ours:
                speaking = speaker or ours.enter_context(closing(desk.new_speaker()))
                volume = desk.settings.volume
                sound = stretched(_sound(speaking, utterances, token), rate)
                play((samples * volume for samples in sound), output, token)

        task = self._courier.run(
            work,
            name="let a voice speak",
            done=lambda _: self._over(task),
            failed=lambda error: self._failed(task, error),
        )
        self._task = task

    def _over(self, task: Task[None]) -> None:
        if task is not self._task:  # another has begun meanwhile
            return
        self._task = None
        goes_on, self._goes_on = self._goes_on, False
        if goes_on:
            self._desk.play()
        self.ended.emit()

    def _failed(self, task: Task[None], error: BaseException) -> None:
        if task is self._task:
            self._goes_on = False
            self._over(task)
            self.failed.emit(error)


def _sound(
    speaker: Speaker, utterances: Iterator[Utterance], token: CancelToken
) -> Iterator[Samples]:
    for utterance in utterances:
        for chunk in speaker.speak(utterance, token, urgent=True):
            yield chunk.samples


def _utterances(sentence: str, voice: Voice, style: SpokenStyle) -> Iterator[Utterance]:
    """`sentence` as a book would be read, every word of it by `voice` if it can."""
    from reader.narration.narrator import Narrator
    from reader.narration.timeline import Timeline
    from reader.narration.utterance import Span

    book = book_of(sentence)
    narrator = Narrator(book, style)
    for passage in Timeline(book).passages(0):
        utterance = narrator.utterance(passage)
        items = (
            replace(item, voice=voice.name) if isinstance(item, Span) else item
            for item in utterance.items
        )
        yield replace(utterance, items=tuple(items))
