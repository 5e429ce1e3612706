"""Real books become talking books that keep all rules, where the shared corpora are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.books.registry import read_book
from tests.export.daisy.files import DaisyFiles
from tests.export.daisy.making import make
from tests.export.daisy.rules import complaints

CORPORA = Path(__file__).parents[3].parent / "shared" / "corpora"
pytestmark = pytest.mark.skipif(
    not CORPORA.is_dir(), reason="the shared corpora are not beside the checkout"
)

SAMPLES = "epub/IDPF+epub3-samples/30__{}.dir.epub"
PRIDE = "epub/standardebooks+jane-austen_pride-and-prejudice/src.dir.epub"
TAO = "epub/standardebooks+laozi_tao-te-ching_james-legge/src.dir.epub"
TABLES = "epub/edrlab+thorium-reader-epub-tests/Rare_EPUB_test_suit__a11y_metadata_2025.dir.epub"


@pytest.mark.parametrize(
    ("name", "chapters", "pages", "notes"),
    [
        (PRIDE, range(8), 0, 0),
        (TAO, None, 0, 117),
        (SAMPLES.format("childrens-literature"), range(12), 11, 0),
        (SAMPLES.format("georgia-pls-ssml"), None, 7, 24),
        (SAMPLES.format("regime-anticancer-arabic"), None, 0, 1),
        (SAMPLES.format("kusamakura-japanese-vertical-writing"), range(3), 0, 0),
        (TABLES, None, 0, 0),
    ],
)
def test_a_real_book_keeps_all_rules(
    name: str, chapters: range | None, pages: int, notes: int, tmp_path: Path
) -> None:
    book = read_book(CORPORA / name)
    folder = make(tmp_path / "book", book, chapters=chapters, opening="A real book.")
    assert complaints(folder) == []
    files = DaisyFiles(folder)
    assert len(files.spans("page-normal")) == pages
    assert len(files.spans("noteref")) == notes


@pytest.mark.parametrize("name", ["text/zh/西游记.txt", "text/gutenberg/972.txt"])
def test_the_beginning_of_a_plain_text_keeps_all_rules(name: str, tmp_path: Path) -> None:
    text = (CORPORA / name).read_text("utf-8", errors="replace")[:20_000]
    (tmp_path / "book.txt").write_text(text, "utf-8")
    folder = make(tmp_path / "book", read_book(tmp_path / "book.txt"))
    assert complaints(folder) == []
