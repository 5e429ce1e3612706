"""The voices: what can speak, under which licence, and what can be installed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.background import CancelToken, Task
from reader.ui.desk import Desk
from reader.ui.dialogs import show_error
from reader.ui.lists import ColumnList
from reader.ui.progress import Progress
from reader.ui.tasks import Courier

if TYPE_CHECKING:
    from pathlib import Path

    from reader.speech.catalogue import Pack
    from reader.speech.engine import Voice


class VoicesDialog(QDialog):
    """Lists the voices; what is told about the current one stands below the list."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Voices"))
        self._desk = desk
        self._courier = Courier(self)
        self._progress: Progress | None = None
        self._task: Task[Path] | None = None
        self.problem: QMessageBox | None = None
        headings = [self.tr("Voice"), self.tr("Languages"), self.tr("State")]
        self.list = ColumnList(self.tr("Voices"), headings, self)
        self.list.currentItemChanged.connect(self._show_details)
        label = QLabel(self.tr("&About the voice"), self)
        self.details = QPlainTextEdit(self)
        self.details.setReadOnly(True)
        self.details.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(self.tr("About the voice"))
        label.setBuddy(self.details)
        self.install = QPushButton(self.tr("&Install"), self)
        self.install.clicked.connect(self._install)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.install, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.list, label, self.details, buttons):
            column.addWidget(widget)
        column.setStretchFactor(self.list, 1)
        self.details.setMaximumHeight(8 * self.fontMetrics().height())
        self.resize(640, 480)
        self._list_voices()

    def _list_voices(self) -> None:
        """Fill the list on a thread: finding the voices loads their engines' libraries."""

        def find(_token: CancelToken) -> tuple[Sequence[Voice], Sequence[Pack]]:
            from reader.speech import packs
            from reader.speech.catalogue import catalogue

            speaker = self._desk.speaker or self._desk.new_speaker()
            missing = [pack for name, pack in catalogue().items() if not packs.is_installed(name)]
            return speaker.voices(), missing

        self._courier.run(
            find, name="find voices", done=lambda found: self._fill(*found), failed=self._failed
        )

    def _fill(self, voices: Sequence[Voice], missing: Sequence[Pack]) -> None:
        self.list.clear()
        for voice in voices:
            languages = ", ".join(voice.languages).replace("*", self.tr("any other"))
            self.list.add([voice.title, languages, self.tr("installed")], voice)
        for pack in missing:
            self.list.add([pack.title, ", ".join(pack.languages), self.tr("not installed")], pack)
        self.list.settle()

    def _show_details(self) -> None:
        told = cast("Voice | Pack | None", self.list.chosen)
        pack = self._pack()
        self.install.setEnabled(pack is not None)
        if told is None:
            self.details.clear()
            return
        lines = [
            self.tr("Licence: {licence}").format(licence=told.licence),
            self.tr("Source: {source}").format(source=told.source),
            told.note,
        ]
        if pack is not None:
            megabytes = round(pack.download_size / 1e6)
            lines.append(self.tr("To download: {megabytes} MB").format(megabytes=megabytes))
        self.details.setPlainText("\n".join(line for line in lines if line))

    def _pack(self) -> Pack | None:
        """The pack of the current entry, if it is one that can be installed."""
        chosen = self.list.chosen
        return cast("Pack", chosen) if hasattr(chosen, "installed_size") else None

    def _install(self) -> None:
        pack = self._pack()
        if pack is None or self._task is not None:
            return
        report = self._courier.wrap(self._show_progress)

        def work(token: CancelToken) -> Path:
            from reader.speech import packs

            return packs.install(pack.name, progress=report, cancel=token)

        self._task = self._courier.run(
            work,
            name="install voice",
            done=lambda _: self._installed(),
            failed=self._failed,
            cancelled=self._ended,
        )
        self._progress = Progress(
            self, self.tr("Installing"), pack.title, self._task.cancel, patience=0
        )

    def _show_progress(self, fraction: float, text: str) -> None:
        if self._progress is not None:
            self._progress.show_fraction(fraction, text)

    def _installed(self) -> None:
        self._ended()
        self._desk.renew_speaker()
        self._list_voices()

    def _failed(self, error: BaseException) -> None:
        self._ended()
        self.problem = show_error(self, error)

    def _ended(self) -> None:
        self._task = None
        if self._progress is not None:
            self._progress.end()
            self._progress = None
