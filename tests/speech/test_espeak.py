from __future__ import annotations

import threading
from dataclasses import replace

import numpy as np
import pytest

from reader.background import CancelToken
from reader.books.model import Emphasis
from reader.errors import Cancelled, EngineFailed
from reader.language.phonemes.pinyin import SYLLABLES
from reader.narration.utterance import Span, Utterance
from reader.speech.chunks import joined as chunks_joined
from reader.speech.engine import AudioChunk
from reader.speech.engines import espeak
from reader.speech.engines.espeak import EspeakEngine
from reader.speech.engines.shaped import ShapedEngine
from reader.speech.signal import speech_level

pytestmark = pytest.mark.voices

SENTENCE = "We were away a year ago, and all alone in a low land."


def utterance(text: str = SENTENCE, language: str = "en", start: int = 0, **how) -> Utterance:
    span = Span(text=text, language=language, start=start, end=start + len(text), **how)
    return Utterance(items=(span,))


def speak(what: Utterance, cancel: CancelToken | None = None) -> AudioChunk:
    engine = EspeakEngine()
    (chunk,) = engine.synthesize(what, engine.voices()[0], cancel or CancelToken())
    return chunk


def pitch(chunk: AudioChunk) -> float:
    """The median fundamental frequency, by autocorrelation."""
    found: list[float] = []
    low, high = chunk.rate // 400, chunk.rate // 50
    for begin in range(0, len(chunk.samples) - 2048, 512):
        frame = chunk.samples[begin : begin + 2048].astype(np.float64)
        if np.sqrt(np.mean(frame**2)) > 0.03:
            match = np.correlate(frame, frame, "full")[2047:]
            found.append(chunk.rate / (low + int(np.argmax(match[low:high]))))
    return float(np.median(found))


@pytest.mark.parametrize(
    ("language", "text", "seconds"),
    [
        ("en", "The quick brown fox jumps over the lazy dog.", (1.8, 4.0)),
        ("fr-CA", "Bonjour tout le monde.", (0.8, 2.5)),
        ("zh-Hans-CN", "今天天气真好。", (0.8, 3.0)),
        ("yue", "今日天氣好好。", (0.8, 3.5)),
        ("zh-HK", "今日天氣好好。", (0.8, 3.5)),
        ("pt-BR", "Bom dia a todos.", (0.7, 2.5)),
        ("ru", "Доброе утро.", (0.5, 2.0)),
        ("el", "Καλημέρα.", (0.4, 1.6)),
        ("xx-unknown", "Something.", (0.3, 1.5)),
    ],
)
def test_many_languages_sound_for_a_plausible_time(language, text, seconds):
    chunk = speak(utterance(text, language))
    assert seconds[0] < chunk.seconds < seconds[1]
    assert -26 < speech_level(chunk.samples, chunk.rate) < -14
    assert chunk.samples.dtype == np.float32
    assert np.abs(chunk.samples).max() <= 1.0


def test_the_language_chooses_the_pronunciation():
    sounds = [speak(utterance("schedule", language)).samples for language in ("en", "fr", "en-GB")]
    assert len({len(sound) for sound in sounds}) == 3


def test_regions_of_chinese_differ():
    mandarin, cantonese, hong_kong = (
        len(speak(utterance("今日天氣好", language)).samples) // 1000
        for language in ("zh-TW", "yue", "zh-HK")
    )
    assert mandarin != cantonese
    assert cantonese == hong_kong


def test_rate_changes_the_length():
    normal, fast = speak(utterance()), speak(utterance(rate=2.0))
    assert normal.seconds / fast.seconds == pytest.approx(2.0, rel=0.15)


@pytest.mark.parametrize("semitones", [-5.0, 4.0])
def test_pitch_moves_by_semitones(semitones):
    change = 12 * np.log2(pitch(speak(utterance(pitch=semitones))) / pitch(speak(utterance())))
    assert change == pytest.approx(semitones, abs=1.0)


