"""What is chosen in the export dialog, how it is told, and what is remembered of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from reader.export.options import FORMATS
from reader.export.space import RATES
from reader.settings import CHOICES
from reader.ui.export.chapter_choice import PICKED
from reader.ui.export.formats import KINDS
from reader.ui.export_dialog import ExportDialog
from tests.fakes.export_choosing import Choosing


@pytest.fixture
def choosing(scene):
    return Choosing(scene)


# The format


def test_every_format_says_what_it_is_good_for(choosing):
    purposes = set()
    for row in range(choosing.dialog.format.count()):
        choosing.dialog.format.setCurrentIndex(row)
        purposes.add(choosing.dialog.purpose.text())
    assert len(purposes) == choosing.dialog.format.count() == len(FORMATS)


def test_the_formats_are_the_same_wherever_they_are_listed():
    assert tuple(KINDS) == CHOICES["export_format"] == FORMATS
    assert set(RATES) == set(FORMATS)


def test_what_a_format_is_good_for_is_told_a_moment_after_it_was_chosen(scene, choosing):
    dialog = choosing.dialog
    assert dialog.format.accessibleDescription() == dialog.purpose.text()
    dialog.format.setCurrentIndex(3)
    assert dialog.format.accessibleDescription() == ""
    scene.qtbot.waitUntil(
        lambda: dialog.format.accessibleDescription() == dialog.purpose.text() != ""
    )


def test_the_button_that_begins_tells_what_it_will_be(choosing):
    choosing.choose_way(PICKED)
    choosing.dialog.chapters.none.click()
    assert choosing.dialog.extent.text() == "No chapter is chosen."
    assert choosing.dialog.begin.accessibleDescription() == "No chapter is chosen."


def test_the_name_follows_the_format_and_is_never_the_books(scene, choosing):
    names = {}
    for kind in ("m4b", "mp3", "epub", "daisy"):
        choosing.choose_format(kind)
        names[kind] = Path(choosing.dialog.target.text())
    assert names["m4b"] == scene.path.with_suffix(".m4b")
    assert names["mp3"] == scene.path.with_suffix("")
    assert names["epub"].suffix == ".epub"
    assert names["epub"] != scene.path
    assert names["daisy"].parent == scene.path.parent
    assert len(set(names.values())) == len(names)


def test_a_name_of_ones_own_keeps_it_in_every_format(choosing, tmp_path):
    choosing.dialog.target.clear()
    choosing.scene.qtbot.keyClicks(choosing.dialog.target, str(tmp_path / "mine.m4b"))
    choosing.choose_format("epub")
    assert choosing.dialog.target.text() == str(tmp_path / "mine.epub")
    choosing.choose_format("opus")
    assert choosing.dialog.target.text() == str(tmp_path / "mine")


def test_a_place_can_be_chosen_among_the_files(choosing, tmp_path, monkeypatch):
    there = str(tmp_path / "there.m4b")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (there, ""))
    choosing.dialog.place.browse.click()
    assert choosing.dialog.target.text() == there
    (tmp_path / "music").mkdir()
    music = str(tmp_path / "music")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: music)
    choosing.choose_format("wav")
    choosing.dialog.place.browse.click()
    assert choosing.dialog.target.text() == str(tmp_path / "music" / "there")


def test_enter_on_the_button_that_chooses_a_place_starts_no_export(choosing, qtbot, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: ("", ""))
    [browse] = [b for b in choosing.dialog.findChildren(QPushButton) if "Browse" in b.text()]
    browse.setFocus()
    qtbot.keyClick(browse, Qt.Key.Key_Return)
    assert choosing.dialog.isVisible()
    assert choosing.orders == []


@pytest.mark.parametrize(
    ("kind", "typed", "name"),
    [
        ("m4b", "Emma", "Emma.m4b"),
        ("m4b", "x.mp3", "x.mp3.m4b"),
        ("epub", "x.m4b", "x.m4b.epub"),
        ("m4b", "X.M4B", "X.M4B"),
        ("m4b", "below/Emma", "below/Emma.m4b"),
        ("mp3", "Emma", "Emma"),
        ("mp3", "Emma.mp3", "Emma.mp3"),
        ("daisy", "Emma", "Emma"),
    ],
)
def test_a_bare_name_goes_beside_the_book_with_its_ending(choosing, tmp_path, kind, typed, name):
    choosing.choose_format(kind)
    (tmp_path / "below").mkdir()
    choosing.dialog.target.clear()
    choosing.scene.qtbot.keyClicks(choosing.dialog.target, typed)
    assert choosing.scene.path.parent == tmp_path
    assert choosing.order().target == tmp_path / name


def test_a_user_that_nobody_knows_is_a_name_like_any_other(choosing, tmp_path):
    choosing.dialog.target.clear()
    choosing.scene.qtbot.keyClicks(choosing.dialog.target, "~nobody_of_this_name")
    assert choosing.order().target == tmp_path / "~nobody_of_this_name.m4b"


# The rest


def test_length_and_size_are_told_when_the_keys_rest(choosing, qtbot):
    choosing.told.clear()
    choosing.choose_format("wav")
    qtbot.waitUntil(lambda: choosing.told != [])
    assert choosing.told == [choosing.dialog.extent.text()]
    assert choosing.told[0].startswith("3 chapters, less than a minute, about ")


def test_a_slow_survey_is_left_with_the_dialog(scene):
    dialog = ExportDialog(scene.desk, scene.window)
    dialog.open()
    dialog.reject()
    scene.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert dialog._task.join(5.0)


def test_few_choices_are_hidden_until_they_are_wanted(choosing):
    more = choosing.dialog.more
    assert not more.loudness.isVisible()
    more.button.click()
    assert more.loudness.isVisible()
    more.announce.setChecked(True)
    more.kinds["vtt"].setChecked(True)
    more.loudness.setCurrentIndex(more.loudness.findData(-16.0))
    options = choosing.order().options
    assert (options.announce, options.captions, options.loudness) == (True, ("vtt",), -16.0)
    assert choosing.choices["export_captions"] == "vtt"
    assert choosing.choices["export_announce"] is True
    assert choosing.choices["export_loudness"] == -16.0


def test_what_is_remembered_is_there_and_seen(make_scene):
    scene = make_scene(
        export_format="opus", export_captions="srt,lrc", export_loudness=-20.0
    ).open()
    choosing = Choosing(scene)
    assert choosing.dialog.format.currentData() == "opus"
    assert choosing.dialog.more.loudness.isVisible()
    options = choosing.order().options
    assert (options.format, options.captions, options.loudness) == ("opus", ("srt", "lrc"), -20.0)


def test_the_sound_can_stay_as_it_is(choosing):
    loudness = choosing.dialog.more.loudness
    loudness.setCurrentIndex(loudness.count() - 1)
    assert choosing.order().options.loudness is None
    assert "export_loudness" not in choosing.choices
    assert choosing.choices["export_level"] is False


def test_that_it_stays_as_it_is_is_remembered(make_scene):
    choosing = Choosing(make_scene(export_level=False).open())
    assert choosing.dialog.more.loudness.isVisible()
    assert choosing.order().options.loudness is None


def test_books_with_their_text_take_no_captions(choosing):
    choosing.dialog.more.button.click()
    choosing.dialog.more.kinds["vtt"].setChecked(True)
    choosing.choose_format("epub")
    assert not choosing.dialog.more.captions.isEnabled()
    assert choosing.order().options.captions == ()
    assert choosing.choices["export_captions"] == "vtt"


def test_another_folder_is_remembered(choosing, tmp_path):
    folder = tmp_path / "else"
    folder.mkdir()
    choosing.dialog.target.setText(str(folder / "one.m4b"))
    choosing.order()
    assert choosing.choices["export_folder"] == str(folder)


def test_a_remembered_folder_is_proposed(make_scene, tmp_path):
    choosing = Choosing(make_scene(export_folder=str(tmp_path / "else")).open())
    assert choosing.dialog.target.text() == str(tmp_path / "else" / "book.m4b")


def test_voices_for_characters_are_a_choice_of_this_export_alone(make_scene):
    choosing = Choosing(make_scene(characters=True).open())
    choosing.dialog.characters.setChecked(False)
    assert choosing.order().settings.characters is False
    assert choosing.scene.desk.settings.characters is True
