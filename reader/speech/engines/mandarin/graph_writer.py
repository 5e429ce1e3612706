"""Writes an ONNX graph operator by operator.

Weights stored as int8 stay int8 in the file, a quarter of the size, and are multiplied by
their scale in the graph; the runtime does that once, when it loads.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from reader.speech.engines.mandarin.tensors import Weights

if TYPE_CHECKING:
    from onnx import NodeProto, TensorProto

_OPERATOR_SET = 17
_FORMAT = 9
"""IR version 9 goes with operator set 17-19 and is read by every onnxruntime since 1.15."""


class GraphWriter:
    """A graph in the making; every method returns the name of what it computes."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._nodes: list[NodeProto] = []
        self._constants: list[TensorProto] = []
        self._known: dict[str, str] = {}

    def weight(self, name: str) -> str:
        """The weight called `name`, in float32."""
        if name not in self._known:
            tensor = self.weights[name]
            stored = self.constant(tensor.values, tensor.values.dtype)
            if tensor.scale is not None:
                stored = self.op("DequantizeLinear", stored, self.constant(tensor.scale))
            self._known[name] = stored
        return self._known[name]

    def constant(self, value: ArrayLike, kind: DTypeLike = np.float32) -> str:
        """A number or array written into the file."""
        from onnx import numpy_helper

        name = f"c{len(self._constants)}"
        array = np.ascontiguousarray(value, kind)
        array = array.reshape(np.shape(value))  # a number stays a number, not an array of one
        self._constants.append(numpy_helper.from_array(array, name))
        return name

    def integers(self, *values: int) -> str:
        """A list of int64, as shapes and axes are given."""
        return self.constant(values, np.int64)

    def op(self, kind: str, *inputs: str, output: str = "", **attributes: Any) -> str:  # noqa: ANN401
        """Apply the ONNX operator `kind` and name its output."""
        return self.op_many(kind, inputs, (output or f"t{len(self._nodes)}",), **attributes)[0]

    def op_many(
        self,
        kind: str,
        inputs: tuple[str, ...],
        outputs: tuple[str, ...],
        **attributes: Any,  # noqa: ANN401
    ) -> tuple[str, ...]:
        """Apply an operator that has several outputs."""
        from onnx import helper

        self._nodes.append(helper.make_node(kind, list(inputs), list(outputs), **attributes))
        return outputs

    def linear(self, x: str, layer: str) -> str:
        """A matrix and a bias: [..., in] to [..., out]."""
        product = self.op("MatMul", x, self.weight(f"{layer}.weight"))
        return self.op("Add", product, self.weight(f"{layer}.bias"))

    def convolution(self, x: str, layer: str, *, dilation: int = 1, same: bool = False) -> str:
        """A convolution along the last axis; `same` pads with zeros to keep the length."""
        width = self.weights[f"{layer}.weight"].values.shape[2]
        border = (width - 1) // 2 if same else 0
        return self.op(
            "Conv",
            x,
            self.weight(f"{layer}.weight"),
            self.weight(f"{layer}.bias"),
            kernel_shape=[width],
            dilations=[dilation],
            pads=[border, border],
        )

    def swapped(self, x: str) -> str:
        """[1, length, channels] to [1, channels, length] and back."""
        return self.op("Transpose", x, perm=[0, 2, 1])

    def save(
        self,
        path: Path,
        inputs: dict[str, tuple[DTypeLike, list[int | str]]],
        outputs: dict[str, list[int | str]],
    ) -> None:
        """Check the graph and write it to `path`; outputs are float32."""
        import onnx
        from onnx import helper

        def described(name: str, kind: DTypeLike, shape: list[int | str]) -> onnx.ValueInfoProto:
            element = helper.np_dtype_to_tensor_dtype(np.dtype(kind))
            return helper.make_tensor_value_info(name, element, shape)

        graph = helper.make_graph(
            self._nodes,
            path.stem,
            [described(name, kind, shape) for name, (kind, shape) in inputs.items()],
            [described(name, np.float32, shape) for name, shape in outputs.items()],
            self._constants,
        )
        model = helper.make_model(
            graph,
            producer_name="tingshu",
            ir_version=_FORMAT,
            opset_imports=[helper.make_opsetid("", _OPERATOR_SET)],
        )
        onnx.checker.check_model(model)
        onnx.save(model, str(path))
