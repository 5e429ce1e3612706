"""Rate, pitch and gain, measured from the sound and not from what was asked for."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from reader.speech.engine import Samples
from tests.benchmarks.speech.environments import NotToBeHad
from tests.benchmarks.speech.figures import Figure
from tests.benchmarks.speech.melody import melody
from tests.benchmarks.speech.plan import Plan, tell
from tests.benchmarks.speech.program import Program
from tests.benchmarks.speech.recordings import read, said
from tests.benchmarks.speech.sentences import evenly, sentences
from tests.benchmarks.speech.systems import AUTO, PADDLE, System

RATES = (0.7, 1.4, 2.0)
SEMITONES = (-3.0, 3.0)
DECIBELS = (-4.0, 4.0)

_FULL = 1 - 1 / 32768
"""The largest sample that a file of 16 bits holds."""

_Sounds = list[tuple[Samples, int]]


def measure(plan: Plan) -> list[Figure]:
    """The rows about the controls, for the voice as it is chosen here and on Paddle."""
    lines = evenly(sentences(), plan.control_sentences)
    figures: list[Figure] = []
    for system in (AUTO, PADDLE):
        tell(f"controls, {len(lines)} sentences, {system.name} …")
        try:
            figures += _of(system, lines)
        except NotToBeHad as error:
            figures += _rows(system, {}, str(error))
    return figures


def _of(system: System, lines: Sequence[str]) -> list[Figure]:
    with system.start() as program, tempfile.TemporaryDirectory() as folder:
        plain = _said(program, lines, folder)
        rates = [_slower(plain, _said(program, lines, folder, rate=each)) * each for each in RATES]
        moved = {each: _said(program, lines, folder, pitch=each) for each in SEMITONES}
        louder = {each: _said(program, lines, folder, gain=each) for each in DECIBELS}
    clipped = [*plain, *(sound for each in (moved, louder) for s in each.values() for sound in s)]
    measured = {
        "rate": tuple(100 * abs(each - 1) for each in rates),
        "pitch": tuple(abs(_higher(plain, moved[each]) - each) for each in SEMITONES),
        "gain": tuple(abs(_louder(plain, louder[each]) - each) for each in DECIBELS),
        "clipped": (float(sum((np.abs(samples) >= _FULL).sum() for samples, _ in clipped)),),
    }
    return _rows(system, measured, f"{len(lines)} sentences")


def _rows(system: System, measured: dict[str, tuple[float, ...]], note: str) -> list[Figure]:
    """The worst of each control; its runs are all that were tried."""
    rates = ", ".join(f"{each:g}" for each in RATES)
    rows = (
        ("rate", f"rate off at {rates}", "%", 3.0),
        ("pitch", "pitch off at −3 and +3 semitones", "semitones", 0.5),
        ("gain", "loudness off at −4 and +4 dB", "dB", 1.0),
        ("clipped", "samples clipped", "", 0.0),
    )
    return [
        Figure(
            name=f"{name}, {system.name}",
            unit=unit,
            runs=(max(measured[key]),) if key in measured else (),
            must=must,
            note=note,
        )
        for key, name, unit, must in rows
    ]


def _said(program: Program, lines: Sequence[str], folder: str, **manner: float) -> _Sounds:
    file = Path(folder) / "said.wav"
    sounds = []
    for text in lines:
        if not said(program, text, file, **manner):
            raise NotToBeHad(f"It does not say: {text}")
        sounds.append(read(file))
    return sounds


def _slower(plain: _Sounds, other: _Sounds) -> float:
    """How many times as long the `other` sounds are."""
    return sum(len(samples) for samples, _ in other) / sum(len(samples) for samples, _ in plain)


def _higher(plain: _Sounds, other: _Sounds) -> float:
    """By how many semitones the middle of the `other` melody lies above the `plain` one's."""
    one, two = (
        np.concatenate([melody(samples, rate) for samples, rate in sounds])
        for sounds in (plain, other)
    )
    return float(12 * np.log2(np.median(two) / np.median(one)))


def _louder(plain: _Sounds, other: _Sounds) -> float:
    """By how many decibels the `other` sounds are louder (RMS)."""
    one, two = (
        np.mean(np.concatenate([samples for samples, _ in sounds]).astype(np.float64) ** 2)
        for sounds in (plain, other)
    )
    return float(10 * np.log10(two / one))
