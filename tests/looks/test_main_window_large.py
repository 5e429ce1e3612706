"""The window itself in large letters: text first, the contents when they are asked for."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from reader.settings import Settings
from reader.ui.looks.themes import DARK
from reader.ui.looks.wardrobe import apply_looks
from tests.fakes.desk import FakeSound, Scene, small_book


@pytest.fixture
def scene(application, qtbot, tmp_path):
    """A window of 1,000 pixels with the small book."""
    apply_looks(application, Settings())  # before the window is built, as at the start
    scene = Scene(qtbot, tmp_path, small_book(), FakeSound()).open()
    scene.window.resize(1000, 700)
    yield scene
    scene.close()


def look(scene, **choices):
    apply_looks(QApplication.instance(), Settings(**choices))
    for _ in range(3):  # letters reach what is inside what is inside one after another
        QApplication.processEvents()


def seen_whole(*widgets):
    """Whether all of each of `widgets` is seen in the window."""
    return all(each.visibleRegion().boundingRect().size() == each.size() for each in widgets)


def test_contents_stand_beside_the_text_while_there_is_room(scene):
    look(scene, zoom=100)
    assert scene.window.chapters.isVisible()
    assert scene.window.view.width() > 2 * scene.window.chapters.width()


def test_in_large_letters_they_come_with_their_key_and_go_with_the_focus(scene):
    look(scene, zoom=400)
    window = scene.window
    assert not window.chapters.isVisible()
    window.actions_by_name["contents"].trigger()
    assert window.chapters.isVisible()
    assert window.chapters.hasFocus()
    assert window.chapters.width() > window.view.width()
    window.focus_text()
    assert not window.chapters.isVisible()
    look(scene, zoom=100)
    assert window.chapters.isVisible()


def test_contents_in_use_keep_their_room_when_letters_grow(scene):
    look(scene, zoom=100)
    window = scene.window
    window.actions_by_name["contents"].trigger()
    look(scene, zoom=400)
    assert window.chapters.hasFocus()
    assert window.chapters.width() > window.view.width()


def test_the_player_is_content_with_less(scene):
    look(scene, zoom=100)
    player = scene.window.player
    wide = player.volume.width() / player.fontMetrics().height()
    look(scene, zoom=300)
    assert player.volume.width() / player.fontMetrics().height() < wide
    assert seen_whole(player.rate, player.volume, *player._buttons.values())


@pytest.mark.parametrize("zoom", [300, 400, 450, 500])
@pytest.mark.parametrize("size", [(1100, 760), (1280, 780), (700, 500), (320, 600)])
def test_nothing_of_the_player_is_cut_and_the_text_keeps_its_place(scene, zoom, size):
    window = scene.window
    look(scene, zoom=zoom)
    window.resize(*size)
    look(scene, zoom=zoom)
    player = window.player
    assert player.isHidden() or seen_whole(*player._buttons.values())
    assert not player.rate.isVisible() or seen_whole(player.rate, player.volume)
    assert window.view.height() > player.height() or player.isHidden()
    look(scene, zoom=100)
    window.resize(1100, 760)
    look(scene, zoom=100)
    assert seen_whole(player.rate, player.volume, *player._buttons.values())


def test_the_buttons_stay_where_rate_and_volume_have_no_room(scene):
    look(scene, zoom=400)
    scene.window.resize(1100, 760)
    look(scene, zoom=400)
    player = scene.window.player
    assert seen_whole(*player._buttons.values())
    assert not player.rate.isVisible()


def test_title_and_authors_make_room_for_the_contents_in_a_narrow_window(scene):
    spread = scene.window.spread
    look(scene, zoom=400)
    scene.window.actions_by_name["contents"].trigger()
    assert not spread.title.isVisible()
    look(scene, zoom=100)
    assert spread.title.isVisible()
    assert spread.authors.isVisible()


def test_a_notice_is_seen_whole_with_its_buttons(scene):
    look(scene, zoom=400)
    window = scene.window
    window.resize(1100, 760)
    window.notice.show_message("The voice of this book is not there.", of_voices=True)
    look(scene, zoom=400)
    assert seen_whole(*window.notice.findChildren(QPushButton))
    label = window.notice.findChild(QLabel)
    assert label.height() >= label.heightForWidth(label.width())
    assert window.notice.voices.y() > label.geometry().bottom()
    look(scene, zoom=100)
    window.resize(1100, 760)
    look(scene, zoom=100)
    assert window.notice.voices.x() > label.geometry().right()


def test_the_symbol_that_plays_stands_out_in_every_theme(scene):
    look(scene, theme="dark")
    drawn = scene.window.player._buttons["play"].icon().pixmap(64, 64).toImage()
    assert drawn.pixelColor(30, 32).name() == DARK.on_accent


def test_the_status_line_leaves_room_for_its_letters(scene):
    status = scene.window.status
    look(scene, zoom=300)
    assert status.percent.minimumWidth() > status.fontMetrics().horizontalAdvance("100 %")
    assert status.contentsMargins().left() == status.fontMetrics().height()
