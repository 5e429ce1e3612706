"""Speech taken apart into pitch, resonances and breath, and put together again.

WORLD (Morise, Yokomori and Ozawa 2016, “WORLD: a vocoder-based high-quality speech synthesis
system for real-time applications”) in the package ``pyworld``: DIO and StoneMask find the
pitch, CheapTrick the spectral envelope, D4C how much of each frequency is noise.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reader.speech.engine import Samples
from reader.speech.shaping.timbre import Timbre

Numbers = NDArray[np.float64]

PERIOD = 0.005
"""Seconds from one frame to the next, WORLD's own."""

_LOWEST, _HIGHEST = 71.0, 600.0
"""Hertz between which the pitch of a voice is looked for. A lowest one below 71 would double the
width of the envelope, and the work with it, at 24,000 samples a second.
"""

_COARSELY = 2
"""Every second sample is enough for DIO, whose guess StoneMask makes exact: of the frames 99 in 100
have the same pitch within 3 cents, and it takes half the time.
"""

_TILTED_ABOVE = 200.0
_TILT_CENTRE = 1000.0
"""Hertz: the frequency that brightening leaves as it is, and the one below which it stops."""

_BREATH_EVERY = 4
"""Frames from one in which breath is looked for to the next, 20 ms: no more than the four periods
of a voice that D4C looks at each time. It takes most of the work, and with every frame the
spectrum of what is put together differs by 0.8 dB, half as much as for breath 10 ms late.
"""

_NO_VOICE = 1.0 - 1e-12
"""How much of a frame without voice is noise, as WORLD writes it."""

_LEAST = 1e-16
"""A power that stands for nothing, where a logarithm is taken."""


@dataclass(frozen=True, kw_only=True)
class Speech:
    """Speech in frames, :data:`PERIOD` apart, which an utterance of `rate` samples a second was
    taken apart into.

    `pitch` [n] in hertz, 0 where there is no voice; `envelope` [n, bins] the power at each
    frequency up to half of `rate`; `breath` [n, bins] how much of it is noise, 0 to 1.
    """

    pitch: Numbers
    envelope: Numbers
    breath: Numbers
    rate: int


def pitch_of(samples: Samples, rate: int) -> Numbers:
    """The pitch of every frame in hertz, 0 where there is no voice."""
    import pyworld

    sound = samples.astype(np.float64)
    coarse, times = pyworld.dio(sound, rate, f0_floor=_LOWEST, f0_ceil=_HIGHEST, speed=_COARSELY)
    pitch: Numbers = pyworld.stonemask(sound, coarse, times, rate)
    return pitch


def taken_apart(samples: Samples, rate: int, pitch: Numbers) -> Speech:
    """`samples`, whose frames have the `pitch` that :func:`pitch_of` found, taken apart."""
    import pyworld

    sound = samples.astype(np.float64)
    times = np.arange(len(pitch)) * PERIOD
    size = pyworld.get_cheaptrick_fft_size(rate, _LOWEST)
    envelope = pyworld.cheaptrick(sound, pitch, times, rate, f0_floor=_LOWEST, fft_size=size)
    looked_at = slice(None, None, _BREATH_EVERY)
    breath = pyworld.d4c(
        sound, pitch[looked_at].copy(), times[looked_at].copy(), rate, fft_size=size
    )
    return Speech(pitch=pitch, envelope=envelope, breath=_in_every_frame(breath, pitch), rate=rate)


def _in_every_frame(breath: Numbers, pitch: Numbers) -> Numbers:
    """The breath of all frames, from that of every :data:`_BREATH_EVERY`th: between two with
    voice, that of both; beside one without, that of the one with voice.
    """
    places = np.arange(len(pitch)) / _BREATH_EVERY
    below = places.astype(int)
    above = np.minimum(below + 1, len(breath) - 1)
    voiced = pitch[::_BREATH_EVERY] > 0
    share = np.where(
        voiced[below] == voiced[above], places - below, voiced[above].astype(np.float64)
    )[:, None]
    result: Numbers = breath[below] * (1 - share) + breath[above] * share
    result[pitch == 0] = _NO_VOICE
    return result


def put_together(speech: Speech) -> Samples:
    """How `speech` sounds: :data:`PERIOD` a frame."""
    import pyworld

    sound = pyworld.synthesize(
        speech.pitch,
        np.ascontiguousarray(speech.envelope),
        np.ascontiguousarray(speech.breath),
        speech.rate,
    )
    samples: Samples = sound.astype(np.float32)
    return samples


def recoloured(speech: Speech, timbre: Timbre) -> Speech:
    """`speech` as the person of this `timbre` says it."""
    bins = speech.envelope.shape[1]
    places = np.arange(bins) / timbre.formants
    hertz = np.linspace(0.0, speech.rate / 2, bins)
    octaves = np.log2(np.maximum(hertz, _TILTED_ABOVE) / _TILT_CENTRE)
    return Speech(
        pitch=speech.pitch * timbre.pitch,
        envelope=_at(speech.envelope, places, axis=1) * 10 ** (timbre.tilt * octaves / 10),
        breath=_at(speech.breath, places, axis=1),
        rate=speech.rate,
    )


def timed(speech: Speech, places: Numbers) -> Speech:
    """A frame of `speech` for each of `places`, which are counted in its frames."""
    below = np.clip(places.astype(int), 0, len(speech.pitch) - 1)
    above = np.minimum(below + 1, len(speech.pitch) - 1)
    share = np.clip(places - below, 0.0, 1.0)
    voiced = (speech.pitch[below] > 0) & (speech.pitch[above] > 0)
    between = speech.pitch[below] * (1 - share) + speech.pitch[above] * share
    nearest = speech.pitch[np.where(share < 0.5, below, above)]
    return Speech(
        pitch=np.where(voiced, between, nearest),
        envelope=_at(speech.envelope, places, axis=0),
        breath=_at(speech.breath, places, axis=0),
        rate=speech.rate,
    )


def _at(table: Numbers, places: Numbers, axis: int) -> Numbers:
    """The rows (axis 0) or columns of `table` at `places` between them, geometrically."""
    last = table.shape[axis] - 1
    inside = np.clip(places, 0.0, last)
    below = inside.astype(int)
    above = np.minimum(below + 1, last)
    share = (inside - below)[:, None] if axis == 0 else inside - below
    logarithms = np.log(np.maximum(table, _LEAST))
    found: Numbers = np.exp(
        logarithms.take(below, axis) * (1 - share) + logarithms.take(above, axis) * share
    )
    return found
