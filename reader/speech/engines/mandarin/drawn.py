"""A run of syllables on its way through the networks: what it becomes, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from reader.speech.engine import AudioChunk, Samples, TimedWord
from reader.speech.engines.mandarin.manner import Plan
from reader.speech.engines.mandarin.networks import HOP, SAMPLE_RATE, Floats
from reader.speech.engines.mandarin.phones import PhoneLine
from reader.speech.engines.mandarin.script import Break, Spoken

_SECONDS_A_FRAME = HOP / SAMPLE_RATE

_SILENT = -1.0
"""The mean of a frame of the normalised spectrogram below which the last syllable has died
away (about -50 dBFS): the closing ``sil``, at times even ``eos``, carries on its sound.
"""

_FADE = 120
"""Samples over which the very end fades: 5 ms, so that the cut does not click."""


@dataclass(frozen=True)
class Drawn:
    """A run with its spectrogram `mel` [t, bands]."""

    spoken: Sequence[Spoken]
    line: PhoneLine
    plan: Plan
    mel: Floats

    def heard(self) -> tuple[int, int]:
        """The frames between the silence before and the silence after.

        One frame of the first ``sil`` stays, for the onset; of the closing marks, what sounds.
        """
        begin = max(0, int(self.plan.frames[0]) - 1)
        tail = len(self.mel) - int(self.plan.frames[-2:].sum())
        quiet = np.flatnonzero(self.mel[tail:].mean(axis=1) < _SILENT)
        return begin, tail + int(quiet[0]) + 1 if len(quiet) else len(self.mel)

    def chunks(self, pieces: Iterator[tuple[int, Samples]]) -> Iterator[AudioChunk]:
        """The sound of the heard frames, of which `pieces` gives each with its first frame.

        A word's times lie in the chunk in which it begins; it may end in the next.
        """
        _, finish = self.heard()
        words = self._words()
        amplification = np.repeat(self.plan.amplification, self.plan.frames)
        for frame, samples in pieces:
            end = frame + len(samples) // HOP
            gained = samples * np.repeat(amplification[frame:end], HOP)
            if end == finish:
                gained[-_FADE:] *= np.linspace(1, 0, _FADE, dtype=np.float32)
            inside = (word for word in words if frame <= word[0] < end)
            yield AudioChunk(
                samples=np.clip(gained, -1, 1),
                rate=SAMPLE_RATE,
                words=tuple(_timed(word, frame) for word in inside),
            )

    def _words(self) -> list[tuple[int, int, int, int]]:
        """Begin and finish in frames, start and end in the chapter, of every word."""
        spoken, first = self.spoken, self.line.first
        edges = np.concatenate([[0], np.cumsum(self.plan.frames)])
        starts = [index for index, each in enumerate(spoken) if index == 0 or each.before]
        words = []
        for begin, following in zip(starts, [*starts[1:], len(spoken)], strict=True):
            after = len(self.line.phones) - 2
            if following < len(spoken):
                # The mark between words still sounds; a pause does not.
                after = first[following] - (spoken[following].before != Break.WORD)
            words.append(
                (
                    int(edges[first[begin]]),
                    int(edges[after]),
                    spoken[begin].start,
                    spoken[following - 1].end,
                )
            )
        return words


def _timed(word: tuple[int, int, int, int], frame: int) -> TimedWord:
    begin, finish, start, end = word
    return TimedWord(
        begin=(begin - frame) * _SECONDS_A_FRAME,
        finish=(finish - frame) * _SECONDS_A_FRAME,
        start=start,
        end=end,
    )
