"""A book becomes one file or a folder of files; whatever is not whole never appears."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest

from reader.books.model import Cover
from reader.errors import DiskFull, ExportError
from reader.export.options import ExportOptions, Format
from reader.export.output import output_of
from reader.export.products.chapter_files import ChapterFiles
from reader.export.products.making import product_for
from reader.export.products.one_file import OneFile
from reader.export.products.product import Edition, Product
from reader.export.sections import Section, TimedSentence
from reader.speech.engine import SPEECH_RATE, Samples
from tests.export.levels import decoded
from tests.export.pictures import picture_file
from tests.fakes.reading import make_book

TITLES = ("One", "第二章", "One")
LENGTHS = (30_007, 100_001, 24_000)


class ToneSound:
    """A section that sounds; it fails half-way with `error`."""

    def __init__(self, section: Section, frames: int, error: Exception | None = None) -> None:
        self.section = section
        self.frames = frames
        self.sentences: Sequence[TimedSentence] = ()
        self._error = error

    def blocks(self) -> Iterator[Samples]:
        noise = np.random.default_rng(self.section.number).normal(0, 0.05, self.frames)
        first, second = np.array_split(noise.astype(np.float32), 2)
        yield first
        if self._error is not None:
            raise self._error
        yield second


def make_edition(cover: bytes | None = None) -> Edition:
    book = make_book(*((title, "Text.") for title in TITLES))
    if cover is not None:
        book = replace(book, cover=Cover(content=cover, media_type="image/png"))
    sections = tuple(
        Section(number=number, title=title, chapter=number) for number, title in enumerate(TITLES)
    )
    return Edition(book=book, narrators=("Heart",), sections=sections)


EDITION = make_edition(picture_file("png"))
SOUNDS = [
    ToneSound(section, frames) for section, frames in zip(EDITION.sections, LENGTHS, strict=True)
]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "home")


def product_at(target: Path, options: ExportOptions, edition: Edition) -> Product:
    return product_for(output_of(target, options, edition.book), options, edition)


def make(target: Path, kind: Format, edition: Edition = EDITION) -> list[Path]:
    product = product_at(target, ExportOptions(format=kind), edition)
    files = [path for sound in SOUNDS for path in product.add(sound)]
    return [*files, *product.finish()]


@pytest.mark.parametrize("kind", ["m4b", "mp3", "opus", "flac", "wav"])
def test_one_file_holds_the_whole_book(tmp_path, kind):
    target = tmp_path / f"book.{kind}"
    assert make(target, kind) == [target]
    assert names(tmp_path) == [target.name]
    assert len(decoded(target)) - sum(LENGTHS) in range(1024)
    with av.open(str(target), "r") as file:
        begins = [float(mark["start"] * mark["time_base"]) for mark in file.chapters()]
        tags = {**file.metadata, **file.streams.audio[0].metadata}
        pictures = len(file.streams.video)
    if kind != "wav":
        wanted = [0.0, LENGTHS[0] / SPEECH_RATE, (LENGTHS[0] + LENGTHS[1]) / SPEECH_RATE]
        assert begins == pytest.approx(wanted, abs=0.001)
        assert tags["title"] == "A Book 书"
        assert pictures == 1


@pytest.mark.parametrize("kind", ["mp3", "opus", "flac", "wav"])
def test_a_folder_holds_a_file_a_chapter_and_the_cover(tmp_path, kind):
    folder = tmp_path / "new" / "folder"
    files = make(folder, kind)
    wanted = [f"01 - One.{kind}", f"02 - 第二章.{kind}", f"03 - One.{kind}"]
    assert [path.name for path in files] == wanted
    assert names(folder) == [*wanted, "cover.png"]
    assert [len(decoded(path)) for path in files] == list(LENGTHS)
    if kind != "wav":
        with av.open(str(files[2]), "r") as file:
            tags = {**file.metadata, **file.streams.audio[0].metadata}
            assert len(file.streams.video) == 1
        assert (tags["title"], tags["track"]) == ("One (2)", "3/3")


def test_a_broken_cover_is_left_out(tmp_path):
    for cover in (b"", b"no picture"):
        edition = make_edition(cover)
        files = make(tmp_path / "files", "mp3", edition)
        assert "cover.png" not in names(tmp_path / "files")
        files += make(tmp_path / "book.m4b", "m4b", edition)
        for path in files:
            with av.open(str(path), "r") as file:
                assert not file.streams.video


@pytest.mark.parametrize("kind", ["m4b", "mp3", "wav"])
def test_one_file_appears_only_when_it_is_whole(tmp_path, kind):
    target = tmp_path / f"book.{kind}"
    target.write_bytes(b"older")
    product = product_at(target, ExportOptions(format=kind), EDITION)
    product.add(SOUNDS[0])
    assert target.read_bytes() == b"older"
    product.abandon()
    product.abandon()
    assert names(tmp_path) == [target.name]
    assert target.read_bytes() == b"older"


@pytest.mark.parametrize("kind", ["m4b", "opus"])
def test_an_error_in_the_sound_leaves_nothing_of_one_file(tmp_path, kind):
    product = product_at(tmp_path / f"book.{kind}", ExportOptions(format=kind), EDITION)
    product.add(SOUNDS[0])
    with pytest.raises(ValueError, match="damaged"):
        product.add(ToneSound(EDITION.sections[1], 1000, ValueError("damaged")))
    product.abandon()
    assert names(tmp_path) == []


def test_chapters_that_are_whole_stay(tmp_path):
    product = ChapterFiles(tmp_path / "out", "mp3", EDITION)
    product.add(SOUNDS[0])
    with pytest.raises(ValueError, match="damaged"):
        product.add(ToneSound(EDITION.sections[1], 1000, ValueError("damaged")))
    product.abandon()
    assert names(tmp_path / "out") == ["01 - One.mp3"]


def test_what_an_earlier_run_has_finished_counts_in_a_folder_only(tmp_path):
    product = ChapterFiles(tmp_path, "wav", EDITION)
    files = product.add(SOUNDS[0])
    again = ChapterFiles(tmp_path, "wav", EDITION)
    assert again.keep(EDITION.sections[0], files)
    again.finish()
    assert names(tmp_path) == ["01 - One.wav", "cover.png"]
    one = OneFile(tmp_path / "book.m4b", "m4b", EDITION)
    assert not one.keep(EDITION.sections[0], files)
    assert one.finish() == ()


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    product = ChapterFiles(tmp_path / "out", "wav", EDITION)
    monkeypatch.setattr("reader.export.audio.WavFile.write", full)
    with pytest.raises(DiskFull):
        product.add(SOUNDS[0])
    product.abandon()
    assert names(tmp_path / "out") == []


@pytest.mark.parametrize("kind", ["m4b", "flac"])
def test_a_folder_that_is_not_there_is_told(tmp_path, kind):
    product = product_at(tmp_path / "no" / f"x.{kind}", ExportOptions(format=kind), EDITION)
    with pytest.raises(ExportError, match="no such folder"):
        product.add(SOUNDS[0])
    product.abandon()
    assert names(tmp_path) == []


def test_a_folder_that_goes_away_is_not_made_anew(tmp_path):
    product = ChapterFiles(tmp_path / "out", "mp3", EDITION)
    product.add(SOUNDS[0])
    shutil.rmtree(tmp_path / "out")
    with pytest.raises(ExportError, match="no such folder"):
        product.add(SOUNDS[1])
    assert names(tmp_path) == []


def test_read_along_books_are_made_by_those_who_know_them(tmp_path):
    from reader.export.daisy.book import TalkingBook
    from reader.export.readalong.book import ReadAlongBook

    for kind, product_class in (("epub", ReadAlongBook), ("daisy", TalkingBook)):
        options = ExportOptions(format=kind, captions=("vtt",))
        product = product_at(tmp_path / f"book.{kind}", options, EDITION)
        assert isinstance(product, product_class)
        product.abandon()


def test_captions_go_beside_the_sound(tmp_path):
    options = ExportOptions(format="mp3", captions=("vtt", "lrc"))
    product = product_at(tmp_path / "out", options, EDITION)
    files = [*product.add(SOUNDS[0]), *product.finish()]
    assert [path.suffix for path in files] == [".mp3", ".vtt", ".lrc"]
    assert set(names(tmp_path / "out")) == {path.name for path in files} | {"cover.png"}
