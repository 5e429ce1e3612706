"""How many English speeches are given to the right person, quotations given: PDNC and LitBank.

``PDNC=folder`` in the environment, or the folder as an argument, measures other novels than
the shared five, from which the weights were learned: for what to expect of other novels see
``training/speakers/english/README.md``, or measure others. ``CAST=known`` gives the gold list of
characters as well, ``CAST=found`` lets them be found; both are measured without it. LitBank's
excerpts are too short to match those found with its names; there it is counted how far the same
speeches are one person's (B³).
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reader.dialogue.english.attribution import attribute
from reader.dialogue.english.names import bare, parts, title
from reader.dialogue.english.people import FAMILIAR
from reader.dialogue.model import Character, Dialogue
from tests.benchmarks.cast.english_gold import Gold, litbank, pdnc

CONFIDENCE = 0.7
"""The default of the settings: below it the narrator speaks."""
KINDS = ("Explicit", "Anaphoric", "Implicit")


@dataclass(kw_only=True)
class Figures:
    """Speeches counted, and right, by kind; those at :data:`CONFIDENCE`, and right; seconds."""

    name: str
    counted: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    sure: int = 0
    sure_and_right: int = 0
    seconds: float = 0.0
    characters: int = 0

    @property
    def all(self) -> int:
        """All speeches that are counted."""
        return self.counted["all"]

    def share(self, kind: str) -> float:
        """Percent that are right of a kind; of ``all``."""
        return 100 * self.right[kind] / max(1, self.counted[kind])

    @property
    def precision(self) -> float:
        """Percent right of those that are at the default confidence."""
        return 100 * self.sure_and_right / max(1, self.sure)

    @property
    def coverage(self) -> float:
        """Percent of all that are at the default confidence."""
        return 100 * self.sure / max(1, self.all)

    def __add__(self, other: Figures) -> Figures:
        return Figures(
            name=self.name,
            counted=self.counted + other.counted,
            right=self.right + other.right,
            sure=self.sure + other.sure,
            sure_and_right=self.sure_and_right + other.sure_and_right,
            seconds=self.seconds + other.seconds,
            characters=self.characters + other.characters,
        )

    def __str__(self) -> str:
        kinds = "".join(
            f" {self.share(kind):6.1f}" if self.counted[kind] else "      -" for kind in KINDS
        )
        return (
            f"{self.name:34} {self.all:6}{kinds} {self.share('all'):6.1f}"
            f" {self.precision:9.1f} {self.coverage:8.1f} {self.seconds:8.2f}"
        )


def measure(gold: Gold, *, known: bool) -> Figures:
    """Attributes the gold quotations of a text and compares."""
    begun = time.process_time()
    dialogue = attribute(gold.book, gold.quotations, known=gold.characters if known else None)
    figures = Figures(
        name=gold.name,
        seconds=time.process_time() - begun,
        characters=gold.book.characters,
    )
    speeches = [each for each in dialogue.quotations if not each.continues]
    owners = {} if known else matched(dialogue, gold)
    for found, truth, kind in zip(speeches, gold.speakers, gold.kinds, strict=True):
        if not kind:
            continue
        speaker = found.speaker if known else owners.get(found.speaker or "")
        right = speaker is not None and speaker == truth
        for each in (kind, "all") if kind != "all" else ("all",):
            figures.counted[each] += 1
            figures.right[each] += right
        if found.confidence >= CONFIDENCE:
            figures.sure += 1
            figures.sure_and_right += right
    return figures


def matched(dialogue: Dialogue, gold: Gold) -> dict[str, str]:
    """Which of the gold characters each of those found is: by name, never by what they say.

    It is whoever of gold that speaks bears the form that is used most, or the next one;
    else whoever has
    the most telling part of a name in common. Two found may be one of gold.
    """
    speaking = set(gold.speakers)
    truths = [
        (each.identifier, _forms(each)) for each in gold.characters if each.identifier in speaking
    ]
    found: dict[str, str] = {}
    for each in dialogue.characters:
        called = [parts(alias) for alias in each.aliases]
        bearers = ([who for who, forms in truths if form in forms] for form in called)
        exact = next((who for who in bearers if len(who) == 1), None)
        own = _forms(each)
        best = max(truths, key=lambda truth: _likeness(own, truth[1]), default=None)
        if exact:
            found[each.identifier] = exact[0]
        elif best and _likeness(own, best[1]) > 0:
            found[each.identifier] = best[0]
    if "the narrator" in {each.identifier for each in dialogue.characters}:
        narrators = [each for each, forms in truths if ("narr",) in forms or ("narrator",) in forms]
        if narrators:
            found["the narrator"] = narrators[0]
    return found


def _forms(character: Character) -> set[tuple[str, ...]]:
    names = {parts(each) for each in (character.name, *character.aliases)} - {()}
    return names | {each[1:] for each in names if each[0] in ("the", "a", "an") and each[1:]}


def _likeness(one: Iterable[tuple[str, ...]], two: Iterable[tuple[str, ...]]) -> float:
    """How much two sets of forms share: whole forms first, then a name under like titles."""
    return max((_like(own, other) for own in one for other in two), default=0.0)


def _like(own: tuple[str, ...], other: tuple[str, ...]) -> float:
    if own == other:
        return 3.0 + len(own)
    first, second = bare(own), bare(other)
    short = 1 in (len(first), len(second))
    same = FAMILIAR.get(first[0], first[0]) == FAMILIAR.get(second[0], second[0])
    if same and (short or first[-1] == second[-1]):
        return 2.0
    alike = title(own) == title(other) or not title(own) or not title(other)
    return 1.0 if first[-1] == second[-1] and alike and short else 0.0


def report(folder: Path | None = None) -> None:
    """Measure and print what is at hand."""
    given = folder or (Path(os.environ["PDNC"]) if "PDNC" in os.environ else None)
    asked = os.environ.get("CAST")
    for known in (True, False):
        if asked and (asked == "known") != known:
            continue
        print(f"\nWho speaks in English, {'gold characters' if known else 'characters found'}")
        print(
            f"{'':34} {'speech':>6} {'expl.':>6} {'anaph.':>6} {'impl.':>6} {'all':>6}"
            f" {'precision':>9} {'coverage':>8} {'seconds':>8}"
        )
        _print([measure(each, known=known) for each in pdnc(given)], "PDNC")
    if given is None:
        _print_likeness(litbank())


def likeness(gold: Gold) -> list[tuple[float, float]]:
    """For each speech of a text the precision and recall of those that are found to be of the
    same speaker, against those that truly are (B³).
    """
    dialogue = attribute(gold.book, gold.quotations)
    found = [each.speaker for each in dialogue.quotations if not each.continues]
    pairs = [
        pair
        for pair, kind in zip(zip(found, gold.speakers, strict=True), gold.kinds, strict=True)
        if kind
    ]
    both = Counter(pairs)
    ours, theirs = Counter(one for one, _ in pairs), Counter(two for _, two in pairs)
    return [(both[pair] / ours[pair[0]], both[pair] / theirs[pair[1]]) for pair in pairs]


def _print_likeness(texts: Sequence[Gold]) -> None:
    speeches = [each for gold in texts for each in likeness(gold)]
    if not speeches:
        print("LitBank: not at hand")
        return
    precision = sum(one for one, _ in speeches) / len(speeches)
    recall = sum(two for _, two in speeches) / len(speeches)
    both = 2 * precision * recall / (precision + recall)
    print(
        f"\nLitBank, {len(texts)} texts, {len(speeches)} speeches, characters found: B³ F1"
        f" {100 * both:.1f} (precision {100 * precision:.1f}, recall {100 * recall:.1f})"
    )


def _print(figures: Sequence[Figures], name: str) -> None:
    if not figures:
        print(f"{name}: not at hand")
        return
    for each in figures:
        print(each)
    total = sum(figures, Figures(name=f"{name}, {len(figures)} texts"))
    print(total)
    print(
        f"{'':34} {total.characters / 1e6:.1f} M characters, precision and coverage at {CONFIDENCE}"
    )


if __name__ == "__main__":
    report(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
