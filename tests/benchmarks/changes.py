"""How soon a new rate or volume is heard: by recording what the sound card plays.

``python -m tests.benchmarks.changes [--output portaudio|qt] [--changes 12]`` reads a voice that
sweeps its pitch, so that the recording tells at every moment which part of the speech sounds.
Printed, for every change: the milliseconds until it is heard, how many of the speech were lost
(below 0: heard again), and how large a click there was, in hundredths of the loudest sound. What
the card itself holds, 50 ms here, comes on top.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import threading
import time
from pathlib import Path

import numpy as np

from reader.narration.passage import Passage
from reader.narration.utterance import Span, Utterance
from reader.playback.player import Failed, Player
from reader.speech.engine import SPEECH_RATE, AudioChunk
from tests.soak.sink import RATE, missing, recorded_sink

LOWEST, HERTZ_A_SECOND, SWEEP = 500.0, 200.0, 20.0
"""A sweep rises so fast, for so many seconds, and begins again."""

LOUD = 0.5
SYLLABLES = 5.0
"""Loud and nearly silent so often a second, like speech."""

HOP = RATE // 200
WINDOW = RATE // 40
RATES = (1.0, 1.5)
VOLUMES = (1.0, 0.5)


class Sweeps:
    """One endless sentence, each second of it in a chunk of its own."""

    passage = Passage(chapter=0, start=0, end=9, block=0)

    def first(self):
        return self.passage

    def next_sentence(self, _passage):
        return None

    previous_sentence = next_paragraph = previous_paragraph = next_sentence
    next_chapter = previous_chapter = next_sentence

    def narrate(self, passage):
        span = Span(text="sweep", language="en", start=passage.start, end=passage.end)
        return Utterance(items=(span,), start=passage.start, end=passage.end)

    def speak(self, _utterance, cancel, *, urgent=False, pace=None):
        second = np.arange(SPEECH_RATE) / SPEECH_RATE
        for number in range(600):
            cancel.check()
            times = number % SWEEP + second
            phase = 2 * np.pi * (LOWEST * times + HERTZ_A_SECOND / 2 * times**2)
            samples = (loudness(times) * np.sin(phase)).astype(np.float32)
            yield AudioChunk(samples=samples, rate=SPEECH_RATE)


def loudness(seconds):
    """How loud the sweep is after so many seconds."""
    return LOUD * (0.52 - 0.48 * np.cos(2 * np.pi * SYLLABLES * seconds))


class Watch:
    """Knows when the recording began: growing in blocks, it never runs ahead of the clock."""

    def __init__(self, recording: Path) -> None:
        self._recording = recording
        self._begins: list[float] = []
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        before = 0
        while not self._ended.wait(0.002):
            size = self._recording.stat().st_size
            if size != before:
                self._begins.append(time.monotonic() - size / 2 / RATE)
                before = size

    @property
    def began(self) -> float:
        return min(self._begins)


def open_output(kind: str):
    if kind == "qt":
        from reader.playback.resampled import ResampledOutput
        from reader.ui.app import make_application
        from reader.ui.audio_sink import QtOutput

        make_application()
        return ResampledOutput(QtOutput(0.3))
    from reader.playback import devices

    return devices.open_output(None, 0.3)


def read(kind: str, changes: int, recording: Path):
    """Play, and change rate and volume in turn; when each was asked for, in the recording."""
    sweeps = Sweeps()
    asked = []
    chance = random.Random(7)
    with recorded_sink(recording), Watch(recording) as watch:
        player = Player(sweeps, sweeps.narrate, sweeps, open_output(kind), on_event=_raise_failure)
        player.play()
        time.sleep(3.0)
        for number in range(2 * changes):
            values, change = (
                (VOLUMES, player.set_volume) if number % 2 else (RATES, player.set_rate)
            )
            asked.append(time.monotonic())
            change(values[(number // 2 + 1) % 2])
            time.sleep(1.5 + chance.random() / 5)
        player.close()
        time.sleep(0.5)
    return [moment - watch.began for moment in asked]


def _raise_failure(event) -> None:
    if isinstance(event, Failed):
        raise event.error


def positions(sound):
    """For every hop: the loudness, and the second of the sweep that sounds (nan in silence)."""
    frames = np.lib.stride_tricks.sliding_window_view(sound, WINDOW)[::HOP]
    levels = np.sqrt(2 * np.mean(frames**2, axis=1))
    size = 8 * WINDOW
    pitches = np.full(len(frames), np.nan)
    for begin in range(0, len(frames), 1000):
        spectra = np.abs(np.fft.rfft(frames[begin : begin + 1000] * np.hanning(WINDOW), size))
        peaks = np.clip(np.argmax(spectra, axis=1), 1, spectra.shape[1] - 2)
        rows = np.arange(len(peaks))
        left, middle, right = (spectra[rows, peaks + each] for each in (-1, 0, 1))
        curve = np.minimum(left - 2 * middle + right, -1e-9)
        pitches[begin : begin + 1000] = (peaks + 0.5 * (left - right) / curve) * RATE / size
    seconds = (pitches - LOWEST) / HERTZ_A_SECOND
    seconds[(levels < 0.2 * LOUD * min(VOLUMES))] = np.nan
    return levels, seconds


def around(asked):
    """The hops around a change, and the moments in their middles."""
    there = np.arange(round((asked - 0.6) * RATE / HOP), round((asked + 1.3) * RATE / HOP))
    return there, (there * HOP + WINDOW / 2) / RATE


def turning_point(times, values, degree):
    """Where two lines meet that fit `values` best, one before and one after; and the lines."""
    known = ~np.isnan(values)
    times, values = times[known], values[known]
    best = None
    for number in range(40, len(times) - 40):
        parts = (slice(number), slice(number, None))
        lines = [np.polyfit(times[part], values[part], degree) for part in parts]
        error = sum(
            np.abs(np.polyval(line, times[part]) - values[part]).sum()
            for line, part in zip(lines, parts, strict=True)
        )
        if best is None or error < best[0]:
            best = error, (times[number - 1] + times[number]) / 2, lines
    return best[1], best[2]


def rate_change(seconds, asked):
    """How late another rate is heard, and how many seconds of the sweep are lost there."""
    there, times = around(asked)
    place = seconds[there].copy()
    known = ~np.isnan(place)
    place[known] = np.unwrap(place[known], period=SWEEP)
    moment, (before, after) = turning_point(times, place, 1)
    return moment - asked, float(np.polyval(after, moment) - np.polyval(before, moment))


def volume_change(levels, seconds, asked):
    """How late another volume is heard."""
    there, times = around(asked)
    moment, _ = turning_point(times, levels[there] / loudness(seconds[there]), 0)
    return moment - asked


def click(sound, asked):
    """By how much the largest step of the wave at a change passes those before and behind it.

    In hundredths of the loudest; what cannot be heard is below 0.
    """
    begin, end = round(asked * RATE), round((asked + 0.4) * RATE)
    steps = np.abs(np.diff(sound[begin - RATE : end + RATE]))
    usual = max(steps[:RATE].max(), steps[-RATE:].max())
    return 100 * float(steps[RATE:-RATE].max() - usual) / LOUD


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--output", choices=("portaudio", "qt"), default="portaudio")
    parser.add_argument("--changes", type=int, default=12, help="of each kind")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if missing():
        parser.error(f"not installed: {', '.join(missing())}")
    with tempfile.TemporaryDirectory() as folder:
        recording = Path(folder, "changes.raw")
        asked = read(options.output, options.changes, recording)
        sound = np.fromfile(recording, np.int16).astype(np.float32) / 32768
    levels, seconds = positions(sound)
    rates = [rate_change(seconds, moment) for moment in asked[::2]]
    volumes = [volume_change(levels, seconds, moment) for moment in asked[1::2]]
    result = {
        "rate ms": [round(1000 * late) for late, _ in rates],
        "lost ms": [round(1000 * lost) for _, lost in rates],
        "volume ms": [round(1000 * late) for late in volumes],
        "click %": [round(max(0.0, click(sound, moment))) for moment in asked],
    }
    if options.json:
        print(json.dumps(result))
        return
    for name, values in result.items():
        print(f"{name:10} median {np.median(values):6.1f}  most {max(values):6}  {values}")


if __name__ == "__main__":
    main()
