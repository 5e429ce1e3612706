"""A talking book says what the book says: titles, pages, notes, links, and when they are heard."""

from __future__ import annotations

import re
from pathlib import Path

import av
import numpy as np
import pytest

from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.errors import DiskFull, ExportError
from reader.export.daisy import book as daisy_book
from reader.export.daisy.book import TalkingBook
from reader.export.products.product import Edition
from reader.speech.engine import SPEECH_RATE
from tests.export.daisy.files import XHTML, DaisyFiles, text_of
from tests.export.daisy.making import make, said, sections_of
from tests.export.daisy.rules import complaints
from tests.export.daisy.test_rules import BOOK
from tests.fakes.reading import make_book


def lines(folder: Path) -> list[tuple[str, str]]:
    """The lines of the NCC, each with its element's name or class."""
    return [
        (entry.get("class") or str(entry.tag).removeprefix(XHTML), text_of(entry))
        for entry in DaisyFiles(folder).entries
    ]


def samples(path: Path) -> np.ndarray:
    """What a player hears that leaves nothing out."""
    with av.open(str(path)) as file:
        return np.concatenate([frame.to_ndarray()[0] for frame in file.decode(audio=0)])


def loudness(sound: np.ndarray, begin: float, end: float) -> float:
    return float(np.sqrt(np.mean(sound[int(begin * SPEECH_RATE) : int(end * SPEECH_RATE)] ** 2)))


def test_the_list_has_the_title_the_headings_the_pages_and_the_references(tmp_path: Path) -> None:
    assert lines(make(tmp_path / "book", BOOK)) == [
        ("title", "Rules"),
        ("h1", "One"),
        ("noteref", "1"),
        ("page-normal", "12"),
        ("h2", "Within"),
        ("page-front", "iv"),
        ("h2", "Two"),
        ("page-special", "A-1"),
    ]


def test_announcements_say_the_title_and_the_end(tmp_path: Path) -> None:
    folder = make(tmp_path / "book", BOOK, opening="Rules. By A. Writer.", closing="The end.")
    assert complaints(folder) == []
    assert lines(folder)[0] == ("title", "Rules")
    assert lines(folder)[-1] == ("h1", "The end.")
    assert loudness(samples(folder / "a0001.mp3"), 0, 0.1) > loudness(
        samples(folder / "a0001.mp3"), 0.5, 1
    )


def test_without_an_announcement_the_title_is_a_second_of_silence(tmp_path: Path) -> None:
    folder = make(tmp_path / "book", BOOK)
    clip = next(DaisyFiles(folder).clips("s0001.smil"))
    assert (clip.begin, clip.end) == (0, 1)
    assert np.abs(samples(folder / "a0001.mp3")).max() < 0.001


def test_clips_begin_where_the_words_do(tmp_path: Path) -> None:
    text = " ".join(f"Sentence number {number} is this one here." for number in range(40))
    folder = make(tmp_path / "book", make_book(("One", text)))
    sound = samples(folder / "a0002.mp3")
    clips = list(DaisyFiles(folder).clips("s0002.smil"))
    assert len(clips) == 40
    for clip in clips[1:]:
        assert loudness(sound, clip.begin - 0.02, clip.begin - 0.001) < 0.02
        assert loudness(sound, clip.begin + 0.002, clip.begin + 0.02) > 0.2
    assert clips[-1].end <= len(sound) / SPEECH_RATE


def test_a_page_turns_in_the_silence_before_its_first_sentence(tmp_path: Path) -> None:
    folder = make(tmp_path / "book", BOOK)
    files = DaisyFiles(folder)
    sound = samples(folder / "a0002.mp3")
    for span in files.spans("page-normal") + files.spans("page-front"):
        par = files.target(span)[1]
        clip = next(each for each in files.clips("s0002.smil") if each.par == par)
        assert clip.end - clip.begin == pytest.approx(0.02)
        assert loudness(sound, clip.begin, clip.end) < 0.02


def test_many_pages_before_a_sentence_all_have_their_moment(tmp_path: Path) -> None:
    pages = tuple(Run(text="", page=str(number)) for number in range(1, 61))
    blocks = (
        Block(kind=BlockKind.PARAGRAPH, runs=(Run(text="I."),)),
        Block(kind=BlockKind.PARAGRAPH, runs=(*pages, Run(text="The next words."))),
    )
    book = Book(title="B", identifier="b", chapters=(Chapter(title="C", blocks=blocks),))
    folder = make(tmp_path / "book", book)
    assert complaints(folder) == []
    assert len(DaisyFiles(folder).spans("page-normal")) == 60


def test_what_is_not_read_is_not_in_the_book_and_nothing_leads_there(tmp_path: Path) -> None:
    link = Run(text="see the second", link="two")
    chapters = (
        Chapter(title="One", blocks=(Block(kind=BlockKind.PARAGRAPH, runs=(link,)),)),
        Chapter(
            title="Two",
            blocks=(
                Block(kind=BlockKind.PARAGRAPH, runs=(Run(text="Unread."),), identifiers=("two",)),
            ),
        ),
    )
    book = Book(title="B", identifier="b", language="en", chapters=chapters)
    part = make(tmp_path / "part", book, chapters=[0])
    assert complaints(part) == []
    assert "Unread" not in "".join(path.read_text("utf-8") for path in part.glob("t*.html"))
    whole = make(tmp_path / "whole", book)
    assert complaints(whole) == []
    assert 'href="t0003.html#b1"' in (whole / "t0002.html").read_text("utf-8")


