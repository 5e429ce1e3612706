"""The settings of how strongly what matters is emphasised."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from reader.settings import STRONGEST, Settings
from reader.ui.groups import Group
from reader.ui.labels import label_for
from reader.ui.language import without_mnemonic

_STEP = 10


class EmphasisPage(QWidget):
    """A page for :class:`~reader.ui.settings_dialog.SettingsDialog`; what is chosen holds at once.

    Whoever shows it calls :meth:`finish` before it goes away.
    """

    changed = Signal(object)
    """What was just chosen: a dict of names and values of :class:`~reader.settings.Settings`."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.strengths: dict[str, QSpinBox] = {}
        group = Group(self.tr("Strength in percent"), self)
        form = QFormLayout()
        group.column.addLayout(form)
        for name, text in (
            ("stress_markup", self.tr("What the &author emphasises")),
            ("stress_headings", self.tr("&Headings")),
            ("stress_terms", self.tr("De&fined terms")),
            ("stress_words", self.tr("&Words you emphasise")),
        ):
            field = self._percent(name, text, settings)
            form.addRow(label_for(field, text), field)
        told = QLabel(self.tr("100 is the usual strength; at 0 nothing is emphasised."), self)
        told.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(group)
        column.addWidget(told)
        column.addStretch(1)

    def restore(self) -> None:
        """Give every setting of this page its usual value."""
        usual = Settings()
        for name, field in self.strengths.items():
            field.setValue(round(getattr(usual, name) * 100))

    def finish(self) -> None:
        """Count a number that was written but not yet left, too."""
        for field in self.strengths.values():
            field.interpretText()

    def _percent(self, name: str, text: str, settings: Settings) -> QSpinBox:
        field = QSpinBox(self)
        field.setAccessibleName(without_mnemonic(text))
        field.setRange(0, round(STRONGEST * 100))
        field.setSingleStep(_STEP)
        field.setKeyboardTracking(False)
        field.setValue(round(getattr(settings, name) * 100))
        field.valueChanged.connect(lambda percent: self.changed.emit({name: percent / 100}))
        self.strengths[name] = field
        return field
