"""The file that keeps a network's weights: small on disk, expanded when loaded.

Large weights are whole numbers of steps, and small ones among them are the most frequent, so
each tensor is Huffman coded (raw DEFLATE without matches), which the standard library undoes
at some 300 MB a second. A header in JSON tells name, type, shape and checksum; a weight that
counts steps is followed by its scale under the same name.
"""

from __future__ import annotations

import json
import math
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.speech.engines.mandarin.tensors import Tensor, Weights

_SIGNATURE = b"TingshuWeights1\n"
_LENGTH = 4
_RAW = -15  # zlib's window bits for a stream without header


class DamagedWeights(ValueError):
    """The file is cut short or its content is not what was written."""


def write(path: Path, weights: Weights) -> None:
    """Write `weights` to `path`."""
    entries, blocks = [], []
    for name, tensor in weights.items():
        parts = [tensor.values] if tensor.scale is None else [tensor.values, tensor.scale]
        for part in parts:
            content = np.ascontiguousarray(part).tobytes()
            block = _packed(content)
            blocks.append(block)
            entries.append(
                {
                    "name": name,
                    "type": part.dtype.name,
                    "shape": part.shape,
                    "size": len(block),
                    "checksum": zlib.crc32(content),
                }
            )
    header = json.dumps(entries).encode()
    length = len(header).to_bytes(_LENGTH, "little")
    path.write_bytes(b"".join((_SIGNATURE, length, header, *blocks)))


def read(path: Path) -> dict[str, Tensor]:
    """The weights in `path`; raises :class:`DamagedWeights` or `OSError`."""
    content = memoryview(path.read_bytes())
    try:
        return _read(content)
    except (ValueError, KeyError, TypeError, zlib.error) as error:
        raise DamagedWeights(str(error)) from error


def _read(content: memoryview) -> dict[str, Tensor]:
    begin = len(_SIGNATURE) + _LENGTH
    if content[: len(_SIGNATURE)] != _SIGNATURE:
        raise ValueError("not a file of weights")
    end = begin + int.from_bytes(content[len(_SIGNATURE) : begin], "little")
    weights: dict[str, Tensor] = {}
    for entry in json.loads(bytes(content[begin:end])):
        begin, end = end, end + entry["size"]
        values = _unpacked(content[begin:end], entry)
        before = weights.get(entry["name"])
        weights[entry["name"]] = Tensor(before.values, values) if before else Tensor(values)
    return weights


def _unpacked(block: memoryview, entry: Mapping[str, Any]) -> NDArray[Any]:
    kind, shape = np.dtype(entry["type"]), tuple(entry["shape"])
    size = math.prod(shape) * kind.itemsize
    values = zlib.decompress(block, _RAW, max(1, size))
    if len(values) != size or zlib.crc32(values) != entry["checksum"]:
        raise ValueError(f"{entry['name']} is not what was written")
    return np.frombuffer(values, kind).reshape(shape)


def _packed(content: bytes) -> bytes:
    coder = zlib.compressobj(9, zlib.DEFLATED, _RAW, 9, zlib.Z_HUFFMAN_ONLY)
    return coder.compress(content) + coder.flush()
