"""Rounds weights to few steps, so that the pack is small and the networks may count in 8 bits.

A step finer than the published one would keep nothing more; a coarser one makes the pack
smaller. Each output of a layer has a step of its own, so that its largest weight is 63 steps
at most: with one bit less than a byte holds, the sums of two products fit the 16 bits in
which processors without VNNI add them.
"""

from __future__ import annotations

import numpy as np

from reader.speech.engines.mandarin.tensors import Tensor, Weights

_MOST = 63

_SMALL = 4096
"""Weights with fewer values stay float32: rounding them would save nothing."""


def rounded(weights: Weights, coarser: float = 0.0) -> dict[str, Tensor]:
    """`weights` with every large one counting steps.

    A step is at least `coarser` times the published one, for weights that were published as
    steps; 1 keeps what was published, as far as 63 steps reach.
    """
    return {
        name: _rounded(tensor, _outputs(name, tensor), coarser)
        if tensor.values.size > _SMALL
        else tensor
        for name, tensor in weights.items()
    }


def _rounded(tensor: Tensor, axis: int, coarser: float) -> Tensor:
    floats = tensor.floats()
    others = tuple(each for each in range(floats.ndim) if each != axis)
    scale = np.abs(floats).max(axis=others, keepdims=True) / _MOST
    least = 1e-12 if tensor.scale is None else coarser * tensor.scale
    scale = np.maximum(scale, least).astype(np.float32)
    return Tensor(np.round(floats / scale).astype(np.int8), scale)


def _outputs(name: str, tensor: Tensor) -> int:
    """The axis of a layer's outputs."""
    crosswise = name.endswith(".weight") and (tensor.values.ndim == 2 or ".up." in name)
    return 1 if crosswise else 0
