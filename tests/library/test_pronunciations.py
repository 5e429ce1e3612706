"""Pronunciations: kept in order by scope, changed, taken away and put back, imported in bulk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.lexicon.entry import Entry, Kind, Matching
from reader.library.store import Library
from tests.library.test_library import book


@pytest.fixture
def shelved(library: Library) -> Library:
    """A library with the books ``a`` and ``b``."""
    for name in "ab":
        library.remember_book(book(name), Path(f"{name}.epub"))
    return library


def keep(library: Library, *entries: Entry) -> list[Entry]:
    return list(library.keep_pronunciations(entries).entries)


def words(entries: list[Entry]) -> list[str]:
    return [entry.word for entry in entries]


def test_an_entry_is_there_after_closing_as_it_was(home: Path) -> None:
    first = Library()
    first.remember_book(book("a"), Path("a.epub"))
    made = keep(
        first,
        Entry(
            word="典当",
            kind=Kind.PINYIN,
            say="dian3 dang4",
            matching=Matching.ANYWHERE,
            language="zh",
            book="a",
            enabled=False,
        ),
    )
    first.close()
    second = Library()
    kept = second.pronunciations("a")
    second.close()
    assert made[0].number is not None
    assert kept == made


def test_a_books_own_come_first_then_those_for_all_each_in_the_order_they_came(
    shelved: Library,
) -> None:
    for word, scope in (("one", None), ("two", "a"), ("three", None), ("four", "a"), ("five", "b")):
        keep(shelved, Entry(word=word, say="x", book=scope))
    assert words(shelved.pronunciations("a")) == ["two", "four", "one", "three"]
    assert words(shelved.pronunciations(None)) == ["one", "three"]
    assert words(shelved.pronunciations("stranger")) == ["one", "three"]


def test_entries_are_put_in_another_order(shelved: Library) -> None:
    made = keep(shelved, *(Entry(word=each, say="x") for each in "abc"))
    numbers = [entry.number for entry in made if entry.number is not None]
    shelved.order_pronunciations([numbers[2], numbers[0], numbers[1]])
    assert words(shelved.pronunciations(None)) == ["c", "a", "b"]
    assert words(keep(shelved, Entry(word="d", say="x"))) == ["d"]
    assert words(shelved.pronunciations(None)) == ["c", "a", "b", "d"]


def test_an_entry_is_changed(shelved: Library) -> None:
    made, other = keep(shelved, Entry(word="a", say="x"), Entry(word="b", say="y"))
    changed = replace(made, say="", kind=Kind.SKIP, book="b", enabled=False)
    shelved.change_pronunciation(changed)
    assert shelved.pronunciations("b") == [changed, other]


def test_removed_entries_can_be_put_back_as_they_were(shelved: Library) -> None:
    made = keep(shelved, *(Entry(word=each, say="x", book="a") for each in "xyz"))
    numbers = [entry.number for entry in made if entry.number is not None]
    removed = shelved.remove_pronunciations([numbers[0], numbers[2], 999])
    assert removed == [made[0], made[2]]
    assert words(shelved.pronunciations("a")) == ["y"]
    [newer] = keep(shelved, Entry(word="new", say="x"))
    assert newer.number not in numbers
    shelved.put_pronunciations_back(removed)
    shelved.put_pronunciations_back(removed)
    assert shelved.pronunciations("a") == [*made, newer]


def test_many_are_kept_or_none(shelved: Library) -> None:
    several = [Entry(word="a", say="x"), Entry(word="b", say="y", book="stranger")]
    with pytest.raises(LibraryError, match="not in the library"):
        keep(shelved, *several)
    assert shelved.pronunciations(None) == []
    many = [Entry(word=f"word{number}", say="x") for number in range(5_000)]
    kept = keep(shelved, *many)
    assert shelved.pronunciations(None) == kept
    assert [entry.position for entry in kept] == list(range(5_000))


def test_a_new_entry_takes_the_place_of_the_one_for_the_same_word_and_that_can_be_undone(
    shelved: Library,
) -> None:
    scopes: tuple[str | None, ...] = (None, "a", "b")
    old = keep(shelved, *(Entry(word="tea", say="old", book=scope) for scope in scopes))
    kept = shelved.keep_pronunciations(
        [Entry(word="tea", say="new"), Entry(word="tea", say="new", book="a")]
    )
    assert {entry.book for entry in kept.replaced} == {None, "a"}
    assert set(kept.replaced) < set(old)
    assert [entry.say for entry in shelved.pronunciations("a")] == ["new", "new"]
    assert [entry.say for entry in shelved.pronunciations("b")] == ["old", "new"]
    shelved.remove_pronunciations(each.number for each in kept.entries if each.number is not None)
    shelved.put_pronunciations_back(kept.replaced)
    assert shelved.pronunciations("a") == [old[1], old[0]]


def test_nothing_is_imported_from_nothing(shelved: Library) -> None:
    assert keep(shelved) == []
    assert shelved.remove_pronunciations([]) == []


def test_forgetting_a_book_forgets_its_pronunciations_alone(shelved: Library) -> None:
    for scope in ("a", "b", None):
        keep(shelved, Entry(word=str(scope), say="x", book=scope))
    shelved.forget_book("a")
    assert words(shelved.pronunciations("a")) == ["None"]
    assert words(shelved.pronunciations("b")) == ["b", "None"]


def test_what_a_newer_version_wrote_is_passed_over_and_kept(shelved: Library) -> None:
    [made] = keep(shelved, Entry(word="a", say="x"))
    shelved._connection.execute(
        "INSERT INTO pronunciations (word, matching, kind, say, position)"
        " VALUES ('b', 'word', 'sung', 'la', 7)"
    )
    assert shelved.pronunciations(None) == [made]
    [number] = shelved._connection.execute(
        "SELECT number FROM pronunciations WHERE kind = 'sung'"
    ).fetchone()
    assert shelved.remove_pronunciations([number]) == []
    assert shelved._connection.execute(
        "SELECT count(*) FROM pronunciations WHERE kind = 'sung'"
    ).fetchone() == (1,)
