"""Which files of a folder are taken for books."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.background import CancelToken
from reader.errors import Cancelled
from reader.intake.finding import find_files
from tests.intake.conftest import write

TEI = '<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>'


def names(*paths: Path) -> list[str]:
    return [path.name for path in find_files(paths, CancelToken()).files]


def test_a_folder_gives_the_files_that_are_named_like_books_at_any_depth(shelf: Path) -> None:
    for name in ("b.txt", "a.EPUB", "deep/er/c.html", "cover.jpg", "notes.docx", "list"):
        write(shelf, name)
    assert names(shelf) == ["a.EPUB", "b.txt", "c.html"]


def test_of_xml_files_only_tei_books_are_taken(shelf: Path) -> None:
    write(shelf, "play.xml", TEI)
    write(shelf, "feed.xml", "<rss><channel/></rss>")
    assert names(shelf) == ["play.xml"]


def test_a_chosen_file_is_taken_whatever_it_is_called(shelf: Path) -> None:
    assert names(write(shelf, ".secret"), write(shelf, "cover.jpg")) == [".secret", "cover.jpg"]


def test_what_is_hidden_in_a_folder_is_left_out(shelf: Path) -> None:
    write(shelf, ".trash/old.txt")
    write(shelf, ".draft.txt")
    write(shelf, "book.txt")
    assert names(shelf) == ["book.txt"]


def test_a_file_is_found_once_however_often_it_is_chosen(shelf: Path) -> None:
    book = write(shelf, "book.txt")
    assert names(shelf, book, shelf) == ["book.txt"]


def test_the_pages_of_an_unpacked_book_are_no_books(shelf: Path) -> None:
    write(shelf, "unpacked/META-INF/container.xml", "<container/>")
    write(shelf, "unpacked/text/chapter.xhtml")
    assert names(shelf) == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_are_followed_but_never_in_circles(shelf: Path, tmp_path: Path) -> None:
    write(tmp_path, "elsewhere/book.txt")
    (shelf / "linked").symlink_to(tmp_path / "elsewhere")
    (shelf / "circle").symlink_to(shelf)
    (shelf / "itself.txt").symlink_to(shelf / "itself.txt")
    (shelf / "itself").symlink_to(shelf / "itself")
    assert names(shelf) == ["book.txt"]


def test_a_folder_that_cannot_be_looked_into_is_told_and_the_rest_is_found(shelf: Path) -> None:
    write(shelf, "book.txt")
    vanishing = shelf / "vanishing"
    vanishing.mkdir()

    def look(folder: Path) -> None:
        if folder == vanishing:
            folder.rmdir()

    found = find_files([shelf], CancelToken(), looking=look)
    assert [path.name for path in found.files] == ["book.txt"]
    reason = "The folder cannot be read (No such file or directory)."
    assert found.refused == [(vanishing, reason)]


def test_looking_can_be_cancelled(shelf: Path) -> None:
    write(shelf, "a/b/book.txt")
    token = CancelToken()
    with pytest.raises(Cancelled):
        find_files([shelf], token, looking=lambda _: token.cancel())
