"""Whether Orca is silent while the book is spoken, wherever the focus is.

``python -m tests.accessibility.silence --minutes 10`` has the real window play a long book with
Orca running, puts the focus on each part of the window in turn, and tells everything that Orca
said though no key had asked for it.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.accessibility.harness import hear

PLACES = {
    "the text": ("ctrl+F10",),
    "the text, after a line was read": ("ctrl+F10", "Down"),
    "the text, after a skip": ("ctrl+F10", "alt+Down"),
    "the contents": ("ctrl+t",),
    "the rate": ("alt+r",),
    "the play button": ("alt+r", "Tab", "Tab", "Tab"),
    "the notice": ("ctrl+F10", "ctrl+shift+F6"),
}
"""Where the focus is put, by which keys."""

CHAPTERS = 400
"""Chapters of a dozen short sentences: they change all the time, and outlast any test."""


@dataclass(frozen=True, kw_only=True)
class Played:
    """What was said without being asked for, by places; in how many chapters it played."""

    said: dict[str, list[str]]
    chapters: int


def play(home: Path, minutes: float, *arguments: str) -> Played:
    """Play for so long, with `arguments` for the window."""
    home.mkdir(exist_ok=True)
    book = home / "long.txt"
    book.write_text(_book(), encoding="utf-8")
    script = home / "silence.steps"
    script.write_text("\n".join(_steps(minutes)), encoding="utf-8")
    heard = hear(home, script, str(book), "--play", "--show", "notice", *arguments)
    assert not heard.ended, heard.ended
    said, place = {}, ""
    for step, texts in heard.steps:
        if step.startswith("# "):
            place = step.removeprefix("# ")
        elif place and step.startswith("wait:") and texts:
            said[place] = texts
    where = re.search(r"Chapter (\d+) of", " ".join(heard.steps[-1][1]))
    return Played(said=said, chapters=int(where[1]) if where else 0)


def _steps(minutes: float) -> list[str]:
    steps = ["wait:5"]  # the start has its say, however long it takes
    for place, keys in PLACES.items():
        steps += [f"note:{place}", *keys, f"wait:{minutes * 60 / len(PLACES):.1f}"]
    return [*steps, "note:the end", "ctrl+F10", "w"]


def _book() -> str:
    sentences = [
        "The lamp on the quay was lit.",
        "Nobody had asked for it.",
        "“Who is there?” she called.",
        "Only the water answered.",
    ]
    paragraphs = [" ".join(sentences[number % 3 :]) for number in range(4)]
    return "\n\n".join(
        text for number in range(1, CHAPTERS + 1) for text in (f"Chapter {number}", *paragraphs)
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE")
    options = parser.parse_args()
    choices = [text for each in options.set for text in ("--set", each)]
    with tempfile.TemporaryDirectory() as home:
        played = play(Path(home), options.minutes, *choices)
    for place, texts in played.said.items():
        print(f"{place}: {texts}")
    print(
        f"{options.minutes:g} minutes, {played.chapters} chapters, focus in {len(PLACES)} places: "
        f"Orca said {sum(map(len, played.said.values()))} things unasked"
    )
    return 1 if played.said or played.chapters < 2 else 0


if __name__ == "__main__":
    sys.exit(main())
