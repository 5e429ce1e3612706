"""The engine's contract, on a model without weights; and the real voices where installed."""

from __future__ import annotations

import threading
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from reader.background import CancelToken, Task
from reader.errors import Cancelled, EngineFailed, VoiceMissing
from reader.narration.utterance import Span, Utterance
from reader.speech.catalogue import catalogue
from reader.speech.engine import SPEECH_RATE, AudioChunk, Voice
from reader.speech.engines.kokoro import KokoroEngine
from reader.speech.engines.kokoro.model import FILE, Model
from reader.speech.engines.kokoro.script import Breath
from reader.speech.engines.kokoro.styles import STYLES
from reader.speech.signal import amplitude, speech_level
from tests.fakes.kokoro_pack import (
    FRAMES_A_PHONEME,
    INSTALLED,
    LOUDNESS,
    needs_kokoro,
    style_table,
    write_pack,
)

VOICES = {voice.name: voice for voice in catalogue()["kokoro"].voices}
XIAOXIAO, EMMA, BELLA = (VOICES[f"kokoro-{name}"] for name in ("xiaoxiao", "emma", "bella"))
LONG = "从前有一个国王，他有三个儿子，一个比一个聪明，可是他们谁也不愿意留在家里，都走了。"


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pack(tmp_path_factory.mktemp("kokoro"))


@pytest.fixture(scope="module")
def engine(pack: Path) -> KokoroEngine:
    return KokoroEngine(pack)


def utterance(*texts: str, start: int = 0, **how: Any) -> Utterance:
    spans, place = [], start
    for text in texts:
        language = "en" if text.isascii() else "zh"
        spans.append(Span(text=text, language=language, start=place, end=place + len(text), **how))
        place += len(text)
    return Utterance(items=tuple(spans))


def speak(engine: KokoroEngine, what: Utterance, voice: Voice = XIAOXIAO) -> list[AudioChunk]:
    return list(engine.synthesize(what, voice, CancelToken()))


def seconds(chunks: list[AudioChunk]) -> float:
    return sum(chunk.seconds for chunk in chunks)


def sound(chunks: list[AudioChunk]) -> np.ndarray:
    return np.concatenate([chunk.samples for chunk in chunks])


def words(chunks: list[AudioChunk], text: str) -> list[str]:
    return [text[word.start : word.end] for chunk in chunks for word in chunk.words]


def test_the_catalogue_and_the_styles_name_the_same_voices() -> None:
    assert set(VOICES) == set(STYLES)
    assert all(voice.effort > 0.3 for voice in VOICES.values())
    for name, voice in VOICES.items():
        style = STYLES[name].name
        assert voice.languages == (("zh",) if style.startswith("z") else ("en",))
        assert voice.gender == {"f": "female", "m": "male"}[style[1]]


def test_there_is_no_voice_without_the_pack(tmp_path: Path) -> None:
    absent = KokoroEngine(tmp_path)
    assert absent.voices() == ()
    with pytest.raises(VoiceMissing, match="tingshu voices install kokoro"):
        speak(absent, utterance("你好。"))


def test_a_voice_that_is_not_kokoros_is_refused(engine: KokoroEngine) -> None:
    stranger = catalogue()["mandarin"].voices[0]
    with pytest.raises(VoiceMissing):
        speak(engine, utterance("你好。"), stranger)


def test_a_sentence_sounds_without_the_silence_at_its_ends(engine: KokoroEngine) -> None:
    (chunk,) = speak(engine, utterance("好"))
    phonemes = len("xau↓")
    assert chunk.rate == SPEECH_RATE
    assert chunk.samples.dtype == np.float32
    assert chunk.seconds == pytest.approx(phonemes * FRAMES_A_PHONEME * 0.025, abs=0.025)


def test_every_voice_comes_at_the_usual_level(engine: KokoroEngine) -> None:
    for name, voice in VOICES.items():
        (chunk,) = speak(engine, utterance("好" if "zh" in voice.languages else "well"), voice)
        gain = LOUDNESS * amplitude(-20.0 - STYLES[name].level)
        assert np.abs(chunk.samples).max() == pytest.approx(gain, rel=0.02)


def test_loud_peaks_stay_below_full_scale(tmp_path: Path) -> None:
    pack = write_pack(tmp_path)
    loud = STYLES[XIAOXIAO.name]
    (pack / loud.file).write_bytes(style_table(3.0))
    (chunk,) = speak(KokoroEngine(pack), utterance("好"))
    assert 0.9 < np.abs(chunk.samples).max() < 1.0


