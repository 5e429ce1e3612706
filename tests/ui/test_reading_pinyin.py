from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible

from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.language.phonemes import PINYIN
from reader.lexicon.director import LexiconDirector
from reader.lexicon.entry import Entry, Kind
from reader.narration.delivery import Cue, Delivery
from reader.ui.reading import readings as readings_module
from reader.ui.reading.above import Reading, readings
from reader.ui.reading.looks import PageLooks
from reader.ui.reading.tone_marks import marked
from reader.ui.reading_view import ReadingView
from tests.fakes.desk import paragraph


def above(*runs, language="zh", cues_of=None, block_language=None):
    """What stands above a paragraph of `runs`."""
    runs = tuple(Run(text=run) if isinstance(run, str) else run for run in runs)
    block = Block(kind=BlockKind.PARAGRAPH, runs=runs, language=block_language)
    chapter = Chapter(title="", blocks=(block,))
    return readings(chapter, 0, len(chapter.text), language=language, cues_of=cues_of)


def texts(found):
    return [each.text for each in found]


@pytest.mark.parametrize(
    ("numbered", "printed"),
    [
        ("zhong1", "zhōng"),
        ("guo2", "guó"),
        ("nv3", "nǚ"),
        ("lve4", "lüè"),
        ("gui4", "guì"),
        ("liu2", "liú"),
        ("dou1", "dōu"),
        ("xiong2", "xióng"),
        ("de5", "de"),
        ("er2", "ér"),
        ("er5", "r"),
        ("ng2", "ńg"),
    ],
)
def test_tones_are_marked_where_they_are_printed(numbered, printed):
    assert marked(numbered) == printed


def test_hanzi_are_read_in_their_words_with_the_tones_of_dictionaries():
    assert texts(above("银行行长不是一个人。")) == [
        *("yín", "háng", "háng", "zhǎng", "bù", "shì", "yī", "gè", "rén")
    ]
    assert texts(above("你好，朋友")) == ["nǐ", "hǎo", "péng", "you"]


def test_each_syllable_stands_over_its_own_hanzi():
    assert above("A灯。") == [Reading(1, 2, "dēng")]
    assert above("No hanzi here.") == []


def test_what_the_book_says_itself_counts():
    ruby = Run(text="重庆", ruby="chóng qìng")
    assert texts(above("去", ruby)) == ["qù", "chóng", "qìng"]
    together = Run(text="今日", ruby="きょう")
    assert above(together, "好") == [Reading(0, 2, "きょう"), Reading(2, 3, "hǎo")]
    told = Run(text="行", phonemes="xing2", phoneme_alphabet="x-pinyin")
    assert texts(above("银", told)) == ["yín", "xíng"]


def test_hanzi_that_are_not_said_in_mandarin_have_nothing_above():
    assert above("日本語の本", language="ja") == []
    assert above("日本語の本", block_language="ja") == []
    japanese = Run(text="東京", language="ja")
    assert texts(above("去", japanese)) == ["qù"]


def test_what_the_reader_says_counts_as_it_does_for_the_voice():
    book = Book(title="", chapters=(), identifier="a book", language="zh")
    entry = Entry(word="行长", kind=Kind.PINYIN, say="xing2 chang2", language="zh")
    director = LexiconDirector(book, [entry])
    assert texts(above("银行行长", cues_of=director.cues_of)) == ["yín", "háng", "xíng", "cháng"]
    own = Run(text="行长", ruby="háng zhǎng")
    assert texts(above(own, cues_of=director.cues_of)) == ["háng", "zhǎng"]


def test_what_the_reader_says_of_this_book_counts_more_than_the_book():
    delivery = Delivery(phonemes="xing2", alphabet="x-pinyin")
    cue = Cue(start=0, end=1, delivery=delivery, overrules=True)
    assert texts(above(Run(text="行", ruby="háng"), cues_of=lambda *_: [cue])) == ["xíng"]


# On the page


@pytest.fixture
def view(qtbot):
    view = ReadingView()
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.set_language("zh")
    view.set_looks(PageLooks(pinyin=True))
    view.show()
    return view


def chapter(count=1):
    return Chapter(title="", blocks=tuple(paragraph(f"第{n}盏灯亮了。") for n in range(count)))


