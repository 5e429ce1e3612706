from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextBlock, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.books.model import Chapter
from reader.settings import Settings
from reader.ui.reading.looks import PageLooks
from reader.ui.reading_view import ReadingView
from tests.fakes.desk import heading, paragraph

ENGLISH = "The old man who mended lamps walked along the quay to see whether they were lit. " * 6
CHINESE = "海边的小镇上住着一位修灯的老人，他每天傍晚都要走过长长的堤岸。" * 6


@pytest.fixture
def view(qtbot):
    view = ReadingView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.show_chapter(chapter())
    return view


def chapter():
    return Chapter(title="", blocks=(heading("灯"), *[paragraph(ENGLISH), paragraph(CHINESE)] * 60))


def looks(**choices):
    return PageLooks(**{"line_height": 1.0, **choices})


def lines(view, block):
    """The lines of a paragraph as they are laid out now."""
    found = view.document().findBlockByNumber(block)
    view.document().documentLayout().blockBoundingRect(found)
    layout = found.layout()
    return [layout.lineAt(number) for number in range(layout.lineCount())]


def between_lines(view, block):
    first, second = lines(view, block)[:2]
    return second.y() - first.y()


def left_in_first_line(view, block, place):
    return lines(view, block)[0].cursorToX(place)[0]


def top_offset(view):
    return view.offset_at(view.cursorForPosition(QPoint(30, 1)).block().position())


def test_the_looks_of_a_page_are_the_settings_of_the_same_names():
    chosen = Settings().changed(zoom=200, font="OpenDyslexic", pinyin=True, line_height=1.5)
    page = PageLooks.of(chosen)
    assert (page.points, page.font, page.pinyin, page.line_height) == (
        32,
        "OpenDyslexic",
        True,
        1.5,
    )
    assert page.column_width == chosen.column_width


def test_other_looks_are_no_other_text_to_screen_readers(view, qtbot):
    document = view.document()
    with qtbot.assertNotEmitted(document.contentsChange), qtbot.assertNotEmitted(view.textChanged):
        view.set_looks(looks(text_size=40))
        view.set_language("zh")
        view.set_looks(looks(pinyin=True))


def test_lines_are_as_high_as_wanted_and_as_before_when_that_is_taken_back(view):
    view.set_looks(looks())
    usual = between_lines(view, 1)
    height = view.document().documentLayout().blockBoundingRect(view.document().lastBlock())
    for factor in (1.5, 3.0):
        view.set_looks(looks(line_height=factor))
        assert between_lines(view, 1) == pytest.approx(usual * factor, abs=1)
    view.set_looks(looks())
    assert between_lines(view, 1) == usual
    last = view.document().documentLayout().blockBoundingRect(view.document().lastBlock())
    assert last == height


def test_a_paragraph_holds_all_of_its_lines_and_asking_again_changes_nothing(view):
    view.set_looks(looks(line_height=2.0))
    block = view.document().findBlockByNumber(1)
    layout = view.document().documentLayout()
    rect = layout.blockBoundingRect(block)
    last = lines(view, 1)[-1]
    assert rect.bottom() >= last.y() + last.height()
    assert [layout.blockBoundingRect(block) for _ in range(3)] == [rect] * 3


def test_a_paragraph_that_is_no_more_takes_no_room(view):
    assert view.document().documentLayout().blockBoundingRect(QTextBlock()).isNull()


def test_a_narrower_window_wraps_lines_that_stay_as_far_apart(view):
    view.set_looks(looks(line_height=2.0))
    apart, count = between_lines(view, 1), len(lines(view, 1))
    view.resize(500, 600)
    assert len(lines(view, 1)) > count
    assert between_lines(view, 1) == apart


def test_letters_stand_apart_by_parts_of_an_em(view):
    view.set_looks(looks())
    usual = left_in_first_line(view, 1, 10)
    view.set_looks(looks(letter_spacing=0.5))
    wider = left_in_first_line(view, 1, 10) - usual
    assert wider == pytest.approx(10 * 0.5 * view.fontInfo().pixelSize(), abs=3)


def test_a_column_is_as_wide_as_chosen_and_never_wider_than_the_window(view):
    view.resize(1600, 600)
    widths = []
    for letters in (30, 60, 200):
        view.set_looks(looks(column_width=letters))
        widths.append(view.viewport().width())
    assert widths[0] < widths[1] < widths[2] <= 1600
    view.set_looks(looks(column_width=200, zoom=500))
    for block in (1, 2):
        for line in lines(view, block):
            assert line.naturalTextWidth() <= view.viewport().width()
    assert view.horizontalScrollBar().maximum() == 0


def test_a_zoom_multiplies_the_size_of_the_letters(view):
    view.set_looks(looks(text_size=20, zoom=500))
    assert view.document().defaultFont().pointSizeF() == 100
    view.set_looks(looks(text_size=10, zoom=500))
    assert view.document().defaultFont().pointSizeF() == 50
    view.set_looks(looks(text_size=20, zoom=50))
    assert view.document().defaultFont().pointSizeF() == 10


@pytest.mark.parametrize("choice", [{"zoom": 300}, {"line_height": 2.5}, {"pinyin": True}])
def test_the_caret_stays_in_view_when_the_looks_change(view, choice):
    view.place_caret(20_000)
    view.set_looks(looks(**choice))
    assert view.viewport().rect().contains(view.cursorRect())


def test_where_nothing_is_read_the_page_goes_on_beginning_with_its_paragraph(view):
    view.set_looks(looks())
    view.verticalScrollBar().setValue(
        view.line_at(view.document().findBlockByNumber(51).position())
    )
    top = top_offset(view)
    view.set_looks(looks(zoom=200, line_height=2.0))
    assert top_offset(view) == top > 0


