from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from reader.ui.typeface import DYSLEXIC, SANS, book_font, code_families, faces, interface_font


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


def test_a_chosen_family_goes_first_and_the_usual_faces_have_what_it_lacks():
    families = book_font("zh-TW", 16, DYSLEXIC).families()
    assert families[:2] == [DYSLEXIC, "Noto Sans CJK TC"]
    assert book_font("ja", 16, SANS).families()[0] == "Noto Sans CJK JP"


def test_space_between_letters_is_a_part_of_their_size():
    small, large = (book_font("en", points, spacing=0.1) for points in (10, 40))
    assert large.letterSpacing() == pytest.approx(4 * small.letterSpacing(), rel=0.1)
    assert book_font("en", 10).letterSpacing() == 0


def test_the_faces_offered_begin_with_the_usual_ones_and_are_all_there_is():
    offered = faces()
    assert [face.font for face in offered[:3]] == ["", SANS, DYSLEXIC]
    assert "DejaVu Serif" in {face.font for face in offered}
    assert len({face.font for face in offered}) == len(offered)
    assert [face.remedy for face in offered[3:]] == [""] * len(offered[3:])


@pytest.mark.parametrize(("installed", "missing"), [(["OpenDyslexic"], False), ([], True)])
def test_a_face_that_is_not_installed_says_what_to_install(monkeypatch, installed, missing):
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: installed)
    (face,) = [face for face in faces() if face.font == DYSLEXIC]
    assert ("fonts-opendyslexic" in face.remedy) is missing
