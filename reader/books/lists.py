"""The numbers of list items, as the page would show them."""

from __future__ import annotations

from dataclasses import dataclass

from reader.books.markup import Element, local_name

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


@dataclass
class _Open:
    ordered: bool
    numeral: str
    following: int
    step: int


class ListNumbers:
    """Counts the items of the lists that are open, innermost last."""

    def __init__(self) -> None:
        self._open: list[_Open] = []

    def enter(self, element: Element) -> None:
        """A list begins."""
        ordered = local_name(element) == "ol" and "none" not in element.get("style", "")
        step = -1 if element.get("reversed") is not None else 1
        items = sum(1 for child in element if local_name(child) == "li") if step < 0 else 1
        start = _number(element.get("start"), items)
        self._open.append(_Open(ordered, element.get("type", "1"), start, step))

    def leave(self) -> None:
        """The innermost list ends."""
        if self._open:
            self._open.pop()

    def marker(self, item: Element) -> str:
        """The number of `item` with a full stop and a blank; empty in unordered lists."""
        if not self._open or not self._open[-1].ordered:
            return ""
        current = self._open[-1]
        number = _number(item.get("value"), current.following)
        current.following = number + current.step
        return f"{_numeral(number, current.numeral)}. "


def _number(text: str | None, default: int) -> int:
    try:
        return int(text or "")
    except ValueError:
        return default


def _numeral(number: int, kind: str) -> str:
    if kind in {"a", "A"} and 1 <= number <= 26:
        letter = chr(ord("a") + number - 1)
        return letter.upper() if kind == "A" else letter
    if kind in {"i", "I"} and 1 <= number < 4000:
        letters = ""
        for value, sign in _ROMAN:
            count, number = divmod(number, value)
            letters += sign * count
        return letters.upper() if kind == "I" else letters
    return str(number)
