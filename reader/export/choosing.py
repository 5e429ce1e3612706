"""Chapters beside the text, which a listener may want to leave out: notes, index, copyright …

They are known by their titles and by what stands in them. A chapter of the story is never taken
for one because of its title alone, where stories may have such titles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from itertools import accumulate

from reader.books.model import Block, BlockKind, Book, Chapter
from reader.export.beside import kind_titled
from reader.language.measure import is_sayable, weight
from reader.messages import Message, message

KINDS: Mapping[str, Message] = {
    "cover": message("Cover and title page"),
    "contents": message("Contents"),
    "copyright": message("Copyright and licence"),
    "dedication": message("Dedication"),
    "acknowledgements": message("Acknowledgements"),
    "notes": message("Notes"),
    "bibliography": message("Bibliography"),
    "index": message("Index"),
    "author": message("About the author"),
    "advertising": message("Advertising"),
}
"""The kinds of chapters beside the text, in the order in which books have them, and what they are
called.
"""

_LONGEST: Mapping[str, int] = {
    "cover": 600,
    "copyright": 6_000,
    "dedication": 3_000,
    "author": 6_000,
    "advertising": 10_000,
}
"""Characters of such a chapter at most; what is longer is something else."""

_LONGEST_COLOPHON = 2_000
_LONG_PARAGRAPH = 30.0
"""Hanzi from which on a paragraph tells something; what stands in lists is shorter."""

_LONGEST_LICENCE = 30_000
_GUTENBERG = re.compile("project gutenberg", re.IGNORECASE)
_LEGAL = re.compile(
    r"©|\(c\)\s*\d{4}|copyright|isbn|all rights reserved|no part of this|first published"
    r"|published by|printed in|creative commons|public domain|alle rechte vorbehalten"
    r"|tous droits réservés|dépôt légal|todos los derechos|depósito legal|standard ebooks"
    r"|版权所有|版權所有|翻印必究|责任编辑|責任編輯|出版发行|出版發行|图书在版编目|印刷|定价|定價|発行所"
    r"|無断転載|青空文庫|transcri|\be-?text|\be-?book|gutenberg",
    re.IGNORECASE,
)
_SURELY_LEGAL = 3

_NUMBERED = re.compile(
    r"\s*(?:[\[(（〔【]?\d{1,4}[\])）〕】.．、:：]|\d{1,4}\s|[①-⑳㉑-㊿*†‡]|[\[(（〔【][注註译譯]?"
    r"[\d一二三四五六七八九十]{0,4}[\])）〕】]|[注註]\s?[\d一二三四五六七八九十]|"
    r"(?:p|pp|page|line|note|anm|s)\.?\s?\d)",
    re.IGNORECASE,
)
_PAGES = re.compile(r"[^\W\d_].*[\s,.…·]\d{1,4}(?:\s?[-–,;，、]\s?\d{1,4})*\.?\s*$", re.DOTALL)
_FEWEST_LINES = 20
_FEWEST_LINKS = 5


def kinds(book: Book) -> Mapping[int, str]:
    """The chapters of `book` that stand beside its text: index and kind, of :data:`KINDS`.

    None where the book would have nothing else.
    """
    lengths = [sum(len(block.text) for block in chapter.blocks) for chapter in book.chapters]
    begins = list(accumulate(lengths, initial=0))
    found: dict[int, str] = {}
    above: tuple[int, str] | None = None
    for index, chapter in enumerate(book.chapters):
        if above is not None and chapter.level <= above[0]:
            above = None
        if above is not None and _looks_like(chapter, above[1]):
            found[index] = above[1]
            continue
        kind = _kind(chapter, lengths[index], is_early=begins[index] < begins[-1] / 3)
        if kind is not None:
            found[index] = kind
        above = above or _above_others(chapter, kind)
    _add_headings(book, found)
    read = sum(length for index, length in enumerate(lengths) if index not in found)
    return found if read else {}


def chosen(
    book: Book, chapters: Collection[int] | None, left_out: Collection[str]
) -> tuple[tuple[int, ...], Mapping[int, str]]:
    """Those of `chapters` (indices; None for all) that are of none of the kinds `left_out`, and
    the others with their kinds.
    """
    wanted = range(len(book.chapters)) if chapters is None else sorted(set(chapters))
    beside = kinds(book) if left_out else {}
    left = {index: beside[index] for index in wanted if beside.get(index) in left_out}
    return tuple(index for index in wanted if index not in left), left


def _above_others(chapter: Chapter, kind: str | None) -> tuple[int, str] | None:
    """The level and kind of a chapter of which those below it are parts, if they look so."""
    titled = kind_titled(chapter.title)
    if titled is None or titled[0] not in ("notes", "index"):
        return None
    return (chapter.level, titled[0]) if kind == titled[0] or len(chapter.blocks) < 2 else None


def _add_headings(book: Book, found: dict[int, str]) -> None:
    """A heading alone, “Notes”, goes with what stands below it."""
    for index in range(len(book.chapters) - 2, -1, -1):
        chapter, kind = book.chapters[index], found.get(index + 1)
        if index in found or kind is None or len(chapter.blocks) > 1:
            continue
        titled = kind_titled(chapter.title)
        if titled and titled[0] == kind and book.chapters[index + 1].level > chapter.level:
            found[index] = kind


def _kind(chapter: Chapter, length: int, *, is_early: bool) -> str | None:
    if not length:
        return None
    titled = kind_titled(chapter.title)
    if titled is not None:
        kind, is_certain = titled
        if length <= _LONGEST.get(kind, length) and _agrees(chapter, kind, certain=is_certain):
            return kind
    return _kind_of_content(chapter, length, is_early=is_early)


def _agrees(chapter: Chapter, kind: str, *, certain: bool) -> bool:
    """Whether what stands in `chapter` goes with its title."""
    if kind == "copyright":
        text = chapter.text
        return len(text) <= _LONGEST["cover"] or (
            _LEGAL.search(text) is not None and (certain or len(text) <= _LONGEST_COLOPHON)
        )
    if kind in ("contents", "index"):
        return _looks_like(chapter, kind)
    return certain or kind == "cover" or _looks_like(chapter, kind)


def _looks_like(chapter: Chapter, kind: str) -> bool:
    if kind == "notes":
        return _share(chapter, _is_note) > 0.3
    return _share(chapter, _tells) < 0.5


def _kind_of_content(chapter: Chapter, length: int, *, is_early: bool) -> str | None:
    """What a chapter is whose title does not tell."""
    if _is_all_notes(chapter):
        return "notes"
    links = [block for block in chapter.blocks if _is_link(block)]
    if len(links) >= _FEWEST_LINKS and _share(chapter, _is_link) > 0.8:
        return "contents" if is_early else "index"
    lines = [each for each in chapter.blocks if each.kind in _LINES and _PAGES.match(each.text)]
    if len(lines) >= _FEWEST_LINES and len(lines) > 0.7 * len(chapter.blocks):
        return "contents" if is_early else "index"
    if length <= _LONGEST_LICENCE and len(_GUTENBERG.findall(chapter.text)) >= _FEWEST_LINKS:
        return "copyright"
    if length <= _LONGEST_COLOPHON:
        signs = {each.lower() for each in _LEGAL.findall(chapter.text)}
        return "copyright" if len(signs) >= _SURELY_LEGAL else None
    return None


_LINES = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def _is_all_notes(chapter: Chapter) -> bool:
    notes = [block for block in chapter.blocks if block.kind is BlockKind.NOTE]
    others = [
        block
        for block in chapter.blocks
        if block.kind not in (BlockKind.NOTE, BlockKind.HEADING, BlockKind.SEPARATOR)
    ]
    return len(notes) >= _SURELY_LEGAL and sum(len(each.text) for each in others) < 0.1 * sum(
        len(each.text) for each in notes
    )


def _share(chapter: Chapter, test: Callable[[Block], bool]) -> float:
    """The part of the chapter's characters, headings aside, in blocks that pass `test`."""
    blocks = [block for block in chapter.blocks if block.kind is not BlockKind.HEADING]
    passing = sum(len(block.text) for block in blocks if test(block))
    return passing / max(1, sum(len(block.text) for block in blocks))


def _is_note(block: Block) -> bool:
    return block.kind is BlockKind.NOTE or _NUMBERED.match(block.text) is not None


def _is_link(block: Block) -> bool:
    """Whether all its words lead somewhere."""
    sayable = [run for run in block.runs if is_sayable(run.text)]
    return bool(sayable) and all(run.link is not None for run in sayable)


def _tells(block: Block) -> bool:
    """Whether it is a paragraph as stories have them."""
    return (
        block.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTATION)
        and weight(block.text) >= _LONG_PARAGRAPH
        and not _is_link(block)
        and not _PAGES.match(block.text)
    )
