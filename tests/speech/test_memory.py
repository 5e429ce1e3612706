"""Memory does not grow with what was said before."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from reader.speech import memory
from reader.speech.memory import after_sentence, give_back


def resident() -> int:
    pages = Path("/proc/self/statm").read_text("utf-8").split()[1]
    return int(pages) * 4096


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc, trims glibc's heap")
def test_free_pages_go_back_to_the_system() -> None:
    # Pieces too small to be mapped one by one, below one that keeps the heap's end in place.
    pieces = [np.ones(12_000, np.float32) for _ in range(2_000)]
    last = np.ones(12_000, np.float32)
    full = resident()
    pieces.clear()
    give_back()
    assert full - resident() > 60_000_000
    assert last[0] == 1


def test_pages_are_given_back_at_every_eighth_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[int] = []
    monkeypatch.setattr(memory, "give_back", lambda: given.append(1))

    for _ in range(24):
        after_sentence()

    assert len(given) == 3
