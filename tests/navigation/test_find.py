"""Searching through the book."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.background import CancelToken
from reader.errors import Cancelled
from reader.navigation import find as searching
from reader.navigation.find import Hit, Query, find, find_all
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
    query = Query(words, **how)
    found: list[str] = []
    start = Position(0, 0)
    while (match := find(of, query, start)) is not None:
        (begin, end) = match
        found.append(of.chapters[begin.chapter].text[begin.offset : end.offset])
        start = end
    assert found == [hit_text(of, hit) for hit in find_all(of, query).hits]
    return found


def hit_text(of, hit: Hit) -> str:
    return of.chapters[hit.chapter].text[hit.start : hit.end]


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
    assert find(small, Query("rain", whole_words=True), Position(0, 1)) is None


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


@pytest.mark.parametrize(
    ("words", "matches"),
    [
        ("rain", ["rain"]),
        ("Rain", ["Rain"]),
        ("STRASSE", ["STRASSE"]),
        ("strasse", []),
        ("FULL", ["ＦＵＬＬ"]),
        ("汉字", ["漢字", "汉字"]),
        ("Spain.  Rain", ["Spain.\nRain"]),
    ],
)
def test_case_may_matter_and_nothing_else_with_it(words, matches):
    assert every(words, case=True) == matches


def test_all_matches_with_the_line_around_them():
    hits = find_all(BOOK, Query("again"))
    assert hits.complete
    (hit,) = hits.hits
    assert (hit.chapter, hit.start, hit.end) == (0, 24, 29)
    assert (hit.before, hit.match) == ("The rain in Spain. Rain ", "again")
    assert hit.after == ", Straße und STRASSE."


def test_the_line_around_a_match_cuts_no_word():
    small = book(
        [p("Unforgettable evenings were spent walking along the harbour wall at Portsmouth")]
    )
    (hit,) = find_all(small, Query("along")).hits
    assert hit.before == "evenings were spent walking "
    assert hit.after == " the harbour wall at Portsmouth"
    hanzi = book([p("话" * 50 + "说" + "天" * 50)])
    (hit,) = find_all(hanzi, Query("说")).hits
    assert (hit.before, hit.after) == ("话" * 40, "天" * 40)
    long = book([p("a" * 100 + "-x-" + "b" * 100)])
    (hit,) = find_all(long, Query("x")).hits
    assert (hit.before, hit.after) == ("-", "-")
    (hit,) = find_all(book([p("a" * 100 + "x" + "b" * 100)]), Query("x")).hits
    assert (hit.before, hit.after) == ("a" * 40, "b" * 40)


def test_white_space_of_the_line_is_single_spaces():
    small = book([p("one\u2028two"), p("  three\t four")])
    (hit,) = find_all(small, Query("two three")).hits
    assert (hit.before, hit.match, hit.after) == ("one ", "two three", " four")


def test_no_more_matches_than_wanted():
    small = book([p("x " * 9)], [p("x x")])
    some = find_all(small, Query("x"), limit=10)
    assert (len(some.hits), some.complete) == (10, False)
    whole = find_all(small, Query("x"), limit=11)
    assert (len(whole.hits), whole.complete) == (11, True)


def test_matches_of_one_letter_that_stands_for_several_are_one():
    small = book([p("ﬃ f")])
    assert [hit.match for hit in find_all(small, Query("f")).hits] == ["ﬃ", "f"]


def test_places_behind_emoji_are_right():
    small = book([p("🐋👨\u200d👩\u200d👧 whale 🇨🇳 whale")])
    assert every("whale", of=small) == ["whale", "whale"]
    assert every("🇨🇳", of=small) == ["🇨🇳"]


def test_how_far_all_matches_are_looked_for_is_told(monkeypatch):
    monkeypatch.setattr(searching, "_PORTION", 10)
    told: list[float] = []
    find_all(BOOK, Query("rain"), progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_looking_for_all_matches_can_be_cancelled():
    token = CancelToken()
    with pytest.raises(Cancelled):
        find_all(
            BOOK, Query("rain"), cancel=token, progress=lambda share: share > 0.5 and token.cancel()
        )


def test_nothing_is_all_there_is_of_nothing():
    assert find_all(BOOK, Query(" ")).hits == ()
    assert find_all(book(), Query("rain")).hits == ()
