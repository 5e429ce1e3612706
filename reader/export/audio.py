"""Sound files, written as a stream: nothing is held but what was just said."""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from reader.export.draft import draft
from reader.speech.engine import SPEECH_RATE, Samples
from reader.speech.signal import to_int16


class AudioFile(Protocol):
    """A sound file that grows; mono at :data:`~reader.speech.engine.SPEECH_RATE`.

    Anything may raise `OSError`. After an error only :meth:`abandon` may be called.
    """

    @property
    def frames(self) -> int:
        """Samples written so far."""
        ...

    def begin_chapter(self, title: str) -> None:
        """What is written from here on belongs to the chapter of this title."""
        ...

    def write(self, samples: Samples) -> None:
        """Add sound: float32 in [-1, 1]."""
        ...

    def finish(self) -> None:
        """Make the file whole and close it."""
        ...

    def abandon(self) -> None:
        """Close the file as it is; never raises."""
        ...


@contextmanager
def sound_file(target: Path, create: Callable[[Path], AudioFile]) -> Iterator[AudioFile]:
    """A file to write sound to, which becomes `target` if the block ends well.

    `create` makes it at a path beside `target`. If the block does not end well, nothing is
    left behind. Raises :class:`~reader.errors.ExportError` where the disk refuses.
    """
    with draft(target) as path:
        file = create(path)
        try:
            yield file
            file.finish()
        except BaseException:
            file.abandon()
            raise


class WavFile:
    """16-bit PCM in a RIFF file.

    Sizes in a RIFF header have 32 bits. Past 4 GiB (24 hours of speech) the header turns
    into the RF64 of EBU Tech 3306, for which the standard reserves a ``JUNK`` chunk.
    """

    def __init__(self, path: Path) -> None:
        """Begin the file anew."""
        self._file = path.open("wb")
        self._file.write(_wav_header(0))
        self._frames = 0

    @property
    def frames(self) -> int:
        """Samples written so far."""
        return self._frames

    def begin_chapter(self, title: str) -> None:
        """WAV files carry no chapters; the sound just goes on."""

    def write(self, samples: Samples) -> None:
        """Add sound: float32 in [-1, 1]."""
        pcm = to_int16(samples).astype("<i2", copy=False)
        self._file.write(pcm.tobytes())
        self._frames += len(pcm)

    def finish(self) -> None:
        """Write the sizes into the header and close the file."""
        self._file.seek(0)
        self._file.write(_wav_header(self._frames))
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def abandon(self) -> None:
        """Close the file as it is; never raises."""
        # What is still buffered may not fit on the disk; the descriptor is closed anyway.
        with suppress(OSError):
            self._file.close()


def _wav_header(frames: int) -> bytes:
    """The 80 bytes before the samples: the form, room for RF64's sizes, format, data."""
    data_size = frames * 2
    riff_size = 80 - 8 + data_size
    if riff_size < 2**32:
        form = struct.pack("<4sI4s", b"RIFF", riff_size, b"WAVE")
        sizes = struct.pack("<4sI28x", b"JUNK", 28)
    else:
        form = struct.pack("<4sI4s", b"RF64", 0xFFFFFFFF, b"WAVE")
        sizes = struct.pack("<4sIQQQI", b"ds64", 28, riff_size, data_size, frames, 0)
    layout = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, SPEECH_RATE, SPEECH_RATE * 2, 2, 16)
    return form + sizes + layout + struct.pack("<4sI", b"data", min(data_size, 0xFFFFFFFF))
