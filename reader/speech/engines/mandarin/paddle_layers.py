"""Layers of the Mandarin networks in Paddle, made from the voice's weights.

Sequences are channels-last, [batch, length, channels], and every convolution is one matrix
product: oneDNN then fuses bias and activation into it, and a new length costs little. Like
all that imports Paddle at its top, this is imported only in a process of its own.
"""

# mypy: disable-error-code="import-not-found,misc,no-any-return"
# (where Paddle is not installed its layers are Any)

from __future__ import annotations

import paddle
from paddle import Tensor, nn
from paddle.nn.initializer import Assign

from reader.speech.engines.mandarin.networks import Floats
from reader.speech.engines.mandarin.tensors import Weights

_NORM_EPSILON = 1e-5


def matrix(values: Floats, bias: Floats) -> nn.Linear:
    """The product with `values` [in, out], plus `bias` [out]."""
    return nn.Linear(*values.shape, weight_attr=Assign(values), bias_attr=Assign(bias))


def linear(weights: Weights, layer: str) -> nn.Linear:
    """The layer's matrix and bias: [..., in] to [..., out]."""
    return matrix(weights[f"{layer}.weight"].floats(), weights[f"{layer}.bias"].floats())


def norm(weights: Weights, layer: str) -> nn.LayerNorm:
    """The layer's norm over the channels, with gain and shift."""
    gain, shift = weights[f"{layer}.gain"].floats(), weights[f"{layer}.shift"].floats()
    return nn.LayerNorm(len(gain), _NORM_EPSILON, weight_attr=Assign(gain), bias_attr=Assign(shift))


class Convolution(nn.Layer):
    """A convolution that keeps the length: `kernel` [out, in, width] and `bias` [out].

    Beyond the ends lie zeros or, if it `reflects`, the sequence mirrored at its ends.
    """

    def __init__(
        self, kernel: Floats, bias: Floats, *, dilation: int = 1, reflects: bool = False
    ) -> None:
        super().__init__()
        out, size, self._width = kernel.shape
        self._dilation = dilation
        self._reflects = reflects
        self._size = self._width * size
        self._product = matrix(kernel.transpose(2, 1, 0).reshape(self._size, out), bias)

    def forward(self, x: Tensor) -> Tensor:
        """[b, n, in] to [b, n, out]."""
        reach = self._width // 2 * self._dilation
        length = paddle.shape(x)[1].astype("int64")
        place = paddle.arange(0, length, dtype="int64").unsqueeze(1)
        if self._reflects:
            place = place + paddle.arange(-reach, reach + 1, self._dilation, dtype="int64")
            # Not by abs: oneDNN takes int64 for float there (Paddle 3.3.1).
            place = paddle.maximum(place, -place)
            place = paddle.minimum(place, 2 * (length - 1) - place)
        else:
            place = place + paddle.arange(0, 2 * reach + 1, self._dilation, dtype="int64")
            # Not by pad: its output is too short under oneDNN (Paddle 3.3.1).
            nothing = paddle.zeros([paddle.shape(x)[0], reach, x.shape[2]])
            x = paddle.concat([nothing, x, nothing], 1)
        around = paddle.gather(x, place.reshape([-1]), axis=1)
        return self._product(around.reshape([0, -1, self._size]))


def convolution(
    weights: Weights, layer: str, *, dilation: int = 1, reflects: bool = False
) -> Convolution:
    """The layer's convolution."""
    kernel, bias = weights[f"{layer}.weight"].floats(), weights[f"{layer}.bias"].floats()
    return Convolution(kernel, bias, dilation=dilation, reflects=reflects)
