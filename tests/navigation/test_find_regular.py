"""Searching a book by regular expressions, also by bad ones."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import SearchError
from reader.navigation import find as searching
from reader.navigation import find_regular
from reader.navigation.find import Query, find, find_all
from reader.navigation.pattern_size import laid_out
from reader.navigation.place import Position
from tests.navigation.making import book, p

BOOK = book(
    [p("The rain in Spain."), p("Rain again; 12 inches.")],
    [p("漢字和汉字，１２三。"), p("trained in Iran")],
)


def every(pattern: str, *, of=BOOK, **how) -> list[str]:
    query = Query(pattern, regular=True, **how)
    hits = find_all(of, query).hits
    one_by_one = []
    start = Position(0, 0)
    while (span := find(of, query, start)) is not None:
        begin, start = span
        one_by_one.append((begin.chapter, begin.offset, start.offset))
    assert one_by_one == [(hit.chapter, hit.start, hit.end) for hit in hits]
    return [of.chapters[hit.chapter].text[hit.start : hit.end] for hit in hits]


@pytest.mark.parametrize(
    ("pattern", "matches"),
    [
        ("r.in", ["rain", "Rain", "rain"]),
        (r"\bR\w+", ["rain", "Rain"]),
        (r"\d+", ["12", "１２"]),
        ("^the|^rain", ["The", "Rain"]),
        (r"\.$", [".", "."]),
        ("spain.rain", []),
        (r"spain\.\srain", ["Spain.\nRain"]),
        ("漢.", ["漢字", "汉字"]),
        ("[汉].", ["漢字", "汉字"]),
        ("[一-鿿]+", ["漢字和汉字", "三"]),
        ("(?<=汉)字", ["字", "字"]),
        ("x*", []),
        ("in|(?=a)", ["in"] * 8),
        (r"(.)\1", []),
        ("", []),
        ("nowhere", []),
    ],
)
def test_what_is_found(pattern, matches):
    assert every(pattern) == matches


def test_case_may_matter():
    assert every("rain", case=True) == ["rain", "rain"]
    assert every("(?i)rain", case=True) == ["rain", "Rain", "rain"]


def test_whole_words_only():
    assert every("ra?in", whole_words=True) == ["rain", "Rain"]
    assert every("in|rain", whole_words=True) == ["rain", "in", "Rain", "in"]
    assert every("汉", whole_words=True) == ["漢", "汉"]


def test_backwards():
    query = Query("r.in", regular=True)
    last = find(BOOK, query, Position(99, 0), backwards=True)
    assert last[0] == Position(1, BOOK.chapters[1].text.index("rain"))
    before = find(BOOK, query, last[0], backwards=True)
    assert before[0] == Position(0, BOOK.chapters[0].text.index("Rain"))


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("(rain", "Character 5: A round bracket is opened but not closed."),
        ("rain)", "Character 5: A round bracket is closed but not opened."),
        ("a[bc", "Character 4: A square bracket is opened but not closed."),
        ("*rain", "Character 1: There is nothing before it to repeat."),
        ("a{2}{3}", "repeated already"),
        ("rain\\", "backslash"),
        ("[z-a]", "ends before it begins"),
        ("a{3,1}", "smaller number"),
        ("a{99999999999999}", "too complicated"),
        (r"(?P=no)", "no group"),
        (r"(a)\2", "no group"),
        (r"\p{Nothing}", "no class"),
        (r"\L<x>", "cannot be understood"),
        ("(" * 900, "too complicated"),
        ("a{99999999}", "too complicated"),
        ("(?:a{9999}){9999}", "too complicated"),
        ("(((((a{100}){100}){100}){100}){100})", "too complicated"),
        (r"(?x)a{ 9999 } # (\n{9999}", "too complicated"),
        ("(?#[)a{9999}{9999}]", "too complicated"),
        (r"(?:[(\]]{0,2000}|b){,2000}?", "too complicated"),
        ("a" * 2_000, "too long"),
    ],
)
def test_what_is_wrong_with_an_expression_is_said(pattern, said):
    for start in (find, find_all):
        with pytest.raises(SearchError) as caught:
            start(BOOK, Query(pattern, regular=True), *([Position(0, 0)] if start is find else []))
        assert said in str(caught.value)


@pytest.mark.parametrize(
    "pattern", [r"(\w+\s?)+[=+]", r"(.|\s)*[=+]", r"(?:(?:.*)*)*[=+]", "(?R)o"]
)
def test_an_expression_that_explodes_is_given_up(pattern, monkeypatch):
    monkeypatch.setattr(find_regular, "_SECONDS_A_STRETCH", 0.05)
    large = book([p("the quick brown fox " * 2_000)])
    with pytest.raises(SearchError, match="takes too long"):
        find_all(large, Query(pattern, regular=True))
    with pytest.raises(SearchError, match="takes too long"):
        find(large, Query(pattern, regular=True), Position(9, 0), backwards=True)


def test_a_search_is_bounded_by_the_clock_however_slow_the_machine_is(monkeypatch):
    """Each stretch gets little of the processor, and they end when a search is over."""
    given, clock = [], itertools.count()

    class Slow:
        def finditer(self, text, start, *, timeout, concurrent):
            given.append((timeout, concurrent))
            return iter(())

    monkeypatch.setattr(find_regular, "_compiled", lambda query: Slow())
    monkeypatch.setattr(find_regular.time, "monotonic", lambda: float(next(clock)))
    monkeypatch.setattr(searching, "_PORTION", 10)
    with pytest.raises(SearchError, match="takes too long"):
        find_all(book([p("the quick brown fox " * 50)]), Query("q", regular=True))
    assert given == [(0.5, True)] * 3


def test_all_stretches_together_have_the_time_of_one_search(monkeypatch):
    monkeypatch.setattr(find_regular, "_SECONDS", 0.0001)
    monkeypatch.setattr(searching, "_PORTION", 10)
    large = book([p("the quick brown fox " * 5_000)])
    with pytest.raises(SearchError, match="takes too long"):
        find_all(large, Query("q.{5}", regular=True))


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        ("", 0),
        ("rain", 4),
        ("a{3}b", 4),
        ("(?:ab{3,5}|c){2,}", 18),
        (r"\d{4}-[)0-9{9}]{2}", 7),
        ("(a{3}))b{2}", 5),
        ("x{,}{", 2),
    ],
)
def test_an_expression_is_measured_before_it_is_compiled(pattern, parts):
    assert laid_out(pattern) == parts


def test_a_place_is_looked_back_from_and_ahead(monkeypatch):
    monkeypatch.setattr(searching, "_PORTION", 5)
    assert every(r"(?<=the )rain(?= in)") == ["rain"]
    assert every("^.*$") == [
        "The rain in Spain.", "Rain again; 12 inches.", "漢字和汉字，１２三。", "trained in Iran",
    ]  # fmt: skip


def test_the_end_of_a_stretch_is_no_end_of_a_paragraph(monkeypatch):
    monkeypatch.setattr(find_regular, "_LONGEST_MATCH", 12)
    monkeypatch.setattr(searching, "_PORTION", 4)
    small = book([p("one two three"), p("four five six")])
    assert every(r"\w+$", of=small) == ["three", "six"]


@given(
    st.text("abß漢字 \n🐋", max_size=40),
    st.sampled_from(["a+", "a b", "[ab]{2}", "汉.", "b$", "^a", r"\s.", "(?<=a)b", "🐋+"]),
    st.integers(1, 9),
)
def test_portions_of_any_size_find_the_same(text, pattern, size):
    small = book([p("x" + text)])
    whole = every(pattern, of=small)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searching, "_PORTION", size)
        assert every(pattern, of=small) == whole


def test_of_a_long_match_the_beginning_is_shown():
    small = book([p("word " * 100)])
    (hit,) = find_all(small, Query(".+", regular=True)).hits
    assert (hit.start, hit.end, hit.match) == (0, 500, "word " * 40 + "…")
