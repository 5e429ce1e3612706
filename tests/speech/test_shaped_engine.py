"""Every engine in every manner, and its voices as other people."""

from __future__ import annotations

import sys
from dataclasses import replace

import numpy as np
import pytest

from reader.background import CancelToken
from reader.books.model import Emphasis
from reader.errors import Cancelled, EngineFailed
from reader.narration.utterance import Span, Utterance
from reader.speech.capabilities import Capabilities
from reader.speech.chunks import joined
from reader.speech.engine import SPEECH_RATE, AudioChunk, Samples, Voice
from reader.speech.engines import shaped
from reader.speech.engines.shaped import ShapedEngine
from reader.speech.manner import STYLES
from reader.speech.shaping.request import requests
from reader.speech.shaping.timbre import OF_A_WOMAN
from reader.speech.shaping.world import pitch_of
from reader.speech.signal import silence
from tests.fakes.vowels import GAP, HERTZ, LENGTH, VowelEngine, vowel

PLAIN = Capabilities(rate=True, word_times=True)
TIMELESS = Capabilities(rate=True)
STIFF = Capabilities(word_times=True)
ABLE = Capabilities(
    rate=True, pitch=True, gain=True, emphasis=True, styles=tuple(STYLES), word_times=True
)


def utterance(*parts: str | tuple[str, dict[str, object]], start: int = 100) -> Utterance:
    """Spans one after another, each with what it asks for."""
    spans: list[Span] = []
    at = start
    for part in parts:
        text, asked = (part, {}) if isinstance(part, str) else part
        spans.append(Span(text=text, language="en", start=at, end=at + len(text), **asked))
        at += len(text)
    return Utterance(items=tuple(spans), start=start, end=at)


def spoken(
    engine: ShapedEngine, said: Utterance, voice: Voice | None = None
) -> tuple[AudioChunk, list[AudioChunk]]:
    chunks = list(engine.synthesize(said, voice or engine.voices()[0], CancelToken()))
    return joined(chunks), chunks


def sound_of(whole: AudioChunk, word: int) -> Samples:
    found = whole.words[word]
    begin, finish = (found.begin + 0.03), (found.finish - 0.03)
    return whole.samples[round(begin * SPEECH_RATE) : round(finish * SPEECH_RATE)]


def semitones(samples: Samples) -> float:
    pitch = pitch_of(samples, SPEECH_RATE)
    return 12 * float(np.log2(np.median(pitch[pitch > 0]) / HERTZ))


def level(samples: Samples) -> float:
    return 10 * float(np.log10(np.mean(np.square(samples, dtype=np.float64))))


# -- manners ---------------------------------------------------------------------------------


def test_plain_speech_comes_as_the_engine_gives_it():
    inner = VowelEngine(alone=True)
    said = utterance("one two three")
    (voice,) = inner.voices()
    bare = list(inner.synthesize(said, voice, CancelToken()))
    _, shaped = spoken(ShapedEngine(inner), said)
    assert [each.words for each in shaped] == [each.words for each in bare]
    assert all(np.array_equal(a.samples, b.samples) for a, b in zip(shaped, bare, strict=True))
    assert inner.asked[-1] == said


def test_a_word_is_bent_within_a_sentence_that_the_engine_says_at_once():
    inner = VowelEngine()
    said = utterance("one ", ("two", {"pitch": 3.0, "gain": 4.0, "rate": 0.8}), " three")
    whole, _ = spoken(ShapedEngine(inner), said)
    (asked,) = inner.asked
    assert [span.text for span in asked.spans] == ["one ", "two", " three"]
    assert {(span.rate, span.pitch, span.gain) for span in asked.spans} == {(1.0, 0.0, 0.0)}
    before, bent, after = (sound_of(whole, word) for word in range(3))
    assert semitones(bent) == pytest.approx(3.0, abs=0.3)
    assert [semitones(each) for each in (before, after)] == pytest.approx([0.0, 0.0], abs=0.05)
    assert level(bent) - level(before) == pytest.approx(4.0, abs=1.5)
    lengths = [word.finish - word.begin for word in whole.words]
    assert lengths == pytest.approx([LENGTH, LENGTH / 0.8, LENGTH], abs=0.02)


