"""Words are looked for through the whole book, further and further, until one leaves off."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QApplication

from reader.ui.actions import editing
from tests.fakes.hands import Hands


@pytest.fixture
def hands(scene):
    return Hands(scene)


def look_for(hands, text):
    """Write `text` into the field, press Enter, and hear what comes of it."""
    hands.press("Ctrl+F")
    hands.write(text)
    return hands.answer("Return")


class HeldSearch:
    """Lets a search of the window wait, as in a long book, and go on whether or not it may."""

    def __init__(self, monkeypatch) -> None:
        self._begun, self._gate = threading.Event(), threading.Event()
        self._find = editing.find
        monkeypatch.setattr(editing, "find", self)

    def __call__(self, *place, cancel, **options):
        self._begun.set()
        assert self._gate.wait(10)
        return self._find(*place, cancel=None, **options)

    def begin(self, hands, text) -> None:
        hands.press("Ctrl+F")
        hands.write(text)
        hands.press("Return")
        hands.scene.qtbot.waitUntil(self._begun.is_set)

    def end(self, hands) -> None:
        self._gate.set()
        hands.await_thread("find text")


def test_a_hit_is_selected_and_its_sentence_said(scene, hands):
    assert look_for(hands, "lamp") == "The lamp was burning."
    start = hands.where("lamp")[1]
    assert scene.window.view.selection == (start, start + 4)
    assert scene.text == "The lamp was burning."


def test_looking_on_goes_from_hit_to_hit_and_begins_anew_at_the_end(scene, hands):
    hits = [look_for(hands, "light"), hands.answer("F3")]
    assert hits[0] == "Then the 😀 light went out."
    assert hits[1] == "Found from the other end. Then the 😀 light went out."
    hands.press("Escape")
    places = []
    for _ in range(4):
        look_for(hands, "was") if not places else hands.answer("F3")
        places.append(scene.window.view.selection)
    assert places[0] != places[1]
    assert places[:2] == places[2:]


def test_looking_back_goes_the_other_way_round(scene, hands):
    look_for(hands, "was")
    first = scene.window.view.selection
    assert hands.answer("Shift+F3").startswith("Found from the other end. ")
    last = scene.window.view.selection
    assert last > first
    hands.answer("Shift+F3")
    assert scene.window.view.selection == first


def test_a_hit_in_another_chapter_is_shown_there(scene, hands):
    look_for(hands, "last words")
    assert hands.place()[0] == 2
    assert scene.text == "These are the last words."


def test_words_that_are_nowhere_are_told_and_the_place_stays(hands):
    assert look_for(hands, "lighthouse") == "Not found: lighthouse"
    assert hands.place() == (0, 0)


def test_looking_on_without_having_looked_asks_for_words(scene, hands):
    hands.press("F3")
    assert QApplication.focusWidget() is scene.window.find_bar.field


def test_while_the_book_is_spoken_it_goes_on_at_the_hit_and_nothing_is_said_over_it(scene, hands):
    hands.listen_to("It was late.")
    hands.press("Ctrl+F")
    hands.write("smile")
    hands.press("Return")
    hands.await_thread("find text")
    assert scene.text == "A smile 😀 appeared 𠮷 there."
    assert scene.session.playing
    assert hands.keep_silent()
    assert hands.said == []


def test_looking_on_while_the_book_is_spoken_begins_where_the_voice_is(scene, hands):
    look_for(hands, "was")
    hands.press("Escape", "F5")
    hands.hear("Nobody came.")
    hands.press("F3")
    hands.await_thread("find text")
    assert scene.text == "It was late."
    hands.press("F3")
    hands.await_thread("find text")
    assert scene.text == "The lamp was burning."


def test_escape_leaves_a_search_and_it_goes_nowhere_when_it_ends(scene, hands, monkeypatch):
    search = HeldSearch(monkeypatch)
    search.begin(hands, "last words")
    hands.press("Escape")
    assert QApplication.focusWidget() is scene.window.view
    assert not scene.window.find_bar.isVisible()
    search.end(hands)
    assert hands.place() == (0, 0)
    assert hands.keep_silent()


@pytest.mark.parametrize("leave", ["another book", "no book"])
def test_a_search_does_not_outlive_its_book(scene, hands, monkeypatch, leave):
    search = HeldSearch(monkeypatch)
    search.begin(hands, "last words")
    if leave == "another book":
        hands.open_another()
    else:
        scene.desk.close_book()
    search.end(hands)
    assert scene.window.shown_chapter == (0 if leave == "another book" else None)
    assert scene.window.problem is None


def test_a_new_search_takes_the_place_of_one_that_still_runs(scene, hands, monkeypatch):
    search = HeldSearch(monkeypatch)
    search.begin(hands, "last words")
    hands.press("Ctrl+A")
    hands.write("smile")
    hands.press("Return")
    search.end(hands)
    assert scene.text == "A smile 😀 appeared 𠮷 there."
