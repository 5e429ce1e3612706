"""Plain text: encodings, paragraphs, headings."""

from __future__ import annotations

import pytest

from reader.books.cutting import LONGEST_BLOCK
from reader.books.encoding import decode, rarity
from reader.books.headings import heading_level
from reader.books.model import LINE_BREAK, BlockKind
from reader.books.paragraphs import paragraphs
from reader.books.registry import read_book
from reader.errors import BookError, DamagedBook

SIMPLIFIED = "话说天下大势，分久必合，合久必分。周末七国分争，并入于秦。" * 8
TRADITIONAL = "話說天下大勢，分久必合，合久必分。周末七國分爭，併入於秦。" * 8
JAPANESE = "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。" * 8
KOREAN = "나는 고양이다. 이름은 아직 없다. 어디서 태어났는지 전혀 모른다." * 8
RUSSIAN = "Все счастливые семьи похожи друг на друга, каждая несчастлива по-своему." * 8
GERMAN = "Über allen Gipfeln ist Ruh, in allen Wipfeln spürest du kaum einen Hauch." * 8


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "utf-8-sig"),
        (SIMPLIFIED, "utf-16"),
        (GERMAN, "utf-16-le"),
        (GERMAN, "utf-16-be"),
        (SIMPLIFIED, "gb2312"),
        (SIMPLIFIED, "gb18030"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "big5hkscs"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (KOREAN, "euc_kr"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp1251"),
        (GERMAN, "latin-1"),
    ],
)
def test_the_encoding_is_found(text, encoding):
    assert decode(text.encode(encoding)).text == text


def test_a_declaration_decides_unless_it_cannot_be_true():
    assert decode("é".encode("latin-1"), declared="iso-8859-1").text == "é"
    assert decode(SIMPLIFIED.encode(), declared="iso-8859-1").text == SIMPLIFIED
    assert decode(SIMPLIFIED.encode("gb18030"), declared="big5").text == SIMPLIFIED


@pytest.mark.parametrize("declared", ["nonsense", "utf\0-8", "base64", "idna", "undefined", ""])
def test_a_declaration_that_names_no_encoding_is_passed_over(declared):
    assert decode(SIMPLIFIED.encode("gb18030"), declared=declared).text == SIMPLIFIED


def test_one_broken_byte_does_not_change_the_encoding():
    data = bytearray(SIMPLIFIED.encode())
    data[100] = 0xFF
    decoded = decode(bytes(data))
    assert decoded.encoding == "utf-8"
    assert 1 <= decoded.damaged <= 3


def test_wrong_decodings_look_rare():
    assert rarity(SIMPLIFIED) == 0
    assert rarity(TRADITIONAL.encode("big5").decode("gb18030", "replace")) > 0.1


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("第十二回 王熙凤毒设相思局", 2),
        ("第3章", 2),
        ("第 三 章　开端", 2),
        ("第三章　开端", 2),
        ("第一部 启程", 1),
        ("卷一", 1),
        ("卷三 周文", 1),
        ("第二节 方法", 3),
        ("楔子", 2),
        ("后记", 2),
        ("Chapter IV", 2),
        ("CHAPTER 12. The End", 2),
        ("PART ONE", 1),
        ("Book the First", 1),
        ("Prologue", 2),
        ("第二天早上，他走了。", 0),
        ("第一章讲的是分类，", 0),
        ("Part of the trouble was money.", 0),
        ("chapter one was dull, he said, and then he left the room for good", 0),
        ("Book two seats for me", 0),
        ("序幕拉开了。", 0),
        ("", 0),
    ],
)
def test_headings(line, level):
    assert heading_level(line) == level


def test_chapters_from_headings_and_text_before_them(tmp_path):
    path = tmp_path / "红楼梦.txt"
    path.write_text("红楼梦\n\n第一回 甄士隐\n此开卷第一回也。\n第二回 贾夫人\n诗云。\n", "utf-8")
    book = read_book(path)
    assert [(chapter.title, chapter.text) for chapter in book.chapters] == [
        ("红楼梦", "红楼梦"),
        ("第一回 甄士隐", "第一回 甄士隐\n此开卷第一回也。"),
        ("第二回 贾夫人", "第二回 贾夫人\n诗云。"),
    ]
    assert (book.title, book.language) == ("红楼梦", "zh")
    assert book.chapters[1].blocks[0].kind is BlockKind.HEADING


def test_hard_wrapped_lines_are_joined():
    lines = [
        "It was the best of times, it was the worst of times, it was the",
        "age of wisdom, it was the age of foolishness, it was the epoch",
        "of belief, it was the epoch of incredulity.",
        "",
        "There were a king with a large jaw and a queen with a plain",
        "face, on the throne of England.",
    ]
    assert list(paragraphs(lines)) == [
        "It was the best of times, it was the worst of times, it was the age of wisdom, it was "
        "the age of foolishness, it was the epoch of belief, it was the epoch of incredulity.",
        "There were a king with a large jaw and a queen with a plain face, on the throne of "
        "England.",
    ]


def test_wrapped_chinese_is_joined_without_spaces_at_indents():
    lines = [
        "　　话说天下大势分久必合合久必分周末七国分",
        "争并入于秦及秦灭之后楚汉分争又并入于汉。",
        "　　汉朝自高祖斩白蛇而起义一统天下后来光武",
        "中兴传至献帝遂分为三国推其致乱之由殆始于",
        "桓灵二帝。",
    ]
    assert list(paragraphs(lines)) == [
        "话说天下大势分久必合合久必分周末七国分争并入于秦及秦灭之后楚汉分争又并入于汉。",
        "汉朝自高祖斩白蛇而起义一统天下后来光武中兴传至献帝遂分为三国推其致乱之由殆始于桓灵二帝。",
    ]


