"""From references to notes and back, and where links lead."""

from __future__ import annotations

import time
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.background import CancelToken
from reader.books.model import Book, Run
from reader.books.registry import read_book
from reader.errors import Cancelled
from reader.navigation.links import Links
from reader.navigation.notes import Notes
from reader.navigation.place import Position, Range
from tests.books.making import make_epub
from tests.navigation.making import at, book, h, link, note, p, reference

BOOK = book(
    [
        h(1, "Weather"),
        p("It rained.", reference("1", "n#n1"), " Then it snowed",
          reference("2", "n#n2"), " a lot.", ids=("t#r1", "t#r2")),
        p("Nothing to note here. See ", link("the notes", "n#head"), "."),
        p("Lost", reference("9", "n#gone"), "."),
    ],
    [
        note("1. For days.", ids=("n#n1",)),
        note("And nights. ", reference("↩", "t#r1")),
        note("2. Deep. ", reference("↩", "t#r2"), ids=("n#n2",)),
        p("The end."),
    ],
)  # fmt: skip
FIRST = Position(1, 0)
SECOND = at(BOOK, "2. Deep", 1)


def test_a_reference_at_the_caret_leads_to_its_note():
    notes = Notes(BOOK)
    assert notes.target(at(BOOK, "1 Then")) == FIRST
    assert notes.target(at(BOOK, "2 a lot")) == SECOND


def test_the_next_reference_of_the_sentence_is_meant():
    notes = Notes(BOOK)
    assert notes.target(at(BOOK, "It rained")) == FIRST
    assert notes.target(at(BOOK, "Then")) == SECOND


def test_after_the_last_reference_of_the_sentence_that_one_is_meant():
    assert Notes(BOOK).target(at(BOOK, "lot")) == SECOND


def test_a_sentence_without_references_has_no_note():
    notes = Notes(BOOK)
    assert notes.target(at(BOOK, "Nothing")) is None
    assert notes.target(at(BOOK, "Weather")) is None


def test_a_reference_whose_note_is_missing_leads_nowhere():
    assert Notes(BOOK).target(at(BOOK, "Lost")) is None


def test_a_note_is_all_its_paragraphs():
    notes = Notes(BOOK)
    whole = Range(1, 0, len("1. For days.\nAnd nights. ↩"))
    assert notes.text(FIRST) == whole
    assert notes.text(at(BOOK, "And nights", 1)) == whole
    assert notes.text(SECOND) == Range(1, SECOND.offset, SECOND.offset + len("2. Deep. ↩"))


def test_outside_notes_there_is_no_note():
    notes = Notes(BOOK)
    assert notes.text(at(BOOK, "The end", 1)) is None
    assert notes.text(Position(0, 3)) is None
    assert notes.reference_of(Position(0, 3)) is None


def test_the_way_back_leads_to_the_very_reference():
    notes = Notes(BOOK)
    assert notes.reference_of(FIRST) == at(BOOK, "1 Then")
    assert notes.reference_of(at(BOOK, "And nights", 1)) == at(BOOK, "1 Then")
    assert notes.reference_of(SECOND) == at(BOOK, "2 a lot")


def test_a_note_whose_later_paragraphs_are_not_marked_ends_with_its_way_back():
    small = book(
        [p("Rain", reference("1", "#n"), ".", ids=("#r",)), p("More.")],
        [
            note("1 First.", ids=("#n",)),
            p("Second."),
            p("Third. ", reference("↩", "#r")),
            p("Not."),
        ],
    )
    notes = Notes(small)
    whole = Range(1, 0, len("1 First.\nSecond.\nThird. ↩"))
    assert notes.text(Position(1, 0)) == whole
    assert notes.text(at(small, "Second", 1)) == whole
    assert notes.text(at(small, "Not", 1)) is None
    assert notes.references() == [Position(0, 4)]


def test_a_note_below_the_paragraph_in_one_chapter():
    small = book(
        [
            p("Rain", reference("*", "#n"), " fell.", ids=("#r",)),
            note("* Wet. ", reference("↩", "#r"), ids=("#n",)),
            p("Later."),
        ]
    )
    notes = Notes(small)
    assert notes.target(Position(0, 0)) == at(small, "* Wet")
    assert notes.reference_of(at(small, "Wet")) == Position(0, 4)
    assert notes.target(at(small, "Wet")) is None


def test_files_that_share_an_id_keep_their_own():
    small = book(
        [p("A", reference("1", "b#n"), ".", ids=("a", "a#n1")), note("1 of A", ids=("a#n",))],
        [p("B", link("to A", "a"), ".", ids=("b",)), note("1 of B", ids=("b#n",))],
    )
    assert Notes(small).target(Position(0, 0)) == at(small, "1 of B", 1)
    assert Links(small).at(at(small, "to A", 1)).target == Position(0, 0)


