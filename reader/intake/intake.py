"""Books are put on the shelf and into the search index, in a process of their own.

So the window stays as quick as ever, and a book that ends the process that reads it ends no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from reader.background import CancelToken
from reader.errors import Cancelled
from reader.intake.adding import take_all
from reader.intake.finding import is_file
from reader.intake.outcome import Added, Fate, Outcome, Progress, Report, teller
from reader.intake.process import Worker
from reader.intake.requests import Add, Drop, Prepare, Request, Tidy
from reader.intake.turns import turn
from reader.library.store import Library
from reader.messages import message

MANY = 50
"""From so many new books on the index is put in order: it makes searches twice as quick."""

_Tell = Callable[[Progress], object]


@dataclass(frozen=True, kw_only=True)
class Indexed:
    """What came of indexing: how many `books` were put in, and why some could not be.

    `failed` holds their titles and the reasons; `complete` is False where it was stopped.
    """

    books: int = 0
    failed: tuple[tuple[str, str], ...] = ()
    complete: bool = True


class Intake:
    """Takes books in; every method takes its time and belongs on a thread of its own.

    The books are read in another process. One at a time among all windows and commands does so.
    """

    def __init__(self, library: Library, *, index: bool = True) -> None:
        """With `index` the texts of new books are put into the search index at once."""
        self._library = library
        self._index = index

    def run(
        self,
        paths: Iterable[Path],
        *,
        progress: _Tell = lambda _: None,
        waiting: Callable[[], object] = lambda: None,
        cancel: CancelToken,
    ) -> Added:
        """Put the books of these files and folders on the shelf.

        A file that cannot be read is counted with the reason and stops nothing. `progress` is
        told on this thread, and `waiting` that another window or command has to end first. When
        cancelled, what came of it until then is returned, as not complete. Raises
        :class:`~reader.errors.TingshuError` where nothing can be put on the shelf.
        """
        try:
            with turn(cancel, waiting=waiting), closing(self._worker()) as worker:

                def take(path: Path, report: Report, cancel: CancelToken) -> Outcome:
                    return worker.ask(Add(path=path), report, cancel)

                added = take_all(paths, self._library, take, progress=progress, cancel=cancel)
                if self._index:
                    _tidy(worker, added.new, cancel)
                return added
        except Cancelled:  # while it waited
            return Added(complete=False)

    def index_missing(self, *, progress: _Tell = lambda _: None, cancel: CancelToken) -> Indexed:
        """Have the search index hold the books of the shelf and no others.

        Those opened last come first. Books are put in one at a time, and each stays in, so this
        may be stopped at any time and begun again. Between two books others get their turn.
        Raises :class:`~reader.errors.TingshuError` where the index cannot be written.
        """
        from reader.search.index import Index

        with closing(Index()) as index:
            indexed = set(index.identifiers())
        shelf = self._library.books()
        gone = indexed - {entry.identifier for entry in shelf}
        missing = [entry for entry in shelf if entry.identifier not in indexed]
        work: list[tuple[str, Request]] = [("", Drop(identifier=book)) for book in sorted(gone)]
        lost: list[tuple[str, str]] = []
        for entry in missing:
            if is_file(entry.path):
                request = Prepare(identifier=entry.identifier, path=entry.path)
                work.append((entry.title, request))
            else:  # found out here, so that no process is started for nothing else
                lost.append((entry.title, message("Its file is no longer there.")))
        return self._carry_out(work, lost, progress, cancel)

    def _carry_out(
        self,
        work: list[tuple[str, Request]],
        failed: list[tuple[str, str]],
        progress: _Tell,
        cancel: CancelToken,
    ) -> Indexed:
        books, complete = 0, True
        try:
            with closing(self._worker()) as worker:
                for done, (title, request) in enumerate(work):
                    tell = teller(progress, done, len(work), title)
                    with turn(cancel):
                        cancel.check()
                        tell(0.0)
                        outcome = worker.ask(request, tell, cancel)
                    books += outcome.fate is Fate.NEW
                    if outcome.fate is Fate.FAILED:
                        failed.append((title, outcome.reason))
                _tidy(worker, books, cancel)
        except Cancelled:
            complete = False
        return Indexed(books=books, failed=tuple(failed), complete=complete)

    def _worker(self) -> Worker:
        return Worker(self._library.path, index=self._index)


def _tidy(worker: Worker, books: int, cancel: CancelToken) -> None:
    """Put the index in order where so many books are new in it; who has no time goes without."""
    if books >= MANY:
        with suppress(Cancelled):
            worker.ask(Tidy(), lambda _: None, cancel)