def test_words_keep_their_places_in_the_text_and_their_order():
    said = utterance("one ", ("two three", {"rate": 0.7}), " four")
    whole, _ = spoken(ShapedEngine(VowelEngine()), said)
    places = [(word.start, word.end) for word in whole.words]
    assert places == [(100, 103), (104, 107), (108, 113), (114, 118)]
    assert [word.begin for word in whole.words] == sorted(word.begin for word in whole.words)
    assert whole.words[-1].finish <= whole.seconds + 0.001


def test_a_part_of_a_word_is_bent_alone():
    said = utterance("one", ("one", {"gain": 6.0}))
    inner = VowelEngine()

    class Whole(VowelEngine):
        """Says both as one word."""

        def synthesize(self, utterance, voice, cancel):
            (chunk,) = inner.synthesize(utterance_of_one, inner.voices()[0], cancel)
            yield chunk

    utterance_of_one = utterance("oneone")
    whole, _ = spoken(ShapedEngine(Whole()), said)
    half = round(LENGTH / 2 * SPEECH_RATE)
    first, second = whole.samples[960 : half - 500], whole.samples[half + 500 : 2 * half - 960]
    assert level(second) - level(first) == pytest.approx(6.0, abs=0.5)


@pytest.mark.parametrize("emphasis", [Emphasis.EMPHASIS, Emphasis.STRONG, Emphasis.REDUCED])
def test_emphasis_is_heard_of_an_engine_that_has_none(emphasis):
    from reader.speech.manner import EMPHASES

    said = utterance("one ", ("two", {"emphasis": emphasis}), " three")
    whole, _ = spoken(ShapedEngine(VowelEngine()), said)
    promised = EMPHASES[emphasis]
    before, bent = sound_of(whole, 0), sound_of(whole, 1)
    assert semitones(bent) == pytest.approx(promised.pitch, abs=0.3)
    assert level(bent) - level(before) == pytest.approx(promised.gain, abs=1.0)
    lengths = [word.finish - word.begin for word in whole.words]
    assert lengths[1] / lengths[0] == pytest.approx(1 / promised.rate, rel=0.05)


@pytest.mark.parametrize("style", STYLES)
def test_every_style_is_heard_of_an_engine_that_has_none(style):
    plain, _ = spoken(ShapedEngine(VowelEngine()), utterance("one two"))
    whole, _ = spoken(ShapedEngine(VowelEngine()), utterance(("one two", {"style": style})))
    promised = STYLES[style]
    assert semitones(sound_of(whole, 0)) == pytest.approx(promised.pitch, abs=0.3)
    louder = level(sound_of(whole, 0)) - level(sound_of(plain, 0))
    assert louder == pytest.approx(promised.gain, abs=1.0)
    slower = whole.words[0].finish / plain.words[0].finish
    assert slower == pytest.approx(1 / promised.rate, rel=0.05)


def test_a_style_is_as_strong_as_its_level():
    def pitch(style_level: float) -> float:
        said = utterance(("one", {"style": "shout", "style_level": style_level}))
        return semitones(sound_of(spoken(ShapedEngine(VowelEngine()), said)[0], 0))

    assert pitch(0.5) == pytest.approx(STYLES["shout"].pitch / 2, abs=0.3)
    assert pitch(2.0) == pytest.approx(STYLES["shout"].pitch * 2, abs=0.3)


def test_one_rate_for_all_is_the_engines_own():
    inner = VowelEngine()
    whole, _ = spoken(ShapedEngine(inner), utterance(("one two", {"rate": 1.25})))
    assert [span.rate for span in inner.asked[0].spans] == [1.25]
    assert whole.words[0].finish == pytest.approx(LENGTH / 1.25, abs=0.001)


