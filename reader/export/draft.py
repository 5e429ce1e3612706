"""A file appears under its name only when it is whole."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reader import drafts
from reader.errors import DiskFull, ExportError
from reader.messages import message

_NAME = ".tingshu-{}.part"
PATTERN = _NAME.format("*")
"""The names of drafts."""

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_REFUSED_NAMES = {errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, getattr(errno, "ESTALE", errno.ENODEV)}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def draft(target: Path) -> Iterator[Path]:
    """An empty file beside `target` to write to; it becomes `target` if the block ends well.

    If it does not, for whatever reason, the draft is deleted and an older file of the
    target's name stays as it was. An `OSError` inside becomes
    :class:`~reader.errors.DiskFull` or :class:`~reader.errors.ExportError`. Drafts that
    killed exports have left in the folder are cleared first.
    """
    target = target.resolve()
    check_file(target)
    drafts.clear(target.parent, PATTERN)
    path = target.with_name(_new_name())
    try:
        path.touch(exist_ok=False)
        with drafts.held(path):
            yield path
            _settle(path)
            os.replace(path, target)
        _settle(target.parent)
    except OSError as error:
        raise explained(error, target) from error
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)


@contextmanager
def draft_folder(parent: Path) -> Iterator[Path]:
    """A new folder in `parent` for what is being made; if it is still there in the end, it is
    deleted with all that is in it.

    If the export is killed, the next one there clears it. May raise `OSError`.
    """
    path = parent / _new_name()
    path.mkdir()
    try:
        with drafts.held(path):
            yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def _new_name() -> str:
    return _NAME.format(secrets.token_hex(6))


def explained(error: OSError, target: Path) -> ExportError:
    """What the system said about writing `target`, in words for the user."""
    if error.errno in _FULL:
        return DiskFull(
            str(target),
            message("The disk is full, so the export stopped."),
            message(
                "Free some space or choose another disk; nothing half-written was left behind."
            ),
        )
    if error.errno == errno.EFBIG:
        return ExportError(
            str(target),
            message("The disk does not take files this large."),
            message("Choose another disk, or export fewer chapters at once."),
        )
    if error.errno in _REFUSED_NAMES:
        return ExportError(
            str(target),
            message("The disk does not take this name."),
            message("Choose a shorter and simpler name."),
        )
    if error.errno in _GONE:
        return ExportError(
            str(target),
            message("The folder is not there any more."),
            message("See that the folder and its disk are there, or choose another place."),
        )
    if error.errno in _FORBIDDEN:
        return ExportError(
            str(target),
            message("Nothing may be written here."),
            message("Allow writing to the folder, or choose another place."),
        )
    return ExportError(
        str(target),
        message("The file cannot be written ({strerror}).", strerror=error.strerror or str(error)),
        message("Check the folder and its permissions, or choose another place."),
    )


def _settle(path: Path) -> None:
    """Have a file or a folder reach the disk, as far as the system knows how to."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:  # folders cannot be opened everywhere
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno in _FULL or error.errno == errno.EIO:
            raise
    finally:
        os.close(handle)


def check_file(target: Path) -> None:
    """Raise :class:`~reader.errors.ExportError` where no file can appear at `target`."""
    if target.exists() and not target.is_file():
        raise ExportError(
            str(target),
            message("This is not an ordinary file."),
            message("Choose a file name for the sound."),
        )
    if not target.parent.is_dir():
        raise ExportError(
            str(target.parent),
            message("There is no such folder."),
            message("Make it, or choose another place."),
        )
