"""The shapes of the window's symbols, in a square of 64 by 64: ours, drawn line by line.

The player's are filled, as on every player; the others are lines of one weight.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QPolygonF

SIDE = 64
"""The side of the square."""

_LINE = 5.0

Points = tuple[tuple[float, float], ...]


def _triangle(left: float, right: float) -> QPainterPath:
    """A triangle between two upright lines, pointing from `left` to `right`."""
    path = QPainterPath()
    corners = [QPointF(left, 14), QPointF(right, 32), QPointF(left, 50)]
    path.addPolygon(QPolygonF(corners))
    path.closeSubpath()
    return path


def _bar(left: float, top: float, width: float, height: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(left, top, width, height), 2, 2)
    return path


def _play() -> QPainterPath:
    return _triangle(20, 52)


def _pause() -> QPainterPath:
    return _bar(17, 14, 11, 36) + _bar(36, 14, 11, 36)


def _stop() -> QPainterPath:
    return _bar(16, 16, 32, 32)


def _next_sentence() -> QPainterPath:
    return _triangle(16, 42) + _bar(43, 14, 6, 36)


def _previous_sentence() -> QPainterPath:
    return _triangle(48, 22) + _bar(15, 14, 6, 36)


def _next_chapter() -> QPainterPath:
    return _triangle(10, 31) + _triangle(31, 52) + _bar(52, 14, 6, 36)


def _previous_chapter() -> QPainterPath:
    return _triangle(54, 33) + _triangle(33, 12) + _bar(6, 14, 6, 36)


def _drawn(*lines: Points, rounds: tuple[QRectF, ...] = ()) -> Callable[[], QPainterPath]:
    """A shape of `lines` through points, and of `rounds`: ovals in rectangles."""

    def draw() -> QPainterPath:
        path = QPainterPath()
        for first, *others in lines:
            path.moveTo(*first)
            for point in others:
                path.lineTo(*point)
        for oval in rounds:
            path.addEllipse(oval)
        pen = QPainterPathStroker()
        pen.setWidth(_LINE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen.createStroke(path)

    return draw


def _circle(across: float, down: float, radius: float) -> QRectF:
    return QRectF(across - radius, down - radius, 2 * radius, 2 * radius)


def _teeth() -> tuple[Points, ...]:
    """Eight short lines around the middle, as of a cog wheel."""
    ends = ((0, 1), (0.71, 0.71), (1, 0), (0.71, -0.71))
    both = (*ends, *((-across, -down) for across, down in ends))
    return tuple(
        ((32 + 17 * across, 32 + 17 * down), (32 + 24 * across, 32 + 24 * down))
        for across, down in both
    )


SHAPES: Mapping[str, Callable[[], QPainterPath]] = {
    "play": _play,
    "pause": _pause,
    "stop": _stop,
    "next_sentence": _next_sentence,
    "previous_sentence": _previous_sentence,
    "next_chapter": _next_chapter,
    "previous_chapter": _previous_chapter,
    "book": _drawn(
        ((32, 18), (24, 13), (8, 13), (8, 48), (24, 48), (32, 53), (40, 48), (56, 48), (56, 13)),
        ((56, 13), (40, 13), (32, 18), (32, 53)),
    ),
    "library": _drawn(
        ((10, 12), (10, 52)),
        ((22, 12), (22, 52)),
        ((34, 12), (34, 52)),
        ((44, 14), (55, 51)),
        ((6, 52), (58, 52)),
    ),
    "search": _drawn(((39, 39), (54, 54)), rounds=(_circle(27, 27, 17),)),
    "notes": _drawn(
        ((14, 10), (40, 10), (50, 20), (50, 54), (14, 54), (14, 10)),
        ((23, 26), (41, 26)),
        ((23, 36), (41, 36)),
        ((23, 46), (33, 46)),
    ),
    "bookmark": _drawn(((18, 10), (46, 10), (46, 54), (32, 42), (18, 54), (18, 10))),
    "settings": _drawn(*_teeth(), rounds=(_circle(32, 32, 15), _circle(32, 32, 6))),
    "add": _drawn(((32, 12), (32, 52)), ((12, 32), (52, 32))),
    "remove": _drawn(
        ((12, 17), (52, 17)),
        ((26, 17), (26, 10), (38, 10), (38, 17)),
        ((17, 17), (20, 54), (44, 54), (47, 17)),
        ((28, 27), (28, 44)),
        ((36, 27), (36, 44)),
    ),
    "folder": _drawn(
        ((8, 50), (8, 14), (26, 14), (32, 22), (56, 22), (56, 50), (8, 50)),
    ),
    "file": _drawn(
        ((14, 10), (36, 10), (50, 24), (50, 54), (14, 54), (14, 10)),
        ((36, 10), (36, 24), (50, 24)),
    ),
    "edit": _drawn(
        ((12, 52), (16, 38), (42, 12), (52, 22), (26, 48), (12, 52)), ((35, 19), (45, 29))
    ),
    "close": _drawn(((15, 15), (49, 49)), ((49, 15), (15, 49))),
    "list": _drawn(
        *(((10, row), (14, row)) for row in (16, 32, 48)),
        *(((24, row), (54, row)) for row in (16, 32, 48)),
    ),
    "next": _drawn(((24, 12), (44, 32), (24, 52))),
    "previous": _drawn(((40, 12), (20, 32), (40, 52))),
    "up": _drawn(((12, 42), (32, 22), (52, 42))),
    "down": _drawn(((12, 22), (32, 42), (52, 22))),
    "export": _drawn(
        ((32, 40), (32, 10)),
        ((20, 22), (32, 10), (44, 22)),
        ((10, 36), (10, 54), (54, 54)),
        ((54, 54), (54, 36)),
    ),
    "import": _drawn(
        ((32, 10), (32, 40)),
        ((20, 28), (32, 40), (44, 28)),
        ((10, 36), (10, 54), (54, 54)),
        ((54, 54), (54, 36)),
    ),
    "undo": _drawn(
        ((24, 12), (10, 24), (24, 36)),
        ((10, 24), (38, 24), (48, 29), (52, 38), (48, 47), (38, 52), (22, 52)),
    ),
    "volume": _drawn(
        ((8, 24), (8, 40), (19, 40), (33, 52), (33, 12), (19, 24), (8, 24)),
        ((42, 24), (45, 32), (42, 40)),
        ((50, 17), (55, 32), (50, 47)),
    ),
    "done": _drawn(((12, 34), (26, 48), (52, 16))),
    "warning": _drawn(
        ((32, 9), (58, 54), (6, 54), (32, 9)), ((32, 26), (32, 38)), ((32, 46), (32, 46.1))
    ),
    "information": _drawn(
        ((32, 29), (32, 46)), ((32, 19), (32, 19.1)), rounds=(_circle(32, 32, 24),)
    ),
    "voices": _drawn(
        ((32, 44), (32, 56)),
        ((22, 56), (42, 56)),
        ((14, 30), (16, 38), (23, 43), (32, 45), (41, 43), (48, 38), (50, 30)),
        ((25, 15), (25, 29), (28, 34), (32, 35), (36, 34), (39, 29), (39, 15)),
        ((25, 15), (28, 9), (32, 8), (36, 9), (39, 15)),
    ),
    "help": _drawn(
        ((24, 26), (25, 20), (32, 17), (39, 20), (40, 26), (36, 31), (32, 34), (32, 38)),
        ((32, 46), (32, 46.1)),
        rounds=(_circle(32, 32, 24),),
    ),
}
"""By name, the shape as it is filled."""
