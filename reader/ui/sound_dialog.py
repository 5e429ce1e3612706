"""Choosing the device that sound comes out of, and how much sound is kept ready for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from reader.ui.desk import Desk
from reader.ui.dialogs import show_error
from reader.ui.fitting import widen
from reader.ui.labels import label_for
from reader.ui.tasks import Courier

_LEAST_BUFFER, _MOST_BUFFER = 0.1, 5.0
_BUFFER_STEP = 0.1


class SoundDialog(QDialog):
    """Tells every choice at once, so that it can be judged by ear while a book is read."""

    chosen = Signal(object, float)
    """The device's name, None for the system's choice; and the seconds kept ready."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Sound"))
        self.device = self._device_box(desk.settings.output_device)
        self.buffer = self._buffer_box(desk.settings.output_buffer)
        self._courier = Courier(self)
        self._courier.run(  # the sound library may take a while to look round
            lambda _token: desk.sound.devices(),
            name="find devices",
            done=self._list_devices,
            failed=partial(show_error, self),
        )
        form = QFormLayout()
        form.addRow(label_for(self.device, self.tr("&Device")), self.device)
        form.addRow(label_for(self.buffer, self.tr("&Seconds kept ready")), self.buffer)
        advice = QLabel(
            self.tr("If the sound stutters on a busy computer, keep more seconds ready."), self
        )
        advice.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(advice)
        column.addWidget(buttons)
        widen(self, 460)

    def _device_box(self, chosen: str | None) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("Device"))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.addItem(self.tr("The system's choice"), None)
        if chosen is not None:  # it may be unplugged just now, and is the choice all the same
            box.addItem(chosen, chosen)
            box.setCurrentIndex(1)
        box.activated.connect(self._choose)
        return box

    def _buffer_box(self, seconds: float) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self)
        box.setAccessibleName(self.tr("Seconds kept ready"))
        box.setRange(_LEAST_BUFFER, _MOST_BUFFER)
        box.setSingleStep(_BUFFER_STEP)
        box.setDecimals(1)
        box.setKeyboardTracking(False)
        box.setValue(seconds)
        box.valueChanged.connect(self._choose)
        return box

    def _list_devices(self, names: Sequence[str]) -> None:
        for name in names:
            if self.device.findData(name) < 0:
                self.device.addItem(name, name)

    def _choose(self) -> None:
        self.chosen.emit(self.device.currentData(), self.buffer.value())
