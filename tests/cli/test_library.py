"""The command library: the shelf from the terminal."""

from __future__ import annotations

import json
import shutil
from contextlib import closing, nullcontext
from pathlib import Path

import pytest

from reader.background import CancelToken
from reader.cli import library_intake
from reader.intake.adding import add
from reader.intake.turns import turn
from reader.library.store import Library
from reader.search.index import Index
from tests.cli.conftest import Run


@pytest.fixture
def books(tmp_path: Path) -> Path:
    """A folder of two texts."""
    folder = tmp_path / "books"
    folder.mkdir()
    (folder / "whale.txt").write_text("The whale was white. Nobody had seen it.\n", "utf-8")
    (folder / "雨夜.txt").write_text("那天晚上下着雨。窗外有一个人。\n", "utf-8")
    return folder


@pytest.fixture
def shelved(books: Path) -> Path:
    """The same, on the shelf and in the index."""
    with closing(Library()) as library, closing(Index()) as index:
        add([books], library, index=index, cancel=CancelToken())
    return books


def listed(tingshu: Run) -> list[str]:
    return [each["title"] for each in json.loads(tingshu("library", "list", "--json").out)]


def test_a_folder_is_added_and_what_came_of_it_is_told(tingshu: Run, books: Path) -> None:
    shutil.copy(books / "whale.txt", books / "white.txt")
    (books / "zipped.epub").write_bytes(b"PK\x03\x04 and no more")
    added = tingshu("library", "add", books)
    assert added.out == "new: 2, copies of others: 1, not readable: 1\n"
    assert f"{books / 'zipped.epub'}: " in added.err
    assert " 75%  3 of 4  " in added.err
    assert added.status == 1
    assert sorted(listed(tingshu)) == ["whale", "雨夜"]


def test_what_was_added_can_be_searched(tingshu: Run, books: Path) -> None:
    added = json.loads(tingshu("library", "add", books / "雨夜.txt", "--json").out)
    assert (added["new"], added["failed"], added["complete"]) == (1, [], True)
    found = tingshu("library", "search", "窗外")
    assert found.out.splitlines() == ["雨夜", "  雨夜: 那天晚上下着雨。[窗外]有一个人。"]
    assert found.err == "passages: 1, books: 1\n"


def test_an_empty_shelf_and_an_empty_folder_are_told(tingshu: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    added = tingshu("library", "add", tmp_path / "empty")
    assert (added.status, added.out) == (0, "No books there.\n")
    shown = tingshu("library", "list")
    assert (shown.status, shown.out, shown.err) == (0, "", "There are no books.\n")


def test_who_waits_for_another_is_told_and_may_stop(
    tingshu: Run, books: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = CancelToken()

    class Impatient(library_intake.ProgressLine):
        def tell(self, message: str) -> None:
            super().tell(message)
            token.cancel()

    monkeypatch.setattr(library_intake, "ProgressLine", Impatient)
    monkeypatch.setattr(library_intake, "stopped_by_signals", lambda: nullcontext(token))
    with turn(CancelToken()):
        stopped = tingshu("library", "add", books)
    assert stopped.status == 130
    assert "Another window or command is adding books; waiting." in stopped.err


def test_the_list_has_a_line_a_book(tingshu: Run, shelved: Path) -> None:
    with closing(Library()) as library:
        whale = next(entry for entry in library.books() if entry.title == "whale")
        library.set_finished(whale.identifier, True)
    assert sorted(tingshu("library", "list").out.splitlines()) == [
        f"  0%  雨夜  (zh)  {shelved / '雨夜.txt'}",
        f"read  whale  (en)  {shelved / 'whale.txt'}",
    ]


def test_a_search_tells_the_places_as_json(tingshu: Run, shelved: Path) -> None:
    found = json.loads(tingshu("library", "search", "nobody", "white", "--json").out)
    (hit,) = found["hits"]
    assert (found["passages"], found["books"], found["complete"]) == (1, 1, True)
    assert (hit["title"], hit["chapter"]) == ("whale", 1)
    text = "The whale was white. Nobody had seen it."
    assert text[hit["start"] : hit["end"]] == hit["match"]


def test_a_book_is_removed_by_file_title_or_identifier_and_keeps_its_notes(
    tingshu: Run, shelved: Path
) -> None:
    identifier = json.loads(tingshu("library", "list", "--json").out)[0]["identifier"]
    assert tingshu("library", "remove", identifier).out.startswith("Removed 0%  ")
    (left,) = listed(tingshu)
    assert tingshu("library", "remove", left).status == 0
    assert listed(tingshu) == []
    with closing(Library()) as library:
        assert library.known_book(identifier) is not None
    tingshu("library", "add", shelved / "whale.txt")
    assert tingshu("library", "remove", shelved / "whale.txt", "--json").status == 0
    assert listed(tingshu) == []


def test_a_book_can_be_forgotten_with_its_notes(tingshu: Run, shelved: Path) -> None:
    removed = tingshu("library", "remove", "whale", "--with-notes", "--json")
    with closing(Library()) as library:
        assert library.known_book(json.loads(removed.out)["identifier"]) is None


def test_a_name_of_no_book_or_of_two_is_refused(tingshu: Run, shelved: Path) -> None:
    (shelved / "more").mkdir()
    (shelved / "more" / "whale.txt").write_text("Another whale altogether.\n", "utf-8")
    with closing(Library()) as library:
        add([shelved / "more"], library, cancel=CancelToken())
    several = tingshu("library", "remove", "whale")
    assert (several.status, "2 books have this title." in several.err) == (1, True)
    none = tingshu("library", "remove", "shark")
    assert (none.status, "There is no such book on the shelf." in none.err) == (1, True)


def test_books_that_are_not_prepared_are_indexed(tingshu: Run, books: Path) -> None:
    with closing(Library()) as library:
        add([books], library, cancel=CancelToken())
    (books / "雨夜.txt").unlink()
    indexed = tingshu("library", "index")
    assert indexed.out == "prepared: 1\n"
    assert "雨夜: Its file is no longer there." in indexed.err
    assert indexed.status == 1
    assert tingshu("library", "search", "whale").out.startswith("whale\n")


def test_a_book_is_found_by_its_title(tingshu: Run, shelved: Path) -> None:
    assert tingshu("library", "find", "wha").out == f"  0%  whale  (en)  {shelved / 'whale.txt'}\n"
    (found,) = json.loads(tingshu("library", "find", "yu ye", "--json").out)
    assert found["title"] == "雨夜"
    none = tingshu("library", "find", "shark")
    assert (none.status, none.out, none.err) == (0, "", "No book is called so.\n")
