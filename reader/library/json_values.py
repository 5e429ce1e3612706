"""Values out of a JSON document that may come from anywhere: of the right type, or refused.

Each function raises :class:`Wrong` for what is not of the form that we write.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

Json = Mapping[str, Any]
"""An object of a JSON document."""

LARGEST = 2**53
"""Numbers beyond this are no offsets: other programs would read them as something else."""


class Wrong(ValueError):
    """An entry is not of the form that is written here."""


def as_object(document: object) -> Json:
    """`document`, which must be an object."""
    if not isinstance(document, dict):
        raise Wrong("object")
    return document


def list_of(document: Json, name: str) -> list[object]:
    """The list under `name`; empty if there is none."""
    found = document.get(name, [])
    if not isinstance(found, list):
        raise Wrong(name)
    return found


def as_texts(document: object) -> dict[str, str]:
    """The texts by their names that `document` must be."""
    return {as_text(name): as_text(value) for name, value in as_object(document).items()}


def text_of(document: Json, name: str, otherwise: str = "") -> str:
    """The text under `name`, or what it is `otherwise`."""
    return as_text(document.get(name, otherwise))


def as_text(value: object) -> str:
    """`value`, which must be a text that can be written."""
    if not isinstance(value, str):
        raise Wrong("text")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise Wrong("half of a character") from None
    return value


def number_of(document: Json, name: str, *, required: bool = False) -> int:
    """The number from 0 under `name`; 0 if there is none, unless it is required."""
    value = document.get(name, None if required else 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= LARGEST:
        raise Wrong(name)
    return value


def share_of(document: Json, name: str) -> float:
    """The number from 0 to 1 under `name`; what lies outside is held in."""
    value = document.get(name, 0.0)
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise Wrong(name)
    if isinstance(value, float) and math.isnan(value):
        raise Wrong(name)
    return float(min(1.0, max(0.0, value)))


def is_true(document: Json, name: str, *, otherwise: bool = False) -> bool:
    """Whether what is under `name` is true; `otherwise` if there is nothing."""
    value = document.get(name, otherwise)
    if not isinstance(value, bool):
        raise Wrong(name)
    return value


def written_time(time: datetime) -> str:
    """`time` as it is written: ISO 8601 in UTC."""
    return time.astimezone(UTC).isoformat()


def time_of(document: Json, name: str) -> datetime:
    """The time under `name`, in UTC, of a year that every system can count."""
    try:
        time = datetime.fromisoformat(text_of(document, name))
        time = time if time.tzinfo else time.replace(tzinfo=UTC)
        time = time.astimezone(UTC)
    except (ValueError, OverflowError):
        raise Wrong(name) from None
    if not 1970 <= time.year < 3000:
        raise Wrong(name)
    return time
