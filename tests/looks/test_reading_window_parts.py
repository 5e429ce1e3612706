"""Parts of the window that are drawn by the style sheet, as their pixels show them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMainWindow, QSlider, QVBoxLayout, QWidget

from reader.books.model import Book, Chapter
from reader.settings import Settings
from reader.ui.contents import Contents
from reader.ui.looks.present import current_theme
from reader.ui.looks.wardrobe import apply_looks
from reader.ui.status import StatusLine
from tests.fakes.desk import paragraph


@pytest.fixture
def window(application, qtbot):
    apply_looks(application, Settings())
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window)
    return window


def colours(widget, rect):
    """The colours of the pixels of `widget` in `rect`."""
    image = widget.grab(rect).toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("zoom", [100, 200, 250, 400, 500])
def test_the_knob_of_a_slider_is_a_circle_that_is_seen_whole(application, window, zoom):
    slider = QSlider(Qt.Orientation.Horizontal)
    window.layout().addWidget(slider)
    window.layout().addStretch()
    apply_looks(application, Settings(zoom=zoom))
    window.resize(600, 200)
    window.show()
    image = slider.grab().toImage()
    accent = QColor(current_theme().accent)
    rows = [
        [x for x in range(image.width()) if image.pixelColor(x, y) == accent]
        for y in range(image.height())
    ]
    knob = [row for row in rows if row]
    widest = max(map(len, knob))
    assert rows[0] == rows[-1] == []
    assert len(knob) == pytest.approx(widest, abs=2)
    assert len(knob[0]) < widest * 0.75  # round at the top, where a square is as wide as anywhere


def parts():
    """A book of two parts with two chapters each."""
    levels = (("Part one", 1), ("One", 2), ("Two", 2), ("Part two", 1), ("Three", 2))
    chapters = tuple(
        Chapter(title=title, level=level, blocks=(paragraph("Text."),)) for title, level in levels
    )
    return Book(identifier="parts", title="Parts", language="en", chapters=chapters)


@pytest.mark.parametrize("theme", ["light", "contrast_dark"])
def test_an_entry_that_holds_others_shows_that_it_is_open_while_it_is_chosen(
    application, qtbot, window, theme
):
    contents = Contents()
    window.layout().addWidget(contents)
    apply_looks(application, Settings(theme=theme, zoom=300))
    contents.show_book(parts())
    contents.mark(0)
    window.show()
    row = contents.visualItemRect(contents.topLevelItem(0))
    sign = QRect(contents.viewport().mapTo(contents, QPoint(0, row.top())), QPoint())
    sign.setSize(row.size())
    sign.setWidth(row.left())
    look = current_theme()
    assert row.left() >= row.height() * 0.5
    contents.setFocus()
    qtbot.waitUntil(lambda: contents.hasFocus() and window.isActiveWindow())
    assert {look.selection, look.on_selection} <= colours(contents, sign)
    contents.clearFocus()
    assert {look.pressed, look.text} <= colours(contents, sign)
    assert look.selection not in colours(contents, sign)


def ink(widget, rect):
    """The columns of `rect` in which something is written."""
    image = widget.grab(rect).toImage()
    ground = image.pixelColor(image.width() // 2, 1)
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != ground for y in range(image.height()))
    ]


def test_titles_read_from_the_right_begin_at_the_right(window):
    contents = Contents()
    contents.setFrameShape(Contents.Shape.NoFrame)
    window.layout().addWidget(contents)
    titles = ("One", "עוד מקרה?", "2. الفصل")
    chapters = tuple(Chapter(title=title, blocks=(paragraph("Text."),)) for title in titles)
    contents.show_book(Book(identifier="titles", title="Titles", language="he", chapters=chapters))
    window.resize(500, 300)
    window.show()
    rects = [contents.visualItemRect(contents.topLevelItem(row)) for row in range(3)]
    middle = rects[0].center().x() - rects[0].left()
    written = [ink(contents.viewport(), rect) for rect in rects]
    assert max(written[0]) < middle
    assert min(written[1]) > middle
    assert min(written[2]) > middle


def test_an_answer_stands_where_the_chapter_does_and_ends_with_dots(application, qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    status = StatusLine(window)
    window.setStatusBar(status)
    apply_looks(application, Settings(zoom=300))
    status.percent.setText("12 %")
    sentence = "The long way to the quay at night, " * 5
    status.chapter.setText(sentence)
    window.resize(900, 200)
    window.show()
    field = status.chapter.geometry()
    chapter = ink(status, field)
    status.answer(sentence)
    assert ink(status, field) == chapter
    with_dots = status.fontMetrics().elidedText(
        sentence, Qt.TextElideMode.ElideRight, field.width()
    )
    assert with_dots.endswith("…")
    status.clearMessage()
    status.chapter.setText(with_dots)
    assert ink(status, field) == chapter
