"""Scripts read out of files and written into them, beside the writing."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from reader.background import CancelToken
from reader.script.files import SUFFIX, read_script, write_script
from reader.ui.dialogs import show_error
from reader.ui.tasks import Courier


class ScriptFiles(QObject):
    """Asks `window`'s user for files."""

    read = Signal(str)
    """The document in a file."""
    told = Signal(str)
    """What came of it, for a screen reader."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._courier = Courier(self)
        self.problem: QMessageBox | None = None

    def ask_import(self) -> None:
        """Ask for a file and read it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Import"), "", self._kinds(with_others=True)
        )
        if name:
            self.import_file(Path(name))

    def ask_export(self, document: str, title: str) -> None:
        """Ask for the name of a file, and write `document` into it; `title` proposes one."""
        proposed = "".join(each if each.isalnum() else " " for each in title).strip() or "script"
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export"), proposed + SUFFIX, self._kinds(with_others=False)
        )
        if name:
            self.export_file(Path(name), document)

    def import_file(self, path: Path) -> None:
        """Read the document in `path`."""
        self._courier.run(
            lambda _token: read_script(path),
            name="import script",
            done=self.read.emit,
            failed=self._failed,
        )

    def export_file(self, path: Path, document: str) -> None:
        """Write `document` into `path`."""

        def work(_token: CancelToken) -> None:
            write_script(path, document)

        told = self.tr("Written to {name}").format(name=path.name)
        self._courier.run(
            work,
            name="export script",
            done=partial(self._written, told),
            failed=self._failed,
        )

    def _kinds(self, *, with_others: bool) -> str:
        scripts = self.tr("Scripts (*.ssml *.xml)")
        return f"{scripts};;{self.tr('All files (*)')}" if with_others else scripts

    def _written(self, told: str, _nothing: object) -> None:
        self.told.emit(told)

    def _failed(self, error: BaseException) -> None:
        self.problem = show_error(self._window, error)
