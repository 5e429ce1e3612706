"""The player as desktops know it: MPRIS 2.2 on the session's D-Bus.

The names of methods and properties, their types and meaning are those of the specification
(specifications.freedesktop.org/mpris-spec). Speech has no length known beforehand, so the
position is always 0 and cannot be set; seeking by so many seconds can be asked for.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import ClassInfo, Property, QMetaType, QObject, QTimer, Slot
from PySide6.QtDBus import (
    QDBusAbstractAdaptor,
    QDBusArgument,
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
)

from reader.settings import FASTEST, SLOWEST
from reader.ui.media_keys import NowPlaying

if TYPE_CHECKING:
    from reader.ui.media_keys import MediaControls

NAME = "org.mpris.MediaPlayer2.tingshu"
PATH = "/org/mpris/MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
_TRACKS = "/app/tingshu/chapter"
_NO_TRACK = "/org/mpris/MediaPlayer2/TrackList/NoTrack"
_MICROSECONDS = 1_000_000

# PySide describes both more narrowly than what they take.
_class_info: Any = ClassInfo
_property: Any = Property


def publish(controls: MediaControls, parent: QObject, bus: QDBusConnection) -> Published | None:
    """Put a player with `controls` on `bus`; None where that does not answer."""
    if not bus.isConnected():
        return None
    published = Published(controls, parent, bus)
    # A second window of the program gets a name of its own, as the specification wants it.
    for name in (NAME, f"{NAME}.instance{os.getpid()}"):
        if bus.registerService(name):
            published.name = name
            return published
    published.close()
    return None


class Published(QObject):
    """A player on the bus."""

    def __init__(self, controls: MediaControls, parent: QObject, bus: QDBusConnection) -> None:
        super().__init__(parent)
        self.name = ""
        self._bus = bus
        self._application = _Application(self, controls)
        self._player = _Player(self, controls)
        bus.registerObject(PATH, self, QDBusConnection.RegisterOption.ExportAdaptors)

    def show(self, playing: NowPlaying) -> None:
        """Tell what has changed since the last time."""
        before = self._player.properties()
        self._player.playing = playing
        after = self._player.properties()
        changed = {name: value for name, value in after.items() if value != before[name]}
        if changed:
            self._send(changed)

    def close(self) -> None:
        """Leave the bus."""
        if self.name:
            self._bus.unregisterService(self.name)
        self._bus.unregisterObject(PATH)

    def _send(self, changed: dict[str, Any]) -> None:
        values = {
            name: self._player.Metadata if name == "Metadata" else value
            for name, value in changed.items()
        }
        nothing = QDBusArgument()  # a list of Python's would go out as a list of variants
        nothing.beginArray(QMetaType(QMetaType.Type.QString.value))
        nothing.endArray()
        signal = QDBusMessage.createSignal(
            PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged"
        )
        signal.setArguments([PLAYER, values, nothing])
        self._bus.send(signal)


@_class_info({"D-Bus Interface": "org.mpris.MediaPlayer2"})
class _Application(QDBusAbstractAdaptor):
    def __init__(self, parent: QObject, controls: MediaControls) -> None:
        super().__init__(parent)
        self._controls = controls

    @Slot()
    def Raise(self) -> None:  # noqa: N802
        self._controls.raise_window()

    @Slot()
    def Quit(self) -> None:  # noqa: N802
        # The desktop waits for an answer, which comes when this returns.
        QTimer.singleShot(0, self._controls.quit)

    CanRaise = _property(bool, lambda _: True)
    CanQuit = _property(bool, lambda _: True)
    HasTrackList = _property(bool, lambda _: False)
    Identity = _property(str, lambda _: "Tingshu")
    DesktopEntry = _property(str, lambda _: "tingshu")
    SupportedUriSchemes = _property("QStringList", lambda _: [])
    SupportedMimeTypes = _property("QStringList", lambda _: [])


@_class_info({"D-Bus Interface": PLAYER})
class _Player(QDBusAbstractAdaptor):
    def __init__(self, parent: QObject, controls: MediaControls) -> None:
        super().__init__(parent)
        self._controls = controls
        self.playing = NowPlaying()

    def properties(self) -> dict[str, Any]:
        """What may change, by its name on the bus, comparable."""
        playing = self.playing
        return {
            "PlaybackStatus": playing.state,
            "Rate": playing.rate,
            "Volume": playing.volume,
            "Metadata": (playing.title, playing.authors, playing.chapter, playing.number),
            "CanGoNext": playing.book,
            "CanGoPrevious": playing.book,
            "CanPlay": playing.book,
            "CanPause": playing.book,
            "CanSeek": playing.book,
        }

    @Slot()
    def Next(self) -> None:  # noqa: N802
        self._controls.next()

    @Slot()
    def Previous(self) -> None:  # noqa: N802
        self._controls.previous()

    @Slot()
    def Pause(self) -> None:  # noqa: N802
        self._controls.pause()

    @Slot()
    def PlayPause(self) -> None:  # noqa: N802
        self._controls.play_pause()

    @Slot()
    def Stop(self) -> None:  # noqa: N802
        self._controls.stop()

    @Slot()
    def Play(self) -> None:  # noqa: N802
        self._controls.play()

    @Slot("qlonglong")
    def Seek(self, offset: int) -> None:  # noqa: N802
        self._controls.seek(offset / _MICROSECONDS)

    @Slot(QDBusObjectPath, "qlonglong")
    def SetPosition(self, _track: QDBusObjectPath, _position: int) -> None:  # noqa: N802
        """Nothing: a place in speech that has yet to be made has no time."""

    @Slot(str)
    def OpenUri(self, _uri: str) -> None:  # noqa: N802
        """Nothing: no kind of address is offered."""

    def _set_rate(self, rate: float) -> None:
        # The specification wants 0 to mean a pause.
        if rate == 0:
            self._controls.pause()
        else:
            self._controls.set_rate(min(FASTEST, max(SLOWEST, rate)))

    def _set_volume(self, volume: float) -> None:
        self._controls.set_volume(min(1.0, max(0.0, volume)))

    def _metadata(self) -> dict[str, Any]:
        playing = self.playing
        if not playing.book:
            return {"mpris:trackid": QDBusObjectPath(_NO_TRACK)}
        return {
            "mpris:trackid": QDBusObjectPath(f"{_TRACKS}/{playing.number}"),
            "xesam:title": playing.chapter or playing.title,
            "xesam:album": playing.title,
            "xesam:artist": list(playing.authors),
            "xesam:trackNumber": playing.number,
        }

    PlaybackStatus = _property(str, lambda self: self.playing.state)
    Rate = _property(float, lambda self: self.playing.rate, _set_rate)
    Volume = _property(float, lambda self: self.playing.volume, _set_volume)
    Metadata = _property("QVariantMap", _metadata)
    Position = _property("qlonglong", lambda _: 0)
    MinimumRate = _property(float, lambda _: SLOWEST)
    MaximumRate = _property(float, lambda _: FASTEST)
    CanGoNext = _property(bool, lambda self: self.playing.book)
    CanGoPrevious = _property(bool, lambda self: self.playing.book)
    CanPlay = _property(bool, lambda self: self.playing.book)
    CanPause = _property(bool, lambda self: self.playing.book)
    CanSeek = _property(bool, lambda self: self.playing.book)
    CanControl = _property(bool, lambda _: True)
