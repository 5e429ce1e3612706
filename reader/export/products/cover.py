"""The picture on the front, as players and file managers show it: JPEG or PNG of sensible size."""

from __future__ import annotations

import base64
import io
import logging
import struct
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from reader.books.model import Cover
from reader.messages import message

if TYPE_CHECKING:
    from av import Packet, VideoFrame, VideoStream
    from av.container import OutputContainer

_log = logging.getLogger(__name__)

Codec = Literal["mjpeg", "png"]

_MEDIA_TYPES: dict[Codec, str] = {"mjpeg": "image/jpeg", "png": "image/png"}
_ENDINGS: dict[Codec, str] = {"mjpeg": ".jpg", "png": ".png"}

_LARGEST = 3000
"""Pixels of the longer side up to which a picture is taken as it is; some players take no more."""

_HEAVIEST = 5_000_000
"""Bytes up to which it is taken as it is: it is in every file of a book."""

_SCALED = 2400
"""Pixels of the longer side that a larger picture is brought to: what shops ask for."""

_MOST_PIXELS = 200_000_000
"""A picture that says it has more is not even decoded: a small file could fill the memory."""

_FRONT = 3
"""The picture type that ID3 and FLAC have for a front cover."""


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A picture that every player can show; `content` is a file of `codec`."""

    content: bytes
    codec: Codec
    width: int
    height: int

    @property
    def media_type(self) -> str:
        """As in HTTP."""
        return _MEDIA_TYPES[self.codec]

    @property
    def ending(self) -> str:
        """What a file with the `content` is called at the end."""
        return _ENDINGS[self.codec]

    @property
    def flac_block(self) -> str:
        """The picture as a Vorbis comment ``METADATA_BLOCK_PICTURE`` carries it: RFC 9639,
        section 8.8, in base 64.
        """
        media_type = self.media_type.encode("ascii")
        block = struct.pack(">II", _FRONT, len(media_type)) + media_type
        block += struct.pack(">IIIII", 0, self.width, self.height, 24, 0)
        block += struct.pack(">I", len(self.content)) + self.content
        return base64.b64encode(block).decode("ascii")


@lru_cache(maxsize=1)  # it is decoded for this, and asked for more than once
def picture_of(cover: Cover | None) -> Picture | None:
    """`cover` as it goes into files; None where there is none or it is no picture we can read.

    What is neither JPEG nor PNG, or is too large, becomes a JPEG.
    """
    if cover is None:
        return None
    import av

    try:
        return _read(cover.content)
    except (av.error.FFmpegError, AttributeError, IndexError, StopIteration, ValueError) as error:
        _log.info("The cover cannot be used: %s", error)
        return None


def complaint(cover: Cover | None) -> str | None:
    """What to tell about a `cover` that cannot be used; None where all is well."""
    if cover is None or picture_of(cover) is not None:
        return None
    return message("The cover of the book is damaged or of an unknown kind, so it was left out.")


def add_picture(container: OutputContainer, picture: Picture) -> Packet[VideoStream]:
    """Add a stream for `picture` to a file that is being made; its one packet, to be muxed when
    the header is written.
    """
    import av
    from av.stream import Disposition

    with av.open(io.BytesIO(picture.content), "r") as source:
        packet = next(packet for packet in source.demux(video=0) if packet.size)
        stream = container.add_stream_from_template(source.streams.video[0])
    stream.disposition = Disposition.attached_pic
    stream.metadata["comment"] = "Cover (front)"
    packet.stream = stream
    packet.pts = packet.dts = 0
    return packet


def _read(content: bytes) -> Picture:
    import av

    with av.open(io.BytesIO(content), "r") as file:
        source = file.streams.video[0].codec_context
        if source.width * source.height > _MOST_PIXELS:
            raise ValueError(f"{source.width} times {source.height} pixels are too many")
        frame = next(file.decode(video=0))
        codec = source.name
    is_small = max(frame.width, frame.height) <= _LARGEST and len(content) <= _HEAVIEST
    if codec not in _MEDIA_TYPES or not is_small:
        return _as_jpeg(frame)
    return Picture(content=content, codec=codec, width=frame.width, height=frame.height)


def _as_jpeg(frame: VideoFrame) -> Picture:
    from av import VideoCodecContext

    scale = min(1.0, _SCALED / max(frame.width, frame.height))
    width, height = (max(1, round(side * scale)) for side in (frame.width, frame.height))
    scaled = frame.reformat(width=width, height=height, format="yuvj420p")
    scaled.pts = 0
    encoder = VideoCodecContext.create("mjpeg", "w")
    encoder.width, encoder.height, encoder.pix_fmt = width, height, "yuvj420p"
    encoder.time_base = Fraction(1)
    encoder.options = {"qmin": "2", "qmax": "3"}
    packets = [*encoder.encode(scaled), *encoder.encode(None)]
    content = b"".join(bytes(packet) for packet in packets)
    return Picture(content=content, codec="mjpeg", width=width, height=height)
