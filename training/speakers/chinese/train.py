"""Learns the weights of ``reader/dialogue/chinese/weights.py``.

    python -m training.speakers.chinese.train WP [--check]

`WP` is the folder ``dataset`` of the data set *World of Plainness* (its text is in copyright:
nothing of it is kept); ``old_novels.json`` beside this file has who speaks some passages of two
novels of the shared corpus, decided by reading them. To these come speeches of the same novels
whose speaker the words directly before name. ``--check`` learns from ``train`` and two thirds of
the passages only, prints how many of the rest come out right, and writes nothing.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.background import CancelToken
from reader.dialogue.chinese import weights as written
from reader.dialogue.chinese.features import candidates, describe
from reader.dialogue.chinese.reading import Reading
from reader.dialogue.chinese.roster import Person
from reader.dialogue.chinese.scene import Scene, Speech
from reader.dialogue.chinese.turns import again_feature, same_feature
from reader.dialogue.quotations import find_quotations
from tests.benchmarks.cast.chinese import CORPUS, book_of_window, cast_of, novel, place, windows
from training.speakers.chinese.field import Names, Row, batch_of, learn, right

_AROUND = 6
"""So many speeches before and after the known one are looked at."""

_PLAIN = 250
"""So many speeches with an evident speaker are taken from each old novel."""

_SHORT_LEAD = 5
_STEPS, _DECAY = 100, 2.0

_GIVEN = {
    "same subjectless answer 1": -1.5,
    "same subjectless answer 2": -1.0,
    "same subjectless on 1": 1.5,
    "same subjectless on 2": 1.0,
    "same continues": 6.0,
    "same interrupted": 2.0,
    "same paragraph 1": 1.5,
    "same paragraph 2": 1.5,
    "same paragraph 3": 0.5,
}
"""What the data cannot tell: its sentences stand alone, and hardly one has 答曰 and no subject."""


def main() -> None:
    """Learn and write, or check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wp", type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    train, dev = list(_modern(options.wp, "train")), list(_modern(options.wp, "dev"))
    old = list(_old())
    random.Random(2).shuffle(old)
    cut = len(old) * 2 // 3 if options.check else len(old)
    rows = train + old[:cut] + ([] if options.check else dev)
    names = Names.of(rows)
    found = learn(batch_of(rows, names), names, steps=_STEPS, decay=_DECAY)
    for name, part in (("dev", dev), ("old novels", old[cut:] or old)):
        print(name, f"{right(batch_of(part, names), names, found):.1%} of {len(part)}")
    if not options.check:
        _write(dict(zip(names.all, found.tolist(), strict=True)) | _GIVEN)


def _modern(folder: Path, part: str) -> Iterator[Row]:
    cast = cast_of(folder)
    for window in windows(folder, part):
        reading = Reading(book_of_window(window), window.quotations, CancelToken(), known=cast)
        (scene,) = reading.scenes()
        known = next(
            at for at, each in enumerate(scene.speeches) if each.quotation.start == window.start
        )
        row = _row(scene, scene.speeches, known, {window.speaker})
        if row:
            yield row


def _old() -> Iterator[Row]:
    decided = json.loads((Path(__file__).parent / "old_novels.json").read_text("utf-8"))
    for source in sorted({source for source, _, _ in decided}):
        book, places = novel(CORPUS / source)
        speakers = {
            place(places, start): speaker for name, start, speaker in decided if name == source
        }
        scenes = Reading(book, find_quotations(book), CancelToken()).scenes()
        plain = []
        for chapter, scene in enumerate(scenes):
            spoken = [each for each in scene.speeches if not each.written]
            for at, speech in enumerate(spoken):
                speaker = speakers.get((chapter, speech.quotation.start))
                if speaker:
                    if row := _row(scene, spoken, at, {speaker}):
                        yield row
                elif person := _evident(speech):
                    plain.append((scene, spoken, at, {person.name, *person.forms}))
        random.Random(1).shuffle(plain)
        for scene, spoken, at, meant in plain[:_PLAIN]:
            if row := _row(scene, spoken, at, meant):
                yield row


def _evident(speech: Speech) -> Person | None:
    lead = speech.lead
    return lead.adjacent if lead and lead.end - lead.start <= _SHORT_LEAD else None


def _row(scene: Scene, spoken: Sequence[Speech], known: int, meant: set[str]) -> Row | None:
    """The speeches around number `known`; None if whoever is `meant` is not among its persons."""
    starts = [each.start for each in scene.mentions]
    places = {id(each): at for at, each in enumerate(scene.speeches)}
    first = max(0, known - _AROUND)
    part = spoken[first : known + _AROUND + 1]
    persons = [candidates(scene, places[id(each)], starts) for each in part]
    gold = [
        at
        for at, each in enumerate(persons[known - first])
        if meant & {each.identifier, each.name, *each.forms}
    ]
    if not gold or len(part) < 2 or not all(persons):
        return None
    return Row(
        persons=[[id(each) for each in row] for row in persons],
        features=[
            describe(scene, places[id(each)], row, starts)
            for each, row in zip(part, persons, strict=True)
        ],
        same=["", *(same_feature(part[at - 1], part[at]) for at in range(1, len(part)))],
        again=["", "", *(again_feature(part[at - 1], part[at]) for at in range(2, len(part)))],
        known=known - first,
        gold=gold[0],
    )


def _write(weights: dict[str, float]) -> None:
    lines = "".join(f'        "{name}": {weights[name]:.2f},\n' for name in sorted(weights))
    Path(written.__file__).write_text(
        '"""What each feature weighs; made by ``training/speakers/chinese/train.py``."""\n\n'
        "from __future__ import annotations\n\nfrom types import MappingProxyType\n\n"
        f"WEIGHTS = MappingProxyType(\n    {{\n{lines}    }}\n)\n",
        "utf-8",
    )


if __name__ == "__main__":
    main()
