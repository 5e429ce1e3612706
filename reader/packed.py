"""A large read-only table in little memory."""

from __future__ import annotations

import marshal
from bisect import bisect_left
from collections.abc import Mapping
from itertools import accumulate
from typing import Any

import numpy as np


class PackedTable:
    """The strings and values of a dictionary, in two blocks of bytes; found by bisection.

    A Python dictionary of small objects takes several times the room of what it says. Here
    a lookup costs some 5 microseconds instead. Values are whatever ``marshal`` can write.
    """

    def __init__(self, table: Mapping[str, Any]) -> None:
        keys = sorted(table)
        encoded = [key.encode("utf-8", "surrogatepass") for key in keys]
        values = [marshal.dumps(table[key]) for key in keys]
        self._keys, self._key_ends = b"".join(encoded), _ends(encoded)
        self._values, self._value_ends = b"".join(values), _ends(values)

    def __len__(self) -> int:
        return len(self._key_ends) - 1

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401
        """The value of `key`, made anew; `default` if there is none."""
        wanted = key.encode("utf-8", "surrogatepass")
        index = bisect_left(range(len(self)), wanted, key=self._key)
        if index == len(self) or self._key(index) != wanted:
            return default
        return marshal.loads(self._values[self._value_ends[index] : self._value_ends[index + 1]])

    def _key(self, index: int) -> bytes:
        return self._keys[self._key_ends[index] : self._key_ends[index + 1]]


def _ends(parts: list[bytes]) -> Any:  # noqa: ANN401
    return np.array([0, *accumulate(map(len, parts))], np.uint32)
