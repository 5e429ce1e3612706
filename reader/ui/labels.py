"""Labels tied to what they stand beside, and those that tell something."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from reader.ui.language import without_mnemonic


def label_for(field: QWidget, text: str, parent: QWidget | None = None) -> QLabel:
    """A label of `field`; its mnemonic goes there.

    Its name is set apart, for Orca 48 says the mark of the mnemonic where the text comes before
    the field is known.
    """
    label = QLabel(parent)
    label.setBuddy(field)
    label.setAccessibleName(without_mnemonic(text))
    label.setText(text)
    return label


def silent_label(parent: QWidget) -> QLabel:
    """A telling label whose text is heard with something else.

    Orca reads the labels of a dialog that belong to nothing whenever the dialog gets the focus;
    this one belongs to itself. Each “&” in its text is to be doubled.
    """
    label = telling_label(parent)
    label.setBuddy(label)
    return label


def telling_label(parent: QWidget) -> QLabel:
    """A label that tells plain text, in as many lines as it needs."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
