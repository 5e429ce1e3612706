"""What was asked of ``tingshu export``, and where each book goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.export.options import ENDINGS, ONE_FILE, ExportOptions

if TYPE_CHECKING:
    from reader.books.model import Book
    from reader.export.output import Output


@dataclass(frozen=True, kw_only=True)
class Order:
    """Books to be exported to `output`, which `is_folder` if it was written so.

    `chapters` are as a person lists them; `leave_out` are kinds of
    :data:`~reader.export.choosing.KINDS`. `patience` are the seconds that a `cluster` without
    workers is waited for. `options` hold everything but the chapters.
    """

    books: tuple[Path, ...]
    output: Path
    is_folder: bool
    chapters: str | None
    leave_out: frozenset[str]
    voice: str | None
    one_voice: bool
    jobs: int | None
    cluster: str | None
    patience: float
    resume: bool
    as_json: bool
    options: ExportOptions

    @property
    def has_several(self) -> bool:
        """Whether there is more than one book, each with a place of its own."""
        return len(self.books) > 1


class Places:
    """Gives every book of an order its place."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._taken: set[str] = set()

    def check(self, book: Book) -> None:
        """Raise :class:`~reader.errors.ExportError` if the only book, `book`, cannot go where
        was said, before anything is done for it.
        """
        if self._order.has_several or self._order.is_folder:
            return
        from reader.export.draft import check_file
        from reader.export.output import output_of

        output = output_of(self._alone(book), self._order.options, book)
        if not output.is_folder:
            check_file(output.path)

    def of(self, book: Book, narrators: Sequence[str]) -> Path:
        """Where `book`, read by `narrators`, goes; a place that another book of the order has
        taken gets a number.
        """
        if not self._order.has_several:
            return self._alone(book)
        from reader.export.products.names import book_folder
        from reader.export.products.product import Edition

        edition = Edition(book=book, narrators=tuple(narrators), sections=())
        folder, number = book_folder(self._order.output, edition), 1
        while str(folder).casefold() in self._taken:  # one folder on Windows and macOS
            number += 1
            folder = book_folder(self._order.output, edition, number)
        self._taken.add(str(folder).casefold())
        return self._in(folder, book)

    def _alone(self, book: Book) -> Path:
        """The only book goes where was said; a file gets its ending where that was left out."""
        target, kind = self._order.output, self._order.options.format
        if kind not in ONE_FILE or target.is_dir() or ENDINGS.get(target.suffix.lower()) == kind:
            return target
        if self._order.is_folder:
            return self._in(target, book)
        return target.with_name(f"{target.name}.{kind}")

    def _in(self, folder: Path, book: Book) -> Path:
        from reader.export.products.names import safe_name

        kind = self._order.options.format
        return folder / safe_name(book.title, f".{kind}") if kind in ONE_FILE else folder


def is_whole(output: Output, options: ExportOptions) -> bool:
    """Whether an earlier export has made all of `output`."""
    if output.manifest.exists() or not output.path.exists():
        return False
    if output.fills_up:
        return bool(output.chapters(options.format))
    return not output.is_folder or any(output.path.iterdir())


def with_chapters(options: ExportOptions, chapters: Sequence[int] | None) -> ExportOptions:
    """`options` for these chapters."""
    return replace(options, chapters=None if chapters is None else tuple(chapters))
