"""The bookmarks and notes of a book in Markdown, to be read and kept outside the app."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate

from reader.books.model import BLOCK_BREAK, Book
from reader.library.bookmarks import Bookmark
from reader.messages import Message, message

_INLINE = re.compile(r"[\\`*_\[\]<>&~|#]")
"""What means something inside a line of Markdown (https://spec.commonmark.org/0.31.2/)."""

_BEGINNING = re.compile(r"^(\d{1,9}(?=[.)])|(?=[+=:-]))")
"""What means something only where a line begins: headings, lists, rules, definitions."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ufeff]")

Say = Callable[[Message], str]
"""Says a sentence in the reader's language."""


def notes_markdown(book: Book, marks: Iterable[Bookmark], *, say: Say = str) -> str:
    """A document with the `marks` of `book`, under the headings of its chapters.

    Each has its place in percent of the book, the passage as a quotation (for a bookmark the
    words that follow it), name, note and day. No text in it can be taken for Markdown.
    """
    lines = [f"# {_line(book.title) or say(message('Untitled'))}", ""]
    if book.authors:
        lines += [_line(", ".join(book.authors)), ""]
    chapter = None
    marks = sorted(marks, key=lambda mark: (mark.place, mark.number))
    for mark, percent in zip(marks, percents(book, marks), strict=True):
        if mark.place.chapter != chapter:
            chapter = mark.place.chapter
            lines += [f"## {_line(_title(book, mark, say))}", ""]
        lines += _described(mark, percent)
    return "\n".join(lines).rstrip("\n") + "\n"


def _described(mark: Bookmark, percent: int) -> Iterator[str]:
    """The lines of one mark: heading, quotation, note and day."""
    name = _line(mark.name)
    yield f"### {percent} %: {name}" if name else f"### {percent} %"
    yield ""
    quotation = mark.quotation or (f"{mark.place.after.strip()}…" if mark.place.after else "")
    for number, paragraph in enumerate(_paragraphs(quotation.replace(BLOCK_BREAK, "\n\n"))):
        yield from (f"> {line}".rstrip() for line in ([""] if number else []) + paragraph)
    yield ""
    for paragraph in _paragraphs(mark.note):
        yield from paragraph
        yield ""
    yield f"{mark.created.astimezone():%Y-%m-%d}"
    yield ""


def _title(book: Book, mark: Bookmark, say: Say) -> str:
    number = mark.place.chapter
    title = book.chapters[number].title if number < len(book.chapters) else mark.place.title
    return title.strip() or say(message("Chapter {number}", number=number + 1))


def percents(book: Book, marks: Iterable[Bookmark]) -> list[int]:
    """How many percent of `book` lie before each of the `marks`."""
    before = [0, *accumulate(len(chapter.text) for chapter in book.chapters)]
    last, whole = len(book.chapters), before[-1]
    reached = (before[min(mark.place.chapter, last)] + mark.place.offset for mark in marks)
    return [100 * min(each, whole) // max(1, whole) for each in reached]


def _line(text: str) -> str:
    """`text` in one line."""
    return _escaped(" ".join(text.split()))


def _paragraphs(text: str) -> Iterator[list[str]]:
    """The paragraphs of `text` as lines of Markdown, in which line breaks stay."""
    paragraph: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.strip():
            paragraph.append(_line(line))
        elif paragraph:
            yield [*(f"{each}\\" for each in paragraph[:-1]), paragraph[-1]]
            paragraph = []


def _escaped(line: str) -> str:
    line = _INLINE.sub(r"\\\g<0>", _CONTROL.sub("", line))
    return _BEGINNING.sub(r"\1\\", line)
