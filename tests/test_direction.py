"""What tells how an open book is said, and what of it outlives the book's being closed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.books.model import Book
from reader.cast.directions import Role
from reader.direction import Direction
from reader.errors import LibraryError
from reader.lexicon.entry import Entry
from reader.library.store import Library
from reader.narration.delivery import Delivery
from reader.settings import Settings
from tests.cast.making import NARRATOR, book_of, dialogue_of, voice

TEXT = "“Come in,” said Ann.\n“Why?” said Eve.\n“It rains.”\n“So it does.”"
VOICES = (NARRATOR, voice("lady"), voice("man", "male"))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library.sqlite")


def opened(book: Book, library: Library | None, settings: Settings | None = None) -> Direction:
    """The direction of `book` with its dialogue and voices, as the window has it."""
    if library is not None:
        library.remember_book(book, Path(f"{book.identifier}.epub"))
    direction = Direction(book, library, settings or Settings())
    direction.set_voices(VOICES, NARRATOR)
    direction.set_dialogue(dialogue_of(book, "Ann", "Eve"))
    return direction


def voices_heard(direction: Direction) -> set[str | None]:
    cues = [cue for director in direction.directors for cue in director.cues(0, 0, len(TEXT))]
    return {cue.delivery.voice for cue in cues if cue.delivery.voice}


def test_characters_are_heard_unless_everything_is_to_be_read_in_one_voice() -> None:
    direction = opened(book_of(TEXT), None)
    assert voices_heard(direction) != set()
    direction.set_settings(Settings(characters=False))
    assert voices_heard(direction) == set()


def test_what_was_directed_is_there_when_the_book_is_opened_again(library: Library) -> None:
    cast = opened(book_of(TEXT), library).cast
    assert cast is not None
    cast.set_role("Ann", Role(voice="man", rate=1.2))
    cast.merge("Eve", into="Ann")
    again = opened(book_of(TEXT), library).cast
    assert again is not None
    assert again.directions == cast.directions
    assert [(each.character.name, each.role) for each in again.members] == [
        ("Ann", Role(voice="man", rate=1.2))
    ]


def test_the_next_book_of_the_series_keeps_the_voices(library: Library) -> None:
    first = replace(book_of(TEXT, identifier="first"), series="The House")
    cast = opened(first, library).cast
    assert cast is not None
    cast.set_role("Eve", Role(voice="man", pitch=1.0))
    second = replace(book_of(TEXT, identifier="second"), title="Two", series="The House")
    later = opened(second, library).cast
    assert later is not None
    assert later.roles["Eve"] == Role(voice="man", pitch=1.0)
    other = replace(book_of(TEXT, identifier="third"), title="Three", authors=("Somebody Else",))
    stranger = opened(other, library).cast
    assert stranger is not None
    assert stranger.roles["Eve"].pitch == 0.0


def volume(number: int) -> Book:
    """A book of one series, unlike the others."""
    identifier = f"volume {number}"
    book = book_of(f"{TEXT}\nThis was day {number}.", identifier=identifier)
    return replace(book, title=identifier, series="The House")


def test_who_is_given_the_narrator_s_voice_has_it_in_the_next_book(library: Library) -> None:
    assert opened(volume(1), library).role_of("Ann") != Delivery()
    first = opened(volume(2), library).cast
    assert first is not None
    first.set_role("Ann", Role())
    later = opened(volume(3), library).cast
    assert later is not None
    assert later.directions.roles == {}
    assert later.roles["Ann"] == Role()


def test_a_voice_that_is_missing_for_a_day_is_not_forgotten(library: Library) -> None:
    first = opened(volume(1), library).cast
    assert first is not None
    first.set_role("Eve", Role(voice="man", pitch=1.0))
    poor = Direction(volume(2), library, Settings())
    library.remember_book(volume(2), Path("two.epub"))
    poor.set_voices([NARRATOR], NARRATOR)
    poor.set_dialogue(dialogue_of(volume(2), "Ann", "Eve"))
    assert poor.cast is not None
    assert poor.cast.roles["Eve"].voice == NARRATOR.name
    again = opened(volume(3), library).cast
    assert again is not None
    assert again.directions.roles == {}
    assert again.roles["Eve"] == Role(voice="man", pitch=1.0)


def test_of_two_with_one_name_the_one_who_says_more_is_remembered(library: Library) -> None:
    text = TEXT + "\n“Well.”\n“Yes.”"
    first = replace(book_of(text, identifier="volume 1"), series="The House")
    library.remember_book(first, Path("one.epub"))
    direction = Direction(first, library, Settings())
    direction.set_voices(VOICES, NARRATOR)
    direction.set_dialogue(dialogue_of(first, "Ann", "Eve", "Ann"))
    assert direction.cast is not None
    direction.cast.set_role("Ann", Role(voice="man"))
    direction.cast.rename("Eve", "Ann")
    direction.cast.set_role("Eve", Role(voice="lady"))
    later = opened(volume(2), library).cast
    assert later is not None
    assert later.roles["Ann"] == Role(voice="man")


def test_pronunciations_count_as_they_are_put_right(library: Library) -> None:
    told: list[None] = []
    book = book_of(TEXT)
    library.remember_book(book, Path("book.epub"))
    direction = Direction(book, library, Settings(), on_change=lambda: told.append(None))
    library.keep_pronunciations([Entry(word="Ann", say="Anna")])
    direction.read_again()
    direction.renew()
    [cue] = direction.lexicon.cues(0, 0, 20)
    assert (TEXT[cue.start : cue.end], cue.delivery.said) == ("Ann", "Anna")
    assert told


def test_a_style_sheet_s_voice_is_found_among_the_voices() -> None:
    direction = opened(book_of(TEXT), None)
    assert direction.voice_called("Romeo, male") == "man"
    assert direction.voice_called("lady") == "lady"
    assert direction.voice_called("nobody at all") is None
    direction.set_settings(Settings(characters=False))
    assert direction.voice_called("male") is None


def test_a_library_that_fails_costs_the_memory_and_not_the_cast(library: Library) -> None:
    problems: list[LibraryError] = []
    library.close()
    direction = Direction(book_of(TEXT), library, Settings(), on_problem=problems.append)
    direction.set_voices(VOICES, NARRATOR)
    direction.set_dialogue(dialogue_of(book_of(TEXT), "Ann", "Eve"))
    assert voices_heard(direction)
    assert problems