def test_the_rate_of_most_of_the_text_is_the_engines_and_the_rest_is_bent():
    inner = VowelEngine()
    said = utterance(("one two three ", {"rate": 1.25}), ("four", {"rate": 1.0}))
    whole, _ = spoken(ShapedEngine(inner), said)
    assert {span.rate for span in inner.asked[0].spans} == {1.25}
    lengths = [word.finish - word.begin for word in whole.words]
    assert lengths == pytest.approx([LENGTH / 1.25] * 3 + [LENGTH], abs=0.02)


def test_of_an_engine_that_speaks_in_steps_the_nearest_is_asked_and_the_rest_is_bent():
    inner = VowelEngine()
    engine = ShapedEngine(inner, steps=(0.8, 1.0, 1.5))
    whole, _ = spoken(engine, utterance(("one two", {"rate": 0.85})))
    assert [span.rate for span in inner.asked[0].spans] == [0.8]
    assert whole.words[0].finish == pytest.approx(LENGTH / 0.85, abs=0.02)
    spoken(engine, utterance(("one two", {"rate": 1.5})))
    assert [span.rate for span in inner.asked[1].spans] == [1.5]


def test_a_sentence_keeps_one_pitch_in_an_engine_that_stresses_nothing():
    pitched = Capabilities(rate=True, pitch=True, word_times=True)
    spans = utterance(("one two ", {"pitch": 2.0}), ("three", {"pitch": 5.0})).spans
    asked = requests(spans, pitched)
    assert [(each.span.pitch, each.left.pitch) for each in asked] == [(2.0, 0.0), (2.0, 3.0)]


def test_pitch_beyond_an_able_engines_reach_is_bent():
    spans = utterance(("one", {"pitch": 5.0, "style": "shout"})).spans
    (request,) = requests(spans, ABLE)
    asked = request.span.pitch + STYLES["shout"].pitch
    assert asked + request.left.pitch == pytest.approx(5.0 + STYLES["shout"].pitch)
    assert asked == pytest.approx(3.0)
    (request,) = requests(utterance(("one", {"pitch": -2.0, "style": "sad"})).spans, ABLE)
    assert (request.span.pitch, request.left.pitch) == (-2.0, pytest.approx(0.0))


def test_an_engine_without_a_rate_of_its_own_is_bent_to_it():
    whole, _ = spoken(ShapedEngine(VowelEngine(STIFF)), utterance(("one two", {"rate": 0.8})))
    assert whole.words[0].finish == pytest.approx(LENGTH / 0.8, abs=0.02)


def test_an_engine_that_can_do_everything_is_left_to_it():
    inner = VowelEngine(ABLE)
    said = utterance(
        ("one ", {"emphasis": Emphasis.STRONG, "emphasis_level": 0.5}),
        ("two ", {"style": "sad", "style_level": 1.5, "rate": 0.9}),
        ("three", {"pitch": 2.0, "gain": -3.0}),
    )
    spoken(ShapedEngine(inner), said)
    assert inner.asked == [said]


def test_a_style_unknown_to_an_able_engine_is_asked_of_it_in_figures():
    able = Capabilities(rate=True, pitch=True, gain=True, emphasis=True, styles=("calm",))
    (span,) = utterance(("one", {"style": "sad", "pitch": 1.0})).spans
    (request,) = requests([span], able)
    sad = STYLES["sad"]
    assert (request.span.style, request.span.rate) == (None, sad.rate)
    assert (request.span.pitch, request.span.gain) == (1.0 + sad.pitch, sad.gain)
    assert request.left.liveliness == sad.liveliness


def test_without_word_times_each_manner_is_asked_for_by_itself():
    inner = VowelEngine(TIMELESS)
    said = utterance("one two ", ("three", {"gain": 6.0}), " four")
    whole, _ = spoken(ShapedEngine(inner), said)
    assert [each.text for each in inner.asked] == ["one two ", "three", " four"]
    third = round(2.4 * LENGTH * SPEECH_RATE)
    loud = whole.samples[third + 2000 : third + 6000]
    assert level(loud) - level(whole.samples[2000:6000]) == pytest.approx(6.0, abs=0.5)


