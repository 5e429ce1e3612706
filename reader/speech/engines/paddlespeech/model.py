"""One pack's acoustic model: phones to a spectrogram."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from reader.errors import EngineFailed
from reader.messages import message
from reader.speech.engines.paddlespeech import files
from reader.speech.engines.paddlespeech.mel import Floats
from reader.speech.engines.paddlespeech.phones import PAUSE, Phone, PhoneSet


class Runnable(Protocol):
    """An inference program, run by the position of its inputs and outputs."""

    def run(self, *inputs: NDArray[Any]) -> list[NDArray[Any]]:
        """The outputs for `inputs`."""
        ...


class Programs(Protocol):
    """Where programs are opened: Paddle's process."""

    def open(self, model: Path, parameters: Path, *, reuse_memory: bool = False) -> Runnable:
        """Load the program in the files `model` and `parameters`."""
        ...

    def close(self) -> None:
        """Let all programs go; those used again are loaded again."""
        ...


def open_program(programs: Programs, folder: Path, name: str) -> Runnable:
    """The acoustic model or the vocoder of the pack in `folder`.

    Only vocoders bear that their intermediate results share memory.
    """
    model, parameters = (folder / f"{name}{ending}" for ending in (files.MODEL, files.PARAMETERS))
    return programs.open(model, parameters, reuse_memory=name == files.VOCODER)


class AcousticModel:
    """FastSpeech 2, or SpeedySpeech, which is told the tones apart.

    Its program takes the phones' numbers int64 [n], then the tones' [n] where the pack has a
    map of tones, then the speaker's [1] where it has one of speakers; it gives the
    spectrogram float32 [frames, 80].
    """

    def __init__(self, folder: Path, programs: Programs) -> None:
        tones, speakers = folder / files.TONES, folder / files.SPEAKERS
        numbers = files.read_numbers(folder / files.PHONES)
        if PAUSE not in numbers:
            raise EngineFailed(
                message("PaddleSpeech voice"),
                message("{phones} knows no pause ({pause}).", phones=files.PHONES, pause=PAUSE),
            )
        self._phones = PhoneSet(numbers, files.read_numbers(tones) if tones.is_file() else None)
        self._has_speakers = speakers.is_file()
        self._program = open_program(programs, folder, files.ACOUSTIC)

    def mel(self, phones: Sequence[Phone], speaker: int = 0) -> Floats:
        """The spectrogram of `phones`, said by the speaker of number `speaker`."""
        inputs = self._phones.inputs(phones)
        if self._has_speakers:
            inputs = (*inputs, np.array([speaker], np.int64))
        return np.asarray(self._program.run(*inputs)[0], np.float32)
