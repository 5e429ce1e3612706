"""The acoustic model in Paddle: FastSpeech 2 (Ren et al. 2020, arXiv:2006.04558).

The same two networks as in :mod:`acoustic_graph`, for several sentences at once: what lies
beyond the end of a shorter one is kept at zero before every layer that looks sideways, so
that each becomes what it would be alone.
"""

# mypy: disable-error-code="import-not-found,misc,no-any-return"

from __future__ import annotations

import math

import numpy as np
import paddle
from paddle import Tensor, nn
from paddle.nn import functional
from paddle.nn.initializer import Assign

from reader.speech.engines.mandarin.paddle_layers import (
    Convolution,
    convolution,
    linear,
    matrix,
    norm,
)
from reader.speech.engines.mandarin.tensors import Weights

_HEADS = 2
_BLOCKS = 3
_POSTNET_LAYERS = 5
_UNSEEN = -1e9
"""Added to the score of what attention must not see."""


class Encoder(nn.Layer):
    """From phones to their states and their own length, pitch and energy."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        phones = weights["phones"].floats()
        self._phones = nn.Embedding(*phones.shape, weight_attr=Assign(phones))
        self._blocks = _blocks(weights, "encoder")
        self._duration = _Predictor(weights, "duration")
        self._f0 = _Predictor(weights, "f0")
        self._energy = _Predictor(weights, "energy")

    def forward(self, numbers: Tensor, positions: Tensor) -> tuple[Tensor, ...]:
        """`numbers` int64 [b, n], 0 beyond a sentence's end, and `positions` [n, hidden] to
        `hidden` [b, n, hidden], `frames` (a phone's length before rounding), `f0` and `energy`
        (z-scores) [b, n].
        """
        real = (numbers > 0).astype("float32")
        mask = real.unsqueeze(-1)
        x = (self._phones(numbers) + positions) * mask
        for block in self._blocks:
            x = block(x, mask, _unseen(real))
        frames = functional.relu(paddle.exp(self._duration(x, mask)) - 1.0)
        return x, frames, self._f0(x, mask), self._energy(x, mask)


class Decoder(nn.Layer):
    """From phones' states, pitch and energy to the mel spectrogram."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self._enter = _entering(weights)
        self._blocks = _blocks(weights, "decoder")
        self._sketch = linear(weights, "mel")
        self._postnet = nn.LayerList(_postnet(weights, i) for i in range(_POSTNET_LAYERS))

    def forward(
        self, hidden: Tensor, f0: Tensor, energy: Tensor, owner: Tensor, positions: Tensor
    ) -> Tensor:
        """`hidden` [b, n, hidden], `f0` and `energy` [b, n], zero beyond a sentence's end,
        `owner` int64 [b, t] (the phone of each frame, counted through all b n of them, -1
        beyond the end) and `positions` [t, hidden] to `mel` [b, t, bands].
        """
        size = hidden.shape[2]
        coloured = hidden + self._enter(paddle.stack([f0, energy], -1))
        real = (owner >= 0).astype("float32")
        mask = real.unsqueeze(-1)
        row = paddle.maximum(owner, paddle.zeros_like(owner)).reshape([-1])
        x = paddle.gather(coloured.reshape([-1, size]), row)
        x = (x.reshape([paddle.shape(owner)[0], -1, size]) + positions) * mask
        for block in self._blocks:
            x = block(x, mask, _unseen(real))
        sketch = self._sketch(x) * mask
        detail = sketch
        for layer in self._postnet[:-1]:
            detail = functional.tanh(layer(detail)) * mask
        return sketch + self._postnet[-1](detail)


class _Block(nn.Layer):
    """Self-attention, then two convolutions with Mish between, each with a way around."""

    def __init__(self, weights: Weights, layer: str) -> None:
        super().__init__()
        self._attention = _attention(weights, layer)
        self._merge = linear(weights, f"{layer}.merge")
        self._attention_norm = norm(weights, f"{layer}.attention_norm")
        self._widen = convolution(weights, f"{layer}.widen")
        self._narrow = convolution(weights, f"{layer}.narrow")
        self._norm = norm(weights, f"{layer}.norm")
        self._size = weights[f"{layer}.query.bias"].values.shape[0] // _HEADS

    def forward(self, x: Tensor, mask: Tensor, unseen: Tensor) -> Tensor:
        heads = self._attention(x).reshape([0, -1, 3 * _HEADS, self._size])
        query, key, value = paddle.split(heads.transpose([0, 2, 1, 3]), 3, axis=1)
        scores = paddle.matmul(query, key, transpose_y=True) + unseen
        seen = paddle.matmul(functional.softmax(scores), value).transpose([0, 2, 1, 3])
        merged = self._merge(seen.reshape([0, -1, _HEADS * self._size]))
        x = self._attention_norm(merged + x) * mask
        wide = functional.mish(self._widen(x)) * mask
        return self._norm(self._narrow(wide) + x) * mask


class _Predictor(nn.Layer):
    """Two convolutions and a line: one number a phone."""

    def __init__(self, weights: Weights, layer: str) -> None:
        super().__init__()
        self._convolutions = nn.LayerList(
            convolution(weights, f"{layer}.conv.{index}") for index in range(2)
        )
        self._norms = nn.LayerList(norm(weights, f"{layer}.norm.{index}") for index in range(2))
        self._line = linear(weights, f"{layer}.linear")

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        for index, convolve in enumerate(self._convolutions):
            x = self._norms[index](functional.relu(convolve(x))) * mask
        return self._line(x).squeeze(-1)


def _blocks(weights: Weights, part: str) -> nn.LayerList:
    return nn.LayerList(_Block(weights, f"{part}.{index}") for index in range(_BLOCKS))


def _unseen(real: Tensor) -> Tensor:
    """What keeps attention [b, heads, n, n] from looking beyond the end."""
    return ((1.0 - real) * _UNSEEN).unsqueeze([1, 2])


def _attention(weights: Weights, layer: str) -> nn.Linear:
    """Query, key and value in one product, the query with the scores' scale in it."""
    parts = [f"{layer}.{part}" for part in ("query", "key", "value")]
    values = [weights[f"{part}.weight"].floats() for part in parts]
    biases = [weights[f"{part}.bias"].floats() for part in parts]
    scale = np.float32(1 / math.sqrt(len(biases[0]) // _HEADS))
    values[0], biases[0] = values[0] * scale, biases[0] * scale
    return matrix(np.concatenate(values, axis=1), np.concatenate(biases))


def _entering(weights: Weights) -> Convolution:
    """The convolutions by which pitch and energy enter, as one of two channels."""
    kernels = [weights[f"{name}.enter.weight"].floats() for name in ("f0", "energy")]
    biases = [weights[f"{name}.enter.bias"].floats() for name in ("f0", "energy")]
    return Convolution(np.concatenate(kernels, axis=1), biases[0] + biases[1])


def _postnet(weights: Weights, index: int) -> Convolution:
    """A convolution of the postnet with its batch norm's gain and shift in it."""
    layer = f"postnet.{index}"
    gain, shift = weights[f"{layer}.gain"].floats(), weights[f"{layer}.shift"].floats()
    kernel = weights[f"{layer}.weight"].floats() * gain[:, None, None]
    return Convolution(kernel, weights[f"{layer}.bias"].floats() * gain + shift)
