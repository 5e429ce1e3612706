"""``tingshu doctor`` in a window: what is missing, and a button that mends it where one can."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QHBoxLayout,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.background import Task
from reader.health import Aid, Finding
from reader.ui.dialogs import show_error
from reader.ui.enter_key import PressingDialog
from reader.ui.fitting import fit
from reader.ui.help.finding_list import FindingList
from reader.ui.help.in_words import details_in_words, report_in_words, summary_in_words
from reader.ui.labels import label_for, telling_label
from reader.ui.pack_jobs import PackJobs
from reader.ui.review_text import ReviewText
from reader.ui.tasks import Courier

_DETAILS = 5
"""How high the text about a finding is, in lines."""


class CheckDialog(PressingDialog):
    """Lists what was found; the buttons act on the current finding, told of below the list."""

    told = Signal(str)
    """What a screen reader should be told: what was found, and what came of a button."""
    wanted = Signal(str)
    """The command of the window that mends something; the dialog is closed before."""
    voices_changed = Signal()
    """A voice was installed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Check the installation"))
        self._courier = Courier(self)
        self._task: Task[list[Finding]] | None = None
        self.problem: QMessageBox | None = None
        self.jobs = PackJobs(self)
        self.jobs.done.connect(self._installed)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 100)
        self.bar.setAccessibleName(self.tr("Checking"))
        self.list = FindingList(self.tr("What was found"), self)
        self.list.currentRowChanged.connect(self._show_current)
        self.details = ReviewText(self.tr("Details"), self)
        self.news = telling_label(self)
        self.install = self._button(self.tr("&Install the voices"), self._install)
        self.voices = self._button(self.tr("Show the &voices"), self._show_voices)
        self.sound = self._button(self.tr("Choose the &device"), self._show_sound)
        self.copy = self._button(self.tr("Copy the co&mmand"), self._copy_command)
        self.report = self._button(self.tr("Copy the whole &report"), self._copy_report)
        self.again = self._button(self.tr("Check &again"), self.begin)
        self._lay_out()
        self._show_current()
        self.list.setFocus()

    def begin(self) -> None:
        """Look at everything, on a thread; the list fills when that is done."""
        from reader.health import examine

        if self._task is not None:
            return
        report = self._courier.wrap(self._show_progress)
        self.bar.setValue(0)
        self.bar.show()
        self._task = self._courier.run(
            lambda token: examine(report, token),
            name="check installation",
            done=self._found,
            failed=self._failed,
        )
        self._show_current()
        self.news.setText(self.tr("Looking at everything that Tingshu needs…"))
        if self.list.findings:  # else it is heard with the window
            self.told.emit(self.news.text())

    def done(self, result: int) -> None:
        """Close; what is being looked at is left."""
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    # What is shown

    def _show_progress(self, fraction: float) -> None:
        self.bar.setValue(round(fraction * 100))

    def _found(self, findings: list[Finding]) -> None:
        self.list.show_findings(findings)
        self._ended()
        self._tell(summary_in_words(findings))

    def _failed(self, error: BaseException) -> None:
        self._ended()
        self._tell("")
        self.problem = show_error(self, error)

    def _ended(self) -> None:
        self._task = None
        self.bar.hide()
        self._show_current()

    def _show_current(self) -> None:
        """Show the current finding and the buttons that serve it; the focus stays on something."""
        focused, finding = self.focusWidget(), self.list.current
        self.details.setPlainText(details_in_words(finding) if finding is not None else "")
        aid = finding.aid if finding is not None else Aid.NONE
        self.install.setEnabled(aid is Aid.PACK)
        self.voices.setEnabled(aid in (Aid.PACK, Aid.VOICES))
        self.sound.setEnabled(aid is Aid.SOUND)
        self.copy.setEnabled(finding is not None and bool(finding.command))
        self.report.setEnabled(bool(self.list.findings))
        self.again.setEnabled(self._task is None)
        if focused is not None and not focused.isEnabled():
            self.list.setFocus()

    def _tell(self, message: str) -> None:
        self.news.setText(message)
        self.told.emit(message)

    # What is done

    def _install(self) -> None:
        from reader.speech.catalogue import catalogue

        finding = self.list.current
        pack = catalogue().get(finding.pack) if finding is not None else None
        if pack is not None:
            self.jobs.install(pack)

    def _installed(self, told: str, changed: bool) -> None:
        if changed:
            self.voices_changed.emit()
        self.begin()
        self._tell(told)

    def _show_voices(self) -> None:
        self._want("voices")

    def _show_sound(self) -> None:
        self._want("sound")

    def _want(self, command: str) -> None:
        self.accept()
        self.wanted.emit(command)

    def _copy_command(self) -> None:
        finding = self.list.current
        if finding is not None:
            QApplication.clipboard().setText(finding.command)
            self._tell(self.tr("The command is copied"))

    def _copy_report(self) -> None:
        QApplication.clipboard().setText(report_in_words(self.list.findings))
        self._tell(self.tr("The report is copied"))

    # How it looks

    def _button(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self, autoDefault=False)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        self.details.setMaximumHeight(_DETAILS * self.fontMetrics().lineSpacing())
        actions = QVBoxLayout()
        for button in (self.install, self.voices, self.sound, self.copy, self.report, self.again):
            actions.addWidget(button)
        actions.addStretch(1)
        upper = QHBoxLayout()
        upper.addWidget(self.list, 1)
        upper.addLayout(actions)
        closing = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        closing.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        closing.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(label_for(self.list, self.tr("&What was found"), self))
        column.addLayout(upper, 1)
        column.addWidget(label_for(self.details, self.tr("De&tails"), self))
        column.addWidget(self.details)
        column.addWidget(self.bar)
        column.addWidget(self.news)
        column.addWidget(closing)
        fit(self, 900, 620)
