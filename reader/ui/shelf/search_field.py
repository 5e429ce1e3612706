"""The field in which words are typed on each page of the library."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget


def search_field(name: str, hint: str, parent: QWidget) -> QLineEdit:
    """A field called `name`, which says `hint` while it is empty; `parent` filters its keys."""
    field = QLineEdit(parent)
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    field.setClearButtonEnabled(True)
    field.setAcceptDrops(False)  # files are for the shelf
    field.setCursorPosition(0)  # else Orca says nothing when the focus first comes here
    field.installEventFilter(parent)
    return field
