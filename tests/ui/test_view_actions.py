from __future__ import annotations

import pytest

from reader.settings import CHOICES, Settings
from reader.ui.actions.view import ZOOMS
from reader.ui.reading.looks import PageLooks


def trigger(scene, name):
    scene.window.actions_by_name[name].trigger()


def letters(scene):
    return scene.window.view.document().defaultFont().pointSizeF()


def answer(scene):
    return scene.window.status.currentMessage()


def test_the_zoom_goes_step_by_step_and_says_where_it_is(scene):
    usual = letters(scene)
    trigger(scene, "larger")
    assert scene.desk.settings.zoom == 110
    assert letters(scene) == pytest.approx(usual * 1.1)
    assert answer(scene) == "Zoom 110 %"
    for _ in range(2):
        trigger(scene, "smaller")
    assert scene.desk.settings.zoom == 90
    trigger(scene, "usual_size")
    assert (scene.desk.settings.zoom, letters(scene)) == (100, usual)


@pytest.mark.parametrize(("name", "end"), [("larger", 500), ("smaller", 50)])
def test_the_zoom_ends_where_it_ends_and_still_says_so(scene, name, end):
    for _ in range(len(ZOOMS)):
        trigger(scene, name)
    assert scene.desk.settings.zoom == end
    assert answer(scene) == f"Zoom {end} %"


@pytest.mark.parametrize(("name", "next_to"), [("larger", 125), ("smaller", 110)])
def test_from_between_two_steps_the_zoom_goes_to_the_next(make_scene, name, next_to):
    scene = make_scene(zoom=120)
    trigger(scene, name)
    assert scene.desk.settings.zoom == next_to


def test_the_wheel_with_ctrl_zooms_too(scene):
    scene.window.view.zoom_wanted.emit(2)
    assert scene.desk.settings.zoom == 125
    scene.window.view.zoom_wanted.emit(-1)
    assert scene.desk.settings.zoom == 110


def test_the_page_looks_as_was_chosen_from_the_start(make_scene):
    scene = make_scene(zoom=200, text_size=20, ruler=True).open()
    assert letters(scene) == 40
    assert scene.window.actions_by_name["ruler"].isChecked()
    assert scene.window.view._decorations.ruled is not None


@pytest.mark.parametrize(("name", "title"), [("ruler", "Reading ruler"), ("pinyin", "Pinyin")])
def test_ruler_and_pinyin_are_turned_on_and_off(scene, name, title):
    trigger(scene, name)
    assert getattr(scene.desk.settings, name)
    assert getattr(scene.window.view._looks, name)
    assert answer(scene).startswith(title)
    assert answer(scene).endswith(": on")
    trigger(scene, name)
    assert not getattr(scene.window.view._looks, name)
    assert not scene.window.actions_by_name[name].isChecked()


def checked_themes(scene):
    return [
        theme
        for theme in CHOICES["theme"]
        if scene.window.actions_by_name[f"theme_{theme}"].isChecked()
    ]


def test_one_theme_is_chosen_and_told_by_its_name(make_scene):
    scene = make_scene(theme="sepia")
    scene.qtbot.waitUntil(lambda: checked_themes(scene) == ["sepia"])
    trigger(scene, "theme_dark")
    assert scene.desk.settings.theme == "dark"
    assert answer(scene) == "Theme: Dark"
    for _ in range(2):
        trigger(scene, "theme_contrast_light")
        assert checked_themes(scene) == ["contrast_light"]


def test_a_theme_chosen_elsewhere_is_checked_in_the_menu(scene):
    scene.window.choices.choose(theme="light")
    assert checked_themes(scene) == ["light"]


def test_a_setting_that_is_not_the_pages_leaves_the_page_alone(scene):
    scene.window.view.set_looks(PageLooks(text_size=33))
    scene.window.choices.choose(cues=True)
    assert letters(scene) == 33
    scene.window.choices.choose(column_width=60)
    assert letters(scene) == Settings().text_size


def test_pinyin_knows_the_words_of_the_book_that_is_open(scene):
    told = scene.window.view._readings._cues_of
    assert told == scene.session.direction.lexicon.cues_of
