"""Colours, sizes and shapes: what the eye, a magnifier or a pointer meets in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPalette, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from reader.ui.reading.looks import PageLooks
from reader.ui.reading.marks import sentence_look, word_look
from reader.ui.reading_view import ReadingView
from tests.accessibility.conformance.interfaces import name

ENOUGH = 4.5
"""Contrast of text that WCAG 1.4.3 asks for."""

LEAST_SIDE = 24
"""Pixels that WCAG 2.5.8 asks of what is to be hit with a pointer."""


def luminance(colour: QColor) -> float:
    """As WCAG defines it."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue, _ = colour.getRgbF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def palette_of(text: str, ground: str) -> QPalette:
    palette = QPalette(QColor(ground), QColor(ground))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        palette.setColor(role, QColor(text))
    for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
        palette.setColor(role, QColor(ground))
    return palette


def tab_stops(scene):
    """Where Tab leads, one after the other, until it comes back to where it began."""
    start = QApplication.focusWidget()
    for _ in range(60):
        scene.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        yield QApplication.focusWidget()
        if QApplication.focusWidget() is start:
            return
    pytest.fail("Tab does not come round")


@pytest.fixture
def view(qtbot):
    view = ReadingView()
    qtbot.addWidget(view)
    view.resize(320, 256)
    view.show()
    return view


def test_contrast_is_measured_as_wcag_does():
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("ground", ["white", "black"])
def test_what_is_marked_as_spoken_can_be_read(ground):
    palette = palette_of("black" if ground == "white" else "white", ground)
    for look in (sentence_look(palette), word_look(palette)):
        assert contrast(look.foreground().color(), look.background().color()) >= ENOUGH


def test_texts_of_the_usual_palette_can_be_read(scene):
    palette = scene.window.palette()
    for text, ground in (
        (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
        (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
        (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
        (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase),
    ):
        assert contrast(palette.color(text), palette.color(ground)) >= ENOUGH, text


@pytest.mark.parametrize(("text", "ground"), [("yellow", "black"), ("navy", "ivory")])
def test_the_book_has_the_colours_of_the_desktop(scene, text, ground):
    before = QApplication.palette()
    QApplication.setPalette(palette_of(text, ground))
    QApplication.processEvents()
    try:
        scene.window.view.place_caret(len(scene.book.chapters[0].text))
        picture = scene.window.view.viewport().grab().toImage()
        corner = picture.pixelColor(picture.width() - 2, picture.height() - 2)
        assert corner == QColor(ground)
        palette = scene.window.view.palette()
        assert palette.color(QPalette.ColorRole.Text) == QColor(text)
    finally:
        QApplication.setPalette(before)


def test_the_windows_texts_grow_with_those_of_the_desktop(scene):
    before = QApplication.font()
    label = scene.window.status.state
    height = label.fontMetrics().height()
    larger = QApplication.font()
    larger.setPointSizeF(before.pointSizeF() * 2)
    QApplication.setFont(larger)
    QApplication.processEvents()
    try:
        assert label.fontMetrics().height() >= 1.9 * height
        player = scene.window.player
        scene.qtbot.waitUntil(lambda: player.height() >= player.minimumSizeHint().height())
    finally:
        QApplication.setFont(before)


def test_everything_in_the_window_is_there_at_a_width_of_320_pixels(scene):
    window = scene.window
    window.resize(320, 480)
    scene.qtbot.waitUntil(lambda: window.width() == 320)
    player = window.player
    scene.qtbot.waitUntil(lambda: player.width() == 320)
    controls = [player.rate, player.volume, *player.findChildren(QAbstractButton)]
    assert len(controls) > 7
    for control in controls:
        place = QRect(control.mapTo(window, QPoint(0, 0)), control.size())
        assert window.rect().contains(place), control.accessibleName()
    assert window.view.horizontalScrollBar().maximum() == 0


def test_a_long_line_is_wrapped_where_there_is_little_room(view, scene):
    view.show_chapter(scene.book.chapters[0])
    view.set_looks(PageLooks(text_size=32))
    assert view.horizontalScrollBar().maximum() == 0
    assert not view.horizontalScrollBar().isVisible()
    block = view.document().firstBlock()
    while block.isValid():
        layout: QTextLayout = block.layout()
        for line in range(layout.lineCount()):
            assert layout.lineAt(line).naturalTextWidth() <= view.viewport().width()
        block = block.next()


def test_lines_begin_at_one_edge_and_are_not_stretched(view, scene):
    view.show_chapter(scene.book.chapters[0])
    alignment = view.document().defaultTextOption().alignment()
    assert alignment & Qt.AlignmentFlag.AlignLeft
    assert not alignment & (Qt.AlignmentFlag.AlignJustify | Qt.AlignmentFlag.AlignHCenter)


def test_the_chapter_is_one_text_to_scroll_through(view, scene):
    view.show_chapter(scene.book.chapters[0])
    assert view.toPlainText() == scene.book.chapters[0].text
    assert view.verticalScrollBar().maximum() > 0


def test_the_focus_can_be_seen(scene):
    for focus in tab_stops(scene):
        with_focus = focus.grab().toImage()
        focus.clearFocus()
        without = focus.grab().toImage()
        focus.setFocus(Qt.FocusReason.TabFocusReason)
        assert with_focus != without, name(focus)


def test_nothing_lies_over_what_has_the_focus(scene):
    for focus in tab_stops(scene):
        middle = focus.mapTo(scene.window, focus.rect().center())
        hit = scene.window.childAt(middle)
        assert hit is focus or focus.isAncestorOf(hit), name(focus)


def test_what_is_to_be_hit_is_large_enough(scene):
    for button in scene.window.findChildren(QAbstractButton):
        if button.isVisible() and button.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert min(button.width(), button.height()) >= LEAST_SIDE, name(button)


def test_a_press_is_taken_back_by_leaving_the_button(scene):
    play = next(
        button
        for button in scene.window.player.findChildren(QAbstractButton)
        if name(button) == "Play or pause"
    )
    QTest.mousePress(play, Qt.MouseButton.LeftButton, pos=play.rect().center())
    assert not scene.session.playing
    QTest.mouseMove(play, QPoint(-50, -50))
    QTest.mouseRelease(play, Qt.MouseButton.LeftButton, pos=QPoint(-50, -50))
    assert not scene.session.playing
    QTest.mouseClick(play, Qt.MouseButton.LeftButton)
    assert scene.session.playing


def test_names_contain_what_is_written_on_them(scene):
    for button in scene.window.findChildren(QAbstractButton):
        written = button.text().replace("&", "").removesuffix("…")
        if button.isVisible() and written:
            assert written in name(button)
    assert name(scene.window.player.rate) == "Rate"


def test_going_through_the_window_with_tab_changes_nothing(scene):
    before = (scene.session.passage, scene.desk.settings, scene.window.windowTitle())
    for _ in tab_stops(scene):
        assert QApplication.activeModalWidget() is None
    assert (scene.session.passage, scene.desk.settings, scene.window.windowTitle()) == before


def test_changing_a_value_changes_nothing_else(scene):
    rate = scene.window.player.rate
    rate.setFocus(Qt.FocusReason.TabFocusReason)
    before = scene.session.passage
    scene.qtbot.keyClick(rate, Qt.Key.Key_Up)
    assert rate.hasFocus()
    assert scene.desk.settings.rate == pytest.approx(1.1)
    assert scene.session.passage == before
    assert QApplication.activeModalWidget() is None
