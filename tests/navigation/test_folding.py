"""Texts are compared alike however their letters are written, and know where these stand."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.navigation.find import Query, find_all
from reader.navigation.folding import Folded, fold
from reader.navigation.query import Query as Words
from reader.navigation.query import matcher
from tests.navigation.making import book, p

MARKED = st.text(st.sampled_from("aeéßK １ﬁ漢กو가ᄀ각ᾄ") | st.characters(categories=["Mn", "Mc"]))
ANY = st.lists(MARKED | st.text() | st.just("\u1100\u1161\u11a8\u09c7\u09be\u0f71\u0f73")).map(
    "".join
)


def apart(text: str) -> str:
    """`text` with every accent behind its letter."""
    return unicodedata.normalize("NFD", text)


@given(ANY, st.booleans())
def test_pieces_of_the_source_become_what_the_whole_becomes(text: str, case: bool) -> None:
    folded = Folded(text, case=case)
    assert folded.text == fold(text, case=case) == fold(apart(text), case=case)
    before = 0
    for place in range(len(folded.text)):
        start, end = folded.source_range(place, place + 1)
        assert before <= start < end <= len(text)
        assert folded.text[place] in fold(text[start:end], case=case)
        before = start


@pytest.mark.parametrize("words", ["café", "naïve café", "Việt", "ᾄδω", "한국", "が", "é"])
@pytest.mark.parametrize("written", [apart, str])
@pytest.mark.parametrize("sought", [apart, str])
def test_accents_are_found_however_they_are_written(words, written, sought) -> None:
    text = f"The {words} and {words}, {words}"
    place = book([p(written(text))])
    hits = find_all(place, Query(sought(words))).hits
    found = [place.chapters[0].text[hit.start : hit.end] for hit in hits]
    assert found == [written(words)] * 3


def test_a_letter_is_not_found_without_its_accent() -> None:
    assert find_all(book([p(apart("café"))]), Query("cafe")).hits == ()


@given(ANY, st.integers(0, 20))
def test_a_letter_is_found_once_wherever_the_text_is_cut(text: str, cut: int) -> None:
    text = apart("é") + text + apart("é")
    wanted = matcher(Words("é"))
    assert wanted is not None
    cut = min(cut, len(text))
    parts = wanted.spans(text, 0, cut) + wanted.spans(text, cut, len(text))
    assert parts == wanted.spans(text, 0, len(text))
