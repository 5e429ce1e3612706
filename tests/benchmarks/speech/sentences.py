"""The sentences that the voices say, and texts made of them."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from pathlib import Path

FILE = Path(__file__).with_name("sentences.txt")

_SEED = 20_261_125
_CLAUSE = re.compile(r"[^，。！？；：、]+[，。！？；：、”]*")


def sentences(file: Path = FILE) -> list[str]:
    """Every sentence of `file`, one a line; lines that begin with # are remarks."""
    lines = (line.strip() for line in file.read_text("utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def evenly(lines: Sequence[str], count: int) -> list[str]:
    """`count` of `lines`, evenly spread over them; all of them if there are no more."""
    if count >= len(lines):
        return list(lines)
    return [lines[index * len(lines) // count] for index in range(count)]


def of_all_lengths(count: int) -> list[str]:
    """`count` sentences of one clause to twelve (about 3 to 150 characters), always the same.

    They are clauses of the sentences above in new company, so that hardly one is said twice
    and memory that is kept for every new length shows.
    """
    chance = random.Random(_SEED)
    clauses = [clause for line in sentences() for clause in _CLAUSE.findall(line)]
    made = []
    for _ in range(count):
        number = min(12, 1 + int(chance.expovariate(0.45)))
        text = "".join(chance.choice(clauses) for _ in range(number))
        made.append(text.rstrip("，；：、。！？”") + "。")
    return made
