"""The language of the window: which it is, and that in Chinese all of it is Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMenu,
    QMessageBox,
    QWidget,
)

from reader.books.registry import read_book
from reader.errors import BookError, DamagedBook, MarkupError
from reader.messages import message
from reader.narration.ssml import parse
from reader.navigation.whereabouts import Whereabouts
from reader.speech.catalogue import catalogue
from reader.ui.commands import COMMANDS
from reader.ui.commands.key_names import in_words as key_in_words
from reader.ui.dialogs import show_error
from reader.ui.language import (
    RestartOffer,
    character_name,
    chosen,
    clauses,
    ended,
    error_in_words,
    in_words,
    install,
    language_name,
    listed,
    offer_restart,
    sentences,
    spoken,
    take_restart,
    without_letter,
    without_mnemonic,
)
from reader.ui.where_dialog import whereabouts_in_words

NAMES = {
    "Tingshu", "SSML", "Ctrl", "Shift", "Alt", "PgUp", "PgDown", "Home", "End", "Esc", "Del", "Tab",
    "The", "Lamp", "on", "the", "Quay", "Writer", "harbour", "note", "Markdown",
}  # fmt: skip
"""What stays as it is: names, keys, and the words of the book that is open."""


@pytest.fixture
def chinese(qapp):
    """The application speaks Chinese, until the test ends."""
    assert install(qapp, "zh_CN") == "zh_CN"
    yield qapp
    assert install(qapp, "en") == "en"


def english_words(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z]{2,}", text)) - NAMES


def texts_of(window: QWidget) -> Iterator[str]:
    """What is written in `window`, and what a screen reader is told of its controls."""
    for widget in (window, *window.findChildren(QWidget)):
        yield from (widget.windowTitle(), widget.accessibleName(), widget.toolTip())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QMenu):
            yield widget.title()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(row) for row in range(widget.count()))
    yield from (action.text() for action in window.findChildren(QAction))


# Which language


@pytest.mark.parametrize(
    ("choice", "system", "language"),
    [
        ("en", ["zh-CN"], "en"),
        ("zh_CN", ["en-GB"], "zh_CN"),
        ("", ["zh-Hans-CN", "zh-CN", "zh"], "zh_CN"),
        ("", ["zh-Hant-TW"], "zh_CN"),
        ("", ["fr-FR", "fr", "zh-CN", "en"], "zh_CN"),
        ("", ["en-US", "zh-CN"], "en"),
        ("", ["de-DE"], "en"),
        ("", ["C"], "en"),
        ("tlh", ["zh-CN"], "zh_CN"),
    ],
)
def test_the_language_is_the_chosen_one_or_the_first_that_the_system_likes(
    choice, system, language
):
    assert chosen(choice, system) == language


def test_numbers_and_voices_follow_the_language(chinese, qapp):
    assert (QLocale().name(), spoken()) == ("zh_CN", "zh")
    install(qapp, "en")
    assert (QLocale().name() == "zh_CN", spoken()) == (False, "en")


def test_back_in_english_nothing_chinese_is_left(chinese, qapp):
    install(qapp, "zh_CN")
    install(qapp, "en")
    assert COMMANDS[0].title.isascii()
    assert language_name("fr") == "French"


# What the core says


def test_what_is_no_message_stays_as_it_is(chinese):
    assert in_words("war.epub") == "war.epub"
    assert in_words(message("nobody translated {what}", what="this")) == "nobody translated this"


def test_a_message_is_translated_with_the_messages_and_lists_in_it(chinese):
    inner = message("a PDF document")
    said = in_words(message("This is {what}, which is not read here.", what=inner))
    assert said == "本程序不能读取这种文件：PDF 文档。"
    names = ("break", "say-as")
    assert (
        in_words(message("Write one of {names}.", names=names)) == "请写其中之一：break、say-as。"
    )


def test_an_error_is_one_paragraph_in_the_language_of_the_window(chinese, tmp_path):
    with pytest.raises(BookError) as raised:
        read_book(tmp_path / "gone.epub")
    assert error_in_words(raised.value) == "gone.epub：没有这个文件。请检查文件名，或重新选择文件。"


def test_an_error_in_markup_tells_its_place(chinese):
    with pytest.raises(MarkupError) as raised:
        parse("<speak>\nIt is &late;.</speak>", subject="one.ssml")
    told = error_in_words(raised.value)
    assert told.startswith("one.ssml：第 2 行第 7 列：不认识这个字符名。只能用 &amp; ")


@pytest.mark.parametrize(
    "error",
    [
        DamagedBook(
            "war.epub", message("The file is empty."), message("Download or copy it again.")
        ),
        DamagedBook("", "It is damaged."),
        MarkupError("one.ssml", "Wrong.", "Write it.", line=2, column=5),
        ValueError("odd"),
    ],
)
def test_in_english_an_error_reads_as_it_is(error):
    assert error_in_words(error) == str(error)


def test_voices_are_called_by_chinese_names(chinese):
    for pack in catalogue().values():
        for told in (pack, *pack.voices):
            assert re.search("[\u4e00-\u9fff]", in_words(told.title)), told.title


# Parts put together


def test_parts_are_joined_as_english_does():
    assert sentences("It is late.", "", "Nobody came.") == "It is late. Nobody came."
    assert clauses(["Books", "", "list"]) == "Books, list"
    assert listed(["zh", "en"]) == "zh, en"
    assert (ended("Late"), ended("Late?"), ended("")) == ("Late.", "Late?", "")


def test_parts_are_joined_as_chinese_does(chinese):
    assert sentences("夜深了。", "", "没有人来。") == "夜深了。没有人来。"
    assert clauses(["书籍", "", "列表"]) == "书籍，列表"
    assert listed(["中文", "英语"]) == "中文、英语"
    assert (ended("夜深了"), ended("夜深了？")) == ("夜深了。", "夜深了？")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("打开(&O)…", "打开…"),
        ("O&pen…", "Open…"),
        ("谁是 A && B(&W)", "谁是 A & B"),
        ("{title} ({count})", "{title} ({count})"),
    ],
)
def test_people_read_no_mnemonics(text, plain):
    assert without_mnemonic(text) == plain


def test_names_of_controls_are_told_without_letters():
    assert without_letter("打开(O)…") == "打开…"
    assert without_letter("谁是A？(W)") == "谁是A？"
    assert without_letter("Plan (B)") == "Plan (B)"


def test_signs_and_languages_have_names(chinese):
    assert (character_name("。"), character_name("?"), character_name("\ue000")) == (
        "句号", "问号", "\ue000",
    )  # fmt: skip
    assert (language_name("fr"), language_name("zh-TW"), language_name("tlh")) == (
        "法语", "中文", "tlh",
    )  # fmt: skip


# The window


def test_the_whole_window_is_chinese(chinese, make_scene):
    window = make_scene().open().window
    lacking = {text: words for text in texts_of(window) if (words := english_words(text))}
    assert lacking == {}
    assert chinese.applicationDisplayName() == "听书"
    assert [menu.text() for menu in window.menuBar().actions()][:2] == ["文件(&F)", "编辑(&E)"]


def test_without_a_book_the_title_is_chinese_and_one_key_is_told(chinese, make_scene):
    window = make_scene().window
    assert window.windowTitle() == "听书"
    assert window.welcome._words.text() == "打开一本书，按 F5 开始朗读。"


def test_the_two_enter_keys_are_told_apart_in_either_language(qapp):
    keys = ("Return", "Ctrl+Return", "Ctrl+Enter", "Ctrl++")
    assert [key_in_words(key) for key in keys] == [
        "Enter",
        "Ctrl+Enter",
        "Ctrl+Enter of the number pad",
        "Ctrl+Plus",
    ]
    install(qapp, "zh_CN")
    chinese = [key_in_words(key) for key in keys]
    install(qapp, "en")
    assert chinese == ["回车", "Ctrl+回车", "Ctrl+小键盘回车", "Ctrl+加号"]


def test_words_are_spelled_in_chinese(chinese, make_scene):
    scene = make_scene().open()
    book, view = scene.book, scene.window.view
    view.place_caret(book.chapters[0].text.index("late"))
    spell = scene.window.actions_by_name["spell"]
    spell.trigger()
    assert scene.window.status.currentMessage() == "l、a、t、e"
    view.place_caret(book.chapters[0].text.index("It"))
    spell.trigger()
    assert scene.window.status.currentMessage() == "大写 I、t"


def test_mnemonics_are_unique_in_every_menu(chinese, make_scene):
    window = make_scene().window
    menus = [window.menuBar(), *window.menuBar().findChildren(QMenu)]
    for menu in menus:
        letters = re.findall(r"\(&(\w)\)", "".join(each.text() for each in menu.actions()))
        assert len(letters) == len(set(letters)), [each.text() for each in menu.actions()]


def test_commands_are_told_without_the_letters_of_their_mnemonics(chinese):
    assert [each.title for each in COMMANDS if re.search(r"\(\w\)|…", each.title)] == []


@pytest.mark.parametrize("command", ["skipping", "sleep_timer", "where_dialog"])
def test_dialogs_and_their_buttons_are_chinese(chinese, make_scene, command):
    window = make_scene().open().window
    window.actions_by_name[command].trigger()
    (dialog,) = window.findChildren(QDialog)
    assert {text for text in texts_of(dialog) if english_words(text)} == set()
    (buttons,) = dialog.findChildren(QDialogButtonBox)
    assert {each.text() for each in buttons.buttons()} & {"关闭", "取消"}
    dialog.close()


def test_a_problem_is_shown_in_chinese(chinese, make_scene, tmp_path):
    window = make_scene().window
    with pytest.raises(BookError) as raised:
        read_book(tmp_path)
    box = show_error(window, raised.value)
    assert box.text().endswith("\n\n这是文件夹，不是书。")
    assert box.informativeText() == "请打开其中的文件。"
    assert "关闭" in {each.text() for each in box.buttons()}
    box.close()


def test_where_one_is_is_told_in_chinese(chinese):
    place = Whereabouts(
        chapter_number=3, chapters=20, chapter_title="信", headings=(), fraction=0.4512,
        page="12", last_page="312", line=7, lines=120, seconds_left_in_chapter=700.0,
        seconds_left=4800.0,
    )  # fmt: skip
    assert whereabouts_in_words(place) == (
        "第 3 章，共 20 章，信。45%。第 12 页。剩余 1 小时 20 分钟。"
    )


# Another language


def test_a_window_that_speaks_the_language_is_not_offered_to_start_again(make_scene):
    assert offer_restart(make_scene().window, "en", spoken="en") is None


@pytest.mark.parametrize(("button", "again"), [("Start again", True), ("Later", False)])
def test_the_window_closes_to_speak_another_language_only_if_that_is_wanted(
    make_scene, qtbot, qapp, button, again
):
    window = make_scene().window
    box = offer_restart(window, "zh_CN", spoken="en")
    assert "简体中文" in box.text()
    next(each for each in box.buttons() if without_mnemonic(each.text()) == button).click()
    qtbot.waitUntil(lambda: window.isVisible() is not again)
    assert (take_restart(qapp), take_restart(qapp)) == (again, False)


def test_another_language_is_offered_once_its_dialog_is_closed(make_scene, qtbot):
    scene = make_scene()
    offer = RestartOffer(scene.window, "en", lambda: scene.desk.settings.interface_language)
    scene.window.choices.changed.connect(offer.choices_changed)
    settings = QDialog(scene.window)
    settings.open()
    for choice in ("zh_CN", "en", "zh_CN"):
        scene.window.choices.choose(interface_language=choice)
    assert QApplication.activeModalWidget() is settings
    settings.accept()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    box = QApplication.activeModalWidget()
    assert "简体中文" in box.text()
    box.reject()
    assert QApplication.activeModalWidget() is None
