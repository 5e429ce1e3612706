"""What an importer is shown of a file before it decides to read it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from reader.background import CancelToken
from reader.books.limits import Limits
from reader.books.model import Book
from reader.errors import OversizedBook
from reader.messages import message

HEAD = 4096
Progress = Callable[[float], None]


@dataclass(frozen=True, kw_only=True)
class SourceInfo:
    """A file to be read: `head` is its first 4096 bytes, `size` its length in bytes."""

    path: Path
    name: str
    head: bytes
    size: int


class Importer(Protocol):
    """Reads one format."""

    def accepts(self, source: SourceInfo) -> bool:
        """Whether the content (not the file's ending) is of this importer's format."""

    def read(
        self, source: SourceInfo, limits: Limits, progress: Progress, cancel: CancelToken
    ) -> Book:
        """Read the whole book.

        `progress` is told the share done (0 to 1). Raises :class:`~reader.errors.BookError`
        or :class:`~reader.errors.Cancelled`.
        """


def identifier_of(path: Path, cancel: CancelToken) -> str:
    """The first 32 hexadecimal digits of the SHA-256 of the file's bytes."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1024 * 1024):
            cancel.check()
            digest.update(piece)
    return digest.hexdigest()[:32]


def read_within(source: SourceInfo, limit: int) -> bytes:
    """The file's bytes; raises OversizedBook where they are more than `limit`."""
    if source.size > limit:
        raise OversizedBook(
            source.name,
            message(
                "The file has {megabytes:,} MB, more than a book can have.",
                megabytes=source.size // (1024 * 1024),
            ),
            message("Split it into smaller files."),
        )
    with source.path.open("rb") as file:
        return file.read(limit)
