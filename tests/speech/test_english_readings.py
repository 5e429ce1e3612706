"""Words of two readings as the English voice says them."""

from __future__ import annotations

from typing import Any

import pytest

from reader.speech.engines import english_reading
from reader.speech.engines.kokoro.readings import EnglishReader


@pytest.fixture(scope="module")
def reader() -> Any:
    g2p = pytest.importorskip("hibari.g2p", reason="the English voice is not installed")
    return g2p.G2P()


@pytest.mark.parametrize(
    ("sentence", "word", "sounds"),
    [
        ("I read the paper every day.", "read", "ɹˈid"),
        ("She has read the report.", "read", "ɹˈɛd"),
        ("Last night I read until two.", "read", "ɹˈɛd"),
        ("They live near the sea.", "live", "lˈɪv"),
        ("Watch it live on television.", "live", "lˈIv"),
        ("He set a new record.", "record", "ɹˈɛkəɹd"),
        ("They plan to record an album.", "record", "ɹəkˈɔɹd"),
        ("The shop will close at five.", "close", "klˈOz"),
        ("He was a close friend.", "close", "klˈOs"),
        ("The meeting came to a close.", "close", "klˈOz"),
        ("The pipes were made of lead.", "lead", "lˈɛd"),
        ("She will lead the team.", "lead", "lˈid"),
        ("He began to wind the clock.", "wind", "wˈInd"),
        ("A tear ran down her cheek.", "tear", "tˈɪɹ"),
        ("Do not tear the paper.", "tear", "tˈɛɹ"),
        ("She took a bow after the show.", "bow", "bˈW"),
        ("It is of no use to me.", "use", "jˈus"),
        ("I object to that remark.", "object", "əbʤˈɛkt"),
        ("in minute detail", "minute", "mInˈut"),
        ("They refuse to pay.", "refuse", "ɹəfjˈuz"),
        ("You need a permit to park.", "permit", "pˈɜɹmɪt"),
        ("The road wound through the hills.", "wound", "wˈWnd"),
        ("They had a terrible row about money.", "row", "ɹˈW"),
        ("He dove into the pool.", "dove", "dˈOv"),
        ("A T and T sold it.", "A", "ˈA"),
    ],
)
def test_a_word_of_two_readings_is_said_by_its_sentence(
    reader: Any, sentence: str, word: str, sounds: str
) -> None:
    tokens = reader.tokenize(sentence)
    english_reading.correct(tokens)
    said = {each.text: each.phonemes for each in reader.phonemize_tokens(tokens)}
    assert said[word] == sounds


def test_given_sounds_are_kept(reader: Any) -> None:
    tokens = reader.tokenize("a [lead](/lˈid/) pipe")
    english_reading.correct(tokens)
    assert [each.phonemes for each in reader.phonemize_tokens(tokens)][1] == "lˈid"


def test_names_that_no_dictionary_knows_are_read_by_their_letters(reader: Any) -> None:
    tokens = reader.phonemize_tokens(reader.tokenize("Tingshu met Xiaomi"))
    assert all(each.phonemes for each in tokens)


@pytest.mark.parametrize(
    ("british", "sounds"),
    [(False, ("pˈɑlɪʃ", "lˈɛd", "lˈɜɹnɪd")), (True, ("pˈɒlɪʃ", "lˈɛd", "lˈɜːnɪd"))],
)
def test_american_and_british_voices_are_mended_alike(
    british: bool, sounds: tuple[str, str, str]
) -> None:
    pytest.importorskip("hibari.g2p", reason="the English voice is not installed")
    said = EnglishReader(british=british)("They polish a lead pipe for their learned friend.")
    assert [said[at].phonemes.strip() for at in (1, 3, 7)] == list(sounds)
