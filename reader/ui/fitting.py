"""Windows no larger than the screen: at four times the size of everything, little room is left.

A window that calls :func:`fit`, :func:`widen` or :func:`follow` is looked after as long as it
lives: its spaces grow with its letters, what stands side by side goes one below another where
the screen is too narrow, and where it is too low the whole window can be scrolled.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLayout,
    QMainWindow,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.ui.looks.letters import keep_letters
from reader.ui.looks.present import LOOKS, zoomed
from reader.ui.looks.reflow import Reflow
from reader.ui.looks.spacing import space_out

_FRAME = QSize(4, 30)
"""Pixels that the desktop's frame and title bar take."""

_SPACING, _MARGINS = 8, 40
"""Pixels between two widgets, and those beside all of them."""

_EDGE = 8
"""Pixels around the buttons below what is scrolled."""

_LEAST = 2
"""What is seen at least of what is scrolled, in lines."""

_LINES = 5
"""What a list or a text shows at least in a window that is scrolled, in lines."""

_IN_LINES = "least_in_lines"
"""The property of those that have that height."""


def fit(window: QWidget, width: int, height: int) -> None:
    """Make `window` this large (in pixels at a zoom of 100 %) where the screen has room for it."""
    window.resize(QSize(round(zoomed(width)), round(zoomed(height))).boundedTo(_room(window)))
    follow(window)


def widen(window: QWidget, width: int) -> None:
    """Have `window`, which is laid out, no narrower than `width` and what is in it needs, where
    the screen has room for that. Qt alone would cut it at two thirds of the screen.
    """
    layout = window.layout()
    needed = layout.totalMinimumSize().width() if layout is not None else 0
    wanted = max(round(zoomed(width)), needed)
    window.setMinimumWidth(min(wanted, _room(window).width()))
    follow(window)


def follow(window: QWidget) -> None:
    """Have `window` stay no larger than the screen, whatever the size of its letters."""
    if window.findChild(_Follower, options=Qt.FindChildOption.FindDirectChildrenOnly) is None:
        _Follower(window)


