"""Keys of commands in the text: the screen reader has them first."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from reader.books.model import Block, BlockKind, Chapter, Run
from reader.ui.commands.text_keys import TextKeys
from reader.ui.reading_view import ReadingView

Key, Modifier = Qt.Key, Qt.KeyboardModifier


class ScreenReader(QObject):
    """Takes the keys that are its own when they are delivered, as Orca does."""

    def __init__(self):
        super().__init__()
        self.heard, self.owns = [], set()

    def eventFilter(self, _receiver, event):
        if event.type() != QEvent.Type.KeyPress:
            return False
        self.heard.append(event.key())
        return event.key() in self.owns


@pytest.fixture
def screen_reader(qapp):
    reader = ScreenReader()
    qapp.installEventFilter(reader)
    yield reader
    qapp.removeEventFilter(reader)


@pytest.fixture
def text(qtbot):
    text = QPlainTextEdit()
    text.done = []
    for key, name in (("H", "next heading"), ("Alt+Down", "next sentence"), ("F5", "play")):
        action = QAction(name, text)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False, name=name: text.done.append(name))
        text.addAction(action)
    text.keys = TextKeys(text, ())
    text.read_after = []
    text.keys.read_after.connect(text.read_after.append)
    qtbot.addWidget(text)
    text.show()
    text.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is text)
    return text


def test_a_command_is_done_once_and_the_screen_reader_has_seen_its_key(qtbot, text, screen_reader):
    qtbot.keyClick(text, Key.Key_H)
    assert text.done == ["next heading"]
    assert Key.Key_H in screen_reader.heard
    assert text.toPlainText() == ""


def test_a_key_that_the_screen_reader_takes_does_no_command(qtbot, text, screen_reader):
    screen_reader.owns = {Key.Key_H}
    qtbot.keyClick(text, Key.Key_H)
    assert text.done == []


def test_a_command_that_cannot_be_done_now_is_not(qtbot, text):
    text.actions()[0].setEnabled(False)
    qtbot.keyClick(text, Key.Key_H)
    assert text.done == []


def test_keys_after_which_screen_readers_read_are_told_apart(qtbot, text):
    qtbot.keyClick(text, Key.Key_Down, Modifier.AltModifier)
    qtbot.keyClick(text, Key.Key_Alt)
    qtbot.keyClick(text, Key.Key_F5)
    assert text.done == ["next sentence", "play"]
    assert text.read_after == [True, False]


@pytest.mark.parametrize("kept", [True, False])
def test_moves_that_are_kept_from_screen_readers_are_made_all_the_same(qtbot, kept):
    view = ReadingView()
    qtbot.addWidget(view)
    paragraph = Block(kind=BlockKind.PARAGRAPH, runs=(Run(text="Nobody had asked for it."),))
    view.show_chapter(Chapter(title="One", blocks=(paragraph,)))
    told = []
    view.cursorPositionChanged.connect(lambda: told.append(view.caret))
    view.keep_moves(kept)
    view.place_caret(7)
    assert view.caret == 7
    assert told == ([] if kept else [7])
