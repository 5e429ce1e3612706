"""A row that goes on below where the window is too narrow for it, as words do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QStyle, QWidget

from reader.ui.fitting import Scrolled


class Flow(QLayout):
    """Lays widgets out beside one another; what can grow takes what is left of its row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Add `item` behind the others."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """The one at `index`, if there is one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Take out the one at `index`, if there is one."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Wider, if there is room."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """What the rows need at that width."""
        return self.height_of(self._shown(), width)

    def height_of(self, items: Sequence[QLayoutItem], width: int) -> int:
        """What the rows of `items`, whether they are shown or not, need at that width."""
        margins = self.contentsMargins()
        rows = list(self._rows(items, width - margins.left() - margins.right()))
        heights = sum(_height(row) for row in rows) + self.spacing() * max(0, len(rows) - 1)
        return heights + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:  # noqa: N802
        """All in one row."""
        margins = self.contentsMargins()
        shown = self._shown()
        width = sum(_width(item) for item in shown)
        width += self.spacing() * max(0, len(shown) - 1)
        return QSize(
            width + margins.left() + margins.right(),
            _height(shown) + margins.top() + margins.bottom(),
        )

    def minimumSize(self) -> QSize:  # noqa: N802
        """One below the other."""
        margins = self.contentsMargins()
        shown = self._shown()
        width = max((item.minimumSize().width() for item in shown), default=0)
        return QSize(
            width + margins.left() + margins.right(),
            _height(shown) + margins.top() + margins.bottom(),
        )

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Put everything into its place, from the right where that is read first."""
        super().setGeometry(rect)
        parent, inside = self.parentWidget(), rect.marginsRemoved(self.contentsMargins())
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        top = inside.top()
        for row in self._rows(self._shown(), inside.width()):
            height, left = _height(row), inside.left()
            for item, width in zip(row, self._widths(row, inside.width()), strict=True):
                own = min(height, item.sizeHint().height())
                place = QRect(left, top + (height - own) // 2, width, own)
                item.setGeometry(QStyle.visualRect(direction, inside, place))
                left += width + self.spacing()
            top += height + self.spacing()

    def _shown(self) -> Sequence[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _rows(self, items: Sequence[QLayoutItem], width: int) -> Iterator[Sequence[QLayoutItem]]:
        """The `items` as they fit beside one another."""
        row: list[QLayoutItem] = []
        taken = 0
        for item in items:
            needed = _width(item) + (self.spacing() if row else 0)
            if row and taken + needed > width:
                yield row
                row, taken, needed = [], 0, _width(item)
            row.append(item)
            taken += needed
        if row:
            yield row

    def _widths(self, row: Sequence[QLayoutItem], width: int) -> list[int]:
        """How wide each of `row` becomes."""
        widths = [min(_width(item), width) for item in row]
        left = width - sum(widths) - self.spacing() * (len(row) - 1)
        growing = [place for place, item in enumerate(row) if _grows(item)]
        for place in growing:
            widths[place] += max(0, left) // len(growing)
        return widths


class FlowingRows(Scrolled):
    """Widgets in as many rows as the width asks for; where there is no height for all, scrolled."""

    def __init__(self, widgets: Sequence[QWidget], parent: QWidget) -> None:
        content = QWidget(parent)
        self._flow = Flow(content)
        for widget in widgets:
            self._flow.addWidget(widget)
        super().__init__(content, parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def height_in(self, width: int) -> int:
        """How high all rows are together at that width."""
        return self._flow.heightForWidth(width)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as the rows are at the present width."""
        return QSize(self._flow.sizeHint().width(), self.height_in(self.width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """At least one row."""
        return self._flow.minimumSize()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Ask for another height when the width is another."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, receiver: QObject, event: QEvent) -> bool:  # noqa: N802
        """Ask for another height when what is in the rows has grown."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(receiver, event)


def _width(item: QLayoutItem) -> int:
    return max(_hint(item).width(), item.minimumSize().width())


def _height(row: Sequence[QLayoutItem]) -> int:
    return max((_hint(item).height() for item in row), default=0)


def _hint(item: QLayoutItem) -> QSize:
    """The size that `item` has where it is shown; Qt says that what is hidden needs none."""
    widget = item.widget()
    return widget.sizeHint() if widget is not None and item.isEmpty() else item.sizeHint()


def _grows(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)