def test_a_chapter_that_nobody_can_say_is_left_out(tmp_path: Path) -> None:
    book = make_book(("One", "Some words."), ("Two", "✻ ✻ ✻"), ("Three", "The last words."))
    sections = sections_of(book, [0, 1, 2])
    edition = Edition(book=book, narrators=(), sections=sections)
    talking = TalkingBook(tmp_path / "book", edition)
    for section, ranges in zip(sections, ([(0, 11)], [], [(0, 15)]), strict=True):
        talking.add(said(section, ranges))
    assert talking.finish() == (tmp_path / "book" / "ncc.html",)
    assert complaints(tmp_path / "book") == []
    assert [text for _, text in lines(tmp_path / "book")] == ["A Book 书", "One", "Three"]


def test_headings_never_leave_out_a_level(tmp_path: Path) -> None:
    levels = [3, 1, 4, 6, 2, 2]
    chapters = tuple(
        Chapter(
            title=f"At {level}",
            level=level,
            blocks=(
                Block(kind=BlockKind.HEADING, level=level, runs=(Run(text=f"At {level}"),)),
                Block(kind=BlockKind.PARAGRAPH, runs=(Run(text="Words."),)),
                Block(kind=BlockKind.HEADING, level=6, runs=(Run(text="Deep"),)),
            ),
        )
        for level in levels
    )
    folder = make(tmp_path / "book", Book(title="B", identifier="b", chapters=chapters))
    assert complaints(folder) == []
    shown = [kind for kind, text in lines(folder) if text.startswith("At")]
    assert shown == ["h1", "h1", "h2", "h3", "h2", "h2"]


def test_markup_in_titles_is_text(tmp_path: Path) -> None:
    name = "Tom & \"Jerry\" <b>'x'</b>\n  &amp;"
    book = make_book((name, "Some words."), title=name)
    folder = make(tmp_path / "book", book, narrators=("A & <B>",), opening=name)
    assert complaints(folder) == []
    files = DaisyFiles(folder)
    flat = " ".join(name.split())
    assert {text for _, text in lines(folder)} == {flat}
    assert files.meta("ncc.html", "dc:title") == files.meta("s0002.smil", "title") == flat
    assert files.meta("ncc.html", "ncc:narrator") == "A & <B>"


@pytest.mark.parametrize(
    ("language", "title", "words"),
    [
        ("ar", "كتاب الأدب", "هذه جملة أولى. وهذه جملة ثانية."),
        ("he", "ספר", "זה משפט ראשון. וזה משפט שני."),
        ("zh-CN", "西遊記", "混沌未分天地亂，茫茫渺渺無人見。自從盤古破鴻濛。"),
        ("und", "  ", "Words of no language."),
    ],
)
def test_books_of_any_language(tmp_path: Path, language: str, title: str, words: str) -> None:
    folder = make(tmp_path / "book", make_book((title, words), title=title, language=language))
    assert complaints(folder) == []
    assert DaisyFiles(folder).meta("ncc.html", "dc:language") == language
    assert lines(folder)[0] == ("title", title.strip() or "Untitled")


def test_the_same_export_makes_the_same_files(tmp_path: Path) -> None:
    first, second = make(tmp_path / "first", BOOK), make(tmp_path / "second", BOOK)
    for path in first.iterdir():
        assert path.read_bytes() == (second / path.name).read_bytes(), path.name


def test_nothing_appears_before_all_of_it_is_whole(tmp_path: Path) -> None:
    sections = sections_of(BOOK, [0])
    edition = Edition(book=BOOK, narrators=(), sections=sections)
    talking = TalkingBook(tmp_path / "new" / "book", edition)
    assert list(talking.add(said(sections[0], [(0, 3)]))) == []
    assert not talking.keep(sections[0], ())
    assert not (tmp_path / "new" / "book").exists()
    talking.abandon()
    assert list((tmp_path / "new").iterdir()) == []


def test_a_book_without_a_word_is_refused(tmp_path: Path) -> None:
    sections = sections_of(BOOK, [0])
    edition = Edition(book=BOOK, narrators=(), sections=sections)
    talking = TalkingBook(tmp_path / "book", edition)
    talking.add(said(sections[0], []))
    with pytest.raises(ExportError, match="nothing in it that can be read"):
        talking.finish()
    talking.abandon()
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(daisy_book, "write_sound", full)
    with pytest.raises(DiskFull):
        make(tmp_path / "book", BOOK)
    assert list(tmp_path.iterdir()) == []


def test_references_to_notes_that_are_not_read_are_only_text(tmp_path: Path) -> None:
    sections = sections_of(BOOK, [0])
    edition = Edition(book=BOOK, narrators=(), sections=sections)
    talking = TalkingBook(tmp_path / "book", edition)
    talking.add(said(sections[0], [(0, 3), (4, 35)]))
    talking.finish()
    assert complaints(tmp_path / "book") == []
    assert not DaisyFiles(tmp_path / "book").spans("noteref")
    assert "bodyref" not in (tmp_path / "book" / "t0002.html").read_text("utf-8")


def test_times_are_told_to_the_second_and_add_up_over_many_sections(tmp_path: Path) -> None:
    book = make_book(*((f"Chapter {number}", "Words. " * 30) for number in range(20)))
    folder = make(tmp_path / "book", book)
    assert complaints(folder) == []
    total = DaisyFiles(folder).meta("ncc.html", "ncc:totalTime")
    assert re.fullmatch(r"00:0\d:\d\d", total)
