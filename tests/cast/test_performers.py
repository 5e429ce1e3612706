"""Who performs a book is told by the names that people know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from reader.cast import performers
from reader.cast.cast import Cast
from reader.cast.directions import Directions, Role
from reader.speech.engine import Voice
from reader.speech.speaker import Speaker
from tests.cast.making import book_of, company, dialogue_of, voice
from tests.fakes.engine import FakeEngine

LADY, MAN = voice("lady", quality=3), voice("man", "male")
OLD_LADY = replace(voice("lady-old", age="senior"), title="Lady, bent", base="lady")


class Troupe(FakeEngine):
    """Has several voices."""

    def voices(self) -> Sequence[Voice]:
        return [replace(each, engine=self.name) for each in (LADY, MAN, OLD_LADY)]


@pytest.fixture
def speaker() -> Speaker:
    return Speaker([Troupe()])


def cast_with(**roles: str | None) -> Cast:
    """Of characters in these voices."""
    book = book_of("\n".join(f"“It rains,” said {name}." for name in roles))
    directions = Directions(roles={name: Role(voice=voice) for name, voice in roles.items()})
    voices = company(LADY, MAN, OLD_LADY, voice("gone"))
    return Cast(book, dialogue_of(book, *roles), directions, company=voices)


def test_the_narrator_is_the_first_and_everybody_is_named_once(speaker: Speaker) -> None:
    cast = cast_with(Ann="man", Eve="lady", Joe="man", Tom=None)
    assert performers.narrators(cast, speaker, "en") == ("Lady", "Man")


def test_a_voice_that_is_another_one_bent_is_called_as_that_one(speaker: Speaker) -> None:
    assert performers.narrators(cast_with(Ann="lady-old"), speaker, "en") == ("Lady",)


def test_voices_that_are_not_there_are_not_named(speaker: Speaker) -> None:
    assert performers.narrators(cast_with(Ann="gone"), speaker, "en") == ("Lady",)
    assert performers.narrators(cast_with(Ann="man"), speaker, "zh") == ("Man",)
    assert performers.narrators(None, Speaker([]), "en") == ()


def test_a_book_in_one_voice_has_one_narrator_and_no_speakers(speaker: Speaker) -> None:
    assert performers.narrators(None, speaker, "en-GB") == ("Lady",)
    assert performers.speakers(None) == {}


def test_characters_are_known_by_their_identifiers() -> None:
    cast = cast_with(Ann="man", Eve="lady")
    cast.rename("Ann", "Aunt Ann")
    assert performers.speakers(cast) == {"Ann": "Aunt Ann", "Eve": "Eve"}
