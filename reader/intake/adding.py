"""Books are put on the shelf, each file looked at once.

A file of known size and time is not read again, and one of known content is no second book. What
is known of a file is noted last of all, so that a book whose adding was broken off is taken up
from the beginning the next time.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

from reader.background import CancelToken
from reader.books.model import Book
from reader.books.registry import inspect_source, read_book
from reader.books.source import identifier_of
from reader.errors import BookError, Cancelled, TingshuError
from reader.intake.covers import Covers
from reader.intake.finding import find_files, is_folder
from reader.intake.outcome import Added, Fate, Outcome, Progress, Report, Take, Tally, part, teller
from reader.library.store import KnownFile, Library
from reader.messages import message

READING = 0.5
"""Which part of taking a book in is reading it, and not putting its text into the index."""

_log = logging.getLogger(__name__)


class KeepsText(Protocol):
    """The search index, as far as adding needs it."""

    def has(self, identifier: str) -> bool:
        """Whether the text of this book is in it."""

    def add(
        self,
        book: Book,
        *,
        cancel: CancelToken | None = None,
        progress: Callable[[float], None] | None = None,
    ) -> None:
        """Put the text of a book into it; `progress` is told the share done, 0 to 1."""


def add(
    paths: Iterable[Path],
    library: Library,
    *,
    index: KeepsText | None = None,
    progress: Callable[[Progress], object] = lambda _: None,
    cancel: CancelToken,
) -> Added:
    """Put the books of these files and folders on the shelf, in this process.

    See :func:`take_all`; the window does it in a process of its own, by
    :class:`~reader.intake.intake.Intake`.
    """
    return take_all(paths, library, Adder(library, index).add, progress=progress, cancel=cancel)


def take_all(
    paths: Iterable[Path],
    library: Library,
    take: Take,
    *,
    progress: Callable[[Progress], object],
    cancel: CancelToken,
) -> Added:
    """Have `take` take in every book of these files and folders; the folders are remembered.

    A file that cannot be read is counted with the reason and stops nothing. When the work is
    cancelled, what was counted until then is returned as not complete. Raises
    :class:`~reader.errors.LibraryError` where the library cannot be written.
    """
    paths, tally = list(paths), Tally()
    try:
        for folder in (path.absolute() for path in paths if is_folder(path)):
            library.add_folder(folder)
        found = find_files(
            paths,
            cancel,
            looking=lambda folder: progress(Progress(done=0, total=0, name=str(folder))),
        )
        for folder, reason in found.refused:
            tally.count(folder, Outcome(fate=Fate.FAILED, reason=reason))
        total = len(found.files)
        for done, path in enumerate(found.files):
            cancel.check()
            tell = teller(progress, done, total, path.name)
            tell(0.0)
            tally.count(path, take(path, tell, cancel))
        progress(Progress(done=total, total=total, name=""))
    except Cancelled:
        return tally.added(complete=False)
    return tally.added(complete=True)


class Adder:
    """Puts books on the shelf of `library`, and their texts into `index` if there is one."""

    def __init__(
        self, library: Library, index: KeepsText | None = None, covers: Covers | None = None
    ) -> None:
        self._library = library
        self._index = index
        self._covers = covers or Covers()
        self._shelf = {entry.identifier: entry.path for entry in library.books()}

    def add(self, path: Path, report: Report, cancel: CancelToken) -> Outcome:
        """Put the book in the file at `path` on the shelf, unless it is there.

        Raises :class:`~reader.errors.LibraryError` and :class:`~reader.errors.Cancelled`.
        """
        path = path.absolute()
        try:
            return self._take(path, report, cancel)
        except BookError as error:
            return Outcome(fate=Fate.FAILED, reason=told(error))
        except OSError as error:
            reason = message("The file cannot be read ({reason}).", reason=error.strerror)
            return Outcome(fate=Fate.FAILED, reason=reason)

    def _take(self, path: Path, report: Report, cancel: CancelToken) -> Outcome:
        inspect_source(path)  # has the words where there is no file to read
        status = path.stat()
        known = self._library.known_file(path)
        if known is not None and _is_unchanged(known, status):
            if known.book in self._shelf:
                return self._known(known.book, path)
            if self._library.known_book(known.book) is not None:
                return self._put_back(known.book, path)
        digest = identifier_of(path, cancel)
        book = self._of_content(digest)
        outcome = self._known(book, path) if book else self._read(path, report, cancel)
        self._library.remember_file(
            KnownFile(
                path=path,
                size=status.st_size,
                modified=status.st_mtime,
                digest=digest,
                book=outcome.book,
            )
        )
        return outcome

    def _of_content(self, digest: str) -> str:
        """The book on the shelf that has this content; empty if none has."""
        known = {file.book for file in self._library.files_of(digest)} | {digest}
        return min(known & self._shelf.keys(), default="")

    def _known(self, book: str, path: Path) -> Outcome:
        """A book that is on the shelf: from this file, from another, or from one that is gone."""
        shelved = self._shelf[book]
        if shelved == path:
            return Outcome(fate=Fate.KNOWN, book=book)
        if os.path.lexists(shelved):
            return Outcome(fate=Fate.DUPLICATE, book=book)
        self._library.move_book(book, path)
        self._shelf[book] = path
        return Outcome(fate=Fate.MOVED, book=book)

    def _put_back(self, book: str, path: Path) -> Outcome:
        """A book that was taken off the shelf is there again."""
        self._library.move_book(book, path)
        self._library.put_back_on_shelf(book)
        self._shelf[book] = path
        return Outcome(fate=Fate.NEW, book=book)

    def _read(self, path: Path, report: Report, cancel: CancelToken) -> Outcome:
        book = read_book(path, progress=part(report, 0.0, READING), cancel=cancel)
        if book.identifier in self._shelf:
            return self._known(book.identifier, path)
        self._library.add_book(book, path)
        self._shelf[book.identifier] = path
        self._covers.keep(book)
        if self._index is not None:
            self._put_into(self._index, book, part(report, READING, 1.0), cancel)
        return Outcome(fate=Fate.NEW, book=book.identifier)

    def _put_into(self, index: KeepsText, book: Book, report: Report, cancel: CancelToken) -> None:
        """A book whose text cannot be indexed is on the shelf all the same."""
        try:
            if not index.has(book.identifier):
                index.add(book, progress=report, cancel=cancel)
        except Cancelled:
            raise
        except TingshuError as error:
            _log.warning("%s", error)
            self._index = None


def told(error: TingshuError) -> str:
    """Why a file is not taken, and what to do, without its name."""
    if not error.remedy:
        return error.reason
    return message("{reason} {remedy}", reason=error.reason, remedy=error.remedy)


def _is_unchanged(known: KnownFile, status: os.stat_result) -> bool:
    return (known.size, known.modified) == (status.st_size, status.st_mtime)
