from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton

from reader.ui.commands import COMMANDS, COMMANDS_BY_NAME, Keymap, keys_of
from reader.ui.key_capture import KeyCapture
from reader.ui.keys_dialog import KeysDialog


class Bench:
    def __init__(self, qtbot, keymap):
        self.qtbot = qtbot
        self.dialog = KeysDialog(keymap)
        self.told = []
        self.dialog.changed.connect(self.told.append)
        qtbot.addWidget(self.dialog)
        self.dialog.show()
        self.activate(self.dialog)

    def activate(self, window):
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)

    @property
    def rows(self):
        rows = self.dialog.list
        items = [rows.topLevelItem(row) for row in range(rows.topLevelItemCount())]
        return {item.text(0): item.text(1) for item in items}

    def go_to(self, name):
        self.dialog._go_to(COMMANDS_BY_NAME[name])
        assert self.dialog.chosen is COMMANDS_BY_NAME[name]

    def ask_for_key(self, name):
        """Begin to change the key of a command; the dialog that waits for it."""
        self.go_to(name)
        self.dialog.change.click()
        self.capture = self.dialog.findChild(KeyCapture)
        self.qtbot.waitUntil(self.capture.isVisible)
        self.activate(self.capture)
        return self.capture

    def press(self, key):
        pressed = QKeySequence(key)[0]
        widget = QApplication.focusWidget()
        self.qtbot.keyClick(widget, pressed.key(), pressed.keyboardModifiers())
        QApplication.processEvents()

    @property
    def message(self):
        boxes = [box for box in self.capture.findChildren(QMessageBox) if box.isVisible()]
        return boxes[0] if boxes else None

    def answer(self, text, parent=None):
        (button,) = [
            each
            for each in (parent or self.message).findChildren(QPushButton)
            if text in each.text().replace("&", "")
        ]
        button.click()
        QApplication.processEvents()


@pytest.fixture
def make_bench(qtbot):
    return lambda **overrides: Bench(qtbot, Keymap(overrides, mac=False))


@pytest.fixture
def bench(make_bench):
    return make_bench()


# The list


def test_every_command_is_listed_with_its_keys_also_those_without(bench):
    assert bench.rows == {each.title: keys_of(each, bench.dialog.keymap) for each in COMMANDS}
    assert bench.rows["Play"] == "F5, Space"
    assert bench.rows["Next code"] == ""


def test_the_list_has_the_focus_and_its_names_are_not_cut(bench):
    assert QApplication.focusWidget() is bench.dialog.list
    fonts = bench.dialog.fontMetrics()
    widest = max(fonts.horizontalAdvance(title) for title in bench.rows)
    assert bench.dialog.list.columnWidth(0) > widest


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("CONTENTS", {"Contents": "Ctrl+T, F9"}),
        ("shift+f1", {"Describe keys": "Shift+F1"}),
        ("no such thing", {}),
    ],
)
def test_the_filter_finds_commands_by_name_and_by_key(bench, sought, found):
    bench.dialog.filter.setText(sought)
    assert {title: keys for title, keys in bench.rows.items() if "F12" not in keys} == found
    assert bench.dialog.change.isEnabled() == bool(found)


def test_the_filter_keeps_the_current_command_and_down_leads_to_the_list(bench):
    bench.go_to("next_link")
    bench.dialog.filter.setFocus()
    bench.dialog.filter.setText("link")
    assert bench.dialog.chosen.name == "next_link"
    bench.press("Down")
    assert QApplication.focusWidget() is bench.dialog.list


def test_only_what_can_be_done_is_offered(make_bench):
    bench = make_bench(stop="Ctrl+U")
    bench.go_to("next_code")
    assert not bench.dialog.remove.isEnabled()
    assert not bench.dialog.usual.isEnabled()
    bench.go_to("stop")
    assert bench.dialog.remove.isEnabled()
    assert bench.dialog.usual.isEnabled()
    assert bench.dialog.all_usual.isEnabled()


def test_every_control_has_a_name_and_mnemonics_differ(bench):
    dialog = bench.dialog
    assert dialog.filter.accessibleName() == "Find a command or key"
    labels = [each.text() for each in dialog.findChildren(QLabel) if "&" in each.text()]
    texts = labels + [each.text() for each in dialog.findChildren(QPushButton)]
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert len(letters) >= 5
    assert len(set(letters)) == len(letters), texts


def test_tab_goes_through_every_control_and_comes_round(bench):
    stops = []
    for _ in range(12):
        stops.append(QApplication.focusWidget())
        bench.press("Tab")
        if QApplication.focusWidget() is stops[0]:
            break
    assert {bench.dialog.filter, bench.dialog.list, bench.dialog.change} <= set(stops)
    assert QApplication.focusWidget() is stops[0]


# Changing


