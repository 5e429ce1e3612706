"""What comes of an export."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.export.sections import Section


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """A section and its length in seconds, 0 where nothing in it could be spoken."""

    section: Section
    seconds: float


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
    `stretches` are the sections in order, one after the other in a file that is the whole book.
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
    stretches: tuple[Stretch, ...] = ()

    @property
    def mean_loudness(self) -> float | None:
        """How loud all sections together are (LUFS): the mean of their power, each counted by its
        length. None if none is long enough to be measured.
        """
        measured = [
            (each.seconds, self.loudness[each.section.number])
            for each in self.stretches
            if each.section.number in self.loudness
        ]
        seconds = sum(length for length, _ in measured)
        if not seconds:
            return None
        power = sum(length * 10 ** (loudness / 10) for length, loudness in measured) / seconds
        return 10 * math.log10(power)


class Tally:
    """Gathers what comes of an export while it goes on."""

    def __init__(self) -> None:
        self.files: list[Path] = []
        self.seconds = 0.0
        self.speaking_seconds = 0.0
        self.writing_cpu_seconds = 0.0
        self._silent: list[int] = []
        self._skipped: Counter[str] = Counter()
        self._notices: dict[str, None] = {}
        self._loudness: dict[int, float] = {}
        self._stretches: list[Stretch] = []

    @property
    def mean_loudness(self) -> float | None:
        """As of :class:`ExportResult`, for what is counted until now."""
        return self.result(0.0, 0.0, ()).mean_loudness

    def begin_again(self) -> None:
        """All sections will be counted again; what was told and what it took stays."""
        self.files.clear()
        self.seconds = 0.0
        self._silent.clear()
        self._skipped.clear()
        self._loudness.clear()
        self._stretches.clear()

    def tell(self, *notices: str) -> None:
        """Have the listener told each of `notices` once."""
        self._notices.update(dict.fromkeys(notices))

    def skip(self, skipped: Mapping[str, int]) -> None:
        """Count characters that no voice could say."""
        self._skipped.update(skipped)

    def add(
        self, section: Section, files: Iterable[Path], seconds: float, loudness: float | None
    ) -> None:
        """Count a section that is done, and the files that are whole because of it."""
        self.files += files
        self.seconds += seconds
        self._stretches.append(Stretch(section=section, seconds=seconds))
        if not seconds and section.chapter is not None:
            self._silent.append(section.chapter)
        if loudness is not None:
            self._loudness[section.number] = loudness

    def result(self, elapsed: float, writing_seconds: float, rest: Sequence[Path]) -> ExportResult:
        """All of it; `rest` are the files that were whole at the very end."""
        return ExportResult(
            files=(*self.files, *rest),
            silent_chapters=tuple(self._silent),
            skipped=self._skipped,
            notices=tuple(self._notices),
            seconds=self.seconds,
            elapsed=elapsed,
            speaking_seconds=self.speaking_seconds,
            writing_seconds=writing_seconds,
            writing_cpu_seconds=self.writing_cpu_seconds,
            loudness=self._loudness,
            stretches=tuple(self._stretches),
        )
