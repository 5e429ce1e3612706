"""What is asked before an export is stopped or given up."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.ui.dialogs import ask
from reader.ui.export.export import Export
from reader.ui.export.exports import Exports
from reader.ui.message_box import MessageBox


class Stopping(QObject):
    """Asks in front of `window`; finished chapters stay in any case."""

    def __init__(self, exports: Exports, window: QWidget) -> None:
        super().__init__(window)
        self._exports, self._window = exports, window
        self.question: QMessageBox | None = None

    def ask(self, export: Export) -> None:
        """Stop it for now or for good, or not at all."""
        box = MessageBox(self._window, QMessageBox.Icon.Question, self.tr("Stop the export"))
        text = self.tr("Stop the export of “{title}”?")
        box.setText(text.format(title=export.order.title))
        box.setInformativeText(
            self.tr("Files that are finished stay. What is not can be kept to go on later.")
        )
        keep = box.addButton(self.tr("&Keep for later"), QMessageBox.ButtonRole.AcceptRole)
        give_up = box.addButton(self.tr("Gi&ve up"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(self.tr("&Do not stop"), QMessageBox.ButtonRole.RejectRole)
        keep.clicked.connect(lambda: self._exports.keep(export))
        give_up.clicked.connect(lambda: self._exports.give_up(export))
        box.setDefaultButton(keep)
        box.setEscapeButton(cancel)
        box.open()
        self.question = box

    def ask_giving_up(self, export: Export) -> None:
        """Give up one that does not run."""
        text = self.tr(
            "Give up the export of “{title}”? Files that are finished stay; the rest is lost."
        )
        self.question = ask(
            self._window,
            self.tr("Give up the export"),
            text.format(title=export.order.title),
            self.tr("Gi&ve up"),
            lambda: self._exports.give_up(export),
        )
