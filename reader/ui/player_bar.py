"""The player's buttons, the rate and the volume: every one a stop of the Tab key."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QHBoxLayout,
    QSizePolicy,
    QSlider,
    QToolButton,
    QWidget,
)

from reader.settings import FASTEST, SLOWEST
from reader.ui.icons import icon
from reader.ui.labels import label_for

_BUTTONS = (
    "previous_chapter",
    "previous_sentence",
    "play",
    "stop",
    "next_sentence",
    "next_chapter",
)
_RATE_STEP = 0.1
_VOLUME_STEP = 5


class PlayerBar(QWidget):
    """Buttons for `actions` (by command name), a rate and a volume."""

    rate_chosen = Signal(float)
    volume_chosen = Signal(float)

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playing = False
        self.rate = self._rate_box()  # made in the order in which Tab visits them
        self._buttons = {name: self._button(name, actions[name]) for name in _BUTTONS}
        self.volume = self._volume_slider()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(6)
        self._add(row, self.tr("&Rate"), self.rate)
        row.addStretch(1)
        for button in self._buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        self._add(row, self.tr("V&olume"), self.volume)
        self._draw()

    def show_playing(self, playing: bool) -> None:
        """Show the button that pauses, or the one that plays."""
        self._playing = playing
        name = self.tr("Pause") if playing else self.tr("Play")
        button = self._buttons["play"]
        # A name that changes under the focus is spoken, on top of the state that is told.
        self._name(button, name, spoken=self.tr("Play or pause"))
        self._draw()

    def show_keys(self) -> None:
        """Name the buttons' keys anew, which the reader has changed."""
        for name, button in self._buttons.items():
            if name != "play":
                self._name(button, button.accessibleName())
        self.show_playing(self._playing)

    def show_rate(self, rate: float) -> None:
        """Show `rate` without choosing it again."""
        self.rate.blockSignals(True)
        self.rate.setValue(rate)
        self.rate.blockSignals(False)

    def show_volume(self, volume: float) -> None:
        """Show `volume` (0 to 1) without choosing it again."""
        self.volume.blockSignals(True)
        self.volume.setValue(round(volume * 100))
        self.volume.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Draw the symbols anew in a new theme's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "volume"):
            self._draw()

    def _button(self, name: str, action: QAction) -> QToolButton:
        button = QToolButton(self)
        action.setIconVisibleInMenu(False)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAutoRaise(True)
        side = 30 if name == "play" else 22
        button.setIconSize(QSize(side, side))
        self._name(button, action.text().replace("&", ""))
        return button

    def _name(self, button: QToolButton, name: str, *, spoken: str = "") -> None:
        """Name the button for eye and ear; the ear is told the key without the name again.

        What can be seen is set at the action: the button takes it from there at every change.
        """
        action = button.defaultAction()
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setAccessibleName(spoken or name)
        button.setAccessibleDescription(keys)
        action.setToolTip(f"{name} ({keys})" if keys else name)

    def _rate_box(self) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self)
        box.setRange(SLOWEST, FASTEST)
        box.setSingleStep(_RATE_STEP)
        box.setDecimals(1)
        box.setSuffix(" ×")
        box.setKeyboardTracking(False)
        box.setAccessibleName(self.tr("Rate"))
        box.valueChanged.connect(self.rate_chosen)
        return box

    def _volume_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setRange(0, 100)
        slider.setSingleStep(_VOLUME_STEP)
        slider.setPageStep(4 * _VOLUME_STEP)
        slider.setMinimumWidth(50)
        slider.setMaximumWidth(140)
        slider.setAccessibleName(self.tr("Volume"))
        slider.valueChanged.connect(lambda percent: self.volume_chosen.emit(percent / 100))
        return slider

    def _add(self, row: QHBoxLayout, text: str, field: QWidget) -> None:
        label = label_for(field, text, self)
        label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row.addWidget(label)
        row.addWidget(field)

    def _draw(self) -> None:
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        faint = self.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
        for name, button in self._buttons.items():
            shape = "pause" if name == "play" and self._playing else name
            button.defaultAction().setIcon(icon(shape, colour, faint))
