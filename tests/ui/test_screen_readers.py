"""How the running screen reader is found."""

from __future__ import annotations

import pytest
from PySide6.QtCore import ClassInfo, Property, QObject

from reader.background import Task
from reader.ui.media_keys import session_bus
from reader.ui.speech import screen_readers
from reader.ui.speech.screen_readers import ScreenReader, ScreenReaders, version_in
from tests.fakes.session_bus import MISSING, USABLE, private_bus

OLD = ScreenReader(name="Orca", version=(43, 1))
NEW = ScreenReader(name="Orca", version=(48, 1))


def look(qtbot, find):
    readers = ScreenReaders(find=find)
    with qtbot.waitSignal(readers.changed):
        readers.look()
    return readers


def test_versions_are_read_from_what_orca_tells():
    assert version_in("43.1\n") == (43, 1)
    assert version_in("Orca 48.1.2 beta") == (48, 1, 2)
    assert version_in("no such command") == ()


def process(folder, number, *command):
    (folder / number).mkdir()
    (folder / number / "cmdline").write_bytes("\0".join(command).encode() + b"\0")


@pytest.mark.parametrize(
    ("command", "is_orca"),
    [
        (("/usr/bin/python3", "/usr/bin/orca", "--replace"), True),
        (("orca",), True),
        (("vim", "notes-on-orca.txt"), False),
        (("grep", "-r", "orca"), False),
        ((), False),
    ],
)
def test_orca_is_known_by_its_program(tmp_path, monkeypatch, command, is_orca):
    monkeypatch.setattr(screen_readers, "_orca_version", lambda: (43, 1))
    process(tmp_path, "1", "init")
    process(tmp_path, "17", *command)
    (tmp_path / "18").mkdir()  # ended while it was looked at
    assert screen_readers._orca(tmp_path) == (OLD if is_orca else None)


def test_screen_readers_come_and_go(qtbot):
    readers = look(qtbot, lambda: None)
    assert readers.known
    assert readers.running is None
    readers._find = lambda: NEW
    with qtbot.waitSignal(readers.changed):
        readers.look()
    assert readers.running == NEW
    with qtbot.assertNotEmitted(readers.changed, wait=50):
        readers.look()
        qtbot.waitUntil(lambda: readers._task is None)


def test_a_look_that_fails_finds_none(qtbot):
    def fail():
        raise OSError("no /proc")

    assert look(qtbot, fail).running is None


@pytest.fixture
def bus(monkeypatch):
    """A session's bus that `screen_readers` asks, as another program sees it."""
    from PySide6.QtDBus import QDBusConnection

    with private_bus() as address:
        asked = QDBusConnection.connectToBus(address, "asking")
        monkeypatch.setattr(session_bus, "session_bus", lambda: asked)
        yield QDBusConnection.connectToBus(address, "answering")
        QDBusConnection.disconnectFromBus("asking")
        QDBusConnection.disconnectFromBus("answering")


def status_of(enabled):
    """What desktops publish of the accessibility that is turned on."""
    from PySide6.QtDBus import QDBusAbstractAdaptor

    @ClassInfo({"D-Bus Interface": "org.a11y.Status"})
    class Status(QDBusAbstractAdaptor):
        ScreenReaderEnabled = Property(bool, lambda _: enabled)

    owner = QObject()
    owner.adaptor = Status(owner)
    return owner


def asked(qtbot):
    task = Task(lambda _token: screen_readers._another(), name="ask")
    qtbot.waitUntil(lambda: task.done)
    return task.result()


@pytest.mark.skipif(not USABLE, reason=f"needs Linux and {MISSING}")
@pytest.mark.parametrize("enabled", [True, False])
def test_any_screen_reader_is_known_by_what_the_desktop_tells(bus, qtbot, enabled):
    from PySide6.QtDBus import QDBusConnection

    status = status_of(enabled)
    bus.registerObject("/org/a11y/bus", status, QDBusConnection.RegisterOption.ExportAdaptors)
    assert bus.registerService("org.a11y.Bus")
    found = asked(qtbot)
    assert (found is not None) is enabled
    assert found is None or found.says_announcements


@pytest.mark.skipif(not USABLE, reason=f"needs Linux and {MISSING}")
def test_a_desktop_without_accessibility_knows_of_none(bus, qtbot):
    assert asked(qtbot) is None


def test_without_a_bus_nobody_is_asked(monkeypatch, qtbot):
    monkeypatch.setattr(session_bus, "session_bus", lambda: None)
    assert asked(qtbot) is None
