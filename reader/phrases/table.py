"""A table of phrases as CSV: a template a row, a column a slot."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from types import MappingProxyType

from reader.errors import TingshuError

COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "template": ("template", "text", "模板", "文本"),
        "name": ("name", "文件名", "名称"),
        "voice": ("voice", "声音"),
        "language": ("language", "语言"),
    }
)
"""The columns that are no slots, by all names that they may have in the first row."""

_SEPARATORS = ",;\t"
_MOST_ROWS = 100_000
_SHOWN = 40


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row: its `line` in the file, from 1, and what it holds, "" where it holds nothing.

    `values` are those of all columns by their names in small letters, which slots refer to.
    """

    line: int
    template: str
    name: str
    voice: str
    language: str
    values: Mapping[str, str]


def wrong(subject: str, line: int, reason: str, remedy: str) -> TingshuError:
    """The error for a `line` of the table."""
    return TingshuError(subject, f"Line {line}: {reason}", remedy)


def read_table(text: str, subject: str) -> list[Row]:
    """The rows of the table `text`, of the file `subject`, without those that are empty.

    Columns are parted by commas, semicolons or tabs, whichever the first row has most of. An
    empty template is that of the row above. Raises :class:`~reader.errors.TingshuError`.
    """
    text = text.removeprefix("\ufeff")
    records = _records(text, subject)
    line, header = next(records, (1, []))
    columns = _columns(header, line, subject)
    names = [name.casefold() for name in header]
    rows: list[Row] = []
    for line, cells in records:
        if len(rows) >= _MOST_ROWS:
            raise wrong(subject, line, f"There are more than {_MOST_ROWS:,} rows.", "Divide it.")
        rows.append(_row(line, cells, columns, names, rows[-1].template if rows else "", subject))
    if not rows:
        raise TingshuError(
            subject, "There are no phrases in it.", "Write one below the names of the columns."
        )
    return rows


def _records(text: str, subject: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not empty, each with the line that it begins in."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    line = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise wrong(
                subject,
                line,
                f"The row cannot be read ({error}).",
                'Put quotes around a cell, and write "" for a quote in it.',
            ) from None
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield line, [" ".join(cell.split()) for cell in cells]
        line = reader.line_num + 1


def _separator(text: str) -> str:
    header = next((line for line in text.splitlines() if line.strip()), "")
    return max(_SEPARATORS, key=header.count)


def _columns(header: list[str], line: int, subject: str) -> list[str]:
    """What each column is: a slot's name, or a key of :data:`COLUMNS`."""
    known = {name: key for key, names in COLUMNS.items() for name in names}
    columns = [known.get(name.casefold(), name.casefold()) for name in header]
    while columns and not columns[-1]:
        columns.pop()
    if "template" not in columns:
        raise wrong(
            subject,
            line,
            "No column is called template.",
            f"The first row names the columns; one is {', '.join(COLUMNS['template'])}.",
        )
    for number, name in enumerate(columns):
        if name in columns[:number]:
            raise wrong(
                subject, line, f"Two columns are called {header[number]}.", "Rename one of them."
            )
    return columns


def _row(
    line: int, cells: list[str], columns: list[str], names: list[str], above: str, subject: str
) -> Row:
    extra = next((cell for cell in cells[len(columns) :] if cell), None)
    if extra is not None:
        raise wrong(
            subject,
            line,
            f"“{extra[:_SHOWN]}” stands in no column; there are {len(columns)}.",
            "Put quotes around a cell that holds commas.",
        )
    filled = dict(zip(columns, [*cells, *[""] * len(columns)], strict=False))
    template = filled["template"] or above
    if not template:
        raise wrong(subject, line, "There is no template in it or above it.", "Write one there.")
    return Row(
        line=line,
        template=template,
        name=filled.get("name", ""),
        voice=filled.get("voice", ""),
        language=filled.get("language", ""),
        values=filled | dict(zip(names, [filled[column] for column in columns], strict=False)),
    )
