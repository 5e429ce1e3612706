"""The sound of a talking book: MP3 in which every player finds a moment in the same place."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from reader.export.products.containers import KINDS
from reader.speech.engine import SPEECH_RATE, Samples

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container import OutputContainer

BITS_PER_SECOND = 64_000
"""Constant, since players find a moment by counting bytes: DAISY 2.02 advises against a rate that
varies. 24 kHz is one of the three rates of MPEG-2 layer III, which every decoder of it knows."""

DELAY = 1105
"""Samples by which what is decoded comes later: 576 of the encoder, 529 of every decoder."""

_PLAIN = {"write_xing": "0", "id3v2_version": "0", "write_id3v1": "0"}
"""Nothing but sound. Tags would shift what is found by counting, and the length of the delay that
an Xing header tells is left out by some players only: without it, all are late alike."""

_FAST = {"compression_level": "7"}
_BLOCK = SPEECH_RATE


def milliseconds(frame: int) -> int:
    """When the sample number `frame` of a section is heard, rounded down."""
    return (frame + DELAY) * 1000 // SPEECH_RATE


def whole_seconds(frames: int) -> int:
    """How long a section of so many samples lasts once silence has filled it up."""
    return -(-(frames + DELAY) // SPEECH_RATE)


def write_sound(path: Path, blocks: Iterable[Samples], seconds: int) -> None:
    """Encode `blocks` and, if they end before, silence until `seconds` have gone by."""
    import av
    import numpy as np

    louder = np.float32(KINDS["mp3"].louder)
    with path.open("wb") as file:
        container = av.open(file, "w", format="mp3", options=_PLAIN)
        try:
            stream = container.add_stream(
                "libmp3lame", rate=SPEECH_RATE, layout="mono", options=_FAST
            )
            stream.bit_rate = BITS_PER_SECOND
            frames = 0
            for block in blocks:
                _encode(container, stream, block * louder, frames)
                frames += len(block)
            while frames < (missing := seconds * SPEECH_RATE - DELAY):
                silence = np.zeros(min(_BLOCK, missing - frames), np.float32)
                _encode(container, stream, silence, frames)
                frames += len(silence)
            container.mux(stream.encode(None))
        except BaseException:
            with suppress(Exception):
                container.close()
            raise
        container.close()


def _encode(container: OutputContainer, stream: AudioStream, samples: Samples, frames: int) -> None:
    if not len(samples):
        return
    from av import AudioFrame

    frame = AudioFrame.from_ndarray(samples.reshape(1, -1), format="fltp", layout="mono")
    frame.sample_rate = SPEECH_RATE
    frame.time_base = Fraction(1, SPEECH_RATE)
    frame.pts = frames
    container.mux(stream.encode(frame))
