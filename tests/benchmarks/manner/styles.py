"""What becomes of what :mod:`reader.speech.manner` promises: rate, pitch, level and melody.

Every style is given to whole sentences, every emphasis to one word in the middle of each, and
each is compared with the same words said plainly. A style is told apart from plain speech where
it moves the mean by more than plain sentences differ among themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.books.model import Emphasis
from reader.language.measure import weight
from reader.speech.engine import SPEECH_RATE, AudioChunk
from reader.speech.manner import EMPHASES, STYLES, Manner
from reader.speech.shaping.world import PERIOD, pitch_of
from reader.speech.signal import speech_level
from tests.benchmarks.fast.texts import lines
from tests.benchmarks.manner.saying import LANGUAGES, base, plain, say
from tests.benchmarks.speech.plan import tell

Table = NDArray[np.float64]
Range = tuple[int, int]

DIMENSIONS = ("rate", "pitch", "level", "melody")
"""Times as fast, semitones higher, decibels louder, times as much rise and fall."""

TOLERANCES = (0.05, 0.5, 0.75)
"""How far rate (as a share of it), pitch (semitones) and level (decibels) may be from what was
promised. The width of the melody is told and not judged: it depends on which frames are taken
for voice, and a tone language keeps its tones.
"""

TOLD_APART = 1.0
"""Natural spreads (standard deviations of plain sentences) that a style must differ by."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One style or emphasis in one language: what was promised and what came, each in the order
    of :data:`DIMENSIONS`; `spread` is the standard deviation of the difference over the
    sentences, `apart` the difference in natural spreads, `distance` all of them together
    (Mahalanobis).
    """

    language: str
    name: str
    promised: tuple[float, ...]
    came: tuple[float, ...]
    spread: tuple[float, ...]
    apart: tuple[float, ...]
    distance: float

    @property
    def is_told_apart(self) -> bool:
        """Whether a listener can tell it from plain speech by one dimension at least."""
        return max(map(abs, self.apart)) >= TOLD_APART

    @property
    def off(self) -> tuple[str, ...]:
        """The dimensions in which what came is not what was promised."""
        rate, pitch, level, _ = zip(self.came, self.promised, strict=True)
        far = rate[0] / rate[1] - 1.0, pitch[0] - pitch[1], level[0] - level[1]
        judged = zip(DIMENSIONS, far, TOLERANCES, strict=False)
        return tuple(name for name, each, most in judged if abs(each) > most)

    def as_json(self) -> dict[str, object]:
        """Everything, for a machine."""
        return asdict(self) | {"told_apart": self.is_told_apart, "off": self.off}


def rows(count: int) -> Iterator[Row]:
    """Every style and every emphasis in every language, over `count` sentences."""
    for language in LANGUAGES:
        tell(f"{base(language).name} speaks in every manner …")
        plainly = [_said(text, language) for text in lines(language, count)]
        neutral = _measured(plainly)
        for name, promised in STYLES.items():
            styled = [_said(each.text, language, style=name) for each in plainly]
            yield _row(language, name, promised, neutral, _measured(styled))
        words = [_middle(each) for each in plainly]
        neutral = _measured(map(_word, plainly, words))
        for emphasis, promised in EMPHASES.items():
            if emphasis is not Emphasis.NONE:
                stressed = [
                    _word(_said(each.text, language, at, emphasis=emphasis), at)
                    for each, at in zip(plainly, words, strict=True)
                ]
                name = f"{emphasis.name.lower()} word"
                yield _row(language, name, promised, neutral, _measured(stressed))


@dataclass(frozen=True)
class _Said:
    """A text, its sound, and the pitch of every frame of that."""

    text: str
    sound: AudioChunk
    pitch: Table


def _said(text: str, language: str, at: Range | None = None, **manner: Any) -> _Said:
    """`text`, or what of it lies `at` a range, said in the manner."""
    span = plain(text, language)
    start, end = at or (0, len(text))
    before, rest = span.divided(start)
    inside, after = rest.divided(end - start)
    spans = (before, replace(inside, **manner), after)
    sound = say([each for each in spans if each.text], base(language))
    return _Said(text, sound, pitch_of(sound.samples, SPEECH_RATE))


def _middle(said: _Said) -> Range:
    """The longest word that is neither the first nor the last."""
    words = said.sound.words
    word = max(words[1:-1] or words, key=lambda each: each.end - each.start)
    return word.start, word.end


def _word(said: _Said, at: Range) -> _Said:
    """The sound of the words within `at` alone."""
    words = [each for each in said.sound.words if at[0] <= each.start < at[1]]
    begin, finish = words[0].begin, words[-1].finish
    samples = said.sound.samples[round(begin * SPEECH_RATE) : round(finish * SPEECH_RATE)]
    pitch = said.pitch[round(begin / PERIOD) : round(finish / PERIOD)]
    return _Said(said.text[slice(*at)], replace(said.sound, samples=samples), pitch)


def _measured(every: Iterable[_Said]) -> Table:
    """A row each: the logarithm of the rate, the mean pitch in semitones, the level, and the
    logarithm of how far the melody rises and falls.
    """
    return np.array([_figures(each) for each in every])


def _figures(said: _Said) -> tuple[float, float, float, float]:
    height = 12 * np.log2(said.pitch[said.pitch > 0])
    low, high = np.percentile(height, (5, 95))  # a frame taken an octave wrong counts nothing
    inside = height[(height >= low) & (height <= high)]
    return (
        float(np.log(weight(said.text) / said.sound.seconds)),
        float(inside.mean()),
        speech_level(said.sound.samples),
        float(np.log(max(0.05, inside.std()))),
    )


def _row(language: str, name: str, promised: Manner, neutral: Table, bent: Table) -> Row:
    differences = bent - neutral
    mean = differences.mean(axis=0)
    natural = np.cov(neutral.T)
    return Row(
        language=language,
        name=name,
        promised=(promised.rate, promised.pitch, promised.gain, promised.liveliness),
        came=(float(np.exp(mean[0])), float(mean[1]), float(mean[2]), float(np.exp(mean[3]))),
        spread=tuple(map(float, differences.std(axis=0, ddof=1))),
        apart=tuple(map(float, mean / np.sqrt(np.diag(natural)))),
        distance=float(np.sqrt(mean @ np.linalg.solve(natural, mean))),
    )


def fails(found: Iterable[Row]) -> bool:
    """Whether a style is not told apart, or any manner is not what was promised."""
    return any(row.off or (row.name in STYLES and not row.is_told_apart) for row in found)


def table(found: Iterable[Row]) -> str:
    """What came, and in brackets what was promised; then the distance in natural spreads."""
    head = f"{'':4}{'':18}" + "".join(f"{each:>16}" for each in DIMENSIONS)
    told = [f"{head}{'apart':>8}{'distance':>10}"]
    for row in found:
        cells = "".join(
            f"{came:>8.2f} ({wanted:5.2f})"
            for came, wanted in zip(row.came, row.promised, strict=True)
        )
        apart = max(map(abs, row.apart))
        mark = "" if row.is_told_apart else "  not told apart"
        mark += f"  not as promised: {', '.join(row.off)}" if row.off else ""
        told.append(f"{row.language:4}{row.name:18}{cells}{apart:>8.1f}{row.distance:>10.1f}{mark}")
    return "\n".join(told)
