"""The pictures on the books, kept for the shelf as they were found.

They lie in the cache: whoever deletes them loses nothing but the pictures.
"""

from __future__ import annotations

import hashlib
import logging
import os
from pathlib import Path

from reader import paths
from reader.books.model import Book

MIB = 1024 * 1024
LARGEST = 2 * MIB
"""Bytes of the largest cover that is kept."""

ROOM = 512 * MIB
"""Bytes of all covers together; the oldest go first."""

_log = logging.getLogger(__name__)


def cover_file(identifier: str) -> Path | None:
    """The picture on the book of this identifier; None where there is none."""
    path = _path(_folder(), identifier)
    return path if path.is_file() else None


def keep_cover(book: Book) -> None:
    """Keep the cover of one book; see :meth:`Covers.keep`."""
    Covers().keep(book)


class Covers:
    """Keeps covers, and knows how much room they take."""

    def __init__(self, folder: Path | None = None, *, room: int = ROOM) -> None:
        self._folder = folder or _folder()
        self._room = room
        self._taken: int | None = None

    def keep(self, book: Book) -> None:
        """Keep the cover of `book`, if it has one of a sensible size.

        Where it cannot be written, the book goes without.
        """
        if book.cover is None or not 0 < len(book.cover.content) <= LARGEST:
            return
        try:
            self._write(_path(self._folder, book.identifier), book.cover.content)
        except OSError as error:
            _log.debug("the cover of %s is not kept: %s", book.identifier, error)

    def _write(self, path: Path, content: bytes) -> None:
        if path.exists():
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        if self._taken is None:
            self._taken = sum(size for _, size, _ in self._kept())
        if self._taken + len(content) > self._room:
            self._make_room(len(content))
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_bytes(content)
        draft.replace(path)
        self._taken += len(content)

    def _make_room(self, wanted: int) -> None:
        """Delete the oldest, down to nine tenths, so that not every cover deletes one."""
        kept = sorted(self._kept())
        self._taken = sum(size for _, size, _ in kept)
        for _, size, path in kept:
            if self._taken + wanted <= self._room * 0.9:
                return
            Path(path).unlink(missing_ok=True)
            self._taken -= size

    def _kept(self) -> list[tuple[float, int, str]]:
        """When each cover was written, its size and its path."""
        with os.scandir(self._folder) as entries:
            found = [(entry.stat(), entry.path) for entry in entries if entry.is_file()]
        return [(status.st_mtime, status.st_size, path) for status, path in found]


def _folder() -> Path:
    return paths.cache_folder() / "covers"


def _path(folder: Path, identifier: str) -> Path:
    """Where the cover lies; an identifier might be no name for a file."""
    return folder / hashlib.sha256(identifier.encode()).hexdigest()[:32]
