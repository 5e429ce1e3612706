"""How late the interface's thread is: what a key would have waited."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping

import numpy as np

_INTERVAL = 5
"""Milliseconds between two beats."""

GOALS = {"longest_ms": 100.0, "99th_ms": 30.0}
"""Milliseconds that the interface may be blocked at worst, and in all but a hundredth of beats."""


def show(figures: Mapping[str, Mapping[str, float]]) -> None:
    """Write the table to stderr."""
    for name, figure in figures.items():
        print(
            f"{name:10} longest {figure['longest_ms']:7.1f} ms   99th percentile "
            f"{figure['99th_ms']:6.1f} ms   over 50 ms {figure['over_50_ms']:4}   "
            f"{figure['beats']} beats",
            file=sys.stderr,
        )


class Watchdog:
    """Counts how late a timer of the interface's thread is."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_INTERVAL)
        self._timer.timeout.connect(self._beat)
        self.reset()
        self._timer.start()

    def reset(self) -> None:
        """Forget all beats."""
        self._late: list[float] = []
        self._last = time.perf_counter()

    def figure(self) -> dict[str, float]:
        """What was counted since the last reset, in milliseconds."""
        late = np.array(self._late or [0.0])
        return {
            "longest_ms": round(float(late.max()), 1),
            "99th_ms": round(float(np.percentile(late, 99)), 1),
            "over_50_ms": int((late > 50.0).sum()),
            "beats": len(self._late),
        }

    def _beat(self) -> None:
        now = time.perf_counter()
        self._late.append(max(0.0, (now - self._last) * 1000 - _INTERVAL))
        self._last = now
