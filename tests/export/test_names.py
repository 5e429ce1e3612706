"""Names that every file system takes, in the order and the shape that libraries read."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export.products.names import LONGEST, book_folder, chapter_name, safe_name
from reader.export.products.product import Edition
from reader.export.sections import Section
from tests.fakes.reading import make_book


def edition(*titles: str, announce: bool = False) -> Edition:
    book = make_book(*((title, "Text.") for title in titles))
    told: list[tuple[str, int | None]] = [(title, number) for number, title in enumerate(titles)]
    if announce:
        told = [("A Book. Read by Nobody.", None), *told, ("The end.", None)]
    sections = tuple(
        Section(number=number, title=title, chapter=chapter)
        for number, (title, chapter) in enumerate(told)
    )
    return Edition(book=book, narrators=("Heart",), sections=sections)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Plain", "Plain"),
        ("Three: the end?", "Three the end"),
        ('a/b\\c*d"e<f>g|h', "a b c d e f g h"),
        ("  many \t spaces\n and lines ", "many spaces and lines"),
        ("Dots...", "Dots"),
        ("...hidden", "hidden"),
        (". .", "Book"),
        ("", "Book"),
        ("???", "Book"),
        ("\u202eback\u2069wards\ufeff\u200b", "backwards"),
        ("con", "_con"),
        ("NUL.txt", "_NUL.txt"),
        ("Com1 . more", "_Com1 . more"),
        ("LPT¹", "_LPT¹"),
        ("Connor", "Connor"),
        ("红楼梦：第一回", "红楼梦：第一回"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("e\u0301tude", "étude"),
        ("lone \ud800 surrogate", "lone surrogate"),
        ("nul\0byte", "nul byte"),
    ],
)
def test_names_hold_only_what_every_file_system_takes(text, name):
    assert safe_name(text) == name


def test_long_names_end_after_a_whole_character_and_keep_the_ending():
    name = safe_name("长" * 300, ".mp3")
    assert name.endswith("长.mp3")
    assert LONGEST - 3 <= len(name.encode()) <= LONGEST
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    name = safe_name(family * 40)
    assert set(name.split(family)) == {""}
    accents = "x\u0327\u0323\u0330" * 60
    name = safe_name(accents)
    assert not len(name) % len(unicodedata.normalize("NFC", "x\u0327\u0323\u0330"))
    assert safe_name("word " * 60).endswith("word")


@given(
    st.text(st.characters(codec="utf-8") | st.sampled_from(" ./\\:con\u200d\u0301"), max_size=300)
)
def test_no_text_makes_a_name_that_is_refused(text):
    name = safe_name(text, ".opus")
    stem = name.removesuffix(".opus")
    assert stem
    assert stem == stem.strip(" .")
    assert len(name.encode()) <= LONGEST
    assert not set(name) & set('<>:"/\\|?*')
    assert all(unicodedata.category(each)[0] != "C" or each in "\u200c\u200d" for each in name)
    assert safe_name(stem, ".opus") == name


def test_chapters_are_numbered_as_in_the_book():
    whole = edition("One", "第二章", "", "Four/4")
    names = [chapter_name(whole, section, ".mp3") for section in whole.sections]
    assert names == ["01 - One.mp3", "02 - 第二章.mp3", "03.mp3", "04 - Four 4.mp3"]
    part = replace(whole, sections=whole.sections[2:])
    assert [chapter_name(part, section, ".mp3") for section in part.sections] == names[2:]


def test_announcements_are_first_and_last():
    told = edition("One", "Two", announce=True)
    assert [chapter_name(told, section, ".wav") for section in told.sections] == [
        "01 - A Book. Read by Nobody.wav",
        "02 - One.wav",
        "03 - Two.wav",
        "04 - The end.wav",
    ]


def test_many_chapters_are_in_order_when_sorted_as_text():
    many = edition(*(f"Part {number}" for number in range(1, 1201)))
    names = [chapter_name(many, section, ".mp3") for section in many.sections]
    assert names == sorted(names)
    assert len({name.casefold() for name in names}) == 1200
    assert names[0] == "0001 - Part 1.mp3"


def test_a_book_lies_where_audiobookshelf_looks(tmp_path: Path):
    whole = edition("One")
    book = replace(whole.book, authors=("Jane: Austen", "曹雪芹"), series="Classics?")
    place = book_folder(tmp_path, replace(whole, book=book, narrators=("Heart", "小小")))
    assert place.relative_to(tmp_path).parts == (
        "Jane Austen, 曹雪芹",
        "Classics",
        "A Book 书 {Heart, 小小}",
    )


def test_books_of_one_title_are_told_apart_by_a_number_behind_it(tmp_path: Path):
    heart = replace(edition("One"), narrators=("Heart (American)",))
    assert book_folder(tmp_path, heart, 2).name == "A Book 书 2 {Heart (American)}"
    assert book_folder(tmp_path, replace(heart, narrators=()), 3).name == "A Book 书 3"
    long = replace(heart, book=replace(heart.book, title="题" * 200))
    assert book_folder(tmp_path, long, 2).name.endswith("题 2 {Heart (American)}")
    assert len(book_folder(tmp_path, long, 2).name.encode()) <= LONGEST


def test_what_is_not_known_is_no_folder(tmp_path: Path):
    whole = edition("One")
    book = replace(whole.book, authors=(), series=None, title="..")
    place = book_folder(tmp_path, replace(whole, book=book, narrators=()))
    assert place.relative_to(tmp_path).parts == ("Book",)


def test_a_folder_with_many_narrators_is_not_too_long(tmp_path: Path):
    whole = edition("One")
    crowd = replace(whole, narrators=tuple("声音" * 5 for _ in range(40)))
    crowd = replace(crowd, book=replace(crowd.book, title="题" * 200))
    name = book_folder(tmp_path, crowd).name
    assert len(name.encode()) <= LONGEST
    assert name.endswith("}")
