"""When self-voicing is offered, and what the answer does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QPushButton

from reader.settings import Settings
from reader.ui.announcer import Announcer
from reader.ui.speech import interface_speech
from reader.ui.speech.interface_speech import InterfaceSpeech
from reader.ui.speech.screen_readers import ScreenReader, ScreenReaders
from tests.fakes.quiet_desk import QuietDesk

Key = Qt.Key


class Scene:
    def __init__(self, qtbot, *, running=None, looked=True, **choices):
        self.qtbot = qtbot
        self.window = QMainWindow()
        self.window.setCentralWidget(QPushButton("Open"))
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.desk = QuietDesk()
        self.desk.settings = Settings(**choices)
        self.readers = ScreenReaders(find=lambda: running)
        if looked:
            self.look()
        self.speech = InterfaceSpeech(
            self.window, self.desk, Announcer(self.window), self.readers, choose=self.choose
        )
        self.speech.offer_once()

    def look(self):
        with self.qtbot.waitSignal(self.readers.changed):
            self.readers.look()

    def choose(self, **choices):
        self.desk.settings = self.desk.settings.changed(**choices)

    def answer(self, key):
        self.qtbot.waitUntil(lambda: self.speech.offered is not None)
        box = self.speech.offered
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is box)
        self.qtbot.keyClick(box, key)

    @property
    def choices(self):
        return self.desk.settings.self_voicing, self.desk.settings.self_voicing_offered


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(interface_speech, "_PATIENCE", 5)


@pytest.fixture
def make(qtbot):
    scenes = []

    def scene(**how):
        scenes.append(Scene(qtbot, **how))
        return scenes[-1]

    yield scene
    for each in scenes:
        each.speech.close()


def test_accepted_the_window_speaks_and_is_not_offered_again(make, qtbot):
    scene = make()
    qtbot.waitUntil(lambda: "Shall Tingshu" in "".join(scene.desk.engine.spoken))
    scene.answer(Key.Key_Return)
    assert scene.choices == (True, True)
    assert scene.speech.self_voicing.active


def test_refused_the_window_stays_silent_and_is_not_offered_again(make):
    scene = make()
    scene.answer(Key.Key_Escape)
    assert scene.choices == (False, True)
    assert not scene.speech.self_voicing.active


@pytest.mark.parametrize(
    "how",
    [
        {"running": ScreenReader(name="Orca")},
        {"self_voicing_offered": True},
        {"self_voicing": True},
    ],
)
def test_nobody_is_asked_who_is_spoken_to_or_was_asked(make, qtbot, how):
    scene = make(**how)
    qtbot.wait(50)
    assert scene.speech.offered is None


def test_the_offer_waits_for_the_look_and_for_other_dialogs(make, qtbot):
    scene = make(looked=False)
    dialog = QDialog(scene.window)
    dialog.setModal(True)
    dialog.show()
    scene.look()
    qtbot.wait(50)
    assert scene.speech.offered is None
    dialog.close()
    scene.answer(Key.Key_Escape)
    assert scene.choices == (False, True)


def test_chosen_before_it_speaks_from_the_start(make):
    scene = make(self_voicing=True, self_voicing_offered=True)
    assert scene.speech.self_voicing.active
    scene.speech.set_wanted(False)
    assert not scene.speech.self_voicing.active
