"""Makes a window as narrow as the screen: what stood side by side stands one below another.

Letters four times as large leave room for a quarter of the words. So labels take more lines and
go above their fields, rows become columns, the widest first, and captions are broken; all of it
is taken back where there is room again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QCheckBox,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSplitter,
    QWidget,
)

from reader.ui.looks.spacing import layouts_of

_Direction = QBoxLayout.Direction
_Wrap = QFormLayout.RowWrapPolicy
_Part = TypeVar("_Part")

_CAPTION = 0.8
"""The part of the width that one line of a caption may take."""


class Reflow:
    """Makes a window narrower, and remembers how to take that back."""

    def __init__(self, window: QWidget) -> None:
        self.content = window
        """What has to become narrower: the window, or what is scrolled in it."""
        self._undo: list[Callable[[], object]] = []

    def fit(self, width: int) -> None:
        """Have the content need no more than `width` pixels, as far as that can be done."""
        self.take_back()
        steps = (self._wrap_labels, self._wrap_forms, self._turn, self._break_captions)
        for step in steps:
            if self._needed() > width:
                step(width)

    def take_back(self) -> None:
        """Have everything stand as it was made."""
        while self._undo:
            self._undo.pop()()

    def _needed(self) -> int:
        """The least width of the content as it stands now.

        Qt tells outer layouts of a change inside only when it comes to it; here it has to now.
        """
        for widget in reversed([self.content, *self.content.findChildren(QWidget)]):
            layout = widget.layout()
            if layout is not None:
                layout.activate()
        own = self.content.layout()
        return own.totalMinimumSize().width() if own is not None else 0

    def _wrap_labels(self, width: int) -> None:
        for label in self.content.findChildren(QLabel):
            if not label.wordWrap() and label.buddy() is None and _width(label) > width // 2:
                label.setWordWrap(True)
                self._undo.append(partial(label.setWordWrap, False))

    def _wrap_forms(self, width: int) -> None:
        layouts = (layout for _, layout in layouts_of(self.content))
        forms = [layout for layout in layouts if isinstance(layout, QFormLayout)]
        for form in self._widest_first(forms, lambda form: form.minimumSize().width(), width):
            before = form.rowWrapPolicy()
            form.setRowWrapPolicy(_Wrap.WrapAllRows)
            self._undo.append(partial(form.setRowWrapPolicy, before))

    def _turn(self, width: int) -> None:
        """Turn rows of whatever kind into columns."""
        boxes = self.content.findChildren(QDialogButtonBox)
        rows: list[QBoxLayout | QDialogButtonBox | QSplitter] = [
            *(
                layout
                for widget, layout in layouts_of(self.content)
                if isinstance(layout, QBoxLayout) and _is_row(layout, widget)
            ),
            *(each for each in boxes if each.orientation() is Qt.Orientation.Horizontal),
            *(
                each
                for each in self.content.findChildren(QSplitter)
                if each.orientation() is Qt.Orientation.Horizontal
            ),
        ]
        for row in self._widest_first(rows, _least_width, width):
            if isinstance(row, QBoxLayout):
                before = row.direction()
                row.setDirection(_Direction.TopToBottom)
                self._undo.append(partial(row.setDirection, before))
            else:
                row.setOrientation(Qt.Orientation.Vertical)
                self._undo.append(partial(row.setOrientation, Qt.Orientation.Horizontal))

    def _break_captions(self, width: int) -> None:
        for kind in (QCheckBox, QRadioButton, QPushButton):
            for button in self.content.findChildren(kind):
                if _width(button) > width * _CAPTION:
                    self._break_caption(button, round(width * _CAPTION))

    def _break_caption(self, button: QAbstractButton, width: int) -> None:
        caption, name = button.text(), button.accessibleName()
        around = _width(button) - button.fontMetrics().horizontalAdvance(caption)
        if not name:
            button.setAccessibleName(caption.replace("&", ""))
        button.setText(_in_lines(button, caption, width - around))

        def take_back() -> None:
            button.setText(caption)
            button.setAccessibleName(name)

        self._undo.append(take_back)

    def _widest_first(
        self, parts: Iterable[_Part], width_of: Callable[[_Part], int], width: int
    ) -> Iterable[_Part]:
        """The widest of `parts`, again and again, until the window is narrow enough."""
        left = [*parts]
        while left and self._needed() > width:
            widest = max(left, key=width_of)
            left.remove(widest)
            yield widest


def _is_row(layout: QBoxLayout, widget: QWidget) -> bool:
    rows = (_Direction.LeftToRight, _Direction.RightToLeft)
    closing = isinstance(widget, QDialogButtonBox)  # which is turned as a whole
    return layout.direction() in rows and layout.count() > 1 and not closing


def _least_width(row: QBoxLayout | QDialogButtonBox | QSplitter) -> int:
    return row.minimumSize().width() if isinstance(row, QBoxLayout) else _width(row)


def _width(widget: QWidget) -> int:
    return widget.minimumSizeHint().width()


def _in_lines(button: QAbstractButton, text: str, width: int) -> str:
    """`text` with breaks where its lines would be wider than `width` pixels."""
    layout = QTextLayout(text, button.font())
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return "\n".join(lines)
