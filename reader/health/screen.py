"""Whether there is a screen."""

from __future__ import annotations

import os
import sys


def has_screen() -> bool:
    """Whether Qt will find something to draw on."""
    if not sys.platform.startswith(("linux", "freebsd")):
        return True
    named = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return any(os.environ.get(name) for name in named)
