from __future__ import annotations

import doctest
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import paths
from reader.language import spelling
from reader.language.pinyin import syllables
from reader.language.spelling import spell, spell_word
from reader.language.spelling.names import basic_form, character_name


def said(text, language):
    return [each.say for each in spell(text, language)]


def spelled_in(sentence, word):
    start = sentence.index(word)
    return [each.say for each in spell_word(sentence, start, start + len(word))]


def table():
    file = paths.resources_folder() / "spelling" / "words.txt"
    return [line.split() for line in file.read_text("utf-8").splitlines()]


def common(rows):
    """The hanzi of GB 2312's `rows`: 16 to 55 are the 3,755 commonest."""
    for row, cell in ((row, cell) for row in rows for cell in range(1, 95)):
        pair = bytes([0xA0 + row, 0xA0 + cell]).decode("gb2312", "ignore")
        yield from pair


def test_the_example_of_the_module_is_true():
    assert doctest.testmod(spelling).failed == 0


def test_a_hanzi_is_told_by_a_word_in_which_it_is_read_as_it_is_here():
    sentence = "他在银行里行走，长大了重新开始。"
    assert spelled_in(sentence, "银行")[1] == "银行的行"
    assert spelled_in(sentence, "行走")[0] == "行动的行"
    assert spelled_in(sentence, "长大")[0] == "增长的长"
    assert spelled_in(sentence, "重新")[0] == "重新的重"
    assert spelled_in("路很长。", "长") == ["长期的长"]


@pytest.mark.parametrize("reading", ["xing2", "hang2"])
def test_every_word_of_the_table_is_read_as_the_table_says(reading):
    row = next(row for row in table() if row[0] == "行")
    word = row[row.index(reading) + 1]
    assert (row[0], reading) in [(each.text, each.citation) for each in syllables(word)]


def test_every_word_of_the_table_holds_its_hanzi():
    rows = table()
    assert len(rows) > 5_000
    for hanzi, *told in rows:
        assert told
        assert all(hanzi in word for word in told[1::2])
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)


def test_nearly_all_common_hanzi_have_a_word():
    known = {row[0] for row in table()}
    first, second = list(common(range(16, 56))), list(common(range(56, 88)))
    assert len(first) == 3755
    assert sum(hanzi in known for hanzi in first) / len(first) > 0.999
    assert sum(hanzi in known for hanzi in second) / len(second) > 0.6


def test_no_word_is_one_that_nobody_wants_to_hear():
    words = set(chain.from_iterable(row[2::2] for row in table()))
    assert not words & {"阴茎", "睾丸", "勃起", "奸淫", "淋病", "混蛋", "拉屎", "嗍奶头"}


def test_traditional_hanzi_are_told_by_their_simplified_ones():
    assert said("書", "zh") == ["书本的书，繁体"]


def test_hanzi_without_a_word_are_told_by_their_code():
    assert said("\U00020bb7", "zh") == ["生僻字，编码 2 0 B B 7"]
    assert said("呸", "zh") == ["呸，编码 5 4 7 8"]


def test_letters_digits_and_signs_are_called_by_name_in_either_language():
    assert said("Qa7,é", "en") == ["capital Q", "a", "7", "comma", "e with acute"]
    assert said("Qa7，", "zh") == ["大写 Q", "a", "7", "逗号"]
    assert said("αЯ", "en") == ["greek alpha", "capital cyrillic ya"]
    assert said("don’t", "en-GB")[3] == "apostrophe"


def test_pictures_are_called_what_they_show():
    assert said("😀👍🏽❤️", "en") == ["grinning face", "thumbs up", "medium skin tone", "red heart"]
    assert said("😀", "zh-CN") == ["嘿嘿"]
    assert said("🇨🇳", "en") == ["flag letter C", "flag letter N"]


def test_the_language_is_that_of_the_word_where_none_is_told():
    text = "Say A, 说A。"
    assert [each.say for each in spell_word(text, 4, 5)] == ["capital A"]
    assert [each.say for each in spell_word(text, 7, 9)] == ["说道的说", "大写 A"]


def test_a_sign_that_has_a_plain_form_is_known_by_it():
    assert basic_form("𝐀") == "A"
    assert basic_form("😀") is None
    assert basic_form("A") is None
    assert character_name("\ue000", "en") == "U+E000"


@given(st.text(alphabet=st.characters(), max_size=30), st.sampled_from(["en", "zh", "", "fr"]))
def test_anything_can_be_spelled(text, language):
    spelled = spell(text, language)
    assert "".join(each.character for each in spelled) == "".join(
        character for character in text if character not in "\ufe0e\ufe0f\u200d"
    )
    assert all(each.say.strip() for each in spelled)
