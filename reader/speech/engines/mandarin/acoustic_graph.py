"""The acoustic model as two ONNX graphs: FastSpeech 2 (Ren et al. 2020, arXiv:2006.04558).

The encoder turns phones into hidden states and predicts each phone's length, pitch and
energy; the decoder takes these back, perhaps changed, repeats each phone for its frames and
draws the mel spectrogram. The layers are those of the published model, without the dropout
that it applies to pitch and energy even when speaking.

Lengths are free: `b` sentences of `n` phones and `t` frames each. Positions are an input, so
that neither graph carries a table of them.
"""

from __future__ import annotations

import math
from types import MappingProxyType

import numpy as np

from reader.speech.engines.mandarin.graph_writer import Graph, GraphWriter, Ranges
from reader.speech.engines.mandarin.tensors import Weights

_HEADS = 2
_BLOCKS = 3
_NORM_EPSILON = 1e-5
_POSTNET_LAYERS = 5


def encoder_graph(weights: Weights) -> Graph:
    """The graph from the phones' `numbers` int64 [b, n] and `positions` [n, hidden] to `hidden`
    [b, n, hidden], `frames` (a phone's length before rounding), `f0` and `energy` (z-scores)
    [b, n].
    """
    graph = GraphWriter(weights)
    x = graph.op("Add", graph.op("Gather", graph.weight("phones"), "numbers"), "positions")
    for block in range(_BLOCKS):
        x = _block(graph, x, f"encoder.{block}")
    graph.op("Identity", x, output="hidden")
    logarithm = _predictor(graph, x, "duration")
    length = graph.op("Sub", graph.op("Exp", logarithm), graph.constant(1.0))
    graph.op("Relu", length, output="frames")
    graph.op("Identity", _predictor(graph, x, "f0"), output="f0")
    graph.op("Identity", _predictor(graph, x, "energy"), output="energy")
    size = weights["phones"].values.shape[1]
    return graph.finished(
        "encoder",
        {"numbers": (np.int64, ["b", "n"]), "positions": (np.float32, ["n", size])},
        {"hidden": ["b", "n", size], "frames": ["b", "n"], "f0": ["b", "n"], "energy": ["b", "n"]},
    )


def decoder_graph(
    weights: Weights, ranges: Ranges = MappingProxyType({}), *, observed: bool = False
) -> Graph:
    """The graph from `hidden` [b, n, hidden], `f0` and `energy` [b, n], `owner` int64 [t] (the
    phone of each frame) and `positions` [t, hidden] to `mel` [b, t, bands].
    """
    graph = GraphWriter(weights, ranges, observed=observed)
    f0 = _entering(graph, "f0")
    energy = _entering(graph, "energy")
    coloured = graph.op("Add", "hidden", graph.swapped(graph.op("Add", f0, energy)))
    x = graph.op("Add", graph.op("Gather", coloured, "owner", axis=1), "positions")
    for block in range(_BLOCKS):
        x = _block(graph, x, f"decoder.{block}")
    sketch = graph.linear(x, "mel")
    graph.op("Add", sketch, _postnet(graph, sketch), output="mel")
    size = weights["decoder.0.merge.weight"].values.shape[1]
    return graph.finished(
        "decoder",
        {
            "hidden": (np.float32, ["b", "n", size]),
            "f0": (np.float32, ["b", "n"]),
            "energy": (np.float32, ["b", "n"]),
            "owner": (np.int64, ["t"]),
            "positions": (np.float32, ["t", size]),
        },
        {"mel": ["b", "t", weights["mel.bias"].values.shape[0]]},
    )


def _block(graph: GraphWriter, x: str, layer: str) -> str:
    """Self-attention, then two convolutions with Mish between, each with a way around."""
    x = _norm(graph, graph.op("Add", _attention(graph, x, layer), x), f"{layer}.attention_norm")
    wide = _mish(graph, graph.convolution(graph.swapped(x), f"{layer}.widen", same=True))
    narrow = graph.swapped(graph.convolution(wide, f"{layer}.narrow", same=True))
    return _norm(graph, graph.op("Add", narrow, x), f"{layer}.norm")


def _attention(graph: GraphWriter, x: str, layer: str) -> str:
    size = graph.weights[f"{layer}.query.bias"].values.shape[0] // _HEADS

    def heads(part: str, order: list[int]) -> str:
        flat = graph.linear(x, f"{layer}.{part}")
        split = graph.op("Reshape", flat, graph.integers(0, -1, _HEADS, size))
        return graph.op("Transpose", split, perm=order)

    query, value = heads("query", [0, 2, 1, 3]), heads("value", [0, 2, 1, 3])
    scores = graph.op("MatMul", query, heads("key", [0, 2, 3, 1]))
    scores = graph.op("Mul", scores, graph.constant(1 / math.sqrt(size)))
    seen = graph.op("MatMul", graph.op("Softmax", scores, axis=-1), value)
    seen = graph.op("Transpose", seen, perm=[0, 2, 1, 3])
    joined = graph.op("Reshape", seen, graph.integers(0, -1, _HEADS * size))
    return graph.linear(joined, f"{layer}.merge")


def _norm(graph: GraphWriter, x: str, layer: str) -> str:
    gain, shift = graph.weight(f"{layer}.gain"), graph.weight(f"{layer}.shift")
    return graph.op("LayerNormalization", x, gain, shift, axis=-1, epsilon=_NORM_EPSILON)


def _mish(graph: GraphWriter, x: str) -> str:
    """x tanh(softplus(x)) (Misra 2019, arXiv:1908.08681), written with one exponential.

    With n = e^x (e^x + 2) it is x (1 - 2 / (n + 2)), which also holds where e^x overflows.
    """
    power, two = graph.op("Exp", x), graph.constant(2.0)
    n = graph.op("Mul", power, graph.op("Add", power, two))
    rest = graph.op("Div", two, graph.op("Add", n, two))
    return graph.op("Mul", x, graph.op("Sub", graph.constant(1.0), rest))


def _predictor(graph: GraphWriter, x: str, layer: str) -> str:
    """Two convolutions and a line: one number a phone, [b, n]."""
    for index in range(2):
        heard = graph.convolution(graph.swapped(x), f"{layer}.conv.{index}", same=True)
        x = _norm(graph, graph.swapped(graph.op("Relu", heard)), f"{layer}.norm.{index}")
    return graph.op("Squeeze", graph.linear(x, f"{layer}.linear"), graph.integers(2))


def _entering(graph: GraphWriter, name: str) -> str:
    """One number a phone to [b, hidden, n]."""
    row = graph.op("Unsqueeze", name, graph.integers(1))
    return graph.convolution(row, f"{name}.enter", same=True)


def _postnet(graph: GraphWriter, sketch: str) -> str:
    """Five convolutions, each with its batch norm folded to a gain and a shift."""
    x = graph.swapped(sketch)
    for index in range(_POSTNET_LAYERS):
        layer = f"postnet.{index}"
        x = graph.convolution(x, layer, same=True)
        x = graph.op("Mul", x, _column(graph, f"{layer}.gain"))
        x = graph.op("Add", x, _column(graph, f"{layer}.shift"))
        if index < _POSTNET_LAYERS - 1:
            x = graph.op("Tanh", x)
    return graph.swapped(x)


def _column(graph: GraphWriter, weight: str) -> str:
    """One number a channel, for [b, channels, length]."""
    return graph.op("Unsqueeze", graph.weight(weight), graph.integers(1))
