"""One sentence several times in one run: ``python -m tests.benchmarks.speech.one_run``.

The acoustic model's graphs of the installed pack take sentences of one length together,
exactly and without a mask; this tells what that gains where onnxruntime is not asked for one
after the other. Questions and answers are JSON, one object a line:
``{"say": TEXT, "times": 4}`` is answered by ``{"sounds": seconds of all sound, "took": seconds
of work}``, both without the vocoder.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.errors import TingshuError
from reader.language.pinyin import syllables
from reader.speech import packs
from reader.speech.engines.mandarin import weight_file
from reader.speech.engines.mandarin.networks import (
    HOP,
    SAMPLE_RATE,
    Drawing,
    Floats,
    Integers,
    Positions,
)
from reader.speech.engines.mandarin.onnx_networks import DECODER, ENCODER, FLOAT, opened
from reader.speech.engines.mandarin.phones import phone_line, speakable
from reader.speech.engines.mandarin.script import runs, script
from tests.benchmarks.speech.voice import utterance


class Acoustics:
    """The acoustic model of the pack in `folder`, for the same sentence several times."""

    def __init__(self, folder: Path, precision: str) -> None:
        self._encoder = _session(folder, ENCODER, precision)
        self._decoder = _session(folder, DECODER, precision)
        self._positions = Positions(int(self._encoder.get_outputs()[0].shape[2]))

    def mels(self, phones: Integers, times: int) -> Floats:
        """The spectrograms [times, t, bands] of `phones` [n], all drawn in one run."""
        numbers = np.repeat(phones[None], times, axis=0)
        given = {"numbers": numbers, "positions": self._positions(len(phones))}
        hidden, lengths, f0, energy = self._encoder.run(["hidden", "frames", "f0", "energy"], given)
        frames = np.maximum(np.round(lengths[0]), 1).astype(np.int64)
        owner = Drawing(hidden[0], f0[0], energy[0], frames).owner
        given = {"hidden": hidden, "f0": f0, "energy": energy, "owner": owner}
        given["positions"] = self._positions(len(owner))
        mels: Floats = self._decoder.run(["mel"], given)[0]
        return mels


def _session(folder: Path, name: str, precision: str) -> Any:
    file = folder / f"{name}.{precision}.onnx"
    if not file.exists():
        file = folder / f"{name}.{FLOAT}.onnx"
    kinds = json.loads((folder / "graphs.json").read_text("utf-8"))[file.name]
    return opened(file.read_bytes(), kinds, weight_file.read(folder / f"{name}.weights"))


def phones_of(text: str) -> list[NDArray[np.int64]]:
    """The phones of `text`, as the engine gives them to the model."""
    spoken = script(utterance(text, "zh"), speakable, syllables)
    return [phone_line(part).phones for part in runs(spoken)]


def main() -> None:
    """Answer until stdin ends."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("precision")
    options = parser.parse_args()
    if not packs.is_installed("mandarin"):
        sys.exit("The voice pack mandarin is not installed.")
    model = Acoustics(packs.folder("mandarin"), options.precision)
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        lines = phones_of(asked["say"])
        begun = time.perf_counter()
        mels = [model.mels(phones, asked["times"]) for phones in lines]
        took = time.perf_counter() - begun
        frames = sum(each.shape[0] * each.shape[1] for each in mels)
        print(json.dumps({"sounds": frames * HOP / SAMPLE_RATE, "took": took}), flush=True)


if __name__ == "__main__":
    try:
        main()
    except TingshuError as problem:
        sys.exit(str(problem))
