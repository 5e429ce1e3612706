"""Writes an ONNX graph operator by operator.

Weights are not in the file: they are named in it, and given when it is opened.

A layer whose ranges are known may compute in 8 bits: what enters and what leaves it is
rounded to 256 steps of its range (quantise and dequantise, which the runtime makes one
integer operator of).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from reader.speech.engines.mandarin.tensors import Weights

if TYPE_CHECKING:
    from onnx import NodeProto, TensorProto

Shape: TypeAlias = list[int | str]

Ranges: TypeAlias = Mapping[str, tuple[float, float]]
"""The least and greatest value that enters (``layer.in``) and leaves (``layer.out``) a layer."""

_OPERATOR_SET = 17
_FORMAT = 9
"""IR version 9 goes with operator set 17-19 and is read by every onnxruntime since 1.15."""

_STEPS = 255


@dataclass(frozen=True)
class Graph:
    """A finished graph: its file's `content`, and the `weights` it must be given, each as
    ``float32`` or as the ``int8`` steps that the pack keeps.
    """

    content: bytes
    weights: Mapping[str, str]


class GraphWriter:
    """A graph in the making; every method returns the name of what it computes."""

    def __init__(
        self, weights: Weights, ranges: Ranges = MappingProxyType({}), *, observed: bool = False
    ) -> None:
        """`ranges` holds those of the layers that compute in 8 bits; `observed` makes outputs
        of what enters and leaves every convolution, so that ranges can be found.
        """
        self.weights = weights
        self._ranges = ranges
        self._observed = observed
        self._nodes: list[NodeProto] = []
        self._constants: list[TensorProto] = []
        self._given: dict[str, str] = {}
        self._seen: list[str] = []

    def weight(self, name: str, kind: str = "float32") -> str:
        """The weight called `name`, which whoever opens the graph gives as `kind`."""
        from onnx import TensorProto, helper

        if name not in self._given:
            shape = self.weights[name].values.shape
            given = TensorProto(name=name, dims=shape)
            given.data_type = helper.np_dtype_to_tensor_dtype(np.dtype(kind))
            given.data_location = TensorProto.EXTERNAL
            size = int(np.prod(shape)) * np.dtype(kind).itemsize
            for key, value in (("location", "given"), ("offset", "0"), ("length", str(size))):
                given.external_data.add(key=key, value=value)
            self._constants.append(given)
            self._given[name] = kind
        return name

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
        from onnx import helper

        output = output or f"t{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, list(inputs), [output], **attributes))
        return output

    def linear(self, x: str, layer: str) -> str:
        """A matrix and a bias: [..., in] to [..., out]."""
        product = self.op("MatMul", x, self.weight(f"{layer}.weight"))
        return self.op("Add", product, self.weight(f"{layer}.bias"))

    def convolution(self, x: str, layer: str, *, dilation: int = 1, same: bool = False) -> str:
        """A convolution along the last axis; `same` pads with zeros to keep the length."""
        width = self.weights[f"{layer}.weight"].values.shape[2]
        border = (width - 1) // 2 if same else 0
        manner: dict[str, Any] = {
            "kernel_shape": [width],
            "dilations": [dilation],
            "pads": [border, border],
        }
        if f"{layer}.in" in self._ranges:
            return self._rounded_convolution(x, layer, manner)
        self._see(x, f"{layer}.in")
        kernel, bias = self.weight(f"{layer}.weight"), self.weight(f"{layer}.bias")
        return self._see(self.op("Conv", x, kernel, bias, **manner), f"{layer}.out")

    def _see(self, x: str, name: str) -> str:
        if self._observed:
            self._seen.append(self.op("Identity", x, output=name))
        return x

    def _rounded_convolution(self, x: str, layer: str, manner: dict[str, Any]) -> str:
        """A convolution of whole numbers: int8 kernel, uint8 in and out, int32 bias."""
        scale = self.weights[f"{layer}.weight"].scale
        assert scale is not None, "only a kernel that counts steps can compute in 8 bits"
        scales = scale.reshape(-1)
        x, step = self._rounded(x, self._ranges[f"{layer}.in"])
        stored = self.weight(f"{layer}.weight", "int8")
        kernel = self.op("DequantizeLinear", stored, self.constant(scales), axis=0)
        steps = np.round(self.weights[f"{layer}.bias"].floats() / (step * scales))
        bias = self.op(
            "DequantizeLinear",
            self.constant(steps, np.int32),
            self.constant(step * scales),
            axis=0,
        )
        y = self.op("Conv", x, kernel, bias, **manner)
        return self._rounded(y, self._ranges[f"{layer}.out"])[0]

    def _rounded(self, x: str, limits: tuple[float, float]) -> tuple[str, float]:
        """`x` in 256 steps between `limits`, and the size of a step."""
        low, high = min(limits[0], 0.0), max(limits[1], 0.0)
        step = (high - low) / _STEPS or 1.0
        zero = self.constant(round(-low / step), np.uint8)
        scale = self.constant(step)
        counted = self.op("QuantizeLinear", x, scale, zero)
        return self.op("DequantizeLinear", counted, scale, zero), step

    def swapped(self, x: str) -> str:
        """[batch, length, channels] to [batch, channels, length] and back."""
        return self.op("Transpose", x, perm=[0, 2, 1])

    def finished(
        self,
        name: str,
        inputs: Mapping[str, tuple[DTypeLike, Shape]],
        outputs: Mapping[str, Shape],
    ) -> Graph:
        """The graph called `name`; its outputs are float32."""
        from onnx import TensorProto, ValueInfoProto, helper

        def described(name: str, kind: DTypeLike, shape: Shape) -> ValueInfoProto:
            element = helper.np_dtype_to_tensor_dtype(np.dtype(kind))
            return helper.make_tensor_value_info(name, element, shape)

        seen = [helper.make_tensor_value_info(each, TensorProto.FLOAT, None) for each in self._seen]
        graph = helper.make_graph(
            self._nodes,
            name,
            [described(each, kind, shape) for each, (kind, shape) in inputs.items()],
            [described(each, np.float32, shape) for each, shape in outputs.items()] + seen,
            self._constants,
        )
        model = helper.make_model(
            graph,
            producer_name="tingshu",
            ir_version=_FORMAT,
            opset_imports=[helper.make_opsetid("", _OPERATOR_SET)],
        )
        return Graph(bytes(model.SerializeToString()), dict(self._given))
