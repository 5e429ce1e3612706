"""Looks through the open book on threads: for the next hit, and for all of them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.background import CancelToken, Task
from reader.books.model import Book
from reader.navigation.find import Hits, Query, find, find_all
from reader.navigation.place import Position
from reader.ui.tasks import Courier


@dataclass(frozen=True, kw_only=True)
class Found:
    """Where the query stands, if anywhere; `wrapped` if beyond an end of the book."""

    query: Query
    span: tuple[Position, Position] | None
    wrapped: bool


class Finder(QObject):
    """One search at a time, and one counting; what is counted once is known."""

    found = Signal(object)
    """A :class:`Found`."""
    counted = Signal(object)
    """The :class:`~reader.navigation.find.Hits` of what was to be counted."""
    progress = Signal(float)
    """How much of the book is looked through for all hits, from 0 to 1."""
    failed = Signal(object)
    """Why nothing can be found, or not all."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._courier = Courier(self)
        self._searching: Task[Found] | None = None
        self._counting: Task[Hits] | None = None
        self._counted: tuple[Book, Query] | None = None
        self._hits: Hits | None = None

    def look(self, book: Book, query: Query, start: Position, *, backwards: bool) -> None:
        """Find the next hit from `start` on, beginning anew at the end of the book."""
        self._stop_searching()
        if self._counted != (book, query):
            self.stop_counting()
        task = self._courier.run(
            partial(_look, book, query, start, backwards),
            name="find text",
            done=lambda found: self._found(task, found),
            failed=lambda error: self._failed(task, error),
        )
        self._searching = task

    def hits(self, book: Book, query: Query) -> Hits | None:
        """All hits in `book`, if they are known."""
        return self._hits if self._counted == (book, query) else None

    def count(self, book: Book, query: Query) -> None:
        """Look for all hits; nothing is done if that goes on already."""
        if self._counting is not None and self._counted == (book, query):
            return
        self.stop_counting()
        self._counted, self._hits = (book, query), None
        report = self._courier.wrap(lambda share: self._progressed(task, share))

        def work(token: CancelToken) -> Hits:
            return find_all(book, query, cancel=token, progress=report)

        task = self._courier.run(
            work,
            name="count hits",
            done=lambda hits: self._have_counted(task, hits),
            failed=lambda error: self._failed(task, error),
        )
        self._counting = task

    def stop_counting(self) -> None:
        """Leave off looking for all hits."""
        if self._counting is not None:
            self._counting.cancel()
            self._counting = self._counted = None

    def cancel(self) -> None:
        """Leave off whatever goes on; what is known stays known."""
        self._stop_searching()
        self.stop_counting()

    def forget(self) -> None:
        """Leave off, and let go of what is known: another book is open."""
        self.cancel()
        self._counted = self._hits = None

    def _stop_searching(self) -> None:
        if self._searching is not None:
            self._searching.cancel()
            self._searching = None

    def _found(self, task: Task[Found], found: Found) -> None:
        if task is self._searching:  # not left off meanwhile
            self._searching = None
            self.found.emit(found)

    def _have_counted(self, task: Task[Hits], hits: Hits) -> None:
        if task is self._counting:
            self._counting, self._hits = None, hits
            self.counted.emit(hits)

    def _progressed(self, task: Task[Hits], share: float) -> None:
        if task is self._counting:
            self.progress.emit(share)

    def _failed(self, task: Task[Found] | Task[Hits], error: BaseException) -> None:
        if task is self._searching:
            self._searching = None
        elif task is self._counting:
            self._counting = self._counted = None
        else:
            return
        self.failed.emit(error)


def number_of(hits: Hits, place: Position) -> int:
    """Which of `hits`, from 1, begins at `place` or is the last before it; 0 before the first."""
    return bisect_right(hits.hits, place, key=lambda hit: Position(hit.chapter, hit.start))


def _look(book: Book, query: Query, start: Position, backwards: bool, token: CancelToken) -> Found:
    span = find(book, query, start, backwards=backwards, cancel=token)
    if span is not None:
        return Found(query=query, span=span, wrapped=False)
    last = len(book.chapters) - 1
    end = Position(last, len(book.chapters[last].text))
    anew = find(
        book, query, end if backwards else Position(0, 0), backwards=backwards, cancel=token
    )
    return Found(query=query, span=anew, wrapped=True)
