"""The help as a book: a text of ours, with the keys as they are set now, as a file to be opened.

The text has a title in its first line; ``#`` begins a chapter, ``##`` a part of one, ``-`` an item
of a list; every other line is a paragraph. ``{play}`` stands for the way to a command, and a line
``{all_keys}`` for the list of them all.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from html import escape
from itertools import groupby
from pathlib import Path

from reader import paths
from reader.ui.commands import Keymap
from reader.ui.help.ways import all_keys, ways
from reader.ui.language import spoken

TEXTS = {"en": "english.md", "zh": "chinese.md"}
"""The texts of the help, by the language they are in."""

ALL_KEYS = "{all_keys}"

_MARKS = {"# ": "h1", "## ": "h2", "- ": "li"}


def write_guide(keymap: Keymap) -> Path:
    """Write the help in the language of the window; where it lies.

    That is the folder for caches or, if that cannot be written, one for this time alone. Raises
    :class:`OSError`.
    """
    language = spoken()
    source = paths.resources_folder() / "help" / TEXTS[language]
    page = guide_page(source.read_text("utf-8"), language, keymap)
    try:
        return _written(paths.cache_folder() / "help" / f"{language}.html", page)
    except OSError:
        return _written(Path(tempfile.mkdtemp(prefix="tingshu-"), f"{language}.html"), page)


def guide_page(text: str, language: str, keymap: Keymap) -> str:
    """The help as a page of HTML."""
    title, *lines = filter(None, text.splitlines())
    body = "\n".join(_body(lines, keymap))
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f'<title>{escape(title)}</title><meta name="author" content="Tingshu 听书"></head>\n'
        f"<body>\n{body}\n</body></html>\n"
    )


def _body(lines: list[str], keymap: Keymap) -> Iterator[str]:
    known = ways(keymap)
    for is_list, group in groupby(lines, lambda line: line.startswith("- ")):
        shown = [_keys(keymap) if line == ALL_KEYS else _line(line, known) for line in group]
        yield _list(shown) if is_list else "\n".join(shown)


def _line(line: str, known: Mapping[str, str]) -> str:
    mark = next((mark for mark in _MARKS if line.startswith(mark)), "")
    return _element(_MARKS.get(mark, "p"), line.removeprefix(mark).format_map(known))


def _keys(keymap: Keymap) -> str:
    return "\n".join(
        _element("h2", section.title) + _list(_element("li", entry) for entry in section.entries)
        for section in all_keys(keymap)
    )


def _list(items: Iterator[str] | list[str]) -> str:
    return f"<ul>{''.join(items)}</ul>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>"


def _written(file: Path, page: str) -> Path:
    """A file that is as it should be is not written again."""
    content = page.encode("utf-8")
    if not file.is_file() or file.read_bytes() != content:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return file
