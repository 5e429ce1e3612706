"""What is measured and how often, and where it is done."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.export import running
from tests.benchmarks.export.books import ENGLISH, MANDARIN, cut
from tests.benchmarks.export.running import Home, Run
from tests.benchmarks.speech.plan import tell

NAMES = {"en": "English", "zh": "Mandarin"}
MATERIALS = {each.language: each for each in (ENGLISH, MANDARIN)}


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How much is measured: minutes of sound and numbers of runs.

    `minutes` is the length of the books that speed is measured on; `longer` how many times as
    long the book is that memory is compared on, of whole new text where it is `new`.
    """

    folder: Path
    minutes: float = 60.0
    passes: int = 3
    longer: int = 10
    new: bool = False
    worker_minutes: float = 30.0
    kills: int = 10
    kill_minutes: float = 5.0
    sound_minutes: float = 4.0
    seed: int = 9
    others: list[dict[str, float | str]] = field(default_factory=list)
    """What the machine did beside each run."""
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def home(self) -> Home:
        """A new home."""
        return running.new_home(self.folder / f"home{next(self._numbers)}")

    def target(self, name: str) -> Path:
        """A new place for what is called `name`."""
        return self.folder / f"out{next(self._numbers)}" / name

    def book(self, language: str, minutes: float, *, times: int = 1) -> Path:
        """A book of about so many minutes; made when first asked for."""
        path = self.folder / f"{language} {minutes:g} minutes × {times}.epub"
        return path if path.exists() else cut(MATERIALS[language], minutes, path, times=times)

    def run(self, name: str, home: Home, book: Path, target: Path, *options: str) -> Run:
        """Export, and note down how quiet the machine was."""
        tell(f"{name} …")
        run = running.export(home, book, target, *options)
        self.others.append({"run": name, "others": round(run.others, 3)})
        return run
