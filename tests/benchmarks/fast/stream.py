"""Sentences heard one after the other, as the player lets them be heard, and cut apart again."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reader.playback.stretch import Stretcher
from reader.playback.stretching.pacing import Pacing
from reader.speech.engine import Samples
from reader.speech.signal import silence


class EvenPacing(Pacing):
    """The plain stretch: every moment at the same pace."""

    def following(self, frames: int, rate: float) -> float:
        """Straight on."""
        return self.place + frames * rate


def even_stretcher() -> Stretcher:
    """One that shortens everything alike, as ours did before."""
    stretcher = Stretcher()
    stretcher._pacing = EvenPacing()
    return stretcher


def heard(
    sounds: Sequence[Samples], pause: float, rate: float, stretcher: Stretcher
) -> list[Samples]:
    """Each of `sounds` as it is heard at `rate` in a row, `pause` seconds after each.

    The cut is in the middle of the pause, by the positions of the stretcher.
    """
    stretcher.rate = rate
    rest = silence(pause)
    ends = np.cumsum([len(each) + len(rest) for each in sounds]) - len(rest) // 2
    pieces = [piece for sound in sounds for piece in (sound, rest)]
    cut: list[list[Samples]] = [[] for _ in sounds]
    for piece in [*pieces, None]:
        if piece is None:
            stretcher.finish()
        else:
            stretcher.feed(piece)
        while True:
            position = stretcher.position
            block = stretcher.take(1 << 20)
            if not len(block):
                break
            cut[min(int(np.searchsorted(ends, position, "right")), len(cut) - 1)].append(block)
    return [np.concatenate(blocks) for blocks in cut]
