"""The process that reads books: it does what it is asked, one request after another.

It stands back behind everything else on the machine, and ends with the process that started it,
however that ends.
"""

from __future__ import annotations

import os
import queue
import signal
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader.background import CancelToken, Task
from reader.books.registry import read_book
from reader.errors import BookError, Cancelled, TingshuError
from reader.intake.adding import READING, Adder, told
from reader.intake.covers import Covers
from reader.intake.outcome import Fate, Outcome, part
from reader.intake.requests import Add, Done, Drop, Prepare, Refused, Request, Share, Tidy
from reader.library.store import Library
from reader.messages import message

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from reader.search.index import Index

_KINDNESS = 10
"""By how much its priority is lower than the window's (0-19)."""

_PARTING = 5.0
"""Seconds in which what is being read may be left off, once the other process is gone."""

_STEP = 0.02
"""Progress is told in steps of this."""


def serve(channel: Connection, library: Path | None, *, index: bool) -> None:
    """Answer the requests that come over `channel` until it is closed.

    `library` is the library's file, None where nothing is to be added; with `index` the texts of
    new books are put into the search index at once.
    """
    _settle()
    token = CancelToken()
    asked: queue.Queue[Request | None] = queue.Queue(maxsize=1)
    ended = CancelToken()

    def listen(_: CancelToken) -> None:
        with suppress(EOFError, OSError):
            while True:
                asked.put(channel.recv())
        token.cancel()
        asked.put(None)
        if not ended.wait(_PARTING):
            os._exit(1)

    Task(listen, name="requests")
    with suppress(Cancelled, OSError), closing(Clerk(library, index=index)) as clerk:
        channel.send(None)
        while (request := asked.get()) is not None:
            channel.send(clerk.answer(request, _Teller(channel), token))
    ended.cancel()


def _settle() -> None:
    """Leave the terminal to the other process, and the machine to all others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError, AttributeError):  # AttributeError: on Windows there is none
        os.nice(_KINDNESS)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nowhere, stream)
    os.close(nowhere)


class _Teller:
    """Tells how much of a file has been read."""

    def __init__(self, channel: Connection) -> None:
        self._channel = channel
        self._told = 0.0

    def __call__(self, share: float) -> None:
        if share - self._told >= _STEP:
            self._told = share
            self._channel.send(Share(fraction=share))


class Clerk:
    """Carries requests out; opens library and index when they are first needed."""

    def __init__(self, library: Path | None, *, index: bool) -> None:
        self._file = library
        self._indexes = index
        self._covers = Covers()
        self._adder: Adder | None = None
        self._library: Library | None = None
        self._opened: Index | None = None

    def close(self) -> None:
        """Give library and index back."""
        for opened in (self._library, self._opened):
            if opened is not None:
                opened.close()

    def answer(self, request: Request, report: _Teller, cancel: CancelToken) -> Done | Refused:
        """What comes of `request`; raises :class:`~reader.errors.Cancelled`."""
        try:
            return Done(outcome=self._carry_out(request, report, cancel))
        except Cancelled:
            raise
        except TingshuError as error:
            return Refused(error=error)

    def _carry_out(self, request: Request, report: _Teller, cancel: CancelToken) -> Outcome:
        match request:
            case Add(path=path):
                return self._adder_opened().add(path, report, cancel)
            case Prepare(identifier=identifier, path=path):
                return self._prepare(identifier, path, report, cancel)
            case Drop(identifier=identifier):
                self._index().remove(identifier)
                return Outcome(fate=Fate.KNOWN, book=identifier)
            case Tidy():
                self._index().tidy(cancel=cancel)
                return Outcome(fate=Fate.KNOWN)

    def _prepare(
        self, identifier: str, path: Path, report: _Teller, cancel: CancelToken
    ) -> Outcome:
        if self._index().has(identifier):
            return Outcome(fate=Fate.KNOWN, book=identifier)
        try:
            book = read_book(path, progress=part(report, 0.0, READING), cancel=cancel)
        except BookError as error:
            return Outcome(fate=Fate.FAILED, book=identifier, reason=told(error))
        if book.identifier != identifier:
            reason = message("The file holds another edition of the book now.")
            return Outcome(fate=Fate.FAILED, book=identifier, reason=reason)
        self._covers.keep(book)  # they lie in the cache, as the index does, and may be gone
        self._index().add(book, progress=part(report, READING, 1.0), cancel=cancel)
        return Outcome(fate=Fate.NEW, book=identifier)

    def _adder_opened(self) -> Adder:
        if self._adder is None:
            self._library = Library(self._file)
            self._adder = Adder(
                self._library, self._index() if self._indexes else None, self._covers
            )
        return self._adder

    def _index(self) -> Index:
        from reader.search.index import Index

        if self._opened is None:
            self._opened = Index()
        return self._opened
