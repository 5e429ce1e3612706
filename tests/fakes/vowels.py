"""An engine that says every word as a vowel, so that a test can measure pitch, level and length."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from reader.background import CancelToken
from reader.narration.utterance import Span, Utterance
from reader.speech.engine import SPEECH_RATE, AudioChunk, Capabilities, Samples, TimedWord, Voice

HERTZ = 200.0
"""The pitch of every vowel."""

LENGTH, GAP = 0.4, 0.08
"""Seconds that a word sounds, and of the silence after it."""

_RESONANCES = ((700.0, 130.0), (1200.0, 150.0), (2600.0, 200.0))


def vowel(
    seconds: float, hertz: float | Sequence[float] = HERTZ, rate: int = SPEECH_RATE
) -> Samples:
    """An “a” at the pitch `hertz`, or gliding through several, rising and fading in 20 ms."""
    count = round(seconds * rate)
    path = np.atleast_1d(np.asarray(hertz, dtype=float))
    pitch = np.interp(np.linspace(0, len(path) - 1, count), np.arange(len(path)), path)
    phase = 2 * np.pi * np.cumsum(pitch) / rate
    sound = np.zeros(count)
    for number in range(1, int(6000 / pitch.max()) + 1):
        strength = sum(1 / (1 + ((number * pitch - at) / wide) ** 2) for at, wide in _RESONANCES)
        sound += strength * np.cos(number * phase)
    edge = np.minimum(1.0, np.minimum(np.arange(count), np.arange(count)[::-1]) / (0.02 * rate))
    shaped = 0.3 * edge * sound / max(1e-9, np.abs(sound).max())
    return np.asarray(shaped, np.float32)


class VowelEngine:
    """Says word by word; `alone` is whether every word is a chunk of its own.

    Of what a span asks it follows the rate alone, and only if it declares it. `asked` are the
    utterances it was given.
    """

    name = "vowels"
    version = "1"

    def __init__(
        self, capabilities: Capabilities | None = None, *, voices: int = 1, alone: bool = False
    ) -> None:
        self.capabilities = capabilities or Capabilities(rate=True, word_times=True)
        self.asked: list[Utterance] = []
        self.warm: list[str] = []
        self.closed = False
        self._alone = alone
        self._voices = tuple(
            Voice(
                name=f"vowels-{number}",
                title=f"Vowels {number}",
                engine=self.name,
                languages=("en",),
                quality=2,
                licence="CC0-1.0",
                source="a test",
                gender="female",
            )
            for number in range(voices)
        )

    def voices(self) -> Sequence[Voice]:
        return self._voices

    def synthesize(
        self, utterance: Utterance, voice: Voice, cancel: CancelToken
    ) -> Iterator[AudioChunk]:
        assert voice in self._voices
        self.asked.append(utterance)
        parts: list[tuple[Samples, TimedWord]] = []
        for span in utterance.spans:
            parts += [self._word(span, found) for found in re.finditer(r"\w+", span.text)]
        for number, (samples, word) in enumerate(parts):
            cancel.check()
            if self._alone:
                yield self._chunk([samples], [word], "?" if number == 0 else "")
        if parts and not self._alone:
            yield self._chunk([each for each, _ in parts], [word for _, word in parts], "?")

    def _word(self, span: Span, found: re.Match[str]) -> tuple[Samples, TimedWord]:
        rate = span.rate if self.capabilities.rate else 1.0
        sound = vowel(LENGTH / rate)
        start, end = span.source(found.start(), found.end())
        word = TimedWord(begin=0.0, finish=len(sound) / SPEECH_RATE, start=start, end=end)
        return np.concatenate([sound, np.zeros(round(GAP * SPEECH_RATE), np.float32)]), word

    def _chunk(
        self, sounds: Sequence[Samples], words: Sequence[TimedWord], skipped: str
    ) -> AudioChunk:
        begins = np.cumsum([0, *map(len, sounds)]) / SPEECH_RATE
        return AudioChunk(
            samples=np.concatenate(sounds),
            rate=SPEECH_RATE,
            words=tuple(
                word.moved(seconds=float(begin)) for word, begin in zip(words, begins, strict=False)
            )
            if self.capabilities.word_times
            else (),
            skipped=skipped,
        )

    def warm_up(self, voice: Voice) -> None:
        self.warm.append(voice.name)

    def close(self) -> None:
        self.closed = True
