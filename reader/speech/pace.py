"""How much work each voice's speech is on this machine, and which voices keep up with it.

A voice keeps up with a listener if making its speech leaves some time to spare at the rate
at which it is heard; otherwise the sound read ahead runs out sooner or later.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Sequence

from reader.speech.engine import Voice

LIMIT = 0.8
"""The share of the listener's time that making the speech may take."""

_MEMORY = 60.0
"""Seconds of speech over which the figure forgets: a busy moment counts little, and twenty
seconds read ahead last for as long as it takes to learn that a voice has become too slow."""


class Pace:
    """Seconds of work a second of speech; may be used from several threads.

    A voice begins with its own :attr:`~reader.speech.engine.Voice.effort`, and moves to what
    is measured. The voices of one pack share a model, so what one of them takes is known of
    the others.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._efforts: dict[tuple[str, str | None], float] = {}

    def effort(self, voice: Voice) -> float:
        """Seconds of work that a second of the voice's speech takes here, as far as known."""
        with self._lock:
            return self._efforts.get(_model(voice), voice.effort)

    def note(self, voice: Voice, work: float, speech: float) -> None:
        """`work` seconds were spent on `speech` seconds (above 0) of the voice."""
        share = 1.0 - math.exp(-speech / _MEMORY)
        with self._lock:
            before = self._efforts.get(_model(voice), voice.effort)
            self._efforts[_model(voice)] = before + (work / speech - before) * share

    def forget(self, voice: Voice) -> None:
        """Give the voice a new chance: it begins again with its own effort."""
        with self._lock:
            self._efforts.pop(_model(voice), None)

    def keeps_up(self, voice: Voice, rate: float) -> bool:
        """Whether the voice can be heard at `rate` without gaps, as far as known."""
        return rate * self.effort(voice) <= LIMIT

    def in_time(self, voice: Voice, others: Sequence[Voice], rate: float) -> Voice:
        """`voice` if it keeps up with `rate`, else the best of `others` (best first) that does.

        A natural voice of the same gender goes before other natural ones. Where none keeps
        up, `voice` speaks with gaps.
        """
        if self.keeps_up(voice, rate):
            return voice
        quick = [each for each in others if self.keeps_up(each, rate)]
        return min(
            quick,
            key=lambda each: (each.quality < 2, each.gender != voice.gender),
            default=voice,
        )


def _model(voice: Voice) -> tuple[str, str | None]:
    return voice.engine, voice.pack
