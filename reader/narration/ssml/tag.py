"""A start tag with its place in the document, and what can be wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from reader.errors import MarkupError
from reader.messages import message
from reader.narration.ssml.model import Choose, Limits, Warned


@dataclass(frozen=True, kw_only=True)
class Terms:
    """How a document is read; the fields are the arguments of :func:`~.parsing.parse`."""

    subject: str
    strict: bool
    limits: Limits
    choose: Choose
    median_hz: float | None
    styles: Collection[str] | None


class Problems:
    """Refuses what cannot be read, and remembers what is only left out.

    `place` tells the line and column, from 1, that is being read.
    """

    def __init__(self, terms: Terms, place: Callable[[], tuple[int, int]]) -> None:
        self._terms = terms
        self._place = place
        self._told: dict[str, Warned] = {}

    @property
    def warnings(self) -> tuple[Warned, ...]:
        """Each kind of thing that was left out, at its first place."""
        return tuple(self._told.values())

    def refuse(self, reason: str, remedy: str, place: tuple[int, int] | None = None) -> MarkupError:
        """The error to raise; the `place` is that which is being read, unless given."""
        line, column = place or self._place()
        return MarkupError(self._terms.subject, reason, remedy, line=line, column=column)

    def mind(self, reason: str, remedy: str) -> None:
        """Refuse in a strict document, leave it out of another."""
        if self._terms.strict:
            raise self.refuse(reason, remedy)
        self.warn(reason)

    def warn(self, reason: str) -> None:
        """What `reason` names is left out; the same is told once."""
        if reason not in self._told:
            line, column = self._place()
            self._told[reason] = Warned(line=line, column=column, words=reason)


class Tag(NamedTuple):
    """A start tag: `name` as people write it, `attributes` by their names as people do."""

    name: str
    attributes: Mapping[str, str]
    terms: Terms
    problems: Problems

    def get(self, name: str) -> str | None:
        """The attribute's value without white space around it; None if it is not there."""
        value = self.attributes.get(name)
        return None if value is None else value.strip()

    def required(self, name: str, example: str) -> str | None:
        """The attribute's value; that there is none is minded."""
        value = self.attributes.get(name)
        if value is None:
            self.problems.mind(
                message("<{element}> has no attribute {name}.", element=self.name, name=name),
                message('Write {name}="{example}", for example.', name=name, example=example),
            )
        return value

    def wrong(self, name: str, remedy: str) -> None:
        """The attribute's value is minded."""
        value = self.attributes[name]
        shown = value if len(value) <= _SHOWN else value[:_SHOWN] + "…"
        self.problems.mind(
            message(
                '{name}="{shown}" of <{element}> is not understood.',
                name=name,
                shown=shown,
                element=self.name,
            ),
            remedy,
        )


_SHOWN = 40
"""Characters of a wrong value that are repeated to the user."""
