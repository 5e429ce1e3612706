from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFont,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)

from reader.books.model import Chapter
from reader.ui.reading.looks import PageLooks
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
    view.set_looks(PageLooks(text_size=40))
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
    view.set_looks(PageLooks(text_size=30))
    assert view.font().families()[0] == "Noto Serif CJK TC"
    view.set_language("zh-CN")
    assert view.font().families()[0] == "Noto Serif CJK SC"
    assert view.document().defaultFont().pointSize() == 30


def marked_texts(view):
    """What is set off on the screen: the sentence, then the word."""
    return [each.cursor.selectedText() for each in view.extraSelections()]


def first_line(view):
    return view.verticalScrollBar().value()


def test_the_word_is_set_off_inside_its_sentence_without_the_help_of_colours(view):
    chapter = small_book().chapters[0]
    view.show_chapter(chapter)
    start = chapter.text.index("Then the 😀 light")
    view.highlight(start, start + 26)
    at = chapter.text.index("light")
    view.mark_word(at, at + 5)
    assert marked_texts(view) == ["Then the 😀 light went out.", "light"]
    assert (view.highlighted, view.highlighted_word) == (marked_texts(view)[0], "light")
    for base in ("#ffffff", "#101010"):
        palette = QPalette(view.palette())
        palette.setColor(QPalette.ColorRole.Base, QColor(base))
        view.setPalette(palette)
        marks = view.extraSelections()
        sentence, word = (QTextCharFormat(mark.format) for mark in marks)
        assert contrast(word.foreground().color(), word.background().color()) > 7
        assert contrast(word.background().color(), sentence.background().color()) > 4.5


def test_the_next_sentence_has_no_word_until_one_is_spoken(view):
    view.show_chapter(small_book().chapters[0])
    view.highlight(0, 11)
    view.mark_word(0, 3)
    view.highlight(12, 24)
    assert marked_texts(view) == ["It was late."]
    view.mark_word(12, 14)
    view.mark_word(None)
    assert marked_texts(view) == ["It was late."]


def test_either_mark_can_be_left_out(view):
    view.show_chapter(small_book().chapters[0])
    view.highlight(0, 11)
    view.mark_word(0, 3)
    view.set_marks(sentence=False, word=True)
    assert marked_texts(view) == ["The"]
    assert (view.highlighted, view.highlighted_word) == ("", "The")
    view.set_marks(sentence=True, word=False)
    assert marked_texts(view) == ["The harbour"]
    assert view.highlighted_word == ""


def test_the_text_follows_the_voice_without_its_mark(view):
    view.set_marks(sentence=False, word=False)
    chapter = long_chapter(100_000)
    view.show_chapter(chapter)
    view.highlight(50_000, 50_040)
    assert first_line(view) > 0


def test_only_what_the_reader_does_counts_as_moving_the_caret(view, qtbot):
    chapter = small_book().chapters[0]
    moves = []
    view.caret_moved.connect(moves.append)
    view.show_chapter(chapter, at=12)
    view.place_caret(20)
    view.select(24, 30)
    view.highlight(12, 24)
    view.clear_book()
    view.show_chapter(chapter)
    assert moves == []
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert moves == [view.caret] == [12]


def test_a_screen_reader_that_puts_the_caret_is_the_reader(view):
    chapter = small_book().chapters[0]
    view.show_chapter(chapter)
    moves = []
    view.caret_moved.connect(moves.append)
    interface = QAccessible.queryAccessibleInterface(view)
    interface.textInterface().setCursorPosition(15)
    assert moves == [15]


def test_a_chapter_is_shown_with_the_caret_at_its_place_even_if_the_book_got_shorter(view):
    chapter = small_book().chapters[0]
    view.show_chapter(chapter, at=40)
    assert view.caret == 40
    view.show_chapter(chapter, at=10_000)
    assert view.caret == len(chapter.text)
    view.highlight(9_000, 9_100)
    view.select(-5, 3)
    assert view.selection == (0, 3)


def test_what_is_selected_is_told_in_the_books_offsets(view):
    chapter = small_book().chapters[0]
    view.show_chapter(chapter)
    assert view.selection is None
    at = chapter.text.index("light")
    view.select(at, at + 5)
    assert view.textCursor().selectedText() == "light"
    assert view.selection == (at, at + 5)
    assert view.caret == at
    assert view.word_at_caret() == (at, at + 5)


