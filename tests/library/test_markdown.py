"""Notes in Markdown: all of them, in order, and no text that could be taken for Markdown."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from reader.books.model import Book
from reader.library.bookmarks import Bookmark
from reader.library.markdown import notes_markdown
from reader.library.places import Place
from tests.library.test_editions import text_of
from tests.library.test_library import book

WHEN = datetime(2026, 11, 28, 12, tzinfo=UTC)


def story() -> Book:
    chapters = text_of("Once there was a harbour.", "It was late, and the lamp was low.")
    return replace(book("a"), title="The Lamp", chapters=chapters)


def mark(chapter: int = 0, offset: int = 0, **changes: object) -> Bookmark:
    made = Bookmark(number=1, book="a", place=Place(chapter, offset), name="", created=WHEN)
    return replace(made, **changes)  # type: ignore[arg-type]


def body(**changes: str) -> list[str]:
    """The lines between the heading of the only mark and its day."""
    lines = notes_markdown(story(), [mark(0, 0, **changes)]).splitlines()
    return lines[lines.index("## Chapter 1") + 2 : -1]


def test_a_document_has_title_authors_chapters_and_all_of_each_note() -> None:
    note = mark(
        1, 21, name="lamp", extent=4, quotation="lamp", note="Why low?\n为什么\n\nNobody says."
    )
    plain = replace(mark(0, 5), place=Place(0, 5, "Once ", "there was"))
    assert notes_markdown(story(), [note, plain]) == (
        "# The Lamp\n\nA. Writer, 李四\n\n"
        "## Chapter 1\n\n### 8 %\n\n> there was…\n\n2026-11-28\n\n"
        "## Chapter 2\n\n### 77 %: lamp\n\n> lamp\n\nWhy low?\\\n为什么\n\nNobody says.\n\n"
        "2026-11-28\n"
    )


def test_a_heading_stands_above_all_notes_of_its_chapter() -> None:
    text = notes_markdown(story(), [mark(1, 9), mark(0, 3), mark(1, 2), mark(0, 1)])
    headings = [line for line in text.splitlines() if line.startswith("##")]
    assert headings == [
        "## Chapter 1", "### 1 %", "### 5 %", "## Chapter 2", "### 45 %", "### 57 %",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("# no heading", r"\# no heading"),
        ("- no list", r"\- no list"),
        ("+ no list", r"\+ no list"),
        ("12. no list", r"12\. no list"),
        ("3) no list", r"3\) no list"),
        ("2026 was a year", "2026 was a year"),
        ("    no code", "no code"),
        ("===", r"\==="),
        ("> no quotation", r"\> no quotation"),
        ("```", r"\`\`\`"),
        ("*no* _stress_", r"\*no\* \_stress\_"),
        ("![no](picture)", r"!\[no\](picture)"),
        ("<script>&amp;", r"\<script\>\&amp;"),
        ("| no | table |", r"\| no \| table \|"),
        ("a\\b", r"a\\b"),
        ("nul\x00 and bell\x07", "nul and bell"),
    ],
)
def test_a_note_is_never_taken_for_markdown(written: str, line: str) -> None:
    assert body(note=written)[-2] == line


def test_a_quotation_keeps_its_paragraphs_and_lines() -> None:
    lines = body(quotation="one\u2028two\n# three", note="")
    assert lines[2:] == ["> one\\", "> two", ">", r"> \# three", ""]


def test_titles_and_names_stay_in_their_lines() -> None:
    named = mark(name="one\n\n# two #")
    title = replace(story(), title="The\nLamp #", authors=("# A\n\nB",))
    text = notes_markdown(title, [named])
    assert text.startswith("# The Lamp \\#\n\n\\# A B\n\n")
    assert "### 0 %: one \\# two \\#\n" in text


def test_a_mark_beyond_the_book_stands_at_its_end() -> None:
    beyond = replace(mark(), place=Place(7, 9000, title="Lost chapter"))
    text = notes_markdown(story(), [beyond])
    assert "## Lost chapter\n\n### 100 %\n" in text


def test_without_titles_the_reader_s_language_has_words_for_it() -> None:
    untitled = replace(story(), title="", authors=(), chapters=())
    text = notes_markdown(untitled, [mark()], say=lambda sentence: f"«{sentence}»")
    assert text.startswith("# «Untitled»\n\n## «Chapter 1»\n\n### 0 %\n")
