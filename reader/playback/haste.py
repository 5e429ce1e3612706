"""How fast speech is made faster: what the voice does itself, and what becomes of pauses.

The stretcher brings every sound to the listener's rate. Where that is high, words survive
better if the voice speaks faster by itself and pauses give more than words do.
"""

from __future__ import annotations


def voice_rate(rate: float) -> float:
    """How many times as fast the voice itself speaks where the listener hears `rate`.

    The stretcher does the rest, ``rate / voice_rate(rate)``. Between 1 and 2, in few steps, so
    that what was once spoken is found again in the cache.
    """
    del rate
    return 1.0


def pause_share(rate: float) -> float:
    """What a pause is multiplied by before the stretcher shortens it like all sound.

    1 leaves it in proportion to the words.
    """
    del rate
    return 1.0
