"""What came of an export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class ExportResult:
    """Everything that is to be told when an export has ended well.

    `files` are all that make it up, with those that an earlier run had finished, in the order in
    which people should see them. `silent_chapters` are the indices of chosen chapters in which
    nothing could be spoken. `skipped` counts the characters that no voice could say. `notices`
    are sentences for the listener. `seconds` is the length of the sound, `elapsed` how long the
    job took, pauses not included. `speaking_seconds` are what the workers spent on speaking in
    this run, all together; `writing_seconds` what this process spent on levelling, encoding and
    writing, `writing_cpu_seconds` the processor's time of these. `loudness` is what each section
    measures (LUFS, integrated), by its number; those too short to be measured are not in it.
    """

    files: tuple[Path, ...]
    silent_chapters: tuple[int, ...]
    skipped: Mapping[str, int]
    notices: tuple[str, ...]
    seconds: float
    elapsed: float
    speaking_seconds: float
    writing_seconds: float
    writing_cpu_seconds: float
    loudness: Mapping[int, float]
