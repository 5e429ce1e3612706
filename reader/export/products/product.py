"""The contract between a job and what it makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from reader.books.model import Book
from reader.export.sections import Section, SectionSound


@dataclass(frozen=True, kw_only=True)
class Edition:
    """What the tags and titles of everything that is made say.

    `narrators` are the titles of the voices that read, the narrator's first; `speakers` are the
    names of the characters by what :attr:`~reader.narration.utterance.Span.speaker` says.
    `sections` are all that will be made, in order; chapters that are not among them are not
    read, but stand in the text of a read-along book.
    """

    book: Book
    narrators: tuple[str, ...]
    sections: tuple[Section, ...]
    speakers: Mapping[str, str] = field(default_factory=dict)


class Product(Protocol):
    """Files that grow section by section.

    Whatever is whole appears under its final name at once, nothing else ever does. Anything may
    raise `OSError` or :class:`~reader.errors.ExportError`; after an error only :meth:`abandon`
    may be called.
    """

    def add(self, sound: SectionSound) -> Sequence[Path]:
        """Take the next section; the files that are whole now because of it, in the order in
        which people should see them.
        """
        ...

    def keep(self, section: Section, files: Sequence[Path]) -> bool:
        """Count on `files` that an earlier run of the same export has finished for this section,
        instead of :meth:`add`; False where the product is one file and must hear it again.
        """
        ...

    @property
    def notices(self) -> Sequence[str]:
        """What the listener should be told of what is made, when all sections are in it."""
        ...

    def finish(self) -> Sequence[Path]:
        """Make the rest whole; the files that were not told before."""
        ...

    def abandon(self) -> None:
        """Leave nothing half-made behind; what is whole stays. Never raises."""
        ...
