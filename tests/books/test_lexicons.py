"""Lexicons that a book links or lists, and the series that it belongs to."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.books import lexicons
from reader.books.model import Book, Pronunciation
from reader.books.registry import read_book
from tests.books.making import make_epub, xhtml

PLS = (
    '<lexicon xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" version="1.0" '
    'alphabet="{alphabet}"{language}>{lexemes}</lexicon>'
)
LEXEME = "<lexeme><grapheme>{word}</grapheme><phoneme>{said}</phoneme></lexeme>"
LINK = '<link rel="pronunciation" type="application/pls+xml" hreflang="{lang}" href="{href}"/>'
ITEM = '<item id="{name}" href="{name}" media-type="application/pls+xml"/>'


def pls(*pairs: tuple[str, str], language: str = "", alphabet: str = "ipa") -> str:
    lexemes = "".join(LEXEME.format(word=word, said=said) for word, said in pairs)
    tag = f' xml:lang="{language}"' if language else ""
    return PLS.format(alphabet=alphabet, language=tag, lexemes=lexemes)


def book_with(tmp_path: Path, links: str, manifest: str = "", **files: str) -> Book:
    page = xhtml("<p>text</p>").replace("</title>", f"</title>{links}")
    extra = {f"OEBPS/{name}.pls": content for name, content in files.items()}
    documents = {"text/a.xhtml": page, "text/b.xhtml": page}
    return read_book(make_epub(tmp_path / "b.epub", documents, manifest=manifest, extra=extra))


def test_linked_and_listed_lexicons_are_read_once_in_their_order(tmp_path):
    book = book_with(
        tmp_path,
        LINK.format(lang="fr", href="../one.pls") + LINK.format(lang="de", href="../two.pls"),
        ITEM.format(name="one.pls") + ITEM.format(name="three.pls"),
        one=pls(("un", "œ̃")),
        two=pls(("two", "tu:"), language="en-GB", alphabet="x-sampa"),
        three=PLS.format(
            alphabet="ipa",
            language="",
            lexemes="<lexeme><grapheme>W3C</grapheme><grapheme>w3c</grapheme>"
            "<alias>World Wide Web Consortium</alias></lexeme>"
            "<lexeme><grapheme>silent</grapheme></lexeme>",
        ),
    )
    alias = "World Wide Web Consortium"
    assert book.pronunciations == (
        Pronunciation(word="un", phonemes="œ̃", language="fr"),
        Pronunciation(word="two", phonemes="tu:", alphabet="x-sampa", language="en-GB"),
        Pronunciation(word="W3C", alias=alias),
        Pronunciation(word="w3c", alias=alias),
    )
    assert book.warnings == ()


@pytest.mark.parametrize(
    "damaged",
    [
        "<lexicon>",
        "no markup",
        "",
        '<!DOCTYPE x [<!ENTITY e "e">]>' + pls(("a", "&e;")),
        "<html/>",
    ],
)
def test_a_damaged_lexicon_is_told_of_and_the_rest_is_read(tmp_path, damaged):
    links = LINK.format(lang="en", href="../bad.pls") + LINK.format(lang="en", href="../good.pls")
    book = book_with(tmp_path, links, bad=damaged, good=pls(("a", "b"), language="en"))
    assert book.pronunciations == (Pronunciation(word="a", phonemes="b", language="en"),)
    assert len(book.warnings) == 1
    assert "1 pronunciation lexicon " in book.warnings[0]


@pytest.mark.parametrize("href", ["../gone.pls", "https://example.org/x.pls", "", "#here"])
def test_a_lexicon_that_is_not_there_is_told_of(tmp_path, href):
    book = book_with(tmp_path, LINK.format(lang="en", href=href))
    assert book.pronunciations == ()
    assert len(book.warnings) == 1


def test_lexicons_beyond_the_limits_are_cut_off(tmp_path, monkeypatch):
    monkeypatch.setattr(lexicons, "MOST_WORDS", 3)
    links = LINK.format(lang="en", href="../one.pls") + LINK.format(lang="en", href="../two.pls")
    many = pls(*((f"w{number}", "x") for number in range(5)))
    book = book_with(tmp_path, links, one=many, two=many)
    assert [each.word for each in book.pronunciations] == ["w0", "w1", "w2"]
    assert "1 pronunciation lexicon " in book.warnings[0]
    monkeypatch.setattr(lexicons, "LARGEST", 100)
    assert book_with(tmp_path, links, one=many, two=many).pronunciations == ()


COLLECTION = '<meta property="belongs-to-collection" id="{id}">{name}</meta>'
KIND = '<meta refines="#{id}" property="collection-type">{kind}</meta>'


@pytest.mark.parametrize(
    ("metadata", "series"),
    [
        (COLLECTION.format(id="c", name=" The  Ring ") + KIND.format(id="c", kind="series"), True),
        (COLLECTION.format(id="c", name="The Ring") + KIND.format(id="c", kind="set"), False),
        (COLLECTION.format(id="c", name="The Ring"), False),
        (
            COLLECTION.format(id="s", name="Best Of")
            + KIND.format(id="s", kind="set")
            + COLLECTION.format(id="c", name="The Ring")
            + KIND.format(id="c", kind="Series"),
            True,
        ),
        ('<meta name="calibre:series" content=" The Ring"/>', True),
        ('<meta name="calibre:series" content=" "/>', False),
        ('<meta name="calibre:series_index" content="1"/>', False),
        ("", False),
    ],
)
def test_the_series_of_a_book(tmp_path, metadata, series):
    path = make_epub(tmp_path / "b.epub", {"a.xhtml": "<p>A</p>"}, metadata=metadata)
    assert read_book(path).series == ("The Ring" if series else None)
