"""Pinyin, English and marks in Kokoro's alphabet."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from reader.language.clauses import clauses
from reader.language.measure import weight
from reader.speech.engines.kokoro.alphabet import numbers, symbols
from reader.speech.engines.kokoro.pieces import MOST_PHONEMES, fitting, pieces
from reader.speech.engines.kokoro.readings import EnglishReader, Sound, mandarin
from reader.speech.engines.kokoro.syllables import phonemes

GOLDEN = Path(__file__).parents[1] / "data" / "speech" / "kokoro_syllables.tsv"
"""Syllables in the third tone as misaki 0.9.4 gives them (``ZHG2P.py2ipa``)."""

ROWS = [line.split("\t") for line in GOLDEN.read_text("utf-8").splitlines()]


def no_english(text: str) -> list[Sound]:
    raise AssertionError(f"“{text}” was taken for English")


def quoted(text: str) -> list[Sound]:
    return [Sound(phonemes="ɹˈɛd", start=0, end=len(text))]


def said(sounds: list[Sound]) -> str:
    return "".join(sound.phonemes for sound in sounds)


def test_every_syllable_is_what_the_model_was_trained_with() -> None:
    assert len(ROWS) > 400
    assert {pinyin: phonemes(pinyin + "3") for pinyin, _ in ROWS} == dict(ROWS)


def test_every_syllable_is_in_the_alphabet() -> None:
    assert all(len(numbers(said)) == len(said) for _, said in ROWS)


@pytest.mark.parametrize(
    ("pinyin", "expected"),
    [
        ("hao1", "xau→"),
        ("hao2", "xau↗"),
        ("hao3", "xau↓"),
        ("hao4", "xau↘"),
        ("hao5", "xau"),
        ("hao", "xau"),
        ("zhang3", "ꭧa↓ŋ"),
        ("lüe4", "lɥe↘"),
        ("lue4", "lɥe↘"),
        ("nv3", "ny↓"),
    ],
)
def test_the_tone_is_marked_after_the_vowel(pinyin: str, expected: str) -> None:
    assert phonemes(pinyin) == expected


@pytest.mark.parametrize("pinyin", ["", "3", "b1", "xyz1", "hao6", "Hao3", "hello"])
def test_what_is_no_syllable_has_no_phonemes(pinyin: str) -> None:
    assert phonemes(pinyin) is None


def test_the_alphabet_numbers_each_symbol_once() -> None:
    table = symbols()
    assert len(table) == 114
    assert len(set(table.values())) == 114
    assert [table[symbol] for symbol in ";. aʰᵻ"] == [1, 4, 16, 43, 162, 177]


def test_words_part_with_a_space_and_marks_are_breath() -> None:
    sounds = mandarin("我们来了，再见！", no_english)
    assert said(sounds) == " wo↓mən lai↗ lɤ,  ʦai↘ʨjɛ↘n! "
    places = [(sound.start, sound.end) for sound in sounds]
    assert places == [(0, 2), (2, 3), (3, 4), (4, 5), (5, 7), (7, 8)]


def test_a_dash_and_an_ellipsis_of_two_marks_are_one() -> None:
    assert [s.phonemes for s in mandarin("好——好……", no_english) if not s.is_word] == ["— ", "… "]


def test_english_inside_chinese_is_read_as_english_in_its_place() -> None:
    sounds = mandarin("我看Alice in Wonderland。", quoted)
    english = next(sound for sound in sounds if "ɹˈɛd" in sound.phonemes)
    assert (english.start, english.end) == (2, 21)
    assert sounds[-1].phonemes == ". "


@pytest.mark.parametrize(("text", "expected"), [("花儿", " xwa→ɚ"), ("玩儿", " wa↗ɚ")])
def test_the_suffix_er_colours_its_word(text: str, expected: str) -> None:
    (word,) = [sound for sound in mandarin(text, no_english) if sound.is_word]
    assert word.phonemes == expected
    assert (word.start, word.end) == (0, 2)


def test_er_that_is_a_word_is_said_in_full() -> None:
    assert said(mandarin("儿子", no_english)) == " ɚ↗ʦɨ"


def test_english_words_know_their_place() -> None:
    text = "Good morning, dear reader."
    sounds = [sound for sound in EnglishReader(british=False)(text) if sound.is_word]
    places = [text[sound.start : sound.end] for sound in sounds]
    assert places == ["Good", "morning", "dear", "reader"]


def test_what_looks_like_given_phonemes_is_read_as_words() -> None:
    reader = EnglishReader(british=False)
    assert said(reader("See [note](/everything/).")).count("ˈ") > said(reader("See note.")).count(
        "ˈ"
    )


def test_british_english_differs() -> None:
    words = "The car is in the bath."
    assert said(EnglishReader(british=True)(words)) != said(EnglishReader(british=False)(words))


SENTENCE = "从前有一个国王，" + "他有三个儿子，一个比一个聪明，" * 12 + "他们都走了。"


def test_pieces_begin_short_and_grow() -> None:
    parts = list(pieces(SENTENCE))
    sizes = [weight(part.text) for part in parts]
    assert "".join(part.text for part in parts) == SENTENCE
    rooms = [16, 24, 36, 54, 60, 60]
    assert all(size <= room for size, room in zip(sizes, rooms, strict=False))
    assert sizes[2] > rooms[1]
    ends = {clause.end for clause in clauses(SENTENCE)}
    assert all(part.end in ends for part in parts)


def test_a_short_sentence_is_one_piece() -> None:
    assert [part.text for part in pieces("好，我们走吧。")] == ["好，我们走吧。"]


def test_nothing_is_no_piece() -> None:
    assert list(pieces(" ")) == []


def test_no_part_is_longer_than_the_model_holds() -> None:
    words = [Sound(phonemes="hˈɛlO ", start=n, end=n + 1) for n in range(300)]
    parts = list(fitting(words))
    assert [sound for part in parts for sound in part] == words
    assert all(sum(len(sound.phonemes) for sound in part) <= MOST_PHONEMES for part in parts)
    assert len(parts) == 4


def test_a_word_longer_than_the_model_holds_is_said_in_parts() -> None:
    phonemes = " ʤˈisˈitˈiˈA" * 120 + ","
    parts = list(fitting([Sound(phonemes=phonemes, start=10, end=250)]))
    sounds = [sound for part in parts for sound in part]
    assert "".join(sound.phonemes for sound in sounds) == phonemes
    assert all(sum(len(numbers(s.phonemes)) for s in part) <= MOST_PHONEMES for part in parts)
    assert [sounds[0].start, sounds[-1].end] == [10, 250]
    assert all(one.end == other.start for one, other in pairwise(sounds))


def test_marks_alone_are_not_said() -> None:
    assert list(fitting([Sound(phonemes=", ", start=0, end=1)])) == []
