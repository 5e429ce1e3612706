"""Reads the voice's weights out of its published TensorFlow Lite files.

A TensorFlow Lite file is a flat buffer of tensors and operators. Its weights are shared and
oddly named, but every layer's *output* carries the layer's name, and its bias is the constant
of the addition that follows. Nothing here runs a model; numpy and the schema reader
``tflite`` are enough.

The acoustic file keeps its large weights as int8 with one scale a tensor and zero point 0;
the vocoder's are float32. Kernels lie as [out, 1, width, in], matrices as [out, in], kernels
of transposed convolutions as [out, width, 1, in].
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from reader.speech.engines.mandarin.tensors import Tensor

_FLOAT, _INT32, _INT8 = 0, 2, 9
_TYPES = {_FLOAT: np.float32, _INT32: np.int32, _INT8: np.int8}

_ADD, _CONVOLVE, _MULTIPLY_MATRIX, _CONVOLVE_TRANSPOSED = 0, 3, 9, 67
_RESHAPING = {22, 37, 43}
"""RESHAPE, BATCH_TO_SPACE_ND and SQUEEZE: what may stand between a layer and its bias."""

_ACOUSTIC_NAMES = (
    (r"/layer_\._", "."),
    (r"/attention/self/", "."),
    (r"/attention/output/dense", ".merge"),
    (r"/attention/output/LayerNorm", ".attention_norm"),
    (r"/intermediate/conv1d_1", ".widen"),
    (r"/intermediate/conv1d_2", ".narrow"),
    (r"/output/LayerNorm", ".norm"),
    (r"_predictor/sequential_\d+/conv_\._", ".conv."),
    (r"_predictor/sequential_\d+/LayerNorm_\._", ".norm."),
    (r"_predictor/dense_\d+", ".linear"),
    (r"_embeddings$", ".enter"),
    (r"mel_before", "mel"),
    (r"postnet/conv_\._", "postnet."),
)


class _File:
    """The one graph of a TensorFlow Lite file."""

    def __init__(self, path: Path) -> None:
        import tflite  # type: ignore[import-untyped]

        self._model = tflite.Model.GetRootAsModel(path.read_bytes(), 0)
        self._graph = self._model.Subgraphs(0)
        operators = [self._graph.Operators(i) for i in range(self._graph.OperatorsLength())]
        self._operators = operators
        self._users: dict[int, list[Any]] = {}
        for operator in operators:
            for tensor in operator.InputsAsNumpy():
                self._users.setdefault(int(tensor), []).append(operator)

    def constants(self) -> Iterator[tuple[str, Tensor]]:
        """Every named constant."""
        for index in range(self._graph.TensorsLength()):
            constant = self._constant(index)
            if constant is not None:
                yield self._name(index), constant

    def layers(self, kind: int) -> Iterator[tuple[str, Tensor, int]]:
        """Name, kernel and output of every operator of a kind."""
        for operator in self._operators:
            if self._kind(operator) == kind:
                kernel = self._constant(int(operator.InputsAsNumpy()[1]))
                output = int(operator.OutputsAsNumpy()[0])
                if kernel is not None:
                    yield self._name(output), kernel, output

    def bias(self, tensor: int) -> Tensor:
        """The constant that is added to `tensor`, perhaps after reshaping."""
        while True:
            follower = next(
                user
                for user in self._users[tensor]
                if self._kind(user) == _ADD or self._kind(user) in _RESHAPING
            )
            if self._kind(follower) == _ADD:
                added = (self._constant(int(each)) for each in follower.InputsAsNumpy())
                return next(constant for constant in added if constant is not None)
            tensor = int(follower.OutputsAsNumpy()[0])

    def _name(self, index: int) -> str:
        return str(self._graph.Tensors(index).Name().decode())

    def _kind(self, operator: Any) -> int:  # noqa: ANN401
        code = self._model.OperatorCodes(operator.OpcodeIndex())
        return int(max(code.BuiltinCode(), code.DeprecatedBuiltinCode()))

    def _constant(self, index: int) -> Tensor | None:
        tensor = self._graph.Tensors(index)
        buffer = self._model.Buffers(tensor.Buffer())
        if buffer.DataLength() == 0 or tensor.Type() not in _TYPES:
            return None
        shape = [int(size) for size in tensor.ShapeAsNumpy()] if tensor.ShapeLength() else []
        values = buffer.DataAsNumpy().view(_TYPES[tensor.Type()]).reshape(shape)
        if tensor.Type() != _INT8:
            return Tensor(values)
        return Tensor(values, np.array(tensor.Quantization().Scale(0), np.float32))


def acoustic_weights(path: Path) -> dict[str, Tensor]:
    """The weights of ``fastspeech2_quan.tflite`` by layer, as :data:`Weights` tells.

    `phones` is the phones' embedding [219, 256]; `positions` the file's own table of
    positions [2049, 256], which the product computes instead.
    """
    file = _File(path)
    weights = dict(_acoustic_constants(file))
    for name, kernel, output in file.layers(_CONVOLVE):
        layer = _acoustic_name(name)
        weights[f"{layer}.weight"] = _convolution(kernel)
        weights[f"{layer}.bias"] = file.bias(output)
    for name, matrix, output in file.layers(_MULTIPLY_MATRIX):
        layer = _acoustic_name(name)
        weights[f"{layer}.weight"] = matrix.arranged(1, 0)
        weights[f"{layer}.bias"] = file.bias(output)
    return weights


def vocoder_weights(path: Path) -> dict[str, Tensor]:
    """The weights of ``mb_melgan.tflite`` by layer: ``first``, ``last`` and, for each stage,
    ``stage.0.up`` and ``stage.0.stack.0.dilated``, ``.mix`` and ``.shortcut``.

    The file's synthesis filter is left out: it is computed to 6e-9 by :mod:`vocoder_graph`.
    """
    file = _File(path)
    weights: dict[str, Tensor] = {}
    for name, kernel, output in file.layers(_CONVOLVE):
        if not name.startswith("conv1d;"):  # the synthesis filter
            layer = _vocoder_name(name)
            weights[f"{layer}.weight"] = _convolution(kernel)
            weights[f"{layer}.bias"] = file.bias(output)
    for name, kernel, output in file.layers(_CONVOLVE_TRANSPOSED):
        found = re.search(r"conv_transpose_\._(\d)/", name)
        if found:  # the other one spreads the bands for the synthesis filter
            layer = f"stage.{found[1]}.up"
            flat = Tensor(kernel.values[:, :, 0], kernel.scale)
            weights[f"{layer}.weight"] = flat.arranged(2, 0, 1)
            weights[f"{layer}.bias"] = file.bias(output)
    return weights


def _convolution(kernel: Tensor) -> Tensor:
    return Tensor(kernel.values[:, 0], kernel.scale).arranged(0, 2, 1)


def _acoustic_name(name: str) -> str:
    name = re.sub(r"/(conv1d\d*|Tensordot/MatMul\d*)$", "", name)
    for pattern, replacement in _ACOUSTIC_NAMES:
        name = re.sub(pattern, replacement, name)
    return name


def _acoustic_constants(file: _File) -> Iterator[tuple[str, Tensor]]:
    for name, constant in file.constants():
        norm = re.match(r"(.*LayerNorm\S*)/batchnorm/(mul/)?ReadVariableOp/resource$", name)
        batch = re.match(r"postnet/batch_norm_\._(\d)/batchnorm/(mul|sub)$", name)
        if name == "embeddings/Gather/resource":
            yield "phones", constant
        elif name == "embeddings/position_embeddings/Gather/resource":
            yield "positions", constant
        elif norm:
            yield f"{_acoustic_name(norm[1])}.{'gain' if norm[2] else 'shift'}", constant
        elif batch:
            yield f"postnet.{batch[1]}.{'gain' if batch[2] == 'mul' else 'shift'}", constant


def _vocoder_name(name: str) -> str:
    """The file numbers the convolutions through: odd ones are dilated, even ones mix."""
    stack = re.search(r"residual_stack_\._(\d)\._\._(\d)/(conv1d_(\d+)|shortcut)", name)
    if stack:
        part = "shortcut" if stack[4] is None else ("mix", "dilated")[int(stack[4]) % 2]
        return f"stage.{stack[1]}.stack.{stack[2]}.{part}"
    return "last" if "conv1d_25" in name else "first"