def test_pieces_come_as_soon_as_the_engine_gives_them():
    inner = VowelEngine(alone=True)
    said = utterance("one two ", ("three", {"pitch": 2.0}), " four five")
    _, chunks = spoken(ShapedEngine(inner), said)
    assert len(chunks) == 5
    assert chunks[0].skipped == "?"
    assert [len(each.words) for each in chunks] == [1] * 5
    assert semitones(sound_of(chunks[2], 0)) == pytest.approx(2.0, abs=0.3)
    assert semitones(sound_of(chunks[3], 0)) == pytest.approx(0.0, abs=0.05)


def test_a_cancelled_sentence_ends():
    cancel = CancelToken()
    engine = ShapedEngine(VowelEngine(alone=True))
    chunks = engine.synthesize(utterance(("one two", {"pitch": 1.0})), engine.voices()[0], cancel)
    next(chunks)
    cancel.cancel()
    with pytest.raises(Cancelled):
        next(chunks)


@pytest.mark.parametrize("asked", [{"style": "angry"}, {"voice": "v"}], ids=["style", "variant"])
def test_a_long_sentence_said_at_once_is_bent_in_pieces_that_can_be_cancelled(asked):
    engine = ShapedEngine(VowelEngine())
    voice = engine.voices()[1 if "voice" in asked else 0]
    said = utterance((" ".join(["one"] * 30), asked))
    _, pieces = spoken(engine, said, voice)
    assert len(pieces[0].words) <= 3, "the first comes early"
    assert max(len(each.words) for each in pieces) <= 6
    cancel = CancelToken()
    chunks = engine.synthesize(said, voice, cancel)
    next(chunks)
    cancel.cancel()
    with pytest.raises(Cancelled):
        next(chunks)


def test_the_melody_of_a_long_sentence_is_widened_about_its_own_middle_throughout():
    """Each word is level, but they stand at three heights: widened, these move apart."""

    class Falling(VowelEngine):
        def synthesize(self, utterance, voice, cancel):
            for chunk in super().synthesize(utterance, voice, cancel):
                heights = np.repeat([240.0, 200.0, 160.0], 5)
                gap = silence(GAP)
                length = LENGTH / utterance.spans[0].rate
                sounds = [np.concatenate([vowel(length, each), gap]) for each in heights]
                yield replace(chunk, samples=np.concatenate(sounds))

    said = " ".join(["one"] * 15)
    plain, _ = spoken(ShapedEngine(Falling()), utterance(said))
    lively, chunks = spoken(ShapedEngine(Falling()), utterance((said, {"style": "lively"})))
    assert len(chunks) >= 3
    fall = semitones(sound_of(plain, 2)) - semitones(sound_of(plain, 12))
    wider = semitones(sound_of(lively, 2)) - semitones(sound_of(lively, 12))
    assert wider / fall == pytest.approx(STYLES["lively"].liveliness, abs=0.08)


@pytest.mark.parametrize("error", [ImportError, ValueError, MemoryError])
def test_what_goes_wrong_in_bending_is_the_voices_failure(error, monkeypatch):
    def fail(*given: object) -> None:
        raise error("on purpose")

    monkeypatch.setattr(shaped, "bend", fail)
    engine = ShapedEngine(VowelEngine())
    for asked in ({"gain": 3.0}, {"style": "sad"}):
        with pytest.raises(EngineFailed, match="on purpose"):
            spoken(engine, utterance(("one", asked)))
    with pytest.raises(EngineFailed, match="on purpose"):
        engine.warm_up(engine.voices()[1])
    assert spoken(engine, utterance("one"))[0].words


