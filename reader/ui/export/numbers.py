"""Chapters as a person writes them, for those that are chosen."""

from __future__ import annotations

from collections.abc import Iterable


def chapters_written(chosen: Iterable[int]) -> str:
    """Indices (from 0) as numbers and ranges (from 1), such as ``1-3,7``."""
    ranges: list[list[int]] = []
    for index in sorted(chosen):
        if ranges and ranges[-1][1] == index:
            ranges[-1][1] = index + 1
        else:
            ranges.append([index + 1, index + 1])
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in ranges)
