"""Words whose sound is given, as the English models and Kokoro say them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from reader.background import CancelToken
from reader.language.phonemes import canonical
from reader.language.phonemes.pinyin import SYLLABLES
from reader.narration.utterance import Span, Utterance
from reader.speech.capabilities import Capabilities
from reader.speech.catalogue import catalogue
from reader.speech.engine import AudioChunk
from reader.speech.engines.english import EnglishEngine
from reader.speech.engines.english_ipa import in_models_letters
from reader.speech.engines.kokoro import KokoroEngine
from reader.speech.engines.kokoro.given import given, read
from reader.speech.engines.kokoro.readings import Sound, mandarin
from reader.speech.engines.kokoro.syllables import phonemes as kokoro_phonemes
from reader.speech.engines.mandarin.phones import speakable as mandarin_speakable
from reader.speech.engines.paddlespeech.phones import speakable as paddlespeech_speakable
from tests.fakes.kokoro_pack import write_pack


def span(text: str, phonemes: str | None = None, start: int = 0, language: str = "en") -> Span:
    """With phonemes in their one form, as the speaker hands them on."""
    alphabet = None if phonemes is None else "x-pinyin" if language == "zh" else "ipa"
    asked = Span(
        text=text,
        language=language,
        start=start,
        end=start + len(text),
        phonemes=phonemes,
        phoneme_alphabet=alphabet,
    )
    return Capabilities(phonemes=("ipa", "x-pinyin")).within(asked).span


def utterance(*parts: tuple[str, str | None], language: str = "en") -> Utterance:
    items: list[Span] = []
    for text, phonemes in parts:
        items.append(span(text, phonemes, items[-1].end if items else 0, language))
    return Utterance(items=tuple(items))


@pytest.mark.parametrize(
    ("written", "american", "british"),
    [
        ("təˈmɑːtəʊ", "təmˈɑtO", "təmˈɑːtQ"),
        ("ˈstɹɛŋθ", "stɹˈɛŋθ", "stɹˈɛŋθ"),
        ("bɜːd", "bˈɜɹd", "bˈɜːd"),
        ("bɝd", "bˈɜɹd", "bˈɜːd"),
        ("ˈbʌtə˞", "bˈʌtəɹ", "bˈʌtə"),
        ("skweə", "skwˈɛɹ", "skwˈɛː"),
        ("hɒt", "hˈɑt", "hˈɒt"),
        ("hæt", "hˈæt", "hˈat"),
        ("ˈlɪtl\u0329", "lˈɪtᵊl", "lˈɪtᵊl"),
        ("ˈtʃaɪnə", "ʧˈInə", "ʧˈInə"),
        ("nuː ˈjɔːk", "nu jˈɔk", "nuː jˈɔːk"),
        ("bɔ\u0303ˈʒuʁ", "bɔnʒˈuɹ", "bɔnʒˈuɹ"),
        ("ˌɪntəˈnæʃənəl", "ˌɪntənˈæʃənəl", "ˌɪntənˈaʃənəl"),
        ("ˈxwaˈɲo", "kwˈɑnjˈO", "kwˈanjˈQ"),
        ("tʰə", "tə", "tə"),
    ],
)
def test_ipa_in_the_letters_of_the_models(written, american, british):
    plain = canonical(written, "ipa").phonemes
    assert in_models_letters(plain) == american
    assert in_models_letters(plain, british=True) == british


# -- the English voice -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def english() -> Iterator[EnglishEngine]:
    engine = EnglishEngine()
    yield engine
    engine.close()


def speak(engine: EnglishEngine, what: Utterance) -> list[AudioChunk]:
    return list(engine.synthesize(what, engine.voices()[0], CancelToken()))


def heard(chunks: list[AudioChunk]) -> np.ndarray:
    return np.concatenate([chunk.samples for chunk in chunks])


def places(chunks: list[AudioChunk]) -> list[tuple[int, int]]:
    return [(word.start, word.end) for chunk in chunks for word in chunk.words]


def test_a_given_word_is_one_word_of_its_sentence(english):
    what = utterance(("Say, ", None), ("Nabokov", "/nəˈbɔːkəf/"), (", I said a b now.", None))
    (chunk,) = speak(english, what)
    text = what.text
    assert [text[start:end] for start, end in places([chunk])] == [
        "Say", "Nabokov", "I", "said", "a", "b", "now",
    ]  # fmt: skip
    assert chunk.words[1].finish - chunk.words[1].begin > 0.25


def test_several_written_words_with_one_sound_are_one_word(english):
    what = utterance(("In ", None), ("St. John’s ", "sɪndʒənz"), ("house.", None))
    assert places(speak(english, what)) == [(0, 2), (3, 14), (14, 19)]


def test_the_sound_is_that_of_the_phonemes_and_not_of_the_text(english):
    said = heard(speak(english, utterance(("I said ", None), ("zzz", "təˈmeɪtoʊ"), (".", None))))
    other = heard(speak(english, utterance(("I said ", None), ("qq", "təˈmeɪtoʊ"), (".", None))))
    assert np.array_equal(said, other)


def test_as_the_lexicon_has_it_sounds_like_the_word_itself(english):
    plain = heard(speak(english, utterance(("I said tomato.", None))))
    given = heard(speak(english, utterance(("I said ", None), ("x", "təˈmeɪɾoʊ"), (".", None))))
    assert np.array_equal(plain, given)


@pytest.mark.parametrize("phonemes", ["ʘǂ", "təˈmeɪtoʊ˥˩ʘ", "kʼoˤʰ"])
def test_sounds_that_english_has_not_leave_no_silence(english, phonemes):
    chunks = speak(english, utterance(("tomato", phonemes)))
    assert 0.2 < sum(chunk.seconds for chunk in chunks) < 2.0
    assert places(chunks) == [(0, 6)]


def test_a_word_without_text_is_said(english):
    chunks = speak(english, utterance(("", "təˈmeɪtoʊ"), (" is red.", None)))
    alone = speak(english, utterance((" is red.", None)))
    assert sum(c.seconds for c in chunks) > sum(c.seconds for c in alone) + 0.2


# -- Kokoro ----------------------------------------------------------------------------------


def sounds_of(what: Utterance, *, british: bool = False) -> list[Sound]:
    spans, start = [], 0
    for each in what.spans:
        if each.phonemes is not None:
            spans.append((start, start + len(each.text), each))
        start += len(each.text)
    return read(what.text, given(spans, british=british), lambda text: mandarin(text, lambda _: []))


def test_given_pinyin_is_one_word_in_kokoros_alphabet():
    found = sounds_of(utterance(("去", None), ("典当", "dian3 dang4"), ("了", None), language="zh"))
    assert [sound.phonemes for sound in found] == [" ʨʰy↘", " tjɛ↓nta↘ŋ", " lɤ"]
    assert [(sound.start, sound.end) for sound in found] == [(0, 1), (1, 3), (3, 4)]


def test_given_erhua_loses_its_n_in_kokoro():
    (word,) = sounds_of(utterance(("玩儿", "wanr2"), language="zh"))
    assert word.phonemes == " wa↗ɚ"


def test_given_ipa_is_said_in_the_accent_of_the_voice():
    (word,) = given([(0, 3, span("hat", "hɒt"))], british=True)
    assert word.phonemes == "hˈɒt"


def test_kokoro_says_what_is_given_in_its_place(tmp_path: Path):
    engine = KokoroEngine(write_pack(tmp_path))
    voice = next(v for v in catalogue()["kokoro"].voices if v.name == "kokoro-xiaoxiao")
    what = utterance(("他去", None), ("典当", "dian3 dang4"), ("，好。", None), language="zh")
    chunks = list(engine.synthesize(what, voice, CancelToken()))
    assert (2, 4) in places(chunks)
    assert not any(chunk.skipped for chunk in chunks)
    engine.close()


@pytest.mark.parametrize(
    "says",
    [
        pytest.param(mandarin_speakable, id="mandarin"),
        pytest.param(paddlespeech_speakable, id="paddlespeech"),
        pytest.param(kokoro_phonemes, id="kokoro"),
    ],
)
def test_every_syllable_that_is_read_can_be_said(says):
    assert [each for each in sorted(SYLLABLES) if not says(f"{each}1")] == []
