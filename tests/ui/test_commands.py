from __future__ import annotations

from collections import Counter, defaultdict

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QMenu, QPlainTextEdit, QToolButton

from reader.ui.commands import (
    COMMANDS,
    ELEMENTS,
    MENUS,
    RESERVED,
    RESERVED_ON_MAC,
    SUBMENUS,
    Keymap,
    add_commands,
    apply_keymap,
    keys_of,
)
from reader.ui.commands.key_names import normal
from reader.ui.commands.mac import MAC_KEYS

PLATFORMS = pytest.mark.parametrize("mac", [False, True], ids=["Linux and Windows", "macOS"])


def mnemonic(text):
    assert text.count("&") == 1, text
    return text[text.index("&") + 1].lower()


@pytest.fixture
def bench(qtbot):
    """A window with a text, whose commands note their names."""
    return Bench(qtbot)


class Bench:
    def __init__(self, qtbot):
        self.qtbot = qtbot
        self.done = []
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.text = QPlainTextEdit("One two three.\n" * 99)
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.window.setCentralWidget(self.text)
        self.handlers = {c.name: (lambda name=c.name: self.done.append(name)) for c in COMMANDS}
        self.actions = add_commands(self.window, self.text, self.handlers)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.text.setFocus()

    def press(self, key, target=None):
        pressed = QKeySequence(key)[0]
        self.qtbot.keyClick(target or self.text, pressed.key(), pressed.keyboardModifiers())
        QApplication.processEvents()


# The table


def test_names_are_unique_and_every_menu_is_known_and_used():
    names = [command.name for command in COMMANDS]
    assert len(set(names)) == len(names)
    assert {command.menu for command in COMMANDS} == set(MENUS)
    assert {command.submenu for command in COMMANDS} - {""} == set(SUBMENUS)


def test_every_command_says_in_one_sentence_what_it_does():
    for command in COMMANDS:
        assert command.help[0].isupper(), command.name
        assert command.help.endswith("."), command.name
        assert command.help.count(".") == 1, command.name
        assert command.title not in command.help[:-1].split(": "), command.name


@PLATFORMS
def test_no_key_has_two_meanings(mac):
    keymap = Keymap(mac=mac)
    keys = Counter(key for each in COMMANDS for key in keymap.keys(each.name))
    keys.update(normal(key) for each in COMMANDS for key in each.media_keys)
    assert [key for key, times in keys.items() if times > 1] == []
    assert keymap.clashes() == []
    assert keymap.problems == ()


@PLATFORMS
def test_every_usual_key_is_one_that_qt_knows_as_it_is_written(mac):
    keymap = Keymap(mac=mac)
    for command in COMMANDS:
        for key in keymap.usual_keys(command.name) + command.media_keys:
            assert normal(key) == key, (command.name, key)


@PLATFORMS
def test_keys_that_belong_to_others_are_left_alone(mac):
    keymap = Keymap(mac=mac)
    for command in COMMANDS:
        for key in keymap.keys(command.name):
            assert keymap.reason_against(key) == "", (command.name, key)


def test_what_belongs_to_others_is_named_as_qt_names_it():
    for key, reason in {**RESERVED, **RESERVED_ON_MAC}.items():
        assert normal(key) == key
        assert reason
    for key in ("Ctrl+Space", "Shift+Space", "Ctrl+Alt+Left", "Ins", "CapsLock", "Home", "Tab"):
        assert key in RESERVED
    for key in ("Ctrl+H", "Ctrl+M", "Ctrl+Space", "Alt+Left", "F5"):
        assert key in RESERVED_ON_MAC
    assert Keymap(mac=True).reason_against("Meta+Alt+Right") == "belongs to screen readers"
    assert Keymap(mac=False).reason_against("Meta+Right") == "belongs to the system"
    assert Keymap().reason_against("Media Play")


def test_what_works_in_the_text_only_is_told_from_what_works_everywhere():
    """A letter or Space that worked everywhere would never reach lists and buttons."""
    keymap = Keymap(mac=False)
    for command in COMMANDS:
        assert keymap.window_keys(command.name) == command.keys
        assert keymap.reading_keys(command.name) == command.reading_keys


def test_keys_for_mac_are_of_commands_that_there_are_and_differ_from_the_others():
    usual = {command.name: command.keys + command.reading_keys for command in COMMANDS}
    assert {name for name, keys in MAC_KEYS.items() if usual[name] == keys} == set()


