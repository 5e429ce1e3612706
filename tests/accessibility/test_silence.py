"""Orca says nothing unasked while the book is spoken; for ten minutes of it, see `silence`."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.accessibility.harness import needs_harness
from tests.accessibility.silence import play

pytestmark = [*needs_harness, pytest.mark.timeout(300)]

MINUTES = 0.4


FOLLOWING = ("false", "true")


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """What was said with the caret following the voice and without: both at once, they wait."""

    def one(following):
        home = tmp_path_factory.mktemp("silence")
        return play(home, MINUTES, "--set", f"caret_follows={following}", "--set", "rate=2.0")

    with ThreadPoolExecutor(len(FOLLOWING)) as pool:
        return dict(zip(FOLLOWING, pool.map(one, FOLLOWING), strict=True))


@pytest.mark.parametrize("caret_follows", FOLLOWING)
def test_nothing_is_said_while_the_book_is_spoken(played, caret_follows):
    assert played[caret_follows].said == {}
    assert played[caret_follows].chapters > 1
