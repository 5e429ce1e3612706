"""What becomes of a span that asks for more than an engine can do."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reader.books.model import Emphasis
from reader.narration.utterance import Span
from reader.speech.advice import lost_advice
from reader.speech.capabilities import NUCLEI, Capabilities, Feature
from reader.speech.engines.english_ipa import in_models_letters
from reader.speech.manner import EMPHASES, STYLES, manner_of
from tests.fakes.engine import FakeEngine

PLAIN = Span(text="word", language="en", start=3, end=7)
RATE_ONLY = Capabilities(rate=True)
PROSODY = Capabilities(rate=True, pitch=True, gain=True)


def asked(**how: Any) -> Span:
    return replace(PLAIN, **how)


def test_what_asks_for_nothing_stays_as_it_is():
    for capabilities in (Capabilities(), RATE_ONLY, PROSODY):
        fitted = capabilities.within(PLAIN)
        assert (fitted.span, fitted.gain, fitted.lost) == (PLAIN, 0.0, frozenset())


@pytest.mark.parametrize("level", [0.5, 1.0, 2.0])
@pytest.mark.parametrize("style", sorted(STYLES))
def test_a_style_becomes_rate_pitch_and_loudness(style, level):
    span = asked(style=style, style_level=level, rate=1.1, pitch=0.5, gain=-1.0)
    promised = manner_of(span)
    fitted = PROSODY.within(span)
    assert (fitted.span.style, fitted.span.style_level) == (None, 1.0)
    assert (fitted.span.rate, fitted.span.pitch, fitted.span.gain) == pytest.approx(
        (promised.rate, promised.pitch, promised.gain)
    )
    assert (fitted.gain, fitted.lost) == (0.0, frozenset())


def test_emphasis_becomes_what_an_engine_can_do_and_the_rest_is_loudness():
    manner = EMPHASES[Emphasis.STRONG].times(0.5)
    fitted = RATE_ONLY.within(asked(emphasis=Emphasis.STRONG, emphasis_level=0.5))
    assert fitted.span == asked(rate=manner.rate)
    assert fitted.gain == pytest.approx(manner.gain)
    assert fitted.lost == frozenset()


def test_styles_and_emphasis_that_an_engine_knows_are_left_to_it():
    able = Capabilities(styles=("sad",), emphasis=True)
    span = asked(style="sad", style_level=0.3, emphasis=Emphasis.EMPHASIS, emphasis_level=2.0)
    assert able.within(span).span == span
    assert able.within(asked(style="happy")).lost == {Feature.STYLE}


@pytest.mark.parametrize(
    ("how", "lost"),
    [
        ({"rate": 1.2}, {Feature.RATE}),
        ({"pitch": -1.0}, {Feature.PITCH}),
        ({"gain": 3.0}, set()),
        ({"emphasis": Emphasis.REDUCED}, {Feature.EMPHASIS}),
        ({"emphasis": Emphasis.STRONG, "emphasis_level": 0.0}, set()),
        ({"style": "sad"}, {Feature.STYLE}),
        ({"style": "sad", "style_level": 0.0}, set()),
        ({"phonemes": "a"}, {Feature.PHONEMES}),
        ({"phonemes": ""}, set()),
    ],
)
def test_what_an_engine_that_can_nothing_loses(how, lost):
    fitted = Capabilities().within(asked(**how))
    assert fitted.lost == lost
    assert replace(fitted.span, text="word") == PLAIN


@pytest.mark.parametrize(
    ("phonemes", "is_said"), [("ʃt", False), ("ħʕʘ", False), ("ˈʃiː", True), ("ps̩t", True)]
)
def test_consonants_alone_are_lost_and_the_text_is_said(phonemes, is_said):
    able = Capabilities(phonemes=("ipa",))
    fitted = able.within(asked(phonemes=phonemes, phoneme_alphabet="ipa"))
    assert fitted.lost == (set() if is_said else {Feature.PHONEMES})
    assert (fitted.span.phonemes is not None) == is_said
    assert fitted.span.text == "word"


@pytest.mark.parametrize("british", [False, True])
def test_whatever_makes_a_syllable_is_a_vowel_of_the_english_models(british):
    vowels = set("AIOQWYaiuæɑɒɔəᵊɛɜɪᵻʊʌ")
    for each in sorted(NUCLEI):
        assert vowels & set(in_models_letters(f"t{each}", british=british)), each


def test_a_style_that_nobody_knows_is_lost_everywhere():
    assert PROSODY.within(asked(style="sarcastic")).lost == {Feature.STYLE}
    assert PROSODY.within(asked(style="sarcastic")).span == PLAIN


@pytest.mark.parametrize(
    ("phonemes", "alphabet", "expected"),
    [
        ("/təˈmeɪ.toʊ/", "ipa", "təˈmeɪtoʊ"),
        ("/təˈmeɪ.toʊ/", None, "təˈmeɪtoʊ"),
        ('t@"meItoU', "x-sampa", "təˈmeɪtoʊ"),
        ("wrong!", "ipa", None),
        ("ma1", "x-pinyin", None),
        ("ma1", "x-klingon", None),
    ],
)
def test_phonemes_come_in_one_form_or_not_at_all(phonemes, alphabet, expected):
    able = Capabilities(phonemes=("ipa",))
    fitted = able.within(asked(phonemes=phonemes, phoneme_alphabet=alphabet))
    assert fitted.span.phonemes == expected
    assert fitted.span.phoneme_alphabet == (expected and "ipa")
    assert fitted.lost == (set() if expected else {Feature.PHONEMES})


def test_a_sound_without_letters_is_said_all_the_same():
    able = Capabilities(phonemes=("ipa",))
    for text in ("", "—"):
        fitted = able.within(asked(text=text, phonemes="a", phoneme_alphabet="ipa"))
        assert any(map(str.isalnum, fitted.span.text))
        assert fitted.span.source(0, len(fitted.span.text))[0] >= PLAIN.start


@pytest.mark.parametrize("feature", Feature)
def test_every_loss_is_told_with_the_voice_in_a_sentence(feature):
    (voice,) = FakeEngine("heart").voices()
    message = lost_advice(voice, feature)
    assert message.startswith("Heart ")
    assert message.endswith(".")
