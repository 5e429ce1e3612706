"""Weights come out of the published form under their layers' names, in the right order."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from reader.speech.engines.mandarin.tensors import Tensor
from reader.speech.engines.mandarin.weights import acoustic_weights, vocoder_weights
from tests.fakes.tflite_file import TfliteFile

ADD, CONVOLVE, MULTIPLY_MATRIX, RESHAPE, BATCH_TO_SPACE, SQUEEZE, CONVOLVE_TRANSPOSED = (
    0, 3, 9, 22, 37, 43, 67,
)  # fmt: skip


def layer(
    file: TfliteFile, kind: int, name: str, kernel: np.ndarray, bias: np.ndarray, *between: int
) -> None:
    """A layer named by its output alone, its bias added after `between`."""
    scale = 0.5 if kernel.dtype == np.int8 else 0.0
    source, weight = file.tensor("input"), file.tensor("oddly/shared/name", kernel, scale)
    output = file.operator(kind, [source, weight], name)
    for reshaping in between:
        output = file.operator(reshaping, [output], "between")
    file.operator(ADD, [output, file.tensor("bias", bias)], f"{name}/sum")


def counted(*shape: int, kind: type = np.float32) -> np.ndarray:
    return np.arange(np.prod(shape)).reshape(shape).astype(kind)


def test_acoustic_layers(tmp_path: Path) -> None:
    file = TfliteFile()
    kernel, matrix = counted(4, 1, 3, 2, kind=np.int8), counted(4, 5, kind=np.int8)
    bias = counted(4)
    layer(file, CONVOLVE, "encoder/layer_._1/intermediate/conv1d_1/conv1d7", kernel, bias, SQUEEZE)
    query = "decoder/layer_._0/attention/self/query/Tensordot/MatMul"
    layer(file, MULTIPLY_MATRIX, query, matrix, bias, RESHAPE)
    norm = "f0_predictor/sequential_6/LayerNorm_._1"
    file.tensor(f"{norm}/batchnorm/mul/ReadVariableOp/resource", counted(3))
    file.tensor(f"{norm}/batchnorm/ReadVariableOp/resource", counted(3) + 1)
    file.tensor("postnet/batch_norm_._2/batchnorm/sub", counted(3))
    file.save(tmp_path / "acoustic.tflite")

    weights = acoustic_weights(tmp_path / "acoustic.tflite")

    assert sorted(weights) == [
        "decoder.0.query.bias",
        "decoder.0.query.weight",
        "encoder.1.widen.bias",
        "encoder.1.widen.weight",
        "f0.norm.1.gain",
        "f0.norm.1.shift",
        "postnet.2.shift",
    ]
    widen = weights["encoder.1.widen.weight"]
    assert widen.values.shape == (4, 2, 3)
    np.testing.assert_array_equal(widen.floats(), kernel[:, 0].transpose(0, 2, 1) * 0.5)
    np.testing.assert_array_equal(weights["decoder.0.query.weight"].floats(), matrix.T * 0.5)
    np.testing.assert_array_equal(weights["decoder.0.query.bias"].floats(), bias)
    np.testing.assert_array_equal(weights["f0.norm.1.shift"].floats(), counted(3) + 1)


def test_vocoder_layers(tmp_path: Path) -> None:
    file = TfliteFile()
    kernel, wide, bias = counted(4, 1, 3, 2), counted(4, 6, 1, 2), counted(4)
    stack = "sequential_4/residual_stack_._2._._3"
    parts = {"conv1d_23": "dilated", "conv1d_24": "mix", "shortcut": "shortcut"}
    named = [f"{stack}/{part}/conv1d1" for part in parts]
    named += ["sequential_4/conv1d/conv1d2", "sequential_4/conv1d_25/conv1d2"]
    for name in named:
        layer(file, CONVOLVE, name, kernel, bias, BATCH_TO_SPACE, SQUEEZE)
    up = "sequential_4/conv_transpose_._1/conv2d_transpose_1/conv2d_transpose1"
    layer(file, CONVOLVE_TRANSPOSED, up, wide, bias)
    file.operator(CONVOLVE, [0, file.tensor("bank", counted(1, 1, 63, 4))], "conv1d;synthesis")
    file.save(tmp_path / "vocoder.tflite")

    weights = vocoder_weights(tmp_path / "vocoder.tflite")

    layers = {name.removesuffix(".weight") for name in weights if name.endswith(".weight")}
    assert layers == {"first", "last", "stage.1.up"} | {
        f"stage.2.stack.3.{part}" for part in parts.values()
    }
    stretched = weights["stage.1.up.weight"].values
    np.testing.assert_array_equal(stretched, wide[:, :, 0].transpose(2, 0, 1))


def test_a_stored_weight_is_multiplied_by_its_scale() -> None:
    assert Tensor(np.array([2, -3], np.int8), np.array(0.5, np.float32)).floats().tolist() == [
        1.0,
        -1.5,
    ]
    assert Tensor(np.array([2.5], np.float32)).floats().tolist() == [2.5]


@pytest.mark.parametrize("axes", [(0, 1), (1, 0)])
def test_arranging_keeps_the_scale(axes: tuple[int, int]) -> None:
    tensor = Tensor(counted(2, 3, kind=np.int8), np.array(0.5, np.float32)).arranged(*axes)

    assert tensor.scale == 0.5
    np.testing.assert_array_equal(tensor.values, counted(2, 3, kind=np.int8).transpose(axes))
