"""Decodes a JSON document step by step: decoding a large one at once would stop all threads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

_BLANK = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder()


class Steps:
    """The members of an object that a text is, one after the other.

    Iterating raises :class:`ValueError` or :class:`RecursionError` where it is no such object.
    """

    def __init__(self, text: str, in_parts: str) -> None:
        """Of the member `in_parts`, if it is a list, every element is a step of its own."""
        self._text = text
        self._in_parts = in_parts
        self._at = 0

    @property
    def reached(self) -> float:
        """How much of the text is decoded, from 0 to 1."""
        return self._at / len(self._text) if self._text else 1.0

    def __iter__(self) -> Iterator[tuple[str, object]]:
        """Each member as its name and value."""
        for _ in self._items("{", "}"):
            name = self._value()
            if not isinstance(name, str):
                raise ValueError("a name is no text")
            self._pass(":")
            if name == self._in_parts and self._next() == "[":
                for _ in self._items("[", "]"):
                    yield name, self._value()
            else:
                yield name, self._value()
        if self._next():
            raise ValueError("there is more behind the end")

    def _items(self, begin: str, end: str) -> Iterator[None]:
        """Stops at each item between the brackets; whoever asks decodes it."""
        self._pass(begin)
        if self._next() != end:
            yield
            while self._next() == ",":
                self._pass(",")
                yield
        self._pass(end)

    def _value(self) -> object:
        self._next()
        value, self._at = _DECODER.raw_decode(self._text, self._at)
        return value

    def _pass(self, mark: str) -> None:
        if self._next() != mark:
            raise ValueError(f"{mark} is missing")
        self._at += 1

    def _next(self) -> str:
        """The next character that is no blank; empty at the end."""
        blank = _BLANK.match(self._text, self._at)
        assert blank is not None
        self._at = blank.end()
        return self._text[self._at : self._at + 1]
