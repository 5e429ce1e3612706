"""The open book's bookmarks and notes, each where its words stand now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.background import CancelToken, Task
from reader.books.model import Book
from reader.errors import LibraryError
from reader.library.bookmarks import Bookmark
from reader.library.store import Library
from reader.narration.passage import Passage
from reader.narration.timeline import Timeline
from reader.navigation.place import Position
from reader.ui.notes.held import Held, is_note
from reader.ui.notes.standing import Standing, find_again, place_of, quotation_of, stands
from reader.ui.tasks import Courier

_LOST = "lost_bookmarks"
"""Under which the library keeps, for a book, the numbers of those told to be lost."""


class Marks(QObject):
    """Sets, finds and removes the bookmarks of one book; without a library there are none.

    What the library refuses is not done: ``failed`` tells why.
    """

    changed = Signal()
    """Other bookmarks are there now, or they stand elsewhere."""
    failed = Signal(object)
    """A :class:`~reader.errors.LibraryError`: the bookmark is not kept."""
    lost = Signal(int)
    """So many bookmarks stand only near their place, for the book has changed; told once."""

    def __init__(self, library: Library | None, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._book: Book | None = None
        self._timeline: Timeline | None = None
        self._held = Held()
        self._uncertain: set[int] = set()
        self._courier = Courier(self)
        self._seeking: Task[list[Standing]] | None = None
        self._moving: Task[None] | None = None

    def show_book(self, book: Book | None, timeline: Timeline | None = None) -> None:
        """Take up the bookmarks of `book`; those of a changed edition go where their words are.

        Those are sought on a thread, for in a long book that takes seconds.
        """
        for task in (self._seeking, self._moving):
            if task is not None:
                task.cancel()
        self._seeking = self._moving = None
        self._book, self._timeline = book, timeline
        found: list[Bookmark] = []
        if book is not None and self._library is not None:
            try:
                found = self._library.bookmarks(book.identifier)
            except LibraryError as error:
                self.failed.emit(error)
        standing = [each for each in found if book is not None and stands(book, each)]
        self._uncertain = set()
        self._hold(Held(standing))
        if book is not None and len(standing) < len(found):
            there = {each.number for each in standing}
            self._seek(book, timeline, [each for each in found if each.number not in there])

    # What there is

    def all(self) -> Sequence[Bookmark]:
        """In reading order."""
        return self._held.all

    def position(self, bookmark: Bookmark) -> Position:
        """Where `bookmark` stands."""
        return Position(bookmark.place.chapter, bookmark.place.offset)

    def is_uncertain(self, bookmark: Bookmark) -> bool:
        """Whether `bookmark` stands only near its place, for its words are gone."""
        return bookmark.number in self._uncertain

    def in_sentence(self, here: Position) -> Bookmark | None:
        """The bookmark, not the note, of the sentence at `here`, if it has one."""
        found = (each for each in self._of_sentence(here) if not is_note(each))
        return next(found, None)

    def note_at(self, here: Position) -> Bookmark | None:
        """The note whose passage `here` is in; one without a passage has its sentence."""
        found = (each for each in self._of_sentence(here) if each.note and not each.extent)
        return self._held.over(here) or next(found, None)

    def is_of_open_book(self, bookmark: Bookmark) -> bool:
        """Whether the open book is the one that `bookmark` stands in."""
        return self._book is not None and bookmark.book == self._book.identifier

    def ranges(self, chapter: int) -> list[tuple[int, int]]:
        """Start and end of every passage of `chapter` that has a note."""
        found = []
        for mark in self._held.within(chapter, 0, 1 << 62):
            start = mark.place.offset
            if mark.extent:
                found.append((start, start + mark.extent))
            elif mark.note:
                passage = self._sentence(Position(chapter, start))
                found.append((passage.start, passage.end) if passage else (start, start))
        return found

    def beside(self, here: Position, step: int) -> tuple[Position, Bookmark] | None:
        """The next bookmark (`step` 1) or the one before (-1); None where there is none."""
        found = self._held.beside(here, step)
        return (self.position(found), found) if found is not None else None

    def is_marked(self, passage: Passage) -> bool:
        """Whether a bookmark stands in `passage`; may be asked from any thread."""
        return self._held.any_in(passage)

    # What is done

    def add(
        self, book: Book, here: Position, name: str = "", *, extent: int = 0, note: str = ""
    ) -> Bookmark | None:
        """Set a bookmark in `book` at `here`, or a note to the `extent` characters from there on.

        None if it cannot be kept.
        """
        quotation = ""
        if extent:
            text = book.chapters[here.chapter].text
            quotation = quotation_of(text[here.offset : here.offset + extent])
        made: list[Bookmark] = []
        self._done(
            lambda library: made.append(
                library.add_bookmark(
                    book.identifier,
                    place_of(book, here),
                    name,
                    extent=extent,
                    quotation=quotation,
                    note=note,
                )
            )
        )
        self._take_up(made)
        return made[0] if made else None

    def rename(self, bookmark: Bookmark, name: str) -> bool:
        """Give `bookmark` another name; False if that cannot be kept."""
        done = self._done(lambda library: library.rename_bookmark(bookmark.number, name))
        if done and (held := self._held.get(bookmark.number)) is not None:
            self._take_up([replace(held, name=name)])
        return done

    def annotate(self, bookmark: Bookmark, note: str) -> bool:
        """Have `note` say what there is to say of `bookmark`; False if that cannot be kept."""
        done = self._done(lambda library: library.annotate_bookmark(bookmark.number, note))
        if done and (held := self._held.get(bookmark.number)) is not None:
            self._take_up([replace(held, note=note)])
        return done

    def remove(self, bookmark: Bookmark) -> bool:
        """Take `bookmark` away; :meth:`restore` puts it back. False if it stays."""
        removed = self._done(lambda library: library.remove_bookmark(bookmark.number))
        if removed:
            self._hold(self._held.without(bookmark.number))
        return removed

    def restore(self, bookmark: Bookmark) -> bool:
        """Put back what was removed; False if that cannot be kept."""
        restored = self._done(lambda library: library.put_bookmark_back(bookmark))
        if restored:
            self._take_up([bookmark])
        return restored

    # Inside

    def _seek(self, book: Book, timeline: Timeline | None, marks: Sequence[Bookmark]) -> None:
        def work(token: CancelToken) -> list[Standing]:
            found = []
            for mark in marks:
                token.check()
                found.append(find_again(book, mark, timeline))
            return found

        task = self._courier.run(
            work,
            name="find bookmarks",
            done=lambda found: self._found(task, book, marks, found),
            failed=self.failed.emit,
        )
        self._seeking = task

    def _found(
        self,
        task: Task[list[Standing]],
        book: Book,
        before: Sequence[Bookmark],
        found: Sequence[Standing],
    ) -> None:
        if task is not self._seeking:  # another book is open meanwhile
            return
        self._seeking = None
        self._uncertain = {each.bookmark.number for each in found if not each.certain}
        self._take_up([each.bookmark for each in found])
        pairs = zip(before, found, strict=True)
        self._save([now.bookmark for was, now in pairs if _elsewhere(was, now.bookmark)])
        lost, told = {str(number) for number in self._uncertain}, self._told_lost(book)
        if not lost <= told:
            self._done(
                lambda library: library.choose_for_book(
                    book.identifier, _LOST, " ".join(sorted(lost))
                )
            )
            self.lost.emit(len(lost - told))

    def _save(self, moved: Sequence[Bookmark]) -> None:
        """Keep where the bookmarks are now; a thousand of them take seconds on the disk."""
        library = self._library
        if library is None or not moved:
            return

        def work(token: CancelToken) -> None:
            for mark in moved:
                token.check()
                library.move_bookmark(mark.number, mark.place, mark.extent)

        self._moving = self._courier.run(
            work, name="keep bookmarks", done=lambda _: None, failed=self.failed.emit
        )

    def _told_lost(self, book: Book) -> set[str]:
        """The numbers of the bookmarks that an earlier opening told to be lost."""
        try:
            told = self._library.book_choice(book.identifier, _LOST) if self._library else None
        except LibraryError:
            return set()
        return set((told or "").split())

    def _of_sentence(self, here: Position) -> list[Bookmark]:
        """All that begin in the sentence at `here`, or at this very place."""
        passage = self._sentence(here)
        start, end = here.offset, here.offset + 1
        if passage is not None:
            start, end = min(start, passage.start), max(end, passage.end)
        return list(self._held.within(here.chapter, start, end))

    def _sentence(self, here: Position) -> Passage | None:
        if self._timeline is None:
            return None
        passage = self._timeline.at(here.chapter, here.offset, spoken_only=False)
        around = passage is not None and passage.chapter == here.chapter
        return passage if around else None

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

    def _take_up(self, marks: Sequence[Bookmark]) -> None:
        """Hold those of `marks` that are of the open book."""
        own = [each for each in marks if self.is_of_open_book(each)]
        if own:
            self._hold(self._held.with_these(own))

    def _hold(self, held: Held) -> None:
        self._held = held  # in one step: read by the player's thread
        self.changed.emit()


def _elsewhere(before: Bookmark, now: Bookmark) -> bool:
    return (before.place, before.extent) != (now.place, now.extent)
