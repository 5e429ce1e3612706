"""Lists written inside a paragraph: 1. … 2. … or a) … b) …"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BULLET = r"(?:[•⁃▪◦*]\s?)?"
_MARKER = re.compile(rf"(?:^|(?<=\s)){_BULLET}(?P<label>\d{{1,3}}|[a-z])(?:\.\)|[.)])(?=\s)")
_FIRST = re.compile(rf"\s{{0,20}}{_BULLET}(?P<label>\d{{1,3}}|[a-z])(?:\.\)|[.)])(?=\s)")
_LABEL_ONLY = re.compile(rf"\s*{_BULLET}[(（]?(?:\d{{1,3}}|[A-Za-z]|[ivxIVX]{{1,4}})\s*")


def item_starts(text: str) -> Iterator[int]:
    """Where the items of a list that `text` begins with start, from the second on."""
    first = _FIRST.match(text)
    if first is None:
        return
    expected = _after(first["label"])
    for marker in _MARKER.finditer(text, first.end()):
        if marker["label"] == expected:
            yield marker.start()
            expected = _after(expected)


def is_label(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is only the number or letter that opens a list item."""
    return end - start < 12 and _LABEL_ONLY.fullmatch(text, start, end) is not None


def _after(label: str) -> str:
    return str(int(label) + 1) if label.isdecimal() else chr(ord(label) + 1)
