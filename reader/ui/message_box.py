"""Messages and questions that are seen whole, in whatever letters and on whatever screen.

Qt leaves a message box 480 pixels less than the screen is wide, and no bound to its height: in
letters four times as large, buttons are cut and the lowest ones lie below the screen.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QMessageBox,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.ui.fitting import Scrolled, follow

_COLUMN = 60
"""The least width of a message, in average characters, where the screen has room for it."""

_FRAME = QSize(4, 30)
"""Pixels that the desktop's frame and title bar take."""

_BESIDE = 8
"""Pixels between two buttons."""

_TEXTS = ("qt_msgbox_label", "qt_msgbox_informativelabel")
"""What Qt calls the labels of a message box."""


class MessageBox(QMessageBox):
    """A message or question to be given its text and buttons and opened; every one is made here.

    Its text is taken as it is and can be selected, copied and reviewed. Where it is longer than
    the screen is high it can be scrolled, by Page Up and Page Down too.
    """

    def __init__(self, parent: QWidget | None, icon: QMessageBox.Icon, title: str) -> None:
        super().__init__(parent)
        self._area: Scrolled | None = None
        self._busy = False
        self.setIcon(icon)
        self.setWindowTitle(title)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        follow(self)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Fit it before it is seen."""
        super().showEvent(event)
        self._fit()
        self._place()

    def event(self, event: QEvent) -> bool:
        """Fit it after its letters or its contents have changed, instead of Qt's own way."""
        if event.type() != QEvent.Type.LayoutRequest or not self.isVisible():
            return super().event(event)
        self._fit()
        return QDialog.event(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Scroll what does not fit on the screen."""
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        step = pages.get(Qt.Key(event.key()))
        if step is not None and self._area is not None:
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + step * bar.pageStep())
        else:
            super().keyPressEvent(event)

    # Inside

    def _fit(self) -> None:
        grid = self.layout()
        if self._busy or not isinstance(grid, QGridLayout):
            return
        self._busy = True
        self._let_go(grid)
        self._wrap()
        room = self.screen().availableSize() - _FRAME
        margins = grid.contentsMargins()
        self._turn_buttons(room.width() - margins.left() - margins.right())
        calm = _COLUMN * self.fontMetrics().averageCharWidth()
        size = _size_in(grid, max(self.width(), calm), room.width())
        if size.height() > room.height():
            size = _size_in(grid, room.width(), room.width())
        if size.height() > room.height() and self._area is None:
            self._scroll(grid)
            self._wrap()
        self.setFixedSize(room if self._area is not None else size)
        self._busy = False

    def _place(self) -> None:
        """In the middle of what it is asked about, as a whole on the screen."""
        screen, parent = self.screen().availableGeometry(), self.parentWidget()
        over = parent.window().frameGeometry() if parent is not None else screen
        place = QRect(QPoint(), self.size() + _FRAME)
        place.moveCenter(over.center())
        place.moveLeft(max(screen.left(), min(place.left(), screen.right() - place.width() + 1)))
        place.moveTop(max(screen.top(), min(place.top(), screen.bottom() - place.height() + 1)))
        self.move(place.topLeft())

    def _turn_buttons(self, width: int) -> None:
        """Put buttons that are wider together than `width` one below another."""
        widest = max((each.minimumSizeHint().width() for each in self.buttons()), default=0)
        needed = len(self.buttons()) * (widest + _BESIDE)
        beside = Qt.Orientation.Horizontal if needed <= width else Qt.Orientation.Vertical
        for buttons in self.findChildren(QDialogButtonBox):
            buttons.setOrientation(beside)

    def _let_go(self, grid: QGridLayout) -> None:
        """Qt has laid everything out anew, as it does for another style: nothing is scrolled."""
        if self._area is not None and grid.indexOf(self._area) < 0:
            self._area.deleteLater()
            self._area = None

    def _wrap(self) -> None:
        """Have texts that are scrolled take as many lines as they need, which Qt takes back."""
        for label in self._area.findChildren(QLabel) if self._area is not None else ():
            label.setWordWrap(True)

    def _scroll(self, grid: QGridLayout) -> None:
        """Put the texts into a part that scrolls; the picture beside them makes room."""
        labels = [self.findChild(QLabel, name) for name in _TEXTS]
        icon = self.findChild(QLabel, "qt_msgboxex_icon_label")
        if icon is not None:
            icon.hide()
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        for label in filter(None, labels):
            grid.removeWidget(label)
            column.addWidget(label)
        column.addStretch(1)
        self._area = Scrolled(content, self)
        self._area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        grid.addWidget(self._area, 0, 0, 1, grid.columnCount())
        self._area.show()


def _size_in(grid: QGridLayout, least: int, most: int) -> QSize:
    """What is needed in all, between `least` and `most` pixels wide."""
    grid.activate()
    needed = grid.totalMinimumSize()
    width = min(max(least, needed.width()), most)
    height = grid.totalHeightForWidth(width) if grid.hasHeightForWidth() else needed.height()
    return QSize(width, height)
