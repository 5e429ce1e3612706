"""Places found again after the file has changed."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reader.books.model import Book, Chapter
from reader.navigation.anchors import Anchor, anchor_of, resolve
from reader.navigation.place import Position
from tests.navigation.making import at, book, p

FIRST = [
    p("It was the best of times, it was the worst of times."),
    p("It was the age of wisdom, it was the age of foolishness."),
]
SECOND = [p("There were a king with a large jaw and a queen with a plain face.")]
BOOK = book(FIRST, SECOND)
PLACE = at(BOOK, "wisdom")


def test_in_the_same_book_every_place_is_found_exactly():
    for chapter in range(2):
        for offset in range(len(BOOK.chapters[chapter].text) + 1):
            place = Position(chapter, offset)
            assert resolve(BOOK, anchor_of(BOOK, place)) == (place, True)


def test_an_anchor_is_plain_and_short():
    anchor = anchor_of(BOOK, PLACE)
    assert (anchor.chapter, anchor.offset, anchor.title) == (0, PLACE.offset, "One")
    assert anchor.before.endswith("the age of ")
    assert anchor.after.startswith("wisdom")
    assert len(anchor.before) == 40
    assert len(anchor.after) <= 40


def test_text_put_in_before_moves_the_place():
    changed = book([p("A new foreword."), *FIRST], SECOND)
    assert resolve(changed, anchor_of(BOOK, PLACE)) == (at(changed, "wisdom"), True)


def test_a_chapter_that_moved_is_found_by_its_words():
    changed = book(SECOND, FIRST)
    assert resolve(changed, anchor_of(BOOK, PLACE)) == (at(changed, "wisdom", 1), True)


def test_of_several_chapters_with_the_words_that_of_the_same_title_is_meant():
    other = Chapter(title="Other", blocks=tuple(FIRST))
    same = Chapter(title="One", blocks=tuple(FIRST))
    intro = Chapter(title="Intro", blocks=(p("Nothing of the kind is here."),))
    changed = Book(title="", identifier="", chapters=(intro, other, same))
    assert resolve(changed, anchor_of(BOOK, PLACE))[0].chapter == 2


def test_of_several_equal_passages_the_nearest_is_meant():
    verse = p("Row, row, row your boat, gently down the stream; merrily, merrily, merrily.")
    filler = p("Life is but a dream. " * 20)
    song = book([verse, filler, verse, filler, verse])
    length = len(verse.text) + len(filler.text) + 2
    place = Position(0, length + 30)
    longer = book([p("Oh! "), verse, filler, verse, filler, verse])
    found, _ = resolve(longer, anchor_of(song, place))
    assert found == Position(0, place.offset + len("Oh! ") + 1)


def test_where_words_beside_the_place_changed_it_is_a_guess():
    changed = book([FIRST[0], p("It was the epoch of wisdom, it was the age of foolishness.")])
    assert resolve(changed, anchor_of(BOOK, PLACE)) == (at(changed, "wisdom"), False)


def test_where_nothing_is_left_the_offset_must_do():
    changed = book([p("Short.")])
    assert resolve(changed, anchor_of(BOOK, PLACE)) == (Position(0, len("Short.")), False)
    assert resolve(changed, anchor_of(BOOK, Position(1, 5)))[1] is False


def test_anchors_from_elsewhere_do_no_harm():
    odd = Anchor(chapter=-4, offset=10**9, before="", after="", title="?")
    assert resolve(BOOK, odd) == (Position(0, 0), False)
    empty = Book(title="", chapters=(), identifier="")
    assert anchor_of(empty, PLACE).after == ""
    assert resolve(empty, anchor_of(BOOK, PLACE)) == (Position(0, 0), False)


@given(st.text("ab \u4e00", max_size=60), st.integers(0, 60), st.text("ab", max_size=9))
def test_whatever_the_text_the_answer_is_a_place_in_the_book(text, offset, inserted):
    before = book([p("x" + text)])
    anchor = anchor_of(before, Position(0, offset))
    after = book([p("x" + inserted + text)])
    found, exact = resolve(after, anchor)
    assert 0 <= found.offset <= len(after.chapters[0].text)
    if exact:
        own = after.chapters[0].text
        assert own[: found.offset].endswith(anchor.before)
        assert own[found.offset :].startswith(anchor.after)


def test_a_change_of_title_alone_is_no_change():
    renamed = replace(BOOK, chapters=tuple(replace(c, title="x") for c in BOOK.chapters))
    assert resolve(renamed, anchor_of(BOOK, PLACE)) == (PLACE, True)
