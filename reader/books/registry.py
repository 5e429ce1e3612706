"""Opens any book: looks at the content, chooses the importer, and reads."""

from __future__ import annotations

import logging
import stat
from collections.abc import Callable, Sequence
from pathlib import Path

from reader.background import CancelToken
from reader.books.foreign import refuse_foreign
from reader.books.limits import Limits
from reader.books.model import Book
from reader.books.source import HEAD, Importer, SourceInfo
from reader.errors import (
    BookError,
    DamagedBook,
    EmptyBook,
    OversizedBook,
    TingshuError,
    UnsupportedBook,
)
from reader.messages import message

__all__ = [
    "UNFORESEEN",
    "Importer",
    "Limits",
    "SourceInfo",
    "importers",
    "inspect_source",
    "read_book",
]

UNFORESEEN = message("Something in it could not be understood.")

_log = logging.getLogger(__name__)


def read_book(
    path: Path | str,
    *,
    progress: Callable[[float], None] | None = None,
    cancel: CancelToken | None = None,
    limits: Limits | None = None,
) -> Book:
    """Read the book at `path`, whatever its format.

    `progress` is told the share done, 0 to 1, on the calling thread. Raises
    :class:`~reader.errors.BookError` with file, reason and remedy, or
    :class:`~reader.errors.Cancelled`.
    """
    cancel = cancel or CancelToken()
    report = progress or _silent
    source = inspect_source(Path(path))
    cancel.check()
    refuse_foreign(source)
    importer = next((one for one in importers() if one.accepts(source)), None)
    if importer is None:
        raise UnsupportedBook(
            source.name,
            message("This file is neither an EPUB book nor a web page nor plain text."),
            message("Convert it to EPUB, for instance with calibre, then open that."),
        )
    _refuse_misnamed(source, importer)
    try:
        book = importer.read(source, limits or Limits(), report, cancel)
    except MemoryError as error:
        raise OversizedBook(
            source.name,
            message("There is not enough memory to open it."),
            message("Close other programs first."),
        ) from error
    except OSError as error:
        raise _unreadable(source.name, error) from error
    except TingshuError:
        raise
    except Exception as error:  # a fault of ours must not cost the user a traceback
        _log.debug("unforeseen while reading %s", source.name, exc_info=True)
        raise DamagedBook(
            source.name, UNFORESEEN, message("Try another copy of it, or report it.")
        ) from error
    report(1.0)
    return book


def _refuse_misnamed(source: SourceInfo, importer: Importer) -> None:
    """A page saved under an EPUB's name is most often a failed download, not the book."""
    from reader.books.epub import EpubImporter

    if source.path.suffix.lower() == ".epub" and not isinstance(importer, EpubImporter):
        raise UnsupportedBook(
            source.name,
            message("It has the name of an EPUB book, but is a web page or plain text."),
            message(
                "Download the book again; or, if it is the text you want, rename it to end in "
                ".html or .txt.",
            ),
        )


def importers() -> Sequence[Importer]:
    """Every importer, the surest sign first; plain text takes what is left."""
    from reader.books.epub import EpubImporter
    from reader.books.html import HtmlImporter
    from reader.books.tei import TeiImporter
    from reader.books.text import TextImporter

    return (EpubImporter(), TeiImporter(), HtmlImporter(), TextImporter())


def inspect_source(path: Path) -> SourceInfo:
    """Look at the file's beginning; raises BookError where there is no file to read."""
    name = path.name or str(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnsupportedBook(
                name,
                message("This is a folder, not a book."),
                message("Open one of the files inside it."),
            )
        if not stat.S_ISREG(status.st_mode):
            raise UnsupportedBook(
                name, message("This is not a file."), message("Open a book file.")
            )
        with path.open("rb") as file:
            head = file.read(HEAD)
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error
    if not head:
        raise EmptyBook(name, message("The file is empty."), message("Download or copy it again."))
    return SourceInfo(path=path, name=name, head=head, size=status.st_size)


def _unreadable(name: str, error: OSError | ValueError) -> BookError:
    if isinstance(error, FileNotFoundError):
        return UnsupportedBook(
            name,
            message("There is no such file."),
            message("Check the name, or choose the file again."),
        )
    if isinstance(error, PermissionError):
        return UnsupportedBook(
            name,
            message("You have no permission to read this file."),
            message("Change its permissions, or copy it to a folder of your own."),
        )
    reason = getattr(error, "strerror", None) or message("the name cannot be used")
    return DamagedBook(
        name,
        message("The file cannot be read: {reason}.", reason=reason),
        message("Check the disk, or copy the file elsewhere."),
    )


def _silent(_: float) -> None:
    """Nobody wants to know how far it is."""
