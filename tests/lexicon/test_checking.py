"""What may be kept: entries in one form, and what is wrong with the others in plain words."""

from __future__ import annotations

import pytest

from reader.errors import LexiconError
from reader.lexicon.checking import checked
from reader.lexicon.entry import Entry, Kind, Matching
from reader.lexicon.patterns import LONGEST, compiled, required


def refused(**parts: object) -> str:
    with pytest.raises(LexiconError) as caught:
        checked(Entry(**parts))  # type: ignore[arg-type]
    assert caught.value.remedy
    return str(caught.value)


def test_words_and_what_is_said_lose_needless_space() -> None:
    entry = checked(Entry(word="  Lady \n Catherine ", say=" Katherine  Lady "))
    assert (entry.word, entry.say) == ("Lady Catherine", "Katherine Lady")
    assert checked(Entry(word="cafe\u0301", say="x")).word == "café"


def test_what_skips_or_stresses_says_nothing() -> None:
    for kind in (Kind.SKIP, Kind.STRESS):
        assert checked(Entry(word="tea", kind=kind, say="ignored")).say == ""


@pytest.mark.parametrize("written", ["dian3 dang4", "Diǎn dàng", "dian3dang4", "dian3, dang4"])
def test_pinyin_is_numbered(written: str) -> None:
    assert checked(Entry(word="典当", kind=Kind.PINYIN, say=written)).say == "dian3 dang4"


def test_ipa_loses_its_brackets() -> None:
    said = checked(Entry(word="China", kind=Kind.IPA, say="/ˈtʃaɪ.nə/")).say
    assert said == "ˈtʃaɪnə"


@pytest.mark.parametrize(
    ("tag", "kept"),
    [("zh-CN", "zh"), ("EN", "en"), ("", ""), ("und", ""), (" fr ", "fr")],
)
def test_a_language_is_a_primary_tag(tag: str, kept: str) -> None:
    assert checked(Entry(word="a", say="b", language=tag)).language == kept


def test_the_word_must_be_there_and_not_too_long() -> None:
    assert "empty" in refused(word="  ", say="x")
    assert "501" in refused(word="a" * 501, say="x")


def test_a_broken_character_is_blamed_on_the_word() -> None:
    assert "half of a character" in refused(word="a\udcff", say="x")
    assert "half of a character" in refused(word="a", say="x\udcff")


def test_what_is_said_must_be_there_and_not_too_long() -> None:
    assert "nothing to be said" in refused(word="a", say=" ")
    assert "2,001" in refused(word="a", say="x" * 2_001)


def test_a_language_must_be_a_tag() -> None:
    assert "“English please”" in refused(word="a", say="x", language="English please")


def test_a_strange_syllable_is_named() -> None:
    assert "“dong9” is not a syllable" in refused(word="典当", kind=Kind.PINYIN, say="dian3 dong9")
    assert "“xzq1”" in refused(word="典当", kind=Kind.PINYIN, say="xzq1 dang4")
    assert "no syllable" in refused(word="典当", kind=Kind.PINYIN, say="  ")


def test_syllables_and_hanzi_are_counted_side_by_side() -> None:
    assert "当 has none" in refused(word="典当", kind=Kind.PINYIN, say="dian3")
    assert "dang4 has no hanzi" in refused(word="典", kind=Kind.PINYIN, say="dian3 dang4")
    assert "only hanzi" in refused(word="tea", kind=Kind.PINYIN, say="cha2")


def test_pinyin_leaves_no_letter_unsaid() -> None:
    for word in ("T恤", "恤2"):
        assert "would not be said" in refused(word=word, kind=Kind.PINYIN, say="xu4")


def test_a_symbol_that_is_none_is_named_with_its_place() -> None:
    assert "“%” (character 3)" in refused(word="a", kind=Kind.IPA, say="ta%k")
    assert "no sound" in refused(word="a", kind=Kind.IPA, say="ˈ")


def test_a_broken_pattern_is_told_with_its_place() -> None:
    reason = refused(word="ab(c", say="x", matching=Matching.PATTERN)
    assert "not a regular expression" in reason
    assert "character 3" in reason


