"""The player on a D-Bus of the test's own, asked by a desktop on a connection of its own."""

from __future__ import annotations

import json
import os

import pytest
from PySide6.QtCore import QObject, QProcess

from reader.books.model import Book, Chapter
from reader.narration.passage import Passage
from reader.settings import Settings
from reader.ui.media_keys import MediaKeys, NowPlaying
from tests.fakes.session_bus import MISSING, USABLE, private_bus

pytestmark = pytest.mark.skipif(not USABLE, reason=f"needs Linux and {MISSING}")

NAME = "org.mpris.MediaPlayer2.tingshu"
PATH = "/org/mpris/MediaPlayer2"
ROOT = "org.mpris.MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
PROPERTIES = "org.freedesktop.DBus.Properties"


@pytest.fixture(scope="module")
def address():
    with private_bus() as address:
        yield address


@pytest.fixture
def connect(address):
    from PySide6.QtDBus import QDBusConnection

    names = []

    def connection():
        names.append(f"test {len(names)}")
        return QDBusConnection.connectToBus(address, names[-1])

    yield connection
    for name in names:
        QDBusConnection.disconnectFromBus(name)


class Controls:
    """Notes what the desktop asked for."""

    def __init__(self):
        self.asked = []

    def __getattr__(self, name):
        return lambda *values: self.asked.append((name, *values))


class Desktop:
    """What a desktop's media keys and player window do, with the program that asks buses."""

    def __init__(self, address, qtbot):
        self.address, self.qtbot = address, qtbot

    def start(self, *arguments):
        program = QProcess()
        program.start("busctl", [f"--address={self.address}", "--json=short", *arguments])
        return program

    def call(self, interface, method, *arguments):
        program = self.start("call", "--", NAME, PATH, interface, method, *arguments)
        self.qtbot.waitUntil(lambda: program.state() is QProcess.ProcessState.NotRunning)
        assert program.readAllStandardError().toStdString() == ""
        answer = program.readAllStandardOutput().toStdString()
        return json.loads(answer)["data"] if answer.strip() else None

    def get(self, interface):
        (told,) = self.call(PROPERTIES, "GetAll", "s", interface)
        return {name: value["data"] for name, value in told.items()}

    def set(self, name, value):
        self.call(PROPERTIES, "Set", "ssv", PLAYER, name, "d", str(value))


@pytest.fixture
def controls():
    return Controls()


@pytest.fixture
def keys(controls, connect, qtbot):
    owner = QObject()
    keys = MediaKeys(controls, owner, bus=connect())
    assert keys.connected
    yield keys
    keys.close()


@pytest.fixture
def desktop(keys, address, qtbot):
    return Desktop(address, qtbot)


def playing(**changed):
    told = {
        "state": "Playing",
        "title": "Emma",
        "authors": ("Jane Austen",),
        "chapter": "Volume I",
        "number": 3,
    }
    return NowPlaying(**told | changed)


def test_every_key_reaches_the_window(desktop, controls):
    for method in ("PlayPause", "Play", "Pause", "Stop", "Next", "Previous"):
        desktop.call(PLAYER, method)
    assert [name for (name,) in controls.asked] == [
        "play_pause", "play", "pause", "stop", "next", "previous",
    ]  # fmt: skip


def test_the_window_is_raised_and_closed(desktop, controls, qtbot):
    desktop.call(ROOT, "Raise")
    desktop.call(ROOT, "Quit")
    qtbot.waitUntil(lambda: controls.asked == [("raise_window",), ("quit",)])


def test_seeking_is_told_in_seconds(desktop, controls):
    desktop.call(PLAYER, "Seek", "x", "-10000000")
    desktop.call(PLAYER, "SetPosition", "ox", "/x", "5")
    desktop.call(PLAYER, "OpenUri", "s", "file:///etc/passwd")
    assert controls.asked == [("seek", -10.0)]


def test_rate_and_volume_are_kept_within_what_there_is(desktop, controls):
    for name, value in (("Rate", 2.0), ("Rate", 99.0), ("Rate", 0.0), ("Volume", -1.0)):
        desktop.set(name, value)
    assert controls.asked == [
        ("set_rate", 2.0),
        ("set_rate", 4.0),
        ("pause",),
        ("set_volume", 0.0),
    ]


def test_a_desktop_learns_who_plays(desktop):
    told = desktop.get(ROOT)
    assert told["Identity"] == "Tingshu"
    assert told["DesktopEntry"] == "tingshu"
    assert told["CanRaise"]
    assert told["CanQuit"]
    assert told["SupportedMimeTypes"] == []