def test_elements_have_a_command_each_way():
    names = {command.name for command in COMMANDS}
    for element in ELEMENTS:
        assert {f"next_{element.kind}", f"previous_{element.kind}"} <= names
    keymap = Keymap(mac=False)
    assert keymap.keys("next_heading_1") == ("1",)
    assert keymap.keys("previous_heading_1") == ("Shift+1",)
    assert keymap.keys("next_section") + keymap.keys("previous_section") == ("]", "[")
    assert keymap.keys("next_code") == ()


# Menus


def test_mnemonics_differ_within_every_menu():
    entries = defaultdict(list)
    for command in COMMANDS:
        entries[command.submenu or command.menu].append(command.text)
    for submenu, title in SUBMENUS.items():
        menu = next(command.menu for command in COMMANDS if command.submenu == submenu)
        entries[menu].append(title)
    for menu, texts in entries.items():
        letters = [mnemonic(text) for text in texts]
        doubles = [text for text in texts if letters.count(mnemonic(text)) > 1]
        assert doubles == [], menu
    tops = [mnemonic(title) for title in MENUS.values()]
    assert len(set(tops)) == len(tops)


def test_mnemonics_that_screen_readers_are_told_differ_everywhere(scene):
    """Qt tells them "Alt+E" for an entry without keys, as if that worked anywhere."""
    keymap = Keymap(mac=False)
    labels = [label.text() for label in scene.window.player.findChildren(QLabel)]
    told = [text for text in labels if "&" in text]
    assert told
    told += [*MENUS.values(), *SUBMENUS.values()]
    told += [c.text for c in COMMANDS if not keymap.keys(c.name) + c.media_keys]
    letters = [mnemonic(text) for text in told]
    assert [text for text in told if letters.count(mnemonic(text)) > 1] == []


def test_every_command_stands_in_its_menu_and_does_what_its_handler_does(bench):
    bar = bench.window.menuBar()
    assert [menu.text() for menu in bar.actions()] == list(MENUS.values())
    for command in COMMANDS:
        action = bench.actions[command.name]
        title = SUBMENUS[command.submenu] if command.submenu else MENUS[command.menu]
        (menu,) = [each for each in action.associatedObjects() if isinstance(each, QMenu)]
        assert menu.title() == title
        action.trigger()
    assert bench.done == [command.name for command in COMMANDS]


def test_what_can_be_on_or_off_is_a_check_box_in_its_menu(bench):
    checkable = {name for name, action in bench.actions.items() if action.isCheckable()}
    assert checkable == {command.name for command in COMMANDS if command.checkable}
    assert {"caret_follows", "images", "describe_keys"} <= checkable


def test_a_command_without_a_handler_is_found_at_the_start(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    handlers = {command.name: print for command in COMMANDS if command.name != "spell"}
    with pytest.raises(KeyError, match="spell"):
        add_commands(window, QPlainTextEdit(window), handlers)


def test_a_key_of_the_text_is_shown_in_the_menu_where_there_is_no_other(bench):
    shown = {name: action.shortcut().toString() for name, action in bench.actions.items()}
    assert (shown["next_heading"], shown["play"], shown["next_code"]) == ("H", "F5", "")


def claimed(widget, letter):
    """Whether a widget keeps a letter from shortcuts, when Qt asks it."""
    key = QKeySequence(letter)[0].key()
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_letters_typed_into_menus_choose_there_and_do_nothing_in_the_text(bench):
    """H in the menu bar opens Help, and goes to no heading."""
    bar = bench.window.menuBar()
    for menu in (bar, *(action.menu() for action in bar.actions())):
        assert claimed(menu, "H")
    assert not claimed(bench.text, "H")


def test_letters_typed_into_the_menu_of_the_text_choose_there(bench):
    menu = QMenu(bench.text.viewport())
    QApplication.sendPostedEvents()
    assert claimed(menu, "C")


# Keys pressed


def test_every_key_does_its_command_and_nothing_else(bench):
    for command in COMMANDS:
        for key in command.keys + command.reading_keys:
            bench.done.clear()
            bench.press(key)
            assert bench.done == [command.name], key


def test_media_keys_do_their_command(bench):
    for key in ("Media Play", "Media Stop", "Media Next", "Media Previous"):
        bench.press(key)
    assert bench.done == ["play", "stop", "next_sentence", "previous_sentence"]
    for command in COMMANDS:  # the test's keyboard lacks the others
        shortcuts = [key.toString() for key in bench.actions[command.name].shortcuts()]
        assert {*command.media_keys} <= {*shortcuts}


def test_no_key_of_ours_moves_or_selects_in_the_text_by_itself(qtbot):
    """The text's own keys stay the text's: without our commands none of ours does anything.

    But for Copy and Select all, which mean the same there.
    """
    text = QPlainTextEdit("One two three.\n" * 99)
    qtbot.addWidget(text)
    text.setReadOnly(True)
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
    for command in COMMANDS:
        for key in command.keys + command.reading_keys:
            cursor = text.textCursor()
            cursor.setPosition(300)
            text.setTextCursor(cursor)
            pressed = QKeySequence(key)[0]
            event = QKeyEvent(QEvent.Type.KeyPress, pressed.key(), pressed.keyboardModifiers())
            QApplication.sendEvent(text, event)
            cursor = text.textCursor()
            moved = cursor.position() != 300 or cursor.hasSelection()
            assert moved == (command.name == "select_all"), key


def test_letters_and_space_work_in_the_text_only(bench):
    button = QToolButton(bench.window)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.show()
    button.setFocus()
    for key in ("H", "Space", "Return", "1", "Backspace"):
        bench.press(key, button)
    assert bench.done == []
    bench.press("Ctrl+T", button)
    assert bench.done == ["contents"]


def typed(bench, key, modifiers, place):
    """Press the key at a place of the upper row (X11's code), which types what `key` says."""
    bench.done.clear()
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, key, modifiers, place, 0, 0)
        event.ignore()
        QApplication.sendEvent(bench.text, event)
    return bench.done


