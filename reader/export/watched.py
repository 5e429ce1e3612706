"""A section's sound on its way into files: how far it has got, and how loud it came out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from reader.export.sections import Section, SectionSound, TimedSentence
from reader.speech.engine import Samples

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class WatchedSound:
    """A :class:`~reader.export.sections.SectionSound` that calls `taken` after each block with
    the share (0-1) of the sound that has been taken; `taken` may raise.
    """

    def __init__(self, sound: SectionSound, taken: Callable[[float], None]) -> None:
        self._sound = sound
        self._taken = taken
        self._power: list[NDArray[np.float64]] = []

    @property
    def section(self) -> Section:
        """What was spoken."""
        return self._sound.section

    @property
    def frames(self) -> int:
        """Its length in samples at :data:`~reader.speech.engine.SPEECH_RATE`."""
        return self._sound.frames

    @property
    def sentences(self) -> Sequence[TimedSentence]:
        """Its sentences in order."""
        return self._sound.sentences

    def blocks(self) -> Iterator[Samples]:
        """The samples in order; walking them again measures them anew."""
        from reader.export.loudness import power

        self._power.clear()
        frames = 0
        for block in self._sound.blocks():
            self._power.append(power(block))
            yield block
            frames += len(block)
            self._taken(frames / self.frames)

    @property
    def loudness(self) -> float | None:
        """How loud what was taken is (LUFS, integrated); None if it is too short to tell."""
        import numpy as np

        from reader.export.loudness import LEAST_SPEECH, integrated, speech_seconds

        power = np.concatenate([np.empty(0), *self._power])
        return integrated(power) if speech_seconds(power) >= LEAST_SPEECH else None
