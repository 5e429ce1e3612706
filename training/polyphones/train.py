"""Trains the ranker of `reader.language.pinyin.polyphones`; see README.md beside this file."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from reader.language.pinyin import encoder, evidence
from reader.language.pinyin.spans import LONGEST_WORD, Lexicon, place_keys, word_keys
from training.polyphones import learn, sources

SEEDS = 5
EVERYDAY_WEIGHT = 1.5
"""A sentence of our own counts as so many of Wikipedia."""
FOLDS = 10


def main() -> None:
    """Gathers, checks by cross-validation where asked, fits and writes."""
    options = _options()
    taken = sources.cpp(options.sentences)
    own = sources.inline(Path(__file__).with_name("everyday.txt"))
    words, weights = sources.weighed(options.words)
    readings, commonness = sources.candidates([*taken, *own], words, weights, encoder.listed())
    known = evidence.candidates(readings, commonness)
    lexicon = _lexicon(known, words, sources.phrases(options.phrases))
    own = [each for each in (sources.among(each, known.rows) for each in own) if each.places]
    taken_table = table_of(taken, known, lexicon, 1.0)
    own_table = table_of(own, known, lexicon, EVERYDAY_WEIGHT)
    if options.check:
        _check(taken, taken_table, own, own_table, options.mistakes)
    weights_found = learn.fit(taken_table.with_(own_table), SEEDS)
    held_out = sources.inline(Path(__file__).with_name("held_out.txt"))
    held_out = [sources.among(each, known.rows) for each in held_out]
    asked = table_of([each for each in held_out if each.places], known, lexicon, 1.0)
    right = weights_found.scores(asked).argmax(axis=1) == asked.right
    print(f"sentences held out: {right.mean():.2%} of {len(right)}")
    write(options.out, known, lexicon, weights_found)
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.2f} MB")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", type=Path, required=True, help="folder of cpp_dev.*")
    parser.add_argument("--words", type=Path, required=True, help="complete.json")
    parser.add_argument("--phrases", type=Path, required=True, help="folder of large_pinyin_*.py")
    parser.add_argument("--out", type=Path, required=True, help="the .npz file to write")
    parser.add_argument("--check", action="store_true", help="ten-fold cross-validation first")
    parser.add_argument("--mistakes", type=Path, help="where to list what the check got wrong")
    return parser.parse_args()


def _lexicon(known: evidence.Candidates, *lists: sources.Words) -> Lexicon:
    """The hashes of all words that hold a polyphone, with the candidates they read."""
    found: dict[int, int] = {}
    for number, words in enumerate(lists):
        for word, syllables in words.items():
            if not 2 <= len(word) <= LONGEST_WORD:
                continue
            hashes = word_keys(word)[len(word) - 2, :1]
            for offset, (character, syllable) in enumerate(zip(word, syllables, strict=True)):
                row = known.rows.get(character)
                if row is not None and syllable in known.readings[row]:
                    key = int(place_keys(hashes, np.array([offset], np.uint64))[0])
                    choices: list[int | None] = [None] * Lexicon.COUNT
                    choices[number] = known.readings[row].index(syllable)
                    found[key] = found.get(key, 0) | Lexicon.pack(choices)
    keys = sorted(found)
    return Lexicon(
        keys=np.array(keys, np.uint64), choices=np.array([found[key] for key in keys], np.uint8)
    )


def table_of(
    examples: Sequence[sources.Example],
    known: evidence.Candidates,
    lexicon: Lexicon,
    weight: float,
) -> learn.Table:
    """The evidence for every labelled place of `examples`, and the right answers."""
    gathered = [
        evidence.gather(example.text, example.places, known, lexicon) for example in examples
    ]
    answers = [reading for example in examples for reading in example.readings]
    return learn.table(gathered, answers, weight)


def _check(
    taken: list[sources.Example],
    taken_table: learn.Table,
    own: list[sources.Example],
    own_table: learn.Table,
    mistakes: Path | None,
) -> None:
    """Prints how many are right of what was not trained on, and lists the others."""
    lines: list[str] = []
    for name, examples, asked, other in (
        ("CPP dev", taken, taken_table, own_table),
        ("our own sentences", own, own_table, taken_table),
    ):
        sentence = np.repeat(np.arange(len(examples)), [len(each.places) for each in examples])
        fold = np.random.default_rng(7).permutation(len(examples))[sentence] % FOLDS
        right = np.zeros(len(fold), bool)
        loss = np.zeros(len(fold))
        for number in range(FOLDS):
            weights = learn.fit(asked.part(fold != number).with_(other), SEEDS)
            rest = asked.part(fold == number)
            given = learn.shares(weights.scores(rest))
            right[fold == number] = given.argmax(axis=1) == rest.right
            loss[fold == number] = -np.log(given[np.arange(len(rest.right)), rest.right])
        print(f"{name}: {right.mean():.2%} of {len(right)}, loss {loss.mean():.4f}", flush=True)
        flat = [
            (each.text, place, reading)
            for each in examples
            for place, reading in zip(each.places, each.readings, strict=True)
        ]
        for (text, place, reading), good, lost in zip(flat, right, loss, strict=True):
            if not good:
                shown = f"{text[max(0, place - 12) : place]}[{text[place]}]"
                lines.append(f"{name}: {shown}{text[place + 1 : place + 10]} {reading} {lost:.2f}")
    if mistakes is not None:
        mistakes.write_text("\n".join(lines), "utf-8")


def write(file: Path, known: evidence.Candidates, lexicon: Lexicon, weights: learn.Weights) -> None:
    """One compressed file, of fixed order and content: the same input gives the same bytes."""
    marks = weights.marks
    scale = np.float32(np.abs(marks).max() / 127)
    np.savez_compressed(
        file,
        candidates=np.array(
            "\n".join(" ".join([key, *known.readings[row]]) for key, row in known.rows.items())
        ),
        commonness=known.commonness[known.there].astype(np.float16),
        keys_high=(lexicon.keys >> np.uint64(8)).astype(np.uint32),
        keys_low=(lexicon.keys & np.uint64(0xFF)).astype(np.uint8),
        choices=lexicon.choices,
        hidden=weights.hidden.astype(np.float16),
        bias=weights.bias.astype(np.float16),
        out=weights.out.astype(np.float16),
        direct=weights.direct.astype(np.float16),
        marks=np.round(marks / scale).astype(np.int8),
        mark_scale=scale,
    )


if __name__ == "__main__":
    main()
