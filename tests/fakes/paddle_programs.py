"""PaddleSpeech's models played by a few lines of arithmetic: every phone lasts five frames."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from reader.errors import EngineFailed

FRAMES_A_PHONE, HOP, SILENT = 5, 300, -6.0
PAUSE = 179
"""The number of ``sp`` in PaddleSpeech's map of phones."""


class FakePrograms:
    """Plays `acoustic` and `vocoder`; remembers what was opened and run.

    `volume` multiplies the sound.
    """

    def __init__(self, hop: int = HOP) -> None:
        self._hop = hop
        self.opened: list[tuple[str, bool]] = []
        self.runs: dict[str, list[tuple[np.ndarray, ...]]] = {"acoustic": [], "vocoder": []}
        self.closed = 0
        self.volume = 1.0
        self.failure: Exception | None = None

    def open(self, model: Path, parameters: Path, *, reuse_memory: bool = False) -> FakeProgram:
        if not (model.is_file() and parameters.is_file()):
            raise EngineFailed("Paddle", f"the file {model.name} is missing")
        self.opened.append((model.stem, reuse_memory))
        return FakeProgram(self, model.stem)

    def close(self) -> None:
        self.closed += 1

    def run(self, name: str, inputs: tuple[np.ndarray, ...]) -> list[np.ndarray]:
        if self.failure is not None:
            raise self.failure
        self.runs[name].append(inputs)
        play: Callable[..., np.ndarray] = {"acoustic": _drawn, "vocoder": self._said}[name]
        return [play(*inputs)]

    def _said(self, mel: np.ndarray) -> np.ndarray:
        """Each frame a tone of its own height, as loud as the frame."""
        place = np.arange(self._hop) / self._hop
        height = np.round(24 + 20 * mel[:, :1])
        samples = self.volume * 10 ** mel[:, 1:2] * np.sin(2 * np.pi * height * place)
        return samples.reshape(-1, 1).astype(np.float32)


class FakeProgram:
    def __init__(self, programs: FakePrograms, name: str) -> None:
        self._programs, self._name = programs, name

    def run(self, *inputs: np.ndarray) -> list[np.ndarray]:
        return self._programs.run(self._name, inputs)


def _drawn(text: np.ndarray, *others: np.ndarray) -> np.ndarray:
    """Frames of the height that the phone's and the speaker's number give, -6 for a pause."""
    height = (text + sum(int(other.sum()) for other in others)) % 5
    mel = np.full((len(text), 80), -1.0, np.float32)
    mel[:, 0] += height / 20
    mel[text == PAUSE] = SILENT
    return np.repeat(mel, FRAMES_A_PHONE, axis=0)
