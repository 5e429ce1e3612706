"""The part of an MP4 file before its sound (ISO/IEC 14496-12, chapter 8).

FFmpeg makes a file with the tags, the cover, the chapters and a moment of silence. Here the tables
of the silence are replaced by those of the real sound, and all else is moved to where it will be.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from reader.speech.engine import SPEECH_RATE

FRAME = 1024
"""Samples in a frame of AAC."""

_PRIMING = 1024
"""Samples that the encoder puts before the first; the edit list leaves them out."""

_CHUNK = 24
"""Frames that are found together: about a second."""

_LARGEST = 1 << 32
"""Bytes of a file in which 32 bits find everything: 149 hours. Beyond, ``co64`` has 64."""

_PARENTS = {b"moov", b"trak", b"edts", b"mdia", b"minf", b"stbl"}

_Change = Callable[[bytes], bytes]

_SAME: Mapping[bytes, bytes] = {}


def with_sound(silent: bytes, sizes: Sequence[int], frames: int) -> bytes:
    """What comes before the sound in a file that is like `silent`, but has the frames of AAC with
    `sizes` (bytes) behind it, of which `frames` samples are heard.
    """
    return _Outline(silent, sizes, frames).whole()


class _Outline:
    """An MP4 file with silence that becomes the beginning of one with sound."""

    def __init__(self, content: bytes, sizes: Sequence[int], frames: int) -> None:
        self._boxes = {kind: (at, body) for kind, at, body in _boxes(content)}
        self._sizes, self._frames = sizes, frames
        self._milliseconds = -(-frames * 1000 // SPEECH_RATE)
        # The tables take less than 8 bytes a frame, so this is on the safe side.
        self._is_large = len(content) + sum(sizes) + 8 * len(sizes) > _LARGEST

    def whole(self) -> bytes:
        """Everything before the first frame of the sound, the header of its box included."""
        start = _box(b"ftyp", self._boxes[b"ftyp"][1])
        at, small = self._boxes[b"mdat"]
        length = 16 + len(small) + sum(self._sizes)
        header = struct.pack(">I4sQ", 1, b"mdat", length)
        # How long the tables are does not depend on the places that they tell.
        place = len(start) + len(self._moov(0, 0)) + len(header)
        return start + self._moov(place + len(small), place - at) + header + small

    def _moov(self, sound: int, shift: int) -> bytes:
        """The tables, with the sound at `sound` and all else moved by `shift`."""
        return _changed(b"moov", self._boxes[b"moov"][1], self._changes(sound, shift))

    def _changes(self, sound: int, shift: int) -> Mapping[bytes, _Change]:
        return {
            b"mvhd": lambda body: self._with_length(body, 16),
            b"trak": lambda body: self._track(body, sound, shift),
        }

    def _track(self, body: bytes, sound: int, shift: int) -> bytes:
        if b"soun" not in body[: body.index(b"minf")]:
            return _inside(body, {b"stco": lambda table: _moved(table, shift)})
        count = len(self._sizes)
        return _inside(
            body,
            {
                b"tkhd": lambda each: self._with_length(each, 20),
                b"elst": lambda _: struct.pack(">IIIIHH", 0, 1, self._milliseconds, _PRIMING, 1, 0),
                b"mdhd": lambda each: _media_header(each, self._frames + _PRIMING),
                b"stts": lambda _: self._durations(),
                b"stsc": lambda _: self._chunks(),
                b"stsz": lambda _: (
                    struct.pack(">III", 0, 0, count) + np.asarray(self._sizes, ">u4").tobytes()
                ),
                b"sbgp": lambda each: each[:8] + struct.pack(">III", 1, count, 1),
                b"stco": lambda _: self._offsets(sound),
            },
            {b"stco": b"co64"} if self._is_large else {},
        )

    def _with_length(self, body: bytes, at: int) -> bytes:
        return body[:at] + struct.pack(">I", self._milliseconds) + body[at + 4 :]

    def _chunks(self) -> bytes:
        full, rest = divmod(len(self._sizes), _CHUNK)
        entries = [(1, _CHUNK)] if full else []
        if rest:
            entries.append((full + 1, rest))
        table = b"".join(struct.pack(">III", first, size, 1) for first, size in entries)
        return struct.pack(">II", 0, len(entries)) + table

    def _durations(self) -> bytes:
        """All frames are as long, but the last ends with the sound."""
        count = len(self._sizes)
        last = min(FRAME, self._frames + _PRIMING - (count - 1) * FRAME)
        entries = [(count - 1, FRAME)] if count > 1 else []
        if count:
            entries.append((1, last))
        table = b"".join(struct.pack(">II", *entry) for entry in entries)
        return struct.pack(">II", 0, len(entries)) + table

    def _offsets(self, sound: int) -> bytes:
        sizes = np.asarray(self._sizes, np.int64)
        starts = sound + np.cumsum(sizes)[::_CHUNK] - sizes[::_CHUNK]
        return (
            struct.pack(">II", 0, len(starts))
            + starts.astype(">u8" if self._is_large else ">u4").tobytes()
        )


def _boxes(content: bytes) -> Iterator[tuple[bytes, int, bytes]]:
    """The boxes in `content`: what they are called, where their body begins, and the body."""
    at = 0
    while at < len(content):
        size, kind = struct.unpack_from(">I4s", content, at)
        head = 8
        if size == 1:
            head, size = 16, struct.unpack_from(">Q", content, at + 8)[0]
        yield kind, at + head, content[at + head : at + size]
        at += size


def _box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(body), kind) + body


def _inside(
    body: bytes, changes: Mapping[bytes, _Change], names: Mapping[bytes, bytes] = _SAME
) -> bytes:
    """The boxes of `body`, those that are called so changed, and called as `names` has it."""
    return b"".join(_changed(kind, inner, changes, names) for kind, _, inner in _boxes(body))


def _changed(
    kind: bytes, body: bytes, changes: Mapping[bytes, _Change], names: Mapping[bytes, bytes] = _SAME
) -> bytes:
    name = names.get(kind, kind)
    if kind in changes:
        return _box(name, changes[kind](body))
    return _box(name, _inside(body, changes, names) if kind in _PARENTS else body)


def _moved(table: bytes, shift: int) -> bytes:
    """A table of places, all of them moved."""
    places = np.frombuffer(table, ">u4", offset=8).astype(np.int64) + shift
    return table[:8] + places.astype(">u4").tobytes()


def _media_header(body: bytes, length: int) -> bytes:
    """The media header with another length, in samples; with 64 bits where it has to be."""
    created, changed, rate, _, language, quality = struct.unpack(">IIIIHH", body[4:])
    if length < 1 << 32:
        return body[:4] + struct.pack(">IIIIHH", created, changed, rate, length, language, quality)
    wide = struct.pack(">QQIQHH", created, changed, rate, length, language, quality)
    return struct.pack(">I", 1 << 24) + wide
