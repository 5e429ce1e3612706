"""What is said for what is written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language.spoken import SpokenText, grammar, spoken_form
from reader.language.spoken.rules import readings, rule


def test_text_without_numbers_comes_back() -> None:
    assert spoken_form("今天天气很好。", "zh") == "今天天气很好。"
    assert spoken_form("Nothing to say", "en") == "Nothing to say"


def test_other_languages_are_left_to_their_voices() -> None:
    assert spoken_form("12 Äpfel für 3,50 €", "de") == "12 Äpfel für 3,50 €"


def test_soft_hyphens_are_not_spoken() -> None:
    assert spoken_form("hy\u00adphen\u200bated", "fr") == "hyphenated"


def test_an_earlier_rule_keeps_what_it_took() -> None:
    first = rule("letters", r"b+", lambda m: "X")
    second = rule("letters", r"[abc]+?", lambda m: m[0].upper())
    assert [r.said for r in readings("abbc", [first, second])] == ["A", "X", "C"]


def test_a_failing_library_leaves_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def normalize(self, text: str) -> str:
            raise AssertionError(text)

    monkeypatch.setattr(grammar, "_grammar", lambda tag: Broken())
    grammar.said.cache_clear()
    assert spoken_form("x² ℉℃ ₂", "zh").startswith("x的平方")
    assert grammar.said("5²", "zh") == "5²"
    grammar.said.cache_clear()


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
    assert SpokenText("我在Ａ座").part(2, 3, "en").text == "A"


@pytest.mark.parametrize(
    "text", ["1" * 10_000, "1," * 5_000, "1-" * 5_000, "$" * 10_000, "1:1" * 3_000]
)
def test_long_rows_of_digits_take_bounded_time(text: str) -> None:
    assert spoken_form(text, "zh")
    assert spoken_form(text, "en")


def test_a_unit_divided_twice_is_said() -> None:
    assert spoken_form("5 km/h/°C", "en") == "five kilometers per hour per degree Celsius"


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("涨幅３．５％", "涨幅百分之三点五"),
        ("周一-周五营业", "周一到周五营业"),
        ("α粒子", "阿尔法粒子"),
    ],
)
def test_wide_figures_ranges_of_days_and_greek_letters(written: str, spoken: str) -> None:
    assert spoken_form(written, "zh") == spoken


def test_traditional_characters_are_read_like_simplified_ones() -> None:
    assert spoken_form("2個孩子花了$3.5億美元。", "zh-Hant") == "两個孩子花了三点五亿美元。"


def test_a_refusal_is_no_number() -> None:
    assert spoken_form('"No. I won\'t go," she said.', "en") == '"No. I won\'t go," she said.'
    assert spoken_form("No. 5 is alive", "en") == "number five is alive"
