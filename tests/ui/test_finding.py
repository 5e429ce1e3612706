"""Words are looked for through the whole book, further and further, until one leaves off."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QApplication

from reader.errors import SearchError
from reader.ui.find import finder
from tests.fakes.hands import Hands


@pytest.fixture
def hands(scene):
    return Hands(scene)


def look_for(hands, text):
    """Write `text` into the field, press Enter, and hear what comes of it, but for the count."""
    hands.press("Ctrl+F")
    hands.write(text)
    return without_count(hands.answer("Return"))


def without_count(said):
    return said.partition(" Hit ")[0]


def told(hands):
    """What stands in the bar when all has been counted."""
    hands.await_thread("count hits")
    return hands.scene.window.find_bar.news.text()


class HeldSearch:
    """Lets a search of the window wait, as in a long book, and go on whether or not it may.

    `name` is that of the function that searches.
    """

    def __init__(self, monkeypatch, name="find") -> None:
        self._begun, self._gate = threading.Event(), threading.Event()
        self._find = getattr(finder, name)
        monkeypatch.setattr(finder, name, self)

    def __call__(self, *place, cancel, **options):
        self._begun.set()
        assert self._gate.wait(10)
        return self._find(*place, cancel=None, **options)

    def begin(self, hands, text) -> None:
        hands.press("Ctrl+F")
        hands.write(text)
        hands.press("Return")
        hands.scene.qtbot.waitUntil(self._begun.is_set)

    def end(self, hands, thread="find text") -> None:
        self._gate.set()
        hands.await_thread(thread)


def test_a_hit_is_set_off_without_being_selected_and_its_sentence_said(scene, hands):
    assert look_for(hands, "lamp") == "The lamp was burning."
    start = hands.where("lamp")[1]
    assert scene.window.view._hit == (start, start + 4)
    assert scene.window.view.selection is None
    assert scene.text == "The lamp was burning."


def test_looking_on_goes_from_hit_to_hit_and_begins_anew_at_the_end(scene, hands):
    hits = [look_for(hands, "light"), without_count(hands.answer("F3"))]
    assert hits[0] == "Then the 😀 light went out."
    assert hits[1] == "Found from the other end. Then the 😀 light went out."
    hands.press("Escape")
    places = []
    for _ in range(4):
        look_for(hands, "was") if not places else hands.answer("F3")
        places.append(scene.window.view._hit)
    assert places[0] != places[1]
    assert places[:2] == places[2:]


def test_looking_back_goes_the_other_way_round(scene, hands):
    look_for(hands, "was")
    first = scene.window.view._hit
    hands.await_thread("count hits")
    assert hands.answer("Shift+F3").startswith("Found from the other end. ")
    last = scene.window.view._hit
    assert last > first
    hands.answer("Shift+F3")
    assert scene.window.view._hit == first


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
    assert scene.window.find_bar.news.text() == "Searching…"
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
    assert scene.window.news.problem is None


def test_a_new_search_takes_the_place_of_one_that_still_runs(scene, hands, monkeypatch):
    search = HeldSearch(monkeypatch)
    search.begin(hands, "last words")
    hands.press("Ctrl+A")
    hands.write("smile")
    hands.press("Return")
    search.end(hands)
    assert scene.text == "A smile 😀 appeared 𠮷 there."


# How many there are


def test_the_number_of_a_hit_is_told_with_its_sentence(scene, hands):
    look_for(hands, "was")
    assert told(hands) == "It was late. Hit 1 of 2."
    assert hands.answer("F3") == "The lamp was burning. Hit 2 of 2."
    assert hands.answer("F3") == "Found from the other end. It was late. Hit 1 of 2."
    assert scene.window.find_bar.news.text() == hands.said[-1]


def test_a_number_that_comes_late_is_told_without_what_was_heard_before(hands, monkeypatch):
    counting = HeldSearch(monkeypatch, "find_all")
    assert look_for(hands, "was") == "It was late."
    hands.said.clear()
    counting.end(hands, "count hits")
    assert hands.next_said() == "Hit 1 of 2."


def test_of_very_many_only_the_first_are_counted(hands, monkeypatch):
    find_all = finder.find_all
    monkeypatch.setattr(
        finder, "find_all", lambda *place, **named: find_all(*place, limit=2, **named)
    )
    look_for(hands, "e")
    assert told(hands).endswith("Hit 1 of more than 2.")
    hands.press("F3", "F3")
    hands.await_thread("find text")
    assert told(hands).endswith("More than 2 hits.")


def test_nothing_is_counted_any_more_when_something_else_is_looked_for(hands, monkeypatch):
    counting = HeldSearch(monkeypatch, "find_all")
    look_for(hands, "was")
    hands.press("Ctrl+A")
    hands.write("smile")
    hands.press("Return")
    hands.await_thread("find text")
    counting.end(hands, "count hits")
    assert told(hands) == "A smile 😀 appeared 𠮷 there. Hit 1 of 1."


# How it is looked for


def test_case_matters_if_it_is_to(scene, hands):
    scene.window.find_bar.case.setChecked(True)
    assert look_for(hands, "it") == "Not found: it"
    hands.press("Ctrl+A")
    hands.write("It")
    assert without_count(hands.answer("Return")) == "It was late."


def test_a_regular_expression_finds_what_it_describes(scene, hands):
    scene.window.find_bar.regular.setChecked(True)
    assert look_for(hands, r"l\w+p") == "The lamp was burning."
    assert told(hands).endswith("Hit 1 of 1.")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("(lamp", "A round bracket is opened but not closed."),
        ("*", "There is nothing before it to repeat."),
    ],
)
def test_what_is_wrong_with_a_regular_expression_is_shown_and_said(scene, hands, written, said):
    scene.window.find_bar.regular.setChecked(True)
    assert said in look_for(hands, written)
    assert said in scene.window.find_bar.news.text()
    assert scene.window.news.problem is None
    assert hands.place() == (0, 0)


def test_an_expression_that_takes_too_long_for_the_whole_book_is_told(scene, hands, monkeypatch):
    def slow(*_, **__):
        raise SearchError("", "This regular expression takes too long.", "Repeat fewer things.")

    monkeypatch.setattr(finder, "find_all", slow)
    look_for(hands, "was")
    assert told(hands) == "This regular expression takes too long. Repeat fewer things."
    assert hands.scene.text == "It was late."


# All of them


def open_list(scene, hands, text):
    hands.press("Ctrl+F")
    hands.write(text)
    hands.press("Ctrl+F3")
    dialog = QApplication.activeModalWidget()
    scene.qtbot.waitUntil(lambda: dialog.news.text() != "Searching…")
    return dialog


def rows(dialog):
    model = dialog.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_all_hits_are_listed_with_the_words_around_them(scene, hands):
    dialog = open_list(scene, hands, "was")
    assert [row.rpartition("; ")[2] for row in rows(dialog)] == [
        "The harbour, 8 percent",
        "The harbour, 19 percent",
    ]
    assert all("It was late. The lamp was burning." in row for row in rows(dialog))
    assert dialog.news.text() == "2 hits"
    assert hands.next_said() == "2 hits"
    assert dialog.whole.text() == rows(dialog)[0]


def test_enter_goes_to_a_hit_and_the_list_can_be_opened_again_there(scene, hands):
    open_list(scene, hands, "was")
    hands.press("Down", "Return")
    assert scene.text == "The lamp was burning."
    start = hands.where("was burning")[1]
    assert scene.window.view._hit == (start, start + 3)
    scene.window.activateWindow()
    scene.qtbot.waitUntil(scene.window.isActiveWindow)
    hands.press("Ctrl+F3")
    dialog = QApplication.activeModalWidget()
    assert dialog.list.currentIndex().row() == 1
    dialog.close()


def test_without_words_the_list_asks_for_them(scene, hands):
    hands.press("Ctrl+F3")
    assert QApplication.activeModalWidget() is None
    assert QApplication.focusWidget() is scene.window.find_bar.field


def test_words_that_are_nowhere_make_an_empty_list_that_says_so(scene, hands):
    dialog = open_list(scene, hands, "lighthouse")
    assert rows(dialog) == []
    assert dialog.news.text() == "0 hits"
    assert not dialog.go.isEnabled()
    hands.press("Return", "Escape")
    assert hands.place() == (0, 0)


def test_a_wrong_expression_makes_no_list_and_is_told(scene, hands):
    scene.window.find_bar.regular.setChecked(True)
    dialog = open_list(scene, hands, "(lamp")
    assert "A round bracket is opened but not closed." in dialog.news.text()
    assert rows(dialog) == []
    dialog.close()


def test_a_list_that_shows_only_the_first_says_so(scene, hands, monkeypatch):
    find_all = finder.find_all
    monkeypatch.setattr(
        finder, "find_all", lambda *place, **named: find_all(*place, limit=2, **named)
    )
    dialog = open_list(scene, hands, "e")
    assert dialog.news.text() == "There are more: the first 2 hits are shown"
    assert len(rows(dialog)) == 2
    dialog.close()


def test_a_list_can_be_cancelled_while_it_is_made(scene, hands, monkeypatch):
    counting = HeldSearch(monkeypatch, "find_all")
    hands.press("Ctrl+F")
    hands.write("was")
    hands.press("Ctrl+F3")
    dialog = QApplication.activeModalWidget()
    assert dialog.close_button.text() == "Cancel"
    assert not dialog.go.isEnabled()
    hands.press("Escape")
    counting.end(hands, "count hits")
    assert QApplication.activeModalWidget() is None
    assert hands.keep_silent()


def test_a_list_goes_with_its_book(scene, hands):
    dialog = open_list(scene, hands, "was")
    scene.desk.close_book()
    assert not dialog.isVisible()


# On a page that is low


def test_the_player_makes_room_while_something_is_looked_for_on_a_low_page(scene, hands):
    bar, player = scene.window.find_bar, scene.window.player
    scene.window.resize(420, 100)  # as low as it can be
    hands.press("Ctrl+F")
    scene.qtbot.waitUntil(lambda: not player.isVisible())
    assert QApplication.focusWidget() is bar.field
    scene.window.resize(420, 1000)
    scene.qtbot.waitUntil(player.isVisible)
    scene.window.resize(420, 100)
    scene.qtbot.waitUntil(lambda: not player.isVisible())
    hands.press("Escape")
    scene.qtbot.waitUntil(player.isVisible)


def test_whoever_is_in_the_player_keeps_it(scene, hands):
    player = scene.window.player
    scene.window.resize(420, 1000)
    hands.press("Ctrl+F")
    player.rate.setFocus()
    scene.window.resize(420, 100)
    QApplication.processEvents()
    assert player.isVisible()
    assert QApplication.focusWidget() is player.rate
