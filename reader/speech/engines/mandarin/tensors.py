"""Named weights, as they travel from the published files into the pack and the networks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Tensor:
    """One weight: float32 `values`, or int8 `values` that count steps of `scale`.

    `scale` is one number, or float32 numbers along an axis of the values, the others being 1.
    """

    values: NDArray[Any]
    scale: NDArray[np.float32] | None = None

    def arranged(self, *axes: int) -> Tensor:
        """The same weight, of one scale, with its axes in the order `axes`."""
        return Tensor(np.ascontiguousarray(self.values.transpose(axes)), self.scale)

    def floats(self) -> NDArray[np.float32]:
        """The values in float32, whatever they are stored as."""
        values = self.values.astype(np.float32)
        return values if self.scale is None else values * self.scale


Weights: TypeAlias = Mapping[str, Tensor]
"""Weights by layer: ``encoder.0.query.weight``, ``encoder.0.query.bias`` and so on."""
