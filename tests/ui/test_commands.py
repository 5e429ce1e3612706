from __future__ import annotations

from collections import Counter
from itertools import groupby

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel

from reader.ui.commands import COMMANDS, MENUS, keys_of
from reader.ui.handlers import Handlers
from reader.ui.keys_dialog import KeysDialog

OWNED_BY_OTHERS = {
    "Ctrl+Space",  # Chinese input methods
    "Shift+Space",
    "Home",
    "End",
    "Up",
    "Down",
    "Left",
    "Right",
    "Ctrl+Left",
    "Ctrl+Right",
    "Ctrl+Home",
    "Ctrl+End",
    "Return",
    "Tab",
}


def normal(key):
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def test_no_key_has_two_meanings():
    keys = Counter(normal(key) for each in COMMANDS for key in each.keys + each.reading_keys)
    assert [key for key, times in keys.items() if times > 1] == []


def test_every_key_is_one_that_qt_knows():
    for command in COMMANDS:
        for key in command.keys + command.reading_keys:
            assert normal(key), (command.name, key)


def test_keys_of_screen_readers_and_input_methods_are_left_alone():
    keys = {normal(key) for each in COMMANDS for key in each.keys + each.reading_keys}
    assert keys & OWNED_BY_OTHERS == set()
    assert not any(key.startswith("Ctrl+Alt+") for key in keys)


def test_plain_keys_work_in_the_text_only():
    for command in COMMANDS:
        for key in command.keys:
            assert "+" in key or key.startswith("F"), (command.name, key)


def test_names_are_unique_and_every_command_has_a_handler():
    names = [command.name for command in COMMANDS]
    assert len(set(names)) == len(names)
    assert [c.name for c in COMMANDS if not callable(getattr(Handlers, c.name, None))] == []
    assert {command.menu for command in COMMANDS} == set(MENUS)


def test_mnemonics_differ_within_a_menu():
    ordered = sorted(COMMANDS, key=lambda command: command.menu)
    for menu, commands in groupby(ordered, key=lambda command: command.menu):
        letters = [mnemonic(command.text) for command in commands]
        assert len(set(letters)) == len(letters), (menu, letters)
    tops = [mnemonic(title) for title in MENUS.values()]
    assert len(set(tops)) == len(tops)


def mnemonic(text):
    assert "&" in text, text
    return text[text.index("&") + 1].lower()


def test_mnemonics_of_menus_and_player_differ(scene):
    labels = ["&Rate", "V&olume"]
    shown = [label.text() for label in scene.window.player.findChildren(QLabel)]
    assert shown == labels
    letters = [mnemonic(text) for text in [*MENUS.values(), *labels]]
    assert len(set(letters)) == len(letters)


def test_the_list_of_keys_shows_every_command_that_has_one(qtbot):
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    rows = [dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount())]
    shown = {row.text(0): row.text(1) for row in rows}
    assert shown == {each.title: keys_of(each) for each in COMMANDS if keys_of(each)}
    assert shown["Play"] == "F5, Space"
    widest = max(dialog.fontMetrics().horizontalAdvance(row.text(0)) for row in rows)
    assert dialog.list.columnWidth(0) > widest


def test_what_needs_a_book_can_be_done_only_with_one(make_scene):
    scene = make_scene()
    able = lambda: {n for n, action in scene.window.actions_by_name.items() if action.isEnabled()}  # noqa: E731
    without = {"open_book", "quit", "faster", "slower", "louder", "quieter", "voices", "sound"}
    without |= {c.name for c in COMMANDS if c.menu in ("view", "help")}
    assert able() == without
    scene.open()
    assert able() == {command.name for command in COMMANDS}
    scene.desk.close_book()
    assert able() == without
