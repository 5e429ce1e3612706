"""The little pictures of the style sheet (ticks, dots, arrows), which Qt takes from files only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from reader import paths
from reader.ui.looks.shapes import SHAPES, SIDE
from reader.ui.looks.theme import Theme

_SIDE = 128
"""Pixels: larger than any of them is shown; Qt makes pictures smaller, never larger."""


def glyphs_of(theme: Theme) -> dict[str, str]:
    """For each glyph the ``url(…)`` of its picture; ``none`` where none can be written.

    Then a tick is not seen, but that a box is checked still is, for it is filled.
    """
    colours = {
        "check": ("check", theme.on_accent),
        "check_faded": ("check", theme.disabled),
        "dash": ("dash", theme.on_accent),
        "dot": ("dot", theme.on_accent),
        "dot_faded": ("dot", theme.disabled),
        "ticked": ("check", theme.text),
        "ticked_chosen": ("check", theme.on_selection),
        "up": ("up", theme.text),
        "up_faded": ("up", theme.disabled),
        "down": ("down", theme.text),
        "down_faded": ("down", theme.disabled),
        "right": ("right", theme.text),
        "folded": ("folded", theme.text),
        "unfolded": ("unfolded", theme.text),
        "folded_chosen": ("folded", theme.on_selection),
        "unfolded_chosen": ("unfolded", theme.on_selection),
        "right_chosen": ("right", theme.on_selection),
        "warning": ("warning", theme.accent),
        "information": ("information", theme.accent),
        "question": ("help", theme.accent),
    }
    folder = paths.cache_folder() / "looks"
    return {name: _url(folder, *drawn) for name, drawn in colours.items()}


def _url(folder: Path, shape: str, colour: str) -> str:
    file = folder / f"{shape}-{colour.removeprefix('#')}.png"
    try:
        if not file.exists():
            folder.mkdir(parents=True, exist_ok=True)
            _write(file, _SHAPES[shape], QColor(colour))
    except OSError:
        return "none"
    return f'url("{file.as_posix()}")'


def _write(file: Path, draw: Callable[[QPainter, QColor], None], colour: QColor) -> None:
    """Write a picture, whole or not at all."""
    image = QImage(_SIDE, _SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, colour)
    painter.end()
    draft = file.with_name(f"new-{file.name}")
    if not image.save(str(draft)):
        raise OSError(f"{draft} cannot be written")
    draft.replace(file)


def _line(*points: tuple[float, float], width: float = 1 / 8) -> Callable[[QPainter, QColor], None]:
    """Draws a line through `points`, which are parts of the picture's side."""

    def draw(painter: QPainter, colour: QColor) -> None:
        pen = QPen(colour, width * _SIDE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        path = QPainterPath(QPointF(points[0][0] * _SIDE, points[0][1] * _SIDE))
        for across, down in points[1:]:
            path.lineTo(across * _SIDE, down * _SIDE)
        painter.drawPath(path)

    return draw


def _symbol(name: str) -> Callable[[QPainter, QColor], None]:
    """Draws a symbol of the window's."""

    def draw(painter: QPainter, colour: QColor) -> None:
        painter.scale(_SIDE / SIDE, _SIDE / SIDE)
        painter.fillPath(SHAPES[name](), colour)

    return draw


def _dot(painter: QPainter, colour: QColor) -> None:
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(_SIDE / 2, _SIDE / 2), _SIDE / 4, _SIDE / 4)


_SHAPES: Mapping[str, Callable[[QPainter, QColor], None]] = {
    "check": _line((0.16, 0.54), (0.4, 0.78), (0.84, 0.26)),
    "dash": _line((0.2, 0.5), (0.8, 0.5)),
    "dot": _dot,
    "up": _line((0.14, 0.66), (0.5, 0.3), (0.86, 0.66)),
    "down": _line((0.14, 0.34), (0.5, 0.7), (0.86, 0.34)),
    "folded": _line((0.44, 0.36), (0.58, 0.5), (0.44, 0.64), width=1 / 16),
    "unfolded": _line((0.36, 0.44), (0.5, 0.58), (0.64, 0.44), width=1 / 16),
    "warning": _symbol("warning"),
    "information": _symbol("information"),
    "help": _symbol("help"),
    "right": _line((0.34, 0.14), (0.7, 0.5), (0.34, 0.86)),
}
