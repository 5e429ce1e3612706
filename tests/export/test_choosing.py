"""What stands beside the text of a book is known, and stories stay whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.books.registry import read_book
from reader.export.choosing import KINDS, chosen, kinds
from tests.fakes.reading import make_book

STORY = "She set the lamp down, and for a while nobody in the room found anything to say. " * 4
EPUBS = Path(__file__).parents[2].parent / "shared" / "corpora" / "epub"


def book_of(*chapters: Chapter) -> Book:
    return Book(title="A Book", chapters=chapters, identifier="x", language="en")


def chapter(title: str, *texts: str, kind: BlockKind = BlockKind.PARAGRAPH, **more: int) -> Chapter:
    blocks = tuple(Block(kind=kind, runs=(Run(text=text),)) for text in texts)
    return Chapter(title=title, blocks=blocks, **more)


def story(title: str) -> Chapter:
    return chapter(title, *[STORY] * 8)


def kind_of(found: Chapter, *, last: bool = True) -> str | None:
    """The kind of a chapter behind, or before, the story."""
    chapters = [story("One"), story("Two"), story("Three")]
    chapters.insert(3 if last else 0, found)
    return kinds(book_of(*chapters)).get(3 if last else 0)


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("Cover", "Cover", "cover"),
        ("Title Page", "A Book by A. Writer", "cover"),
        ("封面", "封面", "cover"),
        ("Titelblatt", "Faust", "cover"),
        ("Table of Contents", "One", "contents"),
        ("CONTENTS.", "One", "contents"),
        ("Inhaltsverzeichnis", "Eins", "contents"),
        ("Table des matières", "Un", "contents"),
        ("Índice", "Uno", "contents"),
        ("目录", "第一章", "contents"),
        ("目　錄", "第一章", "contents"),
        ("目次", "第一章", "contents"),
        ("Copyright", "Some rights are kept.", "copyright"),
        ("Copyright © 2019 by A. Writer", "Printed in Ruritania", "copyright"),
        ("Impressum", "Verlag", "copyright"),
        ("Mentions légales", "Paris", "copyright"),
        ("版权信息", "书名：红楼梦", "copyright"),
        ("版權頁", "書名：紅樓夢", "copyright"),
        ("奥付", "底本：岩波文庫", "copyright"),
        ("THE FULL PROJECT GUTENBERG LICENSE", "Please read this.", "copyright"),
        ("Dedication", "To my mother", "dedication"),
        ("献词", "献给母亲", "dedication"),
        ("Acknowledgments", STORY, "acknowledgements"),
        ("致谢", "感谢我的家人。", "acknowledgements"),
        ("Endnotes", STORY, "notes"),
        ("Anmerkungen", STORY, "notes"),
        ("注释", "一、见上文。", "notes"),
        ("註釋", "一、見上文。", "notes"),
        ("Notes to Chapter 3", STORY, "notes"),
        ("Bibliography", STORY, "bibliography"),
        ("Appendix B: Bibliography", STORY, "bibliography"),
        ("参考文献", "钱钟书：《管锥编》", "bibliography"),
        ("Index", "lamp, 12", "index"),
        ("Index of Names", "Anna, 12", "index"),
        ("索引", "灯 12", "index"),
        ("Register", "Lampe 12", "index"),
        ("About the Author", "He lives in a small house.", "author"),
        ("作者简介", "他住在北京。", "author"),
        ("Über die Autorin", "Sie lebt in Wien.", "author"),
        ("Also by A. Writer", "Another Book", "advertising"),
        ("Du même auteur", "Un livre", "advertising"),
    ],
)
def test_titles_in_many_languages(title: str, text: str, kind: str) -> None:
    assert kind_of(chapter(title, text)) == kind


@pytest.mark.parametrize(
    "title",
    [
        "Notes from Underground",
        "Notes",
        "Note",
        "A Note in the Margin",
        "The Contents of the Box",
        "Contents",
        "Index",
        "The Index Finger",
        "Copyright Infringement",
        "Copyright",
        "Cover",
        "Undercover",
        "The Title",
        "Dedication",
        "Colophon",
        "Credits",
        "The Licence",
        "References",
        "About the Author",
        "Advertisement",
        "Praise",
        "Preface",
        "Introduction",
        "Afterword",
        "Appendix",
        "Prologue",
        "笔记",
        "目录学",
        "封面女郎",
        "注",
        "序",
        "后记",
        "前言",
        "附录",
        "版权之争",
        "1",
        "",
    ],
)
def test_chapters_of_a_story_stay(title: str) -> None:
    long = chapter(title, *[STORY] * 25)
    assert kind_of(long) is None
    assert kind_of(long, last=False) is None


def test_notes_are_known_by_what_stands_in_them() -> None:
    assert kind_of(chapter("Notes", *(f"{n}. See above." for n in range(1, 9)))) == "notes"
    assert kind_of(chapter("Notes on “The Lamp”", *(f"[{n}] Cf. I." for n in range(9)))) == "notes"
    assert kind_of(chapter("", STORY, STORY, STORY, kind=BlockKind.NOTE)) == "notes"
    assert kind_of(chapter("注", "①见上文。", "②见下文。")) == "notes"


def test_a_list_of_links_is_the_contents_or_the_index() -> None:
    links = tuple(
        Block(kind=BlockKind.LIST_ITEM, runs=(Run(text=f"Chapter {n}", link=f"t{n}"),))
        for n in range(9)
    )
    listed = Chapter(title="A Book", blocks=links)
    assert kind_of(listed, last=False) == "contents"
    assert kind_of(listed) == "index"


def test_lines_that_end_with_pages_are_an_index() -> None:
    entries = [f"lamp{n}, {n + 3}, {n + 40}–{n + 43}" for n in range(30)]
    assert kind_of(chapter("Register of all things", *entries)) == "index"
    assert kind_of(chapter("Ledger", *entries[:5])) is None


def test_legal_lines_are_known_in_a_short_chapter_only() -> None:
    lines = "Copyright © 2019 A. Writer", "All rights reserved.", "ISBN 978-3-16-148410-0"
    assert kind_of(chapter("A. Writer", *lines)) == "copyright"
    assert kind_of(chapter("A. Writer", *lines, *[STORY] * 25)) is None


def test_the_licence_of_project_gutenberg_is_known_whatever_its_title() -> None:
    text = "You may copy a Project Gutenberg work as Project Gutenberg tells you. " * 3
    assert kind_of(chapter("Section 1", *[text] * 20)) == "copyright"


def test_the_parts_of_the_notes_are_notes() -> None:
    noted = [f"{n}. See above." for n in range(1, 5)]
    found = kinds(
        book_of(
            story("One"),
            chapter("Notes", "Notes", level=1),
            chapter("One", *noted, level=2),
            chapter("Two", *noted, level=2),
            story("Epilogue"),
        )
    )
    assert found == {1: "notes", 2: "notes", 3: "notes"}


def test_a_book_of_nothing_else_is_left_whole() -> None:
    assert kinds(book_of(chapter("Index", "lamp, 12"))) == {}
    assert kinds(book_of()) == {}


def test_all_kinds_have_a_name() -> None:
    assert set(KINDS) >= {"notes", "index", "copyright", "contents"}
    assert all(KINDS.values())


def test_what_is_asked_for_is_left_out_of_what_is_chosen() -> None:
    book = book_of(
        chapter("Copyright", "©"), story("One"), story("Two"), chapter("Index", "lamp, 12")
    )
    assert chosen(book, None, {"index"}) == ((0, 1, 2), {3: "index"})
    assert chosen(book, (1, 3, 3), {"index", "copyright"}) == ((1,), {3: "index"})
    assert chosen(book, (3, 0), ()) == ((0, 3), {})


def test_an_empty_chapter_is_no_kind() -> None:
    book = make_book(("Index", ""), ("One", STORY))
    assert kinds(book) == {}


BESIDE = {
    "standardebooks+jane-austen_pride-and-prejudice/src.dir.epub": {
        "Titlepage": "cover",
        "Imprint": "copyright",
        "Colophon": "copyright",
        "Uncopyright": "copyright",
    },
    "standardebooks+laozi_tao-te-ching_james-legge/src.dir.epub": {
        "Titlepage": "cover",
        "Imprint": "copyright",
        "Endnotes": "notes",
        "Colophon": "copyright",
        "Uncopyright": "copyright",
    },
    "IDPF+epub3-samples/30__wasteland.dir.epub": {'NOTES ON "THE WASTE LAND"': "notes"},
    "IDPF+epub3-samples/30__internallinks.dir.epub": {"注釈一覧": "notes", "図表一覧": "contents"},
    "IDPF+epub3-samples/30__israelsailing.dir.epub": {
        "דף פתיחה": "cover",
        "זכויות יוצרים": "copyright",
    },
    "IDPF+epub3-samples/30__moby-dick-mo.dir.epub": {
        "Original Transcriber’s Notes:": "copyright",
        "Copyright Page": "copyright",
    },
    "Ancient-China-Books+guwenguanzhi/root.dir.epub": {},
}


@pytest.mark.skipif(not EPUBS.is_dir(), reason="the shared corpora are not beside the checkout")
@pytest.mark.parametrize("name", BESIDE)
def test_real_books(name: str) -> None:
    book = read_book(EPUBS / name)
    found = {book.chapters[index].title: kind for index, kind in kinds(book).items()}
    assert found == BESIDE[name]