def test_words_carry_their_time_and_their_place_in_the_chapter():
    chunk = speak(utterance("Good morning, dear reader.", start=40))
    assert [(word.start - 40, word.end - 40) for word in chunk.words] == [
        (0, 4),
        (5, 12),
        (14, 18),
        (19, 25),
    ]
    times = [word.begin for word in chunk.words]
    assert times == sorted(times)
    assert chunk.words[-1].finish <= chunk.seconds + 1e-6
    assert all(word.finish > word.begin for word in chunk.words)


def test_several_spans_sound_one_after_another():
    first, second = utterance("Good morning.").spans[0], utterance("Bonjour.", "fr").spans[0]
    both = speak(Utterance(items=(first, replace(second, start=13, end=21))))
    assert both.seconds > speak(utterance("Good morning.")).seconds
    assert [word.start for word in both.words] == [0, 5, 13]


def test_symbols_make_no_error():
    engine = EspeakEngine()
    chunks = list(engine.synthesize(utterance("…"), engine.voices()[0], CancelToken()))
    assert sum(chunk.seconds for chunk in chunks) < 1.0


def test_hostile_text_is_spoken_or_skipped():
    for text in ("null\0inside", "\ud800 lone", "😀 <tag> &amp; [[x]]", "a" * 3000):
        engine = EspeakEngine()
        for chunk in engine.synthesize(utterance(text), engine.voices()[0], CancelToken()):
            assert np.isfinite(chunk.samples).all()


def test_a_cancelled_token_stops_before_the_start():
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        speak(utterance(), cancel)


def test_cancelling_stops_inside_the_synthesis():
    class AfterALook(CancelToken):
        """Cancelled from the third look on: the first is before, the next in the callback."""

        looks = 0

        @property
        def cancelled(self) -> bool:
            self.looks += 1
            return self.looks > 2

    cancel = AfterALook()
    with pytest.raises(Cancelled):
        speak(utterance(SENTENCE * 200), cancel)
    assert cancel.looks < 10, "the library was told to stop"
    assert speak(utterance()).seconds > 1.0, "it speaks again afterwards"


