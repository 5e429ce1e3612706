"""One open book: where the reader is, the player that reads on from there, and the place kept.

A session knows no window and opens no device. It can be read by eye and moved through
before any voice is ready; :meth:`ReadingSession.attach` gives it its sound later.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from reader.books.model import BlockKind, Book, Chapter
from reader.errors import LibraryError
from reader.narration.passage import Passage
from reader.place_keeper import PlaceKeeper
from reader.playback.extent import Extent
from reader.playback.hearing import Hearing
from reader.playback.leap import passage_after
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.library.store import Library, Place
    from reader.narration.pauses import Pauses
    from reader.narration.skipping import Skipping
    from reader.playback.cues import Cue
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


class ReadingSession(Hearing):
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
        from reader.narration.pauses import Pauses
        from reader.narration.skipping import Skipping
        from reader.narration.timeline import Timeline

        super().__init__(rate=settings.rate, volume=settings.volume, language=book.language)
        self.book = book
        self.path = path
        skipping = Skipping(level=settings.skip, images=settings.images)
        pauses = Pauses(
            sentence=settings.pause_sentence,
            paragraph=settings.pause_paragraph,
            heading=settings.pause_heading,
            chapter=settings.pause_chapter,
        )
        self.timeline = Timeline(book, skipping)
        self.narrator = Narrator(book, SpokenStyle.of(settings.spoken), pauses, skipping)
        self._on_event = on_event
        self._library = library
        self._waiting = False
        self._extent = Extent(book)
        self._sought: Passage | None = None
        self._passage = self._remembered()
        self._keeper = PlaceKeeper(
            self._save, on_error=lambda error: on_event(PlaceNotSaved(error=error))
        )
        self.set_study(settings.study)
        self.set_cues(settings.cues)

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
        return self._extent.fraction(self._passage) if self._passage is not None else 0.0

    def chapter_at(self, fraction: float) -> int:
        """The number of the chapter that holds this part of the book (0 to 1)."""
        return self._extent.chapter_at(fraction)

    def seconds_left(self, whole_book: bool) -> float | None:
        """About how long the rest of the book or of the chapter is heard; None without text.

        It follows what was heard of the book, and the rate.
        """
        if self._passage is None:
            return None
        return self._seconds(self._extent.left(self._passage, whole_book=whole_book))

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

        player = Player(
            self.timeline, self.narrator.utterance, speaker, output, on_event=self._heard
        )
        if another_output is not None:
            player.set_another_output(another_output)
        self._give(player)
        if self._waiting:
            self.play()

    def detach(self) -> None:
        """Fall silent and give speaker and device back; the place stays."""
        player = self._player
        self._give(None)
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

    def set_cues(self, on: bool, bookmarks: Callable[[Passage], bool] | None = None) -> None:
        """Sound a tone before headings and before the sentences that `bookmarks` tells.

        It is asked on the player's thread, and must answer at once.
        """
        from reader.playback.cues import Cue

        def cue_of(passage: Passage) -> Cue | None:
            if self._begins_heading(passage):
                return Cue.HEADING
            return Cue.BOOKMARK if bookmarks is not None and bookmarks(passage) else None

        self._set_cues(cue_of if on else lambda _passage: None)

    # Moving: each returns False where there is nothing further that way

    def next_sentence(self) -> bool:
        """Move one sentence on."""
        return self._step(self.timeline.next_sentence)

    def previous_sentence(self) -> bool:
        """Move one sentence back; at rest after a sentence, to its beginning."""
        return (
            self._arrive(self._passage)
            if self._rests
            else self._step(self.timeline.previous_sentence)
        )

    def next_paragraph(self) -> bool:
        """Move to the next paragraph's first sentence."""
        return self._step(self.timeline.next_paragraph)

    def previous_paragraph(self) -> bool:
        """Move to the previous paragraph; at rest after a paragraph, to its beginning."""
        return (
            self._arrive(self._block_start())
            if self._rests
            else self._step(self.timeline.previous_paragraph)
        )

    def next_heading(self) -> bool:
        """Move to the next heading."""
        return self._step(self.timeline.next_heading)

    def previous_heading(self) -> bool:
        """Move to the heading before this place."""
        return self._step(self.timeline.previous_heading)

    def next_chapter(self) -> bool:
        """Move to the next chapter's first sentence."""
        return self._step(self.timeline.next_chapter)

    def previous_chapter(self) -> bool:
        """Move to the previous chapter's first sentence."""
        return self._step(self.timeline.previous_chapter)

    def chapter_start(self) -> bool:
        """Move to the first sentence of the present chapter."""
        passage = self._passage
        return self._arrive(self.timeline.at(passage.chapter, 0) if passage else None)

    def chapter_end(self) -> bool:
        """Move to the last sentence of the present chapter."""
        return self._step(self.timeline.chapter_end)

    def escape(self) -> bool:
        """Move past the list, table, quotation, note or code around the present place."""
        return self._step(self.timeline.past)

    def jump(self, seconds: float) -> bool:
        """Move so many seconds of listening on or, where negative, back."""
        passage = self._passage
        if passage is None or (seconds > 0 and self.timeline.next_sentence(passage) is None):
            return False
        if self._player is not None and not self.stopped:
            rests = self._rests
            self._player.jump(seconds)
            if rests:
                self._player.resume()
            return True
        if seconds > 0:  # from its beginning
            seconds = max(1e-3, seconds - self._lasting(passage))
        target = passage_after(self.timeline, passage, seconds, self._lasting)
        return target != passage and self._arrive(target)

    def go_to(self, chapter: int, offset: int = 0, *, spoken_only: bool = False) -> bool:
        """Move to the sentence at `offset` of `chapter`.

        With `spoken_only` what is left unread is passed by.
        """
        return self._arrive(self.timeline.at(chapter, offset, spoken_only=spoken_only))

    def shown(self, chapter: int, offset: int) -> bool:
        """Follow a caret that the reader moved to `offset` of `chapter`.

        Within the present sentence nothing happens, and False is returned.
        """
        here = self._passage
        if here is not None and here.chapter == chapter and here.start <= offset < here.end:
            return False
        return self.go_to(chapter, offset)

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
        rests = self._rests
        self._move_to(passage)
        if self._player is not None and not self.stopped:
            self._sought = passage
            self._player.seek(passage)
            if rests:  # it is the listener's turn, and this is it
                self._player.resume()
        return True

    @property
    def _rests(self) -> bool:
        """Whether study has the player wait for the listener."""
        return self._player is not None and self._player.resting

    def _block_start(self) -> Passage | None:
        if self._passage is None:
            return None
        start = self.chapter.block_starts[self._passage.block]
        return self.timeline.at(self._passage.chapter, start, spoken_only=False)

    def _begins_heading(self, passage: Passage) -> bool:
        chapter = self.book.chapters[passage.chapter]
        if chapter.blocks[passage.block].kind is not BlockKind.HEADING:
            return False
        start = chapter.block_starts[passage.block]
        return self.timeline.at(passage.chapter, start, spoken_only=False) == passage

    def _move_to(self, passage: Passage) -> None:
        self._passage = passage
        self._keeper.keep(passage)
        self._on_event(PlaceMoved(passage=passage))

    def _heard(self, event: object) -> None:
        from reader.playback.player import PassageMoved, PassageStarted

        if isinstance(event, PassageMoved):
            if self._sought is None:
                self._move_to(event.passage)  # by a jump, whose end the player alone knows
            elif event.passage == self._sought:
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
            found = self.timeline.at(place.chapter, place.offset, spoken_only=False)
            return found or self.timeline.first()
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
