"""What of a chapter a player lists beside its title: headings, printed pages, notes' references."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.books.model import BlockKind, Chapter
from reader.export.daisy.ncc import Kind, page_kind
from reader.export.text_page import Links, TextPage


@dataclass(frozen=True, kw_only=True)
class Landmark:
    """Something to be listed: its words, and the id of the element that it leads to.

    `level` of a heading is its depth below the chapter's; `note` is the address of the note that
    a reference leads to.
    """

    kind: Kind
    text: str
    element: str
    level: int = 0
    note: str = ""


def landmarks(
    chapter: Chapter, page: TextPage, starts: Sequence[int], links: Links
) -> Iterator[Landmark]:
    """The landmarks of `chapter`, whose sentences begin at `starts`, those of a kind in order."""
    yield from _headings(chapter, page, starts)
    yield from _references(chapter, page, starts, links)
    for turned in page.pages:
        label = " ".join(turned.label.split()) or "–"
        yield Landmark(kind=page_kind(label), text=label, element=turned.identifier)


def _headings(chapter: Chapter, page: TextPage, starts: Sequence[int]) -> Iterator[Landmark]:
    """The headings within the chapter that are spoken; its own stands for all of it."""
    own = _own_headings(chapter)
    inner = [
        index
        for index, block in enumerate(chapter.blocks)
        if block.kind is BlockKind.HEADING and index not in own
    ]
    levels = [chapter.blocks[index].level for index in own or inner]
    base = min(levels, default=1) - (0 if own else 1)
    for index in inner:
        block = chapter.blocks[index]
        sentence = bisect_left(starts, chapter.block_starts[index])
        spoken = sentence < len(starts) and chapter.block_at(starts[sentence]) == index
        if spoken and block.text.strip():
            yield Landmark(
                kind="heading",
                text=block.text,
                element=page.sentences[sentence],
                level=max(1, block.level - base),
            )


def _own_headings(chapter: Chapter) -> list[int]:
    """The heading that the chapter begins with, and those behind it that say more of its title."""
    own: list[int] = []
    title = _folded(chapter.title)
    for index, block in enumerate(chapter.blocks):
        if block.kind is not BlockKind.HEADING or (own and _folded(block.text) not in title):
            break
        own.append(index)
    return own


def _references(
    chapter: Chapter, page: TextPage, starts: Sequence[int], links: Links
) -> Iterator[Landmark]:
    for index, block in enumerate(chapter.blocks):
        if block.kind is BlockKind.NOTE:
            continue
        for offset, run in chapter.runs(index):
            target = links.target(run.note) if run.note and run.text.strip() else None
            if target is not None and target.kind == "note":
                sentence = max(0, bisect_right(starts, offset) - 1)
                yield Landmark(
                    kind="noteref",
                    text=run.text,
                    element=page.sentences[sentence],
                    note=target.address,
                )


def _folded(text: str) -> str:
    return "".join(text.split()).casefold()
