"""Writing a note to a passage: what is quoted above, the note below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.ui.enter_key import PressingDialog
from reader.ui.fitting import fit
from reader.ui.labels import label_for
from reader.ui.message_box import MessageBox
from reader.ui.notes.in_words import shortened
from reader.ui.review_text import ReviewText
from reader.ui.shortcuts import on_key

_TOLD = 120
"""Characters of the passage that are told together with the field for the note."""

_QUOTED_LINES = 4
"""Lines in which what is quoted is shown at most; the rest can be scrolled to."""


class NoteDialog(PressingDialog):
    """Ctrl+Enter keeps the note; Escape asks first where something would be lost.

    `keep` is given what was written, empty for none; where it is False that is not lost: the
    dialog stays.
    """

    def __init__(
        self, quotation: str, note: str, keep: Callable[[str], bool], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._keep = keep
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Edit the note") if note else self.tr("New note"))
        self._before = note
        self.question: QMessageBox | None = None
        self.passage = ReviewText(self.tr("Passage"), self, quotation)
        self.field = QPlainTextEdit(note, self)
        # Who hears where the focus is hears what the note is to.
        self.field.setAccessibleDescription(shortened(quotation, _TOLD))
        self.field.setTabChangesFocus(True)
        self.field.selectAll()
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            on_key(key, self, self.accept)
        self._lay_out()
        self.field.setFocus()

    def accept(self) -> None:
        """Keep the note, and go away."""
        if self._keep(self._written):
            super().accept()

    def reject(self) -> None:
        """Go away, once it is clear that nothing is lost."""
        if self._written == self._before:
            super().reject()
        elif self.question is None:
            self._ask()

    def give_up(self) -> None:
        """Go away, for the book does; what was written is kept."""
        if self._written != self._before:
            self._keep(self._written)
        super().reject()

    @property
    def _written(self) -> str:
        return self.field.toPlainText().strip()

    def _ask(self) -> None:
        box = MessageBox(self, QMessageBox.Icon.Question, self.windowTitle())
        box.setText(self.tr("What was written is not kept yet. Shall it be kept?"))
        keep = box.addButton(self.tr("&Keep"), QMessageBox.ButtonRole.AcceptRole)
        keep.clicked.connect(self.accept)
        discard = box.addButton(self.tr("&Discard"), QMessageBox.ButtonRole.DestructiveRole)
        discard.clicked.connect(super().reject)
        box.setDefaultButton(keep)
        box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.finished.connect(self._asked)
        self.question = box
        box.open()

    def _asked(self) -> None:
        self.question = None

    def _lay_out(self) -> None:
        line = self.passage.fontMetrics().lineSpacing()
        frame = 2 * (self.passage.frameWidth() + round(self.passage.document().documentMargin()))
        self.passage.setMaximumHeight(_QUOTED_LINES * line + frame)
        buttons = QDialogButtonBox(self)
        self.keep = buttons.addButton(self.tr("&Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(label_for(self.passage, self.tr("&Passage"), self))
        column.addWidget(self.passage)
        column.addWidget(label_for(self.field, self.tr("&Note (Ctrl+Enter keeps it)"), self))
        column.addWidget(self.field, 1)
        column.addWidget(buttons)
        self.setTabOrder(self.passage, self.field)
        fit(self, 560, 420)
