"""Who speaks in short modern stories: passages of our own, of which each speaker is decided.

``{name}`` stands before each quotation; ``{?}`` where it is somebody whom nothing names, so that
the narrator should read it; ``{?|name}`` where both are right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from reader.dialogue.chinese import attribute
from reader.dialogue.quotations import find_quotations
from tests.benchmarks.cast.chinese import CONFIDENT, Score, book_of

PASSAGES = Path(__file__).parents[2] / "data" / "dialogue" / "modern.txt"
UNNAMED = "?"

_MARK = re.compile(r"\{([^}]+)\}(?=“)")


@dataclass(frozen=True)
class Passage:
    """A story: its paragraphs, and the speaker of each of its quotations in order."""

    title: str
    paragraphs: tuple[str, ...]
    speakers: tuple[str, ...]


def passages() -> list[Passage]:
    """All passages."""
    found = []
    for part in PASSAGES.read_text("utf-8").strip().split("\n\n"):
        title, _, text = part.partition("\n")
        paragraphs = tuple(_MARK.sub("", text).split("\n"))
        found.append(Passage(title.removeprefix("# "), paragraphs, tuple(_MARK.findall(text))))
    return found


def modern_score() -> Score:
    """The score on all passages; nobody is right for who is not named."""
    score = Score()
    for passage in passages():
        book = book_of(passage.title, [passage.paragraphs])
        quotations = [each for each in find_quotations(book) if each.spoken]
        dialogue = attribute(book, quotations)
        for quotation, speaker in zip(dialogue.quotations, passage.speakers, strict=True):
            person = dialogue.character(quotation.speaker)
            names = {person.name, *person.aliases} if person else {UNNAMED}
            sure = quotation.confidence if person else 0.0
            right = not names.isdisjoint(speaker.split("|"))
            score.add("modern", right, sure)
            if not right:
                words = book.chapters[0].text[quotation.start : quotation.end]
                score.mistakes.append(
                    f"{passage.title} {words[:16]} {speaker}: "
                    f"{person.name if person else None} {quotation.confidence:.2f}"
                    f"{' !' if sure >= CONFIDENT else ''}"
                )
    return score


if __name__ == "__main__":
    result = modern_score()
    print(*result.mistakes, result.line("modern"), sep="\n")
