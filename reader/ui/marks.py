"""The open book's bookmarks, each where its words stand now."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace

from PySide6.QtCore import QObject, Signal

from reader.background import CancelToken, Task
from reader.books.model import Book
from reader.errors import LibraryError
from reader.library.bookmarks import Bookmark
from reader.library.places import Place
from reader.library.store import Library
from reader.narration.passage import Passage
from reader.narration.timeline import Timeline
from reader.navigation.anchors import Anchor, anchor_of, resolve, stands_at
from reader.navigation.place import Position
from reader.ui.tasks import Courier

_LOST = "lost_bookmarks"
"""Under which the library keeps, for a book, the numbers of those told to be lost."""

_Found = tuple[Bookmark, Position, bool]
"""A bookmark, where it is now, and whether its words stand there."""


class Marks(QObject):
    """Sets, finds and removes the bookmarks of one book; without a library there are none."""

    changed = Signal()
    failed = Signal(object)
    """A :class:`~reader.errors.LibraryError`: the bookmark is not kept."""
    lost = Signal(int)
    """So many bookmarks stand only near their place, for the book has changed; told once."""

    def __init__(self, library: Library | None, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._book: Book | None = None
        self._timeline: Timeline | None = None
        self._marks: list[tuple[Position, int]] = []
        self._by_number: dict[int, Bookmark] = {}
        self._courier = Courier(self)
        self._seeking: Task[list[_Found]] | None = None

    def show_book(self, book: Book | None, timeline: Timeline | None = None) -> None:
        """Take up the bookmarks of `book`; those of a changed edition go where their words are.

        Those are sought on a thread, for in a long book that takes seconds.
        """
        if self._seeking is not None:
            self._seeking.cancel()
            self._seeking = None
        self._book, self._timeline = book, timeline
        self._marks, self._by_number = [], {}
        if book is None or self._library is None:
            return
        try:
            found = self._library.bookmarks(book.identifier)
        except LibraryError as error:
            self.failed.emit(error)
            return
        astray = []
        for each in found:
            if stands_at(book, _anchor(each.place)):
                self._hold(each)
            else:
                astray.append(each)
        if astray:
            self._seek(book, astray)

    def _seek(self, book: Book, marks: Sequence[Bookmark]) -> None:
        def work(token: CancelToken) -> list[_Found]:
            found = []
            for mark in marks:
                token.check()
                found.append((mark, *resolve(book, _anchor(mark.place))))
            return found

        task = self._courier.run(
            work,
            name="find bookmarks",
            done=lambda found: self._found(task, book, found),
            failed=self.failed.emit,
        )
        self._seeking = task

    def _found(self, task: Task[list[_Found]], book: Book, found: Sequence[_Found]) -> None:
        if task is not self._seeking:  # another book is open meanwhile
            return
        self._seeking = None
        for mark, position, exact in found:
            self._take_up(book, mark, position, exact=exact)
        lost = {str(mark.number) for mark, _, exact in found if not exact}
        told = self._told_lost(book)
        if not lost <= told:
            self._done(
                lambda library: library.choose_for_book(
                    book.identifier, _LOST, " ".join(sorted(lost))
                )
            )
            self.lost.emit(len(lost - told))

    def all(self) -> list[Bookmark]:
        """In reading order."""
        return [self._by_number[number] for _, number in self._marks]

    def position(self, bookmark: Bookmark) -> Position:
        """Where `bookmark` stands."""
        return Position(bookmark.place.chapter, bookmark.place.offset)

    def in_sentence(self, here: Position) -> Bookmark | None:
        """The bookmark of the sentence at `here`, if it has one."""
        passage = self._timeline.at(here.chapter, here.offset) if self._timeline else None
        for place, number in self._marks:
            inside = passage is not None and place.chapter == passage.chapter
            if inside and passage is not None and passage.start <= place.offset < passage.end:
                return self._by_number[number]
            if place == here:
                return self._by_number[number]
        return None

    def add(self, here: Position, name: str = "") -> bool:
        """Set a bookmark at `here`; False if it cannot be kept."""
        book = self._book
        if book is None:
            return False
        place = _place(anchor_of(book, here))
        return self._done(
            lambda library: self._hold(library.add_bookmark(book.identifier, place, name))
        )

    def rename(self, bookmark: Bookmark, name: str) -> None:
        """Give `bookmark` another name."""
        if self._done(lambda library: library.rename_bookmark(bookmark.number, name)):
            self._let_go(bookmark)
            self._hold(replace(bookmark, name=name))

    def remove(self, bookmark: Bookmark) -> bool:
        """Take `bookmark` away; :meth:`restore` puts it back. False if it stays."""
        removed = self._done(lambda library: library.remove_bookmark(bookmark.number))
        if removed:
            self._let_go(bookmark)
        return removed

    def restore(self, bookmark: Bookmark) -> None:
        """Put back what was removed."""
        if self._done(lambda library: library.put_bookmark_back(bookmark)):
            self._hold(bookmark)

    def beside(self, here: Position, step: int) -> tuple[Position, Bookmark] | None:
        """The next bookmark (`step` 1) or the one before (-1); None where there is none."""
        places = [place for place, _ in self._marks]
        index = bisect_right(places, here) if step > 0 else bisect_left(places, here) - 1
        if not 0 <= index < len(places):
            return None
        place, number = self._marks[index]
        return place, self._by_number[number]

    def is_marked(self, passage: Passage) -> bool:
        """Whether a bookmark stands in `passage`; may be asked from any thread."""
        marks = self._marks
        index = bisect_left(marks, (Position(passage.chapter, passage.start), 0))
        return index < len(marks) and marks[index][0] < Position(passage.chapter, passage.end)

    # Inside

    def _done(self, change: Callable[[Library], object]) -> bool:
        """Whether the library took `change`; why not, is told."""
        if self._library is None:
            return False
        try:
            change(self._library)
        except LibraryError as error:
            self.failed.emit(error)
            return False
        return True

    def _told_lost(self, book: Book) -> set[str]:
        """The numbers of the bookmarks that an earlier opening told to be lost."""
        try:
            told = self._library.book_choice(book.identifier, _LOST) if self._library else None
        except LibraryError:
            return set()
        return set((told or "").split())

    def _take_up(self, book: Book, mark: Bookmark, position: Position, *, exact: bool) -> None:
        """Hold `mark` at `position`, where its words stand if it is `exact`."""
        if position != self.position(mark):
            place = _place(anchor_of(book, position)) if exact else mark.place
            moved = replace(place, chapter=position.chapter, offset=position.offset)
            mark = replace(mark, place=moved)
            self._done(lambda library: library.move_bookmark(mark.number, moved))
        self._hold(mark)

    def _hold(self, mark: Bookmark) -> None:
        marks = list(self._marks)  # read by the player's thread
        insort(marks, (self.position(mark), mark.number))
        self._by_number[mark.number] = mark
        self._marks = marks
        self.changed.emit()

    def _let_go(self, mark: Bookmark) -> None:
        self._marks = [each for each in self._marks if each[1] != mark.number]
        self._by_number.pop(mark.number, None)
        self.changed.emit()


def _anchor(place: Place) -> Anchor:
    return Anchor(**asdict(place))


def _place(anchor: Anchor) -> Place:
    return Place(**asdict(anchor))
