"""The settings of how those who speak in a story are heard."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from reader.settings import Settings
from reader.ui.groups import RadioChoice
from reader.ui.labels import label_for

_STEP = 5


class CharactersPage(QWidget):
    """A page for :class:`~reader.ui.settings_dialog.SettingsDialog`; what is chosen holds at once.

    Whoever shows it calls :meth:`finish` before it goes away.
    """

    changed = Signal(object)
    """What was just chosen: a dict of names and values of :class:`~reader.settings.Settings`."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.characters = QCheckBox(self.tr("Give characters &voices of their own"), self)
        self.confidence = QSpinBox(self)
        self.confidence.setAccessibleName(self.tr("Least percent sure who speaks"))
        self.confidence.setRange(0, 100)
        self.confidence.setSingleStep(_STEP)
        self.confidence.setKeyboardTracking(False)
        speaking = [
            ("narrator", self.tr("In the &narrator's voice")),
            ("neighbour", self.tr("In a voice li&ke the narrator's")),
        ]
        title = self.tr("Whoever is less sure speaks")
        self.uncertain = RadioChoice(title, speaking, settings.uncertain, self)
        self.feelings = QCheckBox(self.tr("Say it as the words &tell: whispered, shouted"), self)
        self._show(settings)
        self._connect()
        form = QFormLayout()
        form.addRow(
            label_for(
                self.confidence,
                self.tr("Least &percent sure who speaks"),
                self,
            ),
            self.confidence,
        )
        column = QVBoxLayout(self)
        column.addWidget(self.characters)
        column.addLayout(form)
        column.addWidget(self.uncertain)
        column.addWidget(self.feelings)
        column.addStretch(1)

    def restore(self) -> None:
        """Give every setting of this page its usual value."""
        self._show(Settings())

    def finish(self) -> None:
        """Count a number that was written but not yet left, too."""
        self.confidence.interpretText()

    def _show(self, settings: Settings) -> None:
        self.characters.setChecked(settings.characters)
        self.feelings.setChecked(settings.feelings)
        self.confidence.setValue(round(settings.confidence * 100))
        self.uncertain.choose(settings.uncertain)

    def _connect(self) -> None:
        self.characters.toggled.connect(lambda on: self.changed.emit({"characters": on}))
        self.feelings.toggled.connect(lambda on: self.changed.emit({"feelings": on}))
        self.confidence.valueChanged.connect(
            lambda percent: self.changed.emit({"confidence": percent / 100})
        )
        self.uncertain.chosen.connect(lambda word: self.changed.emit({"uncertain": word}))
