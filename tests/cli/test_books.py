"""Inspecting books and printing their text, good books and bad ones."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from reader.books.registry import read_book
from tests.books.making import make_epub
from tests.books.test_bad_input import encryption
from tests.cli.conftest import Run


@pytest.mark.parametrize("name", ["english", "chinese", "mixed"])
def test_inspect_as_json(tingshu: Run, samples: Path, name: str) -> None:
    outcome = tingshu("inspect", samples / f"{name}.epub", "--json")
    assert outcome.status == 0
    found = json.loads(outcome.out)
    assert set(found) == {
        "title", "authors", "language", "series", "chapters", "pronunciations", "warnings"
    }  # fmt: skip
    book = read_book(samples / f"{name}.epub")
    assert found["title"] == book.title
    assert found["authors"] == list(book.authors)
    assert found["language"] == book.language
    assert len(found["chapters"]) == len(book.chapters) > 1
    for entry, chapter in zip(found["chapters"], book.chapters, strict=True):
        assert entry == {
            "title": chapter.title,
            "level": chapter.level,
            "blocks": len(chapter.blocks),
            "characters": len(chapter.text),
        }


def test_inspect_for_people(tingshu: Run, samples: Path) -> None:
    outcome = tingshu("inspect", samples / "english.epub")
    book = read_book(samples / "english.epub")
    assert f"Title:    {book.title}" in outcome.out
    for chapter in book.chapters:
        assert chapter.title in outcome.out


def test_text_prints_a_block_a_line(tingshu: Run, samples: Path) -> None:
    book = read_book(samples / "chinese.epub")
    outcome = tingshu("text", samples / "chinese.epub")
    blocks = [block for chapter in book.chapters for block in chapter.blocks]
    lines = outcome.out.removesuffix("\n").split("\n")
    assert len(lines) == len(blocks)
    assert lines[0] == blocks[0].text
    assert "\u2028" not in outcome.out


def test_text_of_one_chapter(tingshu: Run, story: Path) -> None:
    outcome = tingshu("text", story, "--chapter", 2)
    assert outcome.status == 0
    assert "The train was late." in outcome.out
    assert "The rain" not in outcome.out


@pytest.mark.parametrize("number", [0, 3, -1])
def test_a_chapter_that_is_not_there(tingshu: Run, story: Path, number: int) -> None:
    outcome = tingshu("text", story, f"--chapter={number}")
    assert outcome.status == 1
    assert f"no chapter {number}" in outcome.err


def truncated_book(samples: Path, path: Path) -> Path:
    path.write_bytes((samples / "english.epub").read_bytes()[:2000])
    return path


def bad_books(folder: Path, samples: Path) -> dict[str, Path]:
    """One of each kind of source that cannot be read, by kind."""
    books = {
        "missing": folder / "missing.epub",
        "directory": folder / "directory.epub",
        "empty": folder / "empty.epub",
        "not an EPUB": folder / "picture.epub",
        "truncated": truncated_book(samples, folder / "truncated.epub"),
        "other zip": folder / "other.epub",
        "locked": make_epub(
            folder / "locked.epub",
            {"a.xhtml": "<p>x</p>"},
            extra={"META-INF/encryption.xml": encryption("urn:aes", "OEBPS/a.xhtml")},
        ),
        "bomb": make_epub(
            folder / "bomb.epub",
            {"a.xhtml": "<p>x</p>"},
            extra={"OEBPS/style.css": b" " * 20_000_000},
        ),
    }
    books["directory"].mkdir()
    books["empty"].write_bytes(b"")
    books["not an EPUB"].write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    with zipfile.ZipFile(books["other zip"], "w") as archive:
        archive.writestr("data.bin", b"\0\1\2")
    return books


KINDS = ["missing", "directory", "empty", "not an EPUB", "truncated", "other zip", "locked", "bomb"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("command", ["inspect", "text", "export"])
def test_bad_books_are_one_clear_paragraph(
    tingshu: Run, tmp_path: Path, samples: Path, command: str, kind: str
) -> None:
    book = bad_books(tmp_path, samples)[kind]
    target = tmp_path / "out.m4b"
    outcome = tingshu(command, book, *(("-o", target) if command == "export" else ()))
    assert outcome.status == 1
    assert outcome.out == ""
    assert outcome.err.count("\n") == 1
    assert outcome.err.startswith("tingshu: ")
    assert book.name in outcome.err
    assert "nobody foresaw" not in outcome.err
    assert outcome.err.count(". ") >= 1, "a reason and a remedy"
    assert not target.exists()
