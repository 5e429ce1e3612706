"""Exports that were begun and have not ended: after a crash somebody may go on with them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from reader import drafts, paths
from reader.errors import TingshuError
from reader.export.draft import PATTERN, draft
from reader.export.manifest import Manifest, read_manifest
from reader.export.options import ExportOptions
from reader.export.output import Output, spools
from reader.export.spool import clear_abandoned

_PATIENCE = timedelta(days=14)
"""How long a disk may be away until its jobs are forgotten."""


@dataclass(frozen=True, kw_only=True)
class Unfinished:
    """An export that can be gone on with.

    `source` is the file that the book was read from, `extras` what whoever began it wanted to
    be told; `fraction` (0-1) is how far it got, `when` the time of the last sign of life.
    """

    output: Output
    title: str
    options: ExportOptions
    source: Path | None
    extras: Mapping[str, Any]
    fraction: float
    when: datetime

    @property
    def target(self) -> Path:
        """What was to be made; an export to it with `resume` goes on."""
        return self.output.path


def unfinished() -> list[Unfinished]:
    """The jobs that were begun and nobody works at now, the latest first.

    What is left of jobs whose manifest is gone is cleared away; where the whole folder is not
    there, as on a disk that is not plugged in, only after some weeks.
    """
    found = []
    for path in _registry().glob("*.json"):
        note = _read(path)
        if note is None:
            with suppress(OSError):
                path.unlink()
        elif not note.output.is_busy:
            manifest = read_manifest(note.output.manifest)
            if manifest is not None:
                found.append(_unfinished(note, manifest))
            elif note.output.folder.is_dir() or datetime.now(UTC) - note.when > _PATIENCE:
                ended(note.output)
    clear_abandoned(spools())
    return sorted(found, key=lambda job: job.when, reverse=True)


def forget(job: Unfinished) -> None:
    """Throw away what `job` would need to go on; files that are whole stay.

    Never raises: what cannot be deleted stays.
    """
    ended(job.output)
    drafts.clear(job.output.folder, PATTERN)


def ordered(output: Output, manifest: Manifest, *, resume: bool = False) -> None:
    """Remember the job of `manifest`, which is to write `output` but has not begun; a folder is
    made for that. What is there to be gone on with stays as it is if that is to `resume`.

    That it cannot be remembered is no reason not to begin the job later.
    """
    with suppress(OSError, TingshuError):
        if output.is_busy or (resume and read_manifest(output.manifest) is not None):
            return
        if output.is_folder:
            output.folder.mkdir(parents=True, exist_ok=True)
        manifest.write(output.manifest)
        begun(output, 0.0)


def begun(output: Output, fraction: float) -> None:
    """Remember that a job which writes `output` is under way, and how far it is.

    That it cannot be remembered is no reason to end the job.
    """
    document = {
        "path": str(output.path),
        "is_folder": output.is_folder,
        "at_once": output.at_once,
        "fraction": fraction,
        "when": datetime.now(UTC).isoformat(),
    }
    with suppress(OSError, TingshuError):
        folder = _registry()
        folder.mkdir(parents=True, exist_ok=True)
        with draft(folder / f"{output.key}.json") as path:
            path.write_text(json.dumps(document), "utf-8")


def ended(output: Output) -> None:
    """Nobody goes on with the job that wrote `output`: only its whole files are left, and no
    folder without any.
    """
    for path in (output.manifest, _registry() / f"{output.key}.json"):
        with suppress(OSError):
            path.unlink()
    if output.fills_up:
        with suppress(OSError):
            output.path.rmdir()
    output.remove_spool()


def _registry() -> Path:
    return paths.data_folder() / "exports"


@dataclass(frozen=True, kw_only=True)
class _Note:
    """What the registry itself knows; the manifest knows the rest."""

    output: Output
    fraction: float
    when: datetime


def _read(path: Path) -> _Note | None:
    try:
        document = json.loads(path.read_bytes())
        return _Note(
            output=Output(
                path=Path(document["path"]),
                is_folder=bool(document["is_folder"]),
                at_once=bool(document["at_once"]),
            ),
            fraction=float(document["fraction"]),
            when=datetime.fromisoformat(document["when"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _unfinished(note: _Note, manifest: Manifest) -> Unfinished:
    return Unfinished(
        output=note.output,
        title=manifest.title,
        options=manifest.options,
        source=None if manifest.source is None else Path(manifest.source),
        extras=manifest.extras,
        fraction=note.fraction,
        when=note.when,
    )
