"""Which of its readings a polyphonic character has in a sentence, as probabilities.

A ranker of our own, trained by ``training/polyphones``, weighs what the sentence says (see
`evidence`): a small network over the numbers of each candidate, and a weight for each mark.

>>> [max(each, key=each.get) for each in likely("银行行长", [1, 2, 3])]
['hang2', 'hang2', 'zhang3']
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from reader import paths
from reader.language.pinyin.encoder import Floats
from reader.language.pinyin.evidence import Candidates, Evidence, candidates, gather
from reader.language.pinyin.spans import Lexicon

_FILE: Final = Path("polyphones") / "ranker.npz"
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, kw_only=True)
class Ranker:
    """The candidates of every character, and the weights that choose among them."""

    candidates: Candidates
    lexicon: Lexicon
    hidden: Floats
    """From the numbers of a candidate to the hidden units."""
    bias: Floats
    out: Floats
    """From the hidden units to the score."""
    direct: Floats
    """From the numbers to the score."""
    marks: NDArray[np.int8]
    mark_scale: float

    def probabilities(self, evidence: Evidence) -> Floats:
        """The probability of each candidate at each place; 0 for padding."""
        units = np.maximum(evidence.numbers @ self.hidden + self.bias, 0)
        scores = units @ self.out + evidence.numbers @ self.direct
        scores += self.marks[evidence.marks].sum(axis=2) * self.mark_scale
        scores[~evidence.there] = -np.inf
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def knows(character: str) -> bool:
    """Whether `character` is a polyphone whose readings can be told apart here."""
    return character in _ranker().candidates.rows


def likely(text: str, places: Sequence[int]) -> list[Mapping[str, float]]:
    """The probability of every candidate reading of the characters at `places` in `text`.

    `text` is one sentence as it is written. Readings are numbered pinyin before sandhi, v for
    ü and 5 for the neutral tone. A character that is not a known polyphone gets an empty
    mapping.
    """
    ranker = _ranker()
    known = [place for place in places if text[place] in ranker.candidates.rows]
    if not known:
        return [{} for _ in places]
    evidence = gather(_SURROGATES.sub("\ufffd", text), known, ranker.candidates, ranker.lexicon)
    found: dict[int, Mapping[str, float]] = {
        place: dict(zip(readings, shares, strict=False))
        for place, readings, shares in zip(
            known, evidence.readings, ranker.probabilities(evidence).tolist(), strict=True
        )
    }
    return [found.get(place, {}) for place in places]


def load(file: Path) -> Ranker:
    """The ranker that ``training/polyphones`` wrote to `file`."""
    with np.load(file, allow_pickle=False) as content:
        parts = {name: content[name] for name in content.files}
    listed = {entry[0]: entry[1:] for entry in map(str.split, str(parts["candidates"]).split("\n"))}
    ends = np.cumsum([len(readings) for readings in listed.values()])
    shares = [each.tolist() for each in np.split(parts["commonness"], ends[:-1])]
    return Ranker(
        candidates=candidates(listed, dict(zip(listed, shares, strict=True))),
        lexicon=Lexicon(
            keys=parts["keys_high"].astype(np.uint64) << np.uint64(8) | parts["keys_low"],
            choices=parts["choices"],
        ),
        hidden=parts["hidden"].astype(np.float32),
        bias=parts["bias"].astype(np.float32),
        out=parts["out"].astype(np.float32),
        direct=parts["direct"].astype(np.float32),
        marks=parts["marks"],
        mark_scale=float(parts["mark_scale"]),
    )


@cache
def _ranker() -> Ranker:
    return load(paths.resources_folder() / _FILE)
