from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from reader.ui.reading_view import ReadingView
from tests.accessibility.conformance.keyboard_reader import Reader
from tests.accessibility.conformance.small_book import the_mill


@pytest.fixture
def reader(make_scene, tmp_path):
    """A reader with the book open and the focus in its text."""
    return Reader(make_scene(the_mill(tmp_path)).open())


@pytest.fixture
def clipboard():
    """The clipboard, emptied in time: the offscreen one outlives Python, and what it holds."""
    yield QApplication.clipboard()
    QApplication.clipboard().clear()


@pytest.fixture
def show(qtbot):
    """Shows a chapter with the caret at its beginning, and the focus in its text."""

    def show(chapter):
        view = ReadingView()
        qtbot.addWidget(view)
        view.resize(600, 400)
        view.show()
        view.show_chapter(chapter)
        view.activateWindow()
        view.setFocus()
        qtbot.waitUntil(view.hasFocus)
        return view

    return show
