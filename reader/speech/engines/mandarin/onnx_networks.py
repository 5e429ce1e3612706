"""The voice's networks in onnxruntime, from the pack's graphs and weights."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from reader.errors import EngineFailed
from reader.messages import message
from reader.speech.engine import Samples
from reader.speech.engines.inference import open_session, session_options
from reader.speech.engines.mandarin import weight_file
from reader.speech.engines.mandarin.graph_writer import Graph
from reader.speech.engines.mandarin.networks import (
    HOP,
    Drawing,
    Floats,
    Integers,
    Positions,
    Prediction,
    at_least,
)
from reader.speech.engines.mandarin.tensors import Weights

if TYPE_CHECKING:
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]

ENCODER, DECODER, VOCODER = "encoder", "decoder", "vocoder"
FLOAT, INT8 = "float", "int8"

_GRAPHS = "graphs.json"
"""Tells of each graph which weights it must be given, and as what."""


@dataclass(frozen=True)
class Model:
    """A network as it lies in a pack: its weights, and its graph for each precision."""

    weights: Weights
    graphs: Mapping[str, Graph]


def save(folder: Path, models: Mapping[str, Model]) -> None:
    """Write `models` by name (``encoder``, ``decoder``, ``vocoder``) into `folder`."""
    given = {}
    for name, model in models.items():
        weight_file.write(folder / f"{name}.weights", model.weights)
        for precision, graph in model.graphs.items():
            file = folder / f"{name}.{precision}.onnx"
            file.write_bytes(graph.content)
            given[file.name] = graph.weights
    (folder / _GRAPHS).write_text(json.dumps(given, indent=1) + "\n", "utf-8")


class OnnxNetworks:
    """Runs the graphs of the pack in `folder`.

    With the precision ``int8`` the convolutions that can afford it compute in 8 bits.
    Raises :class:`~reader.errors.EngineFailed` if a file is damaged.
    """

    name = "onnx"
    window = 400

    def __init__(self, folder: Path, precision: str = INT8) -> None:
        self._encoder = _opened(folder, ENCODER, precision)
        self._decoder = _opened(folder, DECODER, precision)
        self._vocoder = _opened(folder, VOCODER, precision)
        self.positions = Positions(int(self._encoder.get_outputs()[0].shape[2]))

    def predict(self, sentences: Sequence[Integers]) -> list[Prediction]:
        """One sentence after the other: on one core nothing is gained by padding them."""
        return [self._predicted(phones) for phones in sentences]

    def mels(self, drawings: Sequence[Drawing]) -> list[Floats]:
        """One after the other, as :meth:`predict`."""
        return [self._mel(drawing) for drawing in drawings]

    def samples(self, mels: Sequence[Floats]) -> list[Samples]:
        """One after the other, as :meth:`predict`."""
        return [self._samples(mel) for mel in mels]

    def close(self) -> None:
        """Let the sessions go, with whoever holds these networks."""

    def _predicted(self, phones: Integers) -> Prediction:
        given = {"numbers": phones[None], "positions": self.positions(len(phones))}
        found = self._encoder.run(["hidden", "frames", "f0", "energy"], given)
        return Prediction(*(each[0] for each in found))

    def given(self, drawing: Drawing) -> dict[str, NDArray[Any]]:
        """What the decoder's graph is given for `drawing`."""
        owner = drawing.owner
        return {
            "hidden": drawing.hidden[None],
            "f0": drawing.f0[None],
            "energy": drawing.energy[None],
            "owner": owner,
            "positions": self.positions(len(owner)),
        }

    def _mel(self, drawing: Drawing) -> Floats:
        mel: Floats = self._decoder.run(["mel"], self.given(drawing))[0][0]
        return mel

    def _samples(self, mel: Floats) -> Samples:
        samples: Samples = self._vocoder.run(["samples"], {"mel": at_least(mel)[None]})[0][0]
        return samples[: len(mel) * HOP]


def _opened(folder: Path, name: str, precision: str) -> InferenceSession:
    file = folder / f"{name}.{precision}.onnx"
    if not file.exists():
        file = folder / f"{name}.{FLOAT}.onnx"
    try:
        kinds = json.loads((folder / _GRAPHS).read_text("utf-8"))[file.name]
        return opened(file.read_bytes(), kinds, weight_file.read(folder / f"{name}.weights"))
    except Exception as error:  # onnxruntime's own errors share no base class of their own
        raise EngineFailed(
            message("Mandarin voice"),
            message("The file {name} or its weights cannot be loaded.", name=file.name),
            message("Run: tingshu voices install mandarin"),
        ) from error


def opened(content: bytes, kinds: Mapping[str, str], weights: Weights) -> InferenceSession:
    """A session of the graph `content`, given its weights as `kinds` asks."""
    from onnxruntime import OrtValue

    options = session_options()
    arrays = [
        weights[name].values if kind == "int8" else weights[name].floats()
        for name, kind in kinds.items()
    ]
    values = [OrtValue.ortvalue_from_numpy(np.ascontiguousarray(array)) for array in arrays]
    options.add_external_initializers(list(kinds), values)
    return open_session(content, options)