def test_the_arrow_keys_tell_when_the_chapter_ends(view, qtbot):
    view.show_chapter(small_book().chapters[0])
    edges = []
    view.edge_reached.connect(edges.append)
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert edges == []
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert edges == [1]
    qtbot.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert edges == [1]
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert edges == [1, -1]


def test_an_empty_view_has_no_edges(view, qtbot):
    edges = []
    view.edge_reached.connect(edges.append)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert edges == []
    assert view.word_at_caret() == (0, 0)


def test_who_scrolls_away_is_left_alone_until_they_come_back(view):
    view.show_chapter(long_chapter(100_000))
    view.highlight(0, 60)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    view.highlight(60, 120)
    assert not marked_line_is_seen(view)
    bar.setValue(0)
    view.highlight(120, 180)
    view.highlight(60_000, 60_060)
    assert marked_line_is_seen(view)


@pytest.mark.parametrize("place", range(10_000, 100_000, 9_700))
def test_a_sentence_among_lines_that_were_never_laid_out_is_brought_into_view(view, place):
    view.show_chapter(long_chapter(100_000))
    view.highlight(place, place + 60)
    assert marked_line_is_seen(view)


def test_playing_or_jumping_brings_the_sentence_back(view):
    view.show_chapter(long_chapter(100_000))
    view.highlight(50_000, 50_060)
    view.verticalScrollBar().setValue(0)
    view.follow()
    assert marked_line_is_seen(view)
    view.verticalScrollBar().setValue(0)
    view.place_caret(70_000)
    view.highlight(70_000, 70_060)
    assert marked_line_is_seen(view)


def test_a_larger_text_does_not_pull_back_who_has_scrolled_away(view):
    view.show_chapter(long_chapter(100_000))
    view.highlight(50_000, 50_060)
    view.verticalScrollBar().setValue(0)
    view.highlight(50_060, 50_120)
    view.set_looks(PageLooks(text_size=30))
    assert first_line(view) == 0


def test_the_word_is_kept_in_view_in_a_sentence_larger_than_the_page(view):
    chapter = Chapter(title="", blocks=(paragraph("word " * 790),))
    view.show_chapter(chapter)
    view.highlight(0, len(chapter.text))
    view.mark_word(3_500, 3_504)
    cursor = QTextCursor(view.document())
    cursor.setPosition(3_500)
    assert view.viewport().rect().contains(view.cursorRect(cursor))


def test_copying_gives_the_books_own_text(qtbot):
    view = ReadingView(counted_in_characters=lambda: True)
    qtbot.addWidget(view)
    text = "A 😀 day. " + "No sentence ends before this one does. " * 120
    view.show_chapter(Chapter(title="", blocks=(paragraph("One\u2028two"), paragraph(text))))
    assert "[grinning face]" in view.toPlainText()
    view.selectAll()
    assert view.createMimeDataFromSelection().text() == f"One\ntwo\n{text}"
    cursor = view.textCursor()
    cursor.setPosition(view.toPlainText().index("grin"))
    cursor.setPosition(cursor.position() + 4, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    assert view.createMimeDataFromSelection().text() == "😀"


def test_a_screen_reader_that_starts_later_is_given_names_for_pictures(qtbot):
    running = False
    view = ReadingView(counted_in_characters=lambda: running)
    qtbot.addWidget(view)
    view.resize(600, 400)
    chapter = small_book().chapters[0]
    view.show_chapter(chapter, at=70)
    start = chapter.text.index("Then the 😀")
    view.highlight(start, start + 26)
    moves = []
    view.caret_moved.connect(moves.append)
    running = True
    view.refresh()
    assert "smile [grinning face] appeared [U+20BB7] there" in view.toPlainText()
    assert marked_texts(view) == ["Then the [grinning face] light went out."]
    assert view.caret == 70
    assert moves == []
    running = False
    view.refresh()
    assert view.toPlainText() == chapter.text


def test_a_paragraph_of_a_million_characters_is_read_without_freezing(view, qtbot):
    text = "快速的狐狸跳过了懒狗，他说。" * 75_000
    chapter = Chapter(title="", blocks=(paragraph(text),))
    begin = time.perf_counter()
    with qtbot.waitSignal(view.painted):
        view.show_chapter(chapter)
    assert time.perf_counter() - begin < 2.0
    for share in (0.5, 0.9, 0.1):
        start = int(len(text) * share)
        begin = time.perf_counter()
        view.highlight(start, start + 14)
        view.viewport().repaint()
        assert time.perf_counter() - begin < 0.25
        assert marked_line_is_seen(view)
