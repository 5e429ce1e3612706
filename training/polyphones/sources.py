"""What the ranker learns from: labelled sentences, and words with their readings."""

from __future__ import annotations

import ast
import json
import re
from collections import Counter, defaultdict
from collections.abc import Container, Mapping
from dataclasses import dataclass
from pathlib import Path

from reader.language.pinyin.encoder import as_written_here
from reader.language.pinyin.evidence import MOST_CANDIDATES
from training.pinyin.sources import pypinyin
from training.pinyin.tones import numbered_syllable

Words = dict[str, tuple[str, ...]]

_LABELLED = re.compile(r"(.)\[([a-z]+[1-5])\]")
_COMMON_ENOUGH = 0.02
"""Part of a character's running text that a reading must have to be a candidate."""


@dataclass(frozen=True)
class Example:
    """A sentence, the places of its labelled characters, and their readings."""

    text: str
    places: tuple[int, ...]
    readings: tuple[str, ...]


def cpp(folder: Path) -> list[Example]:
    """The dev split of the Chinese Polyphones with Pinyin set (Apache-2.0)."""
    sentences = (folder / "cpp_dev.sent").read_text("utf-8").splitlines()
    labels = (folder / "cpp_dev.lb").read_text("utf-8").splitlines()
    return [
        Example(sentence.replace("▁", ""), (sentence.index("▁"),), (as_written_here(label),))
        for sentence, label in zip(sentences, labels, strict=True)
        if label
    ]


def inline(file: Path) -> list[Example]:
    """Sentences with a reading in brackets after a character: 银行[hang2]."""
    return [_inline(line) for line in file.read_text("utf-8").splitlines() if "[" in line]


def weighed(file: Path) -> tuple[Words, dict[str, float]]:
    """Words and how common they are: ``json/complete.json`` of @pinyin-pro/data (ISC)."""
    words: Words = {}
    weights: dict[str, float] = {}
    for word, (marked, weight) in json.loads(file.read_text("utf-8")).items():
        syllables = tuple(numbered_syllable(syllable) for syllable in marked.split())
        if len(syllables) == len(word):
            words[word] = syllables
            weights[word] = weight
    return words, weights


def phrases(folder: Path) -> Words:
    """``large_pinyin_*.py`` of pypinyin-dict (MIT), and over them those of pypinyin (MIT)."""
    found: Words = {}
    for file in sorted(folder.glob("large_pinyin_*.py")):
        for statement in ast.parse(file.read_text("utf-8")).body:
            if isinstance(statement, ast.Assign):
                found.update(_phrases(ast.literal_eval(statement.value)))
    return found | _phrases(pypinyin("phrases_dict.json"))


def candidates(
    examples: list[Example],
    words: Words,
    weights: Mapping[str, float],
    listed: Mapping[str, list[str]],
) -> tuple[dict[str, tuple[str, ...]], dict[str, list[float]]]:
    """The readings of every labelled character, and the part of running text each has."""
    labelled: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for example in examples:
        for place, reading in zip(example.places, example.readings, strict=True):
            labelled[example.text[place]][reading] += 1
    mass: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word, syllables in words.items():
        for character, syllable in zip(word, syllables, strict=True):
            mass[character][syllable] += weights[word]  # type: ignore[assignment]
    found: dict[str, tuple[str, ...]] = {}
    shares: dict[str, list[float]] = {}
    for character in sorted(labelled):
        total = sum(mass[character].values()) or 1
        common = [
            reading
            for reading, weight in mass[character].most_common()
            if weight / total > _COMMON_ENOUGH
        ]
        known = listed.get(character, [])
        every = dict.fromkeys([*sorted(labelled[character]), *common, *known])
        if len(every) == 1:
            continue
        found[character] = tuple(every)[:MOST_CANDIDATES]
        shares[character] = [mass[character][reading] / total for reading in found[character]]
    return found, shares


def among(example: Example, known: Container[str]) -> Example:
    """`example` without the labels of characters that are not in `known`."""
    kept = [
        (place, reading)
        for place, reading in zip(example.places, example.readings, strict=True)
        if example.text[place] in known
    ]
    return Example(
        example.text, tuple(place for place, _ in kept), tuple(reading for _, reading in kept)
    )


def _inline(line: str) -> Example:
    pieces: list[str] = []
    places: list[int] = []
    readings: list[str] = []
    end = length = 0
    for match in _LABELLED.finditer(line):
        pieces.append(line[end : match.end(1)])
        length += len(pieces[-1])
        places.append(length - 1)
        readings.append(match[2])
        end = match.end()
    return Example("".join(pieces) + line[end:].rstrip(), tuple(places), tuple(readings))


def _phrases(content: Mapping[str, list[list[str]]]) -> Words:
    return {
        word: tuple(numbered_syllable(syllable[0]) for syllable in syllables)
        for word, syllables in content.items()
        if len(word) == len(syllables)
    }
