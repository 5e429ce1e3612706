from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

from reader.library.store import Library


@pytest.fixture
def library() -> Iterator[Library]:
    """A new library, whose clock goes on by a second at every look."""
    ticks = count(1_000_000)
    opened = Library(clock=lambda: float(next(ticks)))
    yield opened
    opened.close()
