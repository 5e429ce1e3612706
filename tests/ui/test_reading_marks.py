from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QTextCharFormat

from reader.books.model import Chapter
from reader.ui.looks.contrast import ratio
from reader.ui.looks.palette import palette_of
from reader.ui.looks.present import LOOKS
from reader.ui.looks.theme import least_text
from reader.ui.looks.themes import DARK, LIGHT, THEMES
from reader.ui.reading.looks import PageLooks
from reader.ui.reading.marks import hit_look, sentence_look, theme_of, word_look
from reader.ui.reading.painting import Extents
from reader.ui.reading_view import ReadingView
from tests.fakes.desk import paragraph

TEXT = "The old man who mended lamps walked along the quay to see whether they were lit. "


@pytest.fixture
def view(qtbot):
    view = ReadingView()
    qtbot.addWidget(view)
    view.setPalette(palette_of(LIGHT))
    view.resize(700, 500)
    view.show()
    view.show_chapter(chapter())
    return view


def chapter(count=40):
    return Chapter(title="", blocks=tuple(paragraph(TEXT * 3) for _ in range(count)))


def colours(view, area=None):
    """The colours in a part of the page, each with how many pixels have it."""
    picture = view.viewport().grab(area or view.viewport().rect()).toImage()
    found = {}
    for y in range(picture.height()):
        for x in range(picture.width()):
            name = picture.pixelColor(x, y).name()
            found[name] = found.get(name, 0) + 1
    return found


def line_of(view, offset):
    """The part of the page, from edge to edge, where the line of `offset` is."""
    cursor = view.textCursor()
    cursor.setPosition(view.position_of(offset))
    rect = view.cursorRect(cursor)
    return QRect(0, rect.top(), view.viewport().width(), rect.height())


# The ruler


def ruled_tops(view):
    """Where the bars of the ruler begin, at the left of the page."""
    picture = view.viewport().grab().toImage()
    bar = [picture.pixelColor(1, y).name() == LIGHT.accent for y in range(picture.height())]
    return [y for y in range(1, len(bar)) if bar[y] and not bar[y - 1]]


def is_ruled(view, offset):
    (top,) = ruled_tops(view)
    return abs(top - line_of(view, offset).top()) <= 2


def test_there_is_no_ruler_unless_it_is_wanted(view):
    assert ruled_tops(view) == []
    view.set_looks(PageLooks(ruler=True))
    assert len(ruled_tops(view)) == 1
    view.set_looks(PageLooks())
    assert ruled_tops(view) == []


def test_the_ruler_goes_with_the_caret(view, qtbot):
    view.set_looks(PageLooks(ruler=True))
    view.place_caret(300)
    assert is_ruled(view, 300)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert is_ruled(view, view.caret)
    assert not is_ruled(view, 300)


def test_the_ruler_goes_with_the_voice_word_by_word(view):
    view.set_looks(PageLooks(ruler=True))
    view.highlight(0, len(TEXT))
    assert is_ruled(view, 0)
    view.mark_word(len(TEXT) - 6, len(TEXT) - 2)
    assert is_ruled(view, len(TEXT) - 4)
    assert view.caret == 0


def test_the_ruler_is_seen_without_colours_in_every_theme(view, monkeypatch):
    view.set_looks(PageLooks(ruler=True))
    for theme in THEMES.values():
        monkeypatch.setattr(LOOKS, "theme", theme)
        view.setPalette(palette_of(theme))
        found = colours(view, line_of(view, 0))
        assert found[theme.ruler] > 1_000
        assert found[theme.accent] > 50
        assert ratio(theme.accent, theme.surface) >= 3
        assert ratio(theme.text, theme.ruler) >= least_text(theme)


# Notes


def test_what_has_a_note_has_a_ground_a_dashed_line_and_a_slip_in_the_margin(view):
    view.show_notes([(4, 20)])
    noted = colours(view, line_of(view, 4))
    assert noted[LIGHT.noted] > 500
    assert noted[LIGHT.on_noted] > 20
    margin = QRect(view.viewport().width() - view._decorations.gutter, 0, 60, 80)
    slip = colours(view, margin)
    assert slip[LIGHT.noted] > 20
    assert min(QColor(name).lightness() for name in slip) < 80
    view.show_notes([])
    assert LIGHT.noted not in colours(view)


def test_the_notes_of_a_chapter_are_gone_with_it(view):
    view.show_notes([(4, 20)])
    view.show_chapter(chapter(3))
    assert LIGHT.noted not in colours(view)


