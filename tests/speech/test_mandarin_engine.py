"""The engine's contract, on a small voice of random weights."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from reader.background import CancelToken
from reader.books.model import Emphasis
from reader.errors import Cancelled, EngineFailed, VoiceMissing
from reader.narration.utterance import Pause, Span, Utterance
from reader.speech import packs
from reader.speech.catalogue import catalogue
from reader.speech.engine import AudioChunk, Engine
from reader.speech.engines.mandarin import MandarinEngine
from reader.speech.engines.mandarin.networks import HOP, SAMPLE_RATE
from reader.speech.manner import STYLES
from tests.fakes.mandarin_pack import FRAMES_A_PHONE, write_pack

VOICE = catalogue()["mandarin"].voices[0]
SECONDS_A_PHONE = FRAMES_A_PHONE * HOP / SAMPLE_RATE


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pack(tmp_path_factory.mktemp("pack"))


@pytest.fixture
def engine(pack: Path) -> Engine:
    return MandarinEngine(pack)


def utterance(text: str, **manner: Any) -> Utterance:
    return Utterance(items=(Span(text=text, language="zh", start=0, end=len(text), **manner),))


def speak(engine: Engine, text: str, **manner: Any) -> list[AudioChunk]:
    return list(engine.synthesize(utterance(text, **manner), VOICE, CancelToken()))


def sound(chunks: list[AudioChunk]) -> np.ndarray:
    return np.concatenate([chunk.samples for chunk in chunks])


LONG = "我们明天早上从学校出发，下午到山上，晚上住在村里。"


def test_speaks_in_chunks_of_one_rate(engine: Engine) -> None:
    chunks = speak(engine, LONG)

    assert len(chunks) > 1
    assert {chunk.rate for chunk in chunks} == {SAMPLE_RATE}
    assert all(chunk.samples.dtype == np.float32 for chunk in chunks)
    assert np.abs(sound(chunks)).max() <= 1
    assert chunks[0].seconds < 0.6


def test_the_silence_at_the_start_is_cut(engine: Engine) -> None:
    first = speak(engine, "你好")[0].words[0]

    assert first.begin == pytest.approx(HOP / SAMPLE_RATE)


def test_every_word_has_its_time_and_place(engine: Engine) -> None:
    chunks = speak(engine, LONG)
    words, before = [], 0.0
    for chunk in chunks:
        assert all(0 <= word.begin < chunk.seconds for word in chunk.words)
        words += [
            (before + word.begin, before + word.finish, word.start, word.end)
            for word in chunk.words
        ]
        before += chunk.seconds

    covered = "".join(LONG[start:end] for *_, start, end in words)
    assert covered == LONG.replace("，", "").replace("。", "")
    times = [round(time, 6) for begin, finish, *_ in words for time in (begin, finish)]
    assert times == sorted(times)
    assert times[-1] <= before + 1e-9


def test_what_cannot_be_said_is_passed_over(engine: Engine) -> None:
    for text in ("", "Python 3", "……？！", "😀", "カナ"):
        assert speak(engine, text) == []
    assert len(sound(speak(engine, "用Python写"))) == len(sound(speak(engine, "用 写")))


def test_what_was_left_out_is_told_once(engine: Engine) -> None:
    chunks = speak(engine, "用Py写，兙😀的。" + LONG)

    assert [chunk.skipped for chunk in chunks] == ["Py兙😀", *[""] * (len(chunks) - 1)]


def test_other_items_than_spans_are_left_to_the_speaker(engine: Engine) -> None:
    given = Utterance(items=(*utterance("你好").items, Pause(seconds=5)))

    chunks = list(engine.synthesize(given, VOICE, CancelToken()))

    np.testing.assert_array_equal(sound(chunks), sound(speak(engine, "你好")))


@pytest.mark.parametrize("rate", [0.5, 2.5])
def test_rate_stretches_every_phone(engine: Engine, rate: float) -> None:
    usual, changed = len(sound(speak(engine, LONG))), len(sound(speak(engine, LONG, rate=rate)))

    assert usual / changed == pytest.approx(rate, rel=0.03)


def test_rate_of_one_span_leaves_the_others(engine: Engine) -> None:
    spans = (
        Span(text="我们", language="zh", start=0, end=2),
        Span(text="出发", language="zh", start=2, end=4, rate=0.5),
    )

    chunks = engine.synthesize(Utterance(items=spans), VOICE, CancelToken())
    words = [word for chunk in chunks for word in chunk.words]
    usual = [word.finish - word.begin for word in words if word.end <= 2]
    slow = [word.finish - word.begin for word in words if word.start >= 2]
    assert sum(usual) == pytest.approx(SECONDS_A_PHONE * 6)  # two syllables, each with its mark
    assert sum(slow) == pytest.approx(SECONDS_A_PHONE * 2 * 5)  # the last has none


def test_a_large_gain_amplifies_and_never_clips_over(engine: Engine) -> None:
    assert np.abs(sound(speak(engine, "你好", gain=60))).max() == 1
    assert np.abs(sound(speak(engine, "你好", gain=-60))).max() < 0.01


def test_pitch_changes_the_sound(engine: Engine) -> None:
    usual, higher = sound(speak(engine, "你好")), sound(speak(engine, "你好", pitch=3))

    assert not np.allclose(usual[: len(higher)], higher[: len(usual)], atol=1e-4)


def test_a_text_of_thousands_of_characters_is_spoken(engine: Engine) -> None:
    text = "山上有一座老房子，" * 60 + "山" * 500

    chunks = speak(engine, text)

    words = [word for chunk in chunks for word in chunk.words]
    assert (words[0].start, words[-1].end) == (0, len(text))
    assert sum(chunk.seconds for chunk in chunks) > 100


def test_parts_of_a_long_sentence_are_set_apart(engine: Engine) -> None:
    chunks = speak(engine, "山上有一座老房子，" * 8)

    silent = [chunk for chunk in chunks if not chunk.samples.any()]
    assert [chunk.seconds for chunk in silent] == [0.2]


def test_several_sentences_at_once_are_the_same_as_one_after_the_other(pack: Path) -> None:
    engine = MandarinEngine(pack)
    texts = ["你好", "Python", LONG, "山上有一座老房子，" * 8]

    together = list(engine.synthesize_many([utterance(t) for t in texts], VOICE, CancelToken()))

    assert [bool(chunks) for chunks in together] == [True, False, True, True]
    for text, chunks in zip(texts, together, strict=True):
        alone = speak(engine, text)
        if alone:
            np.testing.assert_allclose(sound(chunks), sound(alone), atol=1e-5)
        assert places(chunks) == places(alone)


def places(chunks: list[AudioChunk]) -> list[tuple[int, int]]:
    return [(word.start, word.end) for chunk in chunks for word in chunk.words]


@pytest.mark.parametrize("emphasis", [Emphasis.EMPHASIS, Emphasis.STRONG])
def test_an_emphasised_word_is_longer_and_wider(engine: Engine, emphasis: Emphasis) -> None:
    spans = (
        Span(text="我们", language="zh", start=0, end=2),
        Span(text="出发", language="zh", start=2, end=4, emphasis=emphasis),
    )

    chunks = list(engine.synthesize(Utterance(items=spans), VOICE, CancelToken()))
    usual = speak(engine, "我们出发")

    assert len(sound(chunks)) > len(sound(usual))


@pytest.mark.parametrize("style", sorted(STYLES))
def test_styles_that_are_offered_change_the_sound(engine: Engine, style: str) -> None:
    span = Span(text="我们出发", language="zh", start=0, end=4, style=style)
    styled = sound(list(engine.synthesize(Utterance(items=(span,)), VOICE, CancelToken())))
    usual = sound(speak(engine, "我们出发"))

    assert style in engine.capabilities.styles
    shortest = min(len(styled), len(usual))
    assert not np.allclose(styled[:shortest], usual[:shortest], atol=1e-4)


def test_more_of_a_style_or_of_emphasis_is_heard_more(engine: Engine) -> None:
    def length(**manner: Any) -> int:
        return len(sound(speak(engine, LONG, **manner)))

    assert length(style="sad", style_level=2.0) > length(style="sad") > length()
    strong = {"emphasis": Emphasis.STRONG}
    assert length(**strong, emphasis_level=2.0) > length(**strong) > length()
    assert length(style="sad", style_level=0.0) == length()


def test_given_pinyin_is_one_word_in_time(engine: Engine) -> None:
    spans = (
        Span(text="去", language="zh", start=0, end=1),
        Span(
            text="典当",
            language="zh",
            start=1,
            end=3,
            phonemes="dian3 dang4",
            phoneme_alphabet="x-pinyin",
        ),
    )
    chunks = list(engine.synthesize(Utterance(items=spans), VOICE, CancelToken()))
    assert places(chunks) == [(0, 1), (1, 3)]
    assert not any(chunk.skipped for chunk in chunks)


def test_cancelling_stops_between_chunks_and_before_the_first(engine: Engine) -> None:
    token = CancelToken()
    chunks = engine.synthesize(utterance(LONG), VOICE, token)
    next(chunks)
    token.cancel()

    with pytest.raises(Cancelled):
        next(chunks)
    with pytest.raises(Cancelled):
        next(engine.synthesize(utterance(LONG), VOICE, token))


def test_without_a_pack_there_is_no_voice(tmp_path: Path) -> None:
    engine = MandarinEngine(tmp_path)

    assert engine.voices() == ()
    assert MandarinEngine().voices() == ()
    with pytest.raises(VoiceMissing, match="tingshu voices install mandarin"):
        speak(engine, "你好")


def test_an_installed_pack_gives_its_voices(engine: Engine) -> None:
    write_pack(packs.folder("mandarin"))

    assert engine.voices() == MandarinEngine().voices() == (VOICE,)
    assert VOICE.languages == ("zh",)


def test_a_damaged_pack_is_said_so(tmp_path: Path) -> None:
    write_pack(tmp_path)
    (tmp_path / "decoder.float.onnx").write_bytes(b"")

    with pytest.raises(EngineFailed, match=r"decoder\.float\.onnx"):
        speak(MandarinEngine(tmp_path), "你好")


def test_a_failing_model_is_said_so(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = MandarinEngine(pack)
    engine.warm_up(VOICE)
    monkeypatch.setattr(engine._loaded(), "mels", lambda *given: 1 / 0)

    with pytest.raises(EngineFailed, match="could not be spoken"):
        speak(engine, "你好")


def test_closing_in_the_midst_does_not_break_the_sentence(engine: Engine) -> None:
    usual = sound(speak(engine, LONG))
    chunks = engine.synthesize(utterance(LONG), VOICE, CancelToken())
    first = next(chunks)
    engine.close()

    np.testing.assert_array_equal(sound([first, *chunks]), usual)


def test_warming_up_without_the_pack_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(VoiceMissing):
        MandarinEngine(tmp_path).warm_up(VOICE)


def test_a_closed_engine_may_be_used_again(engine: Engine) -> None:
    usual = sound(speak(engine, "你好"))
    engine.close()

    np.testing.assert_array_equal(sound(speak(engine, "你好")), usual)