def test_a_line_for_each_paragraph_stays_so():
    lines = ["短。", "这是一个很长的段落，" * 20, "“走吧。”", "又一个段落，说了许多话，" * 9]
    assert list(paragraphs(lines)) == lines


def test_verse_keeps_its_lines():
    prose = ["a line of ordinary wrapped prose that is about this wide, yes"] * 9
    lines = [*prose, "", "Roses are red,", "violets are blue,", "sugar is sweet.", "", *prose]
    assert list(paragraphs(lines))[1] == LINE_BREAK.join(
        ["Roses are red,", "violets are blue,", "sugar is sweet."]
    )


def test_every_kind_of_line_end_and_no_line_feed_in_a_block(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"one\r\ntwo\rthree\nfour\x0cfive\n***\nsix\tseven")
    book = read_book(path)
    blocks = [(block.kind.name, block.text) for block in book.chapters[0].blocks]
    assert blocks == [
        ("PARAGRAPH", "one"),
        ("PARAGRAPH", "two"),
        ("PARAGRAPH", "three"),
        ("PARAGRAPH", "four five"),
        ("SEPARATOR", "***"),
        ("PARAGRAPH", "six seven"),
    ]


def test_a_few_undecodable_characters_are_counted(tmp_path):
    path = tmp_path / "a.txt"
    data = bytearray(SIMPLIFIED.encode() * 3)
    data[300] = 0xFF
    path.write_bytes(data)
    assert any("could not be decoded" in warning for warning in read_book(path).warnings)


def test_characters_that_mean_nothing_are_not_read_aloud(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(bytes(range(0x80, 0x100)) * 40)
    with pytest.raises(BookError) as caught:
        read_book(path)
    assert isinstance(caught.value, DamagedBook)
    assert "UTF-8" in caught.value.remedy


def test_a_novel_of_ten_million_characters_opens_quickly(tmp_path):
    import time

    path = tmp_path / "long.txt"
    chapter = (
        "第{}回 题目\n" + "　　话说天下大势，分久必合，合久必分。周末七国分争，并入于秦。\n" * 300
    )
    path.write_text("".join(chapter.format(n) for n in range(1, 1001)), "utf-8")
    started = time.process_time()
    book = read_book(path)
    assert time.process_time() - started < 20
    assert len(book.chapters) == 1000
    assert book.characters > 8_000_000


def test_japanese_readings_are_taken_out_of_the_text(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(
        "吾輩《わがはい》は猫である。\n書生《しょせい》という｜人間《にんげん》［＃「人間」に傍点］\n"
        "種族《しゅぞく》であった。\n",
        "shift_jis",
    )
    blocks = read_book(path).chapters[0].blocks
    assert [block.text for block in blocks] == [
        "吾輩は猫である。",
        "書生という人間",
        "種族であった。",
    ]
    assert [(run.text, run.ruby) for run in blocks[1].runs] == [
        ("書生", "しょせい"),
        ("という", None),
        ("人間", "にんげん"),
    ]


def test_chinese_book_titles_are_no_readings(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("他读过《红楼梦》《西游记》和《水浒传》。", "utf-8")
    assert read_book(path).chapters[0].text == "他读过《红楼梦》《西游记》和《水浒传》。"


def test_verse_set_off_by_an_indent_keeps_its_lines():
    prose = [
        "All the lines of this long paragraph are as wide as the page of paper is,",
        "and so they were wrapped by hand at seventy columns or a little more, and",
        "are to be joined again when somebody wants to hear them read from a book.",
    ]
    quoted = ["  " + line for line in prose]
    verse = ["  Poor Isabella's Dead, whose abdication", "  Set all tongues wagging in the nation."]
    lines = [*prose, "", *verse, "", *prose, "", *quoted, "", *prose, ""] + [*prose, ""] * 6
    found = list(paragraphs(lines))
    assert found[1] == LINE_BREAK.join(line.strip() for line in verse)
    assert found[3] == " ".join(prose)


def test_a_text_of_one_line_is_cut_into_blocks_at_sentences(tmp_path):
    path = tmp_path / "line.txt"
    path.write_text("天地玄黄，宇宙洪荒。" * 10_000 + "x" * 50_000, encoding="utf-8")
    (chapter,) = read_book(path).chapters
    assert max(len(block.text) for block in chapter.blocks) <= LONGEST_BLOCK
    assert chapter.blocks[0].text.endswith("。")
    assert chapter.text.replace("\n", "") == "天地玄黄，宇宙洪荒。" * 10_000 + "x" * 50_000


def test_a_gutenberg_text_names_its_title_and_author(tmp_path):
    path = tmp_path / "972.txt"
    head = "The Project Gutenberg EBook of A Long\r\n\r\nTitle: A Long\r\n       Title\r\n\r\n"
    path.write_bytes((head + "Author: Ann Author\r\n\r\nIt began.  Then it ended.\r\n").encode())
    book = read_book(path)
    assert (book.title, book.authors) == ("A Long Title", ("Ann Author",))
    assert book.chapters[-1].blocks[-1].text == "It began. Then it ended."


def test_a_text_without_headings_is_one_chapter_of_the_books_name(tmp_path):
    path = tmp_path / "A Tale.txt"
    path.write_text("It began.\n\nIt ended.", encoding="utf-8")
    assert [chapter.title for chapter in read_book(path).chapters] == ["A Tale"]
