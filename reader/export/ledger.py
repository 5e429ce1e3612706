"""What a job has finished, in this run and in the one before."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reader.books.model import Book
from reader.export.manifest import FinishedFile, FinishedSection, Manifest, read_manifest
from reader.export.output import Output
from reader.export.sections import Section
from reader.export.unfinished import begun, ended

_INTERVAL = 5.0
"""Seconds at least between two notes of how far the job is."""


class Ledger:
    """Keeps a job's manifest, and knows what an earlier run has left.

    Anything that writes may raise :class:`~reader.errors.ExportError`.
    """

    def __init__(self, output: Output, manifest: Manifest) -> None:
        """`manifest` is that of a job that has done nothing yet."""
        self._output = output
        self._manifest = manifest
        self._before: dict[int, FinishedSection] = {}
        self._kept: dict[int, FinishedSection] = {}
        self._remembered = float("-inf")

    @property
    def is_empty(self) -> bool:
        """Whether there is no finished sound in it."""
        return not any(section.seconds for section in self._manifest.finished)

    @property
    def seconds_before(self) -> float:
        """How much sound an earlier run has finished."""
        return sum(section.seconds for section in self._before.values())

    def take_over(self, book: Book) -> bool:
        """Take over what an earlier run of this export of `book` has left, if there was one.

        Raises :class:`~reader.errors.ExportError` where it was another export.
        """
        before = read_manifest(self._output.manifest)
        if before is None:
            return False
        before.check(book, self._manifest.options, self._output.path)
        self._before = {section.number: section for section in before.finished}
        self._manifest = replace(self._manifest, finished=before.finished)
        return True

    def begin(self) -> None:
        """Note down that the job is under way."""
        self._manifest.write(self._output.manifest)
        self.remember(0.0)

    def begin_again(self) -> None:
        """What an earlier run has left is of no use."""
        self._before.clear()
        self._kept.clear()

    def had(self, section: Section) -> bool:
        """Whether an earlier run has finished `section`."""
        return section.number in self._before

    def keep(self, section: Section, digest: Callable[[], str]) -> FinishedSection | None:
        """What there is of `section` already, if it is whole and, as `digest` tells, what would
        be said now.
        """
        done = self._before.get(section.number)
        if done is None or not done.is_intact(self._output.folder) or done.digest != digest():
            return None
        self._kept[section.number] = done
        return done

    def kept(self, before: int) -> Iterator[tuple[FinishedSection, Sequence[Path]]]:
        """Each section with a number `before` this that was kept, with its files, once."""
        for number in sorted(number for number in tuple(self._kept) if number < before):
            done = self._kept.pop(number)
            yield done, [self._output.folder / file.name for file in done.files]

    def finish(self, done: FinishedSection, files: Sequence[Path]) -> None:
        """A section is whole in `files`."""
        kept = tuple(FinishedFile.of(file, self._output.folder) for file in files)
        self._manifest = self._manifest.with_finished(replace(done, files=kept))
        self._manifest.write(self._output.manifest)

    def remember(self, fraction: float, *, at_once: bool = True) -> None:
        """Have others know that the job is under way, and how far; now, or every few seconds."""
        now = time.monotonic()
        if at_once or now - self._remembered >= _INTERVAL:
            self._remembered = now
            begun(self._output, fraction)

    def close(self) -> None:
        """Nobody is to go on with the job."""
        ended(self._output)
