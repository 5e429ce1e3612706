"""One book takes the place of another: what belongs to the old one goes, what is chosen stays."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from reader.errors import DamagedBook
from reader.ui.progress import Progress
from tests.fakes.desk import small_book
from tests.fakes.hands import Hands


@pytest.fixture
def hands(scene):
    return Hands(scene)


class SlowFiles:
    """Files that are read until :meth:`end` lets one of them end; each takes its own time."""

    def __init__(self, scene) -> None:
        self._scene = scene
        self._begun: dict[str, threading.Event] = {}
        self._gates: dict[str, threading.Event] = {}
        self._threads: dict[str, threading.Thread] = {}
        self._errors: dict[str, Exception | None] = {}
        scene.read_book = self._read

    def begin(self, name, *, error=None) -> None:
        """Ask for the file `name`, which turns out to have `error` in the end."""
        self._errors[name] = error
        self._begun[name], self._gates[name] = threading.Event(), threading.Event()
        self._scene.desk.open(self._scene.path.with_name(name))
        self._scene.qtbot.waitUntil(self._begun[name].is_set)

    def end(self, name) -> None:
        """Let the file be read to its end, and what comes of it arrive."""
        self._gates[name].set()
        self._scene.qtbot.waitUntil(lambda: not self._threads[name].is_alive())
        QApplication.processEvents()

    def _read(self, path, *, progress, cancel):
        self._threads[path.name] = threading.current_thread()
        self._begun[path.name].set()
        assert self._gates[path.name].wait(10)
        if (error := self._errors[path.name]) is not None:
            raise error
        cancel.check()
        return replace(small_book(), title=path.name, identifier=path.name)


def progress_of(scene):
    """What the dialogs say that tell how far a file is."""
    return [each.label.text() for each in scene.window.findChildren(Progress)]


# Opening one file after another


def test_a_second_file_keeps_its_progress_when_the_first_is_left_off(scene, hands):
    files = SlowFiles(scene)
    files.begin("first.epub")
    files.begin("second.epub")
    files.end("first.epub")
    hands.put_away()
    assert progress_of(scene) == ["Reading second.epub"]
    files.end("second.epub")
    hands.put_away()
    assert progress_of(scene) == []
    assert scene.session.book.title == "second.epub"


def test_a_first_file_that_turns_out_damaged_after_the_second_was_asked_for_is_no_matter(
    scene, hands
):
    files = SlowFiles(scene)
    files.begin("first.epub", error=DamagedBook("first.epub", "It is torn.", "Mend it."))
    files.begin("second.epub")
    files.end("first.epub")
    hands.put_away()
    assert progress_of(scene) == ["Reading second.epub"]
    assert scene.window.news.problem is None
    files.end("second.epub")
    assert scene.session.book.title == "second.epub"


# Dialogs


@pytest.mark.parametrize(
    "key",
    [
        "Ctrl+Shift+I",
        "F8",
        "Ctrl+L",
        "Ctrl+Shift+G",
        "Ctrl+Shift+B",
        "Ctrl+Shift+M",
        "Ctrl+Shift+R",
    ],
)
@pytest.mark.parametrize("leave", ["another book", "no book"])
def test_a_dialog_about_a_book_goes_with_it(scene, hands, key, leave):
    hands.press(key)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    if leave == "another book":
        hands.open_another()
    else:
        scene.desk.close_book()
    assert QApplication.activeModalWidget() is None
    hands.put_away()


def test_the_settings_shown_for_a_book_count_for_no_other(scene, hands):
    scene.window.choices.choose_own_groups(["rate"])
    scene.window.choices.choose(rate=2.5)
    scene.window.actions_by_name["settings"].trigger()
    dialog = QApplication.activeModalWidget()
    dialog.controls["rate"].lineEdit().setText("3")  # written, and not left
    hands.open_another()
    assert QApplication.activeModalWidget() is None
    assert scene.desk.settings.rate == 1.0


def test_what_was_chosen_of_an_old_book_does_not_move_the_new_one(scene, hands):
    hands.press("F8")
    dialog = QApplication.activeModalWidget()
    chosen = []
    dialog.chosen.connect(chosen.append)
    hands.open_another()
    assert chosen == []
    assert hands.place() == (0, 0)


# Going on


def test_a_sleep_timer_goes_on_in_the_next_book(scene, hands):
    scene.session.sleep_in(30)
    hands.open_another()
    assert scene.session.sleep_remaining == pytest.approx(30 * 60, abs=60)


def test_without_a_sleep_timer_the_next_book_has_none(scene, hands):
    hands.open_another()
    assert scene.session.sleep_remaining is None


def test_the_next_book_is_silent_until_it_is_played(scene, hands):
    hands.listen_to("It was late.")
    hands.open_another()
    assert scene.session.stopped
    assert hands.place() == (0, 0)
    hands.listen_to("It was late.")


def test_the_place_of_the_old_book_is_kept(scene, hands):
    first = scene.book
    hands.listen_to("The lamp was burning.")
    hands.open_another()
    hands.open_another(book=first)
    assert scene.text == "The lamp was burning."
    assert hands.place() == hands.where("The lamp")
