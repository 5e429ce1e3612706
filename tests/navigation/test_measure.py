"""How far a place is through the book, and everything that is said of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.books.model import Book
from reader.navigation.elements import Elements
from reader.navigation.measure import Extent
from reader.navigation.pages import Pages
from reader.navigation.place import Position
from reader.navigation.whereabouts import whereabouts
from tests.navigation.making import book, h, p, page

BOOK = book(
    [h(1, "Top"), p(page("1"), "abcde")],
    [h(2, "Sub"), p("fghij"), p(page("2"), "klmno")],
)
FIRST, SECOND = (len(chapter.text) for chapter in BOOK.chapters)
EMPTY = Book(title="", chapters=(), identifier="")


def test_the_fraction_counts_the_characters_of_the_whole_book():
    extent = Extent(BOOK)
    assert extent.characters == BOOK.characters
    assert extent.fraction(Position(0, 0)) == 0
    assert extent.fraction(Position(1, 0)) == pytest.approx(FIRST / (FIRST + SECOND))
    assert extent.fraction(Position(1, SECOND)) == 1


def test_a_fraction_leads_to_its_place():
    extent = Extent(BOOK)
    assert extent.position_at(0) == Position(0, 0)
    assert extent.position_at(1) == Position(1, SECOND)
    assert extent.position_at(7) == Position(1, SECOND)
    assert extent.position_at(-1) == Position(0, 0)


@given(st.integers(0, FIRST + SECOND))
def test_fractions_and_places_agree(count):
    extent = Extent(BOOK)
    assert extent.before(extent.position_at(count / extent.characters)) == count


def test_lines_are_paragraphs_of_the_chapter():
    extent = Extent(BOOK)
    assert extent.line(Position(1, 0)) == (1, 3)
    assert extent.line(Position(1, SECOND)) == (3, 3)
    assert extent.position_of_line(1, 2) == Position(1, 4)
    assert extent.position_of_line(1, 99) == extent.position_of_line(1, 3)
    assert extent.position_of_line(1, 0) == Position(1, 0)
    assert extent.position_of_line(42, 1).chapter == 1


def test_a_book_without_text_measures_nothing():
    extent = Extent(EMPTY)
    assert extent.fraction(Position(3, 3)) == 0
    assert extent.position_at(0.5) == Position(0, 0)
    assert extent.line(Position(0, 0)) == (0, 0)
    assert extent.position_of_line(0, 1) == Position(0, 0)


def about(where: Position, *, seconds_left: float | None = None, of: Book = BOOK):
    return whereabouts(
        of,
        where,
        elements=Elements(of),
        pages=Pages(of),
        extent=Extent(of),
        seconds_left=seconds_left,
    )


def test_everything_about_a_place():
    found = about(Position(1, 5))
    assert (found.chapter_number, found.chapters, found.chapter_title) == (2, 2, "Two")
    assert found.headings == ("Top", "Sub")
    assert (found.page, found.last_page) == ("1", "2")
    assert (found.line, found.lines) == (2, 3)
    assert found.fraction == pytest.approx((FIRST + 5) / (FIRST + SECOND))
    assert found.seconds_left is None
    assert found.seconds_left_in_chapter is None


def test_the_time_left_is_shared_out_by_length():
    found = about(Position(0, 0), seconds_left=float(FIRST + SECOND))
    assert found.seconds_left == FIRST + SECOND
    assert found.seconds_left_in_chapter == pytest.approx(FIRST)
    assert about(Position(1, SECOND), seconds_left=0.0).seconds_left_in_chapter == 0


def test_a_place_in_no_book():
    found = about(Position(0, 0), of=EMPTY)
    assert (found.chapter_number, found.chapters, found.chapter_title) == (0, 0, "")
    assert found.page is None
