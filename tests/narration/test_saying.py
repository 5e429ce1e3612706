"""Text read as what it is called, in Chinese and English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.books.model import Run
from reader.language.spoken import SpokenStyle
from reader.narration.delivery import Delivery
from reader.narration.saying import LETTER_BY_LETTER, said_as
from tests.narration.books import block
from tests.narration.directed import cue, utterances

STYLE = SpokenStyle()


def said(way: str, text: str, language: str, style: SpokenStyle = STYLE) -> str | None:
    form = said_as(way, text, language, style)
    return form.text if form is not None else None


@pytest.mark.parametrize(
    ("way", "text", "chinese", "english"),
    [
        ("characters", "NASA", "N A S A", "N A S A"),
        ("characters", "a b", "A B", "A B"),
        ("characters", "A-3071", "A 杠 三零七幺", "A dash three zero seven one"),
        ("spell-out", "银行", "银 行", "银 行"),
        ("characters", "3.5%", "三 点 五 百分号", "three dot five percent"),
        ("digits", "3071", "三零七幺", "three zero seven one"),
        ("digits", "A3", "A 三", "A three"),
        ("cardinal", "2023", "两千零二十三", "two thousand twenty-three"),
        ("cardinal", "-3.5", "负三点五", "minus three point five"),
        ("cardinal", "1,299", "一千二百九十九", "one thousand two hundred ninety-nine"),
        ("ordinal", "3", "第三", "third"),
        ("ordinal", "21st", "第二十一", "twenty-first"),
        ("telephone", "+86 10", "加八六，幺零", "plus eight six, one zero"),
        (
            "telephone",
            "13800138000",
            "幺三八零零幺三八零零零",
            "one three eight zero, zero one three eight, zero zero zero",
        ),
        ("date", "2023-12-05", "二零二三年十二月五日", "December fifth, twenty twenty-three"),
        ("date", "13/12/2021", "二零二一年十二月十三日", "December thirteenth, twenty twenty-one"),
        ("date", "3/4", "三月四日", "March fourth"),
        ("date", "3/4/21", "二一年三月四日", "March fourth, twenty-one"),
        ("date", "2021", "二零二一年", "twenty twenty-one"),
        ("date:dmy", "3/4/2021", "二零二一年四月三日", "April third, twenty twenty-one"),
        ("date:ymd", "21-04-03", "二一年四月三日", "April third, twenty-one"),
        ("date:my", "3/2021", "二零二一年三月", "March twenty twenty-one"),
        ("date:d", "3", "三日", "third"),
        ("time", "10:30", "十点三十分", "ten thirty"),
        ("time", "10:30 pm", "下午十点三十分", "ten thirty PM"),
    ],
)
def test_each_way_in_both_languages(way: str, text: str, chinese: str, english: str) -> None:
    assert said(way, text, "zh-CN") == chinese
    assert said(way, text, "en-GB") == english


@pytest.mark.parametrize(
    ("way", "text"),
    [
        ("cardinal", "many"),
        ("ordinal", "last"),
        ("telephone", "call me"),
        ("telephone", ""),
        ("date", "99/99/99"),
        ("date", "Monday"),
        ("date", "1" * 5_000),
        ("date:dmy", "3/4"),
        ("date:mdy", "13/1/2020"),
        ("time", "25:00"),
        ("time", "noon"),
        ("weather", "sunny"),
        ("", "x"),
    ],
)
def test_what_is_not_of_that_form_is_left_alone(way: str, text: str) -> None:
    assert said(way, text, "zh") is None
    assert said(way, text, "en") is None


def test_other_languages_are_left_alone() -> None:
    assert said("ordinal", "3", "fr") is None
    (one,) = utterances(block("Le ", Run(text="3", say_as="digits"), " mai."), language="fr")
    assert one.text == "Le 3 mai."


def test_the_listeners_style_is_kept() -> None:
    assert said("digits", "11", "zh", SpokenStyle(one="yi")) == "一一"
    day_first = SpokenStyle(english_date="day-first")
    assert said("date", "2021-03-04", "en", day_first) == "the fourth of March, twenty twenty-one"


def test_markup_spells_in_the_language_around() -> None:
    (one,) = utterances(block("编号", Run(text="B07", say_as="spell-out"), "的设备。"))
    assert one.text == "编号B 零七的设备。"
    (one,) = utterances(block("Unit ", Run(text="B07", say_as="digits"), " is hot."), language="en")
    assert one.text == "Unit B zero seven is hot."
    text = one.spans[0]
    at = text.text.index("zero")
    assert text.source(at, at + 4) == (6, 7)


def test_what_is_called_something_is_read_as_a_whole_and_keeps_its_place() -> None:
    text = "会议在3/4开始。"
    (one,) = utterances(text, directors=[[cue(text, "3/4", Delivery(say_as="date"))]])
    assert one.text == "会议在三月四日开始。"
    (span,) = one.spans
    at = span.text.index("四")
    assert text[slice(*span.source(at, at + 1))] == "3/4"


def test_what_is_wrongly_called_is_read_as_it_is_written() -> None:
    text = "会议在3/4开始。"
    (one,) = utterances(text, directors=[[cue(text, "开始", Delivery(say_as="date"))]])
    assert one.text == "会议在四分之三开始。"


WAYS = (*sorted(LETTER_BY_LETTER), "cardinal", "ordinal", "telephone", "date", "date:dmy", "time")


@given(st.sampled_from(WAYS), st.text(max_size=12), st.sampled_from(["zh", "en"]))
def test_any_text_is_said_or_left_alone(way: str, text: str, language: str) -> None:
    form = said_as(way, text, language, STYLE)
    if form is not None:
        first, last = form.alignment.written(0, len(form.text))
        assert 0 <= first <= last <= len(text)
