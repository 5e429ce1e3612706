"""Enter in a dialog presses the button that has the focus, and no other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout

from reader.ui.enter_key import PressingDialog


class Asking(PressingDialog):
    """A field, two buttons that are never the default one, and one that may be."""

    def __init__(self, *, keeps):
        super().__init__()
        self.pressed = []
        self.field = QLineEdit(self)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        self.hear, self.turn, self.keep = (
            self._button(name, column) for name in ("hear", "turn", "keep")
        )
        self.keep.setDefault(keeps)

    def _button(self, name, column):
        button = QPushButton(name, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.pressed.append(name))
        column.addWidget(button)
        return button


@pytest.fixture(params=[False, True], ids=["no default button", "a default button"])
def asking(request, qtbot):
    dialog = Asking(keeps=request.param)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_button_that_has_the_focus_is_pressed_once(asking, qtbot, key):
    for button in (asking.hear, asking.turn):
        button.setFocus()
        qtbot.keyClick(button, key)
    assert asking.pressed == ["hear", "turn"]


def test_elsewhere_only_the_default_button_is_pressed(asking, qtbot):
    asking.field.setFocus()
    qtbot.keyClick(asking.field, Qt.Key.Key_Return)
    assert asking.pressed == (["keep"] if asking.keep.isDefault() else [])


def test_a_button_that_cannot_be_used_is_not_pressed(asking, qtbot):
    asking.hear.setFocus()
    asking.hear.setEnabled(False)
    qtbot.keyClick(asking, Qt.Key.Key_Return)
    assert "hear" not in asking.pressed


def test_escape_leaves(asking, qtbot):
    asking.hear.setFocus()
    qtbot.keyClick(asking.hear, Qt.Key.Key_Escape)
    assert not asking.isVisible()
