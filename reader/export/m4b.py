"""Audiobooks in one file: AAC in MP4 with chapter marks, tags and the cover."""

from __future__ import annotations

import io
import logging
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from reader.books.model import Book, Cover
from reader.speech.engine import SPEECH_RATE, Samples

if TYPE_CHECKING:
    from av import Packet, VideoStream
    from av.container import OutputContainer

_log = logging.getLogger(__name__)

BITS_PER_SECOND = 64_000
"""AAC at this rate is transparent for one speaking voice at 24 kHz."""

_COVER_CODECS = {"mjpeg", "png"}
"""The pictures that players show from an MP4 file."""


class M4bFile:
    """An audiobook that grows sentence by sentence; chapters are marked at the end.

    The brand ``M4B`` makes players remember the place; ``media_type`` 2 (the ``stik`` atom)
    files it under audiobooks.
    """

    def __init__(self, path: Path, book: Book) -> None:
        """Create the file with the tags and the cover of `book`."""
        import av

        self._frames = 0
        self._chapters: list[tuple[int, str]] = []
        self._container = av.open(
            str(path.absolute()),
            "w",
            format="mp4",
            options={"movflags": "+faststart", "brand": "M4B "},
        )
        self._container.metadata.update(_tags(book))
        self._audio = self._container.add_stream("aac", rate=SPEECH_RATE, layout="mono")
        self._audio.bit_rate = BITS_PER_SECOND
        cover = _add_cover(self._container, book.cover) if book.cover else None
        self._container.start_encoding()
        if cover is not None:
            self._container.mux(cover)

    @property
    def frames(self) -> int:
        """Samples written so far."""
        return self._frames

    def begin_chapter(self, title: str) -> None:
        """Mark the beginning of a chapter here."""
        self._chapters.append((self._frames, title))

    def write(self, samples: Samples) -> None:
        """Encode more sound: float32 in [-1, 1]."""
        if not len(samples):
            return
        from av import AudioFrame

        frame = AudioFrame.from_ndarray(samples.reshape(1, -1), format="fltp", layout="mono")
        frame.sample_rate = SPEECH_RATE
        frame.time_base = Fraction(1, SPEECH_RATE)
        frame.pts = self._frames
        self._frames += len(samples)
        self._container.mux(self._audio.encode(frame))

    def finish(self) -> None:
        """Flush the encoder, write the chapter marks and close the file."""
        self._container.mux(self._audio.encode(None))
        ends = [start for start, _ in self._chapters[1:]] + [self._frames]
        self._container.set_chapters(
            [
                {
                    "id": number,
                    "start": _milliseconds(start),
                    "end": _milliseconds(end),
                    "time_base": Fraction(1, 1000),
                    "metadata": {"title": title},
                }
                for number, ((start, title), end) in enumerate(
                    zip(self._chapters, ends, strict=True)
                )
            ]
        )
        self._container.close()

    def abandon(self) -> None:
        """Close the file as it is; never raises."""
        with suppress(Exception):
            self._container.close()


def _milliseconds(frames: int) -> int:
    return round(frames * 1000 / SPEECH_RATE)


def _tags(book: Book) -> dict[str, str]:
    tags = {
        "title": book.title,
        "album": book.title,
        "artist": ", ".join(book.authors),
        "album_artist": ", ".join(book.authors),
        "genre": "Audiobook",
        "date": book.date or "",
        "publisher": book.publisher or "",
        "media_type": "2",
    }
    return {name: value for name, value in tags.items() if value}


def _add_cover(container: OutputContainer, cover: Cover) -> Packet[VideoStream] | None:
    """Add a picture stream for `cover`; its one packet, or None if it is no usable picture."""
    import av
    from av.stream import Disposition

    try:
        with av.open(io.BytesIO(cover.content), "r") as picture:
            source = picture.streams.video[0]
            if source.codec_context.name not in _COVER_CODECS:
                raise ValueError(f"a {source.codec_context.name} picture")
            packet = next(packet for packet in picture.demux(source) if packet.size)
            stream = container.add_stream_from_template(source)
    except (av.error.FFmpegError, IndexError, StopIteration, ValueError) as error:
        _log.warning("The audiobook gets no cover, the picture cannot be used: %s", error)
        return None
    stream.disposition = Disposition.attached_pic
    packet.stream = stream
    packet.pts = packet.dts = 0
    return packet
