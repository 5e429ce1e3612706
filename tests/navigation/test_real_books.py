"""Navigation of real books, where the shared corpora are at hand."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from reader.books.model import Book
from reader.books.registry import read_book
from reader.navigation.elements import ElementKind, Elements
from reader.navigation.links import Links
from reader.navigation.notes import Notes
from reader.navigation.pages import Pages
from reader.navigation.tables import Tables

EPUBS = Path(__file__).parents[2].parent / "shared" / "corpora" / "epub"
pytestmark = pytest.mark.skipif(
    not EPUBS.is_dir(), reason="the shared corpora are not beside the checkout"
)
SAMPLES = "IDPF+epub3-samples/30__{}.dir.epub"
TAO = "standardebooks+laozi_tao-te-ching_james-legge/src.dir.epub"
TABLES = "edrlab+thorium-reader-epub-tests/Rare_EPUB_test_suit__a11y_metadata_2025.dir.epub"


@cache
def read(name: str) -> Book:
    return read_book(EPUBS / name)


@pytest.mark.parametrize(
    ("name", "references"),
    [(SAMPLES.format("georgia-pls-ssml"), 24), (SAMPLES.format("wasteland"), 50), (TAO, 117)],
)
def test_every_reference_leads_to_its_note_and_back(name, references):
    book = read(name)
    notes, elements = Notes(book), Elements(book)
    found = list(elements.all(ElementKind.NOTE))
    assert len(found) == references
    for reference in found:
        target = notes.target(reference.start)
        assert target is not None, reference
        chapter, start, _ = notes.text(target)
        assert (chapter, start) == (target.chapter, target.offset)
        back = notes.reference_of(target)
        assert notes.target(back) == target
        text = book.chapters[back.chapter].text
        assert text.startswith(reference.text, back.offset)


def test_notes_of_several_paragraphs_are_whole():
    book = read(TAO)
    notes = Notes(book)
    ranges = {notes.text(notes.target(start)) for start in notes.references()}
    assert len(ranges) == 117
    texts = [book.chapters[chapter].text[start:end] for chapter, start, end in ranges]
    assert all(text.rstrip().endswith("↩") for text in texts)
    assert max(text.count("\n") for text in texts) > 2


def test_printed_pages_of_a_textbook():
    pages = Pages(read(SAMPLES.format("childrens-literature")))
    numbers = [int(label) for label in pages.labels()]
    assert numbers == sorted(numbers)
    assert (pages.labels()[0], pages.at(pages.find("200"))) == ("169", "200")
    assert pages.find("１７５") == pages.positions()[numbers.index(175)]


@pytest.mark.parametrize(
    "name",
    [SAMPLES.format(name) for name in ("internallinks", "wasteland", "linear-algebra")] + [TAO],
)
def test_links_lead_somewhere(name):
    book = read(name)
    links = Links(book)
    for element in Elements(book).all(ElementKind.LINK):
        found = links.at(element.start)
        assert found.text == element.text
        assert found.target is not None, element


def test_the_cells_of_a_table_of_conformance():
    book = read(TABLES)
    table = next(Elements(book).all(ElementKind.TABLE))
    tables = Tables(book)
    cell = tables.cell_at(table.start)
    rows = []
    while cell is not None:
        rows.append(cell)
        cell = tables.neighbour(cell, rows=1)
    assert len(rows) == table.count == rows[0].rows
    levels = [tables.neighbour(each, columns=1) for each in rows[1:]]
    assert {each.column_header for each in levels} == {"Niveau"}
    assert {each.text for each in levels} <= {"A", "AA", "EPUB"}
    assert levels[0].row_header.startswith("1.1.1")


def test_a_list_of_a_bibliography_is_one_list():
    book = read(SAMPLES.format("childrens-literature"))
    (bibliography,) = Elements(book).all(ElementKind.LIST)
    assert bibliography.count == 42
    after = Elements(book).past(bibliography.start)
    assert after.offset == bibliography.end.offset + 1 or after.chapter > bibliography.end.chapter
