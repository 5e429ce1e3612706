"""Orca says nothing unasked while the book is spoken; for ten minutes of it, see `silence`."""

from __future__ import annotations

import pytest

from tests.accessibility.harness import needs_harness
from tests.accessibility.silence import play

pytestmark = [*needs_harness, pytest.mark.timeout(300)]

MINUTES = 0.4


@pytest.mark.parametrize("caret_follows", ["false", "true"])
def test_nothing_is_said_while_the_book_is_spoken(tmp_path, caret_follows):
    played = play(
        tmp_path / "home", MINUTES, "--set", f"caret_follows={caret_follows}", "--set", "rate=2.0"
    )
    assert played.said == {}
    assert played.chapters > 1
