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
    found = by_name(list(storage.library()))["library"]
    assert found.state is State.MISSING
    assert "newer version" in found.detail


def test_a_damaged_library_is_told_and_left_as_it_is() -> None:
    nonsense = b"nonsense" * 1000
    library_file().write_bytes(nonsense)
    found = by_name(list(storage.library()))["library"]
    assert found.state is State.MISSING
    assert "damaged" in found.detail
    assert "restores" in found.advice
    assert library_file().read_bytes() == nonsense


def test_a_library_that_is_open_can_be_examined_and_goes_on(tmp_path: Path) -> None:
    library = Library()
    library.remember_book(small_book(), tmp_path / "book.epub")
    assert by_name(list(storage.library()))["library"].detail == f"1 book in {library_file()}"
    library.take_off_shelf(small_book().identifier)
    assert by_name(list(storage.library()))["library"].detail == f"0 books in {library_file()}"
    library.close()


def test_a_library_that_may_only_be_read_is_not_fatal(monkeypatch: pytest.MonkeyPatch) -> None:
    Library().close()
    monkeypatch.setattr("os.access", lambda *_, **__: False)
    found = by_name(list(storage.library()))["library"]
    assert found.state is State.OPTIONAL
    assert "permissions" in found.advice


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


def test_damaged_settings_are_told_and_left_as_they_are() -> None:
    settings_file().write_text("{bad", "utf-8")
    [finding] = storage.settings()
    assert finding.state is not State.OK
    assert "damaged" in finding.detail
    assert settings_file().read_text("utf-8") == "{bad"


def test_a_missing_translation_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    [finding] = storage.translations()
    assert finding.state is State.OK
    monkeypatch.setattr("reader.paths.resources_folder", lambda: tmp_path)
    [finding] = storage.translations()
    assert finding.state is State.OPTIONAL
    assert "tingshu_zh_CN.qm" in finding.detail
