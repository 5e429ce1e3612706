"""The middle that a melody is widened about: that of all that is said, not of a piece of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from reader.speech.shaping.bending import Region
from reader.speech.shaping.world import PERIOD, Numbers


def about_their_middles(
    regions: Sequence[Region], pitches: Iterable[tuple[float, Numbers]]
) -> list[Region]:
    """`regions`, each with the middle of its own melody; `pitches` are those of the pieces that
    the sound consists of, each with the second at which it begins.
    """
    found = [(begin + np.arange(len(pitch)) * PERIOD, pitch) for begin, pitch in pitches]
    seconds = np.concatenate([when for when, _ in found])
    pitch = np.concatenate([each for _, each in found])
    return [_about_its_middle(region, seconds, pitch) for region in regions]


def _about_its_middle(region: Region, seconds: Numbers, pitch: Numbers) -> Region:
    inside = (seconds >= region.begin) & (seconds < region.finish) & (pitch > 0)
    if not inside.any():
        return region
    return replace(region, middle=float(np.exp(np.log(pitch[inside]).mean())))
