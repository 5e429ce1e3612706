"""Plays sound that is no book: a sentence to try a voice with, a text from the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.background import CancelToken
from reader.playback.output import AudioOutput
from reader.playback.stretch import Stretcher
from reader.speech.engine import SPEECH_RATE, Samples
from reader.speech.signal import silence

_ROUND = 0.02
"""Seconds to wait before looking again whether the output has room."""

_RUN_OUT = 0.25
"""Seconds of silence at the end, because resampling holds the last samples back."""


def play(sound: Iterable[Samples], output: AudioOutput, cancel: CancelToken) -> None:
    """Play `sound` on `output` as it comes and wait until the last of it was heard."""
    output.start()
    play_out(sound, output, cancel)


def play_out(sound: Iterable[Samples], output: AudioOutput, cancel: CancelToken) -> None:
    """The same on an `output` that is open and on which nothing was played, or was cleared."""
    written = 0
    for samples in sound:
        _write(samples, output, cancel)
        written += len(samples)
    _write(silence(_RUN_OUT), output, cancel)
    while output.played < written:
        cancel.check()
        cancel.wait(_ROUND)


def stretched(sound: Iterable[Samples], rate: float) -> Iterator[Samples]:
    """`sound` at `rate` times its speed, with its pitch kept."""
    stretcher = Stretcher()
    stretcher.rate = rate
    for samples in sound:
        stretcher.feed(samples)
        yield from _taken(stretcher)
    stretcher.finish()
    yield from _taken(stretcher)


def _taken(stretcher: Stretcher) -> Iterator[Samples]:
    while len(block := stretcher.take(SPEECH_RATE)):
        yield block


def _write(samples: Samples, output: AudioOutput, cancel: CancelToken) -> None:
    while len(samples):
        cancel.check()
        samples = samples[output.write(samples) :]
        if len(samples):
            cancel.wait(_ROUND)
