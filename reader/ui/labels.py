"""Labels tied to what they stand beside."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget


def label_for(field: QWidget, text: str, parent: QWidget | None = None) -> QLabel:
    """A label of `field`; its mnemonic goes there.

    Its name is set apart, for Orca 48 says the mark of the mnemonic where the text comes before
    the field is known.
    """
    label = QLabel(parent)
    label.setBuddy(field)
    label.setAccessibleName(text.replace("&", ""))
    label.setText(text)
    return label
