"""Unpacks chosen files of a zip or tar.gz archive, and never writes anywhere else."""

from __future__ import annotations

import gzip
import re
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, cast

from reader.background import CancelToken
from reader.errors import VoicePackError
from reader.messages import message

LARGEST = 2 << 30
"""Bytes that an archive may hold unpacked: several times the largest voice."""

_BLOCK = 1 << 20
_REPORT = message("Please report this, with the name of the voice pack.")

_DAMAGED = (
    zipfile.BadZipFile,
    tarfile.TarError,
    gzip.BadGzipFile,
    zlib.error,
    EOFError,
    RuntimeError,  # an encrypted file, an unknown compression
    ValueError,
)
_Opener = Callable[[], IO[bytes]]


def unpacked(
    archive: Path,
    members: Callable[[str], str | None],
    folder: Path,
    cancel: CancelToken,
    *,
    limit: int = LARGEST,
) -> list[Path]:
    """Write the chosen files of `archive` below `folder`; the files written.

    `members` is asked for each file of the archive, by its path there, where it goes: a path
    relative to `folder`, or None to leave it out. Raises
    :class:`~reader.errors.VoicePackError` if the archive is damaged, holds a link, a device
    or a path that leads out of it, or more than `limit` bytes; `OSError` if a file cannot
    be written; and :class:`~reader.errors.Cancelled`.
    """
    written: list[Path] = []
    left = limit
    try:
        files = _zip_files(archive) if zipfile.is_zipfile(archive) else _tar_files(archive, limit)
        for name, opener in files:
            cancel.check()
            wanted = members(name)
            if wanted is not None:
                target = folder / _inside(archive, wanted)
                with opener() as content:
                    left -= _copied(archive, content, target, left, cancel)
                written.append(target)
    except _DAMAGED as error:
        raise VoicePackError(archive.name, message("The archive is damaged."), _REPORT) from error
    return written


def _zip_files(archive: Path) -> Iterator[tuple[str, _Opener]]:
    """Every file of a zip archive: its path in it, and how it is opened."""
    with zipfile.ZipFile(archive) as opened:
        for member in opened.infolist():
            name = _inside(archive, member.orig_filename)
            kind = stat.S_IFMT(member.external_attr >> 16)
            if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
                raise _refused(archive, name)
            if not member.is_dir():
                yield name, partial(opened.open, member)


def _tar_files(archive: Path, limit: int) -> Iterator[tuple[str, _Opener]]:
    """Every file of a tar.gz archive; read from front to back, `limit` bytes at most."""
    with gzip.open(archive) as stream:
        limited = cast("IO[bytes]", _Limited(archive, stream, limit))
        with tarfile.open(fileobj=limited, mode="r|") as opened:
            for member in opened:
                name = _inside(archive, member.name)
                if not member.isfile() and not member.isdir():
                    raise _refused(archive, name)
                if member.isfile():
                    yield name, cast(_Opener, partial(opened.extractfile, member))
        while limited.read(_BLOCK):  # to the end, where the checksum is
            pass


class _Limited:
    """A stream that refuses to go on for ever, whatever a small archive swells to."""

    def __init__(self, archive: Path, stream: gzip.GzipFile, limit: int) -> None:
        self._archive, self._stream = archive, stream
        self._left = limit + tarfile.RECORDSIZE

    def read(self, size: int) -> bytes:
        content = self._stream.read(size)
        self._left -= len(content)
        if self._left < 0:
            raise _too_large(self._archive)
        return content


def _copied(
    archive: Path, content: IO[bytes], target: Path, limit: int, cancel: CancelToken
) -> int:
    """Write `content` to `target`; the number of bytes, `limit` at most."""
    target.parent.mkdir(parents=True, exist_ok=True)
    count = 0
    with target.open("wb") as file:
        while block := content.read(_BLOCK):
            cancel.check()
            count += len(block)
            if count > limit:
                raise _too_large(archive)
            file.write(block)
    return count


def _inside(archive: Path, name: str) -> str:
    """`name` without what means nothing; raises if it leads elsewhere on any system."""
    path = PurePosixPath(name)
    if (
        path.is_absolute()
        or ".." in path.parts
        or "\\" in name
        or "\0" in name
        or re.match("[A-Za-z]:", name)
    ):
        raise _refused(archive, name)
    return str(path)


def _refused(archive: Path, name: str) -> VoicePackError:
    return VoicePackError(
        archive.name,
        message("The archive holds {name!r}, which may lead out of its folder.", name=name),
        _REPORT,
    )


def _too_large(archive: Path) -> VoicePackError:
    return VoicePackError(
        archive.name, message("The archive holds more than any voice needs."), _REPORT
    )