def known(view):
    """The paragraphs on the page of which it is known how they are said."""
    found = []
    block = view.document().firstBlock()
    while block.isValid():
        if view._readings.of(block) is not None:
            found.append(block.blockNumber())
        block = block.next()
    return found


def inked(view):
    """How many pixels of the room above the first line are not the ground."""
    picture = view.viewport().grab().toImage()
    rect = view.cursorRect()
    ground = picture.pixel(1, 1)
    return sum(
        picture.pixel(x, y) != ground
        for x in range(rect.left() + 4, rect.left() + 150)
        for y in range(max(0, rect.top() - rect.height() // 3), rect.top())
    )


def test_pinyin_is_painted_above_the_line_when_it_is_found(view, qtbot):
    view.show_chapter(chapter())
    with qtbot.waitSignal(view._readings.ready):
        view.viewport().repaint()
    assert inked(view) > 50
    view.set_looks(PageLooks(pinyin=False))
    assert inked(view) == 0


def test_only_what_is_seen_is_looked_up(view, qtbot):
    view.show_chapter(chapter(2_000))
    with qtbot.waitSignal(view._readings.ready):
        view.viewport().repaint()
    assert 0 < len(known(view)) < 30
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    with qtbot.waitSignal(view._readings.ready):
        view.viewport().repaint()
    assert known(view)[-1] == 1_999
    assert len(known(view)) < 60


def test_of_many_pages_the_last_ones_are_kept(view, qtbot, monkeypatch):
    monkeypatch.setattr(readings_module, "_KEPT", 20)
    view.show_chapter(chapter(500))
    for share in (0.2, 0.5, 0.9):
        view.verticalScrollBar().setValue(int(view.verticalScrollBar().maximum() * share))
        with qtbot.waitSignal(view._readings.ready):
            view.viewport().repaint()
    assert len(known(view)) <= 20


def test_without_pinyin_nothing_is_looked_up(view):
    view.set_looks(PageLooks())
    view.show_chapter(chapter())
    view.viewport().repaint()
    assert view._readings._task is None


def test_a_book_in_another_language_keeps_no_room_for_pinyin(view):
    view.set_language("ja")
    view.show_chapter(chapter())
    view.viewport().repaint()
    assert view._readings._task is None
    assert view.page_layout.spacing.ruby == 0


def test_words_that_are_said_otherwise_are_looked_up_anew(view, qtbot):
    view.show_chapter(chapter())
    with qtbot.waitSignal(view._readings.ready):
        view.viewport().repaint()
    tone = "4"

    def cues_of(*_):
        return [Cue(start=3, end=4, delivery=Delivery(phonemes=f"deng{tone}", alphabet=PINYIN))]

    with qtbot.waitSignal(view._readings.ready):
        view.set_pronunciations(cues_of)
    assert "dèng" in texts(view._readings.of(view.document().firstBlock()))
    tone = "2"
    with qtbot.waitSignal(view._readings.ready):
        view.renew_pinyin()
    assert "déng" in texts(view._readings.of(view.document().firstBlock()))


def test_what_cannot_be_found_is_not_asked_for_again_and_the_text_stays(view, qtbot):
    asked = []

    def broken(*_):
        asked.append(True)
        raise RuntimeError("no dictionary")

    view.show_chapter(chapter())
    view.set_pronunciations(broken)
    view.viewport().repaint()
    qtbot.waitUntil(lambda: view._readings._failed)
    view.viewport().repaint()
    assert len(asked) == 1
    assert view.toPlainText() == "第0盏灯亮了。"


def test_a_chapter_left_behind_tells_nothing_of_the_next(view, qtbot):
    view.show_chapter(chapter())
    view.viewport().repaint()
    view.show_chapter(Chapter(title="", blocks=(paragraph("信里只有一句话。"),)))
    with qtbot.waitSignal(view._readings.ready):
        view.viewport().repaint()
    assert texts(view._readings.of(view.document().firstBlock()))[0] == "xìn"


def test_screen_readers_read_the_book_and_no_pinyin(view, qtbot):
    view.show_chapter(chapter())
    with qtbot.waitSignal(view._readings.ready):
        view.viewport().repaint()
    told = QAccessible.queryAccessibleInterface(view).textInterface()
    assert told.text(0, told.characterCount()) == "第0盏灯亮了。"
    assert view.toPlainText() == "第0盏灯亮了。"