def test_digits_are_found_by_place_where_they_are_typed_with_shift(bench, monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    plain, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    assert typed(bench, Qt.Key.Key_Ampersand, plain, 10) == ["next_heading_1"]
    assert typed(bench, Qt.Key.Key_1, shift, 10) == ["previous_heading_1"]
    assert typed(bench, Qt.Key.Key_Egrave, plain, 16) == []  # 7 is nobody's
    assert typed(bench, Qt.Key.Key_BracketLeft, plain, 11) == ["previous_section"]
    assert typed(bench, Qt.Key.Key_Exclam, shift, 10) == []  # and Shift+1 where 1 is plain
    assert typed(bench, Qt.Key.Key_Ampersand, Qt.KeyboardModifier.ControlModifier, 10) == []


def test_changed_keys_work_at_once_and_the_old_ones_no_more(bench):
    keymap = Keymap({"contents": "Ctrl+K", "next_link": "D; Ctrl+Shift+X", "stop": ""})
    apply_keymap(bench.actions, bench.text, keymap)
    for key in ("Ctrl+T", "F9", "K", "F7"):
        bench.press(key)
    assert bench.done == []
    for key in ("Ctrl+K", "D", "Ctrl+Shift+X", "Media Stop"):
        bench.press(key)
    assert bench.done == ["contents", "next_link", "next_link", "stop"]
    assert bench.actions["next_link"].shortcut().toString() == "Ctrl+Shift+X"
    apply_keymap(bench.actions, bench.text, Keymap())
    bench.press("Ctrl+T")
    assert bench.done[-1] == "contents"


def test_a_key_held_down_repeats_moves_and_nothing_that_turns_on_and_off(bench):
    repeating = {command.name for command in COMMANDS if command.repeats}
    assert {"next_sentence", "next_heading", "faster", "louder", "jump_back"} <= repeating
    assert not {"play", "pause", "bookmark", "study_mode", "caret_follows", "quit"} & repeating
    for name, action in bench.actions.items():
        assert action.autoRepeat() is (name in repeating)


def test_keys_are_written_with_words_for_signs():
    written = {command.name: keys_of(command) for command in COMMANDS}
    assert written["play"] == "F5, Space"
    assert written["escape"] == "Comma"
    assert written["faster"] == "Ctrl+Right bracket"
    assert written["larger"] == "Ctrl+Plus, Ctrl+Equals"
    assert written["next_code"] == ""
    contents = next(command for command in COMMANDS if command.name == "contents")
    assert keys_of(contents, Keymap({"contents": "Ctrl+;"})) == ""
    assert keys_of(contents, Keymap({"contents": "Ctrl+K"})) == "Ctrl+K"


# The window


def test_what_needs_a_book_says_so_without_one(make_scene):
    scene = make_scene()
    window, said = scene.window, []
    window.announcer.announced.connect(said.append)
    needy = {command.name for command in COMMANDS if command.needs_book}
    assert {"play", "next_heading", "find", "bookmark", "where"} <= needy
    assert not {"open_book", "quit", "faster", "voices", "help", "settings"} & needy
    for name in needy:
        window.actions_by_name[name].trigger()
        assert window.status.currentMessage() == "No book is open", name
        assert QApplication.activeModalWidget() is None
    scene.qtbot.waitUntil(lambda: said == ["No book is open"])
