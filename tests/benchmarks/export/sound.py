"""What can be heard in finished files: loudness, peaks, clicks, and where words begin."""

from __future__ import annotations

import hashlib
import re
import subprocess
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reader.speech.engine import Samples

ENDINGS = (".m4b", ".m4a", ".mp3", ".opus", ".ogg", ".flac", ".wav", ".mp4")

CLIPPED = 32767 / 32768
"""From here a sample is at the end of what 16 bits hold."""

_QUIET = 0.003
"""The level (-50 dB) that speech rises above and silence between sentences does not."""

_CLICK = 0.03
"""A step from one sample to the next that can be heard, where nothing is said around it."""

_NEAR = 0.004
"""Seconds before and after a join in which its step may be: captions tell whole milliseconds."""

_AROUND = 0.02
"""Seconds before and after it that tell how large the steps of the speech are: a period of the
deepest voice and more.
"""


def decoded(source: Path | BytesIO) -> tuple[Samples, int]:
    """The sound of a file as players have it, in mono, and its rate; not limited to [-1, 1]."""
    import av

    pieces: list[NDArray[np.float32]] = [np.zeros(0, np.float32)]
    with av.open(source if isinstance(source, BytesIO) else str(source)) as file:
        rate = file.streams.audio[0].rate
        for frame in file.decode(audio=0):
            array = frame.to_ndarray()
            scale = 1.0 if array.dtype.kind == "f" else float(-np.iinfo(array.dtype).min)
            if not frame.format.is_planar:
                array = array.reshape(-1, frame.layout.nb_channels).T
            pieces.append(array.mean(axis=0, dtype=np.float32) / np.float32(scale))
    return np.concatenate(pieces), rate


def digests(path: Path) -> dict[str, str]:
    """For each file of sound in `path` (one, a folder or an EPUB) a digest of its samples."""
    return {name: digest_of(source) for name, source in sounds_in(path)}


def digest_of(source: Path | BytesIO) -> str:
    """Equal for files that sound equal to the sample."""
    samples, rate = decoded(source)
    return f"{rate} {len(samples)} {hashlib.sha256(samples.tobytes()).hexdigest()}"


def sounds_in(path: Path) -> Iterator[tuple[str, Path | BytesIO]]:
    """The files of sound in `path`: itself, those of a folder, or of an EPUB."""
    if path.is_dir():
        for each in sorted(path.rglob("*")):
            if each.suffix.lower() in ENDINGS and not each.name.startswith("."):
                yield each.relative_to(path).as_posix(), each
    elif path.suffix == ".epub":
        with zipfile.ZipFile(path) as package:
            for name in sorted(package.namelist()):
                if name.endswith(ENDINGS):
                    yield name, BytesIO(package.read(name))
    elif path.exists():
        yield path.name, path


@dataclass(frozen=True, kw_only=True)
class Loudness:
    """What FFmpeg's meter after EBU R 128 tells: LUFS, and decibels of full scale."""

    integrated: float
    true_peak: float


def measured(path: Path) -> Loudness:
    """The loudness of the file as FFmpeg measures it, which has no part in making it."""
    words = ["ffmpeg", "-nostdin", "-hide_banner", "-i", str(path), "-map", "0:a"]
    done = subprocess.run(
        [*words, "-af", "ebur128=peak=true:framelog=verbose", "-f", "null", "-"],
        capture_output=True,
        text=True,
        check=True,
    )
    return summary(done.stderr)


def summary(text: str) -> Loudness:
    """What FFmpeg's filter ``ebur128`` says at its end."""
    summed = text[text.rindex("Summary:") :]
    found = {}
    for name, pattern in (("integrated", r"I:\s+(\S+) LUFS"), ("peak", r"Peak:\s+(\S+) dBFS")):
        match = re.search(pattern, summed)
        if match is None:
            raise ValueError(f"no {name} in: {summed}")
        found[name] = float(match[1])
    return Loudness(integrated=found["integrated"], true_peak=found["peak"])


def clipped(samples: Samples) -> int:
    """How many samples are at the end of the scale or beyond."""
    return int(np.count_nonzero(np.abs(samples) >= CLIPPED))


def clicks(samples: Samples, rate: int, joins: Iterable[float]) -> list[float]:
    """Those of `joins` (seconds) at which the wave makes a step that can be heard.

    It is one if it is large, and larger than any just before and just after: a step of the
    speech itself comes again with each period of the voice.
    """
    found = []
    steps = np.abs(np.diff(samples))
    near, around = round(_NEAR * rate), round(_AROUND * rate)
    for moment in joins:
        middle = round(moment * rate)
        at = steps[max(0, middle - near) : middle + near]
        before = steps[max(0, middle - around) : max(0, middle - near)]
        behind = steps[middle + near : middle + around]
        usual = max(before.max(initial=0.0), behind.max(initial=0.0))
        if at.max(initial=0.0) > max(_CLICK, 1.6 * usual):
            found.append(moment)
    return found


def onset(samples: Samples, rate: int, begin: float, within: float = 3.0) -> float | None:
    """The moment at or after `begin` from which there is sound; None if there is none `within`
    so many seconds. To two milliseconds.
    """
    hop = max(1, rate // 500)
    first = max(0, round(begin * rate))
    part = samples[first : first + round(within * rate)]
    rows = part[: len(part) // hop * hop].reshape(-1, hop)
    loud = np.flatnonzero(np.sqrt(np.square(rows, dtype=np.float64).mean(axis=1)) > _QUIET)
    return (first + int(loud[0]) * hop) / rate if len(loud) else None


def shift(
    one: Samples, rate: int, other: Samples, other_rate: int, most: float, length: float
) -> float:
    """By how many seconds `other` is later than `one`, up to `most` either way, as the first
    `length` seconds tell. Its rate is a multiple of that of `one`.
    """
    other = other[:: other_rate // rate]
    size = min(len(one), len(other), round(length * rate))
    reach = round(most * rate)
    transform = 1 << (size + reach).bit_length()
    spectrum = np.fft.rfft(other[:size], transform) * np.conj(np.fft.rfft(one[:size], transform))
    likeness = np.fft.irfft(spectrum, transform)
    likeness = np.concatenate([likeness[-reach:], likeness[: reach + 1]])
    return float(int(np.argmax(likeness)) - reach) / rate


_CUE = re.compile(r"(?:(\d+):)?(\d\d):(\d\d)[.,](\d{3}) --> (?:(\d+):)?(\d\d):(\d\d)[.,](\d{3})")


def cues(text: str) -> list[tuple[float, float]]:
    """The beginnings and ends of the cues of a WebVTT or SRT file, in seconds."""
    return [
        (_clock(*each.groups()[:4]), _clock(*each.groups()[4:])) for each in _CUE.finditer(text)
    ]


def _clock(hours: str | None, minutes: str, seconds: str, thousandths: str) -> float:
    return 3600 * int(hours or 0) + 60 * int(minutes) + int(seconds) + int(thousandths) / 1000


def rising(spans: Sequence[tuple[float, float]], end: float) -> bool:
    """Whether the spans follow one another, none ends before it begins, all within `end`."""
    order = [moment for span in spans for moment in span]
    return order == sorted(order) and (not order or (order[0] >= 0 and order[-1] <= end + 0.001))
