"""Audiobooks in MP4 whose table of sound does not grow in memory.

FFmpeg keeps 70 bytes for each of the 23 frames of a second of AAC until the end, which for a long
book is more than much of the rest of an export. So the frames are written to a file of their own,
and FFmpeg makes everything else: see :mod:`reader.export.products.mp4_outline`.
"""

from __future__ import annotations

import shutil
from array import array
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from reader import drafts
from reader.export.products.containers import (
    KINDS,
    MOST_NERO_CHAPTERS,
    NO_TAGS,
    Mark,
    add_sound,
    audio_frame,
    begin,
    mark,
    opened,
)
from reader.export.products.cover import Picture
from reader.export.products.mp4_outline import FRAME, with_sound
from reader.speech.engine import SPEECH_RATE, Samples

if TYPE_CHECKING:
    from av import AudioCodecContext, AudioFrame


class Mp4File:
    """An :class:`~reader.export.audio.AudioFile`: AAC in MP4, with chapters."""

    def __init__(
        self, path: Path, *, tags: Mapping[str, str] = NO_TAGS, picture: Picture | None = None
    ) -> None:
        """Begin the file anew."""
        self._path, self._tags, self._picture = path, tags, picture
        self._frames = 0
        self._marks: list[Mark] = []
        self._sizes = array("H")
        self._stack = ExitStack()
        try:
            self._scratch = self._beside("sound")
            self._sound = self._stack.enter_context(self._scratch.open("wb"))
            self._encoder = _encoder()
        except BaseException:
            self._stack.close()
            raise

    @property
    def frames(self) -> int:
        """Samples written so far."""
        return self._frames

    def begin_chapter(self, title: str) -> None:
        """Mark the beginning of a chapter here."""
        self._marks.append(Mark(frame=self._frames, title=title))

    def write(self, samples: Samples) -> None:
        """Encode more sound: float32 in [-1, 1]."""
        if len(samples):
            self._encode(audio_frame(samples, self._frames))
            self._frames += len(samples)

    def finish(self) -> None:
        """Make the file of the chapters and the sound."""
        with self._stack:
            self._encode(None)
            self._sound.close()
            outline = self._outline()
            with self._path.open("wb") as file:
                file.write(outline)
                with self._scratch.open("rb") as sound:
                    shutil.copyfileobj(sound, file, 1 << 20)

    def abandon(self) -> None:
        """Leave nothing but the file as it is; never raises."""
        with suppress(Exception):
            self._stack.close()

    def _beside(self, name: str) -> Path:
        path = self._path.with_name(f"{self._path.stem}-{name}.part")
        path.touch()
        self._stack.callback(path.unlink, missing_ok=True)
        self._stack.enter_context(drafts.held(path))
        return path

    def _encode(self, frame: AudioFrame | None) -> None:
        packets = self._encoder.encode(frame)
        self._sound.writelines(packets)
        self._sizes.extend(packet.size for packet in packets)

    def _outline(self) -> bytes:
        """All of the file that comes before the sound."""
        path = self._beside("outline")
        kind = KINDS["aac"]
        options = {} if len(self._marks) <= MOST_NERO_CHAPTERS else {"movflags": "disable_chpl"}
        with opened(path, kind, self._tags, self._picture, options) as container:
            stream = add_sound(container, kind, self._tags)
            begin(container, kind, self._picture)
            silence = np.zeros(4 * FRAME, np.float32)
            container.mux(stream.encode(audio_frame(silence, 0)))
            container.mux(stream.encode(None))
            mark(container, kind, self._marks, self._frames)
        return with_sound(path.read_bytes(), self._sizes, self._frames)


def _encoder() -> AudioCodecContext:
    from av import AudioCodecContext

    kind = KINDS["aac"]
    encoder = AudioCodecContext.create("aac", "w")
    encoder.sample_rate, encoder.layout, encoder.format = SPEECH_RATE, "mono", "fltp"
    encoder.time_base = Fraction(1, SPEECH_RATE)
    if kind.bit_rate is not None:
        encoder.bit_rate = kind.bit_rate
    encoder.options = dict(kind.options)
    return encoder
