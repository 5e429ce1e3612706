"""A library's window over a small library, with an intake and an index that do as they are told."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QWidget

from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.errors import LibraryError
from reader.intake.intake import Indexed
from reader.intake.outcome import Added
from reader.library.store import Library, Place
from reader.search.results import Hit, Results
from reader.settings import Settings
from reader.ui.desk import Desk
from reader.ui.shelf.covers import Covers
from reader.ui.shelf.indexing import Indexing
from reader.ui.shelf.library_window import LibraryWindow
from reader.ui.shelf.sources import Sources
from tests.fakes.desk import FakeSound

LENGTH = 54_000
"""Characters of a shelf's book: an hour of English."""


def a_book(identifier, title, *authors, language="en", length=LENGTH):
    text = ("word " * (length // 5 + 1))[:length]
    block = Block(kind=BlockKind.PARAGRAPH, runs=(Run(text=text),))
    chapter = Chapter(title="One", blocks=(block,))
    return Book(
        title=title,
        authors=authors,
        identifier=identifier,
        language=language,
        chapters=(chapter,),
    )


def hit(identifier, start, match="lamp", *, chapter=0, before="the ", after=" on the quay"):
    return Hit(
        identifier=identifier,
        chapter=chapter,
        chapter_title="One",
        start=start,
        end=start + len(match),
        before=before,
        match=match,
        after=after,
    )


def results(*hits, complete=True):
    by_book = {}
    for each in hits:
        by_book[each.identifier] = by_book.get(each.identifier, 0) + 1
    return Results(
        hits=hits, passages=len(hits), books=len(by_book), by_book=by_book, complete=complete
    )


@dataclass
class FakeIntake:
    """Takes in what `work` says, which is called with all that :meth:`run` is given."""

    work: object = None
    asked: list = field(default_factory=list)
    indexed: int = 0
    hold: threading.Event | None = None
    refusal: Exception | None = None

    def run(self, paths, *, progress, waiting, cancel):
        waiting()
        self.asked.append(list(paths))
        return self.work(progress, cancel) if self.work is not None else Added(new=len(paths))

    def index_missing(self, *, progress, cancel):
        self.indexed += 1
        if self.refusal is not None:
            raise self.refusal
        while self.hold is not None and not self.hold.wait(0.01):
            if cancel.cancelled:
                return Indexed(complete=False)
        return Indexed()


@dataclass
class FakeIndex:
    """Finds what `answers` holds for a text; an exception there is raised."""

    answers: dict = field(default_factory=dict)
    prepared: frozenset = frozenset()
    asked: list = field(default_factory=list)

    def search(self, text, *, limit, books, cancel):
        self.asked.append(text)
        answer = self.answers.get(text, results())
        if callable(answer):
            answer = answer(cancel)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def identifiers(self):
        return self.prepared

    def close(self):
        pass


class Torn(Library):
    """A library that refuses to tell its books."""

    def books(self):
        raise LibraryError("library.sqlite", "The library is damaged.", "Copy it back.")


class ShelfScene:
    """The library's window, shown; what it tells and opens is written down."""

    def __init__(self, qtbot, folder: Path, library: Library, **choices) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.library = library
        self.intake, self.index = FakeIntake(), FakeIndex()
        self.where = {}
        self.told, self.opened, self.chosen = [], [], []
        self.desk = Desk(Settings(**choices), library, sound=FakeSound())
        self.desk.open = lambda path, *, at=None, play=False: self.opened.append((path, at))
        self.parent = QWidget()
        qtbot.addWidget(self.parent)
        self.indexing = Indexing(self.desk, lambda: self.intake, self.parent)
        sources = Sources(
            intake=lambda _desk: self.intake,
            index=lambda: self.index,
            find_moved=lambda _library, entry, _cancel: self.where.get(entry.identifier),
            covers=lambda window: Covers(lambda _identifier: None, window),
        )
        self.window = LibraryWindow(self.desk, self.indexing, sources, self.parent)
        self.window.told.connect(self.told.append)
        self.window.choices_made.connect(self._choose)
        self.books, self.texts = self.window.books, self.window.texts

    def put(self, identifier, title, *authors, read=None, finished=False, **options):
        """Have a book on the shelf, its file there; `read` of it, 0 to 1, if it was begun."""
        path = self.folder / f"{identifier}.txt"
        path.write_text(title, "utf-8")
        book = a_book(identifier, title, *authors, **options)
        self.library.add_book(book, path)
        if read is not None:
            self.library.remember_book(book, path)
            self.library.save_place(identifier, Place(0, 1), read)
        if finished:
            self.library.set_finished(identifier, True)
        return path

    def begin(self):
        """Show the window, and wait until it lists the shelf."""
        with self.qtbot.waitSignals([self.window.keeper.loaded]):
            self.window.begin()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        return self

    @property
    def listed(self):
        return [entry.title for entry in self.books.list.rows.entries]

    def wait_told(self, words):
        self.qtbot.waitUntil(lambda: any(words in each for each in self.told))

    def close(self):
        self.indexing.stop()
        self.window.hide()
        self.desk.close()
        self.library.close()

    def _choose(self, choices):
        self.chosen.append(choices)
        self.desk.settings = self.desk.settings.changed(**choices)
