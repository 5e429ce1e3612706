"""A section that has been spoken, read from the spool as it is needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from reader.background import CancelToken
from reader.errors import ExportError
from reader.export.levelling import CEILING, gain_of, levelled
from reader.export.loudness import TENTH
from reader.export.sections import Section, TimedSentence
from reader.export.spool import PartFacts, Spool
from reader.messages import message
from reader.speech.engine import SPEECH_RATE, Samples
from reader.speech.signal import from_int16

Read = TypeVar("Read")

_FADE = round(0.01 * SPEECH_RATE)
"""Samples over which sound that is cut off falls silent: no click."""

_BLOCK = 5 * SPEECH_RATE
"""Samples that are given out at once."""


class SpokenSection:
    """A :class:`~reader.export.sections.SectionSound` that holds nothing but numbers.

    `digest` tells how it was said, `digests` under which names its parts are in the spool.
    """

    def __init__(  # noqa: PLR0913  (all that makes its sound meets here)
        self,
        section: Section,
        digest: str,
        parts: Sequence[tuple[str, int]],
        spool: Spool,
        *,
        loudness: float | None,
        ceiling: float = CEILING,
        previous: float | None,
        end: int | None,
        control: CancelToken,
    ) -> None:
        """`parts` are digests and lengths; `previous` is the gain of the section before (dB) and
        `ceiling` where the true peak is held; the sound is cut off after `end` samples. `control`
        is looked at while samples are read.
        """
        self.section = section
        self.digest = digest
        self.digests = tuple(name for name, _ in parts)
        length = sum(frames for _, frames in parts)
        self.frames = length if end is None else min(length, end)
        self._is_cut = self.frames < length
        self._parts = tuple(parts)
        self._spool = spool
        self._loudness = loudness
        self._ceiling = ceiling
        self._previous = previous
        self._control = control

    @cached_property
    def gain(self) -> float | None:
        """The decibels by which it is made louder; None where it is left as it is."""
        if self._loudness is None or not self.frames:
            return None
        power: NDArray[np.float64] = np.concatenate([facts.power for _, facts in self._facts()])
        power = power[: self.frames // TENTH]
        return gain_of(
            power,
            self._unlevelled,
            target=self._loudness,
            previous=self._previous,
            ceiling=self._ceiling,
        )

    @property
    def sentences(self) -> Sequence[TimedSentence]:
        """Its sentences in order, in frames from the section's beginning; read anew each time."""
        return [
            replace(
                sentence,
                begin=sentence.begin + begun,
                finish=min(self.frames, sentence.finish + begun),
            )
            for begun, facts in self._facts()
            for sentence in facts.sentences
            if sentence.begin + begun < self.frames
        ]

    @property
    def skipped(self) -> Mapping[str, int]:
        """The characters that no voice could say, and how often each was left out."""
        skipped: Counter[str] = Counter()
        for _, facts in self._facts():
            skipped.update(facts.skipped)
        return skipped

    @property
    def notices(self) -> Sequence[str]:
        """What the listener should be told about it, each once."""
        return tuple(dict.fromkeys(each for _, facts in self._facts() for each in facts.notices))

    def blocks(self) -> Iterator[Samples]:
        """The samples in order, a few seconds at a time; may be walked more than once.

        Raises :class:`~reader.errors.ExportError` where the spool has lost something.
        """
        gain = self.gain
        if gain is None:
            return self._unlevelled()
        return levelled(self._unlevelled(), gain, self._ceiling)

    def _unlevelled(self) -> Iterator[Samples]:
        place = 0
        for digest, _ in self._parts:
            if place >= self.frames:
                return
            self._control.check()
            sound = self._found(self._spool.samples(digest))[: self.frames - place]
            for begin in range(0, len(sound), _BLOCK):
                block = from_int16(sound[begin : begin + _BLOCK])
                yield _faded(block, self.frames - place) if self._is_cut else block
                place += len(block)

    def _facts(self) -> Iterator[tuple[int, PartFacts]]:
        """What is known of each part, with the samples before it."""
        begun = 0
        for digest, frames in self._parts:
            if begun >= self.frames:
                return
            yield begun, self._found(self._spool.facts(digest))
            begun += frames

    def _found(self, read: Read | None) -> Read:
        if read is None:
            raise ExportError(
                self.section.title,
                message("What was spoken has gone from the cache or is damaged."),
                message("Export again: what is left is not spoken anew."),
            )
        return read


def _faded(samples: Samples, left: int) -> Samples:
    """`samples`, falling silent over the last hundredth of a second before `left` is used up."""
    fade = np.clip(np.arange(left, left - len(samples), -1) / _FADE, 0.0, 1.0)
    return samples * fade.astype(np.float32)
