"""What a setting is changed with: a box, a number, one of several buttons, a list of faces."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QListWidgetItem, QWidget

from reader.settings import Settings
from reader.ui.groups import RadioChoice
from reader.ui.language import without_mnemonic
from reader.ui.settings_pages.setting import Choice, Number, Setting, Switch, Value
from reader.ui.short_list import ShortList
from reader.ui.typeface import faces

_ROWS = 4
"""Faces that are seen at once."""


class SwitchBox(QCheckBox):
    """Is ticked while the setting is on."""

    chosen = Signal(object)

    def __init__(self, setting: Switch, value: Value, parent: QWidget) -> None:
        super().__init__(setting.label, parent)
        self.show_value(value)
        self.toggled.connect(self.chosen.emit)

    def show_value(self, value: Value) -> None:
        """Show another value than before."""
        self.setChecked(bool(value))


class NumberField(QDoubleSpinBox):
    """Holds what is written as soon as it is left; Ctrl+Z is left to the window."""

    chosen = Signal(object)

    def __init__(self, setting: Number, value: Value, parent: QWidget) -> None:
        super().__init__(parent)
        self._times = setting.times
        self._whole = isinstance(getattr(Settings(), setting.name), int)
        self.setAccessibleName(without_mnemonic(setting.label))
        self.setDecimals(setting.decimals)
        self.setRange(setting.low, setting.high)
        self.setSingleStep(setting.step)
        self.setSuffix(setting.unit)
        self.setKeyboardTracking(False)
        self.show_value(value)
        self.valueChanged.connect(self._choose)

    def show_value(self, value: Value) -> None:
        """Show another value than before."""
        self.setValue(float(value) * self._times)

    def event(self, event: QEvent) -> bool:
        """Keep Qt from taking back letters where the window takes back choices."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
        ):
            event.ignore()
            return False
        return super().event(event)

    def _choose(self, shown: float) -> None:
        value = round(shown / self._times, 6)
        self.chosen.emit(round(value) if self._whole else value)


class ChoiceButtons(RadioChoice):
    """The buttons of a choice, under its label."""

    def __init__(self, setting: Choice, value: Value, parent: QWidget) -> None:
        super().__init__(setting.label, setting.entries, str(value), parent)

    def show_value(self, value: Value) -> None:
        """Show another value than before."""
        self.choose(str(value))


class FaceList(ShortList):
    """The faces by their names; one that is chosen but not installed says what to do."""

    chosen = Signal(object)
    told = Signal(str)
    """What to do about the current face, empty if nothing."""

    def __init__(self, setting: Setting, value: Value, parent: QWidget) -> None:
        super().__init__(without_mnemonic(setting.label), parent, rows=_ROWS)
        self._remedies: dict[str, str] = {}
        for face in faces():
            item = QListWidgetItem(face.title, self)
            item.setData(Qt.ItemDataRole.UserRole, face.font)
            if face.remedy:
                self._remedies[face.font] = face.remedy
        self.show_value(value)
        self.currentItemChanged.connect(self._choose)

    @property
    def remedy(self) -> str:
        """What to do about the current face; empty if nothing."""
        return self._remedies.get(self._font(), "")

    def show_value(self, value: Value) -> None:
        """Show another value than before; one that is gone is listed all the same."""
        for row in range(self.count()):
            if self.item(row).data(Qt.ItemDataRole.UserRole) == value:
                self.setCurrentRow(row)
                return
        item = QListWidgetItem(str(value), self)
        item.setData(Qt.ItemDataRole.UserRole, value)
        self.setCurrentItem(item)

    def _font(self) -> str:
        item = self.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def _choose(self) -> None:
        self.told.emit(self.remedy)
        self.chosen.emit(self._font())


Control: TypeAlias = SwitchBox | NumberField | ChoiceButtons | FaceList


def control_of(setting: Setting, value: Value, parent: QWidget) -> Control:
    """What `setting` is changed with; it shows `value`."""
    if isinstance(setting, Switch):
        return SwitchBox(setting, value, parent)
    if isinstance(setting, Number):
        return NumberField(setting, value, parent)
    if isinstance(setting, Choice):
        return ChoiceButtons(setting, value, parent)
    return FaceList(setting, value, parent)
