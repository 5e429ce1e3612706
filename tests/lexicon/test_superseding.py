"""The newest word about a word counts."""

from __future__ import annotations

from dataclasses import replace

from reader.lexicon.entry import Entry, Kind, Matching
from reader.lexicon.superseding import superseded

KEPT = Entry(word="Polish", say="a", language="en", book="b", number=7)


def test_an_entry_for_the_same_word_in_the_same_scope_is_superseded_whatever_it_says() -> None:
    newer = replace(KEPT, number=None, kind=Kind.IPA, say="ˈpəʊlɪʃ", enabled=False, position=4)
    assert superseded([KEPT], [newer]) == [KEPT]
    assert superseded([KEPT], []) == []


def test_what_differs_in_letters_scope_or_purpose_stays() -> None:
    others = (
        replace(KEPT, word="polish"),
        replace(KEPT, language=""),
        replace(KEPT, book=None),
        replace(KEPT, matching=Matching.ANYWHERE),
        replace(KEPT, kind=Kind.STRESS),
    )
    assert superseded([KEPT], others) == []