def test_words_carry_their_time_and_their_place(engine: KokoroEngine) -> None:
    text = "我们走了，再见。"
    chunks = speak(engine, utterance(text, start=70))
    times = [word for chunk in chunks for word in chunk.words]
    assert [text[word.start - 70 : word.end - 70] for word in times] == [
        "我们",
        "走",
        "了",
        "再见",
    ]
    assert times[0].begin == pytest.approx(0.0, abs=0.02)
    assert times[-1].finish <= chunks[0].seconds
    for before, after in pairwise(times):
        assert before.begin < before.finish < after.begin + 1e-9
    # The space between two words lasts as long as any phoneme here.
    assert times[1].begin - times[0].finish == pytest.approx(FRAMES_A_PHONEME * 0.025)


def test_english_quoted_in_chinese_is_said_by_the_same_voice(engine: KokoroEngine) -> None:
    text = "我用Python写代码。"
    chunks = speak(engine, utterance("我用", "Python", "写代码。"))
    assert "Python" in words(chunks, text)
    assert words(chunks, text)[-1] == "代码"
    assert len(chunks) == 1, "it is one breath"


def test_an_english_voice_reads_english(engine: KokoroEngine) -> None:
    text = "Good morning, dear reader."
    assert words(speak(engine, utterance(text), EMMA), text) == [
        "Good",
        "morning",
        "dear",
        "reader",
    ]


