"""Small books with their dialogue, for the tests of the cast."""

from __future__ import annotations

import re

from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.cast.voicing import Company
from reader.dialogue.model import Character, Dialogue, Evidence, Quotation
from reader.speech.engine import Voice


def book_of(*chapters: str, identifier: str = "a book") -> Book:
    """A book whose chapters have a paragraph a line."""
    return Book(
        title="A Book",
        authors=("An Author",),
        identifier=identifier,
        language="en",
        chapters=tuple(
            Chapter(
                title=f"Chapter {number}",
                blocks=tuple(
                    Block(kind=BlockKind.PARAGRAPH, runs=(Run(text=line),))
                    for line in chapter.split("\n")
                ),
            )
            for number, chapter in enumerate(chapters, 1)
        ),
    )


def dialogue_of(book: Book, *speakers: str | None, confidence: float = 0.9) -> Dialogue:
    """Every quotation of `book` in turn said by the next of `speakers`."""
    quotations = []
    for number, chapter in enumerate(book.chapters):
        for found in re.finditer("“[^”]*”", chapter.text):
            speaker = speakers[len(quotations) % len(speakers)]
            quotations.append(
                Quotation(
                    chapter=number,
                    start=found.start(),
                    end=found.end(),
                    speaker=speaker,
                    confidence=confidence if speaker else 0.0,
                    evidence=Evidence.EXPLICIT if speaker else Evidence.NONE,
                )
            )
    names = dict.fromkeys(speaker for speaker in speakers if speaker)
    return Dialogue(
        characters=tuple(
            Character(
                identifier=name,
                name=name,
                aliases=(name,),
                quotations=sum(each.speaker == name for each in quotations),
            )
            for name in names
        ),
        quotations=tuple(quotations),
    )


def voice(
    name: str, gender: str = "female", age: str = "adult", *, effort: float = 0.1, quality: int = 2
) -> Voice:
    return Voice(
        name=name,
        title=name.title(),
        engine="fake",
        languages=("en",),
        quality=quality,
        licence="",
        source="",
        gender=gender,
        age=age,
        effort=effort,
    )


NARRATOR = voice("narrator")


def company(*voices: Voice) -> Company:
    return Company(language="en", narrator=NARRATOR, voices=(NARRATOR, *voices))
