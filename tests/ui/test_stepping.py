"""Steps, jumps and ways back: one arrives where one wanted to, and is told where that is."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from reader.ui.commands import COMMANDS
from tests.fakes.desk import small_book
from tests.fakes.hands import Hands
from tests.navigation.making import book, h, link, p, row

LINKS = book(
    [
        h(1, "One"),
        p("Before."),
        p("See ", link("the lamp", "#a"), ", ", link("灯", "#b"), " or ", link("it", "#c"), "."),
        p("After.", ids=("#a",)),
    ]
)
SENTENCE = "See the lamp, 灯 or it."

CITIES = book(
    [
        h(1, "One"),
        row(0, "Name", "Age", "City"),
        row(1, "Bob", "", "Bonn"),
        row(2, "Ann", "7", "Ulm"),
        p("After."),
    ]
)


@pytest.fixture
def hands(scene):
    return Hands(scene)


# Links within one sentence


def places_of_links():
    text = LINKS.chapters[0].text
    return [(0, text.index(each)) for each in ("the lamp", "灯", "it.")]


def test_each_link_of_a_sentence_is_reached_while_the_book_is_spoken(make_scene):
    scene = make_scene(LINKS).open()
    hands = Hands(scene)
    hands.listen_to("Before.")
    for chapter, offset in places_of_links():
        hands.press("K")
        at = scene.window.following.position
        assert (at.chapter, at.offset) == (chapter, offset)
        assert scene.text == SENTENCE
        assert hands.keep_silent()
    assert hands.answer("K") == "No next link"
    hands.press("Shift+K")
    assert scene.window.following.position.offset == places_of_links()[1][1]
    assert scene.session.playing


def test_each_link_of_a_sentence_is_reached_and_said_in_silence(make_scene):
    hands = Hands(make_scene(LINKS).open())
    said = []
    places = []
    for _ in range(3):
        said.append(hands.answer("K"))
        places.append(hands.place())
    assert said == ["the lamp, link", "灯, link", "it, link"]
    assert places == places_of_links()


def test_pausing_at_a_link_leaves_the_caret_at_that_link(make_scene):
    hands = Hands(make_scene(LINKS).open())
    hands.listen_to("Before.")
    hands.press("K", "K", "F6")
    assert hands.place() == places_of_links()[1]


def test_reading_on_from_a_link_leaves_it_behind(make_scene):
    scene = make_scene(LINKS).open()
    hands = Hands(scene)
    hands.listen_to("Before.")
    hands.press("K", "K")
    hands.hear("After.")
    hands.press("F6")
    assert hands.place() == hands.where("After.")


# Tables


@pytest.mark.parametrize("playing", [False, True])
def test_an_empty_cell_is_passed_on_the_way_through_a_table(make_scene, playing):
    scene = make_scene(CITIES).open()
    hands = Hands(scene)
    if playing:
        hands.listen_to("One")
        hands.press("T", "Y")
        columns = []
        for key in ("X", "X", "Shift+X", "Shift+X"):
            hands.press(key)
            columns.append(hands.answer("Shift+C"))
    else:
        hands.answer("T", "Y")
        columns = [hands.answer(key) for key in ("X", "X", "Shift+X", "Shift+X")]
    assert columns == [
        "empty, row 2 of 3, column 2 of 3",
        "Bonn, row 2 of 3, column 3 of 3",
        "empty, row 2 of 3, column 2 of 3",
        "Bob, row 2 of 3, column 1 of 3",
    ]
    assert hands.answer("Shift+X") == "Edge of the table"


def test_from_an_empty_cell_one_goes_up_and_down(make_scene):
    hands = Hands(make_scene(CITIES).open())
    hands.answer("T", "Y", "X")
    assert hands.answer("Y").startswith("7, row 3")
    assert hands.answer("Shift+Y").startswith("empty, row 2")
    assert hands.answer("Shift+Y").startswith("Age, row 1")


def test_whoever_left_an_empty_cell_by_the_caret_is_where_the_caret_is(make_scene):
    hands = Hands(make_scene(CITIES).open())
    hands.answer("T", "Y", "X")
    hands.put_caret("Ulm")
    assert hands.answer("Shift+C") == "Ulm, row 3 of 3, column 3 of 3"
    hands.put_caret("After")
    assert hands.answer("Shift+C") == "Not in a table"


# The way back


@pytest.mark.parametrize("key", ["Ctrl+PgDown", "Alt+End", "Ctrl+End"])
def test_a_leap_in_silence_can_be_taken_back_unless_it_was_the_carets_own(make_scene, key):
    far = replace(small_book(), chapters=tuple(map(long, small_book().chapters)))
    scene = make_scene(far).open()
    hands = Hands(scene)
    hands.press("Alt+Down", key)
    assert hands.place() != hands.where("It was late.")
    answer = hands.answer("Alt+Left")
    if key == "Ctrl+End":
        assert answer == "No earlier place"
    else:
        assert answer == "It was late."
        assert hands.place() == hands.where("It was late.")


def long(chapter):
    return replace(chapter, blocks=(*chapter.blocks, *[p("The sea was calm that night. " * 9)] * 3))


def test_going_back_and_forward_says_where_one_arrives(hands):
    hands.press("Alt+Down", "Ctrl+PgDown", "Ctrl+PgDown")
    assert hands.answer("Alt+Left") == "信"
    assert hands.answer("Alt+Left") == "It was late."
    assert hands.answer("Alt+Left") == "No earlier place"
    assert hands.answer("Alt+Right") == "信"


def test_going_back_while_the_book_is_spoken_is_heard_and_not_said(scene, hands):
    hands.listen_to("It was late.")
    hands.press("Ctrl+PgDown", "Alt+Left")
    assert scene.text == "It was late."
    assert hands.keep_silent()
    hands.hear("The lamp was burning.")


def test_a_leap_that_leads_nowhere_leaves_no_way_back(hands):
    assert hands.answer("Ctrl+PgUp") == "No previous chapter"
    assert hands.answer("Alt+Left") == "No earlier place"


def test_a_way_back_does_not_lead_into_another_book(hands):
    hands.press("Ctrl+PgDown")
    hands.open_another()
    assert hands.answer("Alt+Left") == "No earlier place"


# What is said


def test_a_paragraph_is_said_because_orca_does_not_read_it(monkeypatch, hands):
    monkeypatch.setattr("reader.ui.actions.steps.sys", SimpleNamespace(platform="linux"))
    assert hands.answer("Ctrl+Down") == "It was late."


def test_at_the_usual_keys_a_paragraph_is_left_to_other_screen_readers(monkeypatch, scene, hands):
    monkeypatch.setattr("reader.ui.actions.steps.sys", SimpleNamespace(platform="win32"))
    hands.press("Ctrl+Down")
    assert scene.text == "It was late."
    assert hands.keep_silent()


def test_at_keys_of_ones_own_a_paragraph_is_said(make_scene):
    scene = make_scene(keys={"next_paragraph": "Ctrl+J", "previous_paragraph": "Ctrl+K"}).open()
    hands = Hands(scene)
    assert not scene.window.keymap.problems
    assert hands.answer("Ctrl+J") == "It was late."
    assert hands.answer("Ctrl+K") == "The harbour"


@pytest.mark.parametrize("command", [each.name for each in COMMANDS if each.needs_book])
def test_what_needs_a_book_says_that_none_is_open(make_scene, command):
    scene = make_scene()
    scene.window.actions_by_name[command].trigger()
    assert Hands(scene).next_said() == "No book is open"
    assert scene.window.status.currentMessage() == "No book is open"


# Paused


def test_paused_the_place_goes_along_with_every_step(scene):
    hands = Hands(scene)
    hands.listen_to("It was late.")
    hands.press("F6")
    hands.press("Alt+Down", "Alt+Down")
    assert scene.text == "Nobody came."
    assert hands.place() == hands.where("Nobody came.")


def test_pausing_leaves_the_caret_where_the_reader_has_put_it(scene):
    hands = Hands(scene)
    hands.listen_to("It was late.")
    hands.put_caret("dark night")
    hands.press("Space")
    assert hands.place() == hands.where("dark night")
