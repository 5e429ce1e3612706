"""Choosing what to write into sound files, and the job that does it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.background import CancelToken
from reader.ui.desk import Desk
from reader.ui.dialogs import show_error, show_message
from reader.ui.enter_key import PressingDialog
from reader.ui.fitting import widen
from reader.ui.labels import label_for
from reader.ui.progress import Progress
from reader.ui.tasks import Courier

if TYPE_CHECKING:
    from reader.export.job import ExportProgress


class ExportDialog(PressingDialog):
    """Asks for format, chapters and place; the export then runs beside the listening."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        assert desk.session is not None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export audio"))
        self._desk = desk
        self._session = desk.session
        self._courier = Courier(self)
        self._progress: Progress | None = None
        self.answer: QMessageBox | None = None
        self.format = self._choice(
            self.tr("Format"),
            [
                (self.tr("One audiobook with chapter marks (m4b)"), "m4b"),
                (self.tr("One file a chapter (wav)"), "wav"),
            ],
        )
        self.chapters = self._choice(
            self.tr("Chapters"),
            [(self.tr("The whole book"), False), (self.tr("This chapter only"), True)],
        )
        self.characters = QCheckBox(self.tr("&Voices for characters"), self)
        self.characters.setChecked(desk.settings.characters)
        self.target = QLineEdit(self)
        self.target.setCursorPosition(0)  # else Orca is silent when the empty field is reached
        self.target.setAccessibleName(self.tr("Save as"))
        browse = QPushButton(self.tr("&Browse…"), self)
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        form = QFormLayout()
        form.addRow(label_for(self.format, self.tr("&Format")), self.format)
        form.addRow(label_for(self.chapters, self.tr("&Chapters")), self.chapters)
        form.addRow("", self.characters)
        place = QHBoxLayout()
        place.addWidget(self.target, 1)
        place.addWidget(browse)
        form.addRow(label_for(self.target, self.tr("&Save as")), place)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        start = buttons.addButton(self.tr("&Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        start.setDefault(True)
        buttons.accepted.connect(self.start)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(buttons)
        widen(self, 560)
        self.format.currentIndexChanged.connect(self._propose)
        self._propose()

    def start(self) -> None:
        """Begin to export."""
        target = Path(self.target.text()).expanduser()
        session = self._session
        only = self.chapters.currentData() and session.passage is not None
        chapters = [session.passage.chapter] if only and session.passage else None
        kind = self.format.currentData()
        settings = self._desk.settings.changed(characters=self.characters.isChecked())
        direction = session.direction.copy(settings)
        skipping = session.narrator.skipping
        report = self._courier.wrap(self._show_progress)
        report_search = self._courier.wrap(self._show_search)

        def work(token: CancelToken) -> list[Path]:
            from reader.export.job import export_book
            from reader.narration.timeline import Timeline

            with closing(self._desk.new_speaker()) as speaker:
                if settings.characters:
                    direction.set_voices(speaker.voices(), speaker.voice_for(session.book.language))
                if settings.characters and direction.cast is None:
                    direction.set_dialogue(direction.find_dialogue(report_search, token))
                narrator = direction.narrator()
                narrator.skipping = skipping
                return export_book(
                    session.book,
                    target,
                    format=kind,
                    chapters=chapters,
                    narrator=narrator,
                    timeline=Timeline(session.book),
                    speaker=speaker,
                    progress=report,
                    cancel=token,
                )

        task = self._courier.run(
            work,
            name="export",
            done=self._done,
            failed=self._failed,
            cancelled=self._ended,
        )
        self._desk.jobs.add(task)
        self._progress = Progress(self, self.tr("Exporting"), str(target), task.cancel, patience=0)

    def _choice(self, name: str, entries: list[tuple[str, object]]) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        for text, value in entries:
            box.addItem(text, value)
        return box

    def _propose(self) -> None:
        """Name the file after the book, beside it."""
        path = self._session.path
        one_file = self.format.currentData() == "m4b"
        ending = ".m4b" if one_file else ""
        self.target.setText(str(path.absolute().with_name(path.stem + ending)))

    def _browse(self) -> None:
        if self.format.currentData() == "m4b":
            chosen, _ = QFileDialog.getSaveFileName(
                self, self.tr("Save as"), self.target.text(), self.tr("Audiobooks (*.m4b)")
            )
        else:
            chosen = QFileDialog.getExistingDirectory(self, self.tr("Save as"))
        if chosen:
            self.target.setText(chosen)

    def _show_search(self, fraction: float) -> None:
        if self._progress is not None:
            self._progress.show_fraction(fraction, self.tr("Finding who speaks"))

    def _show_progress(self, done: ExportProgress) -> None:
        if self._progress is not None:
            title = self._session.book.chapters[done.chapter].title
            self._progress.show_fraction(done.fraction, title)

    def _done(self, files: list[Path]) -> None:
        self._ended()
        self.answer = show_message(
            self, self.tr("Export audio"), self.tr("Written:") + "\n" + "\n".join(map(str, files))
        )
        self.answer.finished.connect(self.accept)

    def _failed(self, error: BaseException) -> None:
        self._ended()
        self.answer = show_error(self, error)

    def _ended(self) -> None:
        if self._progress is not None:
            self._progress.end()
            self._progress = None
