"""What a control is, in words: its name, kind, value and state, in the order worth hearing.

The words come from Qt's accessibility interface, so what our own voice says is what a screen
reader is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QKeySequence, QTextCursor
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from reader.ui.language import (
    character_name,
    clauses,
    ended,
    sentences,
    without_letter,
    without_mnemonic,
)

translate = QCoreApplication.translate


_Role, _Text = QAccessible.Role, QAccessible.Text

_ROLES: dict[QAccessible.Role, Any] = {
    _Role.PushButton: QT_TRANSLATE_NOOP("Descriptions", "button"),
    _Role.ButtonDropDown: QT_TRANSLATE_NOOP("Descriptions", "button"),
    _Role.ButtonMenu: QT_TRANSLATE_NOOP("Descriptions", "menu button"),
    _Role.CheckBox: QT_TRANSLATE_NOOP("Descriptions", "check box"),
    _Role.RadioButton: QT_TRANSLATE_NOOP("Descriptions", "choice"),
    _Role.ComboBox: QT_TRANSLATE_NOOP("Descriptions", "list to choose from"),
    _Role.Slider: QT_TRANSLATE_NOOP("Descriptions", "slider"),
    _Role.SpinBox: QT_TRANSLATE_NOOP("Descriptions", "number"),
    _Role.EditableText: QT_TRANSLATE_NOOP("Descriptions", "text"),
    _Role.List: QT_TRANSLATE_NOOP("Descriptions", "list"),
    _Role.Tree: QT_TRANSLATE_NOOP("Descriptions", "tree"),
    _Role.Table: QT_TRANSLATE_NOOP("Descriptions", "table"),
    _Role.PageTabList: QT_TRANSLATE_NOOP("Descriptions", "tabs"),
    _Role.PageTab: QT_TRANSLATE_NOOP("Descriptions", "tab"),
    _Role.Link: QT_TRANSLATE_NOOP("Descriptions", "link"),
    _Role.ProgressBar: QT_TRANSLATE_NOOP("Descriptions", "progress"),
}
"""Kinds of controls worth a word; others are known by their name."""

_LISTS = (_Role.List, _Role.Tree, _Role.Table, _Role.PageTabList)
_VALUED = (_Role.ComboBox, _Role.EditableText, _Role.ProgressBar)
_CHECKED = (_Role.CheckBox, _Role.RadioButton)

_LONGEST = 400
"""Characters of a dialog's text or a field's content that are said unasked."""


def control(widget: QWidget) -> str:
    """`widget` with all that a person needs to use it, and its current item."""
    element = _element(widget)
    if element is None:
        return ""
    parts = [
        _name(element, widget),
        translate("Descriptions", _ROLES[element.role()]) if element.role() in _ROLES else "",
        value(widget),
        *_states(element),
        element.text(_Text.Description),
        _key(element, widget),
    ]
    return joined(parts)


def value(widget: QWidget) -> str:
    """What is chosen or written in `widget`, and how its current item stands."""
    element = _element(widget)
    if element is None or element.state().passwordEdit:
        return ""
    return _value(widget, element)


def _value(widget: QWidget, element: QAccessibleInterface) -> str:
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return line(widget.textCursor())
    if isinstance(widget, QAbstractSpinBox):
        return widget.text()  # with its unit
    if isinstance(widget, QAbstractSlider):
        return str(widget.value())
    if element.role() in _LISTS:
        return item(element.focusChild())
    return element.text(_Text.Value)[:_LONGEST] if element.role() in _VALUED else ""


def line(cursor: QTextCursor) -> str:
    """The line that `cursor` is in, as it is broken on the screen."""
    cursor.select(QTextCursor.SelectionType.LineUnderCursor)
    return cursor.selectedText().strip()


def item(element: QAccessibleInterface | None) -> str:
    """An entry of a list, a tree or a table, with its state and its place among the others."""
    if element is None:
        return ""
    return joined([element.text(_Text.Name), *_states(element), element.text(_Text.Description)])


def state(widget: QWidget) -> str:
    """Only how `widget` stands: checked or not, open or closed."""
    element = _element(widget)
    return joined(_states(element)) if element is not None else ""


def command(action: QAction) -> str:
    """An entry of a menu."""
    parts = [without_mnemonic(action.text().partition("\t")[0])]
    if action.isCheckable():
        parts.append(
            translate("Descriptions", "checked")
            if action.isChecked()
            else translate("Descriptions", "not checked")
        )
    if action.menu() is not None:
        parts.append(translate("Descriptions", "menu"))
    if not action.isEnabled():
        parts.append(translate("Descriptions", "unavailable"))
    parts.append(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
    return joined(parts)


def window(widget: QWidget) -> str:
    """What is said of a window when it comes to the front: its title, and a dialog's text."""
    parts = [widget.windowTitle()]
    if isinstance(widget, QDialog):
        parts.append(translate("Descriptions", "dialog"))
        parts.append(sentences(*map(ended, _texts(widget)))[:_LONGEST])
    return joined(parts)


def character(text: str) -> str:
    """A single character, in words where a voice would be silent; more text as it is."""
    if text == " ":
        return translate("Descriptions", "space")
    if text in ("", "\n", "\u2029"):
        return translate("Descriptions", "blank")
    if text.isalnum() or len(text) > 1:
        return (
            translate("Descriptions", "capital {letter}").format(letter=text)
            if text.isupper()
            else text
        )
    return character_name(text)


def joined(parts: list[str]) -> str:
    """The `parts` that are not empty, with a pause between."""
    return clauses(parts)


def _element(widget: QWidget) -> QAccessibleInterface | None:
    return QAccessible.queryAccessibleInterface(widget)


def _name(element: QAccessibleInterface, widget: QWidget) -> str:
    # Qt calls a combo box on Linux by what is chosen in it; its label says what for.
    if isinstance(widget, QComboBox):
        labels = joined([other.text(_Text.Name) for other in _labels(element)])
        return widget.accessibleName() or without_letter(labels)
    return without_letter(element.text(_Text.Name))


def _key(element: QAccessibleInterface, widget: QWidget) -> str:
    # A combo box gives the key that opens it, which all of them have.
    if not isinstance(widget, QComboBox):
        return element.text(_Text.Accelerator)
    labels = (other.object() for other in _labels(element))
    keys = [QKeySequence.mnemonic(each.text()) for each in labels if isinstance(each, QLabel)]
    return joined([key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys])


def _labels(element: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [other for other, kind in element.relations() if kind == QAccessible.RelationFlag.Label]


def _states(element: QAccessibleInterface) -> list[str]:
    state = element.state()
    found = []
    if state.checkable or element.role() in _CHECKED:
        found.append(
            translate("Descriptions", "checked")
            if state.checked
            else translate("Descriptions", "not checked")
        )
    if state.expandable and element.role() is not _Role.ComboBox:
        found.append(
            translate("Descriptions", "open")
            if state.expanded
            else translate("Descriptions", "closed")
        )
    if state.disabled:
        found.append(translate("Descriptions", "unavailable"))
    if state.passwordEdit:
        found.append(translate("Descriptions", "hidden"))
    if state.readOnly and element.role() is _Role.EditableText:
        found.append(translate("Descriptions", "read only"))
    return found


def _texts(dialog: QDialog) -> list[str]:
    if isinstance(dialog, QMessageBox):
        return [dialog.text(), dialog.informativeText()]
    return list(_loose_texts(dialog))


def _loose_texts(dialog: QDialog) -> Iterator[str]:
    """The texts in a dialog that label nothing."""
    for label in dialog.findChildren(QLabel):
        if label.isVisible() and label.buddy() is None:
            yield label.text()
