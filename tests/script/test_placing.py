"""A script after the book was corrected: its sentences are found again by their words."""

from __future__ import annotations

import pytest

from reader.books.model import Book
from reader.script.line import ScriptLine
from tests.script.stories import book, chapter, edited, heard, script_of, story

TOLD = book(
    chapter("The pier", "It was late. The lamp was burning. Nobody came."),
    chapter("The crossing", "The boat left at nine. The sea was calm. Nobody came."),
)


def changed(told: Book, sentence: str, instead: str) -> list[ScriptLine]:
    return edited(told, (f"<s>{sentence}</s>", f"<s>{instead}</s>"), number=1)


@pytest.mark.parametrize(
    "corrected",
    [
        book(
            chapter("The pier", "It was very late. The lamp was burning. Nobody at all came."),
            chapter("The crossing", "The boat left at nine. The sea was calm. Nobody came."),
        ),
        book(
            chapter("The pier", "It was late."),
            chapter("The crossing", "The old boat left at ten. The sea was calm. Nobody came."),
        ),
        book(
            chapter("Preface", "To the reader."),
            chapter("The pier", "It was late. The lamp was burning. Nobody came."),
            chapter("The crossing", "The boat left at nine. The sea was calm. Nobody came."),
        ),
        book(
            chapter("Everything", "A new beginning. Of a new book. The sea was calm. The end."),
        ),
    ],
    ids=["the chapter before", "the chapter itself", "a chapter more", "only the sentence left"],
)
def test_a_sentence_is_found_again(corrected: Book) -> None:
    lines = changed(TOLD, "The sea was calm.", "The sea was <emphasis>wild</emphasis>.")
    number = len(corrected.chapters) - 1
    assert "The sea was wild." in heard(corrected, lines, number)
    assert script_of(corrected, lines).lost == ()


def test_marks_and_blanks_may_have_been_corrected() -> None:
    corrected = book(
        TOLD.chapters[0], chapter("The crossing", "It left.  The  sea was calm! Nobody came.")
    )
    lines = changed(TOLD, "The sea was calm.", "The sea was wild.")
    assert "The sea was wild." in heard(corrected, lines, 1)


def test_a_sentence_that_has_other_words_is_read_as_the_book_has_it() -> None:
    corrected = book(
        TOLD.chapters[0],
        chapter("The crossing", "The boat left at nine. The sea was rough. Nobody came."),
    )
    lines = changed(TOLD, "The sea was calm.", "The sea was wild.")
    assert "The sea was rough." in heard(corrected, lines, 1)
    assert script_of(corrected, lines).lost == tuple(lines)


def test_of_the_same_words_those_in_the_same_surroundings_are_meant() -> None:
    lines = changed(TOLD, "Nobody came.", "Somebody came.")
    corrected = book(
        chapter("The pier", "Nobody came. It was late. The lamp was burning. Nobody came."),
        chapter("The crossing", "The good boat left at nine. The sea was calm. Nobody came."),
    )
    assert "Somebody came." not in heard(corrected, lines, 0)
    assert heard(corrected, lines, 1)[-1] == "Somebody came."


def test_no_sentence_gets_two_lines() -> None:
    lines = edited(
        book(chapter("One", "No. Well, no. No.")), ("<s>Well, no.</s>", "<s>Well, yes.</s>")
    )
    twice = [*lines, *[ScriptLine(chapter=0, place=999, original="Well, no.", ssml="Never.")]]
    corrected = book(chapter("One", "No. Well, no. No."))
    assert heard(corrected, twice) == ["One", "No.", "Well, yes.", "No."]
    assert [line.ssml for line in script_of(corrected, twice).lost] == ["Never."]


def test_a_line_of_nowhere_does_no_harm() -> None:
    lines = [
        ScriptLine(chapter=99, place=5, original="Not in this book at all.", ssml="Well."),
        ScriptLine(chapter=0, place=0, original="", ssml="Well."),
    ]
    assert script_of(story(), lines).lost == tuple(lines)
    assert heard(story(), lines) == heard(story(), [])


def test_a_line_that_cannot_be_read_leaves_the_sentence_to_the_book() -> None:
    told = story()
    (line,) = edited(told, ("It was late.", "It was early."))
    broken = ScriptLine(chapter=line.chapter, place=line.place, original=line.original, ssml="<s")
    assert heard(told, [broken]) == heard(told, [])


def test_a_line_for_a_sentence_that_is_cut_otherwise_is_not_said() -> None:
    told = story()
    place = told.chapters[0].text.index("It was late.")
    line = ScriptLine(chapter=0, place=place, original="It was", ssml="It is.")
    assert heard(told, [line]) == heard(told, [])


def test_changing_a_chapter_takes_along_what_has_moved() -> None:
    lines = changed(TOLD, "The sea was calm.", "The sea was wild.")
    other = edited(TOLD, ("It was late.", "It was early."))
    moved = book(chapter("Preface", "To the reader."), *TOLD.chapters)
    script = script_of(moved, [*lines, *other])
    change = script.change(2, [])
    assert {line.ssml for line in change.gone} == {"The sea was wild.", "It was early."}
    assert [(line.chapter, line.ssml) for line in change.kept] == [(1, "It was early.")]
    assert change.undone.gone == change.kept
    script.set_lines(change.kept)
    assert script.lines(2) == {}
    assert list(script.lines(1).values()) == ["It was early."]
