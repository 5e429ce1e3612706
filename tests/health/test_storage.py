"""What is kept on the disk, and what was brought along."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from reader.health import Finding, State, storage
from reader.library import copies
from reader.library.store import Library, library_file
from reader.search.file import index_file
from reader.search.index import Index
from reader.settings import settings_file
from tests.fakes.desk import small_book


def by_name(findings: list[Finding]) -> dict[str, Finding]:
    return {finding.name: finding for finding in findings}


def test_a_full_disk_is_fatal(monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage("/")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1000))
    [finding] = storage.disk()
    assert finding.state is State.MISSING
    assert finding.advice


def test_the_library_is_examined(tmp_path: Path) -> None:
    [finding] = storage.library()
    assert (finding.state, finding.detail) == (State.OK, "not begun yet")
    assert not library_file().exists()
    with_book = Library()
    with_book.remember_book(small_book(), tmp_path / "book.epub")
    with_book.close()
    found = by_name(list(storage.library()))
    assert found["library"].state is State.OK
    assert found["library"].detail == f"1 book in {library_file()}"
    assert "none yet" in found["copies of the library"].detail


def test_the_newest_copy_of_the_library_is_told() -> None:
    Library().close()
    copies.make(library_file(), 1_700_000_000)
    found = by_name(list(storage.library()))["copies of the library"]
    assert "2023-11-1" in found.detail


def test_a_library_of_a_newer_version_is_fatal() -> None:
    Library().close()
    connection = sqlite3.connect(library_file())
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    [finding] = storage.library()
    assert finding.state is State.MISSING
    assert "newer version" in finding.detail


def test_a_damaged_library_is_set_aside_and_told() -> None:
    library_file().write_bytes(b"nonsense" * 1000)
    found = list(storage.library())
    assert [finding.state for finding in found] == [State.OPTIONAL, State.OK, State.OK]
    assert "damaged" in found[0].detail
    assert "kept as" in found[0].advice


def test_the_search_index_is_examined_but_not_begun() -> None:
    [finding] = storage.index()
    assert (finding.state, finding.detail) == (State.OK, "not begun yet")
    assert not index_file().exists()
    index = Index()
    index.add(small_book())
    index.close()
    [finding] = storage.index()
    assert finding.detail == f"1 book in {index_file()}"


def test_an_index_that_cannot_be_read_is_not_fatal() -> None:
    index_file().mkdir(parents=True)
    [finding] = storage.index()
    assert finding.state is State.OPTIONAL


def test_settings_that_cannot_be_read_are_told() -> None:
    [finding] = storage.settings()
    assert (finding.state, finding.detail) == (State.OK, str(settings_file()))
    settings_file().mkdir(parents=True)
    [finding] = storage.settings()
    assert finding.state is State.MISSING


def test_a_missing_translation_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    [finding] = storage.translations()
    assert finding.state is State.OK
    monkeypatch.setattr("reader.paths.resources_folder", lambda: tmp_path)
    [finding] = storage.translations()
    assert finding.state is State.OPTIONAL
    assert "tingshu_zh_CN.qm" in finding.detail
