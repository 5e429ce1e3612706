"""What is asked before an export takes the place of what is there already."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.books.model import Book
from reader.ui.dialogs import ask
from reader.ui.export.order import Order
from reader.ui.message_box import MessageBox


class Replacing(QObject):
    """Asks in front of `window`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.question: QMessageBox | None = None

    def ask(self, order: Order, book: Book, begin: Callable[[Order], object]) -> None:
        """Call `begin` with `order`, as soon as nothing is in its way or that may go; also
        with one that goes on with what an earlier export of this `book` has left there.
        """
        from reader.export.manifest import read_manifest
        from reader.export.output import output_of

        output = output_of(order.target, order.options, book)
        manifest = read_manifest(output.manifest)
        if manifest is not None and manifest.identifier == book.identifier:
            begun = order.as_begun(manifest.options, manifest.extras)
            self._ask_going_on(order, begun, begin)
        elif output.is_folder and output.path.is_dir() and any(output.path.iterdir()):
            text = (
                self.tr("The folder {name} exists. It is replaced when the export is finished.")
                if output.at_once
                else self.tr("The folder {name} is not empty. Files of the same name are replaced.")
            )
            self._ask_replacing(text.format(name=output.path.name), order, begin)
        elif not output.is_folder and output.path.exists():
            text = self.tr("The file {name} exists. It is replaced when the export is finished.")
            self._ask_replacing(text.format(name=output.path.name), order, begin)
        else:
            begin(order)

    def _ask_replacing(self, text: str, order: Order, begin: Callable[[Order], object]) -> None:
        title, answer = self.tr("Replace"), self.tr("&Replace")
        self.question = ask(self._window, title, text, answer, lambda: begin(order))

    def _ask_going_on(self, order: Order, begun: Order, begin: Callable[[Order], object]) -> None:
        """To go on is to make what was `begun`, whatever is chosen now."""
        title = self.tr("Unfinished export")
        box = MessageBox(self._window, QMessageBox.Icon.Question, title)
        box.setText(self.tr("An export of this book to this place was not finished."))
        go_on = box.addButton(self.tr("&Go on"), QMessageBox.ButtonRole.AcceptRole)
        anew = box.addButton(self.tr("Start &anew"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        go_on.clicked.connect(lambda: begin(begun))
        anew.clicked.connect(lambda: begin(order))
        box.setDefaultButton(go_on)
        box.setEscapeButton(cancel)
        box.open()
        self.question = box
