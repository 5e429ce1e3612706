"""Covers are kept as they are, in bounded room."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from reader.books.model import Book, Cover
from reader.intake.covers import LARGEST, Covers, cover_file, keep_cover
from tests.fakes.reading import make_book


def book(identifier: str, content: bytes | None) -> Book:
    cover = None if content is None else Cover(content=content, media_type="image/png")
    return replace(make_book(("One", "Text.")), identifier=identifier, cover=cover)


def test_a_cover_is_found_by_its_book() -> None:
    keep_cover(book("../odd: name", b"picture"))
    kept = cover_file("../odd: name")
    assert kept is not None
    assert kept.read_bytes() == b"picture"
    assert cover_file("another") is None


def test_no_cover_an_empty_and_a_huge_one_are_not_kept() -> None:
    keep_cover(book("none", None))
    keep_cover(book("empty", b""))
    keep_cover(book("huge", bytes(LARGEST + 1)))
    assert [cover_file(name) for name in ("none", "empty", "huge")] == [None, None, None]


def test_the_oldest_go_where_room_is_short(tmp_path: Path) -> None:
    covers = Covers(tmp_path, room=100)
    for number in range(4):
        covers.keep(book(str(number), bytes(25)))
        (newest,) = (path for path in tmp_path.iterdir() if path.stat().st_mtime > 1e9)
        os.utime(newest, (number, number))
    covers.keep(book("last", bytes(25)))
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 100
    assert sorted(path.stat().st_mtime for path in tmp_path.iterdir())[0] == 2


def test_a_book_goes_without_its_cover_where_none_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "covers").write_text("a file where the folder should be")
    Covers(tmp_path / "covers").keep(book("one", b"picture"))
    assert (tmp_path / "covers").is_file()
