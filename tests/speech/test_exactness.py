"""What is exported sounds the same to the sample, however often and in whatever order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from reader.background import CancelToken
from reader.books.model import Emphasis
from reader.errors import EngineFailed
from reader.narration.utterance import Pause, Span, Utterance
from reader.speech import packs
from reader.speech.cache import AudioCache
from reader.speech.engine import AudioChunk, Engine, Voice
from reader.speech.engines.english import EnglishEngine
from reader.speech.engines.espeak import EspeakEngine
from reader.speech.engines.kokoro import KokoroEngine
from reader.speech.engines.mandarin import MandarinEngine
from reader.speech.engines.paddlespeech import PaddleSpeechEngine
from reader.speech.engines.shaped import ShapedEngine
from reader.speech.speaker import Speaker
from tests.fakes import kokoro_pack, paddlespeech_pack
from tests.fakes.engine import FakeEngine
from tests.fakes.paddle_programs import FakePrograms
from tests.fakes.real_voices import MANDARIN, needs_mandarin


def sentence(text: str, language: str = "en", **how: object) -> Utterance:
    span = Span(text=text, language=language, start=7, end=7 + len(text), **how)
    return Utterance(items=(span, Pause(seconds=0.2)), start=7, end=7 + len(text))


def heard(speaker: Speaker, what: Utterance) -> tuple[np.ndarray, list[tuple]]:
    chunks = list(speaker.speak(what, CancelToken()))
    words, begin = [], 0.0
    for chunk in chunks:
        words += [(each.begin + begin, each.start, each.end) for each in chunk.words]
        begin += chunk.seconds
    return np.concatenate([chunk.samples for chunk in chunks]), words


def same(one: tuple[np.ndarray, list], other: tuple[np.ndarray, list]) -> bool:
    return np.array_equal(one[0], other[0]) and one[1] == other[1]


class Odd(FakeEngine):
    """Sound that no 16-bit number holds, at a rate of its own, in three uneven chunks."""

    def synthesize(
        self, utterance: Utterance, voice: Voice, cancel: CancelToken
    ) -> Iterator[AudioChunk]:
        for chunk in super().synthesize(utterance, voice, cancel):
            pieces = np.split(chunk.samples * np.float32(1.9 / 3), [101, 1202])
            for index, samples in enumerate(pieces):
                words = chunk.words if index == 0 else ()
                yield AudioChunk(samples=samples, rate=chunk.rate, words=words)


@pytest.mark.parametrize("rate", [24_000, 22_050, 16_000])
def test_fresh_sound_equals_that_from_the_cache(tmp_path: Path, rate: int) -> None:
    engine = Odd(rate=rate)
    cache = AudioCache(tmp_path / "cache")
    what = sentence("A sentence of some length.")
    without = heard(Speaker([engine], exact=True), what)
    fresh = heard(Speaker([engine], cache=cache, exact=True), what)
    kept = heard(Speaker([engine], cache=cache, exact=True), what)
    assert len(engine.spoken) == 2
    assert same(without, fresh)
    assert same(fresh, kept)


def test_what_the_listener_heard_serves_the_export(tmp_path: Path) -> None:
    engine = Odd(rate=16_000)
    cache = AudioCache(tmp_path / "cache")
    what = sentence("A sentence of some length.")
    heard(Speaker([engine], cache=cache), what)
    kept = heard(Speaker([engine], cache=cache, exact=True), what)
    assert len(engine.spoken) == 1
    assert same(kept, heard(Speaker([engine], exact=True), what))


def test_where_an_exact_voice_breaks_off_the_other_goes_on(tmp_path: Path) -> None:
    class Breaking(FakeEngine):
        def synthesize(
            self, utterance: Utterance, voice: Voice, cancel: CancelToken
        ) -> Iterator[AudioChunk]:
            yield from super().synthesize(utterance, voice, cancel)
            raise EngineFailed("breaking", "It broke off.")

    spans = (
        Span(text="First half, ", language="en", start=0, end=12),
        Span(text="second half.", language="en", start=12, end=24),
    )
    first, second = Breaking("breaking"), FakeEngine("other", quality=1)
    alone = heard(Speaker([FakeEngine("breaking")], exact=True), sentence("First half, "))
    sound, _ = heard(Speaker([first, second], exact=True), Utterance(items=spans, end=24))
    assert len(sound) >= len(alone[0]) // 2
    assert first.spoken == ["First half, second half."]


# -- engines ---------------------------------------------------------------------------------

ENGLISH = ("She sells sea shells, forty-two of them.", "Hush!", "Is it so? I think not.")
CHINESE = ("今天天气很好，我们去公园散步。", "是吗？", "四十二只狮子在吃柿子。")
MANNERS: Sequence[dict[str, object]] = (
    {"rate": 1.3},
    {"pitch": 3.0},
    {"emphasis": Emphasis.STRONG},
    {"style": "cheerful"},
)


def check(engine: Engine, voice: str, texts: Sequence[str], language: str) -> None:
    """Every text, one of them in every manner, is the same the second time, after all others."""
    said = [sentence(text, language, voice=voice) for text in texts]
    said += [sentence(texts[0], language, voice=voice, **how) for how in MANNERS]
    speaker = Speaker([engine], exact=True)
    first = [heard(speaker, what) for what in said]
    assert all(len(sound) > 2_000 for sound, _ in first)
    again = [heard(speaker, what) for what in reversed(said)]
    engine.close()
    assert all(map(same, first, reversed(again)))


@pytest.mark.voices
@pytest.mark.parametrize("voice", ["english-heart", "english-heart+male"])
def test_the_english_voice_repeats_itself(voice: str) -> None:
    check(ShapedEngine(EnglishEngine()), voice, ENGLISH, "en")


@pytest.mark.voices
@needs_mandarin
@pytest.mark.parametrize("voice", ["mandarin-databaker", "mandarin-databaker+child"])
def test_the_mandarin_voice_repeats_itself(voice: str) -> None:
    check(ShapedEngine(MandarinEngine(MANDARIN)), voice, CHINESE, "zh")


def test_espeak_repeats_itself() -> None:
    check(ShapedEngine(EspeakEngine()), "espeak", ENGLISH, "en")


def test_kokoro_repeats_itself(tmp_path: Path) -> None:
    engine = ShapedEngine(KokoroEngine(kokoro_pack.write_pack(tmp_path)))
    check(engine, engine.voices()[0].name, CHINESE, "zh")


def test_the_voices_of_paddlespeech_repeat_themselves() -> None:
    paddlespeech_pack.write_pack(packs.folder("paddlespeech-csmsc"))
    engine = ShapedEngine(PaddleSpeechEngine(FakePrograms, lambda: True))
    check(engine, engine.voices()[0].name, CHINESE, "zh")
