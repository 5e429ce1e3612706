"""A script in the library: kept, said by whoever reads the book, and taken along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.books.model import Book
from reader.dialogue.model import Character, Dialogue, Quotation
from reader.direction import Direction
from reader.errors import LibraryError
from reader.lexicon.entry import Entry
from reader.library.store import Library
from reader.narration.narrator import Narrator
from reader.narration.timeline import Timeline
from reader.script.line import ScriptLine
from reader.settings import Settings
from tests.cast.making import NARRATOR, voice
from tests.script.stories import book, chapter, edited, story


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "library.sqlite")
    yield library
    library.close()


def opened(told: Book, library: Library | None, path: Path = Path("story.epub")) -> Direction:
    if library is not None:
        library.remember_book(told, path)
    return Direction(told, library, Settings())


def heard(direction: Direction, number: int = 0) -> list[str]:
    told = direction.book
    narrator = Narrator(told, directors=direction.directors, rewriting=direction.script)
    said = (narrator.utterance(each).text for each in Timeline(told).passages(number))
    return [" ".join(each.split()) for each in said]


def test_what_is_kept_is_said_now_and_when_the_book_is_opened_again(library: Library) -> None:
    told = story()
    changes: list[str] = []
    library.remember_book(told, Path("story.epub"))
    direction = Direction(told, library, Settings(), on_change=lambda: changes.append("changed"))
    lines = edited(told, ("It was late.", "It was early."))
    direction.change_script(direction.script.change(0, lines))
    direction.script_changed()
    assert changes == ["changed"]
    assert heard(direction)[1] == "It was early."
    assert heard(opened(told, library))[1] == "It was early."
    assert library.script(told.identifier) == lines


def test_a_chapter_is_reset_without_touching_the_others_and_that_is_undone(
    library: Library,
) -> None:
    told = story()
    direction = opened(told, library)
    first = edited(told, ("It was late.", "It was early."))
    second = edited(told, ("The boat left.", "The boat stayed."), number=1)
    direction.change_script(direction.script.change(0, first))
    direction.change_script(direction.script.change(1, second))
    reset = direction.script.change(0, [])
    direction.change_script(reset)
    assert library.script(told.identifier) == second
    assert heard(direction)[1] == "It was late."
    direction.change_script(reset.undone)
    assert library.script(told.identifier) == [*first, *second]
    assert heard(direction, 0)[1] == "It was early."
    assert heard(direction, 1)[1] == "The boat stayed."


def test_a_corrected_edition_keeps_the_script(library: Library) -> None:
    told = story()
    direction = opened(told, library)
    lines = edited(told, ("The boat left.", "The boat stayed."), number=1)
    direction.change_script(direction.script.change(1, lines))
    corrected = book(chapter("Preface", "New."), *told.chapters, identifier="second edition")
    again = opened(corrected, library)
    assert heard(again, 2)[1] == "The boat stayed."
    assert again.script.lost == ()


def test_a_book_of_others_has_none_of_it(library: Library) -> None:
    told = story()
    direction = opened(told, library)
    direction.change_script(
        direction.script.change(0, edited(told, ("It was late.", "It was early.")))
    )
    other = replace(told, identifier="other", title="Other", authors=("B. Writer",))
    assert heard(opened(other, library, Path("other.epub")))[1] == "It was late."


def test_a_new_line_takes_the_place_of_a_lost_one_there(library: Library) -> None:
    told = story()
    direction = opened(told, library)
    lost = ScriptLine(chapter=0, place=9, original="Long gone words.", ssml="Gone.")
    library.change_script(told.identifier, gone=(), kept=[lost])
    lines = edited(told, ("It was late.", "It was early."))
    assert lines[0].place == 9
    direction.change_script(direction.script.change(0, lines))
    assert library.script(told.identifier) == lines


def test_a_word_put_right_is_said_so_in_a_sentence_with_a_script(library: Library) -> None:
    told = story()
    direction = opened(told, library)
    lines = edited(told, ("It was late.", "It was <emphasis>late</emphasis> today."))
    direction.change_script(direction.script.change(0, lines))
    assert heard(direction)[1] == "It was late today."
    library.keep_pronunciations([Entry(word="today", say="to day", book=told.identifier)])
    direction.read_again()
    direction.renew()
    assert heard(direction)[1] == "It was late to day."


def test_what_the_script_itself_says_of_a_word_goes_before(library: Library) -> None:
    told = story()
    direction = opened(told, library)
    lines = edited(told, ("It was late.", 'It was <sub alias="early">late</sub>, later.'))
    direction.change_script(direction.script.change(0, lines))
    for book_of_entry in (told.identifier, None):
        library.keep_pronunciations([Entry(word="late", say="tardy", book=book_of_entry)])
    direction.read_again()
    direction.renew()
    assert heard(direction)[1] == "It was early, later."


def test_without_a_library_nothing_is_kept_and_that_is_told() -> None:
    direction = opened(story(), None)
    with pytest.raises(LibraryError, match="cannot be kept"):
        direction.change_script(direction.script.change(0, []))


def test_a_book_that_is_not_on_the_shelf_cannot_have_a_script(library: Library) -> None:
    direction = Direction(story(), library, Settings())
    lines = edited(story(), ("It was late.", "It was early."))
    with pytest.raises(LibraryError):
        direction.change_script(direction.script.change(0, lines))
    assert library.script("story") == []


def with_anna(settings: Settings) -> Direction:
    told = book(chapter("One", "“Come in,” said Anna. “No!” Anna shouted."))
    direction = Direction(told, None, settings)
    text = told.chapters[0].text
    quotations = tuple(
        Quotation(
            chapter=0,
            start=text.index(words),
            end=text.index(words) + len(words),
            speaker="anna",
            confidence=1.0,
        )
        for words in ("“Come in,”", "“No!”")
    )
    anna = Character(identifier="anna", name="Anna", aliases=("Anna",), quotations=2)
    direction.set_dialogue(Dialogue(characters=(anna,), quotations=quotations))
    return direction


def test_a_script_names_who_speaks_also_while_no_voices_are_known() -> None:
    direction = with_anna(Settings())
    document = direction.chapter_script(0).document()
    assert document.count('<x:said who="anna">') == 2
    assert direction.knows("anna")
    assert direction.knows("Anna")
    assert not direction.knows("Zoe")
    assert direction.role_of("Zoe") is None
    assert Direction(direction.book, None, Settings()).knows("Zoe")


def test_a_script_names_who_speaks_also_while_everything_is_read_in_one_voice() -> None:
    direction = with_anna(Settings(characters=False, uncertain="neighbour", confidence=1.0))
    direction.set_voices([NARRATOR, voice("lady")], NARRATOR)
    document = direction.chapter_script(0).document()
    assert document.count('<x:said who="anna">') == 2
    assert "<voice" not in document
    assert "<prosody" not in document
