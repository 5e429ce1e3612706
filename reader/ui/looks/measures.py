"""The sizes of everything, reckoned from the height of the letters: so all of it zooms."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetrics


@dataclass(frozen=True, kw_only=True)
class Measures:
    """Pixels. `edge` is the line around a control, `ring` the one around what has the focus,
    `radius` how round a corner is; `small`, `middle` and `large` are the steps of all spaces;
    `mark` is a check box, `bar` the width of a scroll bar, `arrow` a little arrow's.
    """

    edge: int
    ring: int
    radius: int
    small: int
    middle: int
    large: int
    mark: int
    bar: int
    arrow: int

    @classmethod
    def of(cls, font: QFont, *, high_contrast: bool) -> Measures:
        """What suits letters of `font`; lines are stronger in high contrast."""
        height = QFontMetrics(font).height()
        strong = 1.5 if high_contrast else 1.0

        def part(share: float, least: int) -> int:
            return max(least, round(height * share))

        return cls(
            edge=part(0.07 * strong, round(strong + 0.5) - 1 or 1),
            ring=part(0.14 * strong, round(2 * strong)),
            radius=part(0.35, 3),
            small=part(0.25, 2),
            middle=part(0.5, 4),
            large=part(0.9, 8),
            mark=part(1.0, 10),
            bar=part(0.85, 10),
            arrow=part(0.6, 6),
        )
