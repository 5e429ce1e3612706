"""What ``tingshu lexicon`` does with files: takes entries from them, and writes them."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.terminal import ProgressLine, print_json, stopped_by_signals, tell
from reader.errors import LexiconError

if TYPE_CHECKING:
    from reader.lexicon.entry import Entry
    from reader.lexicon.exchange import Exported, Imported
    from reader.library.store import Library

_SHOWN = 20
"""Words that were refused or left out which are told one by one to people."""

_PLS = {".pls", ".xml"}
_LARGE = 500_000
"""Bytes from which reading a file takes long enough to tell how far it is."""


def take(library: Library, options: argparse.Namespace, book: str | None) -> None:
    """Keep the entries of the file ``options.file`` for `book`, None for all."""
    from reader.lexicon import exchange

    name = "Standard input" if options.file == "-" else options.file
    content = _content(options.file)
    line = ProgressLine()
    with stopped_by_signals() as cancel:
        try:
            taken = exchange.read(
                content,
                name,
                language=options.language,
                book=book,
                progress=lambda done: line.show(done, name) if len(content) > _LARGE else None,
                cancel=cancel,
            )
        finally:
            line.close()
    replaced = len(library.keep_pronunciations(taken.entries).replaced)
    if options.json:
        print_json(_imported(taken, replaced))
    else:
        print(
            f"Taken: {len(taken.entries):,}, replacing {replaced:,}. "
            f"Not taken: {len(taken.refused):,}."
        )
        _tell_some([str(refusal) for refusal in taken.refused])
    if not taken.entries:
        raise LexiconError(
            name,
            "There is nothing in it that could be taken.",
            'It must be a PLS 1.0 file, or have lines like "word",0,Y,"said",0.',
        )


def write(entries: Sequence[Entry], options: argparse.Namespace) -> None:
    """Write `entries` into ``options.file``, in the form that its name tells."""
    name, to_output = str(options.file), str(options.file) == "-"
    if to_output and options.json:
        raise LexiconError(
            "Standard output", "It cannot hold both the rules and JSON.", "Leave out --json."
        )
    language = options.language.lower()
    written = _written(entries, language, options.file)
    if not written.count:
        _tell_left_out(written)
        raise LexiconError(
            "Standard output" if to_output else name,
            "There is nothing to write; no file is written or replaced.",
            "Look at what there is: tingshu lexicon list",
        )
    if to_output:
        sys.stdout.buffer.write(written.content)
        sys.stdout.buffer.flush()
        _tell_left_out(written)
        return
    _replace(options.file, written.content)
    if options.json:
        left_out = [{"word": entry.word, "reason": reason} for entry, reason in written.left_out]
        counts = {"written": written.count, "narrowed": written.narrowed}
        print_json({**counts, "left_out": left_out})
        return
    print(f"Written: {written.count:,}. Left out: {len(written.left_out):,}.")
    if written.narrowed:
        print(f"Of these, {written.narrowed:,} for all languages are for one alone in the file.")
    _tell_left_out(written)


def _tell_left_out(written: Exported) -> None:
    _tell_some([f"{entry.word}: {reason}" for entry, reason in written.left_out])


def _content(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise LexiconError(
            name, f"The file cannot be read ({error.strerror}).", "Check the name."
        ) from error


def _imported(taken: Imported, replaced: int) -> dict[str, object]:
    refused = [{"line": r.line, "word": r.word, "reason": r.reason} for r in taken.refused]
    return {"taken": len(taken.entries), "replaced": replaced, "refused": refused}


def _written(entries: Sequence[Entry], language: str, file: Path) -> Exported:
    from reader.lexicon import exchange

    if file.suffix.lower() not in _PLS:
        return exchange.written_lines(
            entry for entry in entries if not language or entry.language in ("", language)
        )
    languages = sorted({entry.language for entry in entries if entry.language})
    if not language and len(languages) > 1:
        raise LexiconError(
            str(file),
            f"A PLS file is for one language, and there are entries for {', '.join(languages)}.",
            f"Choose one: --language {languages[0]}",
        )
    return exchange.written_pls(entries, language or next(iter(languages), ""))


def _replace(file: Path, content: bytes) -> None:
    """Write `content` to `file`; one that is there stays whole until the new one is."""
    draft = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        draft.write_bytes(content)
        os.replace(draft, file)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise LexiconError(
            str(file), f"The file cannot be written ({error.strerror}).", "Check the folder."
        ) from error


def _tell_some(told: Sequence[str]) -> None:
    for each in told[:_SHOWN]:
        print(f"  {each}", file=sys.stderr)
    if len(told) > _SHOWN:
        tell(f"  … and {len(told) - _SHOWN:,} more; --json lists them all.")
