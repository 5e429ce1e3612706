"""How much is measured: everything, or a quick look."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass

from tests.benchmarks.speech.systems import System


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Sizes of the parts.

    `recordings` names a folder in ``build/judges``; `variants` are more voices of ours to
    measure beside the usual.
    """

    passes: int = 5
    speed_sentences: int = 30
    memory_sentences: int = 1_000
    memory_early: int = 200
    reference_memory_sentences: int = 200
    quality_sentences: int = 1_000
    kokoro_sentences: int = 40
    control_sentences: int = 12
    recordings: str = "wav"
    variants: tuple[System, ...] = ()


QUICK = Plan(
    passes=3,
    speed_sentences=6,
    memory_sentences=60,
    memory_early=30,
    reference_memory_sentences=20,
    quality_sentences=12,
    kokoro_sentences=4,
    control_sentences=3,
    recordings="wav-quick",
)


def tell(message: str) -> None:
    """One line for whoever watches, with what else the machine has to do."""
    load = f"  [load {os.getloadavg()[0]:.1f}]" if hasattr(os, "getloadavg") else ""
    print(message + load, file=sys.stderr, flush=True)
