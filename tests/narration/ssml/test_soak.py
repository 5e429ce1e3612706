"""A few of the documents that ``make soak-markup`` reads ten thousand of."""

from __future__ import annotations

import random

import pytest

from tests.soak.markup import check, document, hostile, mutated


@pytest.mark.parametrize("seed", range(4))
def test_random_documents_are_read_or_refused(seed: int) -> None:
    random_ = random.Random(seed)
    outcomes = set()
    for number in range(50):
        text = document(random_, broken=0.03 * (number % 4))
        text = mutated(text, random_) if number % 3 == 0 else text
        outcomes.add(check(text, narrate=number % 10 == 0))
    assert outcomes == {"read", "lenient", "refused"}


def test_hostile_documents_are_read_or_refused() -> None:
    outcomes = {name: was_read for name, _, was_read in hostile(20_000)}
    assert [name for name, was_read in outcomes.items() if not was_read] == [
        "10,000 tags nested",
        "many attributes",
    ]
