from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QApplication

from reader import paths
from reader.errors import VoicePackError
from reader.speech import packs
from reader.ui import app, desk
from reader.ui.dialogs import install_excepthook
from reader.ui.export_dialog import ExportDialog
from reader.ui.main_window import MainWindow
from reader.ui.voices_dialog import VoicesDialog
from tests.fakes.desk import FakeSound, offscreen

pytestmark = offscreen


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


# Voices


@pytest.fixture
def voices(scene):
    dialog = VoicesDialog(scene.desk, scene.window)
    dialog.open()
    scene.qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 2)
    yield dialog
    dialog.done(0)


def test_voices_show_their_licence_and_source(voices):
    assert voices.list.topLevelItem(0).text(0) == "Fake"
    assert voices.details.toPlainText() == "Licence: CC0-1.0\nSource: a test"
    assert not voices.install.isEnabled()
    voices.list.setCurrentItem(voices.list.topLevelItem(1))
    pack = packs.catalogue()["mandarin"]
    assert pack.licence in voices.details.toPlainText()
    assert pack.source in voices.details.toPlainText()
    assert voices.install.isEnabled()


def test_a_voice_is_installed_with_progress(scene, voices, monkeypatch):
    asked = []

    def install(name, *, progress, cancel):
        asked.append(name)
        progress(0.4, "Downloading")
        monkeypatch.setattr(packs, "is_installed", lambda _name: True)
        return paths.voices_folder()

    monkeypatch.setattr(packs, "install", install)
    voices.list.setCurrentItem(voices.list.topLevelItem(1))
    before = scene.desk.speaker
    voices.install.click()
    scene.qtbot.waitUntil(lambda: voices.list.topLevelItemCount() == 1)
    assert asked == ["mandarin"]
    assert voices._progress is None
    scene.qtbot.waitUntil(lambda: scene.session.attached)
    assert scene.desk.speaker is not before


def test_an_installation_can_be_cancelled_or_fail(scene, voices, monkeypatch):
    def endless(name, *, progress, cancel):
        progress(0.1, "Downloading")
        cancel.wait(10)
        cancel.check()

    monkeypatch.setattr(packs, "install", endless)
    voices.list.setCurrentItem(voices.list.topLevelItem(1))
    voices.install.click()
    scene.qtbot.waitUntil(lambda: voices._progress.bar.value() == 10)
    voices._progress.reject()
    scene.qtbot.waitUntil(lambda: voices._progress is None)

    def fail(name, *, progress, cancel):
        raise VoicePackError("Mandarin", "The server does not answer.", "Try again later.")

    monkeypatch.setattr(packs, "install", fail)
    voices.install.click()
    scene.qtbot.waitUntil(lambda: voices.problem is not None)
    assert "does not answer" in voices.problem.text()
    voices.problem.close()


# Export


@pytest.fixture
def export(scene, tmp_path):
    dialog = ExportDialog(scene.desk, scene.window)
    dialog.open()
    return dialog


def test_the_export_is_named_after_the_book_and_beside_it(scene, export):
    assert export.target.text() == str(scene.path.with_suffix(".m4b"))
    export.format.setCurrentIndex(1)
    assert export.target.text() == str(scene.path.with_suffix(""))


def test_this_chapter_is_written_into_a_file(scene, export, tmp_path):
    export.format.setCurrentIndex(1)
    export.chapters.setCurrentIndex(1)
    target = tmp_path / "one.wav"
    export.target.setText(str(target))
    export.start()
    scene.qtbot.waitUntil(lambda: export.answer is not None, timeout=20_000)
    assert str(target) in export.answer.text()
    assert target.stat().st_size > 100_000
    export.answer.close()


def test_an_export_that_fails_says_why(scene, export, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    export.format.setCurrentIndex(1)
    export.target.setText(str(blocked / "below"))
    export.start()
    scene.qtbot.waitUntil(lambda: export.answer is not None, timeout=20_000)
    assert str(blocked) in export.answer.text()
    export.answer.close()
    assert blocked.read_text() == "in the way"


def test_export_without_a_book_is_refused_in_words(make_scene):
    scene = make_scene()
    scene.window.handlers.export()
    assert scene.window.status.currentMessage() == "No book is open"


# Starting


@pytest.fixture
def run(qtbot, monkeypatch):
    """Runs the application until the window closes itself, and gives the window."""
    windows = []

    class Window(MainWindow):
        def __init__(self, desk):
            super().__init__(desk)
            windows.append(self)
            qtbot.addWidget(self)

    monkeypatch.setattr(app, "MainWindow", Window)
    monkeypatch.setattr(desk, "SoundSystem", FakeSound)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)

    def run(book, **options):
        assert app.run(book, play=False, **options) == 0
        return windows[-1]

    return run


SAMPLE = paths.resources_folder() / "samples" / "chinese.epub"


def test_a_book_given_is_readable_and_opens_again_at_its_sentence(run):
    sentences = []

    def move_on():
        window = QApplication.activeWindow()
        for _ in range(4):
            window.desk.session.next_sentence()
        passage = window.desk.session.passage
        sentences.append((passage.chapter, passage.start))
        window.close()

    def look():
        window = QApplication.activeWindow()
        passage = window.desk.session.passage
        sentences.append((passage.chapter, passage.start))
        window.close()

    run(SAMPLE, on_ready=move_on)
    run(None, on_ready=look)
    assert sentences[0] == sentences[1] != (0, 0)
