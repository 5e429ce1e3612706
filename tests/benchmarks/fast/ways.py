"""The ways of being fast that are compared, all with as many words a minute.

Every way says the same sentences and leaves the same pause after each. Ours goes the
product's way: the voice at its own rate, the pauses' share, the stretcher. The others stretch
the same voice evenly. espeak-ng speaks as fast as it can by itself and is stretched the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

import numpy as np

from reader.background import CancelToken
from reader.narration.utterance import Utterance
from reader.playback import haste
from reader.playback.stretch import Stretcher
from reader.settings import Settings
from reader.speech.engine import SPEECH_RATE, Engine, Samples
from reader.speech.signal import silence
from reader.speech.speaker import Speaker
from reader.speech.voices import installed_engines
from tests.benchmarks.fast.stream import even_stretcher, heard
from tests.benchmarks.speech.voice import utterance

Way = Callable[[Sequence[str], str, float], list[Samples]]
"""Says lines in a language at a rate: a sound for each."""

_VOICES = {"en": "english", "zh": "mandarin"}
_FASTEST_ESPEAK, _SLOWEST_ESPEAK = 450 / 175, 80 / 175  # as its engine has them
_HALVINGS = 12


def ours(lines: Sequence[str], language: str, rate: float) -> list[Samples]:
    """Fast speech as the reader has it."""
    own = haste.voice_rate(rate)
    sounds = spoken(lines, language, _VOICES[language], own)
    pause = _pause() * haste.pause_share(rate)
    return heard(sounds, pause, rate / own, Stretcher())


def plain(lines: Sequence[str], language: str, rate: float) -> list[Samples]:
    """The same voice, stretched evenly by our own WSOLA."""
    sounds = spoken(lines, language, _VOICES[language], 1.0)
    return heard(sounds, _pause(), rate, even_stretcher())


def atempo(lines: Sequence[str], language: str, rate: float) -> list[Samples]:
    """The same voice, stretched evenly by FFmpeg's ``atempo``, a sentence at a time."""
    sounds = spoken(lines, language, _VOICES[language], 1.0)
    return [_rested(_tempo(each, rate), rate) for each in sounds]


def espeak(lines: Sequence[str], language: str, rate: float) -> list[Samples]:
    """espeak-ng at as many words a minute as the plain stretch has."""
    voice = spoken(lines, language, _VOICES[language], 1.0)
    wanted = sum(map(len, voice)) / rate
    low, high = _SLOWEST_ESPEAK, _FASTEST_ESPEAK
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        slow = sum(map(len, spoken(lines, language, "espeak", middle))) > wanted
        low, high = (middle, high) if slow else (low, middle)
    sounds = spoken(lines, language, "espeak", high)
    rest = sum(map(len, sounds)) / wanted
    return [_rested(_tempo(each, rest), rate) for each in sounds]


WAYS: dict[str, Way] = {"ours": ours, "plain": plain, "atempo": atempo, "espeak-ng": espeak}


def spoken(lines: Sequence[str], language: str, engine: str, rate: float) -> list[Samples]:
    """What the voice itself says, at its own `rate`; the same every time."""
    return [_said(line, language, engine, rate) for line in lines]


@cache
def _said(line: str, language: str, engine: str, rate: float) -> Samples:
    words = utterance(line, language, rate=rate)
    sound = _speaker(engine).speak(Utterance(items=words.spans, start=0, end=len(line)), _FOREVER)
    return np.concatenate([chunk.samples for chunk in sound])


_FOREVER = CancelToken()


@cache
def _speaker(name: str) -> Speaker:
    engines: list[Engine] = [each for each in installed_engines() if each.name == name]
    return Speaker(engines)


def _pause() -> float:
    """After each sentence, in seconds at the voice's own pace."""
    return Settings().pause_sentence


def _rested(sound: Samples, rate: float) -> Samples:
    """`sound` and the pause after it."""
    return np.concatenate([sound, silence(_pause() / rate)])


def _tempo(sound: Samples, rate: float) -> Samples:
    """`sound` through FFmpeg's ``atempo``."""
    if abs(rate - 1.0) < 0.005:
        return sound
    return np.concatenate(list(_filtered(sound, rate)))


def _filtered(sound: Samples, rate: float) -> Iterator[Samples]:
    import av
    from av.filter import Graph

    graph = Graph()
    source = graph.add_abuffer(format="flt", sample_rate=SPEECH_RATE, layout="mono")
    tempo = graph.add("atempo", f"{rate:.6f}")
    sink = graph.add("abuffersink")
    source.link_to(tempo)
    tempo.link_to(sink)
    graph.configure()
    frame = av.AudioFrame.from_ndarray(sound.reshape(1, -1), format="flt", layout="mono")
    frame.sample_rate = SPEECH_RATE
    graph.push(frame)
    graph.push(None)
    while True:
        try:
            yield graph.pull().to_ndarray().reshape(-1)
        except (BlockingIOError, EOFError):
            return
