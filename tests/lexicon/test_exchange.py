"""Lists from other programs and for them: what is taken, and what is told of the rest."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.background import CancelToken
from reader.errors import Cancelled, LexiconError, MarkupError
from reader.language import pls
from reader.lexicon import exchange
from reader.lexicon.entry import Entry, Kind, Matching
from reader.lexicon.matching import Lexicon


def lines(*written: str, **more: str) -> exchange.Imported:
    return exchange.read("\n".join(written).encode(), "rules.txt", **more)


def test_the_rules_of_voice_dreams_own_page_are_read() -> None:
    taken = lines("“Moby Dick”,1,N,””,1", "“lol”,0,Y,”laughing out loud”,0")
    assert taken.refused == ()
    skip, lol = taken.entries
    assert (skip.kind, skip.matching) == (Kind.SKIP, Matching.PATTERN)
    assert lol == Entry(word="lol", say="laughing out loud", position=1)
    lexicon = Lexicon(taken.entries)
    text = "Moby Dick: moby dick, LOL lollipop"
    found = lexicon.find(text, 0, len(text), lambda _: "en")
    assert [text[each.start : each.end] for each in found] == ["Moby Dick", "LOL"]


def test_fields_may_hold_commas_quotes_and_nothing() -> None:
    [one, two, three] = lines(
        '"a, b",0,Y,"c, d",0', ' "say ""hi""" , 1 , y , "greet" , 0 ', '"典当",0,N,"",1'
    ).entries
    assert (one.word, one.say) == ("a, b", "c, d")
    assert (two.word, two.say, two.matching) == ('say "hi"', "greet", Matching.ANYWHERE)
    assert (three.word, three.matching, three.kind) == ("典当", Matching.WORD, Kind.SKIP)


def test_expressions_and_words_whose_case_matters_become_patterns() -> None:
    entries = lines(
        r'"\d+ mg",2,N,"milligrams",0', '"abc",2,Y,"x",0', '"US",0,N,"u s",0', '"US",1,N,"a\\b",0'
    ).entries
    assert [each.word for each in entries] == [
        r"\d+ mg",
        "(?i)abc",
        r"(?<!(?a:\w))US(?!(?a:\w))",
        "US",
    ]
    assert {each.matching for each in entries} == {Matching.PATTERN}
    found = Lexicon(entries[3:]).find("US", 0, 2, lambda _: "en")
    assert [each.entry.say for each in found] == ["a\\b"]


def test_a_word_whose_case_matters_stands_by_itself_beside_hanzi_too() -> None:
    lexicon = Lexicon(lines('"GPT",0,N,"x",0', '"café",0,N,"y",0').entries)
    text = "我用GPT写，gpt, GPTs, GPT-4, café"
    found = lexicon.find(text, 0, len(text), lambda _: "zh")
    assert [each.start for each in found] == [2, text.index("GPT-4"), text.index("café")]


def test_what_cannot_be_taken_is_told_with_its_line() -> None:
    taken = lines('"a",0,Y,"b",0', "", "nonsense", '"(",2,N,"x",0', '"c",0,Y,"",0', '"d",7,Y,"e",0')
    assert [each.word for each in taken.entries] == ["a"]
    assert [each.line for each in taken.refused] == [3, 4, 5, 6]
    assert [str(each).split(":")[0] for each in taken.refused[:1]] == ["Line 3"]
    five, pattern, nothing, _ = (each.reason for each in taken.refused)
    assert "five fields" in five
    assert "not a regular expression" in pattern
    assert "nothing to be said" in nothing


def test_too_many_patterns_are_refused_one_by_one() -> None:
    rules = [f'"Word{n}",0,N,"x",0' for n in range(exchange.MOST_PATTERNS + 2)]
    taken = lines(*rules, '"more",0,Y,"x",0')
    assert len(taken.entries) == exchange.MOST_PATTERNS + 1
    assert taken.entries[-1].word == "more"
    assert [each.line for each in taken.refused] == [501, 502]


def test_lines_come_with_a_byte_order_mark_in_either_width() -> None:
    for encoding in ("utf-8-sig", "utf-16"):
        taken = exchange.read('"典",0,Y,"x",0\r\n'.encode(encoding), "rules.txt")
        assert [each.word for each in taken.entries] == ["典"]


def test_what_is_no_text_is_refused_as_a_whole() -> None:
    with pytest.raises(LexiconError, match="neither a PLS file nor text"):
        exchange.read(b"\x80\x81\x82", "rules.bin")
    with pytest.raises(MarkupError, match="Line 1, column"):
        exchange.read(b"<lexicon", "rules.pls")


