"""Writes small TensorFlow Lite files, for the reader of weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import flatbuffers  # type: ignore[import-untyped]
import numpy as np
import tflite  # type: ignore[import-untyped]

_TYPES = {"float32": 0, "int32": 2, "int8": 9}


@dataclass
class TfliteFile:
    """Tensors and operators in the order they are added; each has its number."""

    tensors: list[tuple[str, np.ndarray | None, float]] = field(default_factory=list)
    operators: list[tuple[int, Sequence[int], Sequence[int]]] = field(default_factory=list)

    def tensor(self, name: str, values: np.ndarray | None = None, scale: float = 0.0) -> int:
        """Add a tensor; without values it is computed by the model."""
        self.tensors.append((name, values, scale))
        return len(self.tensors) - 1

    def operator(self, kind: int, inputs: Sequence[int], output: str) -> int:
        """Add an operator; its output's number."""
        made = self.tensor(output)
        self.operators.append((kind, inputs, [made]))
        return made

    def save(self, path: Path) -> None:
        """Write the file."""
        builder = flatbuffers.Builder(0)
        buffers = _vector(builder, [_buffer(builder, values) for _, values, _ in self.tensors])
        tensors = _vector(
            builder, [_tensor(builder, number, *each) for number, each in enumerate(self.tensors)]
        )
        kinds = sorted({kind for kind, _, _ in self.operators})
        codes = _vector(builder, [_code(builder, kind) for kind in kinds])
        operators = _vector(
            builder,
            [
                _operator(builder, kinds.index(kind), inputs, outputs)
                for kind, inputs, outputs in self.operators
            ],
        )
        tflite.SubGraphStart(builder)
        tflite.SubGraphAddTensors(builder, tensors)
        tflite.SubGraphAddOperators(builder, operators)
        graphs = _vector(builder, [tflite.SubGraphEnd(builder)])
        tflite.ModelStart(builder)
        tflite.ModelAddOperatorCodes(builder, codes)
        tflite.ModelAddSubgraphs(builder, graphs)
        tflite.ModelAddBuffers(builder, buffers)
        builder.Finish(tflite.ModelEnd(builder), b"TFL3")
        path.write_bytes(bytes(builder.Output()))


def _vector(builder: flatbuffers.Builder, offsets: Sequence[int]) -> int:
    builder.StartVector(4, len(offsets), 4)
    for offset in reversed(offsets):
        builder.PrependUOffsetTRelative(offset)
    return builder.EndVector()


def _integers(builder: flatbuffers.Builder, values: Sequence[int]) -> int:
    return builder.CreateNumpyVector(np.asarray(values, np.int32))


def _buffer(builder: flatbuffers.Builder, values: np.ndarray | None) -> int:
    data = None if values is None else builder.CreateByteVector(values.tobytes())
    tflite.BufferStart(builder)
    if data is not None:
        tflite.BufferAddData(builder, data)
    return tflite.BufferEnd(builder)


def _tensor(
    builder: flatbuffers.Builder, number: int, name: str, values: np.ndarray | None, scale: float
) -> int:
    label = builder.CreateString(name)
    shape = _integers(builder, [] if values is None else values.shape)
    steps = builder.CreateNumpyVector(np.array([scale], np.float32))
    tflite.QuantizationParametersStart(builder)
    tflite.QuantizationParametersAddScale(builder, steps)
    quantization = tflite.QuantizationParametersEnd(builder)
    tflite.TensorStart(builder)
    tflite.TensorAddName(builder, label)
    tflite.TensorAddShape(builder, shape)
    tflite.TensorAddBuffer(builder, number)
    tflite.TensorAddType(builder, 0 if values is None else _TYPES[values.dtype.name])
    tflite.TensorAddQuantization(builder, quantization)
    return tflite.TensorEnd(builder)


def _code(builder: flatbuffers.Builder, kind: int) -> int:
    tflite.OperatorCodeStart(builder)
    tflite.OperatorCodeAddDeprecatedBuiltinCode(builder, kind)
    tflite.OperatorCodeAddBuiltinCode(builder, kind)
    return tflite.OperatorCodeEnd(builder)


def _operator(
    builder: flatbuffers.Builder, code: int, inputs: Sequence[int], outputs: Sequence[int]
) -> int:
    given, made = _integers(builder, inputs), _integers(builder, outputs)
    tflite.OperatorStart(builder)
    tflite.OperatorAddOpcodeIndex(builder, code)
    tflite.OperatorAddInputs(builder, given)
    tflite.OperatorAddOutputs(builder, made)
    return tflite.OperatorEnd(builder)
