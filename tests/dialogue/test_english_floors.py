"""How many speeches of the shared gold novels are given to the right person, at least."""

from __future__ import annotations

import pytest

from tests.benchmarks.cast.english import Figures, measure
from tests.benchmarks.cast.english_gold import SHARED, Gold, novel

pytestmark = pytest.mark.skipif(
    not (SHARED / "pdnc" / "DaisyMiller").is_dir(), reason="the shared corpora are not at hand"
)


@pytest.fixture(scope="module")
def novels() -> list[Gold]:
    names = ("AlicesAdventuresInWonderland", "DaisyMiller", "TheSignOfTheFour")
    return [novel(SHARED / "pdnc" / name) for name in names]


@pytest.mark.parametrize(("known", "least"), [(True, 82.0), (False, 80.0)])
def test_speakers_are_right(novels: list[Gold], *, known: bool, least: float) -> None:
    figures = sum((measure(each, known=known) for each in novels), Figures(name="all"))
    assert figures.all > 1800
    assert figures.share("all") >= least
    assert figures.share("Explicit") >= 95.0
    assert figures.precision >= 92.0
    assert figures.coverage >= 70.0
