"""The zip a book is packed in, opened with care.

Members are read one at a time and in pieces, never past the limits; names are matched
leniently, since real packages mix percent-encoding, letter case and Unicode forms.
"""

from __future__ import annotations

import errno
import posixpath
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from urllib.parse import unquote

from reader.books.limits import Limits
from reader.errors import DamagedBook, OversizedBook, ProtectedBook
from reader.messages import message

_PIECE = 256 * 1024
_ENCRYPTED_FLAG = 0x1
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    UnicodeDecodeError,
    struct.error,
    ValueError,
)
_GET_A_NEW_COPY = message("Download or copy it again, then open the new copy.")


class Container:
    """An open zip file; use it as a context manager.

    Raises :class:`~reader.errors.DamagedBook` when the file is no whole zip and
    :class:`~reader.errors.OversizedBook` when its directory announces more than `limits`.
    """

    def __init__(self, path: Path, name: str, limits: Limits) -> None:
        self.name = name
        self._limits = limits
        self._text_left = limits.text
        try:
            self._zip = zipfile.ZipFile(path)
        except (*_BROKEN, OSError) as broken:
            _raise_if_disk_fails(broken)
            raise DamagedBook(
                name,
                message("The file is incomplete or damaged: a part of it is missing."),
                _GET_A_NEW_COPY,
            ) from broken
        try:
            self._members = {info.filename: info for info in self._zip.infolist()}
            self._check_sizes()
        except OversizedBook:
            self._zip.close()
            raise
        self._loose = _loose_names(self._members)

    def __enter__(self) -> Container:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()

    @property
    def names(self) -> tuple[str, ...]:
        """Every member's name, in the order of the zip directory."""
        return tuple(self._members)

    def find(self, name: str) -> str | None:
        """The member meant by `name`: as written, percent-decoded, or in another case."""
        for form in (name, posixpath.normpath(name).lstrip("/")):
            if form in self._members:
                return form
        return self._loose.get(_loose(name))

    def size(self, member: str) -> int:
        """The unpacked size of `member` in bytes, as the directory tells."""
        return self._members[member].file_size

    def read(self, member: str, limit: int | None = None) -> bytes:
        """The bytes of `member`, at most `limit` (by default what a text document may have).

        Raises DamagedBook, OversizedBook, or ProtectedBook for a zip with a password.
        """
        limit = min(limit or self._limits.member, self._text_left)
        info = self._members[member]
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise ProtectedBook(
                self.name,
                message("The file is locked with a password."),
                message("Unlock it with the program that made it, then open the unlocked copy."),
            )
        pieces: list[bytes] = []
        length = 0
        try:
            with self._zip.open(info) as stream:
                while piece := stream.read(_PIECE):
                    length += len(piece)
                    if length > limit:
                        raise self._oversized(
                            message("“{member}” is larger than any real chapter", member=member)
                        )
                    pieces.append(piece)
        except (*_BROKEN, OSError) as broken:
            _raise_if_disk_fails(broken)
            raise DamagedBook(
                self.name,
                message("“{member}” inside it is damaged.", member=member),
                _GET_A_NEW_COPY,
            ) from broken
        self._text_left -= length
        return b"".join(pieces)

    def peek(self, member: str, length: int) -> bytes:
        """The first `length` bytes of `member`, or nothing where they cannot be read."""
        try:
            with self._zip.open(self._members[member]) as stream:
                return stream.read(length)
        except (*_BROKEN, OSError, RuntimeError):
            return b""

    def _check_sizes(self) -> None:
        limits = self._limits
        if len(self._members) > limits.members:
            raise self._oversized(
                message("it holds more than {members:,} files", members=limits.members)
            )
        for info in self._members.values():
            packed = max(info.compress_size, 1)
            if info.file_size > limits.ratio_from and info.file_size / packed > limits.ratio:
                raise self._oversized(
                    message(
                        "“{filename}” would unpack to a trap of blank data", filename=info.filename
                    )
                )
        if sum(info.file_size for info in self._members.values()) > limits.package:
            raise self._oversized(message("it unpacks to more than a book can hold"))

    def _oversized(self, reason: str) -> OversizedBook:
        return OversizedBook(
            self.name,
            message("The file is not safe to open: {reason}.", reason=reason),
            message("Get the book from a source you trust."),
        )


def _raise_if_disk_fails(error: Exception) -> None:
    """Raise what is no fault of the zip; EINVAL is: it points to before its own beginning."""
    if isinstance(error, OSError) and error.errno != errno.EINVAL:
        raise error


def _loose(name: str) -> str:
    plain = posixpath.normpath(unquote(name)).lstrip("/")
    return unicodedata.normalize("NFC", plain).casefold()


def _loose_names(names: Iterable[str]) -> dict[str, str]:
    loose: dict[str, str] = {}
    for name in names:
        loose.setdefault(_loose(name), name)
    return loose