def test_a_pattern_may_not_fit_nothing() -> None:
    for word in ("x*", r"\b", "(?=a)", "a|"):
        assert "no letters" in refused(word=word, say="x", matching=Matching.PATTERN)


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+b",
        "(a*)*b",
        "(ab|a)+c",
        "((a+)b?)+c",
        "(a?){30}a",
        "(?:x(?:a{2,5})y)*z",
        r"(\w+\s?)+:",
    ],
)
def test_a_pattern_that_might_take_for_ever_is_refused(pattern: str) -> None:
    assert "for ever" in refused(word=pattern, say="x", matching=Matching.PATTERN)


@pytest.mark.parametrize(
    "pattern",
    [
        ".*.*.*x",
        r"\w*\w*\w*[^a]*b",
        "[一-龥]*" * 4 + "x",
        r"\d+\d+\d+\d+[!?]",
        r"\d+,?\d+,?\d+,?\d+[!?]",
        r"\d+1\d+1\d+!",
        "[ab]+a[ab]+b[ab]+c",
        r"(?i)[a-z]+x[A-Z]+y\w+!",
        "a?" * 60 + "a" * 60,
        "(a|aa)" * 30 + "c",
        r"(?=\d+\d+)\d+!",
        r"(.*),\1.*,.*!",
    ],
)
def test_a_pattern_that_repeats_too_much_is_refused(pattern: str) -> None:
    assert "minutes" in refused(word=pattern, say="x", matching=Matching.PATTERN)


@pytest.mark.parametrize(
    "pattern",
    [
        r"\b(\d+)(?:,\d{3})+\b",
        r"https?://\S+",
        "第[一二三四五六七八九十百零]+[章回]",
        r"(?P<day>\d{1,2})/(\d{1,2})/(\d{4})",
        "(?:Mr|Mrs)\\. \\w+ \\w+",
        "[ab]+c",
        "(?i)page \\d+ of \\d+",
        r"\d+\.\d+\.\d+\.\d+",
        r"\w+ \w+ \w+ \w+ \w+",
        r"(\d+)\.?\d* ?(?:km|m|miles?)",
        "[a-z]+[A-Z][a-z]+[A-Z][a-z]+",
        r"第\s*\d+\s*[章回]",
        r"(\d+)\s*x\s*(\d+)\s*x\s*(\d+)",
        r"(?:Jan|Feb|Mar)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}",
    ],
)
def test_ordinary_patterns_are_kept(pattern: str) -> None:
    assert checked(Entry(word=pattern, say="x", matching=Matching.PATTERN)).word == pattern


@pytest.mark.parametrize(
    "pattern",
    [
        ".*.*x",
        r".*\w*=",
        r"[a-z]*[a-z]*!",
        r"\d+\d+[!?]",
        r"(.*),\1!",
        "a?a?a?a?a?.*.*aaaaa!",
        r"\d+1\d+[!?]",
        r"\w+,\w+,\w+,\w+,\w+!",
    ],
)
def test_what_is_kept_does_not_hang_on_the_worst_text(pattern: str) -> None:
    """If it did, the test would run into its time limit."""
    ready = compiled(pattern)
    for text in ("a" * LONGEST, "字" * LONGEST, "a," * (LONGEST // 2), "1" * LONGEST):
        assert ready.search(text) is None


def test_what_a_pattern_says_may_refer_to_its_parts_alone() -> None:
    kept = checked(Entry(word=r"(\d+)km", say=r"\1 km", matching=Matching.PATTERN))
    assert kept.say == r"\1 km"
    for say in (r"\2 km", r"\g<none>", "a\\"):
        assert "refers to a part" in refused(word=r"(\d+)km", say=say, matching=Matching.PATTERN)
    assert checked(Entry(word="a", say="back\\slash")).say == "back\\slash"


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        (r"\bSAT\b", "SAT"),
        (r"a\d+bcd", "bcd"),
        ("(?i)SAT", ""),
        ("a|b", ""),
        ("(abc)x", "x"),
        ("ab?c", "a"),
    ],
)
def test_a_text_without_the_letters_that_a_pattern_needs_is_passed_over(
    pattern: str, letters: str
) -> None:
    assert required(pattern) == letters
