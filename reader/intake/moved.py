"""A book whose file is no longer where it was is looked for where it may be now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path

from reader.background import CancelToken
from reader.books.source import identifier_of
from reader.intake.finding import Walk, is_folder
from reader.library.store import KnownFile, Library, ShelfEntry

MOST_FOLDERS = 5_000
MOST_FILES = 20_000
"""So many folders and books are looked at: a whole disk is not searched to its end."""


def note_file(library: Library, path: Path, identifier: str, cancel: CancelToken) -> None:
    """Note what the file at `path` is, which holds the book `identifier`.

    Then it is found again when it is moved, and not read again when its folder is added. Unless
    it was noted before, the whole file is read, which may take its time. One that is gone is
    passed over.
    """
    with suppress(OSError):
        status = path.stat()
        known = library.known_file(path)
        if known is not None and (known.size, known.modified, known.book) == (
            status.st_size,
            status.st_mtime,
            identifier,
        ):
            return
        library.remember_file(
            KnownFile(
                path=path.absolute(),
                size=status.st_size,
                modified=status.st_mtime,
                digest=identifier_of(path, cancel),
                book=identifier,
            )
        )


def find_moved(
    library: Library,
    entry: ShelfEntry,
    cancel: CancelToken,
    *,
    progress: Callable[[int], object] = lambda _: None,
) -> Path | None:
    """Where the file of a book is now, which the library then knows; None if it is not found.

    Looked at are the files in which the book was found before, its old folder, those beside it
    and the folders that were added, for a file of the same name or size; the content decides.
    `progress` is told how many files were looked at. Raises
    :class:`~reader.errors.LibraryError` and :class:`~reader.errors.Cancelled`.
    """
    known = library.files_of_book(entry.identifier)
    # The identifier is a hash of the content, too: it serves for a file that was never noted.
    digests = {file.digest for file in known} | {entry.identifier}
    sizes = {file.size for file in known}
    beaten_track = [file.path for file in known]
    likely = islice(_around(entry.path, library.folders(), cancel), MOST_FILES)
    for number, path in enumerate(chain(beaten_track, likely), 1):
        progress(number)
        with suppress(OSError):
            is_likely = path.name == entry.path.name or path.stat().st_size in sizes
            if is_likely and identifier_of(path, cancel) in digests:
                library.move_book(entry.identifier, path)
                note_file(library, path, entry.identifier, cancel)
                return path
    return None


def _around(lost: Path, folders: list[Path], cancel: CancelToken) -> Iterator[Path]:
    """The books near the lost one's old place, then those in `folders`."""
    walk = Walk(cancel, most=MOST_FOLDERS)
    if lost.is_absolute():
        remaining = next(folder for folder in lost.parents if is_folder(folder))
        for start in (remaining, remaining.parent):
            if start != Path(start.anchor):
                yield from walk.below(start)
    for folder in folders:
        yield from walk.below(folder)
