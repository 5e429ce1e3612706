"""One open book: where the reader is, the player that reads on from there, and the place kept.

A session knows no window and opens no device. It can be read by eye and moved through
before any voice is ready; :meth:`ReadingSession.attach` gives it its sound later.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from reader.background import Task
from reader.books.model import Book, Chapter
from reader.direction import Direction
from reader.errors import LibraryError
from reader.narration.passage import Passage
from reader.navigation.measure import Extent
from reader.navigation.place import Position
from reader.place_keeper import PlaceKeeper
from reader.place_memory import PlaceMemory
from reader.playback.moving import Moving
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.library.store import Library
    from reader.narration.pauses import Pauses
    from reader.narration.skipping import Skipping
    from reader.playback.output import AudioOutput
    from reader.speech.speaker import Speaker


@dataclass(frozen=True, kw_only=True)
class PlaceMoved:
    """The reader moved to `passage` by a command (not by reading on)."""

    passage: Passage


@dataclass(frozen=True, kw_only=True)
class PlaceNotSaved:
    """The library refused the place; told once a session."""

    error: LibraryError


OnEvent: TypeAlias = Callable[[Any], None]
"""Takes a :class:`PlaceMoved`, a :class:`PlaceNotSaved` or one of the player's events."""


class ReadingSession(Moving):
    """One open book, its place and, once attached, its player.

    `on_event` is called on whatever thread the event happens on. Without a `library` the
    place is not remembered. Methods never block, but for :meth:`close` and, until a player that
    was given up has let go, :meth:`attach`.
    """

    def __init__(
        self,
        book: Book,
        path: Path,
        *,
        library: Library | None,
        settings: Settings,
        on_event: OnEvent,
    ) -> None:
        from reader.language.spoken.style import SpokenStyle
        from reader.narration.narrator import Narrator
        from reader.narration.pauses import Pauses
        from reader.narration.skipping import Skipping
        from reader.narration.stress import Stress
        from reader.narration.timeline import Timeline

        self.path = path
        skipping = Skipping(level=settings.skip, images=settings.images)
        super().__init__(Timeline(book, skipping), rate=settings.rate, volume=settings.volume)
        self.book = book
        self.narrator = Narrator(
            book, SpokenStyle.of(settings.spoken), Pauses.of(settings), skipping
        )
        self._on_event = on_event
        self._extent = Extent(book)
        self._releasing: Task[bool] | None = None
        self._memory = PlaceMemory(book, path, library, on_problem=self._not_saved)
        self._passage = self._first()
        self.direction = Direction(
            book,
            self._memory.library,
            settings,
            on_change=self._directed,
            on_problem=self._not_saved,
        )
        self.narrator.stress = Stress.of(settings)
        self.narrator.voice_called = self.direction.voice_called
        self.timeline.is_silent = self.narrator.is_silent
        self._directed()
        self._keeper = PlaceKeeper(self._memory.save, on_error=self._not_saved)
        self.set_study(settings.study)
        self.set_cues(settings.cues)

    # Where the reader is

    @property
    def chapter(self) -> Chapter:
        """The chapter of the present passage."""
        return self.book.chapters[self._passage.chapter if self._passage else 0]

    @property
    def sentence(self) -> str:
        """The present passage as it is written; empty in a book without text."""
        if self._passage is None:
            return ""
        return self.chapter.text[self._passage.start : self._passage.end]

    @property
    def fraction(self) -> float:
        """How much of the book lies before the present passage, 0 to 1."""
        return self._extent.fraction(_start(self._passage)) if self._passage is not None else 0.0

    def seconds_left(self, whole_book: bool) -> float | None:
        """About how long the rest of the book or of the chapter is heard; None without text.

        It follows what was heard of the book, and the rate.
        """
        if self._passage is None:
            return None
        place, extent = _start(self._passage), self._extent
        in_book = extent.characters - extent.before(place)
        return self._seconds(in_book if whole_book else extent.left_in_chapter(place))

    # Sound

    def attach(
        self,
        speaker: Speaker,
        output: AudioOutput,
        another_output: Callable[[], AudioOutput] | None = None,
    ) -> None:
        """Give the session its sound; begins to play if that was asked for meanwhile.

        `another_output` opens, on the player's thread, the device to go on with if that of
        `output` is lost.
        """
        from reader.playback.player import Player

        def tell(event: object) -> None:
            if player is self._player:  # what one that was given up still tells is late
                self._heard(event)

        self.await_release()
        self.set_voices(speaker)
        player = Player(self.timeline, self.narrator.utterance, speaker, output, on_event=tell)
        if another_output is not None:
            player.set_another_output(another_output)
        self._give(player)
        if self._waiting:
            self.play()

    def detach(self) -> None:
        """Fall silent; speaker and device are given back soon, and the place stays."""
        player = self._player
        self._give(None)
        self._waiting = False
        self._sought = None
        if player is not None:
            self._releasing = Task(lambda _token: player.close(), name="close player")

    def await_release(self) -> None:
        """Wait until a player that was given up has let go of the device, and of the voice.

        That takes seconds where the voice cannot be interrupted; one that takes still longer
        is left to itself.
        """
        if self._releasing is not None:
            self._releasing.join()

    def play(self, passage: Passage | None = None) -> None:
        """Read aloud from `passage`, or from the present place."""
        if passage is not None:
            self._move_to(passage)
        if self._player is None:
            self._waiting = True
            return
        self._waiting = False
        self._player.play(self._passage)

    def play_from(self, chapter: int, offset: int) -> None:
        """Read aloud from the sentence at `offset` of `chapter`."""
        passage = self.timeline.at(chapter, offset, spoken_only=False)
        if passage is not None:
            self.play(passage)

    def toggle(self) -> None:
        """Pause while playing, go on while paused, begin while stopped."""
        if self._waiting:
            self._waiting = False
        elif self._player is None or self.stopped:
            self.play()
        else:
            self._player.toggle()

    def stop(self) -> None:
        """Fall silent; the place stays at the sentence that was heard."""
        self._waiting = False
        if self._player is not None:
            self._player.stop()

    # How it sounds

    def set_pauses(self, pauses: Pauses) -> None:
        """How long it is silent after what, from the next sentence on."""
        self.narrator.pauses = pauses
        self._plan_anew()

    def set_skipping(self, skipping: Skipping) -> None:
        """What is left unread, from the next sentence on."""
        self.timeline.skipping = self.narrator.skipping = skipping
        self._plan_anew()

    def set_voices(self, speaker: Speaker) -> None:
        """Cast the voices that `speaker` has, beside the one in which it reads the book."""
        self.direction.set_voices(speaker.voices(), speaker.voice_for(self.book.language))

    @property
    def cast_voices(self) -> frozenset[str]:
        """The names of the voices that characters have, as far as that is known."""
        cast = self.direction.cast
        roles = cast.roles.values() if cast is not None else ()
        return frozenset(role.voice for role in roles if role.voice is not None)

    def set_expression(self, settings: Settings) -> None:
        """How characters, feelings, emphasis and numbers sound, from the next sentence on."""
        from reader.language.spoken.style import SpokenStyle
        from reader.narration.stress import Stress

        self.narrator.stress = Stress.of(settings)
        self.narrator.style = SpokenStyle.of(settings.spoken)
        self.direction.set_settings(settings)

    def close(self) -> None:
        """Stop, give the device back and write the place."""
        self.detach()
        self.await_release()
        self._keeper.close()

    # Inside

    def _directed(self) -> None:
        """Speak by what is directed now, from the next sentence on."""
        self.narrator.directors = self.direction.directors
        self.narrator.rewriting = self.direction.script
        self._plan_anew()

    def _not_saved(self, error: LibraryError) -> None:
        self._on_event(PlaceNotSaved(error=error))

    def _move_to(self, passage: Passage) -> None:
        self._passage = passage
        self._keeper.keep(passage)
        self._on_event(PlaceMoved(passage=passage))

    def _heard(self, event: object) -> None:
        from reader.playback.events import Finished, PassageMoved, PassageStarted

        if isinstance(event, Finished):
            self._memory.finish()
        if isinstance(event, PassageMoved):
            if self._sought is None:
                self._move_to(event.passage)  # by a jump, whose end the player alone knows
            elif event.passage == self._sought:
                self._sought = None
        if isinstance(event, PassageStarted):
            # What still sounded when the listener moved on must not take the place back.
            if self.stopped or self._sought not in (None, event.passage):
                return
            self._sought = None
            self._passage = event.passage
            self._keeper.keep(event.passage)
        self._on_event(event)

    def _first(self) -> Passage | None:
        """The sentence at which reading stopped, or the first."""
        from reader.narration.timeline import Timeline

        where, found = self._memory.position(), None
        if where is not None:
            found = self.timeline.at(where.chapter, where.offset, spoken_only=False)
        # A book of which all is to be left unread can still be looked at.
        return found or self.timeline.first() or Timeline(self.book).first()


def _start(passage: Passage) -> Position:
    return Position(passage.chapter, passage.start)
