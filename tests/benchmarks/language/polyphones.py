"""Polyphones of a labelled corpus, by ten-fold cross-validation of the disambiguator.

Each tenth is read by the whole pinyin front end with a ranker that was trained on the other
nine and on our own sentences: the shipped one has seen all of the corpus.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import numpy as np

from reader.language.pinyin import polyphones, syllables
from tests.benchmarks.language.quality import Figure
from tests.language.gold import SHARED
from training.polyphones import learn, sources, train

_EVERYDAY = Path(train.__file__).with_name("everyday.txt")


def figures() -> Iterator[Figure]:
    """The share of the corpus' target characters whose reading before sandhi is right."""
    folder = SHARED / "g2p"
    if not (folder / "cpp_dev.sent").exists():
        yield Figure(name="polyphones: CPP dev, ten-fold", percent=0.0, items=0)
        return
    examples = sources.cpp(folder)
    fold = np.random.default_rng(7).permutation(len(examples)) % train.FOLDS
    mistakes: list[str] = []
    for number, ranker in _rankers(examples, fold):
        asked = [each for each, at in zip(examples, fold, strict=True) if at == number]
        with patch.object(polyphones, "_ranker", lambda ranker=ranker: ranker):
            mistakes += [wrong for each in asked if (wrong := _wrong(each))]
    yield Figure(
        name="polyphones: CPP dev, ten-fold",
        percent=100 * (1 - len(mistakes) / len(examples)),
        items=len(examples),
        mistakes=tuple(mistakes),
    )


def _rankers(
    examples: list[sources.Example], fold: np.ndarray
) -> Iterator[tuple[int, polyphones.Ranker]]:
    """For every fold the ranker that has not seen it."""
    shipped = polyphones._ranker()
    known, lexicon = shipped.candidates, shipped.lexicon
    own = [sources.among(each, known.rows) for each in sources.inline(_EVERYDAY)]
    own_table = train.table_of(
        [each for each in own if each.places], known, lexicon, train.EVERYDAY_WEIGHT
    )
    table = train.table_of(examples, known, lexicon, 1.0)
    for number in range(train.FOLDS):
        weights = learn.fit(table.part(fold != number).with_(own_table), train.SEEDS)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "ranker.npz"
            train.write(file, known, lexicon, weights)
            yield number, polyphones.load(file)


def _wrong(example: sources.Example) -> str | None:
    """What is wrong with the reading of the example's target, if anything."""
    (place,), (right,) = example.places, example.readings
    at = 0
    for syllable in syllables(example.text):
        if at == place:
            said = syllable.citation
            around = f"{example.text[max(0, at - 8) : at]}[{syllable.text}]"
            return None if said == right else f"{around} {said}, right: {right}"
        at += len(syllable.text)
    return f"{example.text}: no syllable at {place}"
