"""A note or a selection is spoken beside the book: it pauses for it, and goes on after it."""

from __future__ import annotations

import pytest

from tests.fakes.engine import texts_heard
from tests.fakes.hands import Hands
from tests.navigation.making import book, h, note, p, reference

TEXT = "The storm came."
NOTE = "From the south."
NOTES = book(
    [
        h(1, "One"),
        p("The storm came.", reference("1", "#n1")),
        p("It went away."),
        note(NOTE, ids=("#n1",)),
    ]
)


@pytest.fixture
def scene(make_scene):
    return make_scene(NOTES).open()


@pytest.fixture
def hands(scene):
    return Hands(scene)


def hear_note(scene, hands):
    """Go to the reference and have its note spoken; returns once it sounds."""
    hands.put_caret("storm")
    hands.press("Ctrl+Shift+N")
    wait_for_note(scene)


def wait_for_note(scene):
    assert scene.desk.listening.running
    scene.listen_until(lambda: heard(scene) == [NOTE])


def heard(scene):
    return texts_heard(scene.sound.outputs[-1].sound, [TEXT, NOTE, "It went away."])


def test_a_note_is_spoken_and_the_place_stays(scene, hands):
    hear_note(scene, hands)
    scene.listen_until(lambda: not scene.desk.listening.running)
    assert hands.place() == hands.where("storm")
    assert scene.session.stopped


def test_a_book_that_is_spoken_pauses_for_a_note_and_goes_on_after_it(scene, hands):
    hands.listen_to(TEXT + "1")
    hands.press("Ctrl+Shift+N")
    assert not scene.session.playing
    wait_for_note(scene)
    scene.listen_until(lambda: not scene.desk.listening.running)
    assert scene.session.playing
    hands.hear("It went away.")


@pytest.mark.parametrize("key", ["F6", "F7", "F5", "Space"])
def test_a_key_that_ends_sound_ends_a_note_and_begins_nothing(scene, hands, key):
    hear_note(scene, hands)
    assert hands.answer(key) == "Stopped"
    assert not scene.desk.listening.running
    hands.await_thread("let a voice speak")
    assert scene.session.stopped


@pytest.mark.parametrize("key", ["F6", "F5", "Space"])
def test_a_book_that_paused_for_a_note_goes_on_at_the_second_press_only(scene, hands, key):
    hands.listen_to(TEXT + "1")
    hands.press("Ctrl+Shift+N")
    wait_for_note(scene)
    assert hands.answer(key) == "Paused"
    hands.await_thread("let a voice speak")
    assert not scene.session.playing
    hands.press(key)
    assert scene.session.playing


@pytest.mark.parametrize("leave", ["another book", "no book"])
def test_a_note_does_not_outlive_its_book(scene, hands, leave):
    hands.listen_to(TEXT + "1")
    hands.press("Ctrl+Shift+N")
    wait_for_note(scene)
    if leave == "another book":
        hands.open_another()
        assert scene.session.stopped
    else:
        hands.press("Ctrl+W")
    assert not scene.desk.listening.running
    hands.await_thread("let a voice speak")
    assert scene.session is None or not scene.session.playing


@pytest.mark.parametrize("key", ["Alt+Down", "Ctrl+PgUp", "Shift+H", "Ctrl+Return"])
def test_moving_on_ends_a_note(scene, hands, key):
    hear_note(scene, hands)
    hands.press(key)
    assert not scene.desk.listening.running
    hands.await_thread("let a voice speak")


def test_a_second_note_takes_the_place_of_the_first(scene, hands):
    hear_note(scene, hands)
    first = scene.sound.outputs[-1]
    hands.press("Ctrl+Shift+N")
    scene.listen_until(lambda: scene.sound.outputs[-1] is not first and heard(scene) == [NOTE])
    scene.qtbot.waitUntil(lambda: first.closed == 1)


def test_a_selection_is_spoken_without_moving_the_place(scene, hands):
    hands.put_caret("went")
    hands.press("Ctrl+Shift+Right", "Shift+F5")
    scene.listen_until(lambda: not scene.desk.listening.running)
    assert texts_heard(scene.sound.outputs[-1].sound, ["went", NOTE]) == ["went"]
    assert scene.text == "One"
    start = hands.where("went")[1]
    assert scene.window.view.selection == (start, start + len("went "))


def test_where_there_is_no_note_and_no_selection_it_is_said(hands):
    hands.put_caret("away")
    assert hands.answer("Ctrl+Shift+N") == "No note here"
    assert hands.answer("Shift+F5") == "Nothing is selected"