def in_rows(window: QWidget, rows: Sequence[Sequence[QWidget]]) -> list[Sequence[QWidget]]:
    """`rows` of widgets of one width as they are or, where `window` has no room for so many
    beside one another, in rows that it has room for.
    """
    every = [widget for row in rows for widget in row]
    widest = max(widget.sizeHint().width() for widget in every) + _SPACING
    most = max(1, (_room(window).width() - _MARGINS) // widest)
    if most >= max(map(len, rows)):
        return [*rows]
    return [every[first : first + most] for first in range(0, len(every), most)]


class Scrolled(QScrollArea):
    """A `content` as wide as it needs, of which only a part may be seen at once.

    What has the focus is always seen; there is nothing to stop at but what is inside.
    """

    _asked = 0

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(content)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As wide as the content needs, so that it is scrolled up and down alone."""
        content, bar = self.widget(), self.verticalScrollBar().sizeHint().width()
        needed = content.minimumSizeHint().width() if content is not None else 0
        least = _LEAST * self.fontMetrics().height()
        return QSize(min(needed + bar, _room(self).width()), least)

    def eventFilter(self, receiver: QObject, event: QEvent) -> bool:  # noqa: N802
        """Ask for more when letters that have grown meanwhile need it; once for each width."""
        content = self.widget()
        if event.type() == QEvent.Type.LayoutRequest and content is not None:
            needed = content.minimumSizeHint().width()
            if needed > self.viewport().width() and needed != self._asked:
                self._asked = needed
                self.updateGeometry()
        return super().eventFilter(receiver, event)

    def hidden_size(self) -> QSize:
        """How much more than the least it would need to show all of its content."""
        content, least = self.widget(), self.minimumSizeHint()
        if content is None:
            return QSize(0, 0)
        needed = max(content.minimumSizeHint().height(), content.heightForWidth(self.width()))
        return QSize(0, max(0, needed - least.height()))

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Bring what has the focus now into view; also where an arrow key has moved it."""
        content = self.widget()
        if now is not None and content is not None and content.isAncestorOf(now):
            self.ensureWidgetVisible(now)


class _Follower(QObject):
    """Looks after a window: when it is shown, when its letters change, and when it needs more."""

    # Also of one whose Python half is gone already: an exception in a filter would end the program.
    _busy = True

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._reflow = Reflow(window)
        self._area: Scrolled | None = None
        self._busy = False
        self._zoom = 0.0
        self._own, self._own_zoom = window.size(), LOOKS.zoom
        self._given = QSize()
        window.installEventFilter(self)

    def eventFilter(self, _receiver: QObject, event: QEvent) -> bool:  # noqa: N802
        """Fit the window before it is seen and after its letters or its contents changed."""
        if self._busy:
            return False
        shown = event.type() == QEvent.Type.Show and not event.spontaneous()
        # Not at the change of the letters itself: Qt is then going through all widgets there are.
        changed = event.type() == QEvent.Type.LayoutRequest
        resized = isinstance(event, QResizeEvent) and self._by_others(event)
        if shown or resized:
            self._note()
        if shown or (changed and self._window.isVisible()):
            self._busy = True
            self._fit()
            self._busy = False
        return False

    def _fit(self) -> None:
        window, room = self._window, _room(self._window)
        before = self._zoom
        if before != LOOKS.zoom:
            self._zoom = LOOKS.zoom
            space_out(window, LOOKS.zoom)
        layout = window.layout()
        if isinstance(window, QMainWindow) and before not in (0.0, LOOKS.zoom):
            self._grow(room)
        if not isinstance(window, QDialog) or isinstance(window, QMessageBox) or layout is None:
            return
        self._reflow.fit(self._width(room))
        needed = _needed(window)
        if needed.height() > room.height() or needed.width() > room.width():
            self._scroll(layout)
            self._reflow.fit(self._width(room))
            needed = _needed(window)
        window.setMinimumWidth(min(window.minimumWidth(), room.width()))
        if self._area is not None:
            _give_lines(self._reflow.content)
            needed = _needed(window)
            needed += self._area.hidden_size()
        self._resize(self._own.expandedTo(needed).boundedTo(room))

    def _by_others(self, event: QResizeEvent) -> bool:
        """Whether the reader or the program chose this size, and not what is in the window."""
        grown = event.oldSize().expandedTo(self._window.minimumSize())
        return self._zoom in (0.0, LOOKS.zoom) and event.size() != grown

    def _note(self) -> None:
        """Keep the size that the window has been given by others, to go back to it."""
        if self._window.size() != self._given:
            self._own, self._own_zoom = self._window.size(), self._zoom or LOOKS.zoom

    def _resize(self, size: QSize) -> None:
        placed, self._given = self._given.isValid(), size
        if self._own_zoom == self._zoom:
            self._own = size
        if size != self._window.size():
            self._window.resize(size)
            if placed or isinstance(self._window, QMainWindow):
                self._keep_on_screen()

    def _grow(self, room: QSize) -> None:
        """Have a window of its own with half as much in it as before, but no less."""
        window, own = self._window, self._own
        if window.isMaximized() or window.isFullScreen():
            return
        self._resize((own * (self._zoom / self._own_zoom / 2)).boundedTo(room).expandedTo(own))

    def _keep_on_screen(self) -> None:
        window = self._window
        place = window.screen().availableGeometry()
        frame = window.frameGeometry()
        left = max(place.left(), min(frame.left(), place.right() + 1 - frame.width()))
        top = max(place.top(), min(frame.top(), place.bottom() + 1 - frame.height()))
        if frame.topLeft() != QPoint(left, top):
            window.move(left, top)

    def _width(self, room: QSize) -> int:
        """How wide what is in the window may be."""
        area = self._area
        return room.width() - (area.verticalScrollBar().sizeHint().width() if area else 0)

    def _scroll(self, layout: QLayout) -> None:
        """Put all that is in the window, but the buttons that close it, into a part that
        scrolls.
        """
        window = self._window
        if self._area is not None:
            return
        focused = window.focusWidget()
        self._reflow.take_back()
        closing = _closing(layout)
        if closing is not None:
            layout.removeWidget(closing)
        for each in window.findChildren(QWidget):
            keep_letters(each)
        content = QWidget(window)
        content.setLayout(layout)
        for area in content.findChildren(QAbstractScrollArea):
            least = _LINES * area.fontMetrics().height()
            if not isinstance(area, QHeaderView) and area.minimumHeight() < least:
                area.setProperty(_IN_LINES, True)
        _give_lines(content)
        whole = QVBoxLayout(window)
        whole.setContentsMargins(0, 0, 0, 0)
        self._area = Scrolled(content, window)
        whole.addWidget(self._area)
        if closing is not None:
            below = QHBoxLayout()
            below.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
            below.addWidget(closing)
            whole.addLayout(below)
            if closing.minimumSizeHint().width() > _room(window).width():
                closing.setOrientation(Qt.Orientation.Vertical)
        space_out(window, self._zoom)
        if focused is not None:
            focused.setFocus()
        self._reflow.content = content


def _give_lines(content: QWidget) -> None:
    """Have the lists and texts of `content` show some lines of their letters."""
    for area in content.findChildren(QAbstractScrollArea):
        if area.property(_IN_LINES):
            least = _LINES * area.fontMetrics().height()
            area.setMinimumHeight(min(least, area.maximumHeight()))


def _needed(window: QWidget) -> QSize:
    """The least size in which all of the window's contents can be seen."""
    layout = window.layout()
    assert layout is not None
    layout.activate()
    least = layout.totalMinimumSize()
    if layout.hasHeightForWidth():
        width = max(least.width(), window.width())
        least.setHeight(max(least.height(), layout.totalMinimumHeightForWidth(width)))
    return least


def _closing(layout: QLayout) -> QDialogButtonBox | None:
    """The buttons that close a window, where they stand below everything."""
    if not isinstance(layout, QBoxLayout) or not layout.count():
        return None
    last = layout.itemAt(layout.count() - 1)
    widget = last.widget() if last is not None else None
    return widget if isinstance(widget, QDialogButtonBox) else None


def _room(window: QWidget) -> QSize:
    return window.screen().availableSize() - _FRAME
