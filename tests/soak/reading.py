"""Half an hour of reading on a recorded null sink, with two Python threads burning beside it.

::

    python -m tests.soak.reading --minutes 30

Reads the sample books over and over in the real voices, with a pilot tone mixed into every
sample, and looks for it in the recording. Prints a table on stderr and JSON on stdout; exit
status 1 if there was a gap over 5 ms or memory grew beyond its bounds.
"""

import argparse
import json
import resource
import sys
import tempfile
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np

from reader import paths
from reader.books.registry import read_book
from reader.narration.narrator import Narrator
from reader.narration.timeline import Timeline
from reader.playback.devices import open_output
from reader.playback.player import Failed, PassageStarted, Player
from reader.speech.speaker import Speaker
from reader.speech.voices import installed_engines
from tests.soak.pilot import PilotedSpeaker, gaps, slips
from tests.soak.sink import RATE, missing, recorded_sink

GROWTH_LIMIT = 20.0
PEAK_LIMIT = 500.0
"""Megabytes of resident memory."""


class EndlessTimeline(Timeline):
    """Begins again when it is through."""

    def next_sentence(self, passage):
        return super().next_sentence(passage) or self.first()


def main(arguments=None):
    options = _options(arguments)
    if absent := missing():
        sys.exit(f"The soak needs {', '.join(absent)} (on Debian: pulseaudio pulseaudio-utils).")
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        recording = Path(options.recording or Path(folder, "reading.raw"))
        with recorded_sink(recording):
            result = read(options)
        result |= heard(recording, stretched=options.rate != 1.0)
    result["passed"] = (
        result["gaps"] == 0
        and result["lost_or_repeated"] == 0
        and not result["failures"]
        and result["memory_growth_mb"] < GROWTH_LIMIT
        and result["memory_peak_mb"] < PEAK_LIMIT
    )
    for name, value in result.items():
        print(f"{name:24} {value}", file=sys.stderr)
    print(json.dumps(result))
    return 0 if result["passed"] else 1


def read(options):
    """Read aloud for the time given; what happened and how much memory it took."""
    book = _book()
    output = open_output(None, options.buffer)
    started, failures = [], []
    done = threading.Event()

    def take(event):
        if isinstance(event, PassageStarted):
            started.append((event.passage.chapter, event.passage.start))
        elif isinstance(event, Failed):
            failures.append(str(event.error))
            done.set()

    speaker = Speaker(installed_engines())
    voices = {language: speaker.voice_for(language) for language in ("en", "zh")}
    for language in voices:
        speaker.warm_up(language)
    player = Player(
        EndlessTimeline(book),
        Narrator(book).utterance,
        PilotedSpeaker(speaker),
        output,
        on_event=take,
    )
    player.set_rate(options.rate)
    burning = [_burner(done) for _ in range(options.burners)]
    player.play()
    memory = _watch(done, options.minutes * 60)
    player.stop()
    done.set()
    for thread in burning:
        thread.join()
    player.close()
    return {
        "minutes": options.minutes,
        "rate": options.rate,
        "buffer_seconds": options.buffer,
        "burners": options.burners,
        "voices": [voice.name if voice else None for voice in voices.values()],
        "sentences": len(started),
        "failures": failures,
        "memory_start_mb": memory[0],
        "memory_end_mb": memory[-1],
        "memory_growth_mb": round(memory[-1] - memory[0], 1),
        "memory_peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6, 1),
    }


def heard(recording, *, stretched):
    """What the recording says; stretching breaks the pilot's phase, but never silences it."""
    sound = np.memmap(recording, np.int16, mode="r")
    silences, bounds = gaps(sound, RATE)
    jumps = [] if stretched else slips(sound, RATE, bounds)
    return {
        "recorded_seconds": round(float(bounds[1] - bounds[0]) / RATE, 1),
        "gaps": len(silences),
        "gaps_total_ms": round(1000 * sum(seconds for _, seconds in silences), 1),
        "gaps_at": [(round(at, 3), round(1000 * seconds, 1)) for at, seconds in silences[:20]],
        "lost_or_repeated": len(jumps),
        "lost_or_repeated_at": jumps[:20],
    }


def _options(arguments):
    parser = argparse.ArgumentParser(prog="python -m tests.soak.reading")
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--buffer", type=float, default=0.3, help="seconds handed over ahead")
    parser.add_argument("--rate", type=float, default=1.0, help="speed of speech")
    parser.add_argument("--burners", type=int, default=2, help="Python threads burning beside")
    parser.add_argument("--recording", help="keep the recording here (raw, 48 kHz, 16 bit, mono)")
    return parser.parse_args(arguments)


def _book():
    """The sample books as one."""
    samples = sorted((paths.resources_folder() / "samples").glob("*.epub"))
    books = [read_book(sample) for sample in samples]
    chapters = tuple(chapter for book in books for chapter in book.chapters)
    return replace(books[0], title="Samples", chapters=chapters)


def _burner(done):
    def burn():
        count = 0
        while not done.is_set():
            count = (count * 31 + 7) % 1_000_003

    thread = threading.Thread(target=burn, daemon=True)
    thread.start()
    return thread


def _watch(done, seconds):
    """Resident megabytes once a second, from the end of the warm-up on."""
    warm_up = min(60.0, seconds / 3)
    done.wait(warm_up)
    memory = [_resident()]
    for _ in range(round(seconds - warm_up)):
        if done.wait(1.0):
            break
        memory.append(_resident())
    return memory


def _resident():
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return round(pages * resource.getpagesize() / 1e6, 1)


if __name__ == "__main__":
    sys.exit(main())
