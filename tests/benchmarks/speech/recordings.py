"""Folders of WAV files that the judges listen to: one sentence a file, the text beside them."""

from __future__ import annotations

import wave
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from reader.speech.engine import Samples
from tests.benchmarks.speech.sentences import sentences

_TEXT = "sentences.txt"


def prepare(folder: Path, lines: Sequence[str]) -> list[Path]:
    """Write down what is to be said, and give the file that each sentence goes into.

    What `folder` held of other sentences is removed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    text = folder / _TEXT
    wanted = "\n".join(lines) + "\n"
    if not text.is_file() or text.read_text("utf-8") != wanted:
        for old in folder.glob("*.wav"):
            old.unlink()
        text.write_text(wanted, "utf-8")
    return [folder / f"{number:04}.wav" for number in range(len(lines))]


def recorded(folder: Path) -> list[tuple[str, Path]]:
    """The sentences of `folder` that have been recorded, each with its file."""
    lines = sentences(folder / _TEXT)
    files = [folder / f"{number:04}.wav" for number in range(len(lines))]
    return [(line, file) for line, file in zip(lines, files, strict=True) if file.is_file()]


def write(file: Path, samples: Samples, rate: int) -> None:
    """Sound as a WAV file of 16 bits."""
    with wave.open(str(file), "wb") as out:
        out.setparams((1, 2, rate, 0, "NONE", "NONE"))
        out.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())


def read(file: Path) -> tuple[Samples, int]:
    """The sound of a WAV file of 16 bits, mono, in [-1, 1], and its rate."""
    with wave.open(str(file)) as source:
        frames = source.readframes(source.getnframes())
        return np.frombuffer(frames, "<i2").astype(np.float32) / 32768, source.getframerate()
