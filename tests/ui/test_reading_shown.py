from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from reader.books.model import Chapter
from reader.ui.reading.shown import LONGEST_LINE, shown
from reader.ui.reading.words import word_at
from tests.fakes.desk import heading, paragraph


def chapter(*texts):
    return Chapter(title="", blocks=tuple(paragraph(text) for text in texts))


def shown_text(text, language="en"):
    return shown(chapter(text), language=language, substitute=True).text


def in_units(text):
    return text.encode("utf-16-le", "surrogatepass")


def part_shown(result, start, end):
    """What is shown of the characters from `start` to `end`, as Qt counts them."""
    units = in_units(result.text)
    first, last = result.offsets.to_qt(start), result.offsets.to_qt(end)
    return units[first * 2 : last * 2].decode("utf-16-le")


def test_ordinary_text_is_shown_as_it_is():
    result = shown(chapter("It was late.", "她打开了信。"), language="en", substitute=True)
    assert result.text == "It was late.\n她打开了信。"
    assert result.offsets.to_qt(15) == 15 == result.offsets.from_qt(15)


def test_names_stand_for_pictures_and_rare_hanzi_where_characters_are_counted():
    assert shown_text("A 😀 smile") == "A [grinning face] smile"
    assert shown_text("笑😀了", "zh") == "笑〔嘿嘿〕了"
    assert shown_text("吃𠮷野家", "zh-CN") == "吃〔U+20BB7〕野家"
    assert shown_text("𝐀𝐁") == "AB"


def test_what_only_joins_pictures_is_not_shown():
    assert shown_text("👩\u200d🔬!") == "[woman][microscope]!"
    assert shown_text("🏳\ufe0f\u200d🌈") == "[white flag][rainbow]"
    assert shown_text("葛\U000e0100飾") == "葛飾"
    assert shown_text("a\u200db") == "a\u200db"


def test_nothing_beyond_the_basic_plane_is_left_where_characters_are_counted():
    text = "".join(map(chr, (*range(0x1F300, 0x1F700), *range(0x20000, 0x20010), 0x10FFFF)))
    assert max(shown_text(text)) <= "\uffff"


def test_pictures_are_shown_as_themselves_where_units_are_counted():
    result = shown(chapter("A 😀 smile"), language="en", substitute=False)
    assert result.text == "A 😀 smile"
    assert part_shown(result, 4, 9) == "smile"


def test_a_place_inside_a_name_is_the_character_it_stands_for():
    offsets = shown(chapter("A 😀 smile"), language="en", substitute=True).offsets
    assert [offsets.from_qt(position) for position in (1, 2, 3, 16, 17, 18)] == [1, 2, 2, 2, 3, 4]


@given(
    st.lists(st.text(alphabet="aé书。😀𠮷\u200d\ufe0f\r\u2029\0\ud800 ", min_size=1, max_size=30)),
    st.booleans(),
)
def test_every_offset_leads_to_its_character_and_back(texts, substitute):
    source = chapter(*texts)
    result = shown(source, language="zh", substitute=substitute)
    in_units(result.text).decode("utf-16-le")
    for offset, character in enumerate(source.text):
        piece = part_shown(result, offset, offset + 1)
        if character in "aé书。 \n":
            assert piece == character
        if piece:
            assert result.offsets.from_qt(result.offsets.to_qt(offset)) == offset


def test_a_paragraph_that_takes_long_to_lay_out_is_broken_after_sentences():
    text = "快速的狐狸跳过了懒狗，他说😀。" * 2_000
    source = chapter("Before.", text, "After.")
    result = shown(source, language="zh", substitute=False)
    lines = result.text.split("\n")
    assert "".join(lines[1:-1]) == text
    assert len(lines) > 7
    assert all(len(line) <= LONGEST_LINE and line.endswith("。") for line in lines[1:-1])
    for offset in (8, 5_000, 20_000, len(source.text) - 6):
        assert (
            part_shown(result, offset, offset + 3).replace("\n", "")
            == (source.text[offset : offset + 3])
        )


def test_the_blank_where_a_line_is_broken_becomes_its_end():
    text = "The quick brown fox jumps over the lazy dog. " * 300
    result = shown(chapter(text), language="en", substitute=False)
    assert result.text.replace("\n", " ") == text
    assert all(line.endswith("dog.") for line in result.text.split("\n")[:-1])


def test_text_without_any_place_to_break_is_broken_all_the_same():
    result = shown(chapter("x" * 3 * LONGEST_LINE), language="en", substitute=False)
    assert [len(line) for line in result.text.split("\n")] == [LONGEST_LINE] * 3
    exact = shown(chapter("x" * LONGEST_LINE), language="en", substitute=False)
    assert "\n" not in exact.text


def test_ten_million_characters_are_made_ready_in_a_moment():
    text = "快速的狐狸跳过了懒狗，他说。" * 27
    source = Chapter(title="", blocks=(heading("长"), *[paragraph(text)] * 26_000))
    assert len(source.text) > 9_000_000
    assert source.block_starts
    begin = time.perf_counter()
    shown(source, language="zh", substitute=True)
    assert time.perf_counter() - begin < 1.0


def word_in(text, offset):
    start, end = word_at(text, offset)
    return text[start:end]


def test_the_word_at_a_place_is_the_one_around_it_or_the_next_on_the_line():
    text = "Don't stop, well-known friend. \nNext"
    assert word_in(text, 0) == "Don't"
    assert word_in(text, 4) == "Don't"
    assert word_in(text, 5) == "Don't"
    assert word_in(text, 8) == "stop"
    assert word_in(text, 11) == "well-known"
    assert word_in(text, 29) == "friend"
    assert word_at(text, 30) == (30, 30)
    assert word_in(text, len(text)) == "Next"
    assert word_at("", 0) == (0, 0)
    assert word_at("。。", 1) == (1, 1)


def test_the_word_at_a_place_among_hanzi_is_one_of_the_dictionary():
    text = "他在中国银行工作，很好。"
    assert word_in(text, text.index("工")) == "工作"
    assert word_in(text, text.index("作")) == "工作"
    assert word_in(text, text.index("行")) in ("银行", "中国银行")
    assert word_in(text, text.index("作") + 1) == "工作"
    assert word_in("说Hello吧", 1) == "Hello"
    assert word_in("说Hello吧", 6) == "吧"
