"""Which entries are found where: borders of words, case, scope, length, order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.lexicon.entry import Entry, Kind, Matching
from reader.lexicon.matching import Lexicon


def found(
    text: str, *entries: Entry, language: str = "en", start: int = 0, end: int | None = None
) -> list[tuple[str, str]]:
    """What is found, as the words of the text and what is said for them."""
    places = Lexicon(entries).find(
        text, start, len(text) if end is None else end, lambda _: language
    )
    return [(text[place.start : place.end], place.entry.say) for place in places]


def entry(word: str, say: str = "x", matching: Matching = Matching.WORD, **more: object) -> Entry:
    return Entry(word=word, say=say, matching=matching, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Anna came. ANNA's and (anna)", 3),
        ("Hannah, Annabel, Anna2, anna_b", 0),
        ("用Anna写", 1),
        ("Anna", 1),
        ("Anna\u0308 is another name", 0),
    ],
)
def test_a_word_is_found_by_itself_whatever_its_case(text: str, times: int) -> None:
    assert len(found(text, entry("Anna"))) == times


def test_hanzi_are_found_wherever_they_stand() -> None:
    assert found("去典当行典当", entry("典当")) == [("典当", "x")] * 2
    assert found("東京タワー", entry("東京")) == [("東京", "x")]


def test_a_word_of_signs_needs_no_border_there() -> None:
    assert found("Use C++or C++.", entry("C++")) == [("C++", "x")] * 2
    assert found("ASP.NET and .NETs", entry(".NET")) == [(".NET", "x")]


def test_anywhere_is_found_inside_words() -> None:
    assert found("unKNOWNs", entry("known", matching=Matching.ANYWHERE)) == [("KNOWN", "x")]


def test_words_of_several_words_cross_line_breaks_and_curly_apostrophes() -> None:
    text = "Lady\u2028Catherine doesn’t know"
    assert len(found(text, entry("lady catherine"), entry("doesn't"))) == 2


def test_accents_are_found_however_they_are_written() -> None:
    assert found("The cafe\u0301 CAFÉ", entry("café")) == [("cafe\u0301", "x"), ("CAFÉ", "x")]
    assert found("cafe", entry("café")) == []


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_what_is_negated_is_another_word(apostrophe: str) -> None:
    text = f"Don can. I don{apostrophe}t, I can{apostrophe}t. Don{apostrophe}s can"
    assert [words for words, _ in found(text, entry("Don"))] == ["Don", "Don"]
    assert [words for words, _ in found(text, entry("can"))] == ["can", "can"]
    assert found("can 't", entry("can")) == [("can", "x")]
    assert found(text, entry("don't")) == [(f"don{apostrophe}t", "x")]


def test_the_longest_goes_first() -> None:
    entries = entry("行", "a"), entry("银行", "b"), entry("银行行长", "c")
    assert found("银行行长去银行行李", *entries) == [("银行行长", "c"), ("银行", "b"), ("行", "a")]


def test_of_equal_length_the_smallest_position_goes_first() -> None:
    text = "中国人"
    first, second = entry("中国", "a", position=2), entry("国人", "b", position=1)
    assert found(text, first, second) == [("国人", "b")]
    assert found("tea", entry("tea", "a", position=2), entry("tea", "b", position=1)) == [
        ("tea", "b")
    ]


def test_the_own_case_goes_before_another() -> None:
    entries = entry("polish", "verb"), entry("Polish", "nation", position=1)
    assert found("Polish polish POLISH", *entries) == [
        ("Polish", "nation"),
        ("polish", "verb"),
        ("POLISH", "verb"),
    ]


def test_the_books_own_goes_before_the_languages_and_that_before_all() -> None:
    entries = (
        entry("Lady Anna Lee", "all"),
        entry("Lady Anna", "language", language="en"),
        entry("Anna", "book", book="b"),
    )
    assert found("Lady Anna Lee", *entries) == [("Anna", "book")]
    assert found("Lady Anna Lee", *entries[:2]) == [("Lady Anna", "language")]
    assert found("Lady Anna Lee", *entries[:2], language="fr") == [("Lady Anna Lee", "all")]


def test_a_language_is_that_of_the_place() -> None:
    text = "chat et chat"
    places = Lexicon([entry("chat", language="fr")]).find(
        text, 0, len(text), lambda offset: "en-GB" if offset < 5 else "fr-FR"
    )
    assert [(place.start, place.end) for place in places] == [(8, 12)]


def test_what_is_turned_off_or_empty_is_not_found() -> None:
    assert found("tea", entry("tea", enabled=False), entry("")) == []


def test_only_what_lies_between_the_offsets_is_found_and_told_in_the_offsets_of_the_text() -> None:
    text = "tea and tea and tea"
    places = Lexicon([entry("tea")]).find(text, 4, 15, lambda _: "en")
    assert [(place.start, place.end) for place in places] == [(8, 11)]


def test_single_characters_are_found_also_at_the_end() -> None:
    assert found("a行", entry("行"), entry("a", "y")) == [("a", "y"), ("行", "x")]


def test_patterns_are_found_and_say_what_they_fitted() -> None:
    kilometres = entry(r"(\d+) ?km\b", r"\1 kilometres", Matching.PATTERN)
    assert found("5km, 10 km, 3 kmh", kilometres) == [
        ("5km", "5 kilometres"),
        ("10 km", "10 kilometres"),
    ]
    skip = Entry(word=r"\[\d+\]", kind=Kind.SKIP, matching=Matching.PATTERN)
    assert found("so[12] it is", skip) == [("[12]", "")]


def test_patterns_mind_case_unless_told_otherwise() -> None:
    assert found("us US", entry("US", matching=Matching.PATTERN)) == [("US", "x")]
    assert len(found("us US", entry("(?i)US", matching=Matching.PATTERN))) == 2


def test_a_pattern_knows_the_ends_of_what_it_is_tried_on() -> None:
    assert found("one two. one", entry("^one", matching=Matching.PATTERN), start=9) == [
        ("one", "x")
    ]


def test_a_pattern_goes_with_the_same_order_as_words() -> None:
    entries = entry("Chapter", "a"), entry(r"Chapter \d+", "b", Matching.PATTERN)
    assert found("Chapter 7", *entries) == [("Chapter 7", "b")]


def test_a_pattern_that_can_no_longer_be_entered_is_left_aside() -> None:
    broken = entry("(a+)+b", matching=Matching.PATTERN), entry("(", matching=Matching.PATTERN)
    assert found("aaaa" * 50, *broken, entry("tea")) == []


_WORDS = st.text("aAbB '中国人-", min_size=1, max_size=5)
_ENTRIES = st.lists(st.builds(entry, _WORDS, matching=st.sampled_from(list(Matching)[:2])))


@given(text=st.text("aAbB '中国人-\n", max_size=40), entries=_ENTRIES)
def test_what_is_found_is_there_in_order_and_never_overlaps(
    text: str, entries: list[Entry]
) -> None:
    places = Lexicon(entries).find(text, 0, len(text), lambda _: "en")
    done = 0
    for place in places:
        assert done <= place.start < place.end
        written = " ".join(text[place.start : place.end].replace("\n", " ").split(" "))
        assert written.lower() == place.entry.word.lower()
        done = place.end


@given(text=st.text(max_size=60), words=st.lists(st.text(min_size=1, max_size=3), max_size=5))
def test_no_text_confuses_it(text: str, words: list[str]) -> None:
    entries = [entry(word, matching=Matching.ANYWHERE) for word in words]
    for place in Lexicon(entries).find(text, 0, len(text), lambda _: "und"):
        assert len(text[place.start : place.end]) == len(place.entry.word)
