"""Notes are found again by their words, in a book whose file has changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from reader.books.model import Book, Chapter
from reader.library.bookmarks import Bookmark
from reader.narration.passage import Passage
from reader.narration.timeline import Timeline
from reader.navigation.place import Position
from reader.ui.notes.held import Held
from reader.ui.notes.standing import QUOTED, find_again, place_of, quotation_of, stands
from tests.fakes.desk import paragraph

BEFORE = "The quay lay in the dark, and no boat had come in since the morning of that day."
PASSAGE = "It was late and the lamp in the tower had been burning for hours, as it always did."
AFTER = "Nobody knew who had lit it, for the keeper was away. He had gone to town at noon."


def book(*chapters):
    made = [
        Chapter(title=f"Chapter {number}", blocks=tuple(map(paragraph, texts)))
        for number, texts in enumerate(chapters, 1)
    ]
    return Book(title="The Lamp", identifier="lamp", language="en", chapters=tuple(made))


OLD = book([BEFORE, PASSAGE, AFTER], ["她打开了信。信里只有一句话。"])


def note(quoted=PASSAGE, *, chapter=0, number=1, text="who?"):
    offset = OLD.chapters[chapter].text.index(quoted)
    return Bookmark(
        number=number,
        book="lamp",
        place=place_of(OLD, Position(chapter, offset)),
        name="",
        created=datetime(2026, 1, 1, tzinfo=UTC),
        extent=len(quoted),
        quotation=quotation_of(quoted),
        note=text,
    )


def passage_in(changed, found):
    place = found.bookmark.place
    text = changed.chapters[place.chapter].text
    return text[place.offset : place.offset + found.bookmark.extent]


def again(changed, mark):
    assert not stands(changed, mark)
    return find_again(changed, mark, Timeline(changed))


def test_in_the_book_it_was_written_in_it_stands():
    assert stands(OLD, note())
    assert stands(OLD, note("信里只有一句话。", chapter=1))


@pytest.mark.parametrize("quoted", [PASSAGE, "the lamp in the tower", "信里只有一句话。"])
def test_it_goes_along_with_its_words(quoted):
    chapter = int("信" in quoted)
    changed = book(["A foreword.", BEFORE, PASSAGE, AFTER], ["A line.", OLD.chapters[1].text])
    found = again(changed, note(quoted, chapter=chapter))
    assert found.certain
    assert passage_in(changed, found) == quoted
    assert stands(changed, found.bookmark)


def test_it_follows_into_another_chapter():
    changed = book(["Something else."], ["And more."], [BEFORE, PASSAGE, AFTER])
    found = again(changed, note())
    assert found.certain
    assert (found.bookmark.place.chapter, passage_in(changed, found)) == (2, PASSAGE)


@pytest.mark.parametrize(
    "corrected",
    [
        PASSAGE.replace("had been burning", "was burning, they said, without a pause,"),
        PASSAGE.replace("hours, as", "hours,, as"),
        PASSAGE.replace("the tower", "ye towre"),
    ],
)
def test_a_correction_inside_it_is_taken_along(corrected):
    changed = book([BEFORE, corrected, AFTER])
    found = again(changed, note())
    assert found.certain
    assert passage_in(changed, found) == corrected


def test_where_the_words_around_it_are_gone_its_own_words_tell():
    changed = book(["Quite other words.", "Here stands: " + PASSAGE + " And here is more."])
    found = again(changed, note())
    assert found.certain
    assert passage_in(changed, found) == PASSAGE


def test_where_all_words_are_gone_it_stands_near_by_to_the_end_of_the_sentence():
    changed = book(["All is new. " * 10, "Nothing is as it was. " * 10])
    found = again(changed, note())
    assert not found.certain
    passage = passage_in(changed, found)
    assert passage.endswith(".")
    assert len(passage) < 30
    assert found.bookmark.place.after == note().place.after  # to be found in a better edition


def test_where_its_end_is_gone_it_ends_with_the_sentence():
    changed = book([BEFORE, PASSAGE[:60] + "e. All of this is new and stands here instead."])
    found = again(changed, note())
    assert not found.certain
    assert passage_in(changed, found) == PASSAGE[:60] + "e."


def test_a_book_that_became_short_or_empty_is_no_trouble():
    for changed in (book(["Short."]), book([""]), Book(title="", identifier="lamp", chapters=())):
        found = again(changed, note())
        assert not found.certain
        assert found.bookmark.note == "who?"


def test_a_passage_too_long_to_be_kept_whole_is_found_by_its_beginning():
    long = " ".join(f"Word number {number} of the passage." for number in range(200))
    old = book([BEFORE, long, AFTER])
    mark = replace(
        note(),
        place=place_of(old, Position(0, len(BEFORE) + 1)),
        extent=len(long),
        quotation=quotation_of(long),
    )
    assert len(mark.quotation) == QUOTED
    changed = book(["A foreword.", BEFORE, long, AFTER])
    found = again(changed, mark)
    assert found.certain
    assert passage_in(changed, found) == long


# What stands where


def marks(*places):
    return [
        replace(note(number=number), place=replace(note().place, offset=offset), extent=extent)
        for number, (offset, extent) in enumerate(places, 1)
    ]


@pytest.mark.parametrize(
    ("offset", "number"),
    [(9, None), (10, 1), (15, 2), (19, 2), (20, 1), (29, 1), (30, None), (40, None)],
)
def test_of_several_passages_the_inner_one_is_meant(offset, number):
    held = Held(marks((10, 20), (15, 5), (40, 0)))
    found = held.over(Position(0, offset))
    assert (found.number if found else None) == number
    assert held.over(Position(1, offset)) is None


def test_one_goes_from_mark_to_mark_and_none_is_passed_over():
    held = Held(marks((40, 0), (10, 20), (10, 5)))
    assert [each.number for each in held.all] == [2, 3, 1]
    assert held.beside(Position(0, 0), 1).number == 2
    assert held.beside(Position(0, 10), 1).number == 1
    assert held.beside(Position(0, 40), -1).number == 3
    assert held.beside(Position(0, 40), 1) is held.beside(Position(0, 10), -1) is None


def test_a_sentence_has_what_begins_in_it():
    held = Held(marks((10, 0), (20, 0)))
    sentence = Passage(chapter=0, start=10, end=20, block=0)
    assert [each.number for each in held.within(0, 10, 20)] == [1]
    assert held.any_in(sentence)
    assert not held.any_in(replace(sentence, start=11))
    assert not held.without(1).any_in(sentence)
    assert held.without(1).with_these(marks((10, 0))).any_in(sentence)
