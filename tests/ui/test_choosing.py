"""What is chosen counts at once; what cannot be kept or obeyed is told, once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from reader.settings import Settings, load
from reader.ui.desk import Desk
from reader.ui.main_window import MainWindow
from tests.fakes.desk import FakeSound
from tests.fakes.hands import Hands


def message(qtbot) -> QMessageBox:
    """The message that the window shows."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    return QApplication.activeModalWidget()


# Keys


@pytest.fixture
def start(qtbot):
    """Starts a window without a book, whose reader chose `keys` earlier."""
    windows = []

    def begin(**keys: str) -> None:
        windows.append(MainWindow(Desk(Settings(keys=keys), None, sound=FakeSound())))
        qtbot.addWidget(windows[-1])
        windows[-1].show_welcome()
        windows[-1].show()

    yield begin
    for window in windows:
        window.close()


def test_keys_that_clash_are_told_at_the_start(start, qtbot):
    start(next_sentence="Ctrl+Y", previous_sentence="Ctrl+Y")
    box = message(qtbot)
    assert "Ctrl+Y is the key of “Next sentence” now" in box.text()
    box.close()


def test_a_key_of_no_command_is_told_at_the_start(start, qtbot):
    start(fly="Ctrl+Y")
    box = message(qtbot)
    assert box.text() == "There is no command called “fly”."
    box.close()


def test_keys_without_fault_are_not_talked_about(make_scene):
    make_scene(keys={"next_sentence": "Ctrl+Y"}).open()
    assert QApplication.activeModalWidget() is None


# What is read


def choose_skipping(scene, level, *, images=True):
    scene.window.choices.choose_skipping(level, images, for_all=False)


def test_a_level_of_skipping_counts_without_a_library(make_scene):
    scene = make_scene()
    scene.desk.library = scene.window.marks._library = None
    scene.open()
    choose_skipping(scene, "most")
    assert scene.window.choices.skip_level == "most"
    assert scene.session.timeline.skipping.level == "most"
    scene.window.choices.choose(images=False)
    assert scene.session.timeline.skipping.level == "most"
    assert not scene.session.timeline.skipping.images


def test_a_level_of_skipping_is_the_books_own_and_comes_back_with_it(make_scene):
    scene = make_scene().open()
    hands = Hands(scene)
    first = scene.book
    choose_skipping(scene, "most")
    hands.open_another()
    assert scene.session.timeline.skipping.level == "none"
    hands.open_another(book=first)
    assert scene.session.timeline.skipping.level == "most"


# What cannot be kept


@pytest.fixture
def read_only(home):
    """A home in which nothing can be written: a file stands in its place."""
    home.parent.mkdir(parents=True, exist_ok=True)
    home.write_text("no folder")


def test_settings_that_cannot_be_kept_count_and_are_told_once(make_scene, read_only):
    scene = make_scene().open()
    choices = scene.window.choices
    choices.choose(rate=1.5)
    choices.save()
    box = message(scene.qtbot)
    box.close()
    Hands(scene).put_away()
    choices.choose(rate=2.0)
    choices.save()
    assert scene.window.news.problem is None
    assert QApplication.activeModalWidget() is None
    assert scene.desk.settings.rate == 2.0


def test_choices_are_written_a_moment_after_the_last(make_scene, home):
    scene = make_scene()
    scene.window.choices.choose(rate=1.5)
    assert load().rate == 1.0
    scene.qtbot.waitUntil(lambda: load().rate == 1.5)
