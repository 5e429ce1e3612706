"""A program that exports a book and may be killed at a given moment, for the tests of that.

``python -m tests.export.exporting TARGET FORMAT LOG MOMENT WORKERS`` goes on with the export to
TARGET. Each text that is spoken is added to the file LOG. MOMENT is ``spoken:3``, ``noted:2`` or
``checked:5``: the process kills itself when it comes to the third sentence, the second manifest or
the fifth look at the disk (before each part, section and block of sound); ``never`` lets it live.
WORKERS is how many processes speak, who keep no log; 0 has it done here.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from reader import drafts
from reader.export import planning
from reader.export.control import Control
from reader.export.executors import local_executor
from reader.export.job import export_book
from reader.export.manifest import Manifest
from reader.export.options import ExportOptions
from reader.export.space import Space
from reader.export.studio import Studio
from reader.speech.engine import Engine
from tests.fakes.engine import FakeEngine
from tests.fakes.inline import Inline
from tests.fakes.reading import FakeNarrator, FakeTimeline, make_book

BOOK = make_book(
    *(
        (
            f"Chapter {number}",
            " ".join(f"This is sentence {sentence} of part {number}." for sentence in range(6)),
        )
        for number in range(4)
    )
)


class Moments:
    """Counts what happens and kills the process when it has happened often enough."""

    def __init__(self, moment: str) -> None:
        name, _, count = moment.partition(":")
        self._deadly = (name, int(count or 0))
        self._counts: Counter[str] = Counter()

    def happened(self, name: str) -> None:
        self._counts[name] += 1
        if (name, self._counts[name]) == self._deadly:
            os.kill(os.getpid(), signal.SIGKILL)

    def before(self, owner: Any, method: str, name: str) -> None:
        """Count the calls of a method."""
        usual: Callable[..., Any] = getattr(owner, method)

        def counted(*arguments: Any, **choices: Any) -> Any:
            self.happened(name)
            return usual(*arguments, **choices)

        setattr(owner, method, counted)


def main(target: Path, kind: str, log: Path, moment: str, workers: int) -> None:
    planning.PART_SECONDS = 4.0
    drafts._NEWBORN = 0.0
    moments = Moments(moment)
    moments.before(Manifest, "write", "noted")
    moments.before(Space, "check", "checked")

    def spoken(text: str) -> bool:
        moments.happened("spoken")
        with log.open("a", encoding="utf-8") as file:
            file.write(text + "\n")
        return False

    engines: Sequence[Engine] = [FakeEngine(fail=spoken)]
    with local_executor(workers) if workers else nullcontext(Inline()) as executor:
        export_book(
            BOOK,
            target,
            ExportOptions(format=kind),
            narrator=FakeNarrator(BOOK),
            timeline=FakeTimeline(BOOK),
            studio=Studio(open=silent_engines if workers else lambda: engines),
            executor=executor,
            control=Control(),
            resume=True,
        )


def silent_engines() -> Sequence[Engine]:
    """What workers open; they tell nobody what they say."""
    return [FakeEngine()]


if __name__ == "__main__":
    place, chosen, texts, when, count = sys.argv[1:]
    main(Path(place), chosen, Path(texts), when, int(count))
