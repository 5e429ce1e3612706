"""Moves through a book, silently or while it is read aloud."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.books.model import BlockKind
from reader.playback.hearing import Hearing
from reader.playback.leap import passage_after

if TYPE_CHECKING:
    from reader.narration.passage import Passage
    from reader.narration.timeline import Timeline
    from reader.playback.cues import Cue
    from reader.playback.reading_order import Step


class Moving(Hearing, ABC):
    """A place among the passages of `timeline`, and the ways to another."""

    def __init__(self, timeline: Timeline, *, rate: float, volume: float) -> None:
        super().__init__(rate=rate, volume=volume, language=timeline.book.language)
        self.timeline = timeline
        self._passage: Passage | None = None
        self._sought: Passage | None = None  # the player was asked to move there, and has not yet

    @property
    def passage(self) -> Passage | None:
        """The sentence heard now, or the one that playing would begin with."""
        return self._passage

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

    def jump(self, seconds: float) -> bool:
        """Move so many seconds of listening on or, where negative, back."""
        passage, player = self._passage, None if self.stopped else self._player
        if passage is None:
            return False
        is_last = seconds > 0 and self.timeline.next_sentence(passage) is None
        if is_last and (player is None or self._lasting(passage) <= seconds):
            return False
        if player is not None:
            rests = self._rests
            player.jump(seconds)
            if rests:
                player.resume()
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

    # Inside

    def _step(self, step: Step) -> bool:
        return self._arrive(step(self._passage) if self._passage is not None else None)

    def _arrive(self, passage: Passage | None) -> bool:
        if passage is None:
            return False
        rests = self._rests
        self._move_to(passage)
        player = None if self.stopped else self._player
        self._sought = passage if player is not None else None
        if player is not None:
            player.seek(passage)
            if rests:  # it is the listener's turn, and this is it
                player.resume()
        return True

    @property
    def _rests(self) -> bool:
        """Whether study has the player wait for the listener."""
        return self._player is not None and self._player.resting

    def _block_start(self) -> Passage | None:
        passage = self._passage
        return self._first_in_block(passage.chapter, passage.block) if passage else None

    def _first_in_block(self, chapter: int, block: int) -> Passage | None:
        start = self.timeline.book.chapters[chapter].block_starts[block]
        return self.timeline.at(chapter, start, spoken_only=False)

    def _begins_heading(self, passage: Passage) -> bool:
        block = self.timeline.book.chapters[passage.chapter].blocks[passage.block]
        is_heading = block.kind is BlockKind.HEADING
        return is_heading and self._first_in_block(passage.chapter, passage.block) == passage

    @abstractmethod
    def _move_to(self, passage: Passage) -> None:
        """Make `passage` the present one and tell it."""
