"""The vocoder in Paddle: multi-band MelGAN (Yang et al. 2020, arXiv:2005.05106).

The same network as in :mod:`vocoder_graph`, channels-last.
"""

# mypy: disable-error-code="import-not-found,misc,no-any-return"

from __future__ import annotations

import numpy as np
import paddle
from numpy.typing import NDArray
from paddle import Tensor, nn
from paddle.nn import functional

from reader.speech.engines.mandarin.networks import Floats
from reader.speech.engines.mandarin.paddle_layers import convolution, matrix
from reader.speech.engines.mandarin.tensors import Weights
from reader.speech.engines.mandarin.vocoder_graph import BANDS, STRETCHES, synthesis_filters

_DILATIONS = (1, 3, 9, 27)
_SLOPE = 0.2
_JOINED = 15
"""Steps of the four bands that are joined in one product: a divisor of the steps a frame, and
more than the filters reach to either side.
"""


class Vocoder(nn.Layer):
    """From the mel spectrogram to samples."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self._first = convolution(weights, "first", reflects=True)
        self._stages = nn.LayerList(
            nn.Sequential(
                _Stretch(weights, f"stage.{stage}.up", stretch),
                *(
                    _Stack(weights, f"stage.{stage}.stack.{index}", dilation)
                    for index, dilation in enumerate(_DILATIONS)
                ),
            )
            for stage, stretch in enumerate(STRETCHES)
        )
        self._last = convolution(weights, "last", reflects=True)
        joining = _joining(synthesis_filters())
        self._join = matrix(joining, np.zeros(joining.shape[1], np.float32))

    def forward(self, mel: Tensor) -> Tensor:
        """`mel` [b, t, bands] to `samples` [b, 300 t], for t of at least 10."""
        x = self._first(mel)
        for stage in self._stages:
            x = stage(x)
        bands = functional.tanh(self._last(functional.leaky_relu(x, _SLOPE)))
        steps = bands.reshape([0, -1, _JOINED * BANDS])
        nothing = paddle.zeros_like(steps[:, :1])
        before = paddle.concat([nothing, steps[:, :-1]], 1)
        after = paddle.concat([steps[:, 1:], nothing], 1)
        return self._join(paddle.concat([before, steps, after], -1)).reshape([0, -1])


class _Stretch(nn.Layer):
    """Leaky ReLU and a transposed convolution twice as wide as its stride.

    Each step out comes of two steps in, this one and the one before; what goes beyond the
    exact multiple of the length is cut off.
    """

    def __init__(self, weights: Weights, layer: str, stretch: int) -> None:
        super().__init__()
        kernel = weights[f"{layer}.weight"].floats()  # [in, out, 2 stretch]
        size, self._out = kernel.shape[:2]
        self._stretch = stretch
        both = np.concatenate([kernel[:, :, stretch:], kernel[:, :, :stretch]])
        values = both.transpose(0, 2, 1).reshape(2 * size, stretch * self._out)
        self._product = matrix(values, np.tile(weights[f"{layer}.bias"].floats(), stretch))

    def forward(self, x: Tensor) -> Tensor:
        x = functional.leaky_relu(x, _SLOPE)
        nothing = paddle.zeros_like(x[:, :1])
        before, here = paddle.concat([nothing, x], 1), paddle.concat([x, nothing], 1)
        stretched = self._product(paddle.concat([before, here], -1)).reshape([0, -1, self._out])
        start = self._stretch // 2
        return stretched[:, start : start - self._stretch]


class _Stack(nn.Layer):
    """A dilated convolution and a mix of channels, beside a shortcut."""

    def __init__(self, weights: Weights, layer: str, dilation: int) -> None:
        super().__init__()
        self._dilated = convolution(weights, f"{layer}.dilated", dilation=dilation, reflects=True)
        self._mix = _mixing(weights, f"{layer}.mix")
        self._shortcut = _mixing(weights, f"{layer}.shortcut")

    def forward(self, x: Tensor) -> Tensor:
        heard = self._dilated(functional.leaky_relu(x, _SLOPE))
        return self._mix(functional.leaky_relu(heard, _SLOPE)) + self._shortcut(x)


def _mixing(weights: Weights, layer: str) -> nn.Linear:
    """A convolution of width 1."""
    kernel, bias = weights[f"{layer}.weight"].floats(), weights[f"{layer}.bias"].floats()
    return matrix(kernel[:, :, 0].T, bias)


def _joining(filters: NDArray[np.float64]) -> Floats:
    """The matrix that gives the samples of `_JOINED` steps from the bands of these, of as many
    before and of as many after [3 steps x bands, steps x bands].

    Sample p of a step hears the band's step that lies o further on through tap 4 o - p + 31
    of its filter.
    """
    heard = np.arange(3 * _JOINED)[:, None, None] - _JOINED
    step = np.arange(_JOINED)[None, :, None]
    tap = BANDS * (heard - step) - np.arange(BANDS) + filters.shape[1] // 2
    inside = (tap >= 0) & (tap < filters.shape[1])
    gains = np.where(inside, BANDS * filters[:, tap * inside], 0)  # [band, heard, step, sample]
    return gains.transpose(1, 0, 2, 3).reshape(3 * _JOINED * BANDS, -1).astype(np.float32)
