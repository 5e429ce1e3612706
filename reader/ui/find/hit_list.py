"""The list of hits: the line around each with the hit in bold, and below it where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.navigation.find import Hit

_Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()

_HIT = int(Qt.ItemDataRole.UserRole)
_WHERE = _HIT + 1
"""Roles of the :class:`~reader.navigation.find.Hit` of a row, and of its place in words."""

_MARGIN = 6
"""Pixels around what is written in a row."""

_LEAD = 0.6
"""Where on the line a hit ends at the latest, from 0 to 1, so that words behind it are seen."""


class HitModel(QAbstractListModel):
    """Rows that stand for hits; `where` says the place of one, `told` the whole row."""

    def __init__(
        self, where: Callable[[Hit], str], told: Callable[[Hit], str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._where, self._told = where, told
        self.hits: Sequence[Hit] = ()
        """What is listed."""

    def show(self, hits: Sequence[Hit]) -> None:
        """List these."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802
        """As many as there are hits."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The sentence of a row, or what it is painted from."""
        if not 0 <= index.row() < len(self.hits):
            return None
        hit = self.hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._told(hit)
            case int() if role == _HIT:
                return hit
            case int() if role == _WHERE:
                return self._where(hit)
        return None


class HitList(QListView):
    """Shows hits; one of them is the current one."""

    def __init__(
        self,
        name: str,
        where: Callable[[Hit], str],
        told: Callable[[Hit], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(_TwoLines(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows = HitModel(where, told, self)
        self.setModel(self._rows)

    @property
    def listed(self) -> Sequence[Hit]:
        """What is shown, from the top."""
        return self._rows.hits

    @property
    def current(self) -> Hit | None:
        """The hit of the current row."""
        row = self.currentIndex().row()
        return self.listed[row] if 0 <= row < len(self.listed) else None

    def show_hits(self, hits: Sequence[Hit], row: int) -> None:
        """Show `hits`; that of `row` becomes the current one."""
        self._rows.show(hits)
        if hits:
            self.setCurrentIndex(self._rows.index(min(max(0, row), len(hits) - 1), 0))
            self.scrollTo(self.currentIndex(), QListView.ScrollHint.PositionAtCenter)


class _TwoLines(QStyledItemDelegate):
    """Paints a row: weight tells the hit from the words around it, not colour alone."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802
        """As high as two lines; the list is never scrolled sideways."""
        return QSize(0, 2 * option.fontMetrics.lineSpacing() + 2 * _MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the row's ground as any list does, and its two lines upon it."""
        hit, where = index.data(_HIT), index.data(_WHERE)
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style() if option.widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        if not isinstance(hit, Hit):
            return
        painter.save()
        painter.setPen(option.palette.color(_group(option), _role(option)))
        inside = option.rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.setClipRect(inside)
        line = option.fontMetrics.lineSpacing()
        _paint_context(painter, QRect(inside.topLeft(), QSize(inside.width(), line)), hit, option)
        painter.setFont(option.font)
        below = QRect(inside.left(), inside.top() + line, inside.width(), line)
        elided = option.fontMetrics.elidedText(
            str(where), Qt.TextElideMode.ElideRight, inside.width()
        )
        painter.drawText(below, int(Qt.AlignmentFlag.AlignVCenter), elided)
        painter.restore()


def _paint_context(painter: QPainter, rect: QRect, hit: Hit, option: QStyleOptionViewItem) -> None:
    """Paint the line of `hit`, moved so far that the hit is seen with words on either side."""
    bold = QFont(option.font)
    bold.setBold(True)
    before = QFontMetrics(option.font).horizontalAdvance(hit.before)
    match = QFontMetrics(bold).horizontalAdvance(hit.match)
    shift = max(0.0, min(before, before + match - rect.width() * _LEAD))
    layout = QTextLayout(hit.before + hit.match + hit.after, option.font)
    mark = QTextLayout.FormatRange()
    mark.start, mark.length = _units(hit.before), _units(hit.match)
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setFontUnderline(True)
    mark.format = look
    layout.setFormats([mark])
    layout.beginLayout()
    layout.createLine().setLineWidth(1e6)
    layout.endLayout()
    layout.draw(painter, QPointF(rect.left() - shift, rect.top()), [], QRectF())


def _units(text: str) -> int:
    """How long Qt takes `text` to be: a character beyond the basic plane counts as two."""
    return len(text) + sum(character > "\uffff" for character in text)


def _role(option: QStyleOptionViewItem) -> QPalette.ColorRole:
    selected = option.state & QStyle.StateFlag.State_Selected
    return QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text


def _group(option: QStyleOptionViewItem) -> QPalette.ColorGroup:
    active = option.state & QStyle.StateFlag.State_Active
    return QPalette.ColorGroup.Active if active else QPalette.ColorGroup.Inactive
