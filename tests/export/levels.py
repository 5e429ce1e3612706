"""What loudness tests hear and measure with."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from reader.export.loudness import peaks
from reader.speech.engine import SPEECH_RATE, Samples
from reader.speech.signal import from_int16
from tests.fakes.vowels import vowel


def speech_like(seconds: float, *, seed: int = 1, peak: float = 0.8) -> Samples:
    """Vowels of many pitches and levels with pauses between them, the loudest at `peak`."""
    chance = np.random.default_rng(seed)
    sounds: list[Samples] = []
    length = 0
    while length < seconds * SPEECH_RATE:
        pitch = chance.uniform(90.0, 260.0, 2)
        loud = 10.0 ** (-chance.uniform(0.0, 18.0) / 20.0)
        rounded = np.tanh(8 * vowel(chance.uniform(0.08, 0.3), pitch))
        sounds.append((rounded * loud).astype(np.float32))
        sounds.append(np.zeros(round(chance.uniform(0.01, 0.25) * SPEECH_RATE), np.float32))
        length += len(sounds[-1]) + len(sounds[-2])
    sound = np.concatenate(sounds)[: round(seconds * SPEECH_RATE)]
    return sound * np.float32(peak / np.abs(sound).max())


def tone(seconds: float, decibels: float, hertz: float = 1000.0, phase: float = 0.0) -> Samples:
    """A sine with its height in dB full scale, rising and falling in a tenth of a second."""
    times = np.arange(round(seconds * SPEECH_RATE)) / SPEECH_RATE
    sound = 10.0 ** (decibels / 20.0) * np.sin(2 * np.pi * hertz * times + phase)
    edges = np.minimum(1.0, np.minimum(times, times[::-1]) / 0.1)
    return (sound * edges).astype(np.float32)


def reference(samples: Samples) -> tuple[float, float]:
    """Integrated loudness (LUFS) and true peak (dB) as FFmpeg's ``ebur128`` measures them."""
    graph = av.filter.Graph()
    source = graph.add_abuffer(
        sample_rate=SPEECH_RATE, format="flt", layout="mono", time_base=Fraction(1, SPEECH_RATE)
    )
    meter = graph.add("ebur128", "peak=true:metadata=1:framelog=quiet")
    sink = graph.add("abuffersink")
    source.link_to(meter)
    meter.link_to(sink)
    graph.configure()
    frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="flt", layout="mono")
    frame.sample_rate = SPEECH_RATE
    frame.pts = 0
    graph.push(frame)
    graph.push(None)
    told = [each.metadata for each in _pulled(graph) if "lavfi.r128.I" in each.metadata][-1]
    loudness, peak = float(told["lavfi.r128.I"]), float(told["lavfi.r128.true_peak"])
    return loudness, float(20.0 * np.log10(peak))


def true_peak(samples: NDArray[np.int16] | Samples) -> float:
    """The highest value of the sound at and between its samples, as a factor of full scale."""
    sound = from_int16(samples) if samples.dtype == np.int16 else samples
    return float(peaks(sound).max(initial=0.0))


def _pulled(graph: av.filter.Graph) -> Iterator[av.AudioFrame]:
    while True:
        try:
            yield graph.pull()
        except (av.error.EOFError, av.error.BlockingIOError):
            return


def decoded(path: Path) -> Samples:
    """The samples of a sound file, as players hear them."""
    with av.open(str(path), "r") as file:
        resampler = av.AudioResampler("flt", "mono", SPEECH_RATE)
        frames = [
            part.to_ndarray()[0]
            for frame in file.decode(audio=0)
            for part in resampler.resample(frame)
        ]
        frames += [part.to_ndarray()[0] for part in resampler.resample(None)]
    return np.concatenate(frames)
