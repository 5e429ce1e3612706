"""The index's file: damaged, of another version, deleted, not to be written."""

from __future__ import annotations

import logging
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import SearchError
from reader.search import file, tables
from reader.search.index import Index
from tests.navigation.making import book, p

WHALES = replace(book([p("The white whale. " * 300)]), identifier="whales")
SQUIDS = replace(book([p("A squid. " * 300)]), identifier="squids")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where an index with a book lies."""
    made = Index(tmp_path / "search.sqlite")
    made.add(WHALES)
    made.close()
    return tmp_path / "search.sqlite"


def test_it_lies_among_what_may_be_deleted(home):
    index = Index()
    assert index.path == home / "cache" / "search.sqlite"
    index.close()
    index.close()


def test_it_is_kept(path):
    index = Index(path)
    assert index.identifiers() == {"whales"}
    assert index.search("whale").hits
    index.close()


@pytest.mark.parametrize("content", [b"nonsense " * 900, b"\0" * 5_000])
def test_what_is_no_index_is_begun_anew(path, caplog, content):
    path.write_bytes(content)
    with caplog.at_level(logging.WARNING):
        index = Index(path)
    assert "begun anew" in caplog.text
    assert index.identifiers() == frozenset()
    index.add(SQUIDS)
    assert index.search("squid").hits
    index.close()


def test_another_version_is_begun_anew(path, monkeypatch):
    monkeypatch.setattr(file, "VERSION", tables.VERSION + 1)
    monkeypatch.setattr(tables, "VERSION", tables.VERSION + 1)
    index = Index(path)
    assert index.identifiers() == frozenset()
    index.close()
    index = Index(path)
    index.add(SQUIDS)
    index.close()
    index = Index(path)
    assert index.identifiers() == {"squids"}
    index.close()


def damage(path: Path) -> None:
    """Overwrite the pages of the words, not the first ones, which say what the file is."""
    content = bytearray(path.read_bytes())
    content[8_192:] = b"\x5a" * (len(content) - 8_192)
    path.write_bytes(content)


def test_damage_that_a_search_meets_begins_the_index_anew(path, caplog):
    damage(path)
    index = Index(path)
    with caplog.at_level(logging.WARNING):
        assert index.search("whale").hits == ()
    assert "damaged" in caplog.text
    index.add(WHALES)
    assert index.search("whale").hits
    index.close()


def test_damage_that_adding_meets_does_not_lose_the_book(path):
    damage(path)
    index = Index(path)
    index.add(SQUIDS)
    assert index.search("squid").hits
    index.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE passages SET text = x'1234'",
        "UPDATE passages SET text = 'text'",
        "UPDATE books SET chapters = x'00'",
        "DELETE FROM passages",
    ],
)
def test_what_was_not_written_so_is_damage(path, statement):
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(statement)
    connection.close()
    index = Index(path)
    assert index.search("whale").hits == ()
    index.add(WHALES)
    assert index.search("whale").hits
    index.close()


def test_a_file_that_is_deleted_while_it_is_open_is_begun_anew(path):
    index = Index(path)
    for each in path.parent.iterdir():
        each.unlink()
    assert index.identifiers() == frozenset()
    index.add(SQUIDS)
    assert path.is_file()
    index.close()


def test_two_that_meet_the_same_damage_begin_one_new_index(path):
    damage(path)
    one, other = Index(path), Index(path)
    one.add(SQUIDS)
    assert other.search("squid").hits
    assert other.identifiers() == {"squids"}
    one.close()
    other.close()


def test_what_one_program_writes_another_reads(path):
    program = (
        "from pathlib import Path; from reader.search.index import Index;"
        "from tests.search.test_index_file import SQUIDS;"
        f"Index(Path({str(path)!r})).add(SQUIDS)"
    )
    index = Index(path)
    subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parents[2], check=True)
    assert index.search("squid").books == 1
    index.close()


def test_a_second_writer_waits_and_then_says_so(path):
    index, other = Index(path, patience=0.01), sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(SearchError, match="Another program is holding"):
        index.add(SQUIDS)
    assert index.search("whale").hits
    other.execute("ROLLBACK")
    index.add(SQUIDS)
    other.close()
    index.close()


def test_on_a_full_disk_no_half_book_is_kept_and_the_others_are_found(path):
    index = Index(path)
    pages = index._file._connection.execute("PRAGMA page_count").fetchone()[0]
    index._file._connection.execute(f"PRAGMA max_page_count = {pages}")
    large = replace(book([p(" ".join(map(str, range(9_000))))]), identifier="large")
    with pytest.raises(SearchError, match="The disk is full") as caught:
        index.add(large)
    assert caught.value.subject == str(path)
    assert index.identifiers() == {"whales"}
    assert index.search("whale").hits
    index.close()


@pytest.fixture
def read_only(monkeypatch):
    """Files that may not be written, and no others beside them: permissions do not bind root."""
    connect = file.IndexFile._connect

    def refuse(self: file.IndexFile, address: str) -> sqlite3.Connection:
        if "immutable" in address:
            return connect(self, address)
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
        raise error

    monkeypatch.setattr(file.IndexFile, "_connect", refuse)


def test_what_may_not_be_written_is_searched_all_the_same(path, read_only):
    index = Index(path)
    assert index.search("whale").hits
    with pytest.raises(SearchError, match="cannot be written"):
        index.add(SQUIDS)
    with pytest.raises(SearchError, match="cannot be written"):
        index.remove("whales")
    assert index.search("whale").hits
    index.close()


@pytest.mark.usefixtures("read_only")
def test_an_index_that_cannot_be_made_is_said_so(tmp_path):
    with pytest.raises(SearchError, match="cannot be written"):
        Index(tmp_path / "search.sqlite")
    (tmp_path / "search.sqlite").write_bytes(b"")
    with pytest.raises(SearchError, match="cannot be begun anew"):
        Index(tmp_path / "search.sqlite")


def test_a_folder_in_the_place_of_the_file_is_said_so(tmp_path):
    (tmp_path / "search.sqlite").mkdir()
    with pytest.raises(SearchError):
        Index(tmp_path / "search.sqlite")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(SearchError):
        Index(tmp_path / "file" / "search.sqlite")


def test_a_system_that_cannot_search_texts_is_said_so(tmp_path, monkeypatch):
    statements = tuple(each.replace("fts5", "fts99") for each in tables._SCHEMA)
    monkeypatch.setattr(tables, "_SCHEMA", statements)
    with pytest.raises(SearchError, match="cannot search texts"):
        Index(tmp_path / "search.sqlite")


def test_a_closed_index_says_so(path):
    index = Index(path)
    index.close()
    with pytest.raises(SearchError):
        index.search("whale")
