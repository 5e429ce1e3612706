"""Folders of WAV files that the judges listen to: one sentence a file, the text beside them.

Every sentence has a fifth of a second of silence before and after it, whichever system says
it: no listener hears speech begin and end at the edge of a file, and DNSMOS repeats what is
shorter than nine seconds end to end, so that without it sentences run into each other.
"""

from __future__ import annotations

import wave
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from reader.speech.engine import Samples
from tests.benchmarks.speech.sentences import sentences

if TYPE_CHECKING:
    from tests.benchmarks.speech.program import Program

SILENCE = 0.2
"""Seconds before and after every sentence."""

_TEXT = "sentences.txt"
_REMARK = f"# each with {SILENCE} s of silence before and after it"


def prepare(folder: Path, lines: Sequence[str]) -> list[Path]:
    """Write down what is to be said, and give the file that each sentence goes into.

    What `folder` held of other sentences, or with other silence, is removed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    text = folder / _TEXT
    wanted = "\n".join([_REMARK, *lines]) + "\n"
    if not text.is_file() or text.read_text("utf-8") != wanted:
        for old in folder.glob("*.wav"):
            old.unlink()
        text.write_text(wanted, "utf-8")
    return [folder / f"{number:04}.wav" for number in range(len(lines))]


def recorded(folder: Path) -> list[tuple[str, Path | None]]:
    """The sentences of `folder`, each with its file; None for one that was not said."""
    lines = sentences(folder / _TEXT)
    files = [folder / f"{number:04}.wav" for number in range(len(lines))]
    found = [file if file.is_file() else None for file in files]
    return list(zip(lines, found, strict=True))


def said(program: Program, text: str, file: Path, **manner: float) -> bool:
    """Let `program` say `text` into `file`; whether it did. What the file held is gone."""
    file.unlink(missing_ok=True)
    program.ask(say=text, file=str(file), **manner)
    return file.is_file()


def record(program: Program, text: str, file: Path) -> bool:
    """Let `program` say `text` into `file`, for the judges; whether it did."""
    file.unlink(missing_ok=True)
    bare = file.with_suffix(".bare")
    if not said(program, text, bare):
        return False
    surround(bare)
    bare.replace(file)
    return True


def surround(file: Path) -> None:
    """Put the silence before and after the sound of `file`."""
    with wave.open(str(file)) as source:
        kind, frames = source.getparams(), source.readframes(source.getnframes())
    silence = bytes(round(SILENCE * kind.framerate) * kind.nchannels * kind.sampwidth)
    with wave.open(str(file), "wb") as out:
        out.setparams(kind)
        out.writeframes(silence + frames + silence)


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
