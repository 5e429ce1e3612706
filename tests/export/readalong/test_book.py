"""Read-along books as files: whole or not there, with all that players and shelves ask for."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from reader.books.model import Book, Cover
from reader.books.registry import read_book
from reader.errors import ExportError
from reader.export.products.product import Edition
from reader.export.readalong.book import ReadAlongBook
from reader.speech.engine import Samples
from tests.export.readalong.opened import Opened, bare, faults, seconds
from tests.export.readalong.rich import RICH
from tests.fakes.reading import make_book
from tests.fakes.short_sounds import ShortSound, sections_of, spoken
from tests.soak.epubcheck import checked

_SAMPLES = Path(__file__).parents[3] / "resources" / "samples"


def made(
    book: Book,
    target: Path,
    chapters: Sequence[int] | None = None,
    *,
    announce: bool = False,
    narrators: tuple[str, ...] = ("Heart",),
) -> tuple[Opened, list[ShortSound]]:
    """The book at `target` and what was said in it."""
    sections = sections_of(book, chapters, announce=announce)
    product = ReadAlongBook(target, Edition(book=book, narrators=narrators, sections=sections))
    sounds = [spoken(book, section) for section in sections]
    for sound in sounds:
        assert product.add(sound) == ()
        assert not target.exists()
    assert list(product.finish()) == [target]
    assert [path.name for path in target.parent.glob(".*")] == []
    return Opened(target), sounds


@pytest.fixture
def small() -> Book:
    return make_book(("One", "A sentence. Another one."), ("Two", "The last."))


@pytest.mark.skipif(
    shutil.which("java") is None or not Path("/usr/share/java/epubcheck.jar").exists(),
    reason="EPUBCheck is not installed",
)
def test_epubcheck_finds_nothing_and_all_is_in_its_place(tmp_path: Path) -> None:
    books = {
        "rich": RICH,
        "hebrew": replace(RICH, language="he", authors=(), publisher=None, title=""),
        **{each: read_book(_SAMPLES / f"{each}.epub") for each in ("english", "chinese", "mixed")},
    }
    found: dict[str, list[str]] = {}
    for name, book in books.items():
        opened, sounds = made(book, tmp_path / f"{name}.epub", announce=name != "hebrew")
        found[name] = list(faults(opened, book, sounds))
    opened, sounds = made(RICH, tmp_path / "part.epub", [1], narrators=())
    found["part"] = list(faults(opened, RICH, sounds))
    for path, said in checked(sorted(tmp_path.glob("*.epub"))):
        found[path.stem] += said
    assert found == {name: [] for name in [*books, "part"]}


def test_our_own_reader_finds_the_same_book(tmp_path: Path) -> None:
    book = read_book(_SAMPLES / "mixed.epub")
    made(book, tmp_path / "made.epub")
    again = read_book(tmp_path / "made.epub")
    assert (again.title, again.authors, again.language) == (book.title, book.authors, book.language)
    assert [(one.title, one.text) for one in again.chapters[1:]] == [
        (one.title, one.text) for one in book.chapters
    ]
    assert [[each.kind for each in one.blocks] for one in again.chapters[1:]] == [
        [each.kind for each in one.blocks] for one in book.chapters
    ]


def test_the_sound_is_stored_and_the_text_is_packed(small: Book, tmp_path: Path) -> None:
    opened, _ = made(small, tmp_path / "a.epub")
    assert opened.names[0] == "mimetype"
    assert opened.stored == {"mimetype", "EPUB/chapter-001.mp3", "EPUB/chapter-002.mp3"}


def test_chapters_that_are_not_read_are_text_without_an_overlay(
    small: Book, tmp_path: Path
) -> None:
    opened, sounds = made(small, tmp_path / "a.epub", [1])
    assert opened.overlays == {"chapter-002.xhtml": "chapter-002.smil"}
    assert list(faults(opened, small, sounds)) == []
    assert "auditory" not in opened.metadata("schema:accessModeSufficient")


def test_announcements_are_said_on_pages_of_their_own(small: Book, tmp_path: Path) -> None:
    opened, _ = made(small, tmp_path / "a.epub", announce=True)
    assert opened.spine[0] == "title.xhtml"
    assert opened.spine[-1] == "end.xhtml"
    for page, words in (("title.xhtml", "Read by Nobody."), ("end.xhtml", "The end.")):
        (par,) = opened.pars(opened.overlays[page])
        (element,) = opened.xml(page).xpath("//*[@id=$id]", id=par.identifier)
        assert bare("".join(element.itertext())).endswith(bare(words))


def test_what_the_package_says(small: Book, tmp_path: Path) -> None:
    opened, _ = made(small, tmp_path / "a.epub", narrators=("Heart", "Emma"))
    assert opened.metadata("dc:title") == [small.title]
    assert opened.metadata("dc:creator") == ["A. Writer", "李四"]
    assert opened.metadata("dc:contributor") == ["Heart", "Emma"]
    assert opened.metadata("media:narrator") == ["Heart", "Emma"]
    assert opened.metadata("dc:language") == ["en"]
    assert opened.metadata("dc:date") == ["1999"]
    assert "synchronizedAudioText" in opened.metadata("schema:accessibilityFeature")
    assert opened.metadata("schema:accessModeSufficient") == [
        "textual,auditory",
        "textual",
        "auditory",
    ]
    (total,) = opened.metadata("media:duration")
    assert seconds(total) == pytest.approx(0.061)


def test_the_identifier_stays_the_same_for_the_same_export(small: Book, tmp_path: Path) -> None:
    first, _ = made(small, tmp_path / "a.epub")
    again, _ = made(small, tmp_path / "b.epub")
    other, _ = made(small, tmp_path / "c.epub", [0])
    identifier = first.metadata("dc:identifier")
    assert identifier == again.metadata("dc:identifier") != other.metadata("dc:identifier")


def test_a_chinese_book_speaks_of_itself_in_chinese(tmp_path: Path) -> None:
    book = make_book(("一", "你好。"), language="zh-CN")
    opened, _ = made(book, tmp_path / "a.epub")
    assert opened.metadata("schema:accessibilitySummary")[0].startswith("文字与语音逐句同步")
    assert "目录" in opened.files["EPUB/nav.xhtml"].decode()


@pytest.mark.parametrize("date", ["2021-02-29", "yesterday", "", "0000", None])
def test_a_date_that_is_none_is_left_out(small: Book, tmp_path: Path, date: str | None) -> None:
    opened, _ = made(replace(small, date=date), tmp_path / "a.epub")
    assert opened.metadata("dc:date") == []


def test_a_cover_is_shown_if_it_is_a_picture(small: Book, tmp_path: Path) -> None:
    cover = read_book(_SAMPLES / "english.epub").cover
    opened, _ = made(replace(small, cover=cover), tmp_path / "a.epub")
    covers = opened.package.xpath("//*[@properties='cover-image']/@href")
    assert len(covers) == (cover is not None)


@pytest.mark.parametrize(
    "content", [b"", b"\x89PNG\r\n\x1a\nbroken", b"\xff\xd8\xff\x00", b"GIF89a"]
)
def test_a_broken_cover_is_left_out(small: Book, tmp_path: Path, content: bytes) -> None:
    book = replace(small, cover=Cover(content=content, media_type="image/png"))
    opened, _ = made(book, tmp_path / "a.epub")
    assert not opened.package.xpath("//*[@properties='cover-image']")


def test_pictures_that_are_left_out_are_counted(tmp_path: Path) -> None:
    edition = Edition(book=RICH, narrators=(), sections=sections_of(RICH))
    product = ReadAlongBook(tmp_path / "a.epub", edition)
    assert any(notice.startswith("2 pictures are left out") for notice in product.notices)
    product.abandon()


def test_nothing_is_left_of_a_book_that_is_given_up(small: Book, tmp_path: Path) -> None:
    target = tmp_path / "a.epub"
    target.write_text("an older one")
    sections = sections_of(small)
    product = ReadAlongBook(target, Edition(book=small, narrators=(), sections=sections))
    assert not product.keep(sections[0], [target])
    product.add(spoken(small, sections[0]))
    product.abandon()
    product.abandon()
    assert [path.name for path in tmp_path.iterdir()] == ["a.epub"]
    assert target.read_text() == "an older one"


def test_sound_that_fails_fails_the_book(small: Book, tmp_path: Path) -> None:
    class Broken(ShortSound):
        def blocks(self) -> Iterator[Samples]:
            yield np.zeros(100, np.float32)
            raise OSError(28, "No space left on device")

    sections = sections_of(small)
    whole = spoken(small, sections[0])
    product = ReadAlongBook(
        tmp_path / "a.epub", Edition(book=small, narrators=(), sections=sections)
    )
    broken = Broken(section=whole.section, sentences=whole.sentences, frames=whole.frames)
    with pytest.raises(OSError, match="No space"):
        product.add(broken)
    product.abandon()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_refused_at_once(small: Book, tmp_path: Path) -> None:
    edition = Edition(book=small, narrators=(), sections=sections_of(small))
    with pytest.raises(ExportError):
        ReadAlongBook(tmp_path / "none" / "a.epub", edition)
