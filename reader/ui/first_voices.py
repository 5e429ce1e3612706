"""The second of the first steps: who reads English, and who reads Chinese."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.background import CancelToken
from reader.ui.desk import Desk
from reader.ui.dialogs import show_error
from reader.ui.labels import label_for, telling_label
from reader.ui.language import without_mnemonic
from reader.ui.short_list import ShortList
from reader.ui.tasks import Courier
from reader.ui.voice_entries import Entry, entries

SAMPLES: Mapping[str, str] = {
    "en": "This is how I read English books. There are 365 days in a year.",
    "zh": "中文书我会这样念。一年有365天。",
}
"""What is to be read, and what is said as a sample of it: in the language itself."""

_ROWS = 4
"""Voices that are seen at once."""


class VoiceStep(QWidget):
    """A list of voices for each language; the current one is chosen."""

    chosen = Signal(list, str)
    """Languages, and the name of the voice to read them from now on."""
    told = Signal(str)
    """What a screen reader should be told."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = self.tr("The voices")
        self._desk = desk
        self._courier = Courier(self)
        self._names = {"en": self.tr("&English"), "zh": self.tr("&Chinese")}
        self._hear = {"en": self.tr("&Hear English"), "zh": self.tr("He&ar Chinese")}
        self.problem: QMessageBox | None = None
        self.lists: dict[str, ShortList] = {}
        self.samples: dict[str, QPushButton] = {}
        self._heard = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        question = telling_label(self)
        question.setText(self.tr("Which voices shall read to you?"))
        column.addWidget(question)
        for language, name in self._names.items():
            self.lists[language] = self._list(language)
            self.samples[language] = self._sample_button(language)
            column.addWidget(label_for(self.lists[language], name, self))
            column.addWidget(self.lists[language])
            column.addWidget(self.samples[language], 0, Qt.AlignmentFlag.AlignLeft)
        self.news = telling_label(self)
        self.news.setText(self.tr("Looking for voices…"))
        self.more = QPushButton(self.tr("&More voices…"), self)
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self._show_voices)
        column.addWidget(self.news)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        desk.listening.ended.connect(self._ended)
        desk.listening.failed.connect(self._failed)
        self._look()

    def begin(self) -> None:
        """Put the focus on the first list."""
        self.lists["en"].setFocus()

    def end(self) -> None:
        """Fall silent."""
        if self._heard:
            self._desk.listening.stop()

    # What there is

    def _look(self) -> None:
        """Find the voices on a thread: that loads the libraries of their engines."""

        def find(_token: CancelToken) -> list[Entry]:
            if self._desk.speaker is not None:
                return entries(self._desk.speaker)
            with closing(self._desk.new_speaker()) as speaker:
                return entries(speaker)

        self._courier.run(find, name="find voices", done=self._fill, failed=self._failed)

    def _fill(self, found: Sequence[Entry]) -> None:
        for language, rows in self.lists.items():
            rows.blockSignals(True)
            rows.clear()
            for entry in found:
                if entry.able and language in entry.languages:
                    item = QListWidgetItem(entry.title, rows)
                    item.setData(Qt.ItemDataRole.UserRole, entry)
                    if language in entry.reads:
                        rows.setCurrentItem(item)
            rows.blockSignals(False)
            self.samples[language].setEnabled(rows.count() > 0)
            none = self.tr("No voice for this language is installed.") if not rows.count() else ""
            rows.setAccessibleDescription(none)
        self._tell_packs(sum(not each.installed for each in found))

    def _tell_packs(self, count: int) -> None:
        if count == 0:
            text = self.tr("All voices there are have been installed.")
        elif count == 1:
            text = self.tr("1 more pack of voices can be installed.")
        else:
            text = self.tr("{count} more packs of voices can be installed.").format(count=count)
        self.news.setText(text)
        self.more.setAccessibleDescription(text)

    # What is done

    def _choose(self, language: str) -> None:
        entry = self._entry(language)
        if entry is not None:
            self.chosen.emit([language], entry.voice.name)

    def _hear_sample(self, language: str) -> None:
        entry = self._entry(language)
        if self._heard == language:
            self._desk.listening.stop()
        elif entry is not None:
            self._desk.listening.start(entry.voice, SAMPLES[language])
            self._heard = language
            self.samples[language].setText(self.tr("&Stop"))

    def _ended(self) -> None:
        if self._heard:
            self.samples[self._heard].setText(self._hear[self._heard])
            self._heard = ""

    def _failed(self, error: BaseException) -> None:
        if self.isVisible():
            self.problem = show_error(self.window(), error)

    def _show_voices(self) -> None:
        """Show all voices; those that are installed there are listed here afterwards."""
        from reader.ui.voices_dialog import VoicesDialog

        self.end()
        dialog = VoicesDialog(self._desk, self.window())
        dialog.chosen.connect(self.chosen)
        dialog.told.connect(self.told)
        dialog.finished.connect(self._look)
        dialog.open()

    def _entry(self, language: str) -> Entry | None:
        item = self.lists[language].currentItem()
        entry = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return entry if isinstance(entry, Entry) else None

    # Building

    def _list(self, language: str) -> ShortList:
        rows = ShortList(without_mnemonic(self._names[language]), self, rows=_ROWS)
        rows.currentItemChanged.connect(lambda: self._choose(language))
        return rows

    def _sample_button(self, language: str) -> QPushButton:
        button = QPushButton(self._hear[language], self)
        button.setAutoDefault(False)
        button.setEnabled(False)
        press: Callable[[], None] = lambda: self._hear_sample(language)  # noqa: E731
        button.clicked.connect(press)
        return button
