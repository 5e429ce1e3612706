"""How finished files sound and what they tell: every format, language and two loudnesses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from reader.export.options import LOUDNESS, TRUE_PEAK
from tests.benchmarks.export import sound
from tests.benchmarks.export.books import DATE
from tests.benchmarks.export.following import Clips, daisy_clips, overlay_clips
from tests.benchmarks.export.plan import MATERIALS, NAMES, Plan
from tests.benchmarks.export.probing import Expected, disagreements, marks, probed
from tests.benchmarks.export.running import Run
from tests.benchmarks.export.worst import Worst
from tests.benchmarks.speech.figures import Figure

_FILES = ("m4b", "mp3", "opus", "flac", "wav")
_OTHER_TARGET = -23.0

_WITHIN = 1.0
"""LU from the target."""

_MARKS = 20.0
"""Milliseconds by which a chapter mark, or the first word behind it, may be off."""

_LENGTH = 50.0
"""Milliseconds by which the decoded sound may be longer than is told: a packet of AAC."""

_SHIFT = 1.0
"""Milliseconds by which decoded sound may be earlier or later than the WAV file."""

_MOST_SHIFT = 0.2
_SHIFT_SECONDS = 30

_CLIP_LATE = 150.0
"""Milliseconds between the beginning of a sentence's clip and its first sound: the voices
themselves begin with some silence, and MP3 does."""

_NEVER = 9999.0


def measure(plan: Plan) -> Iterator[Figure]:
    """The rows about sound, for each language."""
    for language in NAMES:
        yield from Hearing(plan, language).figures()


class Hearing:
    """A book in every format; its sentences are spoken once."""

    def __init__(self, plan: Plan, language: str) -> None:
        self._plan = plan
        self._material = MATERIALS[language]
        self._name = NAMES[language]
        self._book = plan.book(language, plan.sound_minutes)
        self._home = plan.home()
        self._worst = Worst(self._name)

    def figures(self) -> Iterator[Figure]:
        """The worst of everything that can be heard of it."""
        chapters = self._plan.target("chapters")
        self._export(chapters, "--format", "wav")
        begins, onsets = _chapters(chapters)
        self._whole_files(begins, onsets)
        self._in_another_loudness()
        self._chapter_files(chapters)
        self._read_along()
        yield from self._worst.figures()

    def _export(self, target: Path, *options: str) -> Run:
        name = f"{self._name} to {target.name} {' '.join(options)}".strip()
        return self._plan.run(name, self._home, self._book, target, *options)

    # -- one file ----------------------------------------------------------------------------

    def _whole_files(self, begins: Sequence[float], onsets: Sequence[float]) -> None:
        plain: tuple[sound.Samples, int] | None = None
        for kind in reversed(_FILES):
            target = self._plan.target(f"book.{kind}")
            run = self._export(target, "--captions", "vtt,srt")
            samples, rate = sound.decoded(target)
            self._loud(kind, target, samples, LOUDNESS)
            self._followed(kind, target, samples, rate)
            off = 1000 * abs(len(samples) / rate - run.seconds)
            self._worst.add("decoded length off", "ms", _LENGTH, off, kind)
            if plain is None:
                plain = samples, rate
                continue
            late = sound.shift(*plain, samples, rate, _MOST_SHIFT, _SHIFT_SECONDS)
            self._worst.add("sound beside the WAV's off", "ms", _SHIFT, 1000 * abs(late), kind)
            self._marked(kind, target, begins, onsets, samples, rate)
            self._probed(kind, run, target)

    def _loud(self, kind: str, target: Path, samples: sound.Samples, wanted: float) -> None:
        told = sound.measured(target)
        note = f"{kind}: {told.integrated:.1f} LUFS for {wanted:g}"
        off = abs(told.integrated - wanted)
        self._worst.add("loudness from the target", "LU", _WITHIN, off, note)
        self._worst.add("true peak", "dB", TRUE_PEAK, told.true_peak, kind)
        self._worst.add("clipped samples", "", 0, sound.clipped(samples), kind)

    def _followed(self, kind: str, target: Path, samples: sound.Samples, rate: int) -> None:
        """Captions beside the sound, and clicks at the edges that they tell."""
        length = len(samples) / rate
        wrong = 0
        for ending in (".vtt", ".srt"):
            spans = sound.cues(target.with_suffix(ending).read_text("utf-8"))
            wrong += not spans or not sound.rising(spans, length)
        joins = [moment for span in spans for moment in span]
        found = sound.clicks(samples, rate, joins)
        places = ", ".join(f"{each:.3f}" for each in found[:5])
        note = f"{kind}, {len(joins)} joins" + (f", at {places} s" if found else "")
        self._worst.add("clicks at joins", "", 0, len(found), note)
        note = f"{kind}, {len(spans)} cues"
        self._worst.add("captions out of order or beyond the end", "", 0, wrong, note)

    def _marked(
        self,
        kind: str,
        target: Path,
        begins: Sequence[float],
        onsets: Sequence[float],
        samples: sound.Samples,
        rate: int,
    ) -> None:
        """Chapter marks, and what is heard behind them, beside the WAV file of each chapter."""
        found = [moment for moment, _ in marks(probed(target))]
        note = f"{kind}, {len(found)} marks for {len(begins)} chapters"
        if len(found) != len(begins):
            self._worst.add("chapter marks off", "ms", _MARKS, _NEVER, note)
            return
        for mark, begin, expected in zip(found, begins, onsets, strict=True):
            self._worst.add("chapter marks off", "ms", _MARKS, 1000 * abs(mark - begin), note)
            heard = sound.onset(samples, rate, mark)
            late = _NEVER if heard is None else 1000 * abs(heard - expected)
            self._worst.add("first words behind marks off", "ms", _MARKS, late, note)

    def _probed(self, kind: str, run: Run, target: Path) -> None:
        expected = Expected(
            title=self._material.title,
            author=self._material.author,
            date=DATE,
            language=self._material.language,
            seconds=run.seconds,
        )
        wrong = list(disagreements(probed(target), expected))
        note = "; ".join([kind, *wrong])
        self._worst.add("ffprobe disagrees", "", 0, len(wrong), note)

    # -- other ways --------------------------------------------------------------------------

    def _in_another_loudness(self) -> None:
        for kind in _FILES:
            target = self._plan.target(f"book.{kind}")
            self._export(target, "--loudness", f"{_OTHER_TARGET:g}")
            self._loud(kind, target, sound.decoded(target)[0], _OTHER_TARGET)

    def _chapter_files(self, wav: Path) -> None:
        mp3 = self._plan.target("chapters")
        self._export(mp3, "--format", "mp3")
        for folder in (wav, mp3):
            for name, path in sound.sounds_in(folder):
                if isinstance(path, Path):
                    self._loud(f"{folder.name}/{name}", path, sound.decoded(path)[0], LOUDNESS)

    def _read_along(self) -> None:
        epub, daisy = self._plan.target("book.epub"), self._plan.target("daisy")
        self._export(epub)
        self._in_step("EPUB", overlay_clips(epub))
        self._export(daisy, "--format", "daisy")
        self._in_step("DAISY", daisy_clips(daisy))

    def _in_step(self, name: str, clips: Iterator[Clips]) -> None:
        """How late after its clip's beginning a sentence is heard; a sound that is silent
        throughout, as that of a title that nobody says, counts for nothing.
        """
        what = "first sound of a sentence behind its clip's beginning"
        self._worst.add(what, "ms", _CLIP_LATE, 0.0, name)
        for samples, rate, spans in clips:
            if sound.onset(samples, rate, 0.0, len(samples) / rate) is None:
                continue
            wrong = not sound.rising(spans, len(samples) / rate)
            self._worst.add("clips out of order or beyond the end", "", 0, wrong, name)
            for begin, end in spans:
                heard = sound.onset(samples, rate, begin, end - begin)
                late = _NEVER if heard is None else 1000 * (heard - begin)
                self._worst.add(what, "ms", _CLIP_LATE, late, f"{name}, at {begin:.3f} s")


def _chapters(folder: Path) -> tuple[list[float], list[float]]:
    """Where each chapter's file begins if they are put together, and where it is first heard."""
    lengths, heard = [], []
    for _, path in sound.sounds_in(folder):
        samples, rate = sound.decoded(path)
        lengths.append(len(samples) / rate)
        heard.append(sound.onset(samples, rate, 0.0) or 0.0)
    begins = [0.0, *accumulate(lengths)][:-1]
    return begins, [begin + late for begin, late in zip(begins, heard, strict=True)]
