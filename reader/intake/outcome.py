"""What comes of adding books: for each file, and for all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from reader.background import CancelToken

Report = Callable[[float], None]
"""Is told how much of a file has been read, 0 to 1."""

Take = Callable[[Path, Report, CancelToken], "Outcome"]
"""Takes one file in; raises :class:`~reader.errors.LibraryError` where none could be."""


class Fate(Enum):
    """What became of a file."""

    NEW = "new"
    """Its book is on the shelf now."""
    KNOWN = "known"
    """Its book was on the shelf already, from this file."""
    DUPLICATE = "duplicate"
    """Its book is on the shelf from another file."""
    MOVED = "moved"
    """Its book was on the shelf from a file that is gone; this one takes its place."""
    FAILED = "failed"
    """It cannot be read."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of a file: `book` is the identifier of its book, `reason` why there is none."""

    fate: Fate
    book: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How far the work is: `done` of `total` files, and `share` (0-1) of the one called `name`.

    While the files are still being looked for, `total` is 0 and `name` is the folder's.
    """

    done: int
    total: int
    name: str
    share: float = 0.0

    @property
    def fraction(self) -> float:
        """How much of the whole is done, 0 to 1."""
        return min(1.0, (self.done + self.share) / self.total) if self.total else 0.0


def teller(progress: Callable[[Progress], object], done: int, total: int, name: str) -> Report:
    """What tells `progress` how much of the file called `name` has been read."""

    def report(share: float) -> None:
        progress(Progress(done=done, total=total, name=name, share=share))

    return report


def part(report: Report, begin: float, end: float) -> Report:
    """What tells `report` how much is done of that part of the work."""
    return lambda share: report(begin + share * (end - begin))


@dataclass(frozen=True, kw_only=True)
class Added:
    """What came of adding: how many files were of each kind, and why some could not be read.

    `books` are the identifiers of the new ones; `complete` is False where the work was stopped.
    """

    new: int = 0
    known: int = 0
    duplicates: int = 0
    moved: int = 0
    failed: tuple[tuple[Path, str], ...] = ()
    books: tuple[str, ...] = ()
    complete: bool = True


@dataclass
class Tally:
    """Counts outcomes as they come."""

    _fates: dict[Fate, int] = field(default_factory=lambda: dict.fromkeys(Fate, 0))
    _failed: list[tuple[Path, str]] = field(default_factory=list)
    _books: list[str] = field(default_factory=list)

    def count(self, path: Path, outcome: Outcome) -> None:
        """Note what became of the file at `path`."""
        self._fates[outcome.fate] += 1
        if outcome.fate is Fate.FAILED:
            self._failed.append((path, outcome.reason))
        elif outcome.fate is Fate.NEW:
            self._books.append(outcome.book)

    def added(self, *, complete: bool) -> Added:
        """All that was counted."""
        return Added(
            new=self._fates[Fate.NEW],
            known=self._fates[Fate.KNOWN],
            duplicates=self._fates[Fate.DUPLICATE],
            moved=self._fates[Fate.MOVED],
            failed=tuple(self._failed),
            books=tuple(self._books),
            complete=complete,
        )
