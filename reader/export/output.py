"""Where an export goes, and the small files that it keeps there while it is under way."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from reader import paths
from reader.books.model import Book
from reader.errors import ExportError
from reader.export.draft import check_file, explained
from reader.export.options import ENDINGS, ONE_FILE, ExportOptions
from reader.export.products.names import safe_name
from reader.messages import message
from reader.speech.exclusive import alone

_LONGEST_NAME = 200
"""Bytes of a file's name that go into the names beside it; file systems take 255 in all."""


@dataclass(frozen=True, kw_only=True)
class Output:
    """A file or a folder; `path` is absolute. A folder fills up file by file, unless it appears
    `at_once`.
    """

    path: Path
    is_folder: bool
    at_once: bool = False

    @property
    def fills_up(self) -> bool:
        """Whether files come into it one by one and are good for themselves."""
        return self.is_folder and not self.at_once

    @property
    def folder(self) -> Path:
        """Where the files lie, or the folder that appears at once."""
        return self.path if self.fills_up else self.path.parent

    def chapters(self, ending: str) -> list[Path]:
        """The files with this `ending` in the folder that are named as those of chapters are,
        whichever export made them. Raises `OSError`.
        """
        return sorted(
            path
            for path in self.folder.iterdir()
            if path.suffix == f".{ending}" and path.stem.partition(" - ")[0].isdecimal()
        )

    @property
    def manifest(self) -> Path:
        """Where the state of the job is kept until all is whole."""
        return self._beside("tingshu-export.json")

    @property
    def key(self) -> str:
        """Identifies the place; the same for all ways to name it."""
        return hashlib.sha256(str(self.path).encode("utf-8", "surrogatepass")).hexdigest()[:24]

    @property
    def spool(self) -> Path:
        """The folder where what has been spoken waits to be written: in the cache, or beside the
        output where there can be no cache.
        """
        usual = spools()
        return usual / self.key if _takes_folders(usual) else self._spool_beside

    def remove_spool(self) -> None:
        """Nothing waits to be written any more, wherever it did. Never raises."""
        for folder in {self.spool, self._spool_beside}:
            shutil.rmtree(folder, ignore_errors=True)

    @property
    def is_busy(self) -> bool:
        """Whether an export to this place is under way, in whatever process."""
        with suppress(OSError):
            if self._lock.exists():
                with alone(self._lock) as is_mine:
                    return not is_mine
        return False

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep every other export from this place meanwhile; a folder is made if need be, and
        goes away again if nothing comes into it.

        Raises :class:`~reader.errors.ExportError` where another one is at it already, and where
        nothing can be written.
        """
        with ExitStack() as stack:
            try:
                stack.enter_context(self._place())
                is_mine = stack.enter_context(alone(self._lock))
            except OSError as error:
                raise explained(error, self.path) from error
            if not is_mine:
                raise ExportError(
                    str(self.path),
                    message("Another export is writing this already."),
                    message("Wait until it has ended, or choose another place."),
                )
            try:
                yield
            finally:
                with suppress(OSError):
                    self._lock.unlink()

    def check(self) -> None:
        """Raise :class:`~reader.errors.ExportError` where nothing can be made, as far as that is
        known before anything is written.
        """
        try:
            self._check()
        except OSError as error:
            raise explained(error, self.path) from error

    def _check(self) -> None:
        if not self.is_folder:
            check_file(self.path)
        elif self.path.exists() and not self.path.is_dir():
            raise ExportError(
                str(self.path),
                message("This is a file, but the export makes a folder of files."),
                message("Choose another name, or one that ends like a file of the format."),
            )
        place = next(each for each in (self.folder, *self.folder.parents) if each.exists())
        if not place.is_dir():
            raise ExportError(
                str(place),
                message("This is a file, so there can be nothing in it."),
                message("Choose another place."),
            )
        if not os.access(place, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    @contextmanager
    def _place(self) -> Iterator[None]:
        """The folder where the files will lie."""
        self._check()
        if not self.is_folder:
            yield
            return
        was_ordered = self.fills_up and self.manifest.exists()
        made = was_ordered or not self.folder.exists()
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            yield
        finally:
            if made:
                with suppress(OSError):
                    self.folder.rmdir()

    @property
    def _spool_beside(self) -> Path:
        return self._beside("tingshu-export.spool")

    @property
    def _lock(self) -> Path:
        return self._beside("tingshu-export.lock")

    def _beside(self, kind: str) -> Path:
        if self.fills_up:
            return self.path / f".{kind}"
        name = self.path.name
        if len(name.encode("utf-8", "surrogatepass")) > _LONGEST_NAME:
            name = self.key
        return self.path.with_name(f".{name}.{kind}")


def spools() -> Path:
    """The folder in the cache that has the spool of every output."""
    return paths.cache_folder() / "exports"


def _takes_folders(folder: Path) -> bool:
    """Whether something can be put into `folder`, which is made if need be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def output_of(target: Path, options: ExportOptions, book: Book) -> Output:
    """Where an export to `target` goes.

    A format that holds a whole book makes the file `target`, or one named for the title if that
    is a folder. The others make it if it ends like a file of the format, else they make a file a
    chapter in the folder `target`. A DAISY book is always a folder. Raises
    :class:`~reader.errors.ExportError` for what can be no place at all.
    """
    target = Path(os.path.realpath(target))
    try:
        is_there = target.is_dir()
    except OSError as error:
        raise explained(error, target) from error
    if options.format in ONE_FILE:
        if is_there:
            target /= safe_name(book.title, f".{options.format}")
        return Output(path=target, is_folder=False)
    is_file = ENDINGS.get(target.suffix.lower()) == options.format and not is_there
    return Output(path=target, is_folder=not is_file, at_once=options.format == "daisy")
