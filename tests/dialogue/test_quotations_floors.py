"""How exactly quotations are found in what people have marked; the floors only rise."""

from __future__ import annotations

import pytest

from tests.benchmarks.cast import comparing, spans

pytestmark = pytest.mark.skipif(
    not spans.SHARED.is_dir(), reason="the shared corpora are not beside the repository"
)

FLOORS = {
    "PDNC, 5 texts": (0.975, 0.972),
    "LitBank, 44 texts": (0.982, 0.987),
    "quotations": (0.999, 0.999),
    "damaged": (0.986, 0.992),
}
"""F1 of whole quotations, and of characters."""


def test_quotations_are_found_as_exactly_as_before() -> None:
    found = {each.name: each for each in spans.all_figures()}
    for name, (exact, characters) in FLOORS.items():
        assert found[name].exact_f1 >= exact, found[name]
        assert found[name].character_f1 >= characters, found[name]


def test_what_is_found_elsewhere_counts_against_it() -> None:
    text = "“Come in,” said Anna. “It is late.” She wrote “Yes.”"
    figures = comparing.compare("two", text, [(1, 8), (23, 34)], [(0, 10), (22, 35), (46, 52)])
    assert (figures.gold, figures.found, figures.exact) == (2, 3, 2)
    assert figures.exact_f1 == pytest.approx(0.8)
    assert len(figures.extra) == 1
    assert figures.missed == []