def test_two_threads_take_turns():
    """The two read different texts; had they mixed, lengths and words would differ."""
    texts = (SENTENCE, "Three.")
    alone = {text: speak(utterance(text)) for text in texts}
    heard: list[tuple[str, AudioChunk]] = []

    def read(text: str) -> None:
        heard.extend((text, speak(utterance(text))) for _ in range(10))

    threads = [threading.Thread(target=read, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(heard) == 20
    for text, chunk in heard:
        assert np.array_equal(chunk.samples, alone[text].samples)
        assert chunk.words == alone[text].words


def test_a_sentence_sounds_the_same_whatever_was_said_before():
    first = speak(utterance("Thirty-three thieves thought so."))
    for other in (utterance("Bonjour à tous.", "fr"), utterance("Oh!", rate=1.5), utterance("Eh?")):
        speak(other)
        again = speak(utterance("Thirty-three thieves thought so."))
        assert np.array_equal(first.samples, again.samples)
        assert first.words == again.words


def test_data_that_cannot_be_read_is_one_clear_error(monkeypatch, tmp_path):
    import espeakng_loader

    with monkeypatch.context() as broken:
        broken.setattr(espeakng_loader, "get_library_path", lambda: str(tmp_path / "none.so"))
        with pytest.raises(EngineFailed, match=r"cannot be loaded.*pip install"):
            speak(utterance())
    assert speak(utterance()).seconds > 0.5, "it may be mended while the program runs"


# -- a word in several spans ----------------------------------------------------------------


def in_parts(language: str, *texts: str, **last_but_one: object) -> Utterance:
    spans, at = [], 0
    for number, text in enumerate(texts):
        how = last_but_one if number == len(texts) - 2 else {}
        spans.append(Span(text=text, language=language, start=at, end=at + len(text), **how))
        at += len(text)
    return Utterance(items=tuple(spans), end=at)


def test_a_word_in_several_spans_is_one_word():
    one = speak(in_parts("fr", "C'est in", "croy", "able."))
    other = speak(utterance("C'est incroyable.", "fr"))
    assert one.seconds == pytest.approx(other.seconds, abs=0.02)
    places = [(each.start, each.end) for each in one.words]
    assert places == [(each.start, each.end) for each in other.words]
    assert places[-1] == (6, 16)


def test_emphasis_within_a_word_does_not_break_it():
    engine = ShapedEngine(EspeakEngine())
    plain = speak(utterance("C'est incroyable.", "fr"))
    what = in_parts("fr", "C'est in", "croy", "able.", emphasis=Emphasis.STRONG)
    marked = chunks_joined(list(engine.synthesize(what, engine.voices()[0], CancelToken())))
    assert 1.0 < marked.seconds / plain.seconds < 1.1
    assert [(each.start, each.end) for each in marked.words][-1] == (6, 16)
    assert not np.array_equal(marked.samples, plain.samples)


def test_spans_of_different_languages_and_pitches_stay_apart():
    low = in_parts("en", "one ", "two ", "three", pitch=-6.0)
    assert not np.array_equal(speak(low).samples, speak(utterance("one two three")).samples)
    first, second, third = in_parts("en", "one ", "two ", "three").spans
    french = (first, replace(second, language="fr"), third)
    assert list(espeak._in_one_manner(french)) == list(french)


# -- given sounds ----------------------------------------------------------------------------


def given(phonemes: str, text: str = "Wort", language: str = "en") -> AudioChunk:
    alphabet = "ipa" if language == "en" else "x-pinyin"
    return speak(utterance(text, language, 10, phonemes=phonemes, phoneme_alphabet=alphabet))


@pytest.mark.parametrize(
    ("phonemes", "word"),
    [("həˈloʊ", "hello"), ("bˈɜːd", "bird"), ("ˈvɛɹi", "very"), ("ˈtʃaɪnə", "China")],
)
def test_given_ipa_sounds_as_the_word_that_is_said_so(phonemes, word):
    own, known = given(phonemes), speak(utterance(word))
    assert own.seconds == pytest.approx(known.seconds, abs=0.01)
    assert speech_level(own.samples, own.rate) == pytest.approx(
        speech_level(known.samples, known.rate), abs=1.0
    )
    assert [(w.start, w.end) for w in own.words] == [(10, 14)]
    assert own.words[0].finish == pytest.approx(own.seconds, abs=0.05)


@pytest.mark.parametrize("phonemes", ["ˈxøːyœɣʘ", "ʘǂ", "ʔ", "˥a"])
def test_sounds_it_has_not_leave_no_silence(phonemes):
    assert given(phonemes).seconds > 0.05


def test_given_pinyin_has_its_tones_and_is_one_word():
    falling, rising = given("ma4 ma5", "妈妈", "zh"), given("ma2 ma5", "妈妈", "zh")
    assert not np.array_equal(falling.samples, rising.samples)
    assert [(w.start, w.end) for w in falling.words] == [(10, 12)]


def test_every_syllable_is_said_and_none_is_spelled_in_letters():
    lengths = {each: given(f"{each}2", "字", "zh").seconds for each in sorted(SYLLABLES)}
    usual = {each: 0.08 < s < 0.5 + 0.1 * (len(each) > 5) for each, s in lengths.items()}
    assert [each for each, is_usual in usual.items() if not is_usual] == []
    assert given("dian3 r5", "点儿", "zh").seconds < 0.6


def test_brackets_in_a_text_are_no_letters_of_espeaks():
    marked, plain = speak(utterance("a [[t@m]] b")), speak(utterance("a t at m b"))
    assert marked.seconds > plain.seconds * 0.8
