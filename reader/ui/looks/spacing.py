"""Margins and spaces of a window's layouts, in proportion to everything else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtWidgets import (
    QFormLayout,
    QGridLayout,
    QLayout,
    QMainWindow,
    QStyle,
    QWidget,
)

_USUAL = "usual spaces"
"""The property in which a layout keeps what it has at a zoom of 100 %."""

_SPACE, _MARGIN = 8, 16
"""Pixels between two things and around all of them in a window, where nothing else was said."""


def layouts_of(window: QWidget) -> Iterator[tuple[QWidget, QLayout]]:
    """Every layout in `window` that was made by us, with the widget that it fills."""
    for widget in (window, *window.findChildren(QWidget)):
        layout = widget.layout()
        if layout is not None and not widget.objectName().startswith("qt_"):
            yield widget, layout
            for inner in layout.findChildren(QLayout):
                yield widget, inner


def space_out(window: QWidget, zoom: float) -> None:
    """Give every layout in `window` the margins and spaces that suit `zoom` (1: 100 %)."""
    own = window.layout()
    for widget, layout in layouts_of(window):
        if not (layout is own and isinstance(window, QMainWindow)):
            _space_out(layout, widget, zoom, outermost=layout is own)


def _space_out(layout: QLayout, widget: QWidget, zoom: float, *, outermost: bool) -> None:
    usual = layout.property(_USUAL)
    if usual is None:
        usual = _usual(layout, widget, outermost=outermost)
        layout.setProperty(_USUAL, usual)
    left, top, right, bottom, across, down = (
        round(size * zoom) if size > 0 else size for size in cast(list[int], usual)
    )
    layout.setContentsMargins(left, top, right, bottom)
    if isinstance(layout, QGridLayout | QFormLayout):
        layout.setHorizontalSpacing(across)
        layout.setVerticalSpacing(down)
    else:
        layout.setSpacing(across)


def _usual(layout: QLayout, widget: QWidget, *, outermost: bool) -> list[int]:
    """The margins (left, top, right, bottom) and spaces (across, down) at 100 %."""
    margins = layout.contentsMargins()
    sides = [margins.left(), margins.top(), margins.right(), margins.bottom()]
    if outermost and len({*sides}) == 1 and sides[0] > 0:  # the style's, whatever that is
        sides = [_MARGIN] * 4
    if isinstance(layout, QGridLayout | QFormLayout):
        spaces = [layout.horizontalSpacing(), layout.verticalSpacing()]
    else:
        spaces = [layout.spacing(), layout.spacing()]
    metric = QStyle.PixelMetric.PM_LayoutVerticalSpacing
    styled = widget.style().pixelMetric(metric, None, widget)
    return sides + [_SPACE if space == styled else space for space in spaces]
