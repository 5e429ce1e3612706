"""An engine that says every text as a tone, so that a test can tell what sounded and when.

A span of `text` sounds for 50 ms a character (0.1 to 3 s) at :func:`pitch_of` (text) hertz;
:func:`texts_heard` turns recorded samples back into the texts.
"""

from __future__ import annotations

import threading
import zlib
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from reader.background import CancelToken
from reader.errors import EngineFailed
from reader.narration.utterance import Utterance
from reader.speech.capabilities import Capabilities
from reader.speech.engine import SPEECH_RATE, AudioChunk, Samples, TimedWord, Voice


def pitch_of(text: str) -> float:
    """The frequency in hertz that stands for `text`: 300 to 6290 in steps of 10."""
    return 300.0 + 10.0 * (zlib.crc32(text.strip().encode()) % 600)


def length_of(text: str) -> float:
    """The seconds that `text` sounds."""
    return min(3.0, max(0.1, 0.05 * len(text.strip())))


def tone(text: str, rate: int = SPEECH_RATE) -> Samples:
    """The sound of `text`: a sine at half amplitude."""
    time = np.arange(round(length_of(text) * rate)) / rate
    return (0.5 * np.sin(2 * np.pi * pitch_of(text) * time)).astype(np.float32)


def texts_heard(samples: Samples, texts: Sequence[str], rate: int = SPEECH_RATE) -> list[str]:
    """Which of `texts` sound in `samples`, in order, each stretch of one tone once.

    Tones of other texts are left out. Two texts that share a pitch are a `ValueError`: choose
    other words for the test.
    """
    distinct = {text.strip() for text in texts}
    if len({pitch_of(text) for text in distinct}) < len(distinct):
        raise ValueError(f"two of these texts share a pitch: {sorted(distinct)}")
    frame = round(0.05 * rate)
    window = np.hanning(frame)
    heard: list[str] = []
    last = ""
    for begin in range(0, len(samples) - frame + 1, frame // 2):
        piece = samples[begin : begin + frame]
        if np.abs(piece).max() < 0.01:
            last = ""
            continue
        spectrum = np.abs(np.fft.rfft(piece * window, 16 * frame))
        found = float(np.argmax(spectrum)) * rate / (16 * frame)
        nearest = min(texts, key=lambda text: abs(pitch_of(text) - found), default="")
        if nearest and abs(pitch_of(nearest) - found) < 4.0:
            if nearest != last:
                heard.append(nearest)
            last = nearest
    return heard


class FakeEngine:
    """Tones for text; can fail, and can be held at a gate in the middle of a synthesis.

    `fail` says for which utterance texts :class:`EngineFailed` is raised; the attribute
    `deaf_to`, for which there is no sound; `mute_on` are characters that it leaves out.
    `gate`, if given, is waited for before every chunk (a cancelled token opens it too).
    `spoken` lists the texts asked for; `chunks_of` cuts each span's tone into that many chunks.
    """

    def __init__(
        self,
        name: str = "fake",
        languages: Sequence[str] = ("*",),
        *,
        quality: int = 2,
        rate: int = SPEECH_RATE,
        capabilities: Capabilities | None = None,
        fail: Callable[[str], bool] = lambda _text: False,
        gate: threading.Event | None = None,
        chunks_of: int = 1,
    ) -> None:
        self.name = name
        self.version = "1"
        self.capabilities = capabilities or Capabilities(word_times=True)
        self.spoken: list[str] = []
        self.utterances: list[Utterance] = []
        self.waiting = threading.Event()
        self.warm = False
        self.closed = False
        self._rate = rate
        self._fail = fail
        self.mute_on = ""
        self.deaf_to: Callable[[str], bool] = lambda _text: False
        self._gate = gate
        self._chunks_of = chunks_of
        self._voice = Voice(
            name=f"{name}-voice",
            title=name.title(),
            engine=name,
            languages=tuple(languages),
            quality=quality,
            licence="CC0-1.0",
            source="a test",
        )

    def voices(self) -> Sequence[Voice]:
        return (self._voice,)

    def synthesize(
        self, utterance: Utterance, voice: Voice, cancel: CancelToken
    ) -> Iterator[AudioChunk]:
        self.spoken.append(utterance.text)
        self.utterances.append(utterance)
        if self._fail(utterance.text):
            raise EngineFailed(self.name, "It failed on purpose.")
        spans = () if self.deaf_to(utterance.text) else utterance.spans
        for span in spans:
            parts = np.array_split(tone(span.text, self._rate), self._chunks_of)
            for index, samples in enumerate(parts):
                self._pass_gate(cancel)
                length = len(samples) / self._rate
                word = TimedWord(begin=0.0, finish=length, start=span.start, end=span.end)
                yield AudioChunk(
                    samples=samples,
                    rate=self._rate,
                    words=(word,) if index == 0 else (),
                    skipped="".join(each for each in span.text if each in self.mute_on)
                    if index == 0
                    else "",
                )

    def _pass_gate(self, cancel: CancelToken) -> None:
        cancel.check()
        if self._gate is None:
            return
        self.waiting.set()
        while not self._gate.wait(0.005):
            cancel.check()

    def warm_up(self, voice: Voice) -> None:
        self.warm = True

    def close(self) -> None:
        self.closed = True
