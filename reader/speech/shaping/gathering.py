"""Gathers an engine's chunks into pieces that end where nothing sounds.

Only there can one piece be reshaped without the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np

from reader.speech.chunks import joined
from reader.speech.engine import AudioChunk

_FRAME = 0.01
_QUIET = 10.0**-3.5
"""The power, against the loudest frame's, under which a frame is no voice's."""

_EARLY = (0.4, 1.5)
"""Seconds between which the first piece is cut off, so that it comes early, if the rest is no
shorter than that."""

_LONG = 2.0
"""Seconds after which a piece ends at the next quiet frame: reshaping it cannot be cancelled."""


def gathered(chunks: Iterable[AudioChunk], *, hasty: bool = True) -> Iterator[AudioChunk]:
    """The sound of `chunks` in pieces, if `hasty` the first of them a short one; a word lies in
    the piece in which it begins.
    """
    held: AudioChunk | None = None
    begun = not hasty
    for chunk in chunks:
        rest = chunk if held is None else joined([held, chunk])
        for place in _places(rest, early=not begun, divided=hasty):
            piece, rest = _divided(rest, place)
            yield piece
            begun = True
        held = rest if len(rest.samples) or rest.skipped else None
    if held is not None:
        yield held


def _places(chunk: AudioChunk, *, early: bool, divided: bool) -> list[int]:
    """How many samples the pieces take that can go, each up to a quiet frame: if `early` the
    first a short one but for what is no sound worth sending ahead; `divided` if none is to be
    long.
    """
    frame = round(_FRAME * chunk.rate)
    length = len(chunk.samples)
    padded = np.pad(chunk.samples, (0, -length % frame)).reshape(-1, frame)
    power = np.square(padded, dtype=np.float64).mean(axis=1)
    ends = (np.flatnonzero(power <= power.max(initial=0.0) * _QUIET) + 1) * frame
    quiet = [min(length, int(end)) for end in ends]
    if not quiet:
        return []
    least, most = (round(each * chunk.rate) for each in _EARLY)
    found = [0]
    if early:
        if quiet[-1] < least:
            return []
        found += [each for each in quiet if least <= each <= min(most, quiet[-1] - least)][:1]
    if divided:
        for each in quiet:
            if each - found[-1] >= _LONG * chunk.rate and quiet[-1] - each >= least:
                found.append(each)
    if quiet[-1] > found[-1]:
        found.append(quiet[-1])
    return [after - before for before, after in pairwise(found)]


def _divided(chunk: AudioChunk, place: int) -> tuple[AudioChunk, AudioChunk]:
    """The first `place` samples of `chunk`, and the rest."""
    seconds = place / chunk.rate
    ends = place >= len(chunk.samples)
    words = tuple(word for word in chunk.words if ends or word.begin < seconds)
    later = tuple(word.moved(seconds=-seconds) for word in chunk.words[len(words) :])
    return (
        replace(chunk, samples=chunk.samples[:place], words=words),
        replace(chunk, samples=chunk.samples[place:], words=later, skipped=""),
    )
