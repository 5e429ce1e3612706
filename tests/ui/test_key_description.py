from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMainWindow, QMenu, QPlainTextEdit

from reader.ui.commands import COMMANDS, RESERVED, Keymap, add_commands
from reader.ui.key_description import KeyDescription


class Bench:
    """A window with commands that note their names, and a description that notes what it says."""

    def __init__(self, qtbot):
        self.qtbot = qtbot
        self.done = []
        self.said = []
        self.keymap = Keymap(mac=False)
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.text = QPlainTextEdit("One two three.")
        self.window.setCentralWidget(self.text)
        handlers = {c.name: (lambda name=c.name: self.done.append(name)) for c in COMMANDS}
        self.actions = add_commands(self.window, self.text, handlers, self.keymap)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.text.setFocus()
        self.description = KeyDescription(self.window, lambda: self.keymap, self.said.append)

    def press(self, key, target=None):
        pressed = QKeySequence(key)[0]
        self.qtbot.keyClick(target or self.text, pressed.key(), pressed.keyboardModifiers())
        QApplication.processEvents()
        return self.said[-1] if self.said else ""


@pytest.fixture
def bench(qtbot):
    bench = Bench(qtbot)
    yield bench
    if bench.description.active:
        bench.description.toggle()


@pytest.fixture
def describing(bench):
    bench.description.toggle()
    bench.said.clear()
    return bench


def test_it_tells_that_it_began_and_how_to_end_it(bench):
    assert bench.description.toggle()
    assert bench.said == [
        "Key description is on. Press any key to hear what it does; Escape ends it."
    ]


def test_a_key_is_described_and_not_done(describing):
    assert describing.press("Ctrl+T") == (
        "Ctrl+T: Contents. Puts the focus on the list of chapters."
    )
    assert describing.press("K") == (
        "K, in the text: Next link. Goes on to it, or says that there is none."
    )
    assert describing.press(",").startswith("Comma, in the text: Past the list or table. ")
    assert describing.done == []
    assert describing.text.toPlainText() == "One two three."


def test_every_key_of_the_table_is_described_by_what_it_does(describing):
    for command in COMMANDS:
        if command.name == "describe_keys":
            continue
        for key in command.keys + command.reading_keys:
            said = describing.press(key)
            assert said.endswith(f": {command.title}. {command.help}"), key
    assert describing.done == []


def test_keys_of_others_are_named_as_theirs(describing):
    assert describing.press("Ctrl+Alt+Right") == "Ctrl+Alt+Right belongs to screen readers."
    assert describing.press("Home") == "Home moves or selects in the text."
    assert describing.press("Ctrl+Space") == "Ctrl+Space belongs to Chinese input methods."
    assert len(describing.said) == 3


def test_a_key_that_nobody_has_does_nothing(describing):
    assert describing.press("D") == "D does nothing."
    assert describing.press("Ctrl+Shift+F3") == "Ctrl+Shift+F3 does nothing."


def test_media_keys_are_described(describing):
    assert describing.press("Media Next") == ("Media Next: Next sentence. Goes one sentence on.")


def test_tab_neither_moves_the_focus_nor_types(describing):
    assert describing.press("Tab") == "Tab moves between the parts of a window, or leaves it."
    assert QApplication.focusWidget() is describing.text
    assert "\t" not in describing.text.toPlainText()


def test_modifiers_alone_say_nothing(describing):
    for key in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_CapsLock):
        describing.qtbot.keyClick(describing.text, key)
    assert describing.said == []


def test_a_key_held_down_is_described_once(describing):
    pressed = (QEvent.Type.KeyPress, Qt.Key.Key_K, Qt.KeyboardModifier.NoModifier, "k")
    QApplication.sendEvent(describing.text, QKeyEvent(*pressed))
    QApplication.sendEvent(describing.text, QKeyEvent(*pressed, True))
    assert len(describing.said) == 1


def test_a_key_without_a_name_is_taken_in_silence(describing):
    event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "x")
    QApplication.sendEvent(describing.text, event)
    assert describing.said == []
    assert describing.text.toPlainText() == "One two three."


def test_in_a_dialog_keys_are_described_too(describing):
    dialog = QDialog(describing.window)
    field = QLineEdit(dialog)
    dialog.show()
    dialog.activateWindow()
    describing.qtbot.waitUntil(dialog.isActiveWindow)
    field.setFocus()
    assert describing.press("H", field).startswith("H, in the text: Next heading.")
    assert describing.press("Return", field).startswith("Enter, in the text: Follow")
    assert field.text() == ""
    assert dialog.isVisible()


def test_in_a_menu_keys_are_described_too(describing):
    menu = QMenu(describing.window)
    chosen = []
    menu.addAction("&Other", lambda: chosen.append(True))
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_O, Qt.KeyboardModifier.NoModifier, "o")
    QApplication.sendEvent(menu, event)
    assert chosen == []
    assert describing.said == ["O does nothing."]


@pytest.mark.parametrize("key", ["Esc", "Shift+F1"])
def test_escape_or_the_same_key_ends_it_and_says_so(bench, key):
    with bench.qtbot.waitSignal(bench.description.changed):
        bench.description.toggle()
    with bench.qtbot.waitSignal(bench.description.changed) as changed:
        bench.press(key)
    assert changed.args == [False]
    assert not bench.description.active
    assert bench.said[-1] == "Key description is off."
    bench.press("Ctrl+T")
    assert bench.done == ["contents"]


def test_changed_keys_are_described_as_they_are_now(describing):
    describing.keymap = Keymap({"contents": "D", "describe_keys": "Ctrl+K"}, mac=False)
    assert describing.press("D").startswith("D, in the text: Contents.")
    assert describing.press("Ctrl+T") == "Ctrl+T does nothing."
    assert describing.press("Shift+F1") == "Shift+F1 does nothing."
    assert describing.press("Ctrl+K") == "Key description is off."


def test_going_to_another_program_ends_it(describing):
    QApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert not describing.description.active
    assert describing.said == []


def test_every_reason_makes_a_sentence(bench):
    for key, reason in RESERVED.items():
        if bench.keymap.owner([key]) is None:
            assert bench.description.describe((key,)).endswith(f" {reason}.")
