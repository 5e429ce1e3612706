"""Takes positions, bookmarks and notes to another machine, in one file, and reads them in there.

The file is JSON that a person can read: what it is, its version, when it was written, and the
books, each as :mod:`reader.library.traveling_form` writes it. It holds neither the books' text
nor where their files lie.
"""

from __future__ import annotations

import json
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from reader.background import CancelToken
from reader.errors import LibraryError
from reader.library import traveling_form
from reader.library.arriving import Arrived
from reader.library.json_steps import Steps
from reader.library.json_values import Wrong
from reader.library.noted import NotedBook
from reader.library.written import drafted
from reader.messages import message

if TYPE_CHECKING:
    from reader.library.store import Library

FORMAT = "tingshu-notes"
VERSION = 1
LARGEST = 64 * 1024 * 1024
"""Bytes of the largest file that is read in."""

_BOOKS = "books"

Progress = Callable[[float], None]
"""Is told how much is done, from 0 to 1."""


@dataclass(frozen=True, kw_only=True)
class Departed:
    """How many books were written, with how many bookmarks and notes in all."""

    books: int
    notes: int


def export_notes(
    library: Library,
    path: Path,
    identifiers: Iterable[str] | None = None,
    *,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
) -> Departed:
    """Write what is noted of these books, or of all, into the file `path`.

    A file of this name stays whole until the new one is. Raises
    :class:`~reader.errors.LibraryError` if it cannot be written, or nothing is noted.
    """
    books = library.noted_books() if identifiers is None else list(dict.fromkeys(identifiers))
    if not any(True for _ in _noted(library, books)):
        raise LibraryError(
            str(path),
            message("There is nothing to write; no file is written or replaced."),
            message("Read on or set a bookmark first."),
        )
    try:
        with drafted(path) as file:
            departed = _write(file, library, books, progress, cancel)
    except OSError as error:
        raise _not_written(path, error) from error
    _look(None, progress, 1.0)
    return departed


def import_notes(
    library: Library,
    path: Path,
    *,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
) -> Arrived:
    """Take in what the file `path` has; nothing that is here is overwritten or doubled.

    All of it is taken, or nothing; a copy of the library is made before. Raises
    :class:`~reader.errors.LibraryError` for a file that is not ours, of a newer version, damaged
    or too large.
    """
    books, left_out = [], 0
    for document in _documents(path, progress, cancel):
        try:
            understood = traveling_form.understood(document)
        except Wrong:
            left_out += 1
            continue
        books.append(understood.book)
        left_out += understood.left_out
    if books:
        library.copy()
    _look(cancel, None, 1.0)
    return replace(library.take_in(books), left_out=left_out)


def _noted(library: Library, books: Iterable[str]) -> Iterator[NotedBook]:
    """One book after the other, so that nobody waits long for the library."""
    return (book for book in map(library.noted_book, books) if book is not None)


def _write(
    file: BinaryIO,
    library: Library,
    books: Sequence[str],
    progress: Progress | None,
    cancel: CancelToken | None,
) -> Departed:
    written, notes = 0, 0
    file.write(_head())
    for book in _noted(library, books):
        _look(cancel, progress, written / len(books))
        _write_book(file, book, first=written == 0)
        written, notes = written + 1, notes + len(book.bookmarks)
    file.write(b"\n]\n}\n")
    return Departed(books=written, notes=notes)


def _head() -> bytes:
    about = {"format": FORMAT, "version": VERSION, "written": datetime.now(UTC).isoformat()}
    lines = [f"{json.dumps(name)}: {json.dumps(value)},\n" for name, value in about.items()]
    return ("{\n" + "".join(lines) + f'"{_BOOKS}": [\n').encode()


def _write_book(file: BinaryIO, book: NotedBook, *, first: bool) -> None:
    """An entry a line, so that a person finds their way in it."""
    parts = []
    for name, value in traveling_form.written(book).items():
        said = json.dumps(value, ensure_ascii=False)
        if isinstance(value, list) and value and isinstance(value[0], dict):
            entries = (json.dumps(entry, ensure_ascii=False) for entry in value)
            said = "[\n  " + ",\n  ".join(entries) + "\n ]"
        parts.append(f" {json.dumps(name)}: {said}")
    written = "{\n" + ",\n".join(parts) + "\n}"
    file.write(("" if first else ",\n").encode() + written.encode())


def _documents(
    path: Path, progress: Progress | None, cancel: CancelToken | None
) -> Iterator[object]:
    """The books in the file, one after the other; behind the last, the file is checked."""
    about: dict[str, object] = {}
    try:
        steps = Steps(_content(path), in_parts=_BOOKS)
        for name, value in steps:
            _look(cancel, progress, steps.reached)
            if name == _BOOKS:
                yield value
            else:
                about[name] = value
    except (ValueError, RecursionError) as error:
        raise _not_ours(path) from error
    if about.get("format") != FORMAT:
        raise _not_ours(path)
    version = about.get("version")
    if not isinstance(version, int) or version < 1:
        raise _not_ours(path)
    if version > VERSION:
        raise LibraryError(
            str(path),
            message("The file was written by a newer version of Tingshu."),
            message("Use that version, or export the notes again with this one."),
        )


def _content(path: Path) -> str:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            # Opening a pipe would wait for whoever writes into it.
            raise LibraryError(
                str(path), message("This is not a file."), message("Check the name.")
            )
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise LibraryError(
            str(path),
            message("The file cannot be read ({said}).", said=error.strerror or str(error)),
            message("Check the name."),
        ) from error
    if len(content) > LARGEST:
        raise LibraryError(
            str(path),
            message("The file is larger than {size} MB.", size=LARGEST // (1024 * 1024)),
            message("Export fewer books at once."),
        )
    return content.decode("utf-8-sig")


def _not_ours(path: Path) -> LibraryError:
    return LibraryError(
        str(path),
        message("The file is damaged, or is no file with notes of Tingshu."),
        message("Export the notes again."),
    )


def _not_written(path: Path, error: OSError) -> LibraryError:
    return LibraryError(
        str(path),
        message("The file cannot be written ({said}).", said=error.strerror or str(error)),
        message("Check the folder and the free space."),
    )


def _look(cancel: CancelToken | None, progress: Progress | None, done: float) -> None:
    if cancel is not None:
        cancel.check()
    if progress is not None:
        progress(done)
