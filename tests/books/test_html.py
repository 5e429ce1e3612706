"""HTML files on their own."""

from __future__ import annotations

import pytest

from reader.books.registry import read_book

PAGE = (
    "<!DOCTYPE html><html lang='{lang}'><head><meta charset='{charset}'><title>Über Katzen</title>"
    "<meta name='author' content='Eva'></head><body><h1>Über</h1><p>Größe&nbsp;zählt."
    "<h2>Ende</h2><p>Schluß</body></html>"
)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "utf-16"])
def test_the_charset_is_found(tmp_path, charset):
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.format(lang="de", charset=charset).encode(charset))
    book = read_book(path)
    assert (book.title, book.authors, book.language) == ("Über Katzen", ("Eva",), "de")
    assert [(chapter.title, chapter.text) for chapter in book.chapters] == [
        ("Über", "Über\nGröße zählt."),
        ("Ende", "Ende\nSchluß"),
    ]


def test_content_decides_not_the_ending(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("<!-- saved --><html><body><p>a <b>page</b></p></body></html>")
    assert read_book(path).chapters[0].text == "a page"
    path = tmp_path / "text.html"
    path.write_text("Just words, and 3 < 4 as <everyone> knows.")
    assert read_book(path).chapters[0].text == "Just words, and 3 < 4 as <everyone> knows."


def test_notes_within_a_page(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(
        "<html><body><p>Word<sup><a href='#n1'>1</a></sup>.</p>"
        "<p id='n1'><a href='#r1'>1</a> The note.</p></body></html>"
    )
    blocks = read_book(path).chapters[0].blocks
    assert [block.kind.name for block in blocks] == ["PARAGRAPH", "NOTE"]
