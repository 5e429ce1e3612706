"""Which chapters: ``1-3,7`` as a person writes it."""

from __future__ import annotations

import re

from reader.errors import ExportError
from reader.messages import message

_PART = re.compile(r"(\d+)(\s*[-–]\s*(\d+)?)?", re.ASCII)


def parse_chapters(text: str, count: int) -> list[int]:
    """The chapter indices (from 0, rising, each once) that `text` names for people (from 1).

    ``7`` is a chapter, ``1-3`` a range, ``5-`` everything from the fifth; commas join them.
    `count` is how many chapters the book has. Raises :class:`~reader.errors.ExportError`
    for what is not understood or not in the book.
    """
    chosen: set[int] = set()
    for part in text.replace("，", ",").split(","):
        chosen.update(_range(part.strip(), text, count))
    return sorted(chosen)


def _range(part: str, text: str, count: int) -> range:
    match = _PART.fullmatch(part)
    if match is None:
        raise ExportError(
            message("Chapters “{text}”", text=text),
            message("“{part}” is not a chapter number or a range.", part=part)
            if part
            else message("A number is missing."),
            message("Write numbers and ranges with commas between them, for example 1-3,7."),
        )
    first = int(match[1])
    last = int(match[3] or count) if match[2] else first
    for number in (first, last):
        if not 1 <= number <= count:
            raise ExportError(
                message("Chapters “{text}”", text=text),
                message("There is no chapter {number}.", number=number),
                message("The book has the chapters 1 to {count}.", count=count),
            )
    if first > last:
        raise ExportError(
            message("Chapters “{text}”", text=text),
            message("The range {part} runs backwards.", part=part),
            message("Write {last}-{first}.", last=last, first=first),
        )
    return range(first - 1, last)
