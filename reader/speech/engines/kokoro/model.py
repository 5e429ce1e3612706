"""Runs the model: phonemes, a style and a speed to sound, and how long each phoneme lasts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.background import CancelToken, Task
from reader.speech.engine import SPEECH_RATE, Samples
from reader.speech.engines.inference import open_session, session_options
from reader.speech.engines.kokoro.styles import LENGTHS, SIZE, Style

FILE = "model.onnx"

FRAMES = "/encoder/Clip_output_0"
"""The tensor that holds how long each phoneme lasts, in frames."""

_FRAME = 600 / SPEECH_RATE
"""Seconds of a frame."""

_SLOWEST, _FASTEST = 0.5, 2.0
"""Speeds beyond which words are lost."""

_LOOK = 0.05
"""Seconds between two looks whether what is being said is still wanted."""

_GIVE_BACK = ("memory.enable_memory_arena_shrinkage", "cpu:0")
"""Has the runtime hand the memory of each run back to the system: 200 MB, for no time."""


class Model:
    """The model in a pack's `folder`, at :data:`~reader.speech.engine.SPEECH_RATE`."""

    def __init__(self, folder: Path) -> None:
        options = session_options()
        # Thousands of small operators: without the arena, half the time goes into fetching
        # memory from the system, and several times as much is held at the end.
        options.enable_cpu_mem_arena = True
        self._folder = folder
        self._session: Any = open_session(str(folder / FILE), options)
        self._styles: dict[str, NDArray[np.float32]] = {}

    def say(
        self, phonemes: Sequence[int], style: Style, speed: float, cancel: CancelToken
    ) -> tuple[Samples, NDArray[np.float64]]:
        """The sound of `phonemes` [n, at most 510], silence at its ends included, and the
        seconds [n + 1] at which each phoneme begins and the last one ends.

        Raises :class:`~reader.errors.Cancelled` soon after `cancel` is set.
        """
        samples, frames = self._run(
            {
                "tokens": np.array([[0, *phonemes, 0]], np.int64),
                "style": self._style(style)[len(phonemes) - 1][None],
                "speed": np.array([min(_FASTEST, max(_SLOWEST, speed))], np.float32),
            },
            cancel,
        )
        edges = np.cumsum(frames.reshape(-1)[:-1], dtype=np.float64) * _FRAME
        return samples.reshape(-1), edges

    def _style(self, style: Style) -> NDArray[np.float32]:
        if style.name not in self._styles:
            table = np.fromfile(self._folder / style.file, np.dtype("<f4"))
            self._styles[style.name] = table.reshape(LENGTHS, SIZE)
        return self._styles[style.name]

    def _run(self, inputs: dict[str, NDArray[Any]], cancel: CancelToken) -> list[NDArray[Any]]:
        """The model's outputs; a run that is not wanted any more is broken off."""
        import onnxruntime  # type: ignore[import-untyped]

        cancel.check()
        options = onnxruntime.RunOptions()
        options.add_run_config_entry(*_GIVE_BACK)

        def watch(ended: CancelToken) -> None:
            while not ended.wait(_LOOK):
                if cancel.cancelled:
                    options.terminate = True
                    return

        watcher = Task(watch, name="kokoro-watch")
        try:
            outputs: list[NDArray[Any]] = self._session.run(None, inputs, options)
        except Exception:
            cancel.check()
            raise
        finally:
            watcher.cancel()
        return outputs
