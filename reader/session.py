"""One open book: where the reader is, the player that reads on from there, and the place kept.

A session knows no window and opens no device. It can be read by eye and moved through
before any voice is ready; :meth:`ReadingSession.attach` gives it its sound later.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from reader.books.model import Book, Chapter
from reader.errors import LibraryError
from reader.narration.passage import Passage
from reader.place_keeper import PlaceKeeper
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.library.store import Library, Place
    from reader.playback.output import AudioOutput
    from reader.playback.player import Player
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


class ReadingSession:
    """One open book, its place and, once attached, its player.

    `on_event` is called on whatever thread the event happens on. Without a `library` the
    place is not remembered. Methods never block, but for :meth:`close`.
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
        from reader.narration.timeline import Timeline

        self.book = book
        self.path = path
        self.timeline = Timeline(book)
        self.narrator = Narrator(book, SpokenStyle.of(settings.spoken))
        self._on_event = on_event
        self._library = library
        self._rate = settings.rate
        self._volume = settings.volume
        self._player: Player | None = None
        self._waiting = False
        self._ends = tuple(accumulate(_length(chapter) for chapter in book.chapters))
        self._sought: Passage | None = None
        self._passage = self._remembered()
        self._keeper = PlaceKeeper(
            self._save, on_error=lambda error: on_event(PlaceNotSaved(error=error))
        )

    # Where the reader is

    @property
    def passage(self) -> Passage | None:
        """The sentence heard now, or the one that playing would begin with."""
        return self._passage

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
        if self._passage is None or not self._ends or not self._ends[-1]:
            return 0.0
        before = self._ends[self._passage.chapter - 1] if self._passage.chapter else 0
        return min(1.0, (before + self._passage.start) / self._ends[-1])

    def chapter_at(self, fraction: float) -> int:
        """The number of the chapter that holds this part of the book (0 to 1)."""
        return min(len(self._ends) - 1, bisect_right(self._ends, fraction * self._ends[-1]))

    # Sound

    def attach(self, speaker: Speaker, output: AudioOutput) -> None:
        """Give the session its sound; begins to play if that was asked for meanwhile."""
        from reader.narration.timeline import Timeline
        from reader.playback.player import Player

        # A timeline of its own: the player walks ahead on another thread.
        self._player = Player(
            Timeline(self.book), self.narrator.utterance, speaker, output, on_event=self._heard
        )
        self._player.set_rate(self._rate)
        self._player.set_volume(self._volume)
        if self._waiting:
            self.play()

    def detach(self) -> None:
        """Fall silent and give speaker and device back; the place stays."""
        player, self._player = self._player, None
        self._waiting = False
        if player is not None:
            player.close()

    @property
    def attached(self) -> bool:
        """Whether there is a player."""
        return self._player is not None

    @property
    def waiting(self) -> bool:
        """Whether playing was asked for before there was a player."""
        return self._waiting

    @property
    def playing(self) -> bool:
        """Whether sound is coming, or will as soon as the voice is ready."""
        return self._waiting or self._in_state("PLAYING")

    @property
    def stopped(self) -> bool:
        """Whether nothing is being read, nor paused in the middle."""
        return not self._waiting and (self._player is None or self._in_state("STOPPED"))

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
        passage = self.timeline.at(chapter, offset)
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

    def set_rate(self, rate: float) -> None:
        """Speed of speech, 0.5 to 4."""
        self._rate = rate
        if self._player is not None:
            self._player.set_rate(rate)

    def set_volume(self, volume: float) -> None:
        """Loudness, 0 to 1."""
        self._volume = volume
        if self._player is not None:
            self._player.set_volume(volume)

    # Moving: each returns False where there is nothing further that way

    def next_sentence(self) -> bool:
        """Move one sentence on."""
        return self._step(self.timeline.next_sentence)

    def previous_sentence(self) -> bool:
        """Move one sentence back."""
        return self._step(self.timeline.previous_sentence)

    def next_paragraph(self) -> bool:
        """Move to the next paragraph's first sentence."""
        return self._step(self.timeline.next_paragraph)

    def previous_paragraph(self) -> bool:
        """Move to the previous paragraph's first sentence."""
        return self._step(self.timeline.previous_paragraph)

    def next_chapter(self) -> bool:
        """Move to the next chapter's first sentence."""
        return self._step(self.timeline.next_chapter)

    def previous_chapter(self) -> bool:
        """Move to the previous chapter's first sentence."""
        return self._step(self.timeline.previous_chapter)

    def go_to(self, chapter: int, offset: int = 0) -> bool:
        """Move to the sentence at `offset` of `chapter`."""
        return self._arrive(self.timeline.at(chapter, offset))

    def close(self) -> None:
        """Stop, give the device back and write the place."""
        self.detach()
        self._keeper.close()

    # Inside

    def _step(self, step: Callable[[Passage], Passage | None]) -> bool:
        return self._arrive(step(self._passage) if self._passage is not None else None)

    def _arrive(self, passage: Passage | None) -> bool:
        if passage is None:
            return False
        self._move_to(passage)
        if self._player is not None and not self.stopped:
            self._sought = passage
            self._player.seek(passage)
        return True

    def _move_to(self, passage: Passage) -> None:
        self._passage = passage
        self._keeper.keep(passage)
        self._on_event(PlaceMoved(passage=passage))

    def _heard(self, event: object) -> None:
        from reader.playback.player import PassageMoved, PassageStarted

        if isinstance(event, PassageMoved) and event.passage == self._sought:
            self._sought = None
        if isinstance(event, PassageStarted):
            # What still sounded when the listener moved on must not take the place back.
            if self._sought not in (None, event.passage):
                return
            self._passage = event.passage
            self._keeper.keep(event.passage)
        self._on_event(event)

    def _in_state(self, name: str) -> bool:
        return self._player is not None and self._player.state.name == name

    def _remembered(self) -> Passage | None:
        place = self._remembered_place()
        if place is not None and 0 <= place.chapter < len(self.book.chapters):
            return self.timeline.at(place.chapter, place.offset) or self.timeline.first()
        return self.timeline.first()

    def _remembered_place(self) -> Place | None:
        """The saved place; a library that fails costs the memory, not the reading."""
        if self._library is None:
            return None
        try:
            self._library.remember_book(self.book, self.path)
            return self._library.place(self.book.identifier)
        except LibraryError as error:
            self._library = None
            self._on_event(PlaceNotSaved(error=error))
            return None

    def _save(self, passage: Passage) -> None:
        from reader.library.store import Place

        if self._library is not None:
            place = Place(chapter=passage.chapter, offset=passage.start)
            self._library.save_place(self.book.identifier, place)


def _length(chapter: Chapter) -> int:
    """The chapter's characters, counted without joining its text."""
    runs = sum(len(run.text) for block in chapter.blocks for run in block.runs)
    return runs + max(0, len(chapter.blocks) - 1)
