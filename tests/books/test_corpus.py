"""The shared corpus: every readable EPUB opens, with its text and the titles of its contents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.books.registry import read_book
from tests.benchmarks import books

SHARED = Path(__file__).parents[2].parent / "shared" / "corpora"
pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the shared corpora are not beside the checkout"
)


@pytest.fixture(scope="module")
def figures() -> dict:
    lines = (SHARED / "epub" / "REFERENCE.jsonl").read_text("utf-8").splitlines()
    return books.summary([books.measure(json.loads(line)) for line in lines])


def test_every_readable_book_opens(figures):
    assert figures["opened"] == figures["readable"] == 402


def test_the_two_others_are_refused_in_words(figures):
    reasons = figures["not_opened"].values()
    assert sorted(reason.split(":")[0] for reason in reasons) == ["DamagedBook", "UnsupportedBook"]


def test_text_and_titles_are_delivered(figures):
    assert figures["text_complete"] >= 353
    assert figures["titles_all_found"] >= 365


def test_chinese_novels_have_their_chapters():
    for name, count in (("三国演义", 120), ("西游记", 100)):
        book = read_book(SHARED / "text" / "zh" / f"{name}.txt")
        headed = [chapter for chapter in book.chapters if chapter.title.startswith("第")]
        assert len(headed) == count
        assert book.language == "zh"


def test_a_japanese_novel_keeps_its_readings():
    samples = SHARED / "epub" / "IDPF+epub3-samples"
    book = read_book(samples / "30__kusamakura-japanese-vertical-writing.dir.epub")
    runs = [run for c in book.chapters for b in c.blocks for run in b.runs if run.ruby]
    assert len(runs) > 4500
    assert book.language.lower().startswith("ja")


def test_printed_pages_and_notes_of_real_books():
    book = read_book(SHARED / "epub" / "IDPF+epub3-samples" / "30__childrens-literature.dir.epub")
    pages = [run.page for c in book.chapters for b in c.blocks for run in b.runs if run.page]
    assert len(pages) > 80
    tao = SHARED / "epub" / "standardebooks+laozi_tao-te-ching_james-legge" / "src.dir.epub"
    blocks = [block for chapter in read_book(tao).chapters for block in chapter.blocks]
    references = [run for block in blocks for run in block.runs if run.note]
    notes = [block for block in blocks if block.kind.name == "NOTE"]
    assert len(references) >= 100
    assert len(notes) >= 100
