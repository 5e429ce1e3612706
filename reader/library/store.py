"""What the house remembers: books, places, bookmarks, choices, pronunciations, roles, scripts.

Every change is on the disk when the call returns; see :mod:`reader.library.file`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from reader.lexicon.entry import Entry
from reader.library import (
    arriving,
    bookmarks,
    choices,
    noted,
    places,
    pronunciations,
    roles,
    script,
    shelf,
)
from reader.library.arriving import Arrived
from reader.library.bookmarks import Bookmark
from reader.library.file import library_file
from reader.library.files import KnownFile
from reader.library.noted import NotedBook
from reader.library.places import Place
from reader.library.pronunciations import Kept
from reader.library.shelf import ShelfEntry
from reader.library.shelving import Shelving
from reader.script.line import ScriptLine

__all__ = ["Bookmark", "KnownFile", "Library", "Place", "ShelfEntry", "library_file"]


class Library(Shelving):
    """The library, to be asked and told from any thread.

    Every method raises :class:`~reader.errors.LibraryError` if the file refuses.
    """

    # Places, bookmarks and notes

    def place(self, identifier: str) -> Place | None:
        """Where reading stopped in a book; None if it was never begun."""
        with self._lock, self._explained():
            return places.place(self._connection, identifier)

    def save_place(self, identifier: str, place: Place, read: float | None = None) -> None:
        """Note where reading stopped; on the disk when this returns.

        `read` is how much of the book lies behind it, 0 to 1; None leaves that as it was.
        Raises :class:`~reader.errors.LibraryError` if the book was never remembered.
        """
        with self._transaction() as connection:
            places.save(connection, identifier, place, self._clock())
            if read is not None:
                shelf.save_reading(connection, identifier, read)

    def bookmarks(self, identifier: str) -> list[Bookmark]:
        """The bookmarks and notes of a book in reading order."""
        with self._lock, self._explained():
            return bookmarks.bookmarks(self._connection, identifier)

    def add_bookmark(
        self,
        identifier: str,
        place: Place,
        name: str = "",
        *,
        extent: int = 0,
        quotation: str = "",
        note: str = "",
    ) -> Bookmark:
        """Mark `place`; raises :class:`~reader.errors.LibraryError` as :meth:`save_place`.

        A note is to the `quotation`, of `extent` characters from the place on.
        """
        with self._transaction() as connection:
            new = Bookmark(
                number=0,
                book=identifier,
                place=place,
                name=name,
                created=datetime.fromtimestamp(self._clock(), UTC),
                extent=extent,
                quotation=quotation,
                note=note,
            )
            return bookmarks.add(connection, new)

    def annotate_bookmark(self, number: int, note: str) -> None:
        """Have a bookmark say something else of its passage, empty for nothing."""
        with self._transaction() as connection:
            bookmarks.annotate(connection, number, note)

    def rename_bookmark(self, number: int, name: str) -> None:
        """Give a bookmark another name, empty for none."""
        with self._transaction() as connection:
            bookmarks.rename(connection, number, name)

    def move_bookmark(self, number: int, place: Place, extent: int | None = None) -> None:
        """Have a bookmark stand where its words are found in a changed edition.

        `extent` is that of its passage there; None where it is what it was.
        """
        with self._transaction() as connection:
            bookmarks.move(connection, number, place, extent)

    def remove_bookmark(self, number: int) -> Bookmark | None:
        """Take a bookmark away; returns it for :meth:`put_bookmark_back`, None if it is gone."""
        with self._transaction() as connection:
            return bookmarks.remove(connection, number)

    def put_bookmark_back(self, bookmark: Bookmark) -> None:
        """Undo the removal of `bookmark`; harmless if it was not removed."""
        with self._transaction() as connection:
            bookmarks.put_back(connection, bookmark)

    # To and from other machines: see reader.library.traveling

    def noted_books(self) -> list[str]:
        """The identifiers of the books of which anything is noted, the latest opened first."""
        with self._lock, self._explained():
            return noted.noted_books(self._connection)

    def noted_book(self, identifier: str) -> NotedBook | None:
        """All that is noted of a book; None for a stranger."""
        with self._lock, self._explained():
            return noted.noted_book(self._connection, identifier)

    def take_in(self, books: Iterable[NotedBook]) -> Arrived:
        """Add what was noted elsewhere to what is here; all of it, or nothing."""
        with self._transaction() as connection:
            return arriving.take_in(connection, books, self._clock())

    # What was chosen, and how it is said

    def book_choice(self, identifier: str, name: str) -> str | None:
        """What was chosen for this book alone under `name`; None if nothing was."""
        with self._lock, self._explained():
            return choices.choice(self._connection, identifier, name)

    def choose_for_book(self, identifier: str, name: str, value: str | None) -> None:
        """Keep a choice for this book alone, None to have none."""
        with self._transaction() as connection:
            choices.choose(connection, identifier, name, value)

    def pronunciations(self, identifier: str | None) -> list[Entry]:
        """How words are said: a book's own entries in their order, then those for all books.

        For None the latter alone.
        """
        with self._lock, self._explained():
            return pronunciations.pronunciations(self._connection, identifier)

    def keep_pronunciations(self, entries: Iterable[Entry]) -> Kept:
        """Keep new `entries`, in place of those for the same words; all of them, or none.

        Raises :class:`~reader.errors.LibraryError` if the book of one was never remembered.
        """
        with self._transaction() as connection:
            return pronunciations.keep(connection, entries)

    def change_pronunciation(self, entry: Entry) -> None:
        """Have the entry of this number be as it is given."""
        with self._transaction() as connection:
            pronunciations.change(connection, entry)

    def remove_pronunciations(self, numbers: Iterable[int]) -> list[Entry]:
        """Take entries away; returns them for :meth:`put_pronunciations_back`."""
        with self._transaction() as connection:
            return pronunciations.remove(connection, numbers)

    def put_pronunciations_back(self, entries: Iterable[Entry]) -> None:
        """Undo the removal of `entries`; harmless for one that was not removed."""
        with self._transaction() as connection:
            pronunciations.put_back(connection, entries)

    def order_pronunciations(self, numbers: Sequence[int]) -> None:
        """Have the entries of one scope stand in this order."""
        with self._transaction() as connection:
            pronunciations.put_in_order(connection, numbers)

    def roles(self, series: str) -> dict[str, str]:
        """What the characters of a series play, by name; each role as it was saved."""
        with self._lock, self._explained():
            return roles.roles(self._connection, series)

    def save_roles(self, series: str, cast: Mapping[str, str]) -> None:
        """Remember what the characters in `cast` play, by name, for the series' next book."""
        with self._transaction() as connection:
            roles.save(connection, series, cast)

    def script(self, identifier: str) -> list[ScriptLine]:
        """The sentences of a book that were written anew, in reading order."""
        with self._lock, self._explained():
            return script.lines(self._connection, identifier)

    def change_script(
        self, identifier: str, *, gone: Iterable[ScriptLine], kept: Iterable[ScriptLine]
    ) -> None:
        """Have the sentences `kept` in place of those `gone`; all of them, or none.

        Raises :class:`~reader.errors.LibraryError` if the book was never remembered.
        """
        with self._transaction() as connection:
            script.exchange(connection, identifier, gone=gone, kept=kept)
