"""What is seen of a window, in numbers: every text with its place and the room that it needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QWidget,
)

from reader.ui.fitting import Scrolled

_ROWS = 30
"""Rows of a list that are looked at."""


def seen(window: QWidget) -> dict[str, Any]:
    """The window's size and what `texts` of it are on the screen, and what is `cut`."""
    screen = window.screen().availableGeometry()
    widgets = [window, *(each for each in window.findChildren(QWidget) if _is_seen(each, window))]
    return {
        "title": window.windowTitle(),
        "size": [window.width(), window.height()],
        "texts": [text for widget in widgets for text in _texts(widget, window)],
        "cut": [
            *_off_screen(window, screen),
            *(problem for widget in widgets for problem in _cut(widget, window)),
        ],
    }


def _is_seen(widget: QWidget, window: QWidget) -> bool:
    return widget.isVisibleTo(window) and widget.window() is window and not widget.size().isEmpty()


def _visible_part(widget: QWidget, rect: QRect, window: QWidget) -> QRect:
    """What of `rect` in `widget` is on the screen, in coordinates of `window`."""
    shown = widget.visibleRegion().boundingRect().intersected(rect)
    return QRect(widget.mapTo(window, shown.topLeft()), shown.size())


def _texts(widget: QWidget, window: QWidget) -> Iterator[dict[str, Any]]:
    for text, rect in _written(widget):
        shown = _visible_part(widget, rect, window)
        if text.strip() and shown.width() > 4 and shown.height() > 4:
            yield {
                "class": type(widget).__name__,
                "text": text[:80],
                "rect": [shown.x(), shown.y(), shown.width(), shown.height()],
                "enabled": widget.isEnabled(),
                "whole": shown.size() == rect.size(),
            }


def _written(widget: QWidget) -> Iterator[tuple[str, QRect]]:
    """The texts that `widget` itself paints, and where."""
    match widget:
        case QLabel():
            if widget.pixmap().isNull():
                yield widget.text(), widget.contentsRect()
        case QAbstractButton():
            yield widget.text() if _shows_text(widget) else "", _inside(widget)
        case QLineEdit():
            yield widget.text() or widget.placeholderText(), _inside(widget)
        case QComboBox():
            yield widget.currentText(), _inside(widget)
        case QMenu() | QMenuBar():
            # Those at the ends of a menu that scrolls are partly below its arrows.
            ends = 2 * widget.fontMetrics().height() if _scrolls(widget) else 0
            whole = widget.rect().adjusted(0, ends, 0, -ends)
            for action in widget.actions():
                if action.isEnabled() and whole.contains(widget.actionGeometry(action)):
                    yield action.text(), widget.actionGeometry(action)
        case _:
            parent = widget.parentWidget()
            if isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget:
                yield from _scrolled(parent, widget)


def _scrolls(menu: QWidget) -> bool:
    return isinstance(menu, QMenu) and menu.sizeHint().height() > menu.height()


def _inside(widget: QWidget) -> QRect:
    """What is inside the edge and the ring of `widget`."""
    edge = widget.height() // 6
    return widget.rect().adjusted(edge, edge, -edge, -edge)


def _shows_text(button: QAbstractButton) -> bool:
    style = getattr(button, "toolButtonStyle", lambda: None)()
    return style is not Qt.ToolButtonStyle.ToolButtonIconOnly


def _scrolled(area: QAbstractScrollArea, viewport: QWidget) -> Iterator[tuple[str, QRect]]:
    match area:
        case QHeaderView():
            for section in range(area.count()):
                text = area.model().headerData(section, area.orientation())
                left = area.sectionViewportPosition(section)
                yield str(text or ""), QRect(left, 0, area.sectionSize(section), area.height())
        case QAbstractItemView():
            yield from _rows(area)
        case QPlainTextEdit() | QTextEdit():
            yield area.toPlainText(), viewport.rect()


def _rows(view: QAbstractItemView) -> Iterator[tuple[str, QRect]]:
    model, root = view.model(), view.rootIndex()
    if model is None:
        return
    columns = [view.modelColumn()] if isinstance(view, QListView) else range(_columns(view))
    for row in range(min(_ROWS, model.rowCount(root))):
        for column in columns:
            index = model.index(row, column, root)
            yield str(index.data() or ""), view.visualRect(index)


def _columns(view: QAbstractItemView) -> int:
    return view.model().columnCount(view.rootIndex())


def _cut(widget: QWidget, window: QWidget) -> Iterator[str]:
    """What of `widget` has less room than it needs."""
    name = f"{type(widget).__name__} “{_name(widget)[:50]}”"
    needed, has = _needed(widget), widget.size()
    if needed is not None and (needed.width() > has.width() or needed.height() > has.height()):
        yield (
            f"{name} needs {needed.width()} x {needed.height()}, has {has.width()} x {has.height()}"
        )
    if isinstance(widget, Scrolled) and widget.horizontalScrollBar().maximum() > 0:
        yield f"{_name(widget)} has to be scrolled sideways"
    if isinstance(widget, QHeaderView):
        for section in range(widget.count()):
            if widget.sectionSizeHint(section) > widget.sectionSize(section):
                yield f"heading {section} of {_name(widget.parentWidget())} is cut"
    if widget is not window and not _inside_scroll(widget, window):
        place = QRect(widget.mapTo(window, QPoint()), has)
        if not window.rect().contains(place):
            yield f"{name} sticks out of the window"
    yield from _overlaps(widget)


def _needed(widget: QWidget) -> QSize | None:
    """The least size in which `widget` shows all its text; None where that has no meaning."""
    if isinstance(widget, QLabel) and widget.text():
        if widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored:
            return None  # made shorter on purpose
        wraps = widget.wordWrap()
        return QSize(0, widget.heightForWidth(widget.width())) if wraps else widget.sizeHint()
    if isinstance(widget, QAbstractButton) and widget.text() and _shows_text(widget):
        return widget.sizeHint()
    return widget.minimumSizeHint() if isinstance(widget, QComboBox | QMenuBar) else None


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return str(text()) if callable(text) else widget.accessibleName() or widget.objectName()


def _inside_scroll(widget: QWidget, window: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, QAbstractScrollArea):
            return True
        above = above.parentWidget()
    return False


def _overlaps(widget: QWidget) -> Iterator[str]:
    """Pairs of a layout's widgets that lie over one another."""
    layout = widget.layout()
    if layout is None:
        return
    inside = [
        each
        for each in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if each.isVisible() and not each.isWindow() and layout.indexOf(each) >= 0
    ]
    for number, first in enumerate(inside):
        for second in inside[number + 1 :]:
            common = first.geometry().intersected(second.geometry())
            if common.width() > 2 and common.height() > 2:
                yield f"“{_name(first)[:40]}” and “{_name(second)[:40]}” overlap"


def _off_screen(window: QWidget, screen: QRect) -> Iterator[str]:
    if not screen.contains(window.geometry()):
        place = window.geometry()
        yield (
            f"the window ({place.x()}, {place.y()}, {place.width()} x {place.height()}) "
            "is not all on the screen"
        )
