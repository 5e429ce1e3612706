"""What is offered to a reader who puts a word right."""

from __future__ import annotations

from reader.lexicon.checking import checked
from reader.lexicon.entry import Entry, Kind
from reader.lexicon.suggestions import suggestion


def test_hanzi_come_with_their_pinyin_and_their_other_readings() -> None:
    text = "他去了。银行行长在这里。"
    offered = suggestion(text, 6, 8)
    assert offered.word == "行长"
    assert offered.kind is Kind.PINYIN
    assert offered.say == "hang2 zhang3"
    assert set(offered.others) == {"xing2 zhang3", "hang2 chang2"}
    for say in (offered.say, *offered.others):
        assert checked(Entry(word=offered.word, kind=offered.kind, say=say)).say == say


def test_the_tones_are_those_that_sound_there() -> None:
    offered = suggestion("你好", 0, 2)
    assert (offered.say, offered.others) == ("ni2 hao3", ("ni2 hao4",))


def test_traditional_hanzi_too() -> None:
    assert suggestion("銀行行長說", 2, 4).say == "hang2 zhang3"


def test_a_word_alone_between_other_sentences() -> None:
    assert suggestion("Yes!\n重\nNo.", 5, 6).say in {"zhong4", "chong2"}


def test_other_words_are_left_to_the_reader() -> None:
    for text in ("Anna", "T恤", "東京タワー", "A4", " "):
        offered = suggestion(text, 0, len(text))
        assert (offered.word, offered.say, offered.others) == (text, "", ())
    assert suggestion("Anna", 0, 4).kind is Kind.RESPELLING
    assert suggestion("東京", 0, 2, "ja-JP").kind is Kind.RESPELLING


def test_hanzi_far_into_a_text_without_sentences() -> None:
    text = "山" * 5_000 + "长大"
    assert suggestion(text, 5_000, 5_002).say == "zhang3 da4"
