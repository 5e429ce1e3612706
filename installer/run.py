"""What ``make run`` does: open a book and read it aloud, or render its first minute.

With a screen and a sound device the window opens and begins to read; without either, the
first minute is written into a WAV file, and its path printed.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from reader.__main__ import main

_FIRST_SECONDS = 60


def _has_screen() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _has_sound() -> bool:
    from reader.errors import NoAudioDevice
    from reader.playback.devices import output_devices

    try:
        if output_devices():
            return True
    except NoAudioDevice:
        pass
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError:
        return False
    return bool(QMediaDevices.audioOutputs())


def run(book: Path) -> int:
    """Read `book` aloud in the window or into a file; returns the exit status."""
    if _has_screen() and _has_sound():
        return main([str(book), "--play"])
    target = Path(f"{book.stem}-first-minute.wav").resolve()
    print("No screen or no sound device here, so the first minute goes into a file.")
    return main(["export", str(book), "-o", str(target), "--first", str(_FIRST_SECONDS)])


if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[1])))
