"""Runs the vocoder: a spectrogram to samples, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

import numpy as np

from reader.background import CancelToken
from reader.errors import EngineFailed
from reader.messages import message
from reader.speech.engine import Samples
from reader.speech.engines.paddlespeech.mel import Floats
from reader.speech.engines.paddlespeech.model import Runnable

WINDOW = 100
"""Frames given to the vocoder at once, always as many: Paddle prepares itself for each new
length, and what PaddleSpeech's vocoders take for 400 frames is gigabytes.
"""

CONTEXT = 14
"""Frames on either side of a piece that only help to say it.

With these MB-MelGAN's pieces equal the whole; HiFi-GAN would take 19, and differs by less than
-80 dB (PaddleSpeech's streaming demo finds no difference either). Parallel WaveGAN hears
some 12.
"""

RATES = MappingProxyType({300: 24_000, 256: 22_050})
"""Samples a second by samples a frame, of all that PaddleSpeech has published."""

_SILENT = -5.0
"""What the spectrogram of silence holds: 100 dB under full scale."""

_SEAM = 60
"""Samples over which a piece passes into the next. Parallel WaveGAN starts from noise, which
is another in every window.
"""


class Vocoder:
    """A vocoder's program: float32 [frames, bands] to [frames * samples a frame, 1].

    It is run once when made, which also tells its `rate`, samples a second.
    """

    def __init__(self, program: Runnable, bands: int = 80) -> None:
        self._program = program
        silent = np.full((WINDOW, bands), _SILENT, np.float32)
        self._hop = len(self._run(silent)) // WINDOW
        if self._hop not in RATES:
            raise EngineFailed(
                message("PaddleSpeech voice"),
                message(
                    "Its vocoder gives {hop} samples a frame, which none of those known does.",
                    hop=self._hop,
                ),
            )
        self.rate = RATES[self._hop]

    def pieces(
        self, mel: Floats, begin: int, finish: int, cancel: CancelToken
    ) -> Iterator[Samples]:
        """Frames `begin` to `finish` of `mel` as samples, piece by piece."""
        before = np.zeros(0, np.float32)
        while begin < finish:
            cancel.check()
            first = max(0, min(begin - CONTEXT, len(mel) - WINDOW))
            last = first + WINDOW
            is_last = last >= min(len(mel), finish + CONTEXT)
            end = finish if is_last else last - CONTEXT - 1  # one more for the seam
            window = self._window(mel[first:last])[(begin - first) * self._hop :]
            cut = (end - begin) * self._hop
            yield _joined(before, window[:cut])
            before, begin = window[cut : cut + _SEAM], end

    def _window(self, mel: Floats) -> Samples:
        """The samples of at most :data:`WINDOW` frames."""
        given = np.pad(mel, ((0, WINDOW - len(mel)), (0, 0)), mode="edge")
        return np.clip(self._run(given)[: len(mel) * self._hop], -1.0, 1.0)

    def _run(self, mel: Floats) -> Samples:
        return np.asarray(self._program.run(mel)[0], np.float32).reshape(-1)


def _joined(before: Samples, samples: Samples) -> Samples:
    """`samples`, its beginning grown out of what the window before made of it."""
    length = min(len(before), len(samples))
    rising = np.linspace(0, 1, length, endpoint=False, dtype=np.float32)
    seam = before[:length] * (1 - rising) + samples[:length] * rising
    return np.concatenate((seam, samples[length:]))
