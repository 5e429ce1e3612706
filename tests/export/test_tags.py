"""Tags say what players and libraries look for, and nothing empty."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.export.products.languages import language_code
from reader.export.products.product import Edition
from reader.export.products.tags import book_tags, chapter_tags, track_of, unique_titles
from reader.export.sections import Section
from tests.fakes.reading import make_book


def edition(*titles: str, **changes: object) -> Edition:
    book = replace(make_book(*((title, "Text.") for title in titles), title="The Book"), **changes)
    sections = tuple(
        Section(number=number, title=title, chapter=number) for number, title in enumerate(titles)
    )
    return Edition(book=book, narrators=("Heart", "小小"), sections=sections)


def test_a_book_is_tagged_as_audiobookshelf_reads_it():
    told = edition(
        "One", date="1999-05-03T12:00", publisher="A  House", language="zh-Hans", series="Saga"
    )
    assert book_tags(told) == {
        "title": "The Book",
        "album": "The Book",
        "artist": "A. Writer, 李四",
        "album_artist": "A. Writer, 李四",
        "composer": "Heart, 小小",
        "genre": "Audiobook",
        "date": "1999-05-03",
        "publisher": "A House",
        "language": "zho",
        "series": "Saga",
    }


def test_nothing_is_empty():
    told = replace(edition("One", authors=(), date=None, title=" \n"), narrators=())
    assert book_tags(told) == {"genre": "Audiobook", "language": "eng"}


@pytest.mark.parametrize(
    ("date", "tag"),
    [
        ("1813", "1813"),
        ("1813-01", "1813-01"),
        ("28 January 1813", "1813"),
        ("c1813.", "1813"),
        ("20240115", None),
        ("2021-02-29", None),
        ("0000", None),
        ("soon", None),
        ("", None),
    ],
)
def test_dates_are_told_as_far_as_they_are_known(date, tag):
    assert book_tags(edition("One", date=date)).get("date") == tag


def test_a_chapter_has_its_title_and_its_number():
    told = edition("One", "Two", "Three")
    tags = chapter_tags(told, told.sections[1], "Two")
    assert (tags["title"], tags["album"], tags["track"]) == ("Two", "The Book", "2/3")


def test_titles_that_differ_stay():
    assert unique_titles(edition("One", "Two\nlines", "三")) == ["One", "Two lines", "三"]


def test_titles_that_are_alike_or_the_books_get_numbers():
    titles = unique_titles(edition("Notes", "the book", "NOTES", "", "Notes (1)", "Notes"))
    assert titles == ["Notes (2)", "the book (1)", "NOTES (3)", "4", "Notes (1)", "Notes (4)"]
    assert len({title.casefold() for title in titles}) == len(titles)


def test_thousands_of_chapters_of_one_title_all_differ():
    titles = unique_titles(edition(*["Chapter"] * 3000))
    assert len(set(titles)) == 3000


def test_tracks_are_counted_with_the_announcements():
    told = edition("One", "Two")
    opening = Section(number=0, title="The Book")
    closing = Section(number=3, title="The end")
    chapters = [Section(number=1, title="One", chapter=0), Section(number=2, title="", chapter=1)]
    told = replace(told, sections=(opening, *chapters, closing))
    assert [track_of(told, each) for each in told.sections] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    told = replace(told, sections=(opening,))
    assert track_of(told, opening) == (1, 3)


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en", "eng"),
        ("en-GB", "eng"),
        ("zh-Hans", "zho"),
        ("zh_TW", "zho"),
        ("cmn", "zho"),
        ("yue", "yue"),
        ("de", "deu"),
        ("JA", "jpn"),
        ("und", "und"),
        ("", "und"),
        ("x-klingon", "und"),
        ("english", "und"),
    ],
)
def test_languages_have_three_letters(tag, code):
    assert language_code(tag) == code
