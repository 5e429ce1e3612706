"""What beside the running text is left unread, in four levels that the listener chooses.

EPUB 3.3 calls notes and page marks skippable, tables, lists and figures escapable; code and
printed contents are what listeners ask to be spared as well. References to notes and the
marks of printed pages are never spoken, at any level. A description that stands within a
paragraph is part of its sentence and always read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from reader.books.model import Block, BlockKind
from reader.language.measure import is_sayable

LEVELS = ("none", "some", "most", "all")
"""From reading everything to reading the running text only; each leaves out more."""

_LEFT_OUT_FROM: Mapping[BlockKind, str] = {
    BlockKind.NOTE: "some",
    BlockKind.TABLE_ROW: "most",
    BlockKind.CODE: "most",
    BlockKind.IMAGE: "all",
}
"""The level from which on blocks of a kind are left out; other kinds never are.

At "all", items of lists that are nothing but a link (printed contents, indexes) are too.
"""


@dataclass(frozen=True, kw_only=True)
class Skipping:
    """How much is left out: a `level` of :data:`LEVELS`, and whether `images` are described.

    Without `images`, descriptions of pictures are left out at every level. Raises ValueError
    for an unknown level.
    """

    level: str = "none"
    images: bool = True

    def __post_init__(self) -> None:
        if self.level not in LEVELS:
            raise ValueError(f"unknown level of skipping: {self.level!r}")

    def leaves_out(self, block: Block) -> bool:
        """Whether `block` is not read when the reading comes past it."""
        if block.kind in self._kinds:
            return True
        return self.level == "all" and block.kind is BlockKind.LIST_ITEM and _only_links(block)

    @cached_property
    def _kinds(self) -> tuple[BlockKind, ...]:
        # A tuple: comparing few members is quicker than hashing one, for every block passed.
        reached = LEVELS.index(self.level)
        kinds = {k for k, level in _LEFT_OUT_FROM.items() if LEVELS.index(level) <= reached}
        return tuple(kinds if self.images else {*kinds, BlockKind.IMAGE})


def _only_links(block: Block) -> bool:
    sayable = [run for run in block.runs if is_sayable(run.text)]
    return bool(sayable) and all(run.link is not None for run in sayable)
