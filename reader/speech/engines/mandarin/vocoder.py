"""Runs the vocoder: a mel spectrogram to samples, whole or piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from reader.background import CancelToken
from reader.speech.engine import Samples
from reader.speech.engines.mandarin.acoustic import Floats
from reader.speech.engines.mandarin.sessions import VOCODER, open_graph

SAMPLE_RATE = 24_000
HOP = 300
"""Samples a frame: 12.5 ms."""

CONTEXT = 20
"""Frames on either side of a piece that make it equal to the same piece of the whole."""

FEWEST = 10
"""Frames below which the reflected borders of the widest convolution do not fit."""

_FIRST_PIECE = 24
_LONGEST_PIECE = 240


class Vocoder:
    """The vocoder's graph, loaded from the pack in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._session = open_graph(folder / VOCODER)

    def samples(self, mel: Floats) -> Samples:
        """All of `mel` [t, bands] as 300 t samples."""
        missing = max(0, FEWEST - len(mel))
        given = np.pad(mel, ((0, missing), (0, 0)), mode="edge")
        samples: Samples = self._session.run(["samples"], {"mel": given})[0]
        return samples[: len(mel) * HOP]

    def pieces(
        self, mel: Floats, begin: int, finish: int, cancel: CancelToken
    ) -> Iterator[tuple[int, Samples]]:
        """Frames `begin` to `finish` of `mel`, each piece with the frame it starts at.

        The first piece is small so that sound comes early; each is twice as long as the one
        before, up to three seconds. Together they are what :meth:`samples` gives.
        """
        size = _FIRST_PIECE
        while begin < finish:
            cancel.check()
            end = min(finish, begin + size)
            if finish - end < FEWEST:  # no crumbs
                end = finish
            yield begin, self._piece(mel, begin, end)
            begin, size = end, min(2 * size, _LONGEST_PIECE)

    def _piece(self, mel: Floats, begin: int, end: int) -> Samples:
        first, last = max(0, begin - CONTEXT), min(len(mel), end + CONTEXT)
        window = self.samples(mel[first:last])
        return window[(begin - first) * HOP : (end - first) * HOP]
