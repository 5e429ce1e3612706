"""Reading and writing files of pronunciations, with progress, and what is told of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from reader.background import CancelToken
from reader.lexicon.entry import Entry
from reader.lexicon.exchange import Exported, Imported, Refusal
from reader.ui.file_job import FileJob
from reader.ui.language import about, in_words, sentences
from reader.ui.lexicon.files import read_file, write_file
from reader.ui.message_box import MessageBox
from reader.ui.report_dialog import ReportDialog


class FileJobs(FileJob):
    """Reads or writes one file at a time, beside the listening."""

    read = Signal(object, str)
    """The :class:`~reader.lexicon.exchange.Imported` that a file held, and the file's name."""
    told = Signal(str)
    """What came of it, for a screen reader."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.report: ReportDialog | None = None
        self.question: QMessageBox | None = None

    def ask_import(self, book: str | None) -> None:
        """Ask for a file and, with a `book`, whether it is for that book; then read it."""
        kinds = self.tr("Pronunciations (*.pls *.xml *.txt *.csv);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Import"), "", kinds)
        if name and book is not None:
            self._ask_where(Path(name), book)
        elif name:
            self.import_file(Path(name), None)

    def ask_export(self, entries: Sequence[Entry]) -> None:
        """Ask for the name of a file, and write `entries` into it."""
        kinds = self.tr("Pronunciation lexicon (*.pls);;Lines of five fields (*.txt)")
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export"), "pronunciations.pls", kinds
        )
        if name:
            self.export_file(Path(name), entries)

    def import_file(self, path: Path, book: str | None) -> None:
        """Read the pronunciations in `path`, for the `book` or for all."""

        def work(token: CancelToken) -> Imported:
            return read_file(path, book, self._report, token)

        self._run(work, self.tr("Importing"), path, partial(self._read, path))

    def export_file(self, path: Path, entries: Sequence[Entry]) -> None:
        """Write `entries` into `path`."""

        def work(token: CancelToken) -> Exported:
            return write_file(path, entries, token)

        self._run(work, self.tr("Exporting"), path, partial(self._written, path))

    def tell_imported(self, imported: Imported, replaced: int) -> None:
        """Tell how many were taken, and in place of how many; list what was not."""
        told = self.tr("Imported: {count}, in place of others: {replaced}.")
        told = told.format(count=len(imported.entries), replaced=replaced)
        left = [self._refusal(each) for each in imported.refused]
        self._tell(self.tr("Import"), told, self.tr("Not taken: {count}."), left)

    # Inside

    def _refusal(self, refusal: Refusal) -> str:
        said = self.tr("Line {line}: {word}: {reason}")
        return said.format(line=refusal.line, word=refusal.word, reason=in_words(refusal.reason))

    def _ask_where(self, path: Path, book: str) -> None:
        box = MessageBox(self._window, QMessageBox.Icon.Question, self.tr("Import"))
        box.setText(self.tr("Where shall what {name} holds be said so?").format(name=path.name))
        for text, where in ((self.tr("&Everywhere"), None), (self.tr("In this &book"), book)):
            button = box.addButton(text, QMessageBox.ButtonRole.ActionRole)
            button.clicked.connect(partial(self._import_there, path, where))
        box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Cancel))
        self.question = box
        box.open()

    def _import_there(self, path: Path, book: str | None, _checked: bool = False) -> None:
        self.import_file(path, book)

    def _read(self, path: Path, imported: Imported) -> None:
        self.read.emit(imported, path.name)

    def _written(self, path: Path, exported: Exported) -> None:
        told = self.tr("Nothing can be written, so there is no new file.")
        if exported.count:
            told = self.tr("Written to {name}: {count}.")
            told = told.format(name=path.name, count=exported.count)
        if exported.narrowed:
            narrowed = self.tr("For all languages here, but for one alone in the file: {count}.")
            told = sentences(told, narrowed.format(count=exported.narrowed))
        left = [about(entry.word, in_words(why)) for entry, why in exported.left_out]
        self._tell(self.tr("Export"), told, self.tr("Not written: {count}."), left)

    def _tell(self, title: str, told: str, refused: str, lines: Sequence[str]) -> None:
        """Say how it went; what was left out is shown to be read at leisure."""
        if not lines:
            self.told.emit(told)
            return
        text = "\n".join((told, refused.format(count=len(lines)), *lines))
        self.report = ReportDialog(title, text, self._window)
        self.report.open()