def test_a_long_list_tells_how_far_it_is_and_can_be_stopped() -> None:
    content = b'"tea",0,Y,"x",0\n' * 3_000
    shares: list[float] = []
    exchange.read(content, "rules.txt", progress=shares.append)
    assert len(shares) == 3
    assert shares == sorted(shares)
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        exchange.read(content, "rules.txt", cancel=cancel)


def test_scope_is_what_is_asked_for() -> None:
    [entry] = lines('"a",0,Y,"b",0', language="fr", book="this").entries
    assert (entry.language, entry.book) == ("fr", "this")


def test_a_pls_file_is_taken_word_by_word() -> None:
    content = pls.write(
        [
            pls.Lexeme(graphemes=("colour", "color"), phonemes="ˈkʌlə"),
            pls.Lexeme(graphemes=("Mr",), alias="mister"),
            pls.Lexeme(graphemes=("odd",), phonemes="b0b", alphabet="x-klingon", alias="Bob"),
            pls.Lexeme(graphemes=("worse",), phonemes="w%"),
            pls.Lexeme(graphemes=("mute",)),
            pls.Lexeme(graphemes=(), alias="nobody"),
        ],
        language="en-GB",
    )
    taken = exchange.read(content, "words.pls")
    assert [(each.word, each.kind, each.say, each.language) for each in taken.entries] == [
        ("colour", Kind.IPA, "ˈkʌlə", "en"),
        ("color", Kind.IPA, "ˈkʌlə", "en"),
        ("Mr", Kind.RESPELLING, "mister", "en"),
        ("odd", Kind.RESPELLING, "Bob", "en"),
    ]
    assert [each.word for each in taken.refused] == ["worse", "mute", ""]
    assert [each.line for each in taken.refused] == sorted(each.line for each in taken.refused)
    [first, *_] = exchange.read(content, "words.pls", language="de").entries
    assert first.language == "de"


def test_pinyin_in_a_pls_file_must_fit_its_hanzi() -> None:
    content = pls.write(
        [
            pls.Lexeme(graphemes=("典当",), phonemes="diǎn dàng", alphabet="x-pinyin"),
            pls.Lexeme(graphemes=("典",), phonemes="dian3 dang4", alphabet="x-pinyin"),
        ],
        language="und",
    )
    taken = exchange.read(content, "words.pls")
    assert [(each.say, each.language) for each in taken.entries] == [("dian3 dang4", "")]
    assert "has no hanzi" in taken.refused[0].reason


EVERY = (
    Entry(word="tea", say="tee"),
    Entry(word="典当", kind=Kind.PINYIN, say="dian3 dang4", language="zh"),
    Entry(word="China", kind=Kind.IPA, say="ˈtʃaɪnə", language="en"),
    Entry(word="page", kind=Kind.SKIP),
    Entry(word="loud", kind=Kind.STRESS),
    Entry(word="app", say="x", matching=Matching.ANYWHERE),
    Entry(word=r"(?i)\d+ " "q", say="x", matching=Matching.PATTERN),
    Entry(word="off", say="x", enabled=False),
)


def test_a_pls_file_holds_what_pls_can_say_and_the_rest_is_told() -> None:
    written = exchange.written_pls(EVERY, "en")
    assert written.count == 2
    assert [entry.word for entry, _ in written.left_out] == [
        "典当", "page", "loud", "app", EVERY[6].word, "off",
    ]  # fmt: skip
    assert all(why for _, why in written.left_out)
    again = exchange.read(written.content, "again.pls").entries
    assert [(each.word, each.kind, each.say) for each in again] == [
        ("tea", Kind.RESPELLING, "tee"),
        ("China", Kind.IPA, "ˈtʃaɪnə"),
    ]
    chinese = exchange.read(exchange.written_pls(EVERY, "zh").content, "again.pls").entries
    assert [each.say for each in chinese] == ["tee", "dian3 dang4"]


def test_lines_hold_what_lines_can_say_and_are_read_again_alike() -> None:
    written = exchange.written_lines(EVERY)
    assert [entry.word for entry, _ in written.left_out] == ["典当", "China", "loud", "off"]
    again = exchange.read(written.content, "again.txt")
    kept = [each for each in EVERY if each.word in ("tea", "page", "app", EVERY[6].word)]
    assert written.count == len(kept)
    assert [replace(each, position=0) for each in again.entries] == kept


_SAID = st.text('ab,"“ 典\\', min_size=1, max_size=12).filter(lambda text: bool(text.strip()))


@given(word=_SAID, say=_SAID, matching=st.sampled_from([Matching.WORD, Matching.ANYWHERE]))
def test_any_word_survives_the_way_out_and_in(word: str, say: str, matching: Matching) -> None:
    word, say = " ".join(word.split()), " ".join(say.split())
    entry = Entry(word=word, say=say, matching=matching)
    content = exchange.written_lines([entry]).content
    assert exchange.read(content, "again.txt").entries == (entry,)
