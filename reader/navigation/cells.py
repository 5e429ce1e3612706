"""The cells of a table row, told apart by what stands between them.

A row is one block. Its cells are joined by a semicolon, or by a blank where a cell ends in
punctuation; a cell may be preceded by the heading of its column (``Age: 7``). So a semicolon
within a cell cannot be told from one between two, and an empty cell leaves no trace but in
the headings of those behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_BETWEEN = re.compile(r"; |；")
_PUNCTUATION = r"[\s.,;:!?。，；：！？、…]"
_MARK = r"(?:: |：)"


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell at `column` (from 0); its own text is ``row[start:end]``, without the heading.

    `heading` is that of its column where the row tells it.
    """

    column: int
    start: int
    end: int
    heading: str = ""


def plain_cells(row: str) -> tuple[Placed, ...]:
    """The cells of a row without headings, such as the first of a table."""
    bounds = [0, *(end for found in _BETWEEN.finditer(row) for end in found.span()), len(row)]
    pairs = zip(bounds[::2], bounds[1::2], strict=True)
    return tuple(Placed(column, start, end) for column, (start, end) in enumerate(pairs))


def headings_of(first: str, second: str) -> tuple[str, ...]:
    """The headings of the columns, if the first row of a table has them and the second tells."""
    headings = tuple(first[cell.start : cell.end].rstrip(" :：") for cell in plain_cells(first))
    return headings if any(found for found in _headed(second, headings)) else ()


def headed_cells(row: str, headings: Sequence[str]) -> tuple[Placed, ...]:
    """The cells of a row below `headings`: each goes to the column whose heading it bears.

    What bears none stands before the first that does, and heads the row.
    """
    headed = list(_headed(row, headings))
    if not headed:
        return plain_cells(row)
    cells: list[Placed] = []
    if headed[0].begin:
        cells.append(Placed(0, 0, _end(row, headed[0].begin)))
    following = [*(each.begin for each in headed[1:]), len(row) + 2]
    for each, begin in zip(headed, following, strict=True):
        cells.append(Placed(each.column, each.start, _end(row, begin), headings[each.column]))
    return tuple(cells)


def _end(row: str, following: int) -> int:
    """Where a cell ends before which the one at `following` begins."""
    if following > len(row):
        return len(row)
    return len(row[:following].rstrip(" ").removesuffix(";").removesuffix("；"))


@dataclass(frozen=True, slots=True)
class _Headed:
    begin: int
    start: int
    column: int


def _headed(row: str, headings: Sequence[str]) -> Iterator[_Headed]:
    """Where the headings stand in `row`, one after another, each at the start of a cell."""
    at = 0
    for column, heading in enumerate(headings):
        if not heading:
            continue
        begins = rf"(?:^|(?<={_PUNCTUATION}))"
        found = re.compile(begins + re.escape(heading) + _MARK).search(row, at)
        if found is not None:
            yield _Headed(found.start(), found.end(), column)
            at = found.end()
