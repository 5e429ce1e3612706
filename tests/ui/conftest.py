from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.fakes.desk import FakeSound, Scene, small_book
from tests.fakes.theatre import PLAY, Finder, Theatre, voices

_FILE_DIALOGS = ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory")


@pytest.fixture(autouse=True)
def application(qapp):
    """Fonts and widgets need the application, whichever test comes first."""
    return qapp


@pytest.fixture(autouse=True)
def no_file_dialogs(monkeypatch):
    """A file dialog that a test does not expect fails it: it would wait for ever for an answer."""

    def refuse(*_):
        raise AssertionError("a file is asked for")

    for name in _FILE_DIALOGS:
        monkeypatch.setattr(QFileDialog, name, refuse)


@pytest.fixture
def make_scene(qtbot, tmp_path):
    """Makes scenes (windows over a book) and puts them away again."""
    scenes: list[Scene] = []

    def make(book=None, *, sound=None, **choices) -> Scene:
        sound = sound or FakeSound()
        scenes.append(Scene(qtbot, tmp_path, book or small_book(), sound, **choices))
        return scenes[-1]

    yield make
    for scene in scenes:
        scene.close()


@pytest.fixture
def scene(make_scene):
    """A window with the small book open and its voice ready."""
    return make_scene().open()


@pytest.fixture
def finder(monkeypatch):
    """Stands for the search for who speaks in the play."""
    return Finder(monkeypatch)


@pytest.fixture
def open_play(make_scene, finder):
    """Opens the play in a window, with settings of the test's choice."""

    def open_play(**choices):
        return Theatre(make_scene(PLAY, sound=voices(), **choices).open(), finder)

    return open_play


@pytest.fixture
def play(open_play):
    """The play, open, with a voice for everybody who speaks in it."""
    play = open_play()
    play.wait_for_cast()
    return play
