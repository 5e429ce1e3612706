"""Plain text files."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from reader.background import CancelToken
from reader.books import aozora, gutenberg
from reader.books.assembly import assemble
from reader.books.chapters import Document
from reader.books.context import ORNAMENT
from reader.books.cutting import LONGEST_BLOCK, bounded
from reader.books.encoding import decode
from reader.books.file_title import title_of
from reader.books.flow import INVISIBLE
from reader.books.headings import heading_level
from reader.books.limits import Limits
from reader.books.model import Block, BlockKind, Book, Run
from reader.books.omissions import Omission
from reader.books.page import Page
from reader.books.paragraphs import Layout, observe, paragraphs
from reader.books.source import Progress, SourceInfo, identifier_of, read_within
from reader.errors import DamagedBook, EmptyBook
from reader.messages import message

_LINE_END = re.compile("\r\n|[\n\r\u0085\u2029]")
_ODD_SPACE = re.compile("[\t\f\v\u001c-\u001f\u00a0\u2028]+")
_SPACES = re.compile(" {2,}")
_MOST_DAMAGE = 0.05
_BATCH = 50_000


class TextImporter:
    """Reads whatever is text; comes last, after every format with a mark of its own."""

    def accepts(self, source: SourceInfo) -> bool:
        """Whether the beginning looks like characters rather than binary data."""
        return looks_like_text(source.head)

    def read(
        self, source: SourceInfo, limits: Limits, progress: Progress, cancel: CancelToken
    ) -> Book:
        """Read the whole file; chapters come from lines that look like headings."""
        identifier = identifier_of(source.path, cancel)
        decoded = decode(read_within(source, limits.plain_file))
        progress(0.3)
        if decoded.damaged > len(decoded.text) * _MOST_DAMAGE or decoded.doubtful:
            raise DamagedBook(
                source.name,
                message(
                    "Its characters cannot be made out: the encoding is unknown or the file broken."
                ),
                message("Open it in a text editor, save it as UTF-8, then open that."),
            )
        japanese = aozora.is_marked_up(decoded.text)
        text = aozora.without_typesetting(decoded.text) if japanese else decoded.text
        blocks = _blocks(text, progress, cancel)
        if japanese:
            blocks = [replace(block, runs=aozora.runs(block.text)) for block in blocks]
        if not blocks:
            raise EmptyBook(
                source.name,
                message("There is no text in this file."),
                message("Choose another file."),
            )
        page = Page(blocks=blocks)
        told = gutenberg.header(decoded.text)
        return assemble(
            documents=[Document(name="", page=page)],
            entries=[],
            title=told.title or title_of(source.path),
            authors=told.authors,
            metadata_language=None,
            identifier=identifier,
            omitted=Counter({Omission.UNKNOWN_CHARACTER: decoded.damaged}),
        )


def looks_like_text(head: bytes) -> bool:
    """Whether bytes may be text: few control characters once decoded."""
    text = decode(head).text
    strange = sum(1 for sign in text if sign < " " and sign not in "\t\n\r\f\v\x1a\x1b")
    return strange <= len(text) // 100


def _blocks(text: str, progress: Progress, cancel: CancelToken) -> list[Block]:
    lines = _LINE_END.split(INVISIBLE.sub("", text))
    layout = observe(lines)
    blocks: list[Block] = []
    waiting: list[str] = []
    for number, line in enumerate(lines):
        if number % _BATCH == 0:
            cancel.check()
            progress(0.3 + 0.6 * number / len(lines))
        level = heading_level(line)
        if level:
            blocks.extend(_prose(waiting, layout))
            waiting = []
            blocks.append(_block(BlockKind.HEADING, line, level))
        else:
            waiting.append(line)
    blocks.extend(_prose(waiting, layout))
    return blocks


def _prose(lines: list[str], layout: Layout) -> list[Block]:
    spaced = [_ODD_SPACE.sub(" ", line) if _ODD_SPACE.search(line) else line for line in lines]
    return [
        _block(
            BlockKind.SEPARATOR if ORNAMENT.fullmatch(paragraph) else BlockKind.PARAGRAPH, paragraph
        )
        for whole in paragraphs(spaced, layout)
        for paragraph in _bounded(whole)
    ]


def _bounded(paragraph: str) -> list[str]:
    if len(paragraph) <= LONGEST_BLOCK:
        return [paragraph]
    parts = [paragraph[start:end].strip() for start, end in bounded(paragraph)]
    return [part for part in parts if part]


def _block(kind: BlockKind, text: str, level: int = 0) -> Block:
    return Block(kind=kind, level=level, runs=(Run(text=_SPACES.sub(" ", text).strip()),))
