"""The sample books: built from their sources, and what a reader gets from them."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import pytest

from reader import paths
from reader.books.model import BlockKind
from reader.books.registry import read_book

SAMPLES = paths.resources_folder() / "samples"
NAMES = ("english", "chinese", "mixed")


@pytest.mark.parametrize("name", NAMES)
def test_the_book_is_what_its_sources_build(name: str, tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("build", SAMPLES / "build.py")
    assert spec is not None
    assert spec.loader is not None
    builder = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(builder)
    shutil.copytree(SAMPLES / name, tmp_path / name)
    assert builder.build(tmp_path / name).read_bytes() == (SAMPLES / f"{name}.epub").read_bytes()


@pytest.mark.parametrize(
    ("name", "language"), [("english", "en"), ("chinese", "zh"), ("mixed", "zh")]
)
def test_the_book_reads_whole(name: str, language: str) -> None:
    book = read_book(SAMPLES / f"{name}.epub")
    kinds = {block.kind for chapter in book.chapters for block in chapter.blocks}
    assert book.language.startswith(language)
    assert book.warnings == ()
    assert {BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.TABLE_ROW, BlockKind.NOTE} <= kinds
    notes = [run.note for c in book.chapters for b in c.blocks for run in b.runs if run.note]
    assert notes