def test_a_free_key_is_taken_at_once_and_told(bench):
    bench.ask_for_key("contents")
    bench.press("Ctrl+U")
    assert bench.rows["Contents"] == "Ctrl+U"
    assert [keymap.overrides for keymap in bench.told] == [{"contents": "Ctrl+U"}]
    assert bench.dialog.findChild(KeyCapture) is None
    assert bench.dialog.chosen.name == "contents"
    bench.activate(bench.dialog)
    assert QApplication.focusWidget() is bench.dialog.list


def test_a_letter_is_given_to_the_text_and_the_key_of_the_window_stays(bench):
    bench.ask_for_key("stop")
    bench.press("D")
    assert bench.rows["Stop"] == "F7, D"


def test_enter_on_a_row_asks_for_its_key_and_leaves_the_dialog_open(bench):
    bench.go_to("contents")
    bench.press("Return")
    bench.qtbot.waitUntil(lambda: bench.dialog.findChild(KeyCapture) is not None)
    assert "Contents" in bench.dialog.findChild(KeyCapture).windowTitle()
    assert bench.dialog.isVisible()


def test_a_key_in_use_is_taken_away_only_when_asked(bench):
    bench.ask_for_key("find")
    bench.press("Ctrl+T")
    assert bench.message.text() == "Ctrl+T is the key of “Contents”. Take it away there?"
    assert bench.told == []
    bench.answer("Take it for “Find”")
    bench.qtbot.waitUntil(lambda: bench.told != [])
    assert (bench.rows["Find"], bench.rows["Contents"]) == ("Ctrl+T", "F9")
    assert len(bench.told) == 1
    assert bench.told[0].problems == ()


def test_a_key_in_use_may_be_left_where_it_is(bench):
    bench.ask_for_key("find")
    bench.press("Ctrl+T")
    bench.answer("Cancel")
    assert bench.told == []
    bench.activate(bench.capture)
    bench.press("Ctrl+U")  # the dialog still waits
    assert bench.rows["Find"] == "Ctrl+U"


def test_a_key_of_somebody_else_is_refused_with_the_reason(bench):
    bench.ask_for_key("find")
    bench.press("Ctrl+Alt+Right")
    assert bench.message.text() == "Ctrl+Alt+Right belongs to screen readers. Press another key."
    bench.answer("Close")
    assert bench.told == []
    assert bench.capture.isVisible()


def test_a_sign_typed_with_shift_clashes_with_the_command_that_has_the_sign(bench):
    bench.ask_for_key("find")
    bench.press("Ctrl+Shift++")
    assert "“Larger text”" in bench.message.text()
    bench.answer("Cancel")


def test_a_digit_with_shift_clashes_by_its_place(bench, monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    field = bench.ask_for_key("find").field
    event = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Exclam, Qt.KeyboardModifier.ShiftModifier, 10, 0, 0, "!"
    )
    QApplication.sendEvent(field, event)
    assert "“Previous heading of level 1”" in bench.message.text()
    bench.answer("Cancel")


def test_escape_and_tab_are_never_caught(bench):
    capture = bench.ask_for_key("find")
    assert QApplication.focusWidget() is capture.field
    bench.press("Tab")
    assert isinstance(QApplication.focusWidget(), QPushButton)
    bench.press("Tab")
    assert QApplication.focusWidget() is capture.field
    bench.press("Shift+Tab")
    assert isinstance(QApplication.focusWidget(), QPushButton)
    bench.press("Esc")
    assert bench.dialog.findChild(KeyCapture) is None
    assert bench.told == []


def test_modifiers_alone_are_waited_through(bench):
    field = bench.ask_for_key("find").field
    for key in (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt):
        bench.qtbot.keyClick(field, key)
    assert bench.told == []
    bench.press("Ctrl+Shift+K")
    assert bench.told[-1].keys("find") == ("Ctrl+Shift+K",)


def test_the_field_says_what_it_waits_for_and_how_to_leave(bench):
    capture = bench.ask_for_key("find")
    assert capture.field.accessibleName() == "Press the new key"
    assert "Escape" in capture.field.accessibleDescription()
    assert capture.windowTitle() == "Key for Find"


def test_keys_can_be_removed_and_had_again(bench):
    bench.go_to("stop")
    bench.dialog.remove.click()
    assert bench.rows["Stop"] == ""
    assert bench.told[-1].overrides == {"stop": ""}
    bench.dialog.usual.click()
    assert bench.rows["Stop"] == "F7"
    assert bench.told[-1].overrides == {}


def test_all_usual_keys_come_back_when_asked_for(make_bench):
    bench = make_bench(stop="Ctrl+U", find="", juggle="D")
    bench.dialog.all_usual.click()
    assert bench.told == []
    (box,) = bench.dialog.findChildren(QMessageBox)
    bench.answer("Use the usual keys", box)
    assert bench.told[-1].overrides == {}
    assert bench.rows["Stop"] == "F7"
    assert not bench.dialog.all_usual.isEnabled()
