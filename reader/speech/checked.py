"""How speech is kept in a file: a checksum and a line of JSON, then numbers and samples."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reader.speech.engine import TimedWord

_CHECKSUM = 8
"""Hexadecimal digits of the CRC-32 over all that follows but the end of the line."""


def packed(about: Mapping[str, Any], body: bytes) -> bytes:
    """The content of a file that tells `about` the `body`."""
    head = json.dumps(about).encode()
    return b"%08x %s\n%s" % (_checksum(head, body), head, body)


def unpacked(content: bytes) -> tuple[dict[str, Any], memoryview]:
    """What was packed, the body without a copy; raises `ValueError` if the file is damaged."""
    end = content.find(b"\n")
    if end < 0:
        raise ValueError("cut off")
    head, body = content[_CHECKSUM + 1 : end], memoryview(content)[end + 1 :]
    if _checksum(head, body) != int(content[:_CHECKSUM], 16):
        raise ValueError("checksum")
    about: dict[str, Any] = json.loads(head)
    return about, body


def kept_words(words: Iterable[TimedWord]) -> list[tuple[float, float, int, int]]:
    """`words` as JSON keeps them."""
    return [(word.begin, word.finish, word.start, word.end) for word in words]


def words_of(kept: Iterable[Sequence[Any]]) -> tuple[TimedWord, ...]:
    """The words that :func:`kept_words` has kept."""
    return tuple(
        TimedWord(begin=begin, finish=finish, start=start, end=end)
        for begin, finish, start, end in kept
    )


def _checksum(head: bytes, body: bytes | memoryview) -> int:
    return zlib.crc32(body, zlib.crc32(head))
