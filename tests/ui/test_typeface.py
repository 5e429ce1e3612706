from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontInfo

from reader.ui.typeface import book_font, code_families, interface_font


@pytest.mark.parametrize(
    ("language", "region"),
    [
        ("zh", "SC"),
        ("zh-CN", "SC"),
        ("zh-Hans-HK", "SC"),
        ("zh-Hant", "TC"),
        ("zh-TW", "TC"),
        ("zh_tw", "TC"),
        ("zh-HK", "HK"),
        ("zh-Hant-HK", "HK"),
        ("yue", "HK"),
        ("ja", "JP"),
        ("ja-JP", "JP"),
        ("ko-KR", "KR"),
        ("en-GB", "SC"),
        ("", "SC"),
    ],
)
def test_hanzi_have_the_shapes_of_the_language(language, region):
    assert book_font(language, 16).families()[0] == f"Noto Serif CJK {region}"
    assert code_families(language)[0] == f"Noto Sans Mono CJK {region}"
    usual = QFont("Sans Serif", 40)
    families = interface_font(usual, language).families()
    assert families[:2] == [QFontInfo(usual).family(), f"Noto Sans CJK {region}"]


def test_the_interface_keeps_its_size_and_weight():
    usual = QFont("Sans Serif", 40, QFont.Weight.Bold)
    only_faces = interface_font(usual, "ja")
    around = QFont("Other", 12)
    assert only_faces.resolve(around).pointSize() == 12
    assert not only_faces.resolve(around).bold()
    assert only_faces.resolve(around).families()[0] == QFontInfo(usual).family()


@pytest.mark.parametrize(("language", "narrow"), [("en", 1), ("fr", 1), ("zh-TW", 0), ("ja", 0)])
def test_quotation_marks_are_wide_only_among_hanzi(language, narrow):
    assert len(book_font(language, 16).featureTags()) == narrow
