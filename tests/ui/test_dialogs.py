from __future__ import annotations

import sys
import threading
import time

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from reader import paths
from reader.settings import load
from reader.ui import app, desk
from reader.ui.dialogs import install_excepthook
from reader.ui.main_window import MainWindow
from reader.ui.sound_dialog import SoundDialog
from tests.fakes.desk import FakeSound


@pytest.fixture
def excepthook(monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)


def test_a_mistake_of_ours_ends_in_a_dialog_and_the_log(scene, excepthook):
    install_excepthook(lambda: scene.window)
    try:
        raise KeyError("forgotten")
    except KeyError:
        sys.excepthook(*sys.exc_info())
    box = QApplication.activeModalWidget()
    assert "KeyError: 'forgotten'" in box.text()
    assert "Traceback" not in box.text() + box.informativeText()
    box.close()
    assert "Traceback" in (paths.data_folder() / "tingshu.log").read_text("utf-8")


# Sound


@pytest.fixture
def sound(scene):
    scene.window.actions_by_name["sound"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SoundDialog)
    scene.qtbot.waitUntil(lambda: dialog.device.count() == 3)
    yield dialog
    dialog.done(0)


def test_the_devices_to_choose_from_are_the_systems_choice_and_those_there_are(sound):
    names = [sound.device.itemText(row) for row in range(sound.device.count())]
    assert names == ["The system's choice", "Headphones, ALSA", "Loudspeakers, ALSA"]
    assert sound.device.currentIndex() == 0


def test_another_device_sounds_at_once_goes_on_and_is_kept(scene, sound, home):
    scene.desk.play()
    scene.listen_until(lambda: scene.text == "It was late.")
    scene.qtbot.keyClick(sound.device, Qt.Key.Key_Down)
    scene.qtbot.waitUntil(lambda: len(scene.sound.outputs) == 2 and scene.session.attached)
    assert scene.sound.chosen == [(None, 0.3), ("Headphones, ALSA", 0.3)]
    assert scene.sound.outputs[0].closed
    scene.listen_until(lambda: scene.text == "The lamp was burning.")
    scene.window.close()
    assert load().output_device == "Headphones, ALSA"


def test_seconds_kept_ready_are_chosen_and_a_silent_book_stays_so(scene, sound):
    sound.buffer.setValue(1.2)
    scene.qtbot.waitUntil(lambda: len(scene.sound.outputs) == 2 and scene.session.attached)
    assert scene.sound.chosen[-1] == (None, pytest.approx(1.2))
    assert scene.session.stopped


def test_a_device_that_is_unplugged_stays_the_choice(make_scene, qtbot):
    scene = make_scene(output_device="Gone, ALSA")
    dialog = SoundDialog(scene.desk, scene.window)
    qtbot.waitUntil(lambda: dialog.device.count() == 4)
    assert dialog.device.currentText() == "Gone, ALSA"
    dialog.close()


def test_a_choice_made_while_the_sound_is_being_prepared_is_the_one_that_counts(make_scene):
    gate, begun = threading.Event(), threading.Event()

    class SlowSound(FakeSound):
        def output(self, settings):
            output = super().output(settings)
            begun.set()
            gate.wait(10)
            return output

    scene = make_scene(sound=SlowSound())
    with scene.qtbot.waitSignal(scene.desk.opened):
        scene.desk.open(scene.path)
    scene.qtbot.waitUntil(begun.is_set)
    scene.window.choices.choose_sound("Headphones, ALSA", 0.3)
    gate.set()
    scene.qtbot.waitUntil(lambda: scene.session.attached)
    assert scene.sound.chosen[-1] == ("Headphones, ALSA", 0.3)
    assert scene.sound.outputs[0].closed


# Starting


_PATIENCE = 60_000
"""Milliseconds after which a program that does not end is ended, so that the test fails."""

SAMPLE = paths.resources_folder() / "samples" / "chinese.epub"


@pytest.fixture
def run(qapp, qtbot, monkeypatch):
    """Runs the application with a book: `act` is called with its window, which then closes.

    That is as soon as text can be read or, without a book, the first page is there.
    """

    def run(book, act=lambda window: None, *, readable=True):
        made = []

        class Window(MainWindow):
            def __init__(self, desk):
                super().__init__(desk)
                made.append(self)
                qtbot.addWidget(self)

        def end():
            try:
                act(made[0])
            finally:
                made[0].close()

        monkeypatch.setattr(app, "MainWindow", Window)
        if not readable:
            QTimer.singleShot(0, end)
        patience.start()
        assert app.run(book, play=False, on_ready=end if readable else None) == 0

    patience = QTimer(interval=_PATIENCE, singleShot=True)
    patience.timeout.connect(lambda: qapp.exit(1))
    # They would open over a window that is closed already, and be the next test's.
    monkeypatch.setattr(desk, "SoundSystem", FakeSound)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    yield run
    patience.stop()


def test_a_book_given_is_readable_and_opens_again_at_its_sentence(run):
    places = []

    def look(window):
        passage = window.desk.session.passage
        places.append((passage.chapter, passage.start))

    def move_on(window):
        for _ in range(4):
            window.desk.session.next_sentence()
        look(window)

    run(SAMPLE, move_on)
    run(None, look)
    assert places[0] == places[1] != (0, 0)


def test_a_book_that_has_gone_is_told_on_the_first_page(run, tmp_path):
    moved = tmp_path / "book.epub"
    moved.write_bytes(SAMPLE.read_bytes())
    run(moved)
    moved.unlink()
    seen = []

    def look(window):
        news = window.welcome.news
        seen.append((window.welcome.isVisible(), news.isVisible(), news.text()))

    run(None, look, readable=False)
    assert seen[0][:2] == (True, True)
    assert str(moved) in seen[0][2]


def test_closing_while_a_voice_is_loading_waits_for_nothing(run, monkeypatch):
    gate, left = threading.Event(), []

    class LoadingSound(FakeSound):
        def speaker(self, settings, notify):
            gate.wait(20)
            return super().speaker(settings, notify)

    def close(window):
        window.desk.prepare()
        assert window.desk.loading
        begin = time.perf_counter()
        window.close()
        left.append(time.perf_counter() - begin)

    monkeypatch.setattr(desk, "SoundSystem", LoadingSound)
    monkeypatch.setattr(app, "leave", left.append)
    run(SAMPLE, close)
    gate.set()
    assert left[0] < 1.0
    assert left[1:] == [0]
