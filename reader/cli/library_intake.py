"""How the terminal takes books in, with progress: ``tingshu library add`` and ``index``."""

from __future__ import annotations

import argparse
from contextlib import closing
from typing import TYPE_CHECKING

from reader.cli.terminal import ProgressLine, print_json, stopped_by_signals, tell
from reader.errors import Cancelled

if TYPE_CHECKING:
    from reader.intake.outcome import Added, Progress
    from reader.library.store import Library


def add(options: argparse.Namespace, library: Library) -> int:
    """Put files and folders on the shelf; the exit status."""
    from reader import settings
    from reader.intake.intake import Intake

    intake = Intake(library, index=settings.load().index)
    with stopped_by_signals() as cancel, closing(ProgressLine()) as line:
        added = intake.run(
            options.path,
            progress=lambda progress: _tell(progress, line),
            waiting=lambda: line.tell("Another window or command is adding books; waiting."),
            cancel=cancel,
        )
    if options.json:
        print_json(_outcome(added))
    else:
        _tell_outcome(added)
    if not added.complete:
        raise Cancelled
    return 1 if added.failed else 0


def index(options: argparse.Namespace, library: Library) -> int:
    """Put the shelf's texts into the search index; the exit status."""
    from reader.intake.intake import Intake

    with stopped_by_signals() as cancel, closing(ProgressLine()) as line:
        indexed = Intake(library).index_missing(
            progress=lambda progress: _tell(progress, line), cancel=cancel
        )
    if options.json:
        failed = [{"title": title, "reason": reason} for title, reason in indexed.failed]
        print_json({"books": indexed.books, "failed": failed, "complete": indexed.complete})
    else:
        for title, reason in indexed.failed:
            tell(f"{title}: {reason}")
        print(f"prepared: {indexed.books:,}")
    if not indexed.complete:
        raise Cancelled
    return 1 if indexed.failed else 0


def _tell(progress: Progress, line: ProgressLine) -> None:
    if progress.total:
        line.show(progress.fraction, f"{progress.done} of {progress.total}  {progress.name}")
    else:
        line.show(0.0, f"looking into {progress.name}")


def _outcome(added: Added) -> dict[str, object]:
    return {
        "new": added.new,
        "known": added.known,
        "duplicates": added.duplicates,
        "moved": added.moved,
        "failed": [{"path": str(path), "reason": reason} for path, reason in added.failed],
        "complete": added.complete,
    }


def _tell_outcome(added: Added) -> None:
    for path, reason in added.failed:
        tell(f"{path}: {reason}")
    counts = (
        ("new", added.new),
        ("there already", added.known),
        ("copies of others", added.duplicates),
        ("found again", added.moved),
        ("not readable", len(added.failed)),
    )
    print(", ".join(f"{what}: {count:,}" for what, count in counts if count) or "No books there.")
