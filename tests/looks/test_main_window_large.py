"""The window itself in large letters: text first, the contents when they are asked for."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

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
    stops = [player.rate, player.volume, *player.findChildren(type(player._buttons["play"]))]
    assert all(player.rect().contains(each.geometry()) for each in player._buttons.values())
    assert all(each.visibleRegion().boundingRect().size() == each.size() for each in stops)


def test_the_symbol_that_plays_stands_out_in_every_theme(scene):
    look(scene, theme="dark")
    drawn = scene.window.player._buttons["play"].icon().pixmap(64, 64).toImage()
    assert drawn.pixelColor(30, 32).name() == DARK.on_accent


def test_the_status_line_leaves_room_for_its_letters(scene):
    status = scene.window.status
    look(scene, zoom=300)
    assert status.percent.minimumWidth() > status.fontMetrics().horizontalAdvance("100 %")
    assert status.contentsMargins().left() == status.fontMetrics().height()
