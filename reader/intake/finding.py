"""The files in which books may be, among all that lie in some folders."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reader.background import CancelToken
from reader.books.source import HEAD, SourceInfo
from reader.messages import message

ENDINGS = frozenset({".epub", ".html", ".htm", ".xhtml", ".md", ".tei", ".txt"})
"""How the names of files end that are taken from a folder; a file that is chosen itself may be
called anything."""

_OF_MANY_KINDS = ".xml"
"""Only TEI books are taken of these: the others are no books, though they can be read as text."""

_OPENED_BOOK = Path("META-INF", "container.xml")
"""What an EPUB book has that somebody unpacked; its pages are no books of their own."""


@dataclass
class Found:
    """The `files`, each once, and the folders that could not be looked into, with the reason."""

    files: list[Path] = field(default_factory=list)
    refused: list[tuple[Path, str]] = field(default_factory=list)


def find_files(
    paths: Iterable[Path],
    cancel: CancelToken,
    *,
    looking: Callable[[Path], object] = lambda _: None,
) -> Found:
    """The chosen files, and those with the name of a book in the chosen folders and below.

    `looking` is told each folder. Raises :class:`~reader.errors.Cancelled`.
    """
    found, walk = Found(), Walk(cancel, looking=looking)
    files: dict[Path, None] = {}
    for chosen in paths:
        start = chosen.absolute()
        files.update(dict.fromkeys(walk.below(start) if is_folder(start) else [start]))
    found.files.extend(files)
    found.refused.extend(walk.refused)
    return found


def is_file(path: Path) -> bool:
    """Whether a file is known to be at `path`.

    Unlike the methods of a path, this and :func:`is_folder` never raise: where the system refuses
    to look, or a network has gone, it is as if nothing were there.
    """
    return os.path.isfile(path)


def is_folder(path: Path) -> bool:
    """Whether a folder is known to be at `path`; see :func:`is_file`."""
    return os.path.isdir(path)


class Walk:
    """Looks into folders, into each once.

    Hidden files and folders are left out. Links to folders are followed.
    """

    def __init__(
        self,
        cancel: CancelToken,
        *,
        looking: Callable[[Path], object] = lambda _: None,
        most: int | None = None,
    ) -> None:
        """`looking` is told each folder; after `most` of them no more is looked into."""
        self.refused: list[tuple[Path, str]] = []
        """The folders that could not be looked into, with the reason."""
        self._cancel = cancel
        self._looking = looking
        self._most = most
        self._visited: set[tuple[int, int]] = set()

    def below(self, start: Path) -> Iterator[Path]:
        """The files with the name of a book in `start`, then those in its folders, and so on."""
        waiting = deque([start])
        while waiting and len(self._visited) != self._most:
            self._cancel.check()
            folder = waiting.popleft()
            self._looking(folder)
            try:
                entries = self._listed(folder)
            except OSError as error:
                reason = message("The folder cannot be read ({reason}).", reason=error.strerror)
                self.refused.append((folder, reason))
                continue
            yield from (Path(entry) for entry in entries if _is_book(entry))
            waiting.extend(Path(entry) for entry in entries if _is_folder(entry))

    def _listed(self, folder: Path) -> list[os.DirEntry[str]]:
        """What lies in `folder` and is not hidden; nothing where it was visited before."""
        status = folder.stat()
        identity = (status.st_dev, status.st_ino)
        if identity in self._visited or (folder / _OPENED_BOOK).exists():
            return []
        self._visited.add(identity)
        with os.scandir(folder) as entries:
            shown = [entry for entry in entries if not entry.name.startswith(".")]
        return sorted(shown, key=lambda entry: entry.name)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _is_book(entry: os.DirEntry[str]) -> bool:
    ending = os.path.splitext(entry.name)[1].lower()
    try:
        if ending == _OF_MANY_KINDS:
            return entry.is_file() and _is_tei(Path(entry))
        return ending in ENDINGS and entry.is_file()
    except OSError:
        return False


def _is_tei(path: Path) -> bool:
    from reader.books.tei import TeiImporter

    with path.open("rb") as file:
        head = file.read(HEAD)
    return TeiImporter().accepts(SourceInfo(path=path, name=path.name, head=head, size=len(head)))
