"""The player's buttons, the rate and the volume: every one a stop of the Tab key."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QToolButton,
    QWidget,
)

from reader.settings import FASTEST, SLOWEST
from reader.ui.flow import Flow
from reader.ui.icons import icon
from reader.ui.labels import label_for
from reader.ui.looks.present import current_theme

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

_WIDE = (1.9, 1.5, 8.0)
_NARROW = (1.5, 1.1, 5.0)
"""The symbol that plays, the others, and the slider's width, all in line heights."""

_MOST, _MOST_OF_BUTTONS = 1 / 3, 2 / 5
"""The parts of the page's height that the whole bar, and its buttons alone, may take."""

_ROOM = 46
"""The line heights in which a bar is wide."""


class PlayerBar(QWidget):
    """Buttons for `actions` (by command name), a rate and a volume."""

    rate_chosen = Signal(float)
    volume_chosen = Signal(float)

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playing = False
        self._wide = True
        self.rate = self._rate_box()  # made in the order in which Tab visits them
        self._buttons = {name: self._button(name, actions[name]) for name in _BUTTONS}
        self.volume = self._volume_slider()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rows = rows = Flow(self)  # one row, and more where the window is narrow
        rows.setContentsMargins(8, 6, 8, 6)
        rows.setSpacing(8)
        self._fields = (
            self._beside(label_for(self.rate, self.tr("&Rate"), self), self.rate),
            self._beside(label_for(self.volume, self.tr("V&olume"), self), self.volume),
        )
        self._middle = self._in_the_middle()
        for widget in (self._fields[0], self._middle, self._fields[1]):
            rows.addWidget(widget)
        self._draw()

    def fit(self, width: int, height: int, left: int) -> None:
        """Show as much as there is room for in a page of `width` by `height` pixels, of which
        `left` are not needed by others: all of it, the buttons without rate and volume, which
        have their keys too, or nothing.
        """
        items = [item for place in range(3) if (item := self._rows.itemAt(place)) is not None]
        whole = self._rows.height_of(items, width) <= min(left, height * _MOST)
        if whole is self._fields[0].isHidden():
            for field in self._fields:
                field.setVisible(whole)
            self._rows.invalidate()
            self.updateGeometry()
        needed = self._rows.height_of(items[1:2], width)
        buttons = needed <= min(left, height * _MOST_OF_BUTTONS)
        margins = self._rows.contentsMargins()
        wide = self._middle.sizeHint().width() + margins.left() + margins.right() <= width
        self.setVisible(whole or (buttons and wide))

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

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Be content with less where there is little room."""
        super().resizeEvent(event)
        wide = self.width() >= _ROOM * self.fontMetrics().height()
        if wide is not self._wide:
            self._wide = wide
            self._draw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Draw the symbols anew in a new theme's colours and sizes."""
        super().changeEvent(event)
        changes = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if event.type() in changes and hasattr(self, "volume"):
            self._draw()

    def _button(self, name: str, action: QAction) -> QToolButton:
        button = QToolButton(self)
        action.setIconVisibleInMenu(False)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAutoRaise(True)
        button.setObjectName(name)
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
        slider.setAccessibleName(self.tr("Volume"))
        slider.valueChanged.connect(lambda percent: self.volume_chosen.emit(percent / 100))
        return slider

    def _beside(self, label: QLabel, field: QWidget) -> QWidget:
        """A field with its label, which stay together."""
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(field)
        both.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        return both

    def _in_the_middle(self) -> QWidget:
        """The buttons, in the middle of what is left."""
        buttons = QWidget(self)
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addStretch(1)
        for button in self._buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        buttons.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return buttons

    def _draw(self) -> None:
        theme, height = current_theme(), self.fontMetrics().height()
        play, symbol, slider = _WIDE if self._wide else _NARROW
        self.volume.setFixedWidth(round(slider * height))
        for name, button in self._buttons.items():
            playing = name == "play"
            shape = "pause" if playing and self._playing else name
            colour = theme.on_accent if playing else theme.text
            drawn = icon(shape, QColor(colour), QColor(theme.disabled))
            button.defaultAction().setIcon(drawn)
            side = round(height * (play if playing else symbol))
            button.setIconSize(QSize(side, side))
