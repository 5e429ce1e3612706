"""Readings of hanzi and tone sandhi."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language.pinyin import numbered, syllables

POLYPHONES = Path(__file__).parents[2].parent / "shared" / "corpora" / "frontend" / "g2p"


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("银行行长长大了", "yin2 hang2 hang2 zhang3 zhang3 da4 le5"),
        ("还了三百块钱还没走", "huan2 le5 san1 bai3 kuai4 qian2 hai2 mei2 zou3"),
        ("跑得快", "pao3 de5 kuai4"),
        ("他得去", "ta1 dei3 qu4"),
        ("慢慢地走在地上", "man4 man4 de5 zou3 zai4 di4 shang4"),
        ("吃不了，睡不着", "chi1 bu4 liao3，shui4 bu4 zhao2"),
        ("三只猫只要一条鱼", "san1 zhi1 mao1 zhi3 yao4 yi4 tiao2 yu2"),
        ("绿色女人", "lv4 se4 nv3 ren2"),
    ],
)
def test_words_decide_the_reading(text: str, pinyin: str) -> None:
    assert numbered(text) == pinyin


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("一个人", "yi2 ge4 ren2"),
        ("一天", "yi4 tian1"),
        ("第一天", "di4 yi1 tian1"),
        ("统一", "tong3 yi1"),
        ("看一看", "kan4 yi5 kan4"),
        ("二零一一年一月一日", "er4 ling2 yi1 yi1 nian2 yi1 yue4 yi1 ri4"),
        ("不怕不来", "bu2 pa4 bu4 lai2"),
        ("去不去", "qu4 bu5 qu4"),
        ("你好", "ni2 hao3"),
        ("我很好", "wo2 hen2 hao3"),
        ("小老虎", "xiao3 lao2 hu3"),
        ("展览馆", "zhan2 lan2 guan3"),
        ("我也想买两把雨伞", "wo2 ye3 xiang2 mai3 liang2 ba3 yu2 san3"),
        ("你，好", "ni3，hao3"),
    ],
)
def test_sandhi(text: str, pinyin: str) -> None:
    assert numbered(text) == pinyin


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("孩子们的东西", "hai2 zi5 men5 de5 dong1 xi5"),
        ("妈妈的朋友", "ma1 ma5 de5 peng2 you5"),
        ("女儿看花儿", "nv3 er2 kan4 hua1 er5"),
        ("桌子上的电子表", "zhuo1 zi5 shang4 de5 dian4 zi2 biao3"),
        ("看看吧", "kan4 kan5 ba5"),
    ],
)
def test_neutral_tones(text: str, pinyin: str) -> None:
    assert numbered(text) == pinyin


def test_other_characters_are_kept() -> None:
    assert numbered("我用Python 3写代码。\n好") == "wo3 yong4 Python 3 xie3 dai4 ma3。\nhao3"
    assert numbered("no hanzi") == "no hanzi"


def test_long_stretches_of_other_characters_are_kept() -> None:
    assert numbered("a" * 1000) == "a" * 1000
    assert numbered("好" + "7" * 1000 + "好") == "hao3 " + "7" * 1000 + " hao3"


@pytest.mark.parametrize(
    "text", ["的" * 5000, "一不" * 3000, "数了" * 3000, "（" * 5000, "\ud800好\ue000好\U000e0001"]
)
def test_strange_texts_are_read_whole(text: str) -> None:
    assert "".join(syllable.text for syllable in syllables(text)) == text


def test_syllables_tell_where_words_begin() -> None:
    assert [(s.text, s.word_start) for s in syllables("今天好A")] == [
        ("今", True),
        ("天", False),
        ("好", True),
        ("A", True),
    ]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.one_of(st.sampled_from("一不了着得地好我儿子A，𠀀"), st.characters())))
def test_syllables_join_to_the_text(text: str) -> None:
    assert "".join(syllable.text for syllable in syllables(text)) == text


def test_polyphones_in_running_text() -> None:
    """A floor for single polyphones, before sandhi; the disambiguator has seen these lines."""
    file = POLYPHONES / "cpp_dev.sent"
    if not file.exists():
        pytest.skip("the shared corpus cpp_dev is not here")
    lines = file.read_text(encoding="utf-8").splitlines()[::5]
    labels = (POLYPHONES / "cpp_dev.lb").read_text(encoding="utf-8").split()[::5]
    right = 0
    for line, label in zip(lines, labels, strict=True):
        place = line.index("▁")
        read = [s.citation or "" for s in syllables(line.replace("▁", "")) for _ in s.text]
        right += read[place] == label.replace("u:", "v")
    assert right / len(labels) >= 0.978
