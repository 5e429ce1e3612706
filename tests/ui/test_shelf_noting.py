from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from reader.books.model import Cover
from reader.intake.covers import cover_file
from reader.ui.shelf.indexing import Indexing
from reader.ui.shelf.noting import Noting, look_after_shelf
from tests.fakes.desk import small_book


def test_file_and_cover_of_an_opened_book_are_noted(make_scene):
    book = replace(small_book(), cover=Cover(content=b"a picture", media_type="image/png"))
    scene = make_scene(book)
    scene.path.write_bytes(b"the book")
    Noting(scene.desk, scene.window, patience=0)
    scene.open()
    scene.qtbot.waitUntil(lambda: scene.library.known_file(scene.path) is not None)
    assert scene.library.known_file(scene.path).book == book.identifier
    assert cover_file(book.identifier).read_bytes() == b"a picture"


def test_a_book_without_a_file_or_a_library_does_no_harm(make_scene):
    scene = make_scene()
    noting = Noting(scene.desk, scene.window, patience=0)
    scene.open()
    scene.qtbot.waitUntil(lambda: noting._task is not None)
    assert noting._task.join(10)
    assert noting._task.error() is None
    scene.desk.library = None
    noting._note()
    assert noting._task.join(10)
    assert noting._task.error() is None


def test_the_shelf_is_looked_after_by_the_window(make_scene):
    scene = make_scene(index=False)
    look_after_shelf(scene.window, scene.desk, scene.window.choices)
    found = scene.window.findChildren(QObject)
    assert [each for each in found if isinstance(each, Noting)]
    indexing = [each for each in found if isinstance(each, Indexing)]
    assert len(indexing) == 1
    assert indexing[0].waiting
    scene.open()
    indexing[0].stop()
    assert not indexing[0].waiting


def test_preparing_begins_and_ends_with_the_setting(make_scene, monkeypatch):
    scene = make_scene(index=False)
    done = []
    monkeypatch.setattr(Indexing, "start", lambda self: done.append("start"))
    monkeypatch.setattr(Indexing, "stop", lambda self: done.append("stop"))
    look_after_shelf(scene.window, scene.desk, scene.window.choices)
    scene.window.choices.choose(index=True)
    scene.window.choices.choose(rate=2.0)
    scene.window.choices.choose(index=False)
    assert done[:2] == ["start", "stop"]
