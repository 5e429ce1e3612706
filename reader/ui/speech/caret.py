"""Reads what the caret comes to and what is typed, by the key that moved it.

As screen readers do: the arrows up and down read the line, left and right the character, with
Control the paragraph and the word. A caret that the program moved is not read.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from reader.ui.speech import descriptions
from reader.ui.speech.changes import Listener, Say

translate = QCoreApplication.translate


_Key, _Unit = Qt.Key, QTextCursor.SelectionType
_VERTICAL = (_Key.Key_Up, _Key.Key_Down)
_PAGES = (_Key.Key_PageUp, _Key.Key_PageDown)
_HORIZONTAL = (_Key.Key_Left, _Key.Key_Right)
_ENDS = (_Key.Key_Home, _Key.Key_End)


class CaretReading:
    """Follows the caret of the text that has the focus; told of every key by :meth:`pressed`."""

    def __init__(self) -> None:
        self._key = self._pending = 0
        self._control = False
        self._shift = False

    def pressed(self, event: QKeyEvent) -> None:
        """A key that may move the caret or type."""
        self._key = self._pending = event.key()
        self._control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self._shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)

    def watch(self, widget: QWidget, owner: QObject, say: Say) -> None:
        """Have `say` called with what is read and typed in `widget`, until `owner` is deleted."""
        if isinstance(widget, QLineEdit):
            self._watch_field(widget, owner, say)
        elif isinstance(widget, QTextEdit | QPlainTextEdit):
            Listener(owner, widget.cursorPositionChanged, lambda: say(self._read(widget)))

    def _watch_field(self, field: QLineEdit, owner: QObject, say: Say) -> None:
        before = field.text()

        def changed() -> None:
            nonlocal before
            text, before = before, field.text()
            say(_edited(field, text) if before != text else self._reached(field))

        Listener(owner, field.cursorPositionChanged, changed)
        Listener(owner, field.textEdited, changed)

    def _reached(self, field: QLineEdit) -> str:
        """What the caret of a field has come to."""
        if not self._take_key():
            return ""
        if self._shift:
            return _selected(field.selectedText())
        if field.echoMode() is not QLineEdit.EchoMode.Normal:
            return ""
        position = field.cursorPosition()
        rest = field.text()[position:]
        if self._control and self._key in _HORIZONTAL:
            return rest.split(" ")[0] or descriptions.character("")
        return descriptions.character(rest[:1])

    def _read(self, text: QTextEdit | QPlainTextEdit) -> str:
        if not self._take_key():
            return ""
        cursor = text.textCursor()
        if self._shift:
            return _selected(cursor.selectedText())
        unit = self._unit()
        if unit is None:
            cursor.movePosition(
                QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor
            )
            return descriptions.character(cursor.selectedText())
        cursor.select(unit)
        return cursor.selectedText().strip() or descriptions.character("")

    def _unit(self) -> QTextCursor.SelectionType | None:
        """What the last key moves by; None for a character."""
        if self._key in _VERTICAL:
            return _Unit.BlockUnderCursor if self._control else _Unit.LineUnderCursor
        if self._key in _PAGES or (self._control and self._key in _ENDS):
            return _Unit.LineUnderCursor
        return _Unit.WordUnderCursor if self._control else None

    def _take_key(self) -> bool:
        """Whether the last key moves carets; it is taken to account for one move only."""
        key, self._pending = self._pending, 0
        return key in (*_VERTICAL, *_PAGES, *_HORIZONTAL, *_ENDS)


def _selected(text: str) -> str:
    return (
        translate("CaretReading", "{text} selected").format(text=text)
        if text
        else translate("CaretReading", "nothing selected")
    )


def _edited(field: QLineEdit, before: str) -> str:
    """What was typed into `field` or taken out of it."""
    if field.echoMode() is not QLineEdit.EchoMode.Normal:
        return translate("CaretReading", "star")
    position, text = field.cursorPosition(), field.text()
    grown = len(text) - len(before)
    if grown == 1:
        typed = text[position - 1 : position]
        word = text[: position - 1].split(" ")[-1] if typed == " " else ""
        return word or descriptions.character(typed)
    if grown > 1:
        return text[max(0, position - grown) : position]
    return descriptions.character(before[position : position - grown]) if grown else text
