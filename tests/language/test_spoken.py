"""What is said for what is written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language.spoken import form, spoken_form, spoken_slice
from reader.language.spoken.chinese_numbers import cardinal as chinese
from reader.language.spoken.english_numbers import cardinal as english
from reader.language.spoken.english_numbers import ordinal, year
from reader.language.spoken.rules import readings, rule


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("2023年12月25日", "二零二三年十二月二十五日"),
        ("2023-12-25", "二零二三年十二月二十五日"),
        ("2010-2015年", "二零一零到二零一五年"),
        ("等了30年", "等了三十年"),
        ("第①章", "第一章"),
        ("见⑳", "见二十"),
        ("Ⅳ章", "四章"),
        ("第Ⅻ章和第ⅩⅢ章", "第十二章和第十三章"),
        ("ⅷ节", "八节"),
        ("公元２０２４年", "公元二零二四年"),
        ("Ａ座ｂ门", "A座b门"),
        ("￥1,299.50", "一千二百九十九点五元"),
        ("他有$3.50。", "他有三点五美元。"),
        ("3.5亿美元", "三点五亿美元"),
        ("$3.5亿", "三点五亿美元"),
        ("增长12.5%", "增长百分之十二点五"),
        ("30%-50%", "百分之三十到百分之五十"),
        ("盐度35‰", "盐度千分之三十五"),
        ("5~8℃", "五到八摄氏度"),
        ("-10℃", "零下十摄氏度"),
        ("3-5天", "三到五天"),
        ("下午3:30", "下午三点三十分"),
        ("10:05", "十点零五分"),
        ("比分3:2", "比分三比二"),
        ("以3-2战胜", "以三比二战胜"),
        ("电话010-65123456", "电话零幺零六五幺二三四五六"),
        ("13812345678", "幺三八幺二三四五六七八"),
        ("乘G1234次列车", "乘G幺二三四次列车"),
        ("住房间1203", "住房间幺二零三"),
        ("1,234,567人", "一百二十三万四千五百六十七人"),
        ("3/4的人", "四分之三的人"),
        ("2个人，2月2日，第2次", "两个人，二月二日，第二次"),
        ("120m²的房子", "一百二十平方米的房子"),
        ("192.168.1.1", "一九二点一六八点一点一"),
        ("3万元/平方米", "三万元每平方米"),
        ("２０２３年", "二零二三年"),
    ],
)
def test_chinese(written: str, spoken: str) -> None:
    assert spoken_form(written, "zh-CN") == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("He paid $3.50.", "He paid three dollars fifty."),
        ("It cost $1,299.99", "It cost one thousand two hundred ninety-nine dollars ninety-nine"),
        ("a $3.5 million house", "a three point five million dollars house"),
        ("just $1 or $0.50", "just one dollar or fifty cents"),
        ("On March 15, 2023 we", "On March fifteenth, twenty twenty-three we"),
        ("2023-12-25", "December twenty-fifth, twenty twenty-three"),
        ("In 1984 he", "In nineteen eighty-four he"),
        ("the 1990s", "the nineteen nineties"),
        ("1914–18", "nineteen fourteen to nineteen eighteen"),
        ("at 10:05 p.m. sharp", "at ten oh five P M sharp"),
        ("at 12:00", "at twelve o'clock"),
        ("12% of 3,500", "twelve percent of three thousand five hundred"),
        ("5-8 people", "five to eight people"),
        ("10°C", "ten degrees Celsius"),
        ("1/2 or 3/4", "one half or three quarters"),
        ("call 555-123-4567", "call five five five, one two three, four five six seven"),
        ("the 21st century", "the twenty-first century"),
        ("25 kg at 100 km/h", "twenty-five kilograms at one hundred kilometres per hour"),
        ("Chapter IV of Vol. 3", "Chapter four of volume three"),
        ("Mr. and Mrs. Smith", "Mister and Missus Smith"),
        ("Dr. Wang, No. 5", "Doctor Wang, number five"),
        ("Salt & Pepper", "Salt and Pepper"),
        ("I and X are letters.", "I and X are letters."),
        ("write to a.b@c.com", "write to a dot b at c dot com"),
    ],
)
def test_english_keeps_order_and_capitals(written: str, spoken: str) -> None:
    assert spoken_form(written, "en-GB") == spoken


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("0", "零"),
        ("10", "十"),
        ("110", "一百一十"),
        ("1001", "一千零一"),
        ("2200", "两千二百"),
        ("20000", "两万"),
        ("100001111", "一亿零一千一百一十一"),
        ("501111", "五十万一千一百一十一"),
        ("10000000000000000000", "一零零零零零零零零零零零零零零零零零零零"),
    ],
)
def test_chinese_cardinals(number: str, said: str) -> None:
    assert chinese(number) == said


def test_english_number_words() -> None:
    assert english("1,000,021") == "one million twenty-one"
    assert [ordinal(n) for n in ("1", "12", "20", "101")] == [
        "first",
        "twelfth",
        "twentieth",
        "one hundred first",
    ]
    assert [year(n) for n in ("1900", "1905", "2005", "2012")] == [
        "nineteen hundred",
        "nineteen oh five",
        "two thousand five",
        "twenty twelve",
    ]


def test_text_without_numbers_comes_back() -> None:
    assert spoken_form("今天天气很好。", "zh") == "今天天气很好。"
    assert spoken_form("Nothing to say", "en") == "Nothing to say"


def test_other_languages_are_left_to_their_voices() -> None:
    assert spoken_form("12 Äpfel für 3,50 €", "de") == "12 Äpfel für 3,50 €"


def test_soft_hyphens_are_not_spoken() -> None:
    assert spoken_form("hy\u00adphen\u200bated", "fr") == "hyphenated"


def test_an_earlier_rule_keeps_what_it_took() -> None:
    first, second = rule(r"b+", lambda m: "X"), rule(r"[abc]+?", lambda m: m[0].upper())
    assert [r.said for r in readings("abbc", [first, second])] == ["A", "X", "C"]


def test_a_failing_library_leaves_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def normalize(self, text: str) -> str:
            raise AssertionError(text)

    monkeypatch.setattr(form, "_grammar", lambda tag: Broken())
    form._from_library.cache_clear()
    assert spoken_form("x² ½", "zh") == "x的平方 ½"
    form._from_library.cache_clear()


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=60), st.sampled_from(["zh", "en", "xx"]))
def test_never_raises(text: str, language: str) -> None:
    assert isinstance(spoken_form(text, language), str)


@settings(max_examples=300, deadline=None)
@given(
    st.text(alphabet="0123456789.,-:/%$￥年月日kmamp IVX℃~～+=@#&'", max_size=40),
    st.sampled_from(["zh", "en"]),
)
def test_leaves_no_ascii_digit(text: str, language: str) -> None:
    assert not any(character in "0123456789" for character in spoken_form(text, language))


def test_wide_letters_inside_chinese_are_plain_ones_to_the_english_voice() -> None:
    assert spoken_slice("我在Ａ座", 2, 3, "en") == "A"


@pytest.mark.parametrize(
    "text", ["1" * 10_000, "1," * 5_000, "1-" * 5_000, "$" * 10_000, "1:1" * 3_000]
)
def test_long_rows_of_digits_take_bounded_time(text: str) -> None:
    assert spoken_form(text, "zh")
    assert spoken_form(text, "en")
