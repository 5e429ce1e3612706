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
        ours = widget.window() is window.window() and not widget.objectName().startswith("qt_")
        if ours and layout is not None:
            yield widget, layout
            for inner in layout.findChildren(QLayout):
                yield widget, inner


def space_out(window: QWidget, zoom: float) -> None:
    """Give every layout in `window` the margins and spaces that suit `zoom` (1: 100 %)."""
    own = window.layout()
    ours = [
        (widget, layout)
        for widget, layout in layouts_of(window)
        if not (layout is own and isinstance(window, QMainWindow))
    ]
    for widget, layout in ours:
        if layout.property(_USUAL) is None:
            layout.setProperty(_USUAL, _usual(layout, widget, outermost=layout is own))
    for _, layout in ours:  # not before all are noted: an inner one may have its outer one's
        _space_out(layout, zoom)


def _space_out(layout: QLayout, zoom: float) -> None:
    left, top, right, bottom, across, down = (
        round(size * zoom) if size > 0 else size
        for size in cast(list[int], layout.property(_USUAL))
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
