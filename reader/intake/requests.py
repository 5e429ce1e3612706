"""What the process that reads books is asked, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.errors import TingshuError
from reader.intake.outcome import Outcome


@dataclass(frozen=True, kw_only=True)
class Add:
    """Put the book in the file at `path` on the shelf."""

    path: Path


@dataclass(frozen=True, kw_only=True)
class Prepare:
    """Put the text of the shelf's book `identifier`, which lies at `path`, into the index."""

    identifier: str
    path: Path


@dataclass(frozen=True, kw_only=True)
class Drop:
    """Take the text of the book `identifier` out of the index."""

    identifier: str


@dataclass(frozen=True, kw_only=True)
class Tidy:
    """Put the index in order, after many books."""


Request = Add | Prepare | Drop | Tidy


@dataclass(frozen=True, kw_only=True)
class Share:
    """So much of the file, 0 to 1, has been read."""

    fraction: float


@dataclass(frozen=True, kw_only=True)
class Done:
    """The request was carried out."""

    outcome: Outcome


@dataclass(frozen=True, kw_only=True)
class Refused:
    """Neither this request nor any other like it can be carried out."""

    error: TingshuError


Answer = Share | Done | Refused