def test_without_a_book_nothing_can_be_played(desktop):
    told = desktop.get(PLAYER)
    assert told["PlaybackStatus"] == "Stopped"
    assert not any(told[name] for name in ("CanPlay", "CanPause", "CanGoNext", "CanSeek"))
    assert list(told["Metadata"]) == ["mpris:trackid"]


def test_a_desktop_learns_what_plays(desktop, keys):
    keys.show(playing(rate=1.5, volume=0.25))
    told = desktop.get(PLAYER)
    assert told["PlaybackStatus"] == "Playing"
    assert (told["Rate"], told["Volume"]) == (1.5, 0.25)
    assert (told["MinimumRate"], told["MaximumRate"]) == (0.5, 4.0)
    assert all(told[name] for name in ("CanPlay", "CanPause", "CanGoNext", "CanSeek"))
    assert told["Metadata"] == {
        "mpris:trackid": {"type": "o", "data": "/app/tingshu/chapter/3"},
        "xesam:title": {"type": "s", "data": "Volume I"},
        "xesam:album": {"type": "s", "data": "Emma"},
        "xesam:artist": {"type": "as", "data": ["Jane Austen"]},
        "xesam:trackNumber": {"type": "i", "data": 3},
    }


def test_only_what_changes_is_told(desktop, keys, qtbot):
    told = desktop.start("monitor", "--match=member='PropertiesChanged'")
    heard = []

    def hear():
        heard.extend(told.readAllStandardOutput().toStdString().splitlines())
        return heard

    def first_is_heard():  # the monitor takes a moment to begin
        keys.show(playing(number=next(count)))
        return bool(hear())

    count = iter(range(10, 10_000))
    qtbot.waitUntil(first_is_heard)
    last = playing(number=5, rate=2.0)
    keys.show(last)
    keys.show(last)
    keys.show(playing(number=5, rate=2.0, state="Paused"))
    qtbot.waitUntil(lambda: "Paused" in "".join(hear()))
    told.terminate()
    qtbot.waitUntil(lambda: told.state() is QProcess.ProcessState.NotRunning)
    messages = [json.loads(line)["payload"] for line in heard]
    assert all(message["type"] == "sa{sv}as" for message in messages)
    *_, before, after = [message["data"] for message in messages]
    assert set(before[1]) == {"Metadata", "Rate"}
    assert before[1]["Rate"] == {"type": "d", "data": 2.0}
    assert after == [PLAYER, {"PlaybackStatus": {"type": "s", "data": "Paused"}}, []]


def test_a_second_window_has_a_name_of_its_own(keys, connect, controls, qtbot):
    second = MediaKeys(controls, QObject(), bus=connect())
    names = connect().interface().registeredServiceNames().value()
    assert {NAME, f"{NAME}.instance{os.getpid()}"} <= set(names)
    second.close()


def test_what_was_closed_is_off_the_bus(keys, connect):
    keys.close()
    keys.show(playing())
    assert not connect().interface().isServiceRegistered(NAME).value()


def test_without_a_bus_there_are_no_media_keys_and_no_noise(controls, monkeypatch):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nowhere")
    keys = MediaKeys(controls, QObject())
    assert not keys.connected
    keys.show(playing())
    keys.close()


class Session:
    """As much of a session as is shown."""

    def __init__(self, *, playing, stopped, passage):
        self.playing, self.stopped, self.passage = playing, stopped, passage
        self.book = Book(title="", authors=("Jane",), chapters=(), identifier="x", language="en")
        self.chapter = Chapter(title="Volume I", blocks=())


@pytest.mark.parametrize(
    ("playing", "stopped", "state"),
    [(True, False, "Playing"), (False, False, "Paused"), (False, True, "Stopped")],
)
def test_what_is_shown_comes_from_the_open_book(playing, stopped, state):
    passage = Passage(chapter=2, start=0, end=4, block=0)
    session = Session(playing=playing, stopped=stopped, passage=passage)
    told = NowPlaying.of(session, Settings(rate=2.0, volume=0.5))
    assert told == NowPlaying(
        state=state, authors=("Jane",), chapter="Volume I", number=3, rate=2.0, volume=0.5
    )
    assert told.book  # even one without a title


def test_without_a_book_speed_and_volume_are_shown():
    told = NowPlaying.of(None, Settings(rate=2.0))
    assert told == NowPlaying(rate=2.0)
    assert not told.book


def test_a_book_without_text_stands_at_its_first_chapter():
    session = Session(playing=False, stopped=True, passage=None)
    assert NowPlaying.of(session, Settings()).number == 1
