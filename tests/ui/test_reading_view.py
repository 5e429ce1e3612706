from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette, QTextCharFormat, QTextCursor, QTextFormat

from reader.books.model import Chapter
from reader.ui.reading_view import ReadingView
from tests.fakes.desk import heading, paragraph, small_book


@pytest.fixture
def view(qtbot):
    view = ReadingView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    return view


def mark_format(view):
    marked = view.extraSelections()  # owns what is taken from it
    return QTextCharFormat(marked[0].format)


def marked_line_is_seen(view):
    marked = view.extraSelections()
    cursor = QTextCursor(view.document())
    cursor.setPosition(marked[0].cursor.selectionStart())
    return view.viewport().rect().contains(view.cursorRect(cursor))


def long_chapter(characters):
    text = "The quick brown fox jumps over the lazy dog, and 快速的狐狸跳过了懒狗. " * 8
    blocks = tuple(paragraph(text) for _ in range(characters // len(text)))
    return Chapter(title="Long", blocks=(heading("Long"), *blocks))


def test_the_text_is_the_chapters_and_the_caret_is_there_for_screen_readers(view):
    chapter = small_book().chapters[0]
    view.show_chapter(chapter)
    assert view.toPlainText() == chapter.text
    assert view.isReadOnly()
    assert view.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert view.tabChangesFocus()


def test_every_sentence_beyond_the_basic_plane_is_marked_exactly(view):
    chapter = small_book().chapters[0]
    view.show_chapter(chapter)
    for sentence in ("A smile 😀 appeared 𠮷 there.", "Then the 😀 light went out.", "very"):
        start = chapter.text.index(sentence)
        view.highlight(start, start + len(sentence))
        assert view.highlighted == sentence


def test_the_mark_leaves_the_caret_where_the_reader_put_it(view):
    view.show_chapter(small_book().chapters[0])
    view.place_caret(20)
    view.highlight(60, 70)
    assert view.caret == 20


def test_caret_offsets_are_the_books(view):
    chapter = small_book().chapters[0]
    view.show_chapter(chapter)
    offset = chapter.text.index("light")
    view.place_caret(offset)
    assert view.caret == offset
    cursor = view.textCursor()
    cursor.setPosition(cursor.position() + 5, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "light"


def test_the_mark_is_underlined_too_and_fits_a_dark_palette(view):
    view.show_chapter(small_book().chapters[0])
    view.highlight(0, 5)
    light = mark_format(view)
    assert light.underlineStyle() == QTextCharFormat.UnderlineStyle.SingleUnderline
    palette = QPalette(QColor("#303030"), QColor("#202020"))
    palette.setColor(QPalette.ColorRole.Base, QColor("#101010"))
    view.setPalette(palette)
    dark = mark_format(view)
    assert dark.background().color().lightness() < 128 < light.background().color().lightness()
    for look in (light, dark):
        assert contrast(look.foreground().color(), look.background().color()) > 7


def contrast(one, other):
    """WCAG 2's contrast ratio."""
    lights = sorted((luminance(one), luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(colour):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in colour.getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_soft_line_break_stays_inside_its_paragraph(view):
    chapter = Chapter(title="Verse", blocks=(paragraph("One\u2028two"), paragraph("three")))
    view.show_chapter(chapter)
    assert view.document().blockCount() == 2
    view.highlight(chapter.text.index("three"), len(chapter.text))
    assert view.highlighted == "three"


def test_characters_that_would_break_the_text_up_keep_their_places(view):
    chapter = Chapter(title="Odd", blocks=(paragraph("a\rb\u2029c\ufdd0d\0e. Here."),))
    view.show_chapter(chapter)
    start = chapter.text.index("Here")
    view.highlight(start, start + 5)
    assert view.highlighted == "Here."


def test_headings_are_larger_and_emphasis_is_slanted(view):
    chapter = small_book().chapters[0]
    view.show_chapter(chapter)
    cursor = QTextCursor(view.document())
    cursor.setPosition(1)
    assert cursor.charFormat().fontWeight() > 400
    at = chapter.text.index("very")
    cursor.setPosition(view._offsets.to_qt(at) + 1)
    assert cursor.charFormat().fontItalic()


def test_the_spoken_sentence_is_brought_into_view_wherever_it_is(view, qtbot):
    chapter = long_chapter(200_000)
    view.show_chapter(chapter)
    for share in (0.5, 0.99, 0.01, 0.75):
        start = int(len(chapter.text) * share)
        view.highlight(start, start + 40)
        assert marked_line_is_seen(view), share


def test_a_larger_text_keeps_the_spoken_sentence_in_view(view):
    chapter = long_chapter(100_000)
    view.show_chapter(chapter)
    view.highlight(50_000, 50_040)
    view.set_text_size(40)
    assert marked_line_is_seen(view)
    assert view.document().defaultFont().pointSize() == 40


def test_a_million_characters_open_and_move_without_freezing(view, qtbot):
    chapter = long_chapter(1_000_000)
    assert len(chapter.text) > 900_000
    begin = time.perf_counter()
    with qtbot.waitSignal(view.painted):
        view.show_chapter(chapter)
    opened = time.perf_counter() - begin
    begin = time.perf_counter()
    for share in (0.5, 0.501, 0.9):
        start = int(len(chapter.text) * share)
        view.highlight(start, start + 60)
        view.viewport().repaint()
    moved = (time.perf_counter() - begin) / 3
    assert opened < 2.0
    assert moved < 0.25


def test_a_chapter_has_nothing_of_the_look_of_the_one_before(view):
    one, two, _ = small_book().chapters
    view.show_chapter(one)
    view.place_caret(3)  # inside the heading
    view.show_chapter(two)
    cursor = QTextCursor(view.document())
    cursor.setPosition(two.text.index("她") + 1)
    assert cursor.charFormat().fontWeight() <= QFont.Weight.Normal
    assert not cursor.charFormat().hasProperty(QTextFormat.Property.FontSizeAdjustment)


def test_the_faces_are_those_of_the_books_language_at_every_size(view):
    view.set_language("zh-TW")
    assert view.font().families()[0] == "Noto Serif CJK TC"
    view.set_text_size(30)
    assert view.font().families()[0] == "Noto Serif CJK TC"
    view.set_language("zh-CN")
    assert view.font().families()[0] == "Noto Serif CJK SC"
    assert view.document().defaultFont().pointSize() == 30
