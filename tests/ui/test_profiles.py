"""A book's own values of settings come with it and go with it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from reader.errors import LibraryError
from reader.navigation.place import Position
from reader.profiles import profile_of
from reader.settings import load
from tests.fakes.desk import small_book

OTHER = replace(small_book(), title="Another book", identifier="another book")


def reopen(scene, book) -> None:
    scene.book = book
    scene.path = scene.path.with_name(f"{book.identifier}.epub")
    scene.open()


def test_a_books_own_rate_comes_and_goes_with_it(make_scene) -> None:
    scene = make_scene(rate=1.2).open()
    choices = scene.window.choices
    choices.choose_own_groups(["rate"])
    choices.choose(rate=2.0)
    reopen(scene, OTHER)
    assert (scene.desk.settings.rate, scene.session._rate) == (1.2, 1.2)
    assert choices.own_groups == frozenset()
    reopen(scene, small_book())
    assert (scene.desk.settings.rate, scene.session._rate) == (2.0, 2.0)
    assert choices.own_groups == {"rate"}
    scene.desk.close_book()
    assert scene.desk.settings.rate == 1.2


def test_a_books_own_rate_is_there_at_the_next_start(make_scene) -> None:
    scene = make_scene().open()
    scene.window.choices.choose_own_groups(["rate"])
    scene.window.choices.choose(rate=2.0)
    scene.window.choices.save()
    assert profile_of(scene.library, scene.book.identifier).own == {"rate": 2.0}


def test_what_is_chosen_for_all_books_holds_in_one_with_its_own_values_too(make_scene) -> None:
    scene = make_scene().open()
    choices = scene.window.choices
    choices.choose_own_groups(["rate"])
    choices.choose(rate=2.0)
    choices.choose_usual({"rate": 1.1})
    assert scene.session._rate == 1.1
    reopen(scene, OTHER)
    assert scene.session._rate == 1.1


def test_what_is_a_books_own_is_not_written_into_the_settings(make_scene) -> None:
    scene = make_scene().open()
    choices = scene.window.choices
    choices.choose_own_groups(["rate"])
    choices.choose(rate=2.0, volume=0.5)
    choices.save()
    assert (load().rate, load().volume) == (1.0, 0.5)


def test_a_choice_for_all_books_holds_in_a_book_with_other_groups_of_its_own(make_scene) -> None:
    scene = make_scene().open()
    scene.window.choices.choose_own_groups(["colours"])
    scene.window.choices.choose(rate=1.5)
    reopen(scene, OTHER)
    assert scene.desk.settings.rate == 1.5


def test_everything_that_is_reset_is_so_in_all_books(make_scene) -> None:
    scene = make_scene(rate=1.7).open()
    scene.window.choices.choose_own_groups(["rate"])
    scene.window.choices.choose(rate=2.2)
    scene.window.actions_by_name["settings"].trigger()
    QApplication.activeModalWidget()._reset_all()
    assert scene.desk.settings.rate == 1.0
    QApplication.activeModalWidget().reject()
    scene.desk.close_book()
    assert scene.desk.settings.rate == 1.0


def test_without_a_library_a_book_has_no_settings_of_its_own(make_scene) -> None:
    scene = make_scene()
    scene.desk.library = None
    scene.open()
    said = []
    scene.window.announcer.announced.connect(said.append)
    scene.window.actions_by_name["profile"].trigger()
    scene.qtbot.waitUntil(lambda: bool(said))
    assert said == ["Settings of this book alone cannot be kept"]
    assert QApplication.activeModalWidget() is None


def test_a_group_that_is_given_up_takes_the_usual_values_at_once(make_scene) -> None:
    scene = make_scene(rate=1.2).open()
    choices = scene.window.choices
    choices.choose_own_groups(["rate"])
    choices.choose(rate=3.0)
    seen = []
    choices.changed.connect(seen.append)
    choices.choose_own_groups([])
    assert scene.session._rate == 1.2
    assert seen == [{"rate"}]


def test_a_books_own_voice_speaks_in_it_and_in_no_other(make_scene) -> None:
    scene = make_scene().open()
    choices = scene.window.choices
    chosen = []
    scene.desk.speaker.choose_only = lambda voices: chosen.append(dict(voices))
    choices.choose_own_groups(["voices"])
    choices.choose(voices={"en": "another"})
    reopen(scene, OTHER)
    assert chosen == [{}]
    reopen(scene, small_book())
    assert chosen == [{}, {"en": "another"}]


def test_a_library_that_refuses_a_profile_is_told_and_the_choice_holds(make_scene) -> None:
    scene = make_scene().open()
    told = []
    choices = scene.window.choices
    choices.failed.disconnect(scene.window.news.tell_problem)
    choices.failed.connect(told.append)

    def refuse(*_arguments) -> None:
        raise LibraryError("library", "The disk is full.")

    scene.library.choose_for_book = refuse
    choices.choose_own_groups(["rate"])
    choices.choose(rate=2.0)
    choices.save()
    choices.choose(rate=2.1)
    choices.save()
    assert scene.session._rate == 2.1
    scene.qtbot.waitUntil(lambda: bool(told))
    assert [error.reason for error in told] == ["The disk is full."]


def test_a_book_can_be_opened_at_a_place(make_scene) -> None:
    scene = make_scene()
    with scene.qtbot.waitSignal(scene.desk.opened):
        scene.desk.open(scene.path, at=Position(1, 4))
    scene.qtbot.waitUntil(lambda: scene.window.shown_chapter == 1)
    assert scene.window.view.caret == 4


def test_the_open_book_is_not_read_again_for_another_place_in_it(scene) -> None:
    session = scene.session
    scene.desk.open(scene.path, at=Position(2, 0))
    assert scene.session is session
    assert scene.window.shown_chapter == 2


@pytest.mark.parametrize("name", ["zoom", "theme"])
def test_colours_and_zoom_go_together(make_scene, name: str) -> None:
    scene = make_scene().open()
    scene.window.choices.choose_own_groups(["colours"])
    scene.window.choices.choose(zoom=200, theme="dark")
    usual = scene.desk.settings
    reopen(scene, OTHER)
    assert getattr(scene.desk.settings, name) != getattr(usual, name)
