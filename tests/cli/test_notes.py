"""The command notes: printed, written, exported and imported, and what it says when it cannot."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from reader.books.registry import read_book
from reader.library.store import Library, Place
from tests.cli.conftest import Run


@contextmanager
def library_of(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    monkeypatch.setenv("TINGSHU_HOME", str(home))
    with closing(Library()) as library:
        yield library


@pytest.fixture
def noted(story: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The story, with a bookmark and a note in it."""
    book = read_book(story)
    with library_of(home, monkeypatch) as library:
        library.remember_book(book, story)
        library.save_place(book.identifier, Place(0, 3), 0.25)
        library.add_bookmark(
            book.identifier,
            Place(1, 12, title="Chapter II"),
            extent=9,
            quotation="The train",
            note="# Why late?",
        )
        library.add_bookmark(book.identifier, Place(0, 11, "", "The rain"), "rain")
    return story


def test_the_notes_of_a_book_are_printed_as_markdown(tingshu: Run, noted: Path) -> None:
    outcome = tingshu("notes", noted)
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.startswith("# story\n\n## Chapter I\n\n### ")
    assert ": rain\n\n> The rain…\n" in outcome.out
    assert "> The train\n\n\\# Why late?\n" in outcome.out
    assert tingshu("notes", noted, "--markdown").out == outcome.out


def test_the_notes_of_a_book_are_printed_as_json(tingshu: Run, noted: Path) -> None:
    document = json.loads(tingshu("notes", "--json", noted).out)
    first, second = document["notes"]
    assert (first["chapter"], first["name"], first["note"]) == (1, "rain", "")
    assert (second["chapter_title"], second["quotation"]) == ("Chapter II", "The train")
    assert 0 < first["percent"] < second["percent"] < 100


def test_the_notes_are_written_into_a_file(tingshu: Run, noted: Path, tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    outcome = tingshu("notes", noted, "-o", file)
    assert (outcome.status, outcome.out, outcome.err) == (0, "", f"Written: {file}\n")
    assert file.read_text("utf-8") == tingshu("notes", noted).out
    refused = tingshu("notes", noted, "-o", tmp_path / "nowhere" / "notes.md")
    assert refused.status == 1
    assert "cannot be written" in refused.err


def test_a_book_without_notes_says_so_and_writes_nothing(
    tingshu: Run, story: Path, tmp_path: Path
) -> None:
    file = tmp_path / "notes.md"
    outcome = tingshu("notes", story, "-o", file)
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "There are no notes.\n")
    assert not file.exists()
    assert json.loads(tingshu("notes", story, "--json").out)["notes"] == []


def test_notes_travel(
    tingshu: Run, noted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "notes.json"
    written = tingshu("notes", "--export", file, noted)
    assert (written.status, written.out) == (0, "Written: notes 2, books 1.\n")
    here = tingshu("notes", noted).out
    with library_of(tmp_path / "elsewhere", monkeypatch) as library:
        library.remember_book(read_book(noted), noted)
    taken = tingshu("notes", "--import", file)
    assert taken.out == (
        "Taken: notes 2. Here already: 0.\nRead on elsewhere, and now here too: story\n"
    )
    assert tingshu("notes", noted).out == here
    again = json.loads(tingshu("notes", "--import", file, "--json").out)
    assert again == {
        "books": 1, "unknown": 0, "notes_new": 0, "notes_known": 2, "moved": [], "left_out": 0,
    }  # fmt: skip


def test_what_is_not_here_or_not_understood_is_told(
    tingshu: Run, noted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "notes.json"
    assert json.loads(tingshu("notes", "--export", file, "--json").out) == {"books": 1, "notes": 2}
    document = json.loads(file.read_text("utf-8"))
    document["books"][0]["bookmarks"].append(7)
    file.write_text(json.dumps(document), "utf-8")
    monkeypatch.setenv("TINGSHU_HOME", str(tmp_path / "elsewhere"))
    outcome = tingshu("notes", "--import", file)
    assert "Books that are not here: 1. Their notes are kept for them." in outcome.out
    assert outcome.err == "Not understood and left out: 1.\n"
    assert "\\# Why late?" in tingshu("notes", noted).out


def test_what_cannot_be_done_is_one_paragraph(tingshu: Run, story: Path, tmp_path: Path) -> None:
    nothing = tingshu("notes", "--export", tmp_path / "notes.json")
    assert (nothing.status, nothing.out) == (1, "")
    assert "There is nothing to write" in nothing.err
    wrong = tingshu("notes", "--import", story)
    assert (wrong.status, wrong.out) == (1, "")
    assert wrong.err.startswith(f"tingshu: {story}: The file is damaged, or is no file with notes")
    missing = tingshu("notes", tmp_path / "none.epub")
    assert missing.status == 1


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["a.txt", "b.txt"],
        ["--import", "notes.json", "a.txt"],
        ["--import", "a", "--export", "b"],
        ["a.txt", "--json", "--markdown"],
    ],
)
def test_what_makes_no_sense_is_misuse(tingshu: Run, arguments: list[str]) -> None:
    outcome = tingshu("notes", *arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert "usage: tingshu notes" in outcome.err
