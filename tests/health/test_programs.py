"""Whether Python, its packages, Qt, SQLite and fonts are there."""

from __future__ import annotations

import sqlite3
import subprocess
import sys

import pytest

from reader.health import Finding, State, programs


def by_name(findings: list[Finding]) -> dict[str, Finding]:
    return {finding.name: finding for finding in findings}


def test_an_old_python_is_fatal(monkeypatch: pytest.MonkeyPatch) -> None:
    [well] = programs.python()
    assert well.state is State.OK
    monkeypatch.setattr("sys.version_info", (3, 9, 1))
    [finding] = programs.python()
    assert finding.state is State.MISSING
    assert "3.11" in finding.advice
    assert finding.command == ""


def test_a_package_that_cannot_be_imported_comes_with_its_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "regex", None)
    found = by_name(list(programs.packages()))
    assert found["regular expressions"].state is State.MISSING
    assert found["regular expressions"].command.endswith("-m pip install regex")
    assert found["EPUB"].command == ""


def test_a_window_without_qt_and_one_whose_libraries_are_missing_are_mended_differently(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(programs.shutil, "which", lambda _: "/usr/bin/apt-get")
    problems = iter(["No module named 'PySide6'", "libEGL.so.1: cannot open shared object file"])
    monkeypatch.setattr(programs, "import_problem", lambda _: next(problems))
    without, broken = (next(programs.window()) for _ in range(2))
    assert without.command.endswith("pip install PySide6-Essentials PySide6-Addons")
    assert broken.command.startswith("sudo apt-get install ")
    assert "libegl1" in broken.command
    assert without.state is broken.state is State.MISSING


def test_where_there_is_no_apt_the_packages_are_told_in_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(programs.shutil, "which", lambda _: None)
    finding = programs.system_packages("sound", State.OPTIONAL, "none", "libportaudio2")
    assert finding.command == ""
    assert "libportaudio2" in finding.advice


@pytest.mark.parametrize("listed", ["", "OpenDyslexic\nOpenDyslexic Alta"])
def test_fonts_are_asked_of_fontconfig(monkeypatch: pytest.MonkeyPatch, listed: str) -> None:
    asked: list[str] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(command[1])
        return subprocess.CompletedProcess(command, 0, stdout=listed)

    monkeypatch.setattr(programs.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(programs.subprocess, "run", run)
    found = list(programs.fonts())
    assert asked == [":lang=zh", "OpenDyslexic"]
    expected = State.OK if listed else State.OPTIONAL
    assert [finding.state for finding in found] == [expected, expected]
    assert ["fonts-opendyslexic" in finding.command for finding in found] == [False, not listed]


def test_without_fontconfig_nothing_is_said_of_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs.shutil, "which", lambda _: None)
    assert list(programs.fonts()) == []


def test_an_sqlite_without_full_text_search_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    [finding] = programs.full_text()
    assert finding.state is State.OK

    class Without:
        def execute(self, _: str) -> None:
            raise sqlite3.OperationalError("no such module: fts5")

        def close(self) -> None:
            pass

    monkeypatch.setattr(sqlite3, "connect", lambda _: Without())
    [finding] = programs.full_text()
    assert finding.state is State.OPTIONAL
    assert "FTS5" in finding.detail
    assert finding.advice
