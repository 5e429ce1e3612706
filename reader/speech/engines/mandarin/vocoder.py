"""Draws the sound of a spectrogram window by window, so that the first sound comes early."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reader.background import CancelToken
from reader.speech.engine import Samples
from reader.speech.engines.mandarin.networks import HOP, Floats

CONTEXT = 20
"""Frames on either side of a piece that make it equal to the same piece of the whole."""

FIRST = 64
"""Frames of the first window: half a second of speech in some 20 ms of work."""


@dataclass(frozen=True)
class Window:
    """Frames `first` to `last` are drawn, of which `begin` to `end` are kept."""

    first: int
    last: int
    begin: int
    end: int


def pieces(
    samples: Callable[[Floats], Samples],
    mel: Floats,
    begin: int,
    finish: int,
    longest: int,
    cancel: CancelToken,
) -> Iterator[tuple[int, Samples]]:
    """Frames `begin` to `finish` of `mel`, each piece with the frame it starts at.

    `samples` is the vocoder, which is given at most `longest` frames at once, between two
    looks at `cancel`; together the pieces are what it gives for the whole.
    """
    for window in windows(len(mel), begin, finish, longest):
        cancel.check()
        drawn = samples(mel[window.first : window.last])
        yield (
            window.begin,
            drawn[(window.begin - window.first) * HOP : (window.end - window.first) * HOP],
        )


def windows(length: int, begin: int, finish: int, longest: int) -> Iterator[Window]:
    """How frames `begin` to `finish` of `length` are cut into windows of at most `longest`."""
    limit = FIRST
    while begin < finish:
        first = max(0, begin - CONTEXT)
        last = min(length, finish + CONTEXT)
        end = finish
        if last - first > limit:
            last = first + limit
            end = last - CONTEXT
        yield Window(first, last, begin, end)
        begin, limit = end, longest
