"""The blocks of a chapter as markup, with an element for every sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from reader.books.model import Block, BlockKind, Cell, Chapter, Run
from reader.export.pages.inline import Inline, Sentence
from reader.export.pages.links import Links, block_identifier
from reader.export.pages.markup import (
    Dialect,
    direction,
    element,
    language_tag,
    opening,
    usual_direction,
)
from reader.export.pages.page import Group, GroupKind, PrintedPage, TextPage
from reader.export.pages.tables import Row, table_markup, tables_of

_NUMBERED = re.compile(r"\(?\w{1,8}[.)]\s")
"""What the items of a list begin with that has numbers: they stand in the text."""


class PageWriter:
    """Writes one page of a chapter; see :func:`reader.export.text_page.text_page`."""

    def __init__(
        self,
        chapter: Chapter,
        ranges: Sequence[tuple[int, int]],
        dialect: Dialect,
        links: Links,
        language: str,
    ) -> None:
        self._chapter = chapter
        self._dialect = dialect
        self._language = language
        self._inline = Inline(dialect, links, self._turn_page)
        self._ranges = ranges
        self._starts = [start for start, _ in ranges]
        self._ids: list[str | None] = [None] * len(ranges)
        self._groups: list[Group] = []
        self._pages: list[PrintedPage] = []

    def page(self) -> TextPage:
        """All of the chapter; to be asked for once."""
        blocks = list(enumerate(self._chapter.blocks))
        lines = [
            line
            for kind, members in groupby(blocks, lambda each: each[1].kind)
            for line in self._blocks(kind, list(members))
        ]
        ids = tuple(
            identifier or block_identifier(self._chapter.block_at(start))
            for identifier, start in zip(self._ids, self._starts, strict=True)
        )
        return TextPage(
            markup="\n".join(lines) if lines else element("p", "", id=block_identifier(0)),
            sentences=ids,
            groups=tuple(self._groups),
            pages=tuple(self._pages),
        )

    # --- blocks

    def _blocks(self, kind: BlockKind, blocks: list[tuple[int, Block]]) -> Iterator[str]:
        if kind is BlockKind.LIST_ITEM:
            yield from self._list(blocks)
        elif kind is BlockKind.QUOTATION:
            yield from self._quotations(blocks)
        elif kind is BlockKind.TABLE_ROW:
            yield from self._tables(blocks)
        elif kind is BlockKind.NOTE:
            yield from self._notes(blocks)
        else:
            for index, block in blocks:
                yield self._block(index, block)

    def _block(self, index: int, block: Block) -> str:
        """A block that stands for itself."""
        if block.kind is BlockKind.HEADING:
            return self._element(f"h{min(6, max(1, block.level))}", index)
        if block.kind is BlockKind.CODE:
            code = element("code", self._text(index, exact=True))
            return element("pre", code, id=block_identifier(index), **self._manner(block))
        if block.kind is BlockKind.SEPARATOR:
            role = "separator" if self._dialect is Dialect.EPUB else None
            return self._element("p", index, class_="separator", role=role)
        if block.kind is BlockKind.IMAGE:
            self._group("figure", block_identifier(index), index, index)
            content = element("p", self._text(index), **self._manner(block))
            return self._container("figure", "figure", content, id=block_identifier(index))
        return self._element("p", index)

    def _list(self, blocks: list[tuple[int, Block]]) -> Iterator[str]:
        """A list; an item of a deeper level makes a list within the item before it.

        Numbers stand in the text, so no list counts by itself.
        """
        identifier = f"g{len(self._groups) + 1}"
        self._group("list", identifier, blocks[0][0], blocks[-1][0])
        depth = 0
        for index, block in blocks:
            level = max(1, block.level)
            if level <= depth:
                yield "</li></ul>" * (depth - level) + "</li>"
            for deeper in range(depth + 1, level + 1):
                numbered = _NUMBERED.match(block.text) is not None
                yield opening(
                    "ul",
                    id=identifier if deeper == 1 else None,
                    class_="numbered" if numbered else None,
                )
                if deeper < level:
                    yield '<li class="plain">'
            depth = level
            yield self._element("li", index).removesuffix("</li>")
        yield "</li></ul>" * depth

    def _quotations(self, blocks: list[tuple[int, Block]]) -> Iterator[str]:
        depth = 0
        for index, block in blocks:
            level = max(1, block.level)
            if level > depth:
                yield "<blockquote>" * (level - depth)
            elif level < depth:
                yield "</blockquote>" * (depth - level)
            depth = level
            yield self._element("p", index)
        yield "</blockquote>" * depth

    def _tables(self, blocks: list[tuple[int, Block]]) -> Iterator[str]:
        for rows in tables_of(blocks):
            if not rows[0].cells:
                yield self._element("p", rows[0].index)
                continue
            identifier = f"g{len(self._groups) + 1}"
            self._group("table", identifier, rows[0].index, rows[-1].index)
            yield table_markup(rows, identifier, self._cell)

    def _notes(self, blocks: list[tuple[int, Block]]) -> Iterator[str]:
        """Notes; paragraphs that nothing leads to belong to the note before them."""
        notes: list[list[tuple[int, Block]]] = []
        for index, block in blocks:
            if notes and not block.identifiers:
                notes[-1].append((index, block))
            else:
                notes.append([(index, block)])
        for note in notes:
            first = note[0][0]
            identifier = block_identifier(first)
            self._group("footnote", identifier, first, note[-1][0])
            content = "\n".join(
                element(
                    "p",
                    self._text(index),
                    id=block_identifier(index) if index > first else None,
                    **self._manner(block),
                )
                for index, block in note
            )
            yield self._container("aside", "footnote", content, id=identifier)

    def _container(self, tag: str, kind: str, content: str, *, id: str) -> str:  # noqa: A002
        if self._dialect is Dialect.DAISY:
            return element("div", content, id=id, class_=kind)
        is_note = kind == "footnote"
        return element(
            tag,
            content,
            id=id,
            epub__type="footnote" if is_note else None,
            role="doc-footnote" if is_note else None,
        )

    def _element(self, tag: str, index: int, **attributes: str | None) -> str:
        manner = self._manner(self._chapter.blocks[index])
        return element(tag, self._text(index), id=block_identifier(index), **attributes, **manner)

    def _manner(self, block: Block) -> dict[str, str | None]:
        """The language and direction of `block` where they are its own."""
        tag = language_tag(block.language)
        tag = None if tag == self._language else tag
        way = direction(block.text)
        way = None if way == usual_direction(self._language) else way
        return {"lang": tag, "xml__lang": tag, "dir": way}

    # --- text

    def _text(self, index: int, *, exact: bool = False) -> str:
        runs = list(self._chapter.runs(index))
        sentences = self._sentences(index, runs)
        return self._inline.markup(runs, sentences, exact=exact)

    def _cell(self, row: Row, cell: Cell) -> str:
        """The text of a cell; a sentence that reaches beyond it is the whole row's."""
        base = self._chapter.block_starts[row.index]
        runs = list(self._chapter.runs(row.index))
        filled = [each for each in row.cells if each.start < each.end]
        if cell not in filled:
            return ""
        following = filled.index(cell) + 1
        page_from = base if following == 1 else base + cell.start
        page_to = base + filled[following].start if following < len(filled) else None
        start, end = base + cell.start, base + cell.end
        sentences = [
            sentence
            for sentence in self._sentences(row.index, runs, mark=False)
            if sum(
                base + each.start < sentence.end and sentence.start < base + each.end
                for each in filled
            )
            == 1
            and sentence.start < end
            and start < sentence.end
        ]
        for sentence in sentences:
            self._mark(sentence)
        own = list(_clipped(runs, start, end, (page_from, page_to)))
        return self._inline.markup(own, sentences)

    def _sentences(
        self, index: int, runs: Sequence[tuple[int, Run]], *, mark: bool = True
    ) -> list[Sentence]:
        """The ranges that begin in a block; none ends within a word that has a reading."""
        begin = self._chapter.block_starts[index]
        end = begin + len(self._chapter.blocks[index].text)
        inseparable = [
            (offset, offset + len(run.text)) for offset, run in runs if run.ruby is not None
        ]
        found: list[Sentence] = []
        done = begin
        first = bisect_left(self._starts, begin)
        last = bisect_left(self._starts, end)
        for number in range(first, last):
            start, stop = self._ranges[number]
            start = max(done, _settled(start, inseparable))
            stop = min(end, _settled(stop, inseparable))
            if start < stop:
                found.append(Sentence(start=start, end=stop, identifier=f"s{number + 1}"))
                done = stop
        if mark:
            for sentence in found:
                self._mark(sentence)
        return found

    def _mark(self, sentence: Sentence) -> None:
        """The sentence has an element of its own."""
        self._ids[int(sentence.identifier[1:]) - 1] = sentence.identifier

    def _turn_page(self, label: str, offset: int) -> str:
        identifier = f"page{len(self._pages) + 1}"
        before = bisect_left(self._starts, offset)
        self._pages.append(PrintedPage(label=label, identifier=identifier, before=before))
        return identifier

    def _group(self, kind: GroupKind, identifier: str, first: int, last: int) -> None:
        """The blocks from `first` to `last` are a group."""
        starts = self._chapter.block_starts
        end = starts[last] + len(self._chapter.blocks[last].text)
        group = Group(
            kind=kind,
            identifier=identifier,
            first=bisect_left(self._starts, starts[first]),
            last=bisect_left(self._starts, end),
        )
        self._groups.append(group)


def _settled(offset: int, inseparable: Sequence[tuple[int, int]]) -> int:
    return next((end for start, end in inseparable if start < offset < end), offset)


def _clipped(
    runs: Sequence[tuple[int, Run]], start: int, end: int, pages: tuple[int, int | None]
) -> Iterator[tuple[int, Run]]:
    """The text of `runs` from `start` to `end`, and the page breaks within `pages`."""
    for offset, run in runs:
        if run.page is not None:
            if pages[0] <= offset and (pages[1] is None or offset < pages[1]):
                yield min(max(offset, start), end), run
            continue
        first, last = max(start, offset), min(end, offset + len(run.text))
        if first < last:
            yield first, replace(run, text=run.text[first - offset : last - offset])
