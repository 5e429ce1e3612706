"""Scripts in files: exported, imported, and kept as drafts while they are written."""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import suppress
from pathlib import Path

from reader import paths
from reader.errors import MarkupError
from reader.messages import message

SUFFIX = ".ssml"

_LARGEST = 16_000_000
"""Bytes: more than the longest document that is read."""


def read_script(path: Path) -> str:
    """The document in the file, which must be UTF-8.

    Raises :class:`~reader.errors.MarkupError` if it cannot be read.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a pipe would have to be waited for
            raise MarkupError(str(path), message("This is not a file."), message("Check the name."))
        if status.st_size > _LARGEST:
            raise MarkupError(
                str(path),
                message(
                    "The file is larger than {megabytes} megabytes.",
                    megabytes=_LARGEST // 1_000_000,
                ),
                message("Choose the script of one chapter."),
            )
        content = path.read_bytes()
    except OSError as error:
        raise MarkupError(
            str(path),
            message("The file cannot be read ({strerror}).", strerror=error.strerror),
            message("Check its name and permissions."),
        ) from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise MarkupError(
            str(path),
            message("The text is not UTF-8 (byte {start}).", start=error.start),
            message("Save it as UTF-8 in the editor that it comes from."),
        ) from error
    return text.replace("\r\n", "\n")


def write_script(path: Path, document: str) -> None:
    """Write `document`; the file appears under its name when it is whole.

    Raises :class:`~reader.errors.MarkupError` if it cannot be written.
    """
    new = path.with_name(f"{path.name}.new")
    try:
        content = document.encode("utf-8")
    except UnicodeEncodeError as error:
        raise MarkupError(
            str(path),
            message("There is half of a character (a lone surrogate) in the script."),
            message("Delete the character there."),
        ) from error
    try:
        new.write_bytes(content)
        os.replace(new, path)
    except OSError as error:
        with suppress(OSError):
            new.unlink()
        raise MarkupError(
            str(path),
            message("The file cannot be written ({strerror}).", strerror=error.strerror),
            message("Free some space, or choose another folder."),
        ) from error


class Draft:
    """What is being written in a chapter's script and not kept yet; it outlives a crash.

    `book` is the book's identifier. A draft that cannot be written is no reason to stop writing.
    """

    def __init__(self, book: str, chapter: int, folder: Path | None = None) -> None:
        name = hashlib.sha256(book.encode("utf-8", "replace")).hexdigest()[:32]
        self._folder = folder or paths.data_folder() / "drafts"
        self._path = self._folder / f"{name}-{chapter + 1}{SUFFIX}"

    def text(self) -> str | None:
        """What was written last; None if nothing waits to be kept."""
        try:
            return read_script(self._path)
        except MarkupError:
            return None

    def keep(self, document: str) -> None:
        """Have `document` found again."""
        with suppress(OSError, MarkupError):
            self._folder.mkdir(parents=True, exist_ok=True)
            write_script(self._path, document)

    def discard(self) -> None:
        """Nothing waits to be kept any more."""
        with suppress(OSError):
            self._path.unlink()
