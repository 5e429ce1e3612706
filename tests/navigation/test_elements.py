"""Moving by structure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.background import CancelToken
from reader.books.model import BlockKind, Book, Run
from reader.errors import Cancelled
from reader.navigation.elements import ElementKind, Elements
from reader.navigation.place import Position
from tests.navigation.making import at, block, book, h, li, link, note, p, page, reference, row

BOOK = book(
    [
        h(1, "Alpha"),
        p("Intro with a ", link("link", "http://a.b"), " and ", link("more", "#x"), "."),
        h(2, "Beta"),
        li("first"),
        li("inner one", 2),
        li("inner two", 2),
        li("second"),
        p("After the list."),
        row(0, "Name", "Age"),
        row(1, "Ann", "Age: 7"),
        block(BlockKind.QUOTATION, "To be", level=1),
        block(BlockKind.QUOTATION, "or not", level=2),
        block(BlockKind.SEPARATOR, "* * *"),
        block(BlockKind.CODE, "print()"),
        block(BlockKind.IMAGE, "A cat."),
    ],
    [p("Nothing here."), p("Nor here.")],
    [h(2, "Gamma"), p("Words."), h(1, "Delta"), row(0, "x", "y")],
)


def texts(kind: ElementKind, **how) -> list[str]:
    return [element.text for element in Elements(BOOK).all(kind, **how)]


def test_headings_are_found_across_chapters_without_any():
    elements = Elements(BOOK)
    gamma = elements.next(ElementKind.HEADING, at(BOOK, "To be"))
    assert (gamma.text, gamma.level, gamma.start) == ("Gamma", 2, Position(2, 0))
    assert elements.previous(ElementKind.HEADING, gamma.start).text == "Beta"
    assert elements.next(ElementKind.HEADING, at(BOOK, "Delta", 2)) is None
    assert elements.previous(ElementKind.HEADING, Position(0, 0)) is None


def test_from_within_a_heading_the_previous_one_is_meant():
    within = at(BOOK, "ta\nfirst")
    assert Elements(BOOK).previous(ElementKind.HEADING, within).text == "Alpha"


def test_a_caret_at_the_end_of_a_heading_is_within_it():
    end = at(BOOK, "\nfirst")
    assert Elements(BOOK).previous(ElementKind.HEADING, end).text == "Alpha"


def test_headings_of_one_level():
    elements = Elements(BOOK)
    assert elements.next(ElementKind.HEADING, Position(0, 0), level=1).text == "Delta"
    assert elements.previous(ElementKind.HEADING, Position(2, 0), level=1).text == "Alpha"
    assert elements.next(ElementKind.HEADING, Position(0, 0), level=5) is None


def test_a_list_has_its_inner_lists_within_and_counts_its_own_items():
    outer, inner = Elements(BOOK).all(ElementKind.LIST)
    assert (outer.level, outer.count, inner.level, inner.count) == (1, 2, 2, 2)
    assert outer.start < inner.start < inner.end < outer.end
    assert outer.end == Position(0, at(BOOK, "After").offset - 1)


def test_from_the_middle_of_a_list_its_beginning_comes_first():
    elements = Elements(BOOK)
    within = at(BOOK, "second")
    inner = elements.previous(ElementKind.LIST, within)
    assert inner.text == "inner one"
    assert elements.previous(ElementKind.LIST, inner.start).text == "first"
    assert elements.previous(ElementKind.LIST, at(BOOK, "first")) is None


def test_items_of_all_levels_are_visited_in_order():
    assert texts(ElementKind.LIST_ITEM) == ["first", "inner one", "inner two", "second"]


def test_a_list_that_begins_with_a_deeper_item_is_one_list():
    small = book([li("deep", 3), li("middle", 2), li("shallow", 1), p("end")])
    lists = list(Elements(small).all(ElementKind.LIST))
    assert lists[0].level == 1
    assert lists[0].end == Position(0, len("deep\nmiddle\nshallow"))
    assert sorted(each.level for each in lists) == [1, 2, 3]


def test_rows_that_follow_one_another_are_a_table():
    first, second = Elements(BOOK).all(ElementKind.TABLE)
    assert (first.count, first.text, second.start.chapter) == (2, "Name; Age", 2)


def test_a_row_that_begins_anew_begins_another_table():
    small = book([row(0, "a", "b"), row(1, "c", "d"), row(0, "e", "f")])
    tables = Elements(small).all(ElementKind.TABLE)
    assert [(table.count, table.text) for table in tables] == [(2, "a; b"), (1, "e; f")]


def test_pictures_within_text_are_visited_too():
    cat = Run(text=" a cat ", image=True)
    small = book([p("Look: ", cat, "!")], [block(BlockKind.IMAGE, Run(text="A dog", image=True))])
    pictures = list(Elements(small).all(ElementKind.IMAGE))
    assert [picture.text for picture in pictures] == ["a cat", "A dog"]
    assert pictures[0].start == at(small, "a cat")


def test_links_are_told_from_one_another():
    assert texts(ElementKind.LINK) == ["link", "more"]
    elements = Elements(BOOK)
    assert elements.previous(ElementKind.LINK, at(BOOK, "ore.")).text == "link"


def test_a_link_of_several_looks_is_one_link():
    small = book([p(link("one ", "#a"), link("two", "#a"), link("three", "#b"))])
    assert [e.text for e in Elements(small).all(ElementKind.LINK)] == ["one two", "three"]


def test_chapters_are_sections_and_their_beginning_comes_first():
    elements = Elements(BOOK)
    assert elements.next(ElementKind.SECTION, Position(0, 5)).text == "Two"
    assert elements.previous(ElementKind.SECTION, Position(1, 3)).start == Position(1, 0)
    assert elements.previous(ElementKind.SECTION, Position(1, 0)).start == Position(0, 0)
    assert elements.previous(ElementKind.SECTION, Position(0, 0)) is None
    assert elements.next(ElementKind.SECTION, Position(2, 0)) is None
    assert texts(ElementKind.SECTION) == ["One", "Two", "Three"]


def test_the_other_kinds():
    assert texts(ElementKind.SEPARATOR) == ["* * *"]
    assert texts(ElementKind.CODE) == ["print()"]
    assert texts(ElementKind.IMAGE) == ["A cat."]
    assert texts(ElementKind.QUOTATION) == ["To be", "or not"]


def test_pages_are_visited_by_their_label():
    small = book([p("a ", page("7"), "b")], [p(page("8"), "c")])
    elements = Elements(small)
    seventh = elements.next(ElementKind.PAGE, Position(0, 0))
    assert (seventh.text, seventh.start) == ("7", Position(0, 2))
    assert elements.next(ElementKind.PAGE, seventh.start).start == Position(1, 0)
    assert elements.previous(ElementKind.PAGE, seventh.start) is None
    assert elements.previous(ElementKind.PAGE, Position(0, 3)).text == "7"


def test_references_to_notes_are_visited_and_ways_back_are_not():
    small = book(
        [p("Rain", reference("1", "a#n1"), " and snow", reference("2", "a#n2"), ".", ids=("a#r",))],
        [note("1 Wet. ", reference("↩", "a#r"), ids=("a#n1",)), note("2 Cold.", ids=("a#n2",))],
    )
    elements = Elements(small)
    assert [e.text for e in elements.all(ElementKind.NOTE)] == ["1", "2"]
    assert list(elements.all(ElementKind.LINK)) == []
    first = elements.next(ElementKind.NOTE, Position(0, 0))
    assert (first.start, first.end) == (Position(0, 4), Position(0, 5))
    assert first in elements.at(Position(0, 4))
    assert elements.next(ElementKind.NOTE, first.start).text == "2"


def test_what_a_place_is_inside():
    elements = Elements(BOOK)
    kinds = [each.kind.name for each in elements.at(at(BOOK, "inner two"))]
    assert kinds == ["LIST", "LIST", "LIST_ITEM"]
    assert [each.kind.name for each in elements.at(at(BOOK, "ink and"))] == ["LINK"]
    assert elements.at(Position(1, 3)) == ()
    assert elements.at(Position(9, 0)) == ()


def test_the_end_of_the_last_row_is_still_in_the_table():
    elements = Elements(BOOK)
    end = at(BOOK, "\nTo be")
    assert ElementKind.TABLE in {each.kind for each in elements.at(end)}
    assert elements.at(Position(0, end.offset + 1))[0].kind is ElementKind.QUOTATION


def test_the_way_out_leads_to_what_follows():
    elements = Elements(BOOK)
    assert elements.past(at(BOOK, "second")) == at(BOOK, "After")
    assert elements.past(at(BOOK, "inner one")) == at(BOOK, "second")
    assert elements.past(at(BOOK, "Ann")) == at(BOOK, "To be")
    assert elements.past(at(BOOK, "print")) == at(BOOK, "A cat")
    assert elements.past(at(BOOK, "After")) is None


def test_the_way_out_at_the_end_of_a_chapter_and_of_the_book():
    small = book([li("a"), li("b")], [row(0, "c", "d")])
    elements = Elements(small)
    assert elements.past(Position(0, 0)) == Position(1, 0)
    assert elements.past(Position(1, 2)) == Position(1, len("c; d"))


def test_the_way_out_of_a_note_leads_to_the_next_note():
    small = book([note("1. Wet.", ids=("a",)), note("2. Cold."), p("End.")], [p("x")])
    assert Elements(small).past(Position(0, 3)) == at(small, "End.")


def test_the_headings_above_a_place():
    elements = Elements(BOOK)

    def trail(place: Position) -> list[str]:
        return [each.text for each in elements.heading_trail(place)]

    assert trail(at(BOOK, "second")) == ["Alpha", "Beta"]
    assert trail(at(BOOK, "Intro")) == ["Alpha"]
    assert trail(at(BOOK, "Words", 2)) == ["Alpha", "Gamma"]
    assert trail(at(BOOK, "Delta", 2)) == ["Delta"]
    assert Elements(book([p("x")])).heading_trail(Position(0, 0)) == ()


def test_listing_can_be_cancelled():
    token = CancelToken()
    listing = Elements(BOOK).all(ElementKind.HEADING, token)
    next(listing)
    token.cancel()
    with pytest.raises(Cancelled):
        list(listing)
    with pytest.raises(Cancelled):
        Elements(BOOK).prepare(token)


def test_preparing_changes_no_answer():
    prepared = Elements(BOOK)
    prepared.prepare()
    for kind in ElementKind:
        assert list(prepared.all(kind)) == list(Elements(BOOK).all(kind))


def test_a_long_paragraph_is_named_by_its_first_words():
    small = book([block(BlockKind.CODE, "word\u2028" * 5000)])
    (code,) = Elements(small).all(ElementKind.CODE)
    assert code.text.startswith("word word")
    assert len(code.text) <= 300


@pytest.mark.parametrize("kind", ElementKind)
def test_places_outside_the_book_find_what_is_nearest(kind):
    elements = Elements(BOOK)
    everything = list(elements.all(kind))
    assert elements.next(kind, Position(99, 0)) is None
    last = elements.previous(kind, Position(99, 0))
    assert (last is None) == (not everything)
    empty = Elements(Book(title="", chapters=(), identifier=""))
    assert empty.next(kind, Position(0, 0)) is None
    assert empty.previous(kind, Position(0, 0)) is None


PLACES = st.builds(Position, st.integers(0, 2), st.integers(0, 200))


@given(st.sampled_from(ElementKind), PLACES)
def test_next_and_previous_find_what_the_whole_list_says(kind, position):
    elements = Elements(BOOK)
    starts = [each.start for each in elements.all(kind)]
    following = elements.next(kind, position)
    assert (following and following.start) == min(
        (start for start in starts if start > position), default=None
    )
    preceding = elements.previous(kind, position)
    if preceding is not None:
        assert preceding.start in starts
        assert preceding.start < position
