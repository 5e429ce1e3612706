"""What is said, how often and in which way; that Orca hears it is seen with the harness."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMainWindow, QPushButton

from reader.ui import announcer as announcer_module
from reader.ui.announcer import Announcer
from reader.ui.speech.screen_readers import ScreenReader, ScreenReaders
from reader.ui.speech.toast import Toast

OLD = ScreenReader(name="Orca", version=(43, 1))
NEW = ScreenReader(name="Orca", version=(48, 1))


SETTLING = 30
"""Milliseconds; shorter than for people."""


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(announcer_module, "SETTLING", SETTLING)


class Voice:
    def __init__(self):
        self.said = []

    def say(self, text, *, interrupt):
        self.said.append((text, interrupt))


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    window.button = QPushButton("Play")
    window.setCentralWidget(window.button)
    window.statusBar()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def events(monkeypatch):
    """The announcement events sent to screen readers."""
    sent = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", sent.append)
    return sent


def look(qtbot, find):
    readers = ScreenReaders(find=find)
    with qtbot.waitSignal(readers.changed):
        readers.look()
    return readers


def say(qtbot, announcer, message, **how):
    with qtbot.waitSignal(announcer.announced):
        announcer.announce(message, **how)


def toasts(window):
    return [toast for toast in window.findChildren(Toast) if toast.isVisible()]


def test_an_announcement_is_one_polite_event(window, events, qtbot):
    say(qtbot, Announcer(window), "Paused")
    (event,) = events
    assert event.message() == "Paused"
    assert event.politeness() is QAccessible.AnnouncementPoliteness.Polite
    assert toasts(window) == []


def test_an_urgent_announcement_interrupts(window, events, qtbot):
    say(qtbot, Announcer(window), "No sound device", interrupt=True)
    assert events[0].politeness() is QAccessible.AnnouncementPoliteness.Assertive


@pytest.mark.parametrize(
    ("running", "way", "shown"),
    [
        (OLD, "auto", True),
        (NEW, "auto", False),
        (None, "auto", False),
        (ScreenReader(name="Orca"), "auto", False),
        (ScreenReader(name="VoiceOver"), "auto", False),
        (ScreenReader(name="Orca", version=(45, 1)), "auto", True),
        (ScreenReader(name="Orca", version=(45, 2)), "auto", False),
        (OLD, "event", False),
        (NEW, "notification", True),
    ],
)
def test_every_screen_reader_is_told_once(window, events, qtbot, running, way, shown):
    announcer = Announcer(window, way=way, screen_readers=look(qtbot, lambda: running))
    say(qtbot, announcer, "Paused")
    assert [toast.accessibleName() for toast in toasts(window)] == ["Paused"] * shown
    assert len(events) == (not shown)


def test_a_notification_is_one_of_the_status_bar_and_takes_no_focus(window, qtbot):
    announcer = Announcer(window, way="notification")
    say(qtbot, announcer, "Paused")
    (toast,) = toasts(window)
    element = QAccessible.queryAccessibleInterface(toast)
    assert element.role() is QAccessible.Role.Notification
    assert element.text(QAccessible.Text.Name) == "Paused"
    assert element.parent().role() is QAccessible.Role.StatusBar
    assert not element.state().focusable
    assert not element.state().invisible
    say(qtbot, announcer, "Stopped")
    assert [each.accessibleName() for each in toasts(window)] == ["Stopped"]


def test_a_notification_goes_by_itself(window, qtbot):
    toast = Toast(window.statusBar())
    toast._timer.setInterval(1)
    toast.say("Paused")
    qtbot.waitUntil(toast.isHidden)


def test_the_programs_own_voice_goes_before_the_screen_reader(window, events, qtbot):
    announcer = Announcer(window, way="notification")
    announcer.voice = Voice()
    say(qtbot, announcer, "Paused")
    assert announcer.voice.said == [("Paused", False)]
    assert events == []
    assert toasts(window) == []


def test_of_several_messages_the_newest_is_said_once(window, qtbot):
    announcer = Announcer(window)
    announcer.voice = voice = Voice()
    for message in ("Rate 1.1", "Rate 1.2", "Rate 1.3", "Rate 1.3"):
        announcer.announce(message)
    say(qtbot, announcer, "Rate 1.3")
    qtbot.wait(2 * SETTLING)
    assert voice.said == [("Rate 1.3", False)]


def test_the_same_answer_to_another_key_is_said_again(window, qtbot):
    announcer = Announcer(window)
    announcer.voice = voice = Voice()
    say(qtbot, announcer, "No next heading")
    say(qtbot, announcer, "No next heading")
    assert len(voice.said) == 2


def test_what_focus_says_is_not_said_twice(window, qtbot):
    announcer = Announcer(window)
    announcer.voice = voice = Voice()
    window.button.clearFocus()
    announcer.announce("Play.")
    window.button.setFocus()
    qtbot.wait(2 * SETTLING)
    assert voice.said == []
    qtbot.wait(SETTLING)
    say(qtbot, announcer, "Play.")  # long after the focus came, it is news


def test_turned_off_nothing_is_said_not_even_what_waits(window, qtbot):
    announcer = Announcer(window)
    announcer.voice = voice = Voice()
    announcer.announce("Paused")
    announcer.enabled = False
    qtbot.wait(2 * SETTLING)
    announcer.announce("Stopped")
    assert not announcer._timer.isActive()
    announcer.enabled = True
    announcer.announce("")
    assert not announcer._timer.isActive()
    say(qtbot, announcer, "Playing")
    assert voice.said == [("Playing", False)]
