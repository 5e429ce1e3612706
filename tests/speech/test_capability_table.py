"""The table of what markup can ask for and of what becomes of it, engine by engine.

Each cell is one test: what an engine can do is heard, by itself or bent afterwards; what it
cannot do is said plainly and told once; nothing is ever silent. Engines that nothing is
installed of here play their part with small models of random weights.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from reader.background import CancelToken
from reader.books.model import Emphasis
from reader.narration.utterance import Mark, Pause, Span, Utterance
from reader.speech import packs
from reader.speech.capabilities import Capabilities
from reader.speech.engine import SPEECH_RATE, AudioChunk, Engine
from reader.speech.engines.english import EnglishEngine
from reader.speech.engines.espeak import EspeakEngine
from reader.speech.engines.kokoro import KokoroEngine
from reader.speech.engines.mandarin import MandarinEngine
from reader.speech.engines.paddlespeech import PaddleSpeechEngine
from reader.speech.engines.shaped import ShapedEngine
from reader.speech.manner import STYLES
from reader.speech.speaker import Speaker
from tests.fakes import kokoro_pack, mandarin_pack, paddlespeech_pack
from tests.fakes.engine import FakeEngine, length_of, tone
from tests.fakes.paddle_programs import FakePrograms
from tests.fakes.real_voices import MANDARIN

SENTENCES = {"zh": "我们明天出发。", "en": "We leave tomorrow."}
WORDS = {"zh": ("我们", "明天", "出发。"), "en": ("We ", "leave ", "tomorrow.")}

ASKED: dict[str, dict[str, Any]] = {
    "rate": {"rate": 1.3},
    "pitch": {"pitch": 2.0},
    "gain": {"gain": -6.0},
    "emphasis": {"emphasis": Emphasis.STRONG},
    **{f"style {name}": {"style": name} for name in STYLES},
    "phonemes x-pinyin": {"phonemes": "dian3 dang4", "phoneme_alphabet": "x-pinyin"},
    "phonemes ipa": {"phonemes": "təˈmeɪtoʊ", "phoneme_alphabet": "ipa"},
    "phonemes x-sampa": {"phonemes": 't@"meItoU', "phoneme_alphabet": "x-sampa"},
}
BENDABLE = {"rate", "pitch", "emphasis", *(f"style {name}" for name in STYLES)}
IPA = {"phonemes ipa", "phonemes x-sampa"}


class Obedient(FakeEngine):
    """Says every manner as a tone of its own, and tells none that it was not asked for."""

    def synthesize(self, utterance, voice, cancel) -> Iterator[AudioChunk]:
        for span in utterance.spans:
            manner = repr(replace(span, start=0, end=0, text=""))
            samples = tone(f"{span.text} {manner if manner != PLAINLY.get(span.language) else ''}")
            samples = samples[: round(length_of(span.text) * SPEECH_RATE)]
            loudness = np.float32(span.gain != -math.inf)
            yield AudioChunk(samples=samples * loudness, rate=SPEECH_RATE)


PLAINLY = {
    language: repr(Span(text="", language=language, start=0, end=0)) for language in SENTENCES
}

EVERYTHING = Capabilities(
    rate=True,
    pitch=True,
    gain=True,
    emphasis=True,
    phonemes=("ipa", "x-pinyin"),
    styles=tuple(STYLES),
)


def _mandarin(folder: Path) -> Engine:
    if (MANDARIN / "manifest.json").is_file():
        return MandarinEngine(MANDARIN, "onnx")
    return MandarinEngine(mandarin_pack.write_pack(folder), "onnx")


def _kokoro(folder: Path) -> Engine:
    folder.mkdir()
    return KokoroEngine(kokoro_pack.write_pack(folder))


@dataclass(frozen=True)
class Column:
    """An engine of the table, the language it is heard in, and the cells where it can nothing."""

    make: Callable[[Path], Engine]
    language: str
    lacking: frozenset[str]


BARE = {
    "mandarin": Column(_mandarin, "zh", frozenset(IPA)),
    "english": Column(lambda _: EnglishEngine(), "en", frozenset({"pitch", "phonemes x-pinyin"})),
    "kokoro": Column(_kokoro, "zh", frozenset({"pitch"})),
    "paddlespeech": Column(
        lambda _: PaddleSpeechEngine(lambda: FakePrograms(300), lambda: True),
        "zh",
        frozenset({"pitch", *IPA}),
    ),
    "espeak": Column(lambda _: EspeakEngine(), "en", frozenset()),
    "able": Column(lambda _: Obedient("able", capabilities=EVERYTHING), "en", frozenset()),
    "unable": Column(
        lambda _: Obedient("unable", capabilities=Capabilities()),
        "en",
        frozenset(ASKED) - {"gain"},
    ),
}


def _shaped(column: Column) -> Column:
    return Column(
        lambda folder: ShapedEngine(column.make(folder)),
        column.language,
        column.lacking - BENDABLE,
    )


COLUMNS = BARE | {f"{name}, shaped": _shaped(column) for name, column in BARE.items()}
CELLS = [
    pytest.param(asked, name, id=f"{asked} on {name}", marks=pytest.mark.voices)
    for asked in ASKED
    for name in COLUMNS
]


@dataclass
class Stage:
    """A speaker with one engine and, for what that does not speak, another; and what it told."""

    column: Column
    engine: Engine
    other: FakeEngine
    told: list[str]

    def __post_init__(self) -> None:
        language = self.column.language
        chosen = next(
            voice.name
            for voice in self.engine.voices()
            if language in voice.languages or "*" in voice.languages
        )
        self.speaker = Speaker(
            [self.engine, self.other], voices={language: chosen}, notify=self.told.append
        )

    def say(self, *items: Span | Pause | Mark) -> list[AudioChunk]:
        return list(self.speaker.speak(Utterance(items=items), CancelToken()))

    def spans(self, **how: Any) -> list[Span]:
        """The sentence, its second word `how` it is asked for."""
        found: list[Span] = []
        for index, text in enumerate(WORDS[self.column.language]):
            start = found[-1].end if found else 0
            manner = how if index == 1 else {}
            found.append(
                Span(
                    text=text,
                    language=self.column.language,
                    start=start,
                    end=start + len(text),
                    **manner,
                )
            )
        return found


def sound(chunks: list[AudioChunk]) -> np.ndarray:
    return np.concatenate([chunk.samples for chunk in chunks])


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Engine]]:
    """Each column's engine, made once."""
    made: dict[str, Engine] = {}

    def engine(name: str) -> Engine:
        if name not in made:
            made[name] = COLUMNS[name].make(tmp_path_factory.mktemp("pack") / "pack")
        return made[name]

    yield engine
    for each in made.values():
        each.close()


