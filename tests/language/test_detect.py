"""Languages and where they change."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language.detect import language_of, language_runs, primary


def runs(text: str, default: str = "zh") -> list[tuple[str, str]]:
    return [(text[run.start : run.end], run.language) for run in language_runs(text, default)]


def test_primary() -> None:
    assert [primary(tag) for tag in ("zh-TW", "EN_us", "yue", "", " fr ")] == [
        "zh",
        "en",
        "yue",
        "und",
        "fr",
    ]


@pytest.mark.parametrize(
    ("text", "default", "language"),
    [
        ("今天天气很好。", "en", "zh"),
        ("今天天气很好。", "zh-TW", "zh-TW"),
        ("The weather is fine.", "zh", "en"),
        ("Il fait beau.", "fr", "fr"),
        ("東京は日本の首都です。", "en", "ja"),
        ("대한민국의 수도", "en", "ko"),
        ("Привет, мир", "en", "ru"),
        ("Привіт, світе", "uk", "uk"),
        ("Γειά σου", "en", "el"),
        ("مرحبا", "en", "ar"),
        ("3.14", "zh", "zh"),
        ("", "de", "de"),
        ("我用Python和JavaScript写代码。", "en", "zh"),
    ],
)
def test_language_of(text: str, default: str, language: str) -> None:
    assert language_of(text, default) == language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我用Python写代码", [("我用", "zh"), ("Python", "en"), ("写代码", "zh")]),
        ("花了3.5亿美元", [("花了3.5亿美元", "zh")]),
        ("选A还是B？", [("选", "zh"), ("A", "en"), ("还是", "zh"), ("B？", "en")]),
        ("读了Vol. 3的内容", [("读了", "zh"), ("Vol. 3", "en"), ("的内容", "zh")]),
        ("用Windows 10 Pro吧", [("用", "zh"), ("Windows 10 Pro", "en"), ("吧", "zh")]),
        ("MP3和MP4。", [("MP", "en"), ("3和", "zh"), ("MP", "en"), ("4。", "zh")]),
        ("5G网络", [("5", "zh"), ("G", "en"), ("网络", "zh")]),
        ("重100kg的箱子", [("重100kg的箱子", "zh")]),
        ("他说：“Hi!”然后", [("他说：", "zh"), ("“Hi!”", "en"), ("然后", "zh")]),
        ("COVID-19疫情", [("COVID-", "en"), ("19疫情", "zh")]),
        ("2012", [("2012", "zh")]),
    ],
)
def test_runs_in_chinese(text: str, expected: list[tuple[str, str]]) -> None:
    assert runs(text) == expected


def test_chinese_words_in_an_english_sentence() -> None:
    assert runs("The word 你好 means hello.", "en") == [
        ("The word ", "en"),
        ("你好 ", "zh"),
        ("means hello.", "en"),
    ]


def test_latin_words_in_a_russian_book_are_english() -> None:
    assert runs("Слово hello тут", "ru")[1] == ("hello ", "en")


@settings(max_examples=300, deadline=None)
@given(
    st.text(alphabet=st.one_of(st.sampled_from("中文日本あアab1 .,“”()kgЯ한"), st.characters())),
    st.sampled_from(["zh", "en", "ja", "fr", "ru", "und"]),
)
def test_runs_cover_the_text_and_are_not_empty(text: str, default: str) -> None:
    found = language_runs(text, default)
    assert "".join(text[run.start : run.end] for run in found) == text
    assert all(run.start < run.end for run in found)
    assert all(one.end == two.start for one, two in pairwise(found))
