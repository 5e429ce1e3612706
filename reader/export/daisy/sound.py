"""The sound of a talking book: MP3 in which every player finds a moment in the same place."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from reader.export.products.containers import KINDS, add_sound, audio_frame
from reader.speech.engine import SPEECH_RATE, Samples

_KIND = KINDS["mp3"]
"""Its rate is constant, since players find a moment by counting bytes: DAISY 2.02 advises against
one that varies. 24 kHz is one of the three rates of MPEG-2 layer III, which every decoder of it
knows."""

DELAY = 1105
"""Samples by which what is decoded comes later: 576 of the encoder, 529 of every decoder."""

_PLAIN = {"write_xing": "0", "id3v2_version": "0", "write_id3v1": "0"}
"""Nothing but sound. Tags would shift what is found by counting, and the length of the delay that
an Xing header tells is left out by some players only: without it, all are late alike."""

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

    louder = np.float32(_KIND.louder)
    with path.open("wb") as file:
        container = av.open(file, "w", format="mp3", options=_PLAIN)
        try:
            stream = add_sound(container, _KIND)
            frames = 0
            for block in blocks:
                if len(block):
                    container.mux(stream.encode(audio_frame(block * louder, frames)))
                    frames += len(block)
            while frames < (missing := seconds * SPEECH_RATE - DELAY):
                silence = np.zeros(min(_BLOCK, missing - frames), np.float32)
                container.mux(stream.encode(audio_frame(silence, frames)))
                frames += len(silence)
            container.mux(stream.encode(None))
        except BaseException:
            with suppress(Exception):
                container.close()
            raise
        container.close()