LINKS = book(
    [
        p("See ", link("there", "x.xhtml#b"), link("here", "#c"), " or ",
          link("the web", "https://example.org/a#b"), ".", ids=("x.xhtml",)),
        p("Or ", link("a script", "javascript:alert(1)"), ", ", link("a file", "file:///etc/x"),
          ", ", link("lost", "x.xhtml#lost"), ", ", link("gone", "y.xhtml#b"),
          ", ", link("coded", "#%E6%B3%A8"), "."),
    ],
    [p("Target.", ids=("x.xhtml#b",)), p("Other.", ids=("#c", "#注"))],
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("there", Position(1, 0)),
        ("here or", Position(1, len("Target.") + 1)),
        ("the web", "https://example.org/a#b"),
        ("a script", None),
        ("a file", None),
        ("lost", Position(0, 0)),
        ("gone", None),
        ("coded", Position(1, len("Target.") + 1)),
    ],
)
def test_where_links_lead(words, target):
    found = Links(LINKS).at(at(LINKS, words))
    assert found is not None
    assert found.target == target


def test_a_link_knows_its_words_and_its_range():
    found = Links(LINKS).at(at(LINKS, "web"))
    assert found.text == "the web"
    assert (found.start, found.end) == (at(LINKS, "the web"), at(LINKS, ".\nOr"))


def test_the_end_of_a_link_counts_where_no_other_begins():
    links = Links(LINKS)
    assert links.at(at(LINKS, "here or")).text == "here"
    assert links.at(at(LINKS, " or ")).text == "here"
    assert links.at(at(LINKS, "or ")) is None
    assert links.at(Position(0, 0)) is None


@given(
    st.lists(
        st.tuples(st.sampled_from(["", " ", "a", "b ", " c"]), st.sampled_from([None, "#x", "#y"])),
        min_size=1,
        max_size=9,
    )
)
def test_a_link_is_that_of_the_runs_around_the_place(pieces):
    runs = [Run(text=text, link=target) for text, target in pieces]
    small = book([p("Before."), p(*runs), p("Behind.")])
    begin, end = len("Before.") + 1, len("Before.") + 1 + sum(len(text) for text, _ in pieces)
    stretches, offset = [], begin
    for target, group in groupby(pieces, key=lambda piece: piece[1]):
        text = "".join(each for each, _ in group)
        start = offset + len(text) - len(text.lstrip())
        if target is not None and text.strip():
            stretches.append((start, offset + len(text.rstrip())))
        offset += len(text)
    for place in range(begin, end + 1):
        holding = [stretch for stretch in stretches if stretch[0] <= place < stretch[1]]
        touched = [stretch for stretch in stretches if stretch[1] == place]
        found = Links(small).at(Position(0, place))
        expected = next(iter(holding + touched[-1:]), None)
        assert (found and (found.start.offset, found.end.offset)) == expected


def test_links_in_a_huge_paragraph_are_found_at_once():
    huge = book([p(*(link("word ", f"#{number}") for number in range(200_000)))])
    links = Links(huge)
    begun = time.perf_counter()
    texts = {links.at(Position(0, 5 * number)).text for number in range(0, 200_000, 20_000)}
    assert texts == {"word"}
    assert time.perf_counter() - begun < 3


def test_thousands_of_notes_to_one_paragraph_are_told_apart_from_the_ways_back():
    count = 8_000
    text = p(*(reference("*", f"n#{number}") for number in range(count)), ids=("t",))
    endnotes = [
        p(f"{number} so. ", reference("↩", "t"), ids=(f"n#{number}",)) for number in range(count)
    ]
    begun = time.perf_counter()
    notes = Notes(book([text], endnotes))
    notes.prepare()
    assert len(notes.references()) == count
    assert time.perf_counter() - begun < 2


def test_gathering_the_notes_can_be_given_up_in_the_middle():
    class Impatient(CancelToken):
        looks = 0

        def check(self):
            self.looks += 1
            if self.looks == 2:
                self.cancel()
            super().check()

    notes = Notes(BOOK)
    with pytest.raises(Cancelled):
        notes.prepare(Impatient())
    notes.prepare()
    assert len(notes.references()) == 3


def test_a_book_without_text_has_neither():
    empty = Book(title="", chapters=(), identifier="")
    assert Links(empty).at(Position(0, 0)) is None
    assert Notes(empty).target(Position(0, 0)) is None
    assert Notes(empty).text(Position(0, 0)) is None
    assert list(Notes(empty).references()) == []


def test_notes_of_an_imported_book(tmp_path):
    documents = {
        "a.xhtml": '<p>It rained<sup id="r1"><a href="n.xhtml#n1">1</a></sup> on.</p>',
        "n.xhtml": '<aside epub:type="footnote" id="n1"><p>1. It did.</p><p>Twice. '
        '<a href="a.xhtml#r1">↩</a></p></aside><p>The end.</p>',
    }
    imported = read_book(make_epub(tmp_path / "a.epub", documents))
    notes = Notes(imported)
    target = notes.target(Position(0, 0))
    chapter, start, end = notes.text(target)
    assert imported.chapters[chapter].text[start:end] == "1. It did.\nTwice. ↩"
    assert notes.reference_of(target) == Position(0, len("It rained"))