def test_british_and_american_voices_read_differently(
    engine: KokoroEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines: list[tuple[int, ...]] = []
    say = Model.say

    def listening(self: Model, phonemes: list[int], *rest: Any) -> Any:
        lines.append(tuple(phonemes))
        return say(self, phonemes, *rest)

    monkeypatch.setattr(Model, "say", listening)
    for voice in (EMMA, BELLA):
        speak(engine, utterance("The car is in the bath."), voice)
    assert lines[0] != lines[1]


def test_rate_is_the_models_own(engine: KokoroEngine) -> None:
    normal, fast = (seconds(speak(engine, utterance(LONG, rate=rate))) for rate in (1.0, 2.0))
    assert normal / fast == pytest.approx(2.0, rel=0.1)


def test_spans_of_two_speeds_are_two_breaths(engine: KokoroEngine) -> None:
    slow = Span(text="走", language="zh", start=0, end=1)
    fast = Span(text="走", language="zh", start=1, end=2, rate=2.0)
    first, second = speak(engine, Utterance(items=(slow, fast)))
    assert first.seconds == pytest.approx(2 * second.seconds, rel=0.1)
    assert (second.words[0].start, second.words[0].end) == (1, 2)


def test_a_word_in_several_spans_is_one_word_with_the_place_of_all_of_it() -> None:
    parts = ("It was un", "believ", "able.")
    starts = (0, 9, 15)
    spans = tuple(
        Span(text=text, language="en", start=start, end=start + len(text))
        for text, start in zip(parts, starts, strict=True)
    )
    assert Breath(spans).range(7, 19) == (7, 19)
    assert Breath(spans).range(0, 2) == (0, 2)
    sounded = replace(spans[1], phonemes="biˈliːv", phoneme_alphabet="ipa")
    assert Breath((spans[0], sounded, spans[2])).range(7, 19) == (7, 19)
    assert Breath((spans[0], sounded, spans[2])).range(9, 15) == (9, 15)


def test_places_scale_where_the_spoken_form_is_longer(engine: KokoroEngine) -> None:
    span = Span(text="二零二四年", language="zh", start=10, end=15)
    longer = Span(text="三百六十五", language="zh", start=15, end=18)
    (chunk,) = speak(engine, Utterance(items=(span, longer)))
    starts = [word.start for word in chunk.words]
    assert starts == sorted(starts)
    assert chunk.words[-1].end <= 18


def test_a_long_sentence_comes_in_pieces_the_first_one_short(engine: KokoroEngine) -> None:
    chunks = speak(engine, utterance(LONG))
    pauses = [chunk for chunk in chunks if not chunk.words]
    assert len(chunks) - len(pauses) >= 2
    assert all(not chunk.samples.any() for chunk in pauses)
    assert len(pauses) == (len(chunks) - 1) / 2
    assert "".join(words(chunks, LONG)) == LONG.translate({ord("，"): "", ord("。"): ""})


def test_nothing_to_say_gives_no_sound(engine: KokoroEngine) -> None:
    assert speak(engine, utterance("……——")) == []
    assert speak(engine, utterance("")) == []
    assert speak(engine, utterance("★ ★"), EMMA) == []


@pytest.mark.parametrize(
    ("text", "said", "skipped"),
    [("你好……——！", "你好……——！", ""), ("你カ好，😀再见ﾅ。", "你 好，再见。", "カ😀ﾅ")],
)
def test_what_cannot_be_said_is_named(
    engine: KokoroEngine, text: str, said: str, skipped: str
) -> None:
    chunks = speak(engine, utterance(text))
    assert words(chunks, text) == words(speak(engine, utterance(said)), said)
    assert "".join(chunk.skipped for chunk in chunks) == skipped


def test_what_comes_after_the_last_sound_is_named_too(engine: KokoroEngine) -> None:
    *_, last = speak(engine, utterance(LONG * 2 + "😀" * 80, rate=1.0))
    assert last.skipped == "😀" * 80


def test_cancelling_takes_effect_between_pieces(engine: KokoroEngine) -> None:
    cancel = CancelToken()
    chunks = engine.synthesize(utterance(LONG * 3), XIAOXIAO, cancel)
    next(chunks)
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(chunks)


def test_cancelling_breaks_off_what_is_being_said(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The runtime is asked to stop; a stand-in runs until it is."""
    model, begun = Model(pack), threading.Event()

    class Endless:
        def run(self, _outputs: None, _inputs: Any, options: Any) -> None:
            begun.set()
            while not options.terminate:
                threading.Event().wait(0.001)
            raise RuntimeError("terminated")

    monkeypatch.setattr(model, "_session", Endless())
    style = STYLES[XIAOXIAO.name]
    task = Task(lambda cancel: model.say([43], style, 1.0, cancel), name="saying")
    assert begun.wait(10)
    task.cancel()
    with pytest.raises(Cancelled):
        task.result(10)


def test_a_damaged_model_is_told_in_words(tmp_path: Path) -> None:
    broken = KokoroEngine(write_pack(tmp_path))
    (tmp_path / FILE).write_bytes(b"no model")
    with pytest.raises(EngineFailed, match="tingshu voices test kokoro"):
        speak(broken, utterance("你好。"))


def test_closing_forgets_the_model_and_speaking_loads_it_again(pack: Path) -> None:
    engine = KokoroEngine(pack)
    engine.warm_up(XIAOXIAO)
    engine.close()
    assert engine._model is None
    assert seconds(speak(engine, utterance("好"))) > 0


# -- the real voices -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def real() -> KokoroEngine:
    return KokoroEngine(INSTALLED)


@needs_kokoro
@pytest.mark.voices
@pytest.mark.parametrize(
    ("voice", "text", "shortest", "longest"),
    [
        ("xiaoxiao", "我用Python写代码。", 1.0, 4.0),
        ("yunxi", "今天天气真好。", 1.0, 3.0),
        ("george", "It is a fine day.", 0.9, 3.0),
    ],
)
def test_the_real_voices_speak_at_one_level(
    real: KokoroEngine, voice: str, text: str, shortest: float, longest: float
) -> None:
    chunks = speak(real, utterance(text), VOICES[f"kokoro-{voice}"])
    assert shortest < seconds(chunks) < longest
    assert speech_level(sound(chunks)) == pytest.approx(-20.0, abs=2.5)
    assert words(chunks, text)[0].startswith(text[0])


@needs_kokoro
@pytest.mark.voices
def test_the_real_word_times_agree_with_the_sound(real: KokoroEngine) -> None:
    """The quietest place between two words is where one ends and the other begins."""
    (chunk,) = speak(real, utterance("Papa, come back."), BELLA)
    first, second, _ = chunk.words
    frame = round(0.01 * SPEECH_RATE)
    frames = chunk.samples[: len(chunk.samples) // frame * frame].reshape(-1, frame)
    loudness = np.sqrt(np.mean(np.square(frames), axis=1))
    begin, end = (
        round((first.begin + first.finish) * 50),
        round((second.begin + second.finish) * 50),
    )
    quietest = (begin + int(np.argmin(loudness[begin:end]))) * 0.01
    assert first.finish - 0.05 <= quietest <= second.begin + 0.05
