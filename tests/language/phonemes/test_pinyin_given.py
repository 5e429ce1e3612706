from __future__ import annotations

import pytest

from reader.language.phonemes import Sound, canonical
from reader.language.phonemes.pinyin import syllables


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("dian3 dang4", "dian3 dang4"),
        ("dian3dang4", "dian3 dang4"),
        ("Dian3-Dang4", "dian3 dang4"),
        ("xi1'an1", "xi1 an1"),
        ("diǎn dàng", "dian3 dang4"),
        ("lv4", "lv4"),
        ("lü4", "lv4"),
        ("lu:4", "lv4"),
        ("lǜ", "lv4"),
        ("nve4", "nve4"),
        ("nüe4", "nve4"),
        ("nue4", "nve4"),
        ("jü2", "ju2"),
        ("yüan2", "yuan2"),
        ("ma", "ma5"),
        ("ma0", "ma5"),
        ("ma5", "ma5"),
        ("dianr3", "dian3 r5"),
        ("diǎnr", "dian3 r5"),
        ("hua1 r5", "hua1 r5"),
        ("hua1 r", "hua1 r5"),
        ("er2 zi5", "er2 zi5"),
        ("ê4", "ê4"),
        ("ng2", "ng2"),
    ],
)
def test_pinyin_in_its_many_spellings(written, said):
    assert canonical(written, "x-pinyin") == Sound(said, "x-pinyin")


@pytest.mark.parametrize(
    "written", ["", "  ", "r5", "xyz3", "dian3 xq1", "dian6", "33", "diǎn3", "典当", "diandang"]
)
def test_what_is_no_pinyin_is_not_read(written):
    assert syllables(written) is None


def test_the_name_of_the_alphabet_may_be_written_in_any_case():
    assert canonical("ma1", "X-Pinyin") == Sound("ma1", "x-pinyin")
