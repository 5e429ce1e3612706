"""How much work each voice's speech is on this machine, and which voices keep up with it.

A voice keeps up with a listener if making its speech leaves some time to spare at the rate
at which it is heard; otherwise the sound read ahead runs out sooner or later.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from reader.speech.engine import Voice

LIMIT = 0.8
"""The share of the listener's time that making the speech may take."""

_MEMORY = 60.0
"""Seconds of speech over which the figure forgets: a busy moment counts little, and twenty
seconds read ahead last for as long as it takes to learn that a voice has become too slow."""


_TRIAL = 10.0
"""Seconds of speech that a voice on trial is taken to have said for no work: loading its model
is not held against it, and one that is far too slow is known for it after about as long."""


_Model: TypeAlias = tuple[str, str | None, bool]
"""The engine, the pack, and whether the voice is a variant of another."""


@dataclass(frozen=True)
class _Measured:
    """`effort` over the `speech` seconds heard so far; none yet at the start of a trial."""

    effort: float = 0.0
    speech: float = 0.0

    def after(self, work: float, speech: float) -> _Measured:
        """The mean at first, later one that forgets."""
        heard = self.speech + speech
        share = max(speech / (_TRIAL + heard), 1.0 - math.exp(-speech / _MEMORY))
        return _Measured(self.effort + (work / speech - self.effort) * share, heard)


class Pace:
    """Seconds of work a second of speech; may be used from several threads.

    Until it speaks, a voice's own :attr:`~reader.speech.engine.Voice.effort` counts; from then
    on what is measured here. The voices of one pack share a model, so what one of them takes
    is known of the others; variants take longer than the voices they are made of.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._measured: dict[_Model, _Measured] = {}

    def effort(self, voice: Voice) -> float:
        """Seconds of work that a second of the voice's speech takes here, as far as known."""
        with self._lock:
            measured = self._measured.get(_model(voice))
        return voice.effort if measured is None else measured.effort

    def note(self, voice: Voice, work: float, speech: float) -> None:
        """`work` seconds were spent on `speech` seconds (above 0) of the voice."""
        with self._lock:
            before = self._measured.get(_model(voice), _Measured())
            self._measured[_model(voice)] = before.after(work, speech)

    def try_out(self, voice: Voice, *, again: bool = False) -> None:
        """Let the voice speak until it is measured, whatever its effort elsewhere; one that
        was measured before only if it is to be tried `again`.
        """
        with self._lock:
            if again or _model(voice) not in self._measured:
                self._measured[_model(voice)] = _Measured()

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
            key=lambda each: (
                each.quality < 2,
                each.gender != voice.gender,
                each.base is not None,
            ),
            default=voice,
        )


def _model(voice: Voice) -> _Model:
    return voice.engine, voice.pack, voice.base is not None
