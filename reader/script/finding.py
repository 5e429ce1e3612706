"""How a sentence is said before an editor has touched it: as the narrator finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeAlias

from reader.narration.delivery import Cue, Delivery
from reader.narration.narrator import Narrator
from reader.narration.passage import Passage

RoleOf: TypeAlias = Callable[[str], Delivery | None]
"""How a character sounds, by identifier: voice, rate, pitch, gain; None for one unknown."""

WordsOf: TypeAlias = Callable[[str, str], Iterable[Cue]]
"""How words of a text in a language are said, by offsets of the text."""


def no_words(_text: str, _language: str) -> Iterable[Cue]:
    """Of no word it is told how it is said."""
    return ()


def nobody(_speaker: str) -> Delivery | None:
    """The role of everybody where there is no cast."""
    return None


class Finder(Narrator):
    """Tells what a narrator goes by, before it is compiled."""

    def spoken(self, passage: Passage) -> str:
        """The text of `passage`, references to notes blank; every character keeps its offset."""
        return self.written(passage).text

    def of_block(self, passage: Passage) -> Delivery:
        """How all of the passage's block is said, be it a heading."""
        block = self.book.chapters[passage.chapter].blocks[passage.block]
        return Delivery() if self.stress is None else self.stress.of_block(block)

    def found(self, passage: Passage, role_of: RoleOf) -> list[Cue]:
        """How each stretch of `passage` is said, flat and in order, by offsets of the chapter.

        What its kind of block and the speaker's role add is not told: they add it anew, as they
        are by then.
        """
        around = self.of_block(passage)
        return [
            replace(cue, delivery=_bare(cue.delivery, around, role_of))
            for cue in self.directed(passage)
        ]


def _bare(delivery: Delivery, around: Delivery, role_of: RoleOf) -> Delivery:
    """`delivery` without what is `around` it, and without the role of its speaker."""
    bare = _without(delivery, around)
    role = role_of(delivery.speaker) if delivery.speaker is not None else None
    return bare if role is None else _without(bare, role)


def _without(delivery: Delivery, outer: Delivery) -> Delivery:
    """What has to lie within `outer` to make `delivery` of it."""
    return replace(
        delivery,
        voice=None if delivery.voice == outer.voice else delivery.voice,
        rate=delivery.rate / outer.rate,
        pitch=delivery.pitch - outer.pitch,
        gain=delivery.gain - outer.gain,
    )
