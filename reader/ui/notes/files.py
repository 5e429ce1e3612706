"""Notes out of the library into files, and back; for a thread of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.background import CancelToken
from reader.books.model import Book
from reader.errors import LibraryError
from reader.library.bookmarks import Bookmark
from reader.library.markdown import notes_markdown
from reader.library.places import Place
from reader.library.traveling import Progress, import_notes
from reader.library.written import drafted
from reader.messages import message
from reader.ui.language.words import in_words

if TYPE_CHECKING:
    from reader.library.arriving import Arrived
    from reader.library.store import Library


@dataclass(frozen=True, kw_only=True)
class Imported:
    """What `arrived`; and the `place` of the open book, if that was read on elsewhere."""

    arrived: Arrived
    place: Place | None


def write_markdown(path: Path, book: Book, marks: Sequence[Bookmark]) -> int:
    """Write the `marks` of `book` to be read by people; returns how many.

    Raises :class:`~reader.errors.LibraryError` if the file cannot be written.
    """
    content = notes_markdown(book, marks, say=in_words).encode("utf-8", "replace")
    try:
        with drafted(path) as file:
            file.write(content)
    except OSError as error:
        raise LibraryError(
            str(path),
            message("The file cannot be written ({said}).", said=error.strerror or str(error)),
            message("Check the folder and the free space."),
        ) from error
    return len(marks)


def read_traveling(
    library: Library,
    path: Path,
    book: str | None,
    *,
    progress: Progress,
    cancel: CancelToken,
) -> Imported:
    """Take in what another machine wrote into `path`; `book` is the open one, if one is.

    Raises as :func:`~reader.library.traveling.import_notes`.
    """
    arrived = import_notes(library, path, progress=progress, cancel=cancel)
    moved = book is not None and book in arrived.moved
    return Imported(arrived=arrived, place=library.place(book) if moved and book else None)
