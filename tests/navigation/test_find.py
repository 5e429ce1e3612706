"""Searching through the book."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.background import CancelToken
from reader.errors import Cancelled
from reader.navigation import find as searching
from reader.navigation.find import find
from reader.navigation.place import Position
from tests.navigation.making import book, p

BOOK = book(
    [p("The rain in Spain."), p("Rain again, Straße und STRASSE.")],
    [p("No such thing.")],
    [p("ＦＵＬＬ width and half width; RAIN."), p("漢字和汉字。"), p("office or oﬃce")],
)
TEXTS = [chapter.text for chapter in BOOK.chapters]
ALL = Position(99, 0)


def every(words: str, *, of=BOOK, **how) -> list[str]:
    """The matches one after another, each as it stands in the book."""
    found: list[str] = []
    start = Position(0, 0)
    while (match := find(of, words, start, **how)) is not None:
        (begin, end) = match
        found.append(of.chapters[begin.chapter].text[begin.offset : end.offset])
        start = end
    return found


@pytest.mark.parametrize(
    ("words", "matches"),
    [
        ("rain", ["rain", "Rain", "RAIN"]),
        ("strasse", ["Straße", "STRASSE"]),
        ("straße", ["Straße", "STRASSE"]),
        ("full", ["ＦＵＬＬ"]),
        ("ｈａｌｆ", ["half"]),
        ("漢字", ["漢字", "汉字"]),
        ("汉字", ["漢字", "汉字"]),
        ("office", ["office", "oﬃce"]),
        ("fice", ["fice", "ﬃce"]),
        ("spain.  rain", ["Spain.\nRain"]),
        ("in\u3000spain", ["in Spain"]),
        ("nowhere", []),
        (".", [".", ".", ".", "."]),
        ("a.b", []),
    ],
)
def test_what_is_found(words, matches):
    assert every(words) == matches


def test_nothing_is_found_by_blanks():
    assert find(BOOK, "", Position(0, 0)) is None
    assert find(BOOK, " \n", Position(0, 0)) is None


def test_from_the_end_backwards():
    last = find(BOOK, "rain", ALL, backwards=True)
    assert last[0] == Position(2, TEXTS[2].index("RAIN"))
    before = find(BOOK, "rain", last[0], backwards=True)
    assert before[0] == Position(0, TEXTS[0].index("Rain"))
    first = find(BOOK, "rain", before[0], backwards=True)
    assert first[0] == Position(0, TEXTS[0].index("rain"))
    assert find(BOOK, "rain", first[0], backwards=True) is None


def test_a_match_at_the_very_start_is_found():
    start = Position(0, TEXTS[0].index("rain"))
    assert find(BOOK, "rain", start)[0] == start


@pytest.mark.parametrize(
    ("words", "matches"),
    [("rain", ["rain", "Rain", "RAIN"]), ("in", ["in"]), ("fice", []), ("字", ["字", "字"])],
)
def test_whole_words_only(words, matches):
    assert every(words, whole_words=True) == matches


def test_a_foreign_word_among_hanzi_is_a_whole_word():
    small = book([p("我的iPhone手机和iPhones")])
    assert every("iphone", of=small, whole_words=True) == ["iPhone"]


def test_the_letter_before_the_start_makes_no_word():
    small = book([p("train")])
    assert find(small, "rain", Position(0, 1), whole_words=True) is None


def test_letters_that_grow_when_folded_keep_their_places():
    small = book([p("İİİ and ßßß then ﬁﬁﬁ target")])
    (start, end) = find(small, "target", Position(0, 0))
    assert small.chapters[0].text[start.offset : end.offset] == "target"
    (start, end) = find(small, "ﬁ target", Position(0, 0))
    assert small.chapters[0].text[start.offset : end.offset] == "ﬁ target"


def test_a_match_across_two_portions_is_found(monkeypatch):
    monkeypatch.setattr(searching, "_PORTION", 7)
    assert every("rain") == ["rain", "Rain", "RAIN"]
    assert every("spain.  rain") == ["Spain.\nRain"]
    assert every("strasse") == ["Straße", "STRASSE"]
    last = find(BOOK, "rain again", ALL, backwards=True)
    assert last[0] == Position(0, TEXTS[0].index("Rain"))
    assert every("in", whole_words=True) == ["in"]


@given(st.text("aAbßﬁ ", max_size=40), st.text("aAbs", min_size=1, max_size=3), st.integers(1, 9))
def test_portions_of_any_size_find_the_same(text, words, size):
    small = book([p("x" + text)])
    whole = every(words, of=small)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searching, "_PORTION", size)
        assert every(words, of=small) == whole


def test_a_search_can_be_cancelled():
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        find(BOOK, "rain", Position(0, 0), cancel=token)


def test_signs_of_a_pattern_are_plain_signs():
    small = book([p("what (is) a+b*c? [x]")])
    assert every("(is) A+B*C? [x]", of=small) == ["(is) a+b*c? [x]"]


def test_places_outside_the_book_are_brought_back():
    assert find(BOOK, "rain", Position(-3, -3))[0] == Position(0, 4)
    assert find(BOOK, "rain", ALL) is None
