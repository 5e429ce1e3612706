"""The standards and their rows, read from the TOML files beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
FOLDER = Path(__file__).parent
FILES = ("daisy_requirements", "epub_tests", "wcag", "en_301_549")
"""The data files, in the order of the page."""


class Kind(Enum):
    """How it is known whether a requirement is met."""

    TEST = "test"
    """The tests named in `proof` prove it."""
    PERSON = "person"
    """Only a person, or a program that is not at hand, can tell; `note` says what to look at."""
    FAILS = "fails"
    """It is not met; `note` says why and what would close the gap."""
    NOT_APPLICABLE = "not applicable"
    """It asks about something that the reader does not have; `note` says what."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One requirement.

    `level` is must, should or could, or A or AA. `proof` names tests (``file::function``);
    `own_books` tests on the books that the standard's makers publish for it, which are not
    always at hand. `same_as` is the row of WCAG 2.2 that this row only repeats.
    """

    id: str
    text: str
    level: str
    kind: Kind
    proof: tuple[str, ...] = ()
    own_books: tuple[str, ...] = ()
    note: str = ""
    same_as: str = ""

    @property
    def tests(self) -> tuple[str, ...]:
        """Every test that the row names."""
        return self.proof + self.own_books


@dataclass(frozen=True, kw_only=True)
class Section:
    """Rows of a standard that belong together."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class Standard:
    """A standard: `about` says which edition, and how much of it is looked at here."""

    title: str
    about: str
    sections: tuple[Section, ...]

    @property
    def rows(self) -> Iterator[Row]:
        """Its rows, in order."""
        for section in self.sections:
            yield from section.rows


def load() -> tuple[Standard, ...]:
    """All standards; rows that repeat one of WCAG have its verdict and its tests."""
    standards = [_standard(tomllib.loads((FOLDER / f"{file}.toml").read_text())) for file in FILES]
    originals = {row.id: row for standard in standards for row in standard.rows}
    return tuple(
        replace(standard, sections=tuple(_resolved(s, originals) for s in standard.sections))
        for standard in standards
    )


def _standard(found: dict[str, Any]) -> Standard:
    sections = tuple(
        Section(title=section["title"], rows=tuple(_row(**row) for row in section["row"]))
        for section in found["section"]
    )
    return Standard(title=found["title"], about=found["about"], sections=sections)


def _row(kind: str = "test", proof: Any = (), own_books: Any = (), **rest: str) -> Row:
    return Row(kind=Kind(kind), proof=tuple(proof), own_books=tuple(own_books), **rest)


def _resolved(section: Section, originals: dict[str, Row]) -> Section:
    rows = (_with_verdict(row, originals) for row in section.rows)
    return replace(section, rows=tuple(rows))


def _with_verdict(row: Row, originals: dict[str, Row]) -> Row:
    if not row.same_as:
        return row
    original = originals[row.same_as]
    return replace(row, kind=original.kind, proof=original.proof, note=original.note)
