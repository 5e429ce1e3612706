"""A small recurrent network that reads a sentence both ways and scores every reading.

The weights are those of g2pM (Park and Lee, 2020; Apache-2.0), trained on 79,117 sentences
of Wikipedia. Its package is a dependency that is never imported: only its two tables and its
weights are read, and the network is computed here, both directions in one pass.
"""

from __future__ import annotations

import importlib.util
import pickle
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_PACKAGE: Final = "g2pM"
_UNKNOWN, _BEGIN, _END = 1, 2, 3
_UNITS: Final = 32
_STRETCH: Final = 192
"""Longest text read at once, in characters."""
_OVERLAP: Final = 32
"""Characters that two stretches share: neither decides near its own edge."""


class Encoder:
    """The network, ready to score; one is enough for the whole product."""

    def __init__(self) -> None:
        self._characters: dict[str, int] = _read("char2idx.pkl")
        self.readings: dict[str, int] = {
            as_written_here(reading): index for reading, index in _read("class2idx.pkl").items()
        }
        """The column of each reading in what `scores` gives."""
        weights: dict[str, Floats] = _read("np_ckpt.pkl")
        self._embeddings = weights["embedding.weight"]
        directions = [_direction(weights, suffix) for suffix in ("", "_reverse")]
        self._of_input = np.stack([each[0] for each in directions])
        self._of_state = np.stack([each[1] for each in directions])
        self._bias = np.stack([each[2] for each in directions])
        self._hidden = weights["logit_layer.0.weight"].T, weights["logit_layer.0.bias"]
        self._final = weights["logit_layer.2.weight"].T, weights["logit_layer.2.bias"]

    def scores(self, text: str, places: Sequence[int]) -> Floats:
        """Unnormalised log probabilities: a row for each of `places`, a column a reading."""
        states = np.empty((len(places), 2 * _UNITS), np.float32)
        for row, place in _by_stretch(text, places):
            start = max(0, min(place) // _STRETCH * _STRETCH - _OVERLAP)
            stretch = text[start : start + _STRETCH + 2 * _OVERLAP]
            states[row] = self._states(stretch)[np.asarray(place) - start]
        hidden = np.maximum(states @ self._hidden[0] + self._hidden[1], 0)
        return np.asarray(hidden @ self._final[0] + self._final[1])

    def _states(self, text: str) -> Floats:
        """What the network remembers at each character, from the left and from the right."""
        known = self._characters
        numbers = [_BEGIN, *(known.get(character, _UNKNOWN) for character in text), _END]
        vectors = self._embeddings[numbers]
        inputs = np.stack((vectors, vectors[::-1]))[:, :, None] @ self._of_input[:, None]
        inputs = (inputs[:, :, 0] + self._bias[:, None]).swapaxes(0, 1)[:, :, None]
        state = np.zeros((2, 1, _UNITS), np.float32)
        cell = np.zeros_like(state)
        states = np.empty((len(numbers), 2, _UNITS), np.float32)
        for step, row in enumerate(inputs):
            gates = np.tanh(row + state @ self._of_state)
            opened = gates[..., : 3 * _UNITS] * 0.5 + 0.5
            cell = opened[..., _UNITS : 2 * _UNITS] * cell
            cell += opened[..., :_UNITS] * gates[..., 3 * _UNITS :]
            state = opened[..., 2 * _UNITS :] * np.tanh(cell)
            states[step] = state[:, 0]
        return np.concatenate((states[:, 0], states[::-1, 1]), axis=1)[1:-1]


@cache
def encoder() -> Encoder:
    """The network, read when first asked for."""
    return Encoder()


def as_written_here(reading: str) -> str:
    """The package writes ``lu:4`` for ``lv4``, and ``r5`` for the suffix 儿, ``er5``."""
    return "er5" if reading == "r5" else reading.replace("u:", "v")


def listed() -> dict[str, list[str]]:
    """The readings of each character in the package's dictionary; for training alone."""
    return {
        character: [as_written_here(reading) for reading in readings]
        for character, readings in _read("digest_cedict.pkl").items()
    }


def _by_stretch(text: str, places: Sequence[int]) -> list[tuple[list[int], list[int]]]:
    """The rows and places of each stretch of a long text; one stretch for a sentence."""
    if len(text) <= _STRETCH:
        return [(list(range(len(places))), list(places))] if places else []
    found: dict[int, tuple[list[int], list[int]]] = {}
    for row, place in enumerate(places):
        rows, inside = found.setdefault(place // _STRETCH, ([], []))
        rows.append(row)
        inside.append(place)
    return list(found.values())


def _direction(weights: dict[str, Floats], suffix: str) -> tuple[Floats, Floats, Floats]:
    """Weights of the input, of the state, and the bias, for one direction.

    The gates are put in the order input, forget, output, candidate. The first three are
    sigmoids; halved, they can be had from the same hyperbolic tangent as the candidate.
    """
    order = np.r_[: 2 * _UNITS, 3 * _UNITS : 4 * _UNITS, 2 * _UNITS : 3 * _UNITS]
    scale = np.r_[np.full(3 * _UNITS, 0.5), np.ones(_UNITS)].astype(np.float32)
    of_input = weights[f"lstm.weight_ih_l0{suffix}"][order].T * scale
    of_state = weights[f"lstm.weight_hh_l0{suffix}"][order].T * scale
    bias = weights[f"lstm.bias_ih_l0{suffix}"] + weights[f"lstm.bias_hh_l0{suffix}"]
    return of_input, of_state, bias[order] * scale


class _ArraysOnly(pickle.Unpickler):
    """Reads dictionaries of numbers, strings and arrays; refuses anything that could run."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401
        from numpy._core import multiarray

        allowed = {
            "_reconstruct": multiarray._reconstruct,
            "scalar": multiarray.scalar,
            "ndarray": np.ndarray,
            "dtype": np.dtype,
        }
        if module.partition(".")[0] != "numpy" or name not in allowed:
            raise pickle.UnpicklingError(f"{module}.{name} is not an array")
        return allowed[name]


def _read(file: str) -> Any:  # noqa: ANN401
    found = importlib.util.find_spec(_PACKAGE)
    assert found is not None, "a dependency of the product"
    assert found.origin is not None, "a package with files"
    with Path(found.origin).with_name(file).open("rb") as content:
        return _ArraysOnly(content).load()
