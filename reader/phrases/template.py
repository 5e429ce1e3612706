"""A template: text with slots in braces, such as ``设备{id}温度{value}度``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

_TOKEN = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")


class Kind(Enum):
    """How a value is read: letter by letter and digit by digit, as a number, or as it stands."""

    ID = "id"
    NUMBER = "number"
    TEXT = "text"


@dataclass(frozen=True)
class Slot:
    """A place for the value of the column `name`; `kind` where the template tells it."""

    name: str
    kind: Kind | None = None


class TemplateError(ValueError):
    """A template cannot be understood; the text is the reason, as a sentence."""


def parts(template: str) -> Iterator[str | Slot]:
    """The text and the slots of `template`, in order; ``{{`` and ``}}`` are braces.

    A slot may tell how its value is read: ``{room:id}``, ``{count:number}``, ``{place:text}``.
    Raises :class:`TemplateError`.
    """
    place = 0
    for token in _TOKEN.finditer(template):
        yield template[place : token.start()]
        place = token.end()
        if token[0] in ("{{", "}}"):
            yield token[0][0]
        elif token[0] in ("{", "}"):
            raise TemplateError(f"A brace is not closed or not opened: “{token[0]}”.")
        else:
            yield _slot(token[1])
    yield template[place:]


def _slot(written: str) -> Slot:
    name, colon, kind = (each.strip() for each in written.rpartition(":"))
    if not colon:
        name, kind = kind, ""
    if not name:
        raise TemplateError("A slot has no name.")
    if not colon:
        return Slot(name)
    if kind not in {each.value for each in Kind}:
        raise TemplateError(f"{{{written}}} asks for “{kind}”; it can be id, number or text.")
    return Slot(name, Kind(kind))
