from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.library.shelf import ShelfEntry
from reader.ui.shelf.in_words import (
    count_in_words,
    entry_in_words,
    left_in_words,
    percent_of,
    seconds_left,
)
from reader.ui.shelf.order import Filter, Order, State, order_of, sorted_entries, state_of

DAY = datetime(2026, 11, 1, tzinfo=UTC)
HOUR_OF_ENGLISH, HOUR_OF_CHINESE = 54_000, 16_200


def entry(title="Emma", *authors, **changes):
    known = {
        "identifier": title,
        "title": title,
        "authors": authors,
        "language": "en",
        "path": Path("emma.epub"),
        "added": DAY,
        "opened": None,
        "characters": 3 * HOUR_OF_ENGLISH,
    }
    return ShelfEntry(**{**known, **changes})


def test_a_book_is_told_title_first():
    told = entry_in_words(
        entry("Emma", "Jane Austen", opened=DAY, read=0.345, characters=5 * HOUR_OF_ENGLISH), 1.0
    )
    assert told == "Emma, Jane Austen, 34 percent read, about 3 hours left"


def test_a_book_that_was_never_opened_says_so_and_how_long_it_is():
    assert entry_in_words(entry(), 1.0) == "Emma, not begun, about 3 hours"


def test_a_finished_book_has_nothing_left():
    assert entry_in_words(entry(opened=DAY, read=0.97, finished=True), 1.0) == "Emma, finished"


def test_a_book_of_unknown_length_leaves_the_time_out():
    assert entry_in_words(entry(characters=0, read=0.5), 1.0) == "Emma, 50 percent read"


def test_time_left_counts_at_the_reader_s_rate_and_the_language_s_pace():
    assert left_in_words(entry(read=0.01, characters=10 * HOUR_OF_ENGLISH), 2.0) == (
        "about 5 hours left"
    )
    chinese = entry("三国演义", language="zh-Hant", characters=4 * HOUR_OF_CHINESE)
    assert seconds_left(chinese, 1.0) == pytest.approx(4 * 3600)


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (0.0001, "about 1 minute"),
        (0.12, "about 7 minutes"),
        (0.72, "about 45 minutes"),
        (1.44, "about 1 hour 25 minutes"),
        (7.6, "about 8 hours"),
    ],
)
def test_time_is_told_no_more_exactly_than_it_can_be_known(hours, words):
    assert left_in_words(entry(characters=round(hours * HOUR_OF_ENGLISH)), 1.0) == words


def test_only_a_finished_book_is_read_to_the_last_percent():
    assert percent_of(entry(read=0.9999)) == 99
    assert percent_of(entry(read=0.2, finished=True)) == 100


def test_counts_say_of_how_many():
    assert count_in_words(34, 212) == "34 of 212 books"
    assert count_in_words(212, 212) == "212 books"
    assert count_in_words(1, 1) == "1 book"
    assert count_in_words(0, 1) == "0 of 1 books"


def test_a_book_opened_but_not_moved_in_is_being_read():
    assert state_of(entry()) is State.UNREAD
    assert state_of(entry(opened=DAY)) is State.READING
    assert state_of(entry(read=0.1)) is State.READING
    assert state_of(entry(opened=DAY, finished=True)) is State.FINISHED


@pytest.mark.parametrize("kept", ["all", "unread", "reading/zh", "all/en"])
def test_a_filter_is_remembered(kept):
    assert Filter.read(kept).kept == kept


@pytest.mark.parametrize("kept", ["", "nonsense", "UNREAD"])
def test_a_filter_that_nobody_understands_shows_everything(kept):
    assert Filter.read(kept) == Filter()


def test_an_order_that_nobody_knows_is_the_usual_one():
    assert order_of("sideways") is Order.OPENED
    assert order_of("left") is Order.LEFT


def test_a_filter_goes_by_state_and_primary_language():
    chinese = entry("红楼梦", language="zh-Hant")
    assert Filter(language="zh").fits(chinese)
    assert not Filter(language="en").fits(chinese)
    assert Filter(state=State.UNREAD).fits(chinese)
    assert not Filter(state=State.FINISHED, language="zh").fits(chinese)


BOOKS = [
    entry("b", "Zola", opened=DAY.replace(day=5), read=0.9, added=DAY.replace(day=1)),
    entry("a", read=0.0, added=DAY.replace(day=3), characters=10),
    entry("c", "Austen", opened=DAY.replace(day=7), finished=True, added=DAY.replace(day=2)),
]


@pytest.mark.parametrize(
    ("order", "titles"),
    [
        (Order.OPENED, "cba"),
        (Order.TITLE, "abc"),
        (Order.AUTHOR, "cba"),
        (Order.ADDED, "acb"),
        (Order.READ, "cba"),
        (Order.LEFT, "abc"),
    ],
)
def test_books_are_sorted(order, titles):
    found = sorted_entries(
        BOOKS,
        order,
        titles={each.identifier: each.title for each in BOOKS},
        authors={each.identifier: ", ".join(each.authors) for each in BOOKS},
        left=lambda each: seconds_left(each, 1.0),
    )
    assert "".join(each.title for each in found) == titles
