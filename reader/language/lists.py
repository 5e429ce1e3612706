"""Lists written inside a paragraph: 1. … 2. … or a) … b) …"""

from __future__ import annotations

import re

_MARKER = re.compile(r"(?:^|(?<=\s))(?:[•⁃▪◦*]\s?)?(?P<label>\d{1,3}|[a-z])(?:\.\)|[.)])(?=\s)")
_LABEL_ONLY = re.compile(r"\s*(?:[•⁃▪◦*]\s?)?[(（]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})\s*")


def item_starts(text: str) -> list[int]:
    """Where the items of a list that `text` begins with start, from the second on."""
    starts: list[int] = []
    expected: str | None = None
    for marker in _MARKER.finditer(text):
        label = marker["label"]
        if expected is None:
            if text[: marker.start()].strip():
                return []
        elif label == expected:
            starts.append(marker.start())
        else:
            continue
        expected = str(int(label) + 1) if label.isdigit() else chr(ord(label) + 1)
    return starts


def is_label(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is only the number or letter that opens a list item."""
    return end - start < 12 and _LABEL_ONLY.fullmatch(text, start, end) is not None
