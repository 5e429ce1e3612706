"""What can be directed of one character: name, voice, rate, pitch, gender and age."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from reader.cast.cast import Member
from reader.cast.directions import Role
from reader.cast.voicing import Company
from reader.dialogue.model import Character
from reader.ui.cast.voices import voice_in_words
from reader.ui.groups import RadioChoice
from reader.ui.labels import label_for
from reader.ui.language import in_words
from reader.ui.lists import Roomy

_RESTS = 400
"""Milliseconds that a choice rests before it counts: arrow keys are held down."""

_RATES = (0.5, 2.0)
_PITCHES = (-12.0, 12.0)
_VOICES = 6
"""Heights of a line that the list of voices has at least: three of its rows."""

_FOUND, _NARRATOR = 0, 1
"""The rows before those of the voices."""


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What the fields say: `role` is None for the one that is found by itself."""

    name: str
    role: Role | None
    gender: str
    age: str


class MemberFields(QWidget):
    """Shows a member of the cast to be changed; :attr:`wishes` is what it shall be."""

    settled = Signal()
    """Something was changed, and nothing more since a moment."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.member: Member | None = None
        """Whom the fields show."""
        self._voices: Sequence[str | None] = ()
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name"))
        self.voices = QListWidget(self)
        self.voices.setAccessibleName(self.tr("Voice"))
        self.voices.setItemDelegate(Roomy(self.voices))
        self.voices.setMinimumHeight(_VOICES * self.voices.fontMetrics().height())
        self.rate = self._number(self.tr("Rate"), _RATES, step=0.05, decimals=2)
        self.pitch = self._number(self.tr("Pitch"), _PITCHES, step=0.5, decimals=1)
        self.pitch.setSuffix(self.tr(" semitones"))
        self.gender, self.age = self._gender(), self._age()
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_RESTS)
        self._resting.timeout.connect(self.settled)
        self._connect()
        self._lay_out()

    def show_member(self, member: Member | None, company: Company | None) -> None:
        """Show `member`, to be played by one of `company`; nothing where it is None."""
        shown, before = member or _NOBODY, self.member or _NOBODY
        character, role = shown.character, shown.role
        self.member = member
        self.setEnabled(member is not None)
        writing = self.name.isModified() and character.identifier == before.character.identifier
        if self.name.text() != character.name and not writing:
            self.name.setText(character.name)
            self.name.setCursorPosition(0)
        for number, value in ((self.rate, role.rate), (self.pitch, role.pitch)):
            with QSignalBlocker(number):
                number.setValue(value)
        self._show_voices(shown, company)
        for choice, word in ((self.gender, character.gender), (self.age, character.age)):
            if word in choice.buttons:
                choice.choose(word)
        self._resting.stop()  # the radio buttons have told of what was shown

    def settle(self) -> None:
        """Have what was changed count now."""
        for number in (self.rate, self.pitch):
            number.interpretText()
        if self._resting.isActive():
            self._resting.stop()
            self.settled.emit()

    @property
    def wishes(self) -> Wishes:
        """What is written and chosen."""
        return Wishes(
            name=self.name.text(),
            role=self._wanted_role(),
            gender=self.gender.word,
            age=self.age.word,
        )

    def _wanted_role(self) -> Role | None:
        """A voice of its own begins without what bent the one that was found."""
        member, row = self.member or _NOBODY, self.voices.currentRow()
        before = member.role
        bent = (self.rate.value(), self.pitch.value()) != _shown(before)
        moved = row != self._row_of(member)
        if row == _FOUND and (moved or not bent):
            return None
        if moved and not member.chosen and not bent:
            before = Role()
        if moved and row > _FOUND:
            before = replace(before, voice=self._voices[row - _NARRATOR])
        if bent:
            before = replace(before, rate=self.rate.value(), pitch=self.pitch.value())
        return before

    def _show_voices(self, member: Member, company: Company | None) -> None:
        castable = company.castable if company is not None else []
        self._voices = [None, *(voice.name for voice in castable)]
        found = self.tr("Found by itself")
        if company is not None and not member.chosen:
            voice = voice_in_words(member.role, company)
            found = self.tr("Found by itself: {voice}").format(voice=voice)
        titles = [
            found,
            self.tr("The narrator's voice"),
            *(in_words(voice.title) for voice in castable),
        ]
        with QSignalBlocker(self.voices):
            while self.voices.count() > len(titles):
                self.voices.takeItem(len(titles))
            for row, title in enumerate(titles):
                if row == self.voices.count():
                    self.voices.addItem(title)
                elif self.voices.item(row).text() != title:
                    self.voices.item(row).setText(title)
            self.voices.setCurrentRow(self._row_of(member))

    def _row_of(self, member: Member) -> int:
        if not member.chosen:
            return _FOUND
        found = member.role.voice in self._voices
        return _NARRATOR + (self._voices.index(member.role.voice) if found else 0)

    # How it looks

    def _number(
        self, name: str, limits: tuple[float, float], *, step: float, decimals: int
    ) -> QDoubleSpinBox:
        number = QDoubleSpinBox(self)
        number.setAccessibleName(name)
        number.setDecimals(decimals)
        number.setRange(*limits)
        number.setSingleStep(step)
        number.setKeyboardTracking(False)
        return number

    def _gender(self) -> RadioChoice:
        entries = [
            ("female", self.tr("&Female")),
            ("male", self.tr("&Male")),
            ("unknown", self.tr("Not &known")),
        ]
        return RadioChoice(self.tr("Gender"), entries, "unknown", self)

    def _age(self) -> RadioChoice:
        entries = [
            ("child", self.tr("C&hild")),
            ("young", self.tr("&Young")),
            ("adult", self.tr("&Adult")),
            ("senior", self.tr("&Elderly")),
        ]
        return RadioChoice(self.tr("Age"), entries, "adult", self)

    def _connect(self) -> None:
        self.name.editingFinished.connect(self._renamed)
        self.voices.currentRowChanged.connect(self._wait)
        for number in (self.rate, self.pitch):
            number.valueChanged.connect(self._wait)
        for choice in (self.gender, self.age):
            choice.chosen.connect(self._wait)

    def _wait(self) -> None:
        self._resting.start()

    def _renamed(self) -> None:
        self.name.setModified(False)
        if self.member is not None and self.name.text() != self.member.character.name:
            self._resting.stop()
            self.settled.emit()

    def _lay_out(self) -> None:
        form = QFormLayout()
        for field, text in (
            (self.name, self.tr("&Name")),
            (self.voices, self.tr("&Voice")),
            (self.rate, self.tr("&Rate")),
            (self.pitch, self.tr("&Pitch")),
        ):
            form.addRow(label_for(field, text, self), field)
        choices = QHBoxLayout()
        for choice in (self.gender, self.age):
            choices.addWidget(choice, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addLayout(choices)
        column.addStretch(1)


def _shown(role: Role) -> tuple[float, float]:
    """Rate and pitch as the fields round them."""
    return round(role.rate, 2), round(role.pitch, 1)


_NOBODY = Member(character=Character(identifier="", name=""), role=Role(), chosen=False)
