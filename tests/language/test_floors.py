"""Quality that may only rise: every gold set has a floor, just under what is reached.

A failure lists the categories and what came out wrong. ``make bench-language --mistakes``
shows the same for all sets.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from tests.benchmarks.language import quality
from tests.language import gold

_NOT_AT_HAND = "the corpora shared between projects are not beside this checkout"

OWN_SPOKEN = {"zh": 99.0, "en": 99.0, "mixed": 95.0}
SHARED_SPOKEN = {
    "NeMo zh, odd half": 90.0,
    "Paddle zh": 93.0,
    "WeText zh": 90.0,
    "NeMo en, odd half": 92.0,
    "WeText en": 80.0,
}
OWN_SENTENCES = 98.0
SHARED_SENTENCES = {
    "english golden rules": 100.0,
    "chinese golden rules": 100.0,
    "mixed sample": 100.0,
}
TREEBANKS = {"en_ewt-ud-dev": (None, " ", 88.0), "zh_gsdsimp-ud-dev": (5, "", 99.4)}
PINYIN = {"all": 99.4, "ordinary": 99.5}


def _report(score: gold.Score) -> str:
    lines = [f"{score.percent:.1f} % right"]
    lines += [f"{name}: {right} of {all_}" for name, (right, all_) in score.by_category().items()]
    lines += [
        f"  {item.name} {item.given!r} → {said!r}, right: {item.answer}"
        for item, said in score.wrong
    ]
    return "\n".join(lines)


def _stays_above(floor: float, items: Sequence[gold.Item], say: Callable[[gold.Item], str]) -> None:
    score = gold.score(items, say)
    assert score.percent >= floor, _report(score)


@pytest.mark.parametrize("language", OWN_SPOKEN)
def test_our_spoken_forms(language: str) -> None:
    items = [each for each in gold.own_spoken() if each.language == language]
    _stays_above(OWN_SPOKEN[language], items, quality.said_as_mixed)


@pytest.mark.parametrize("name", SHARED_SPOKEN)
def test_shared_spoken_forms(name: str) -> None:
    items = gold.shared_spoken()[name]
    if not items:
        pytest.skip(_NOT_AT_HAND)
    _stays_above(SHARED_SPOKEN[name], items, quality.said_alone)


def test_our_sentences() -> None:
    _stays_above(OWN_SENTENCES, gold.own_sentences(), quality.cut)


@pytest.mark.parametrize("name", SHARED_SENTENCES)
def test_shared_sentences(name: str) -> None:
    items = gold.shared_sentences()[name]
    if not items:
        pytest.skip(_NOT_AT_HAND)
    _stays_above(SHARED_SENTENCES[name], items, quality.cut)


@pytest.mark.parametrize("name", TREEBANKS)
def test_boundaries_in_treebanks(name: str) -> None:
    together, joined_by, floor = TREEBANKS[name]
    paragraphs = gold.treebank(name, together=together)
    if not paragraphs:
        pytest.skip(_NOT_AT_HAND)
    assert gold.boundary_f1(paragraphs, joined_by, quality.starts) >= floor


@pytest.mark.parametrize("name", PINYIN)
def test_pinyin_of_running_text(name: str) -> None:
    sentences = [each for each in gold.own_pinyin() if name == "all" or each[0] in quality.ORDINARY]
    score = gold.score_pinyin(sentences, quality.said_syllables)
    assert score.percent >= PINYIN[name], "\n".join(" ".join(each) for each in score.wrong)


def test_the_gold_is_large_enough_and_whole() -> None:
    assert len(gold.own_spoken()) >= 300
    assert len(gold.own_pinyin()) >= 200
    assert len(gold.own_sentences()) >= 100
    for _, sentence, syllables in gold.own_pinyin():
        assert len(syllables) == len(quality.HANZI.findall(sentence)), sentence
