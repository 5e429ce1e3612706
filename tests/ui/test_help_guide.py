"""The text of the help: what it says of keys is so, and it says the same in both languages."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QApplication

from reader import paths
from reader.books.model import BlockKind
from reader.books.registry import read_book
from reader.ui import language
from reader.ui.commands import COMMANDS, COMMANDS_BY_NAME, MENUS, Keymap
from reader.ui.commands.key_names import in_words
from reader.ui.help.guide import ALL_KEYS, TEXTS, guide_page, write_guide
from reader.ui.help.ways import all_keys, ways
from reader.ui.settings_pages.table import pages

USUAL = Keymap(mac=False)
TAGS = sorted(TEXTS)


def text_of(tag):
    return (paths.resources_folder() / "help" / TEXTS[tag]).read_text("utf-8")


def marks(text):
    """The form of every line: heading, item or paragraph."""
    return [re.match(r"#* |- |", line).group() for line in text.splitlines() if line]


@pytest.fixture
def chinese():
    application = QApplication.instance()
    language.install(application, "zh_CN")
    yield
    language.install(application, "en")


@pytest.mark.parametrize("tag", TAGS)
def test_every_command_that_the_text_speaks_of_exists(tag):
    named = set(re.findall(r"\{(\w+)\}", text_of(tag))) - {ALL_KEYS.strip("{}")}
    assert named - set(COMMANDS_BY_NAME) == set()
    assert len(named) > 60


def test_both_languages_have_the_same_chapters_and_lines_and_speak_of_the_same_commands():
    one, other = (text_of(tag) for tag in TAGS)
    assert marks(one) == marks(other)
    paired = zip(*(filter(None, text.splitlines()) for text in (one, other)), strict=True)
    differing = [
        pair for pair in paired if len({tuple(sorted(re.findall(r"\{\w+\}", x))) for x in pair}) > 1
    ]
    assert differing == []


@pytest.mark.parametrize("tag", TAGS)
def test_pages_of_the_settings_are_called_as_they_are_there(tag, request):
    if tag == "zh":
        request.getfixturevalue("chinese")
    pattern = {"en": r"page ([A-Z]\w+(?: of the book| numbers)?)", "zh": "“([^”]+)”页"}[tag]
    named = set(re.findall(pattern, text_of(tag)))
    assert len(named) == 8
    assert named <= {page.title for page in pages()}


def test_keys_are_told_as_they_are_set_now():
    keymap = Keymap({"play": "Ctrl+Shift+U"}, mac=False)
    assert ways(keymap)["play"] == "Ctrl+Shift+U"
    page = guide_page("Title\n# Chapter\nRead: {play}.", "en", keymap)
    assert "<p>Read: Ctrl+Shift+U.</p>" in page


def test_a_command_without_a_key_is_told_by_its_menu():
    assert ways(USUAL)["theme_dark"] == "Menu View, Theme, 3 Dark"


def test_signs_are_told_in_words_and_markup_is_escaped():
    assert ways(USUAL)["smaller"] == in_words("Ctrl+-") == "Ctrl+Minus"
    page = guide_page("A & B\n# 1 < 2\n- <b>", "en", USUAL)
    assert "<title>A &amp; B</title>" in page
    assert "<h1>1 &lt; 2</h1>" in page
    assert "<ul><li>&lt;b&gt;</li></ul>" in page


def test_the_list_of_all_keys_has_every_command_once():
    for keymap in (USUAL, Keymap(mac=True)):
        sections = list(all_keys(keymap))
        entries = [entry for section in sections for entry in section.entries]
        assert len(entries) == len(COMMANDS)
        assert sections[0].title == "Menu File"
        assert len(sections) > len(MENUS)  # with those inside others
        assert not [entry for entry in entries if "&" in entry or "{" in entry]


def test_a_sentence_that_many_commands_share_is_told_once():
    (section,) = (each for each in all_keys(USUAL) if each.title == "Menu Go, Next element")
    shared = "Goes on to it, or says that there is none."
    assert section.entries[0].endswith(shared)
    assert not any(shared in entry for entry in section.entries[1:])


def test_the_help_is_read_as_a_book_with_chapters():
    book = read_book(write_guide(USUAL))
    top = [chapter.title for chapter in book.chapters if chapter.level == 1]
    assert (book.title, book.language) == ("Using Tingshu", "en")
    assert top[0] == "First steps"
    assert top == [line[2:] for line in text_of("en").splitlines() if line.startswith("# ")]
    assert book.warnings == ()
    text = "\n".join(chapter.text for chapter in book.chapters)
    assert "{" not in text
    assert "Ctrl+O: Open." in text
    kinds = {block.kind for chapter in book.chapters for block in chapter.blocks}
    assert kinds == {BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}


def test_in_chinese_it_is_another_book(chinese):
    book = read_book(write_guide(USUAL))
    assert book.title == "使用听书"
    assert book.language.startswith("zh")
    assert "“文件”菜单" in [chapter.title for chapter in book.chapters]


def test_it_is_written_again_only_if_the_keys_are_others():
    file = write_guide(USUAL)
    before = file.stat().st_mtime_ns
    assert write_guide(USUAL) == file
    assert file.stat().st_mtime_ns == before
    write_guide(Keymap({"open_book": "Ctrl+Shift+U"}, mac=False))
    assert "Ctrl+Shift+U" in file.read_text("utf-8")


def test_where_the_folder_for_caches_cannot_be_written_it_lies_elsewhere(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    paths.cache_folder().joinpath("help").write_text("in the way")
    file = write_guide(USUAL)
    assert file.is_relative_to(tmp_path)
    assert read_book(file).title == "Using Tingshu"
