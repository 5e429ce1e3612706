"""``python -m tests.benchmarks.chapters [--size N] [--json]``: long chapters in the real window.

A text file of N characters that is one chapter, in Chinese and in English, in paragraphs and
without any, is opened from disk in a window on a (virtual) screen, each in a process of its
own. Measured are the time from asking for the book to its text painted, steps to the next and
the previous sentence and jumps to ten places anywhere, each to its text painted, the longest
time that the interface stood still while opening, and the most memory the process held. No
voice is loaded.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.screen import screen

SIZES = (1_000_000, 10_000_000)
GOALS = {"opened_s": 2.0, "step_max_ms": 50.0, "jump_max_ms": 50.0, "memory_mib": 400.0}
SENTENCES = {
    "zh": "海边的小镇上住着一位修灯的老人，他每天傍晚都要走过长长的堤岸，去看第{}盏灯亮了没有。",
    "en": "The old man who mended lamps walked along the quay to see whether lamp {} was lit. ",
}
PARAGRAPH = 8
"""Sentences in a paragraph."""

STEPS = 20
JUMPS = 10
PULSE = 5
"""Milliseconds between two looks at whether the interface stands still."""

PATIENCE = 120.0
"""Seconds after which a step that never comes ends the measurement."""


def write_book(path: Path, language: str, size: int, *, paragraphs: bool) -> None:
    """A text of `size` characters, no two sentences alike."""
    pieces: list[str] = []
    length = number = 0
    while length < size:
        number += 1
        end = "\n\n" if paragraphs and number % PARAGRAPH == 0 else ""
        pieces.append(SENTENCES[language].format(number) + end)
        length += len(pieces[-1])
    path.write_text("".join(pieces)[:size], "utf-8")


class Bench:
    """The window without voices, and a clock beside it."""

    def __init__(self) -> None:
        from PySide6.QtCore import QTimer

        from reader.settings import Settings
        from reader.ui.app import make_application
        from reader.ui.desk import Desk
        from reader.ui.main_window import MainWindow
        from tests.fakes.desk import FakeSound

        self.application = make_application()
        self.desk = Desk(Settings(), None, sound=FakeSound())
        self.window = MainWindow(self.desk)
        self.window.show_welcome()
        self.window.show()
        self.application.processEvents()
        self.beats: list[float] = []
        self.pulse = QTimer(self.window)
        self.pulse.timeout.connect(lambda: self.beats.append(time.perf_counter()))
        self.pulse.start(PULSE)

    def open(self, path: Path) -> tuple[float, float]:
        """Seconds until the text of `path` is painted; the longest that the window stood still."""
        painted: list[float] = []
        self.window.view.painted.connect(lambda: painted.append(time.perf_counter()))
        self.beats.clear()
        begun = time.perf_counter()
        self.desk.open(path)
        self.until(lambda: bool(painted))
        still = max(later - sooner for sooner, later in pairwise(self.beats))
        return painted[0] - begun, still

    def moved(self, move: Callable[[], object]) -> float:
        """Milliseconds until the sentence that `move` leads to is marked and painted."""
        arrived: list[object] = []
        self.desk.moved.connect(arrived.append)
        begun = time.perf_counter()
        move()
        self.until(lambda: bool(arrived))
        self.window.view.viewport().repaint()
        taken = (time.perf_counter() - begun) * 1000
        self.desk.moved.disconnect(arrived.append)
        self.application.processEvents()
        return taken

    def until(self, condition: Callable[[], bool]) -> None:
        """Let the window work until `condition()` holds."""
        from PySide6.QtCore import QEventLoop

        limit = time.perf_counter() + PATIENCE
        while not condition():
            # Waiting leaves the processor to the thread that reads the book.
            self.application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.perf_counter() > limit:
                raise SystemExit(f"Nothing came within {PATIENCE:.0f} seconds.")


def measure(path: Path) -> dict[str, float]:
    """Open `path` in a window and move about in it."""
    bench = Bench()
    opened, still = bench.open(path)
    session = bench.desk.session
    if session is None:
        raise SystemExit(f"The book did not open: {path}")
    bench.until(lambda: session.attached)
    length = len(session.book.chapters[0].text)
    chance = random.Random(6)
    places = [chance.randrange(length - 1000) for _ in range(JUMPS)]
    jumps = [bench.moved(partial(session.go_to, 0, place)) for place in places]
    moves = [session.next_sentence] * STEPS + [session.previous_sentence] * STEPS
    steps = [bench.moved(move) for move in moves]
    bench.window.close()
    return {
        "chapters": float(len(session.book.chapters)),
        "opened_s": opened,
        "stood_still_ms": still * 1000,
        "step_p50_ms": median(steps),
        "step_max_ms": max(steps),
        "jump_p50_ms": median(jumps),
        "jump_max_ms": max(jumps),
        "memory_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def run(sizes: tuple[int, ...]) -> list[dict[str, Any]]:
    """All figures, a process for each book."""
    rows: list[dict[str, Any]] = []
    with screen() as environment, tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            for language in SENTENCES:
                for paragraphs in (True, False):
                    path = Path(folder, f"{language}-{size}-{paragraphs}.txt")
                    write_book(path, language, size, paragraphs=paragraphs)
                    done = subprocess.run(
                        [sys.executable, "-m", "tests.benchmarks.chapters", "--book", str(path)],
                        env=environment | {"TINGSHU_HOME": str(Path(folder, "home"))},
                        capture_output=True,
                        text=True,
                        check=False,
                    )
                    if done.returncode:
                        raise SystemExit(done.stderr)
                    form = "paragraphs" if paragraphs else "one paragraph"
                    figures = json.loads(done.stdout.strip().splitlines()[-1])
                    rows.append({"language": language, "size": size, "form": form, **figures})
    return rows


def main() -> int:
    """Print the figures; 1 if a goal is missed."""
    options = argparse.ArgumentParser(description="How long chapters open and move.")
    options.add_argument("--size", type=int, action="append", help="characters; may be repeated")
    options.add_argument("--json", action="store_true")
    options.add_argument("--book", type=Path, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.book is not None:
        print(json.dumps(measure(chosen.book)))
        return 0
    rows = run(tuple(chosen.size or SIZES))
    if chosen.json:
        print(json.dumps(rows, indent=1))
    else:
        for row in rows:
            print(f"{row['language']} {row['size']:,} characters, {row['form']}")
            for name, goal in GOALS.items():
                missed = "" if row[name] <= goal else "  missed"
                print(f"    {name:14}{row[name]:9.1f}  goal {goal:g}{missed}")
    return int(any(row[name] > goal for row in rows for name, goal in GOALS.items()))


if __name__ == "__main__":
    sys.exit(main())
