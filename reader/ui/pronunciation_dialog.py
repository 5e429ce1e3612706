"""How one word is said: written, heard and kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.errors import LexiconError
from reader.lexicon.checking import checked
from reader.lexicon.entry import Entry, Kind
from reader.ui.enter_key import PressingDialog
from reader.ui.fitting import widen
from reader.ui.hearing import Hearing
from reader.ui.labels import label_for
from reader.ui.lexicon.entry_choices import EntryChoices
from reader.ui.lexicon.in_words import problem_in_words
from reader.ui.lexicon.trial import Trial
from reader.ui.lists import Roomy

_PATIENCE = 1200
"""Milliseconds after a key before what is wrong is told: a syllable is wrong until it is whole."""

_WRITTEN = (Kind.RESPELLING, Kind.PINYIN, Kind.IPA)
"""The kinds that say what is written."""

_ROWS = 3
"""Rows of other readings that are seen at once, where there is room."""


class PronunciationDialog(PressingDialog):
    """Shows `entry` to be changed; what is wrong with it is told while it is written.

    `book` is the identifier of the open book, None without one; `language` the primary tag of
    where the word stands. `readings` are what the hanzi of the word can be read as.
    """

    chosen = Signal(object)
    """The :class:`~reader.lexicon.entry.Entry` to keep, checked."""
    told = Signal(str)
    """What a screen reader should be told: what is wrong, or no longer."""

    def __init__(
        self,
        entry: Entry,
        trial: Trial,
        parent: QWidget,
        *,
        book: str | None,
        language: str,
        readings: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("How “{word}” is said") if entry.word else self.tr("How a word is said")
        self.setWindowTitle(title.format(word=entry.word))
        self._entry, self._trial = entry, trial
        self._written = {entry.kind: entry.say}
        self._kind, self._problem = entry.kind, ""
        self._hearing = Hearing(trial.desk, self)
        self.word = self._field(self.tr("Word"), entry.word)
        self.say = self._field(self.tr("Say"), entry.say)
        self.readings = self._list_of(readings)
        self.news = QLabel(self)
        self.news.setWordWrap(True)
        self.choices = EntryChoices(entry, book, language, self)
        self.patience = QTimer(self)
        self.patience.setSingleShot(True)
        self.patience.setInterval(_PATIENCE)
        self.patience.timeout.connect(self._tell_problem)
        self._lay_out()
        self._connect()
        self._show_kind()
        field = self.say if entry.word and self.say.isEnabled() else self.word
        field.setFocus()
        field.selectAll()

    # What is written

    @property
    def entry(self) -> Entry:
        """What the fields say, as it would be kept; raises LexiconError."""
        return checked(self._unchecked)

    @property
    def _unchecked(self) -> Entry:
        written = replace(self._entry, word=self.word.text(), say=self.say.text())
        return self.choices.applied_to(written)

    def accept(self) -> None:
        """Have it kept, if it can be said."""
        try:
            entry = self.entry
        except LexiconError as error:
            self._refuse(error)
            return
        self.chosen.emit(entry)
        super().accept()

    # Telling what is wrong

    def _written_anew(self) -> None:
        """Show at once whether it can be said; tell it when nothing more is written."""
        try:
            checked(self._unchecked)
        except LexiconError as error:
            self.news.setText(problem_in_words(error))
        else:
            self.news.setText(self._hint)
        self.patience.start()

    def _tell_problem(self) -> None:
        problem, before = "" if self.news.text() == self._hint else self.news.text(), self._problem
        self._problem = problem
        if problem != before:
            self.told.emit(problem or self.tr("It can be said."))

    def _refuse(self, error: LexiconError) -> None:
        self.patience.stop()
        self._problem = problem_in_words(error)
        self.news.setText(self._problem)
        field = self.say if self._has_word else self.word
        field.setFocus()
        self.told.emit(self._problem)

    @property
    def _has_word(self) -> bool:
        """Whether nothing is wrong with the word itself."""
        try:
            checked(replace(self._unchecked, kind=Kind.SKIP))
        except LexiconError:
            return False
        return True

    @property
    def _hint(self) -> str:
        return {
            Kind.RESPELLING: self.tr("Write other words that sound as it should."),
            Kind.PINYIN: self.tr("Write a syllable for each character: chong2 qing4."),
            Kind.IPA: self.tr("Write it as dictionaries do: ˈtʃaɪnə."),
            Kind.SKIP: self.tr("The word is left out."),
            Kind.STRESS: self.tr("The word is emphasised."),
        }[self.choices.kind]

    # Hearing it

    def _hear_now(self) -> None:
        word = self.word.text()
        if word.strip():
            self._hearing.press(self.now, self._trial.now(word))

    def _hear_new(self) -> None:
        try:
            entry = self.entry
        except LexiconError as error:
            self._refuse(error)
        else:
            self._hearing.press(self.new, self._trial.with_entry(entry))

    # What the choices change

    def _show_kind(self) -> None:
        """Offer what the kind says by; what was written for another kind comes back with it."""
        kind = self.choices.kind
        if kind is not self._kind:
            self._written[self._kind] = self.say.text()
            self._kind = kind
            self.say.setText(self._written.get(kind, ""))
            self.say.setAccessibleDescription(self._hint)
        self.say.setEnabled(kind in _WRITTEN)
        shows = kind is Kind.PINYIN and self.readings.count() > 0
        self.readings.setVisible(shows)
        self.readings_label.setVisible(shows)
        self.news.setText(self._hint)
        self._problem = ""
        self.patience.stop()  # nothing was written yet

    def _take_reading(self, reading: str) -> None:
        self.say.setText(reading)

    # How it looks

    def _field(self, name: str, text: str) -> QLineEdit:
        field = QLineEdit(text, self)
        field.setAccessibleName(name)
        field.setCursorPosition(0)  # else Orca is silent when an empty field is reached
        return field

    def _list_of(self, readings: Sequence[str]) -> QListWidget:
        """A list and no combo box: Orca is silent when the arrows go through a closed one."""
        readings_list = QListWidget(self)
        readings_list.setItemDelegate(Roomy(readings_list))
        readings_list.setAccessibleName(self.tr("Readings"))
        readings_list.addItems([*readings])
        readings_list.setCurrentRow(0)
        row = readings_list.sizeHintForRow(0) if readings else 0
        readings_list.setMinimumHeight(row + 4)
        readings_list.setMaximumHeight(row * min(_ROWS, len(readings)) + 4)
        return readings_list

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(label_for(self.word, self.tr("&Word")), self.word)
        form.addRow(label_for(self.say, self.tr("&Say")), self.say)
        self.readings_label = label_for(self.readings, self.tr("Readin&gs"), self)
        form.addRow(self.readings_label, self.readings)
        self.now = self._button(self.tr("&Hear it as it is now"), self._hear_now)
        self.new = self._button(self.tr("Hear it the new wa&y"), self._hear_new)
        hearing = QHBoxLayout()
        hearing.addWidget(self.now)
        hearing.addWidget(self.new)
        hearing.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.keep = buttons.addButton(self.tr("&Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.news)
        column.addWidget(self.choices)
        column.addLayout(hearing)
        column.addWidget(buttons)
        widen(self, 620)

    def _button(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _connect(self) -> None:
        self.word.textChanged.connect(self._written_anew)
        self.say.textChanged.connect(self._written_anew)
        self.readings.currentTextChanged.connect(self._take_reading)
        self.choices.kind_chosen.connect(self._show_kind)
        self.choices.place_chosen.connect(self._written_anew)
