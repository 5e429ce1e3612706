"""``make bench``: how soon a book sounds, and how much faster than speech it is made.

Every figure is the median of five runs, printed with the least and the most. The table goes
to stderr, one JSON document to stdout. Nothing comes from the cache of speech.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import numpy as np

from reader import paths
from reader.background import CancelToken
from reader.books.registry import read_book
from reader.narration.narrator import Narrator
from reader.narration.passage import Passage
from reader.narration.timeline import Timeline
from reader.playback.player import Player
from reader.speech.engine import SPEECH_RATE, Engine, Samples
from reader.speech.speaker import Speaker
from reader.speech.voices import installed_engines
from tests.benchmarks.screen import screen

RUNS = 5
SAMPLES = paths.resources_folder() / "samples"
BOOKS = {"english": SAMPLES / "english.epub", "mandarin": SAMPLES / "chinese.epub"}


@dataclass(frozen=True, kw_only=True)
class Figure:
    """What was measured: `runs` in `unit`, and the most that the median may be."""

    name: str
    unit: str
    target: float
    runs: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle of the runs."""
        return median(self.runs)


class Device:
    """An output that swallows everything at once and notes when the first sound came."""

    rate = SPEECH_RATE
    space = SPEECH_RATE
    played = 0

    def __init__(self) -> None:
        self.first_sound: float | None = None

    def start(self) -> None:
        """Nothing to open."""

    def write(self, samples: Samples) -> int:
        """Take all, like a device with a long buffer."""
        if self.first_sound is None and np.any(np.abs(samples) > 1e-4):
            self.first_sound = time.perf_counter()
        return len(samples)

    def pause(self) -> None:
        """Nothing sounds."""

    def resume(self) -> None:
        """Nothing sounds."""

    def clear(self) -> None:
        """Nothing is kept."""

    def close(self) -> None:
        """Nothing to close."""


@contextmanager
def open_speaker() -> Iterator[Speaker]:
    """A speaker over the real voices, warm, without a cache."""
    speaker = Speaker(installed_engines())
    for language in ("en", "zh"):
        speaker.warm_up(language)
    try:
        yield speaker
    finally:
        speaker.close()


def longest_sentences(book: Path, count: int) -> tuple[Timeline, Narrator, list[Passage]]:
    """The `count` longest sentences of `book`: the hardest case for a first sound."""
    opened = read_book(book)
    timeline = Timeline(opened)
    passages = [p for chapter in range(len(opened.chapters)) for p in timeline.passages(chapter)]
    passages.sort(key=lambda passage: passage.end - passage.start, reverse=True)
    return timeline, Narrator(opened), passages[:count]


def play_to_device(speaker: Speaker, book: Path) -> list[float]:
    """Milliseconds from pressing play on a long sentence to its first sample at the device."""
    timeline, narrator, passages = longest_sentences(book, RUNS + 1)
    runs = []
    for passage in passages:
        device = Device()
        player = Player(timeline, narrator.utterance, speaker, device, on_event=lambda _: None)
        begun = time.perf_counter()
        player.play(passage)
        while device.first_sound is None and time.perf_counter() - begun < 10:
            time.sleep(0.0005)
        player.close()
        if device.first_sound is None:
            raise SystemExit(f"No sound within 10 seconds: {book}, {passage}")
        runs.append((device.first_sound - begun) * 1000)
    return runs[1:]


def speak_warm(lines: list[str], language: str) -> list[float]:
    """`first_audio_ms` of ``tingshu speak --json``, one process a line."""
    runs = []
    for line in lines:
        done = subprocess.run(
            [sys.executable, "-m", "reader", "speak", "--json", line],
            capture_output=True,
            text=True,
            check=True,
        )
        runs.append(float(json.loads(done.stdout)["first_audio_ms"]))
    return runs


def real_time_factor(engine: Engine, book: Path) -> list[float]:
    """Seconds of work a second of sound over a whole sample book, engine by itself."""
    opened = read_book(book)
    narrator, timeline = Narrator(opened), Timeline(opened)
    voice = engine.voices()[0]
    language = voice.languages[0]
    utterances = [
        narrator.utterance(passage)
        for chapter in range(len(opened.chapters))
        for passage in timeline.passages(chapter)
    ]
    own = [
        u for u in utterances if u.spans and all(s.language.startswith(language) for s in u.spans)
    ]
    engine.warm_up(voice)
    runs = []
    for _ in range(RUNS):
        begun, sounded = time.perf_counter(), 0.0
        for utterance in own:
            sounded += sum(c.seconds for c in engine.synthesize(utterance, voice, CancelToken()))
        runs.append((time.perf_counter() - begun) / sounded)
    return runs


def window_start(book: Path) -> list[float]:
    """Seconds from starting the process to readable text, home empty but for the voices."""
    with screen() as environment:
        return [_one_start(book, environment) for _ in range(RUNS + 1)][1:]


def _one_start(book: Path, environment: dict[str, str]) -> float:
    with tempfile.TemporaryDirectory() as home:
        data = Path(home, "data")
        data.mkdir()
        (data / "voices").symlink_to(paths.voices_folder())
        begun = time.time()
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.window", str(book)],
            env=environment | {"TINGSHU_HOME": home},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"The window did not open:\n{done.stderr}")
        return float(done.stdout.strip().splitlines()[-1]) - begun


def measure() -> list[Figure]:
    """All figures, in the order of the table."""
    figures: list[Figure] = []

    def add(name: str, unit: str, target: float, runs: Callable[[], list[float]]) -> None:
        print(f"measuring {name} …", file=sys.stderr)
        figures.append(Figure(name=name, unit=unit, target=target, runs=tuple(runs())))

    with open_speaker() as speaker:
        for name, book in BOOKS.items():
            add(
                f"play to device, {name}, warm",
                "ms",
                200,
                lambda book=book: play_to_device(speaker, book),
            )
    for name, book, language in (
        ("english", BOOKS["english"], "en"),
        ("mandarin", BOOKS["mandarin"], "zh"),
    ):
        lines = [
            read_book(book).chapters[passage.chapter].text[passage.start : passage.end]
            for passage in longest_sentences(book, RUNS)[2]
        ]
        add(
            f"speak first_audio_ms, {name}",
            "ms",
            200,
            lambda lines=lines, language=language: speak_warm(lines, language),
        )
    engines = {engine.name: engine for engine in installed_engines()}
    for name, target in (("english", 0.03), ("mandarin", 0.08)):
        add(
            f"real-time factor, {name}, one thread",
            "s/s",
            target,
            lambda name=name: real_time_factor(engines[name], BOOKS[name]),
        )
        engines[name].close()
    for name, book in BOOKS.items():
        add(f"window to readable text, {name}", "s", 1.5, lambda book=book: window_start(book))
    return figures


def main() -> int:
    """Print the figures; 1 if a target is missed."""
    figures = measure()
    print(f"{'':42}{'median':>9}{'least':>9}{'most':>9}{'target':>9}", file=sys.stderr)
    for each in figures:
        mark = "" if each.median <= each.target else "  missed"
        print(
            f"{each.name + ', ' + each.unit:42}{each.median:9.3f}{min(each.runs):9.3f}"
            f"{max(each.runs):9.3f}{each.target:9.2f}{mark}",
            file=sys.stderr,
        )
    print(
        json.dumps(
            [
                {
                    "name": each.name,
                    "unit": each.unit,
                    "median": each.median,
                    "runs": each.runs,
                    "target": each.target,
                }
                for each in figures
            ],
            indent=1,
        )
    )
    return int(any(each.median > each.target for each in figures))


if __name__ == "__main__":
    sys.exit(main())
