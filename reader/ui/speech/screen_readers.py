"""Which screen reader runs, and whether it says announcements.

Looked up on a thread of its own, now and then, because screen readers come and go and
telling an Orca's version takes a second.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.background import CancelToken, Task
from reader.ui.tasks import Courier

_INTERVAL = 5000
"""Milliseconds between two looks."""

_PATIENCE = 10.0
"""Seconds that an Orca or a system may take to tell what it is."""

_ROUND = 0.005
"""Seconds between two looks whether the answer is there."""

_KNOWS_ANNOUNCEMENTS = (45, 2)
"""The first Orca that says Qt's announcements."""


@dataclass(frozen=True, kw_only=True)
class ScreenReader:
    """A screen reader that runs; `version` is empty where it was not told."""

    name: str
    version: tuple[int, ...] = ()

    @property
    def says_announcements(self) -> bool:
        """Whether an announcement event is enough; one of unknown age is taken for new."""
        return self.name != "Orca" or not self.version or self.version >= _KNOWS_ANNOUNCEMENTS


class ScreenReaders(QObject):
    """Knows which screen reader runs; `find` is called on a thread."""

    changed = Signal()
    """A screen reader has come or gone; also sent after the first look."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        find: Callable[[], ScreenReader | None] | None = None,
    ) -> None:
        super().__init__(parent)
        self.running: ScreenReader | None = None
        self.known = False
        """Whether somebody has looked yet."""
        self._find = find or find_screen_reader
        self._courier = Courier(self)
        self._task: Task[ScreenReader | None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look at once, and again every few seconds."""
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Look once, unless somebody is looking."""
        if self._task is not None:
            return

        def work(_token: CancelToken) -> ScreenReader | None:
            return self._find()

        self._task = self._courier.run(
            work,
            name="look for a screen reader",
            done=self._found,
            failed=lambda _: self._found(None),
        )

    def _found(self, reader: ScreenReader | None) -> None:
        self._task = None
        if reader != self.running or not self.known:
            self.running, self.known = reader, True
            self.changed.emit()


def find_screen_reader() -> ScreenReader | None:
    """The screen reader that runs on this computer for this user; None if there is none."""
    if sys.platform == "win32":
        return ScreenReader(name="NVDA, JAWS or Narrator") if _windows_has_one() else None
    if sys.platform == "darwin":
        return ScreenReader(name="VoiceOver") if _voice_over_runs() else None
    return _orca(Path("/proc")) or _another()


def _orca(processes: Path) -> ScreenReader | None:
    for command in _commands(processes):
        # An interpreter's first argument is the program.
        for word in command[:2]:
            if Path(word).name.endswith("orca"):
                return ScreenReader(name="Orca", version=_orca_version())
    return None


def _another() -> ScreenReader | None:
    """One that has told the system's accessibility service that it runs."""
    try:
        from PySide6.QtDBus import QDBusMessage

        from reader.ui.media_keys.session_bus import session_bus
    except ImportError:  # a Qt built without D-Bus
        return None
    bus = session_bus()
    if bus is None:
        return None
    question = QDBusMessage.createMethodCall(
        "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Get"
    )
    question.setArguments(["org.a11y.Status", "ScreenReaderEnabled"])
    question.setAutoStartService(False)  # a service that does not run knows of none
    pending = bus.asyncCall(question, round(_PATIENCE * 1000))
    while not pending.isFinished():  # waiting in Qt would hold up every thread of Python
        time.sleep(_ROUND)
    answer = pending.reply().arguments()
    told = answer[0] if answer else False
    running = getattr(told, "variant", lambda: told)() is True
    return ScreenReader(name="another") if running else None


def _commands(processes: Path) -> Iterator[list[str]]:
    """The command lines of this user's processes."""
    for file in processes.glob("[0-9]*/cmdline"):
        try:
            if file.stat().st_uid == os.getuid():
                yield file.read_bytes().decode("utf-8", "replace").split("\0")
        except OSError:  # it has ended meanwhile
            continue


@cache
def _orca_version() -> tuple[int, ...]:
    return version_in(_told_by("orca", "--version"))


def version_in(text: str) -> tuple[int, ...]:
    """The first version number in `text`; empty if there is none."""
    number = re.search(r"\d+(?:\.\d+)*", text)
    return tuple(int(part) for part in number.group().split(".")) if number else ()


def _windows_has_one() -> bool:
    import ctypes

    # SPI_GETSCREENREADER of WinUser.h: NVDA, JAWS and Narrator set what it reads.
    answer = ctypes.c_int(0)
    library = getattr(ctypes, "windll").user32  # noqa: B009, there only on Windows
    return bool(library.SystemParametersInfoW(0x46, 0, ctypes.byref(answer), 0) and answer.value)


def _voice_over_runs() -> bool:
    told = _told_by("defaults", "read", "com.apple.universalaccess", "voiceOverOnOffKey")
    return told.strip() == "1"


def _told_by(*command: str) -> str:
    try:
        return subprocess.run(
            command, capture_output=True, text=True, timeout=_PATIENCE, check=False
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return ""
