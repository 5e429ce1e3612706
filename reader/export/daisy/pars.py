"""What sounds together with which piece of the text.

The clips of a section follow each other without a gap, so pauses are played too: a sentence's
lasts until the next one's words begin. The number of a printed page is not spoken; it has the
last moment of the silence before the sentence it stands in front of, since players reach it only
by its sound.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from reader.export.text_page import TextPage

Skippable = Literal["pagenumber-on", "footnote-on"]
"""What players may be told to leave out (Skippable Structures of DAISY 2.02)."""

PAGE_MILLISECONDS = 20
"""How long a page number is silent."""


@dataclass(frozen=True, kw_only=True)
class Par:
    """A piece of the text, by the id of its element, and its clip in milliseconds."""

    text: str
    begin: int
    end: int
    skippable: Skippable | None = None


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """A sentence: the id of its element and the millisecond at which its words begin.

    `pages` are the ids of the printed pages that begin between it and the next one.
    """

    text: str
    begin: int
    is_note: bool = False
    pages: tuple[str, ...] = ()


def spoken_of(page: TextPage, begins: Sequence[int]) -> list[Spoken]:
    """The sentences of `page`, whose words begin at these milliseconds.

    Those that share an element are one. What stands before the first one is heard after it, so
    that a section begins with its heading.
    """
    notes = {
        number
        for group in page.groups
        if group.kind == "footnote"
        for number in range(group.first, group.last)
    }
    pages: dict[int, list[str]] = {}
    for turned in page.pages:
        pages.setdefault(max(0, turned.before - 1), []).append(turned.identifier)
    spoken: list[Spoken] = []
    known: set[str] = set()
    for number, text in enumerate(page.sentences):
        turns = tuple(pages.get(number, ()))
        if text in known:
            spoken[-1] = replace(spoken[-1], pages=spoken[-1].pages + turns)
            continue
        known.add(text)
        spoken.append(Spoken(text=text, begin=begins[number], is_note=number in notes, pages=turns))
    return spoken


def pars_of(spoken: Sequence[Spoken], end: int) -> list[Par]:
    """The clips of a section that ends at millisecond `end`; the first begins at 0."""
    pars: list[Par] = []
    begin = 0
    for number, sentence in enumerate(spoken):
        following = spoken[number + 1].begin if number + 1 < len(spoken) else end
        following = max(following, begin + len(sentence.pages) + 1)
        silent = min(PAGE_MILLISECONDS, (following - begin) // (len(sentence.pages) + 1))
        turn = following - silent * len(sentence.pages)
        skippable: Skippable | None = "footnote-on" if sentence.is_note else None
        pars.append(Par(text=sentence.text, begin=begin, end=turn, skippable=skippable))
        for page in sentence.pages:
            pars.append(Par(text=page, begin=turn, end=turn + silent, skippable="pagenumber-on"))
            turn += silent
        begin = following
    return pars
