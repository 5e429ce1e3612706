"""The chances of a chain of speeches against all ways counted out."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest

from reader.dialogue.english.chain import NEW, RETURN, SAME, Link, weigh
from reader.dialogue.english.ranker import Ranker


def random_links(seed: int, count: int) -> list[Link]:
    random = np.random.default_rng(seed)
    return [
        Link(
            who=random.permutation(4)[: random.integers(1, 5)],
            scores=random.normal(size=4)[:4],
            turns=random.normal(size=3),
        )
        for _ in range(count)
    ]


def fitting(links: list[Link]) -> list[Link]:
    return [
        Link(who=each.who, scores=each.scores[: len(each.who)], turns=each.turns) for each in links
    ]


def counted_out(links: list[Link]) -> tuple[list[Any], float]:
    chances = [np.zeros(len(each.who)) for each in links]
    total = 0.0
    for way in product(*(range(len(each.who)) for each in links)):
        score = 0.0
        for step, (link, at) in enumerate(zip(links, way, strict=True)):
            said = [one.who[place] for one, place in zip(links, way, strict=True)]
            turn = NEW
            if step and said[step] == said[step - 1]:
                turn = SAME
            elif step > 1 and said[step] == said[step - 2]:
                turn = RETURN
            score += link.scores[at] + link.turns[turn]
        total += np.exp(score)
        for each, at in zip(chances, way, strict=True):
            each[at] += np.exp(score)
    return [each / total for each in chances], float(np.log(total))


@pytest.mark.parametrize("count", [1, 2, 3, 5])
@pytest.mark.parametrize("seed", range(5))
def test_chances_are_those_of_all_ways(seed: int, count: int) -> None:
    links = fitting(random_links(seed, count))
    expected, evidence = counted_out(links)
    found = weigh(links)
    for one, two in zip(found.chances, expected, strict=True):
        np.testing.assert_allclose(one, two, atol=1e-9)
    assert found.evidence == pytest.approx(evidence)
    assert all(each.sum() == pytest.approx(1.0) for each in found.turns)


def test_no_speech_has_no_chances() -> None:
    assert weigh([]).chances == []


def test_large_scores_do_not_overflow() -> None:
    links = [
        Link(who=np.array([0, 1]), scores=np.array([900.0, -900.0]), turns=np.zeros(3))
        for _ in range(50)
    ]
    assert weigh(links).chances[-1][0] == pytest.approx(1.0)


def test_confidence_follows_the_calibration() -> None:
    ranker = Ranker({}, [(0.0, 0.0), (0.5, 0.4), (0.9, 0.95), (1.0, 1.0)])
    assert ranker.confidence(0.25) == pytest.approx(0.2)
    assert ranker.confidence(0.7) == pytest.approx(0.675)
    assert ranker.confidence(0.0) == 0.0
    assert ranker.confidence(1.0) == 1.0
