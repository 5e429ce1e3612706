"""The media keys of keyboards and headsets, which work while another window is in front.

On Linux the desktop hands them to players that it knows by MPRIS: :mod:`mpris`. On Windows
and macOS the keys reach the window only while it is in front, where the table of commands
has them.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

    from reader.session import ReadingSession
    from reader.settings import Settings
    from reader.ui.media_keys.mpris import Published

__all__ = ["MediaControls", "MediaKeys", "NowPlaying"]


@dataclass(frozen=True, kw_only=True)
class NowPlaying:
    """What a desktop shows of a player.

    `state` is ``Playing``, ``Paused`` or ``Stopped``; `chapter` the title of the present
    chapter, `number` its number from 1 on, and 0 where no book is open. `rate` is the speed
    (0.5-4) and `volume` the loudness (0-1).
    """

    state: str = "Stopped"
    title: str = ""
    authors: tuple[str, ...] = ()
    chapter: str = ""
    number: int = 0
    rate: float = 1.0
    volume: float = 1.0

    @property
    def book(self) -> bool:
        """Whether there is something to play."""
        return bool(self.number)

    @classmethod
    def of(cls, session: ReadingSession | None, settings: Settings) -> NowPlaying:
        """What `session` plays, if a book is open."""
        idle = cls(rate=settings.rate, volume=settings.volume)
        if session is None:
            return idle
        passage = session.passage
        return replace(
            idle,
            state="Playing" if session.playing else "Stopped" if session.stopped else "Paused",
            title=session.book.title,
            authors=session.book.authors,
            chapter=session.chapter.title,
            number=(passage.chapter if passage is not None else 0) + 1,
        )


class MediaControls(Protocol):
    """What the desktop may ask of the window; called on Qt's thread."""

    def play_pause(self) -> None: ...  # noqa: D102
    def play(self) -> None: ...  # noqa: D102
    def pause(self) -> None: ...  # noqa: D102
    def stop(self) -> None: ...  # noqa: D102
    def next(self) -> None: ...  # noqa: D102
    def previous(self) -> None: ...  # noqa: D102
    def seek(self, seconds: float) -> None: ...  # noqa: D102
    def set_rate(self, rate: float) -> None: ...  # noqa: D102
    def set_volume(self, volume: float) -> None: ...  # noqa: D102
    def raise_window(self) -> None: ...  # noqa: D102
    def quit(self) -> None: ...  # noqa: D102


class MediaKeys:
    """Connects `controls` with the desktop; where there is none it does nothing, silently.

    `parent` owns what is published; :meth:`close` takes it back. `bus` is the session's
    unless another is given.
    """

    def __init__(
        self, controls: MediaControls, parent: QObject, *, bus: QDBusConnection | None = None
    ) -> None:
        self._published: Published | None = None
        if sys.platform == "linux":
            with suppress(ImportError):  # a Qt built without D-Bus
                from reader.ui.media_keys.mpris import publish
                from reader.ui.media_keys.session_bus import session_bus

                found = bus or session_bus()
                if found is not None:
                    self._published = publish(controls, parent, found)

    @property
    def connected(self) -> bool:
        """Whether a desktop can reach the window."""
        return self._published is not None

    def show(self, playing: NowPlaying) -> None:
        """Tell the desktop what plays; nothing is sent where nothing changed."""
        if self._published is not None:
            self._published.show(playing)

    def close(self) -> None:
        """Take the player off the desktop."""
        if self._published is not None:
            self._published.close()
            self._published = None
