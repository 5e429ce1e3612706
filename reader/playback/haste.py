"""How fast speech is made faster: what the voice does itself, and what becomes of pauses.

The stretcher brings every sound to the listener's rate and takes the time that pauses can
spare. Up to three and a half times the speed it is best left to do that alone: a recogniser
hears fewer words rightly of a voice that hurries by itself as well. Beyond that too little is
left of each sound, and the voice's own haste, which slurs as people do, loses less
(``make bench-fast``).
"""

from __future__ import annotations

_UNHURRIED = 3.5
"""The highest rate at which the voice keeps its own pace. Of a hundred words (English) and
syllables (Mandarin) heard wrongly at the voice's own pace, against 1.5 times that: 20 and 30
against 32 and 31 at a rate of 3, 44 and 57 against 50 and 50 at 3.5, 83 and 76 against 70 and
69 at 4; Whisper base, the forty sentences a language that were tuned on."""

_HURRIED = 1.5
"""How fast the voice speaks beyond: one step, so that what was once made is found again in the
cache. The English voice, which can only round its sounds' lengths, then comes to 1.58."""


def voice_rate(rate: float) -> float:
    """How many times as fast the voice itself speaks where the listener hears `rate`.

    The stretcher does the rest, ``rate / voice_rate(rate)``.
    """
    return 1.0 if rate <= _UNHURRIED else _HURRIED


def pause_share(rate: float) -> float:
    """What a pause is multiplied by before the stretcher shortens it like all sound.

    Pauses keep step with the voice. That they shrink more than words do is up to the
    stretcher, which gives their time to the words, so that the rate stays what was asked for.
    """
    return 1.0 / voice_rate(rate)
