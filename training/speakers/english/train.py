"""Trains what the clues are worth for `reader.dialogue.english`; see README.md beside this file."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reader.dialogue.english.attribution import people_of
from reader.dialogue.english.cast import with_genders
from reader.dialogue.english.clues import NOBODY, Clues, People, gather
from reader.dialogue.english.mentions import Kind
from reader.dialogue.english.names import Names
from reader.dialogue.english.narrator import tells_of_itself
from reader.dialogue.english.ranker import Ranker
from reader.dialogue.english.scene import Scene
from reader.dialogue.english.words import Words
from tests.benchmarks.cast.english_gold import Gold, litbank, pdnc
from training.speakers.english.learn import Example, Learner, calibration, example

ROUNDS = 10
HELD_OUT = (
    "a_passage_to_india", "age_of_innocence", "awakening", "dorian_gray", "emma", "hard_times",
    "howards_end", "invisible_man", "man_who_was_thursday", "mansfield_park",
    "mysterious_affair_at_styles", "night_and_day", "northanger_abbey", "oliver_twist",
    "persuasion", "room_with_a_view", "sense_and_sensibility", "sport_of_the_gods",
    "sun_also_rises", "the_gambler", "handful_of_dust", "winnie_the_pooh", "men_without_women",
)  # fmt: skip
"""Novels of PDNC that are for tests alone: excerpts of LitBank from them are not learned from."""
_SHARED = (
    "pride_and_prejudice",
    "daisy_miller",
    "alices_adventures",
    "green_gables",
    "sign_of_the",
)
"""Novels that PDNC has whole."""
_EXCERPT = "excerpt:"


@dataclass(frozen=True, kw_only=True)
class Read:
    """A text with the examples of its chapters; `counted` says which speeches are."""

    name: str
    examples: list[Example]
    counted: list[list[bool]]


def main() -> None:
    """Checks by leaving one novel out, calibrates by that, and learns from all."""
    options = _options()
    novels = [read(each) for each in pdnc(options.pdnc)]
    excerpts = [
        _excerpt(read(each))
        for each in litbank(options.litbank)
        if not any(name in each.name for name in HELD_OUT + _SHARED)
    ]
    told: list[list[tuple[float, bool]]] = []
    for novel in novels:
        rest = [each for each in novels if each is not novel] + excerpts
        answers = answers_of(novel, Ranker(learned(rest)))
        print(f"{novel.name:32} {_share(answers):.3f}")
        told.append(answers)
    every = [each for answers in told for each in answers]
    print(f"{'all':32} {_share(every):.3f} of {len(every)}")
    # A wrong voice is worse than the narrator's: sure is what is sure in the harder novels.
    harder = [each for answers in told if _share(answers) < _share(every) for each in answers]
    weights = {
        clue: round(weight, 3)
        for clue, weight in sorted(learned(novels + excerpts).items())
        if not clue.startswith(_EXCERPT) and abs(weight) >= 0.0005
    }
    steps = calibration([chance for chance, _ in harder], [right for _, right in harder])
    options.out.parent.mkdir(parents=True, exist_ok=True)
    table = {"weights": weights, "calibration": steps}
    options.out.write_text(json.dumps(table, indent=0, ensure_ascii=False) + "\n", "utf-8")
    print(f"{options.out}: {len(weights)} clues, {options.out.stat().st_size / 1000:.0f} kB")


def _share(answers: Sequence[tuple[float, bool]]) -> float:
    return sum(right for _, right in answers) / len(answers)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pdnc", type=Path, help="folder of novels (the shared ones)")
    parser.add_argument("--litbank", type=Path, help="folder of LitBank's tsv (the shared one)")
    parser.add_argument("--out", type=Path, required=True, help="the .json file to write")
    return parser.parse_args()


def learned(texts: Sequence[Read]) -> dict[str, float]:
    """The weights learned from `texts`."""
    return Learner([each for text in texts for each in text.examples]).fit(ROUNDS)


def read(gold: Gold) -> Read:
    """The clues in a text, with the right answers."""
    characters = with_genders(gold.characters)
    names = Names(characters)
    scenes: list[Scene] = []
    for number, chapter in enumerate(gold.book.chapters):
        quotations = [each for each in gold.quotations if each.chapter == number]
        scenes.append(Scene(Words(chapter, quotations), quotations, names))
    characters, people = people_of(scenes, characters, find=False)
    numbers = {each.identifier: number for number, each in enumerate(characters)}
    truth = [numbers.get(each or "") for each in gold.speakers]
    if people.narrator is None and tells_of_itself(scenes):
        people = _with_narrator(people, scenes, truth)
    examples: list[Example] = []
    counted: list[list[bool]] = []
    at = 0
    for scene in scenes:
        size = len(scene.speeches)
        examples.append(example(gather(scene, people), truth[at : at + size]))
        counted.append([bool(kind) for kind in gold.kinds[at : at + size]])
        at += size
    return Read(name=gold.name, examples=examples, counted=counted)


def _with_narrator(people: People, scenes: Sequence[Scene], truth: Sequence[int | None]) -> People:
    """An excerpt is too short to tell who narrates: whoever says what “I said”."""
    said: Counter[int] = Counter()
    speakers = iter(truth)
    for scene in scenes:
        for speech in scene.speeches:
            who = next(speakers)
            for cue in (scene.cue_after(speech.after), scene.cue_before(speech.before)):
                own = cue and cue.verb == "strong" and cue.subject
                if own and own.kind is Kind.FIRST and who is not None:
                    said[who] += 1
    return replace(people, narrator=said.most_common(1)[0][0] if said else None)


def _excerpt(text: Read) -> Read:
    """LitBank keeps no paragraphs: what it tells of turns is learned apart and left there."""

    def apart(clues: Clues) -> Clues:
        turns = tuple(tuple(_EXCERPT + clue for clue in one) for one in clues.turns)
        return replace(clues, turns=(turns[0], turns[1], turns[2]))

    examples = [
        Example(clues=[apart(each) for each in one.clues], right=one.right) for one in text.examples
    ]
    return replace(text, examples=examples)


def answers_of(text: Read, ranker: Ranker) -> list[tuple[float, bool]]:
    """For every speech that counts the chance of who is taken, and whether that is right."""
    found: list[tuple[float, bool]] = []
    for one, counted in zip(text.examples, text.counted, strict=True):
        for each, chances, right, counts in zip(
            one.clues, ranker.chances(one.clues), one.right, counted, strict=True
        ):
            named = [at for at, who in enumerate(each.candidates) if who != NOBODY]
            if counts and named:
                best = max(named, key=lambda at: chances[at])
                found.append((chances[best], best == right))
            elif counts:
                found.append((0.0, False))
    return found


if __name__ == "__main__":
    main()
