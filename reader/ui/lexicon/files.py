"""Pronunciations out of files and into files; for a thread of its own."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from reader.background import CancelToken
from reader.errors import LexiconError
from reader.lexicon.entry import Entry
from reader.lexicon.exchange import Exported, Imported, read, written_lines, written_pls
from reader.messages import message

PLS = ".pls"
"""The ending of the files that are written as PLS; all others hold Voice Dream's lines."""


def read_file(
    path: Path, book: str | None, progress: Callable[[float], object], cancel: CancelToken
) -> Imported:
    """What the file holds, for the `book` or, without one, for all.

    Raises :class:`~reader.errors.LexiconError` or :class:`~reader.errors.MarkupError` if it
    cannot be read, and :class:`~reader.errors.Cancelled`.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise LexiconError(
            str(path),
            message("The file cannot be read ({strerror}).", strerror=error.strerror),
            message("Check its permissions."),
        ) from error
    return read(content, path.name, book=book, progress=progress, cancel=cancel)


def write_file(path: Path, entries: Sequence[Entry], cancel: CancelToken) -> Exported:
    """Write `entries` in the format that the ending of `path` tells.

    PLS holds one language a file: the one that most of the entries are for. Where the format can
    hold none of them, no file is written or replaced. Raises
    :class:`~reader.errors.LexiconError` if the file cannot be written, and
    :class:`~reader.errors.Cancelled`.
    """
    if path.suffix.lower() == PLS:
        exported = written_pls(entries, _main_language(entries))
    else:
        exported = written_lines(entries)
    cancel.check()
    if not exported.count:
        return exported
    draft = path.with_name(f"{path.name}.new")
    try:
        draft.write_bytes(exported.content)
        os.replace(draft, path)
    except OSError as error:
        raise LexiconError(
            str(path),
            message("The file cannot be written ({strerror}).", strerror=error.strerror),
            message("Free some space, or choose another folder."),
        ) from error
    return exported


def _main_language(entries: Sequence[Entry]) -> str:
    languages = Counter(entry.language for entry in entries if entry.language)
    return max(languages, key=languages.__getitem__, default="")
