"""How the program ends: at the system's wish as at the reader's, and what tells a crash apart."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier

from reader import paths

_SIGNALS = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]


class RunningMark:
    """A file that is there while the program runs: found at its start, it tells of a crash."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file if file is not None else paths.data_folder() / "running"

    def set(self) -> bool:
        """Begin; whether the program did not end properly before."""
        crashed = self._file.exists()
        with suppress(OSError):  # then a crash is not told; nothing else depends on it
            self._file.write_text(f"{os.getpid()}\n", "ascii")
        return crashed

    def remove(self) -> None:
        """End properly."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)


class SystemSignals(QObject):
    """Calls `end` when the system or a terminal asks the program to end.

    Python's own handlers wait until Qt returns to Python; a socket wakes it. What is asked for
    a second time is done by the system itself, should the program hang.
    """

    def __init__(self, end: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._end = end
        self._here, self._there = socket.socketpair()
        for each in (self._here, self._there):
            each.setblocking(False)
        self._notifier = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)
        self._wakeup = signal.set_wakeup_fd(self._there.fileno(), warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, self._asked) for number in _SIGNALS}

    def close(self) -> None:
        """Leave the signals to whom they belonged before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        for each in (self._here, self._there):
            each.close()

    def _woken(self) -> None:
        """Python is awake, and calls :meth:`_asked` by itself."""
        with suppress(BlockingIOError):
            self._here.recv(64)

    def _asked(self, number: int, _frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        self._end()