def test_where_what_bends_sound_is_broken_the_failure_says_how_to_mend_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyworld", None)
    with pytest.raises(EngineFailed, match="pip install --force-reinstall pyworld-prebuilt"):
        spoken(ShapedEngine(VowelEngine()), utterance(("one", {"pitch": 2.0})))


# -- variants --------------------------------------------------------------------------------


def test_every_voice_of_a_small_engine_comes_in_variants_after_it():
    voices = ShapedEngine(VowelEngine(voices=2)).voices()
    names = [variant.name for variant in OF_A_WOMAN]
    wanted = [
        f"vowels-{number}{suffix}"
        for number in (0, 1)
        for suffix in ("", *["+" + n for n in names])
    ]
    assert [voice.name for voice in voices] == wanted
    assert len({voice.title for voice in voices}) == len(voices)
    assert {voice.base for voice in voices} == {None, "vowels-0", "vowels-1"}


def test_an_engine_with_many_voices_has_no_variants():
    assert all(voice.base is None for voice in ShapedEngine(VowelEngine(voices=8)).voices())


def test_other_packs_do_not_take_the_variants_of_a_small_one():
    class Packed(VowelEngine):
        def voices(self):
            packs = ["small", *["large"] * 7]
            return [replace(v, pack=p) for v, p in zip(super().voices(), packs, strict=True)]

    bases = {voice.base for voice in ShapedEngine(Packed(voices=8)).voices()}
    assert bases == {None, "vowels-0"}


@pytest.mark.parametrize("number", range(len(OF_A_WOMAN)), ids=[each.name for each in OF_A_WOMAN])
def test_a_variant_speaks_at_its_own_pitch_and_speed(number):
    engine = ShapedEngine(VowelEngine())
    variant = OF_A_WOMAN[number]
    voice = engine.voices()[1 + number]
    assert (voice.gender, voice.age) == (variant.gender, variant.age)
    whole, _ = spoken(engine, utterance("one two"), voice)
    wanted = 12 * float(np.log2(variant.timbre.pitch))
    assert semitones(sound_of(whole, 0)) == pytest.approx(wanted, abs=0.4)
    assert whole.words[0].finish == pytest.approx(LENGTH / variant.rate, abs=0.01)


def test_a_variant_stresses_words_like_its_base():
    engine = ShapedEngine(VowelEngine())
    voice = engine.voices()[1]
    said = utterance("one ", ("two", {"pitch": 3.0}), " three")
    whole, _ = spoken(engine, said, voice)
    risen = semitones(sound_of(whole, 1)) - semitones(sound_of(whole, 0))
    assert risen == pytest.approx(3.0, abs=0.4)


# -- the rest of the contract ----------------------------------------------------------------


@pytest.mark.parametrize("inner", [PLAIN, TIMELESS, STIFF, ABLE], ids=["p", "t", "s", "a"])
def test_it_declares_every_manner_and_keeps_what_else_the_engine_can(inner):
    found = ShapedEngine(VowelEngine(inner)).capabilities
    assert (found.rate, found.pitch, found.gain, found.emphasis) == (True, True, True, True)
    assert set(STYLES) <= set(found.styles)
    assert (found.word_times, found.phonemes) == (inner.word_times, inner.phonemes)


def test_its_version_changes_with_the_engines_and_with_the_figures(monkeypatch):
    engine = ShapedEngine(VowelEngine())
    before = engine.version
    engine.inner.version = "2"
    assert engine.version != before
    assert ShapedEngine(engine.inner, steps=(0.5, 1.0)).version != engine.version
    shaped._figures.cache_clear()
    monkeypatch.setattr(shaped, "STYLES", {})
    assert engine.version.partition("+")[2] != before.partition("+")[2]
    shaped._figures.cache_clear()


def test_warming_up_and_closing_reach_the_engine():
    inner = VowelEngine()
    engine = ShapedEngine(inner)
    for voice in engine.voices()[:2]:
        engine.warm_up(voice)
    engine.close()
    assert inner.warm == ["vowels-0", "vowels-0"]
    assert inner.closed
