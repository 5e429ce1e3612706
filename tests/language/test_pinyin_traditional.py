"""Traditional hanzi: what is said is what the simplified text says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language.pinyin import numbered, syllables
from reader.language.traditional import simplified


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他著急地說：「沒關係，我會瞭解的。」", "他着急地说：「没关系，我会了解的。」"),
        ("這部著作很著名，他看著窗外", "这部著作很著名，他看着窗外"),
        ("乾隆年間的乾果與乾淨的頭髮", "乾隆年间的干果与干净的头发"),
        ("站在高處瞭望，心裡明瞭", "站在高处瞭望，心里明了"),
        ("甚麼事？沈先生沈默了，下沈的船", "什么事？沈先生沉默了，下沉的船"),
        ("皇后在後面，隻身一人，只有麵條", "皇后在后面，只身一人，只有面条"),
        ("著作等身，沿著河邊走", "著作等身，沿着河边走"),
    ],
)
def test_a_character_for_a_character(text: str, expected: str) -> None:
    assert simplified(text) == expected


@pytest.mark.parametrize("text", ["简体字没有变化，著名的著作。", "no hanzi", "", "a𠀀\ud800"])
def test_other_text_is_the_same(text: str) -> None:
    assert simplified(text) == text


@pytest.mark.parametrize(
    ("traditional", "simple"),
    [
        ("銀行行長長大了", "银行行长长大了"),
        ("他還了三百塊錢還沒走", "他还了三百块钱还没走"),
        ("慢慢地走著，聽見鳥兒在叫", "慢慢地走着，听见鸟儿在叫"),
        ("為了孩子們，媽媽甚麼都願意", "为了孩子们，妈妈什么都愿意"),
        ("兩隻貓只要一條魚", "两只猫只要一条鱼"),
        ("他說得對，我們得走了", "他说得对，我们得走了"),
    ],
)
def test_both_forms_sound_the_same(traditional: str, simple: str) -> None:
    assert numbered(traditional) == numbered(simple)


def test_the_traditional_form_tells_the_reading() -> None:
    assert numbered("發與髮") == "fa1 yu3 fa4"
    assert numbered("隻") == "zhi1"


def test_the_written_characters_are_kept() -> None:
    text = "他看著頭髮。"
    assert "".join(syllable.text for syllable in syllables(text)) == text


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_the_length_never_changes(text: str) -> None:
    assert len(simplified(text)) == len(text)
