from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from reader.ui.commands import COMMANDS, MENUS, Keymap
from reader.ui.help_page import HelpDialog, help_text

USUAL = Keymap(mac=False)


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dialog(qtbot, window):
    dialog = HelpDialog(USUAL, window)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_every_command_is_told_once_and_what_it_does():
    lines = help_text(USUAL).splitlines()
    for command in COMMANDS:
        told = [line for line in lines if f": {command.title}." in line]
        assert len(told) == 1, command.name
        if not command.submenu:
            assert told[0].endswith(f": {command.title}. {command.help}")


def test_a_sentence_that_many_commands_share_is_told_once_for_all():
    lines = help_text(USUAL).splitlines()
    first = lines.index("Menu Go, Next element") + 1
    assert lines[first : first + 2] == [
        "H in the text: Next heading. Goes on to it, or says that there is none.",
        "1 in the text: Next heading of level 1.",
    ]


def test_keys_that_work_in_the_text_only_are_told_so():
    lines = help_text(USUAL).splitlines()
    assert "F5, or Space in the text: Play. Begins to read aloud, pauses, or goes on." in lines
    assert "Ctrl+T or F9: Contents. Puts the focus on the list of chapters." in lines
    assert any(line.startswith("Comma in the text: Past the list or table. ") for line in lines)
    assert any(line.startswith("No key: Next code.") for line in lines)


def test_every_menu_is_a_heading_before_its_commands():
    lines = help_text(USUAL).splitlines()
    places = [lines.index(f"Menu {title.replace('&', '')}") for title in MENUS.values()]
    assert places == sorted(places)
    assert lines.index("Menu Go, Next element") < lines.index("Menu Go, Previous element")
    assert lines.index("Menu Go") < [line.partition(":")[0] for line in lines].index("Alt+Down")


def test_the_introduction_tells_how_to_begin():
    introduction = help_text(USUAL).partition("Menu File")[0]
    for part in ("Open a book: Ctrl+O.", "read aloud: F5.", "Alt+Down and Alt+Up", "Shift+F1"):
        assert part in introduction


def test_changed_keys_are_told_as_they_are_now():
    text = help_text(Keymap({"open_book": "", "play": "Ctrl+K"}, mac=False))
    assert "Open a book: Menu File, Open." in text
    assert "Ctrl+K: Play. " in text
    assert "F5" not in text.partition("Menu File")[0]


def test_no_line_is_empty_and_none_keeps_a_gap_or_a_mnemonic():
    for keymap in (USUAL, Keymap(mac=True)):
        for line in help_text(keymap).splitlines():
            assert line.strip() == line != ""
            assert "&" not in line
            assert "{" not in line


def test_the_page_is_read_with_a_caret_from_its_start(dialog, qtbot):
    assert dialog.text.toPlainText() == help_text(USUAL)
    assert QApplication.focusWidget() is dialog.text
    assert dialog.text.accessibleName() == "Help"
    qtbot.keyClick(dialog.text, Qt.Key.Key_Down)
    assert dialog.text.textCursor().blockNumber() == 1
    qtbot.keyClick(dialog.text, Qt.Key.Key_X)
    assert dialog.text.toPlainText() == help_text(USUAL)


def test_headings_are_bold(dialog):
    document = dialog.text.document()
    bold = set()
    for number in range(document.blockCount()):
        block = document.findBlockByNumber(number)
        if block.begin().fragment().charFormat().fontWeight() == QFont.Weight.Bold:
            bold.add(block.text())
    assert {"Reading with Tingshu", "Menu Listen", "Menu Go, Through a table"} <= bold
    assert not any(": " in text for text in bold)


def test_tab_leaves_the_text_and_escape_the_page(dialog, qtbot):
    qtbot.keyClick(dialog.text, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not dialog.text
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