@pytest.fixture
def stage(
    request: pytest.FixtureRequest,
    engines: Callable[[str], Engine],
) -> Stage:
    name: str = request.param
    if name.startswith("paddlespeech"):
        paddlespeech_pack.write_pack(packs.folder("paddlespeech-csmsc"))
    other = FakeEngine("other", quality=0, capabilities=EVERYTHING)
    return Stage(COLUMNS[name], engines(name), other, [])


@pytest.mark.parametrize(("asked", "stage"), CELLS, indirect=["stage"])
def test_manner(asked: str, stage: Stage) -> None:
    plain = sound(stage.say(*stage.spans()))
    for _ in range(2):
        bent = sound(stage.say(*stage.spans(**ASKED[asked])))
    assert np.abs(bent).max() > 0.01
    assert stage.other.spoken == []
    if asked in stage.column.lacking:
        assert len(stage.told) == 1
        if asked in BENDABLE - {"rate", "pitch"}:
            assert len(bent) == len(plain), "as far as it goes: louder or softer"
        else:
            np.testing.assert_array_equal(bent, plain)
    else:
        assert stage.told == []
        assert len(bent) != len(plain) or np.abs(bent - plain).max() > 0.01


JITTER = 0.015
"""Seconds by which espeak says the same words longer or shorter from one time to the next."""

STRUCTURE = [pytest.param(name, id=f"on {name}", marks=pytest.mark.voices) for name in COLUMNS]


@pytest.mark.parametrize("stage", STRUCTURE, indirect=True)
def test_silent(stage: Stage) -> None:
    """It takes its time, and not a sample of it is heard; what is beside it is."""
    first, second, third = stage.spans(gain=-math.inf)
    muted = sound(stage.say(second))
    assert len(muted) > 0
    assert not muted.any()
    assert sound(stage.say(first, second, third)).any()
    assert stage.told == []


@pytest.mark.parametrize("stage", STRUCTURE, indirect=True)
def test_pause(stage: Stage) -> None:
    first, second, third = stage.spans()
    pause = round(0.4 * SPEECH_RATE)
    before, after = (len(sound(stage.say(*part))) for part in ([first, second], [third]))
    paused = sound(stage.say(first, second, Pause(seconds=0.4), third))
    jitter = round(JITTER * SPEECH_RATE)
    assert len(paused) == pytest.approx(before + pause + after, abs=2 * jitter)
    assert not paused[before + jitter : before + pause - jitter].any()


@pytest.mark.parametrize("stage", STRUCTURE, indirect=True)
def test_voice(stage: Stage) -> None:
    stage.say(*stage.spans(voice="other-voice", speaker="li"))
    assert stage.other.spoken == [WORDS[stage.column.language][1]]
    assert stage.told == []


@pytest.mark.parametrize("stage", STRUCTURE, indirect=True)
def test_language(stage: Stage) -> None:
    """Whoever speaks it says it: the engine itself, where it can, or another."""
    quotation = Span(text="Bonjour", language="fr", start=0, end=7)
    alone = sound(stage.say(quotation))
    assert np.abs(alone).max() > 0.01
    speaks_any = any("*" in voice.languages for voice in stage.engine.voices())
    assert stage.other.spoken == ([] if speaks_any else ["Bonjour"])


@pytest.mark.parametrize("stage", STRUCTURE, indirect=True)
def test_said_instead(stage: Stage) -> None:
    """What is said may be longer or shorter than what is written; words keep its place."""
    first, second, third = stage.spans()
    chunks = stage.say(first, replace(second, start=first.end, end=first.end + 1), third)
    assert np.abs(sound(chunks)).max() > 0.01
    for word in (word for chunk in chunks for word in chunk.words):
        assert 0 <= word.start <= word.end <= third.end


@pytest.mark.parametrize("stage", STRUCTURE, indirect=True)
def test_mark(stage: Stage) -> None:
    first, second, third = stage.spans()
    before = len(sound(stage.say(first, second))) / SPEECH_RATE
    begin, found = 0.0, list[tuple[str, float]]()
    for chunk in stage.say(first, second, Mark(name="here"), third):
        found += [(mark.name, begin + mark.seconds) for mark in chunk.marks]
        begin += chunk.seconds
    assert found == [("here", pytest.approx(before, abs=JITTER))]
