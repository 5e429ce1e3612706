"""A passage that was found is gone to by its words where the file has changed meanwhile."""

from __future__ import annotations

import pytest

from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.navigation.place import Position
from reader.search.results import Hit
from reader.search.standing import where

BEFORE = "Nobody came to the quay that night, and "
AFTER = " burned until the morning came over the harbour."


def book(*chapters):
    return Book(
        title="A book",
        authors=(),
        identifier="book",
        language="en",
        chapters=tuple(
            Chapter(
                title=f"Chapter {number}",
                blocks=tuple(
                    Block(kind=BlockKind.PARAGRAPH, runs=(Run(text=text),)) for text in paragraphs
                ),
            )
            for number, paragraphs in enumerate(chapters)
        ),
    )


def hit(chapter, start, *, before=BEFORE, match="the lamp", after=AFTER):
    return Hit(
        identifier="book",
        chapter=chapter,
        chapter_title=f"Chapter {chapter}",
        start=start,
        end=start + len(match),
        before=before,
        match=match,
        after=after,
    )


SENTENCE = f"{BEFORE}the lamp{AFTER}"


def test_a_passage_stands_where_it_was_found():
    assert where(book([SENTENCE]), hit(0, len(BEFORE))) == (Position(0, len(BEFORE)), True)


def test_words_over_two_paragraphs_stand_where_they_were_found():
    text = book([f"{BEFORE}the", f"lamp{AFTER}"])
    assert where(text, hit(0, len(BEFORE))) == (Position(0, len(BEFORE)), True)


@pytest.mark.parametrize("chapter", [0, 1, 25])
def test_where_the_book_has_changed_the_words_are_looked_for(chapter):
    text = book(["It is something else.", SENTENCE], ["The end."])
    start = text.chapters[0].text.index("the lamp")
    assert where(text, hit(chapter, 3)) == (Position(0, start), True)


def test_words_that_are_changed_before_the_passage_do_not_hide_it():
    text = book(["Tonight ", f"the lamp{AFTER}"])
    start = text.chapters[0].text.index("the lamp")
    assert where(text, hit(0, len(BEFORE) + 80)) == (Position(0, start), True)


@pytest.mark.parametrize(("chapter", "start"), [(0, 5), (0, 100_000), (25, 0), (25, 100_000)])
def test_words_that_are_gone_leave_a_place_that_the_book_has(chapter, start):
    text = book(["Short."])
    place, there = where(text, hit(chapter, start))
    assert not there
    assert place.chapter == 0
    assert 0 <= place.offset <= len(text.chapters[0].text)


def test_a_book_without_text_has_its_beginning():
    empty = Book(title="A book", authors=(), identifier="book", language="en", chapters=())
    assert where(empty, hit(3, 7)) == (Position(0, 0), False)
