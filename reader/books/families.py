"""Whom a style sheet asks for by ``voice-family``: names, or what the voice is like."""

from __future__ import annotations

import re
from dataclasses import dataclass

_YEARS = {"child": 6, "young": 24, "old": 75}
"""As CSS Speech recommends."""

_GENERIC = re.compile(
    r"(?:(?P<age>child|young|old)\s+)?(?P<gender>male|female|neutral)(?:\s+\d+)?|(?P<child>child)",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Family:
    """Voices by name, best first; where none of them is there, `gender` and `age` (in years).

    `gender` is ``male``, ``female``, ``neutral`` or None.
    """

    names: tuple[str, ...] = ()
    gender: str | None = None
    age: int | None = None


def family_of(voice: str) -> Family:
    """What :attr:`reader.books.model.Run.voice` asks for.

    A list is read down to its first generic voice; which of several alike (``male 2``) is left
    to whoever casts.
    """
    names: list[str] = []
    for each in (one.strip() for one in voice.split(",")):
        generic = _GENERIC.fullmatch(each)
        if generic:
            age = (generic["age"] or generic["child"] or "").lower()
            gender = (generic["gender"] or "").lower() or None
            return Family(names=tuple(names), gender=gender, age=_YEARS.get(age))
        if each:
            names.append(each)
    return Family(names=tuple(names))
