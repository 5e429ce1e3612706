"""What an export tells the main window: its end, its failure, and those left from before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from reader.errors import DiskFull
from reader.ui.dialogs import show_error
from reader.ui.export.export import Export, State
from reader.ui.export.exports import Exports
from reader.ui.export.exports_window import ExportsWindow
from reader.ui.export.in_words import end_in_words
from reader.ui.language import sentences
from reader.ui.message_box import MessageBox

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow


class ExportNews(QObject):
    """Tells it in `window`, or in front of `shown`, the window of the exports, if that is open."""

    def __init__(self, window: MainWindow, exports: Exports, shown: ExportsWindow) -> None:
        super().__init__(window)
        self._window, self._exports, self._shown = window, exports, shown
        self.box: QMessageBox | None = None
        """What tells of a failure, or asks about what is left from before."""
        for told in (exports.told, shown.told):
            told.connect(window.announcer.announce)
        exports.finished.connect(self._finished)
        exports.failed.connect(self._failed)
        exports.found.connect(self._offer)

    def _finished(self, export: Export) -> None:
        said = end_in_words(export)
        if export.result is not None and not export.result.notices:
            said = sentences(said, self.tr("See File, Exports."))
        self._window.notice.show_message(said)

    def _failed(self, export: Export) -> None:
        """Say why and in which chapter, and offer to go on where something is done already, or
        room is all that it lacked; or to find a book that could not be read.
        """
        assert export.error is not None
        self.box = show_error(self._parent, export.error)
        where = self.tr("The export of “{title}” has stopped.").format(title=export.order.title)
        if export.progress is not None and export.progress.title:
            said = self.tr(
                "The export of “{title}” has stopped in the chapter “{chapter}”. Files that are "
                "finished stay."
            )
            where = said.format(title=export.order.title, chapter=export.progress.title)
        self.box.setInformativeText(sentences(where, self.box.informativeText()))
        if export.progress is not None or isinstance(export.error, DiskFull):
            go_on = self.box.addButton(self.tr("&Go on"), QMessageBox.ButtonRole.AcceptRole)
            go_on.clicked.connect(lambda: self._exports.go_on(export))
        elif export.order.book is None:
            find = self.box.addButton(self.tr("&Find the book…"), QMessageBox.ButtonRole.AcceptRole)
            find.clicked.connect(lambda: self._find(export))

    def _find(self, export: Export) -> None:
        """Ask where the book is now, and go on with that."""
        source = export.order.source
        name, _ = QFileDialog.getOpenFileName(
            self._parent,
            self.tr("Where is “{title}”?").format(title=export.order.title),
            str(source.parent) if source is not None else "",
        )
        if name:
            self._exports.go_on(export, Path(name))

    def _offer(self) -> None:
        """Ask about what an earlier start of the program has not finished."""
        left = [each for each in self._exports.all if each.state is State.UNFINISHED]
        if not left:
            return
        box = MessageBox(self._window, QMessageBox.Icon.Question, self.tr("Unfinished export"))
        if len(left) == 1:
            said = self.tr("The export of “{title}” was not finished.")
            box.setText(said.format(title=left[0].order.title))
            yes = box.addButton(self.tr("&Go on"), QMessageBox.ButtonRole.AcceptRole)
            yes.clicked.connect(lambda: self._go_on(left[0]))
            give_up = box.addButton(self.tr("Gi&ve up"), QMessageBox.ButtonRole.DestructiveRole)
            give_up.clicked.connect(lambda: self._exports.give_up(left[0]))
        else:
            said = self.tr("{count} exports were not finished.")
            box.setText(said.format(count=len(left)))
            yes = box.addButton(self.tr("&Show them"), QMessageBox.ButtonRole.AcceptRole)
            yes.clicked.connect(lambda: self._shown.begin(left[0]))
        box.setInformativeText(self.tr("You can go on later, too: see File, Exports."))
        later = box.addButton(self.tr("&Not now"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(yes)
        box.setEscapeButton(later)
        box.open()
        self.box = box

    def _go_on(self, export: Export) -> None:
        self._exports.go_on(export)
        said = self.tr("The export of “{title}” goes on.")
        self._window.say(said.format(title=export.order.title))

    @property
    def _parent(self) -> QWidget:
        return self._shown if self._shown.isVisible() else self._window
