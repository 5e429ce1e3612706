"""Compressed sound files, written as a stream."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from reader import drafts
from reader.export.audio import AudioFile
from reader.export.products.containers import (
    KINDS,
    NO_TAGS,
    Codec,
    Mark,
    add_sound,
    audio_frame,
    begin,
    mark,
    opened,
    timed,
)
from reader.export.products.cover import Picture
from reader.export.products.mp4 import Mp4File
from reader.speech.engine import Samples
from reader.speech.signal import to_int16

if TYPE_CHECKING:
    from av import AudioFrame

__all__ = ["Codec", "EncodedFile", "MarkedFile", "open_sound"]


def open_sound(
    path: Path,
    codec: Codec,
    *,
    tags: Mapping[str, str] = NO_TAGS,
    picture: Picture | None = None,
    chapters: bool = False,
) -> AudioFile:
    """A new file at `path`, with chapters if it is to have some.

    `tags` have the names of :mod:`reader.export.products.tags`.
    """
    if codec == "aac":
        return Mp4File(path, tags=tags, picture=picture)
    if chapters:
        return MarkedFile(path, codec, tags=tags, picture=picture)
    return EncodedFile(path, codec, tags=tags, picture=picture)


class EncodedFile:
    """A compressed :class:`~reader.export.audio.AudioFile`.

    Samples are counted as they will be decoded: what encoders put before the first is declared,
    and players leave it out. Chapters come before the sound, so here are none: see
    :class:`MarkedFile`.
    """

    def __init__(
        self,
        path: Path,
        codec: Codec,
        *,
        tags: Mapping[str, str] = NO_TAGS,
        picture: Picture | None = None,
    ) -> None:
        """Begin the file anew."""
        self._kind = KINDS[codec]
        self._frames = 0
        self._container = opened(path, self._kind, tags, picture)
        try:
            self._stream = add_sound(self._container, self._kind, tags)
            begin(self._container, self._kind, picture)
        except BaseException:
            self.abandon()
            raise

    @property
    def frames(self) -> int:
        """Samples written so far."""
        return self._frames

    def begin_chapter(self, title: str) -> None:
        """Nothing is marked; the sound just goes on."""

    def write(self, samples: Samples) -> None:
        """Encode more sound: float32 in [-1, 1]."""
        if len(samples):
            self._container.mux(self._stream.encode(self._frame(samples)))
            self._frames += len(samples)

    def finish(self) -> None:
        """Flush the encoder and close the file."""
        self._container.mux(self._stream.encode(None))
        self._container.close()

    def abandon(self) -> None:
        """Close the file as it is; never raises."""
        with suppress(Exception):
            self._container.close()

    def _frame(self, samples: Samples) -> AudioFrame:
        if self._kind.bit_rate is not None:
            louder = np.multiply(samples, self._kind.louder, dtype=np.float32)
            return audio_frame(louder, self._frames)
        from av import AudioFrame

        whole = to_int16(samples).reshape(1, -1)
        return timed(AudioFrame.from_ndarray(whole, format="s16", layout="mono"), self._frames)


class MarkedFile:
    """A compressed sound file with chapters where these come before the sound.

    The sound is written beside the file and moved into it, behind the chapters, when all of them
    are known; that is a thousand times as quick as encoding.
    """

    def __init__(
        self,
        path: Path,
        codec: Codec,
        *,
        tags: Mapping[str, str] = NO_TAGS,
        picture: Picture | None = None,
    ) -> None:
        """Begin the file anew."""
        self._path, self._codec, self._tags, self._picture = path, codec, tags, picture
        self._marks: list[Mark] = []
        self._scratch = path.with_name(f"{path.stem}-sound.part")
        self._stack = ExitStack()
        self._stack.callback(self._scratch.unlink, missing_ok=True)
        try:
            self._scratch.touch()
            self._stack.enter_context(drafts.held(self._scratch))
            self._sound = EncodedFile(self._scratch, codec)
        except BaseException:
            self._stack.close()
            raise

    @property
    def frames(self) -> int:
        """Samples written so far."""
        return self._sound.frames

    def begin_chapter(self, title: str) -> None:
        """Mark the beginning of a chapter here."""
        self._marks.append(Mark(frame=self.frames, title=title))

    def write(self, samples: Samples) -> None:
        """Encode more sound: float32 in [-1, 1]."""
        self._sound.write(samples)

    def finish(self) -> None:
        """Make the file of the chapters and the sound."""
        self._sound.finish()
        with self._stack:
            self._move()

    def abandon(self) -> None:
        """Leave nothing but the file as it is; never raises."""
        self._sound.abandon()
        with suppress(OSError):
            self._stack.close()

    def _move(self) -> None:
        import av

        kind = KINDS[self._codec]
        with (
            av.open(str(self._scratch)) as sound,
            opened(self._path, kind, self._tags, self._picture) as container,
        ):
            source = sound.streams.audio[0]
            stream = container.add_stream_from_template(source)
            if "language" in self._tags:
                stream.metadata["language"] = self._tags["language"]
            mark(container, kind, self._marks, self.frames)
            begin(container, kind, self._picture)
            for packet in sound.demux(source):
                if packet.size:
                    packet.stream = stream
                    container.mux(packet)
