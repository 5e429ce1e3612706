"""One engine call's sound on its way out."""

from __future__ import annotations

from collections import deque
from dataclasses import replace

import numpy as np

from reader.speech.engine import SPEECH_RATE, AudioChunk, Samples, TimedWord
from reader.speech.signal import EDGE, Resampler, amplitude, faded, limited


class Conditioner:
    """Brings the chunks of one engine call to the common rate and loudness, edges faded.

    The last few milliseconds are held back until it is known whether they are the end, so
    the first chunk goes out as soon as it comes. Words keep their place in time.
    """

    def __init__(self, gain: float, *, pace: float = 1.0) -> None:
        """`gain` in decibels; the voice speaks `pace` times faster than it is meant."""
        self._factor = amplitude(gain)
        self._pace = pace
        self._resampler: Resampler | None = None
        self._held: Samples = np.zeros(0, np.float32)
        self._words: deque[TimedWord] = deque()
        self._taken = 0.0  # seconds that came in
        self._given = 0  # samples that went out

    def push(self, chunk: AudioChunk) -> AudioChunk | None:
        """What can go out now that `chunk` came in."""
        if self._resampler is None:
            self._resampler = Resampler(chunk.rate)
        for word in chunk.words:
            self._words.append(word.moved(seconds=self._taken))
        self._taken += chunk.seconds
        samples = np.concatenate((self._held, self._loud(self._resampler.push(chunk.samples))))
        keep = min(len(samples), round(EDGE * SPEECH_RATE))
        self._held = samples[len(samples) - keep :]
        return self._out(samples[: len(samples) - keep], last=False)

    def finish(self) -> AudioChunk | None:
        """The rest, fading out."""
        if self._resampler is None:
            return None
        rest = self._resampler.push(np.zeros(0, np.float32), last=True)
        return self._out(np.concatenate((self._held, self._loud(rest))), last=True)

    def _loud(self, samples: Samples) -> Samples:
        return limited(samples * np.float32(self._factor))

    def _out(self, samples: Samples, *, last: bool) -> AudioChunk | None:
        if not len(samples):
            return None
        begin = self._given / SPEECH_RATE
        edged = faded(samples, first=self._given == 0, last=last)
        self._given += len(samples)
        words = self._words_until(float("inf") if last else self._given / SPEECH_RATE, begin)
        return AudioChunk(samples=edged, rate=SPEECH_RATE, words=words, pace=self._pace)

    def _words_until(self, seconds: float, begin: float) -> tuple[TimedWord, ...]:
        words: list[TimedWord] = []
        while self._words and self._words[0].begin < seconds:
            word = self._words.popleft()
            words.append(
                replace(
                    word, begin=max(0.0, word.begin - begin), finish=max(0.0, word.finish - begin)
                )
            )
        return tuple(words)
