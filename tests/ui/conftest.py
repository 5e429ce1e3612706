from __future__ import annotations

import pytest

from tests.fakes.desk import FakeSound, Scene, small_book


@pytest.fixture(autouse=True)
def application(qapp):
    """Fonts and widgets need the application, whichever test comes first."""
    return qapp


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
