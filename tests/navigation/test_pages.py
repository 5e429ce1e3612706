"""Printed pages."""

from __future__ import annotations

import pytest

from reader.navigation.pages import Pages
from reader.navigation.place import Position
from tests.navigation.making import book, p, page

BOOK = book(
    [p("Title."), p("Preface ", page("iv"), "goes on ", page("v"), "here.")],
    [p("Plain."), p(page("1"), "Begins."), p("Then ", page("Page 2"), "more.")],
    [p(page("4"), page("5"), "End.", page("A-6"))],
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("iv", "iv"),
        (" IV ", "iv"),
        ("Ⅳ", "iv"),
        ("1", "1"),
        ("１", "1"),
        ("01", "1"),
        ("第１页", "1"),
        ("p. 1", "1"),
        ("2", "2"),
        ("page 2", "2"),
        ("a-6", "A-6"),
        ("4", "4"),
        ("V", "v"),
    ],
)
def test_a_page_is_found_however_its_label_is_written(asked, found):
    pages = Pages(BOOK)
    assert pages.find(asked) == pages.positions()[list(pages.labels()).index(found)]


@pytest.mark.parametrize("asked", ["", "  ", "99", "page", "第页", "sixteen"])
def test_a_page_that_is_not_there_is_not_found(asked):
    assert Pages(BOOK).find(asked) is None


def test_a_number_finds_the_roman_page_where_there_is_no_other():
    assert Pages(book([p(page("xii"), "a")])).find("12") == Position(0, 0)
    assert Pages(book([p(page("12"), "a")])).find("XII") == Position(0, 0)


def test_the_first_of_two_pages_with_one_label_is_found():
    assert Pages(book([p(page("3"), "a ", page("3"), "b")])).find("3") == Position(0, 0)


def test_the_page_of_a_place_is_the_last_that_began():
    pages = Pages(BOOK)
    assert pages.at(Position(0, 0)) is None
    assert pages.at(pages.find("iv")) == "iv"
    assert pages.at(Position(1, 0)) == "v"
    assert pages.at(Position(2, 0)) == "5"
    assert pages.at(Position(2, 4)) == "A-6"


def test_labels_in_order_and_the_last():
    pages = Pages(BOOK)
    assert list(pages.labels()) == ["iv", "v", "1", "2", "4", "5", "A-6"]
    assert pages.last == "A-6"


def test_a_book_without_printed_pages_has_none():
    pages = Pages(book([p("a")]))
    assert list(pages.labels()) == []
    assert pages.last is None
    assert pages.find("1") is None
    assert pages.at(Position(0, 0)) is None
