"""Syllables become the phones that PaddleSpeech's Mandarin models were trained with."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from reader.language.pinyin import Syllable, syllables
from reader.narration.utterance import Span, Utterance
from reader.speech.engines import mandarin
from reader.speech.engines.mandarin.script import script
from reader.speech.engines.paddlespeech.files import read_numbers
from reader.speech.engines.paddlespeech.phones import (
    Phone,
    PhoneSet,
    phones_of,
    speakable,
    syllable_phones,
)
from tests.fakes.paddlespeech_pack import DATA

NUMBERS = read_numbers(DATA / "phone_id_map.txt")
NAMES = {number: name for name, number in NUMBERS.items()}
CSMSC = PhoneSet(NUMBERS)


def phones(text: str, read=syllables) -> str:
    """What the model of the CSMSC corpus is given for `text`."""
    span = Span(text=text, language="zh", start=0, end=len(text))
    found = phones_of(script(Utterance(items=(span,)), speakable, read))
    return " ".join(NAMES[int(number)] for number in CSMSC.inputs(found)[0])


def said(given: str) -> str:
    """The phones of ``花/hua1+儿/er5 ，``; + joins to the word before."""
    found = []
    for word in given.split():
        for place, part in enumerate(word.split("+")):
            text, _, pinyin = part.partition("/")
            found.append(Syllable(text=text, pinyin=pinyin or None, word_start=place == 0))
    return phones("".join(each.text for each in found), lambda _: found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("你好，世界。", "n i2 h ao3 sp sh iii4 j ie4"),
        (
            "今天是二零二四年三月十五日，气温零下五点五度，下午三点半开会。",
            "j in1 t ian1 sh iii4 er4 l ing2 er4 s ii4 n ian2 s an1 ve4 sh iii2 u3 r iii4 sp "
            "q i4 uen1 l ing2 x ia4 u2 d ian3 u3 d u4 sp x ia4 u3 s an1 d ian3 b an4 k ai1 h uei4",
        ),
        (
            "小明在花儿旁边玩儿，妈妈做了一桌子菜。",
            "x iao3 m ing2 z ai4 h ua1 er2 p ang2 b ian1 uanr2 sp "
            "m a1 m a5 z uo4 l e5 i4 zh uo1 z ii5 c ai4",
        ),
        ("我们长大了。", "uo3 m en5 zh ang3 d a4 l e5"),
        ("不怕不怕", "b u2 p a4 b u2 p a4"),
        (
            "电话是幺三八幺二三四五六七八。",
            "d ian4 h ua4 sh iii4 iao1 s an1 b a1 iao1 er4 s an1 s ii4 u3 l iou4 q i1 b a1",
        ),
        ("我喜欢重庆的重要景点", "uo2 x i3 h uan5 ch ong2 q ing4 d e5 zh ong4 iao4 j ing2 d ian3"),
        ("你去哪儿？她问道。", "n i3 q v4 n ar3 sp t a1 uen4 d ao4"),
    ],
)
def test_paddlespeech_itself_says_the_same(text: str, expected: str) -> None:
    """Expected is what PaddleSpeech's own frontend (1.5.0) gave for the normalised text."""
    assert phones(text) == expected


@pytest.mark.parametrize(
    ("text", "theirs", "ours", "why"),
    [
        ("银行行长", "in2 h ang2 h ang5 zh ang3", "in2 h ang2 h ang2 zh ang3", "no reduplication"),
        (
            "蒙古包里有纸老虎",
            "m eng2 g u3 b ao1 l i2 iou3 zh iii3 l ao2 h u3",
            "m eng2 g u3 b ao1 l i3 iou2 zh iii3 l ao2 h u3",
            "a place is a breath of its own",
        ),
        ("一个人", "i2 g e5 r en2", "i2 g e4 r en2", "the measure word keeps its tone"),
    ],
)
def test_where_the_readings_differ_so_do_the_phones(
    text: str, theirs: str, ours: str, why: str
) -> None:
    assert phones(text) == ours != theirs, why


def test_every_syllable_of_the_language_has_phones() -> None:
    """The other Mandarin voice has the same finals, but for its ^ where there is no initial."""
    table = Path(mandarin.__file__).with_name("syllables.tsv").read_text("utf-8")
    differing = []
    for line in table.splitlines():
        pinyin, initial, final = line.split("\t")
        found = syllable_phones(f"{pinyin}4")
        assert found is not None, pinyin
        if [phone.written for phone in found] != [initial, f"{final}4"][initial == "^" :]:
            differing.append(pinyin)
    assert differing == ["yo"]  # io here: 哟


@pytest.mark.parametrize(
    ("pinyin", "expected"),
    [("nü3", "n v3"), ("lve4", "l ve4"), ("juan1", "j van1"), ("de", "d e5"), ("ng2", "en2")],
)
def test_spelling(pinyin: str, expected: str) -> None:
    assert said(f"字/{pinyin}") == expected


@pytest.mark.parametrize("pinyin", ["", "5", "xyz1", "zhi6", "你", "b3"])
def test_what_is_no_syllable_has_no_phones(pinyin: str) -> None:
    assert not speakable(pinyin)


def test_er_colours_the_final_where_the_model_has_that_phone() -> None:
    assert said("玩/wan2+儿/er5") == "uanr2"
    assert said("媳/xi2+妇/fu5+儿/er5") == "x i2 f u5 er2"  # it has no ur5
    assert said("女/nv3+儿/er2") == "n v3 er2"
    assert said("花/hua1 ， 儿/er5") == "h ua1 sp er5"


def test_pauses_stand_between_syllables_alone() -> None:
    assert said("， 好/hao3 。 ！ 好/hao3 …… ？") == "h ao3 sp h ao3"
    assert said("读/du2 《 书/shu1 》 吧/ba5") == "d u2 sh u1 b a5"
    assert phones("……？！😀 Python 3") == ""


def test_numbers_are_those_of_the_map_and_unknown_phones_a_pause() -> None:
    (numbers,) = CSMSC.inputs([Phone("h"), Phone("ao", "3"), Phone("ueng", "5")])

    assert numbers.dtype == np.int64
    assert numbers.tolist() == [NUMBERS["h"], NUMBERS["ao3"], NUMBERS["sp"]]


def test_a_model_with_a_map_of_tones_is_told_them_apart() -> None:
    known = PhoneSet({"sp": 0, "h": 1, "ao": 2, "uanr": 3, "u": 4, "er": 5}, {"0": 10, "2": 12})
    given = [Phone("h"), Phone("ao", "2"), Phone("sp"), Phone("b"), Phone("uanr", "2")]

    numbers, tones = known.inputs([*given, Phone("ur", "2")])

    assert numbers.tolist() == [1, 2, 0, 0, 3, 4, 5]
    assert tones.tolist() == [10, 12, 10, 10, 12, 12, 12]