def test_hanzi_stand_apart_with_pinyin_and_letters_as_before(view):
    view.set_looks(looks())
    chinese, english = left_in_first_line(view, 2, 10), left_in_first_line(view, 1, 10)
    high = between_lines(view, 2)
    view.set_looks(looks(pinyin=True))
    assert left_in_first_line(view, 2, 10) > chinese * 1.2
    assert left_in_first_line(view, 1, 10) == english
    assert between_lines(view, 2) > high * 1.3
    view.set_looks(looks())
    assert left_in_first_line(view, 2, 10) == chinese
    assert between_lines(view, 2) == high


def test_the_first_paragraph_of_the_next_chapter_is_laid_out_by_its_own_letters(view):
    view.set_looks(looks(pinyin=True))
    plain = Chapter(title="", blocks=(paragraph(ENGLISH), paragraph(CHINESE)))
    turned = Chapter(title="", blocks=(paragraph(CHINESE), paragraph(ENGLISH)))
    for shown, apart in ((plain, 1), (turned, 0), (plain, 1)):
        view.show_chapter(shown)
        assert between_lines(view, apart) > between_lines(view, 1 - apart) * 1.2


def test_hanzi_beyond_the_basic_plane_do_not_shift_what_stands_apart(qtbot):
    view = ReadingView(counted_in_characters=lambda: False)
    qtbot.addWidget(view)
    view.show_chapter(Chapter(title="", blocks=(paragraph("𠮷😀abcdefgh好abcdefgh"),)))
    view.set_looks(looks(pinyin=True))
    x = [lines(view, 0)[0].cursorToX(place)[0] for place in range(22)]
    letters = (4, 5, 6, 7, 14, 15, 16)
    assert max(x[place + 1] - x[place] for place in letters) < x[13] - x[12]
    assert x[12] - x[11] > x[20] - x[19]  # room between h and hanzi, none after the other h


@pytest.mark.parametrize("choice", [{"line_height": 3.0}, {"pinyin": True}, {"zoom": 400}])
def test_the_caret_is_seen_wherever_keys_take_it(view, qtbot, choice):
    view.set_looks(looks(**choice))
    for key in (*[Qt.Key.Key_Down] * 30, Qt.Key.Key_PageDown, *[Qt.Key.Key_Up] * 30):
        qtbot.keyClick(view, key)
        assert view.viewport().rect().contains(view.cursorRect()), key
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)
        assert view.viewport().rect().contains(view.cursorRect()), key


def press(view, kind, place):
    event = QMouseEvent(
        kind,
        QPointF(place),
        QPointF(view.viewport().mapToGlobal(place)),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_a_click_in_the_room_above_a_line_is_one_into_the_line(view):
    view.set_looks(looks(line_height=3.0))
    cursor = QTextCursor(view.document().findBlockByNumber(1))
    cursor.movePosition(QTextCursor.MoveOperation.Down)
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, n=12)
    rect = view.cursorRect(cursor)
    above = QPoint(rect.center().x(), rect.top() - rect.height())
    press(view, QEvent.Type.MouseButtonPress, above)
    assert view.textCursor().position() == cursor.position()
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=above)


def turn(view, eighths, modifiers):
    place = QPointF(100, 100)
    event = QWheelEvent(
        place,
        QPointF(view.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, eighths),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_the_wheel_asks_for_another_size_only_with_ctrl(view):
    asked = []
    view.zoom_wanted.connect(asked.append)
    size = view.document().defaultFont().pointSizeF()
    turn(view, -120, Qt.KeyboardModifier.NoModifier)
    assert asked == []
    assert view.verticalScrollBar().value() > 0
    for eighths in (120, -240, 60, 60):
        turn(view, eighths, Qt.KeyboardModifier.ControlModifier)
    assert asked == [1, -2, 1]
    assert view.document().defaultFont().pointSizeF() == size


HEBREW = "הזקן שתיקן את הפנסים הלך לאורך הרציף כדי לראות אם הם דולקים. " * 8


@pytest.mark.parametrize("width", [900, 500, 700])
def test_what_is_read_from_the_right_begins_at_the_right_edge(view, width):
    view.show_chapter(Chapter(title="", blocks=(paragraph(HEBREW), paragraph(ENGLISH))))
    view.set_looks(looks(line_height=1.5))
    view.resize(width, 600)
    margin = view.document().documentMargin()
    edges = {round(line.naturalTextRect().right()) for line in lines(view, 0)}
    assert len(edges) == 1
    assert edges.pop() == pytest.approx(margin + lines(view, 0)[0].width(), abs=1)
    assert {round(line.naturalTextRect().left()) for line in lines(view, 1)} == {round(margin)}


def test_a_click_into_text_read_from_the_right_finds_its_letter(view):
    view.show_chapter(Chapter(title="", blocks=(paragraph(HEBREW),)))
    cursor = view.textCursor()
    for place in range(0, len(HEBREW) - 2, 40):
        cursor.setPosition(place)
        found = view.cursorForPosition(view.cursorRect(cursor).center())
        assert abs(found.position() - place) <= 1


def test_marks_between_hanzi_stand_as_far_from_one_as_from_the_other(view):
    text = "动而见尤，欲益反损、是以。"
    view.show_chapter(Chapter(title="", blocks=(paragraph(text),)))
    view.set_looks(looks())
    usual = [left_in_first_line(view, 0, place) for place in range(len(text))]
    view.set_looks(looks(pinyin=True))
    moved = [left_in_first_line(view, 0, place) - usual[place] for place in range(len(text))]
    assert moved == pytest.approx([place * moved[1] for place in range(len(text))], abs=1)
    assert moved[1] > 2