def test_notes_stay_where_they_are_when_a_screen_reader_starts(qtbot):
    running = False
    view = ReadingView(counted_in_characters=lambda: running)
    qtbot.addWidget(view)
    view.show_chapter(Chapter(title="", blocks=(paragraph("A 😀 smile appeared."),)))
    view.show_notes([(4, 9)])
    before = list(view._decorations._notes.within(0, 100))
    running = True
    view.refresh()
    ((start, end),) = view._decorations._notes.within(0, 100)
    assert [(start, end)] != before
    assert view.toPlainText()[start:end] == "smile"


def test_places_outside_the_chapter_are_borne(view):
    view.show_notes([(-5, 10), (3, 3), (9_999, 99_999), (30, 20)])
    assert colours(view, line_of(view, 0))[LIGHT.noted] > 100


def test_stretches_are_found_by_line_also_where_they_overlap():
    extents = Extents([(50, 60), (0, 100), (10, 20), (20, 30), (7, 7)])
    assert list(extents.within(0, 10)) == [(0, 100), (7, 7)]
    assert list(extents.within(15, 25)) == [(0, 100), (10, 20), (20, 30)]
    assert list(extents.within(55, 56)) == [(0, 100), (50, 60)]
    assert list(extents.within(100, 200)) == []
    assert list(Extents().within(0, 9)) == []


def test_of_thousands_of_notes_only_those_that_are_seen_are_looked_at(view):
    view.show_chapter(chapter(4_000))
    looked = []
    view.show_notes([(place, place + 10) for place in range(0, 900_000, 100)])
    within = view._decorations._notes.within

    def count(start, end):
        found = list(within(start, end))
        looked.extend(found)
        return iter(found)

    view._decorations._notes.within = count
    view.viewport().repaint()
    assert 0 < len(looked) < 200


# A hit


def hits(view):
    return [mark.cursor.selectedText() for mark in view.extraSelections()]


def test_a_hit_is_set_off_and_not_selected_until_the_caret_moves(view, qtbot):
    at = TEXT.index("lamps")
    view.show_hit(at, at + 5)
    assert hits(view) == ["lamps"]
    assert (view.caret, view.selection) == (at, None)
    assert colours(view, line_of(view, at))[LIGHT.on_found] > 20
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert hits(view) == []
    assert LIGHT.found not in colours(view)


def test_the_next_hit_takes_the_place_of_the_one_before(view):
    for at in (4, 2_000, 8_000):
        view.show_hit(at, at + 3)
        assert len(hits(view)) == 1
        assert view.viewport().rect().contains(line_of(view, at).center())
    view.place_caret(0)
    assert hits(view) == []


def test_a_hit_beside_the_spoken_sentence_leaves_that_as_it_is(view):
    view.highlight(0, 11)
    view.show_hit(4, 7)
    assert hits(view) == ["The old man", "old"]
    view.keep_moves(True)  # as after a key of a command
    view.place_caret(30)
    assert hits(view) == ["The old man"]


def test_screen_readers_are_told_of_no_selection(view):
    view.show_hit(4, 7)
    told = QAccessible.queryAccessibleInterface(view).textInterface()
    assert told.selectionCount() == 0
    assert told.cursorPosition() == 4


# Colours


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_marks_are_read_easily_in_every_theme(theme, monkeypatch):
    monkeypatch.setattr(LOOKS, "theme", theme)
    for look in (sentence_look, word_look, hit_look):
        made = look(palette_of(theme))
        contrast = ratio(made.foreground().color().name(), made.background().color().name())
        assert contrast >= 7
    assert ratio(theme.text, theme.noted) >= least_text(theme)
    assert ratio(theme.faint, theme.surface) >= least_text(theme)


def test_a_palette_of_somebody_elses_gets_the_theme_that_is_like_it(monkeypatch):
    monkeypatch.setattr(LOOKS, "theme", THEMES["sepia"])
    assert theme_of(palette_of(THEMES["sepia"])) is THEMES["sepia"]
    night, day = palette_of(DARK), palette_of(LIGHT)
    night.setColor(night.ColorRole.Base, QColor("#101020"))
    day.setColor(day.ColorRole.Base, QColor("#f0f0ff"))
    assert (theme_of(night), theme_of(day)) == (DARK, LIGHT)


def test_marks_take_the_colours_of_a_theme_chosen_while_they_are_seen(view, monkeypatch):
    view.highlight(0, 11)
    monkeypatch.setattr(LOOKS, "theme", THEMES["sepia"])
    view.setPalette(palette_of(THEMES["sepia"]))
    LOOKS.changed.emit()
    marks = view.extraSelections()
    look = QTextCharFormat(marks[0].format)
    assert look.background().color().name() == THEMES["sepia"].sentence
