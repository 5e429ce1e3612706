"""The vocoder as an ONNX graph: multi-band MelGAN (Yang et al. 2020, arXiv:2005.05106).

Three stages stretch the mel spectrogram by 3, 5 and 5; a bank of filters joins the four
bands that come out. The published file rounds the bands to 8 bits before that; this graph
does not.
"""

from __future__ import annotations

from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from reader.speech.engines.mandarin.graph_writer import Graph, GraphWriter, Ranges
from reader.speech.engines.mandarin.tensors import Weights

STRETCHES = (3, 5, 5)
BANDS = 4
_DILATIONS = (1, 3, 9, 27)
_SLOPE = 0.2
_TAPS = 62
_CUTOFF = 0.142
_KAISER_BETA = 9.0


def vocoder_graph(
    weights: Weights, ranges: Ranges = MappingProxyType({}), *, observed: bool = False
) -> Graph:
    """The graph from `mel` [b, t, bands] to `samples` [b, 300 t] at 24 kHz, for t of at least
    10 (the reflected borders of the widest stack must fit inside).
    """
    graph = GraphWriter(weights, ranges, observed=observed)
    x = graph.convolution(_reflected(graph, graph.swapped("mel"), 3), "first")
    for stage, stretch in enumerate(STRETCHES):
        x = _stretched(graph, _leaky(graph, x), f"stage.{stage}.up", stretch)
        for index, dilation in enumerate(_DILATIONS):
            x = _stack(graph, x, f"stage.{stage}.stack.{index}", dilation)
    bands = graph.convolution(_reflected(graph, _leaky(graph, x), 3), "last")
    _joined(graph, graph.op("Tanh", bands))
    inputs = weights["first.weight"].values.shape[1]
    return graph.finished(
        "vocoder", {"mel": (np.float32, ["b", "t", inputs])}, {"samples": ["b", "s"]}
    )


def synthesis_filters() -> NDArray[np.float64]:
    """The filters that join the bands [4, 63]: a pseudo-QMF bank, a windowed low pass moved
    to the middle of each band (Nguyen 1994, "Near-perfect-reconstruction pseudo-QMF banks").
    """
    time = np.arange(_TAPS + 1) - _TAPS / 2
    low_pass = _CUTOFF * np.sinc(_CUTOFF * time) * np.kaiser(_TAPS + 1, _KAISER_BETA)
    band = np.arange(BANDS)[:, None]
    centre = (2 * band + 1) * np.pi / (2 * BANDS) * time
    phase = np.where(band % 2 == 0, 1, -1) * np.pi / 4
    return np.asarray(2 * low_pass * np.cos(centre - phase))


def _leaky(graph: GraphWriter, x: str) -> str:
    return graph.op("LeakyRelu", x, alpha=_SLOPE)


def _reflected(graph: GraphWriter, x: str, border: int) -> str:
    return graph.op("Pad", x, graph.integers(0, 0, border, 0, 0, border), mode="reflect")


def _stretched(graph: GraphWriter, x: str, layer: str, stretch: int) -> str:
    """A transposed convolution twice as wide as its stride, trimmed to the exact multiple."""
    before = stretch // 2
    return graph.op(
        "ConvTranspose",
        x,
        graph.weight(f"{layer}.weight"),
        graph.weight(f"{layer}.bias"),
        kernel_shape=[2 * stretch],
        strides=[stretch],
        pads=[before, stretch - before],
    )


def _stack(graph: GraphWriter, x: str, layer: str, dilation: int) -> str:
    wide = _reflected(graph, _leaky(graph, x), dilation)
    heard = _leaky(graph, graph.convolution(wide, f"{layer}.dilated", dilation=dilation))
    mixed = graph.convolution(heard, f"{layer}.mix")
    return graph.op("Add", mixed, graph.convolution(x, f"{layer}.shortcut"))


def _joined(graph: GraphWriter, bands: str) -> str:
    """The bands [b, 4, s] to samples [b, 4 s]: one transposed convolution with all filters."""
    filters = BANDS * synthesis_filters()[:, None, ::-1]
    joined = graph.op(
        "ConvTranspose",
        bands,
        graph.constant(filters),
        kernel_shape=[_TAPS + 1],
        strides=[BANDS],
        pads=[_TAPS // 2, _TAPS // 2],
        output_padding=[BANDS - 1],
    )
    return graph.op("Squeeze", joined, graph.integers(1), output="samples")
