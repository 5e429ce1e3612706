from __future__ import annotations

from pathlib import Path

import pytest

from reader.library.store import Library
from reader.profiles import GROUPS, Profile, keep_profile, profile_of
from reader.settings import Settings
from tests.fakes.desk import small_book

BOOK = small_book()


@pytest.fixture
def library(tmp_path):
    opened = Library(tmp_path / "library.sqlite")
    opened.remember_book(BOOK, Path("book.epub"))
    yield opened
    opened.close()


def test_a_book_without_a_profile_is_read_as_usual(library) -> None:
    usual = Settings(rate=1.5)
    profile = profile_of(library, BOOK.identifier)
    assert profile.groups == frozenset()
    assert profile.over(usual) == usual


def test_a_new_profile_begins_with_the_present_values() -> None:
    profile = Profile().with_groups(["rate"], Settings(rate=1.5, zoom=200))
    assert profile.own == {"rate": 1.5}
    assert profile.over(Settings(rate=1.0, zoom=300)) == Settings(rate=1.5, zoom=300)


def test_a_change_of_what_is_the_books_own_stays_with_the_book() -> None:
    profile = Profile().with_groups(["rate"], Settings())
    assert profile.changed({"rate": 2.0, "zoom": 200}).own == {"rate": 2.0}


def test_a_group_that_is_given_up_is_the_usual_one_again() -> None:
    profile = Profile().with_groups(["rate", "colours"], Settings(rate=2.0, theme="dark"))
    assert profile.groups == {"rate", "colours"}
    fewer = profile.with_groups(["colours"], Settings(theme="light"))
    assert fewer.own == {"theme": "dark", "zoom": 100}


def test_a_profile_is_kept_with_the_book(library) -> None:
    settings = Settings(voices={"en": "english-heart"}, font="OpenDyslexic", ruler=True)
    profile = Profile().with_groups(["voices", "page"], settings)
    keep_profile(library, BOOK.identifier, profile)
    assert profile_of(library, BOOK.identifier) == profile
    keep_profile(library, BOOK.identifier, Profile())
    assert profile_of(library, BOOK.identifier) == Profile()


@pytest.mark.parametrize(
    "kept", ["{", "[]", "[" * 100_000, '{"rate": "fast"}', '{"theme": "dark"}']
)
def test_of_a_damaged_profile_only_whole_groups_are_taken(library, kept: str) -> None:
    library.choose_for_book(BOOK.identifier, "profile", kept)
    assert profile_of(library, BOOK.identifier) == Profile()


def test_values_beyond_their_limits_are_brought_within(library) -> None:
    library.choose_for_book(BOOK.identifier, "profile", '{"rate": 99, "colour": "red"}')
    assert profile_of(library, BOOK.identifier).own == {"rate": 4.0}


def test_every_setting_of_a_group_exists_and_is_in_one_group() -> None:
    names = [name for group in GROUPS.values() for name in group]
    assert len(names) == len(set(names))
    assert all(hasattr(Settings(), name) for name in names)
