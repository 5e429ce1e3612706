"""``tingshu cast``: who speaks in a book, and what they say."""

from __future__ import annotations

import argparse
from collections.abc import Sized
from typing import TYPE_CHECKING

from reader.cli.arguments import add_book
from reader.cli.terminal import ProgressLine, print_json, stopped_by_signals

if TYPE_CHECKING:
    from reader.books.model import Book
    from reader.dialogue.model import Character, Dialogue, Quotation

_SHOWN = 60
"""Characters of what somebody says that the list shows."""


def configure(parser: argparse.ArgumentParser) -> None:
    """What may be said after ``tingshu cast``."""
    parser.description = (
        "Finds what is said in a book and who says it: the cast, and every quotation with the "
        "one who speaks and how sure that is."
    )
    add_book(parser)
    parser.add_argument(
        "--json",
        action="store_true",
        help="one JSON document: speakers [{id, name, quotes, aliases, gender, age}], quotes "
        "[{chapter, start, end, text, speaker, confidence, evidence, style}]; chapter counts "
        "from 0, start and end are characters of its text, speaker is an id or null",
    )


def run(options: argparse.Namespace) -> int:
    """Read the book, find who speaks, and list it."""
    from reader.books.registry import read_book
    from reader.dialogue.kept import dialogue_of

    line = ProgressLine()
    with stopped_by_signals() as cancel:
        try:
            book = read_book(options.book, cancel=cancel)
            dialogue = dialogue_of(
                book,
                cancel=cancel,
                progress=lambda share: line.show(share, "finding who speaks"),
            )
        finally:
            line.close()
    if options.json:
        print_json(_document(book, dialogue))
    else:
        _list(book, dialogue)
    return 0


def _said(dialogue: Dialogue) -> list[Quotation]:
    return [each for each in dialogue.quotations if each.spoken]


def _text(book: Book, quotation: Quotation) -> str:
    return book.chapters[quotation.chapter].text[quotation.start : quotation.end]


def _document(book: Book, dialogue: Dialogue) -> dict[str, object]:
    return {
        "speakers": [
            {
                "id": each.identifier,
                "name": each.name,
                "quotes": each.quotations,
                "aliases": list(each.aliases),
                "gender": each.gender,
                "age": each.age,
            }
            for each in dialogue.characters
        ],
        "quotes": [
            {
                "chapter": each.chapter,
                "start": each.start,
                "end": each.end,
                "text": _text(book, each),
                "speaker": each.speaker,
                "confidence": round(each.confidence, 3),
                "evidence": each.evidence.value,
                "style": each.style,
            }
            for each in _said(dialogue)
        ],
    }


def _list(book: Book, dialogue: Dialogue) -> None:
    said = _said(dialogue)
    print(f"{book.title}: {_count(said, 'quotation')}, {_count(dialogue.characters, 'speaker')}")
    for character in dialogue.characters:
        print(f"{character.quotations:6}  {_described(character)}")
    chapter = -1
    for quotation in said:
        if quotation.chapter != chapter:
            chapter = quotation.chapter
            print(f"\n{chapter + 1}. {book.chapters[chapter].title}")
        print(f"  {_attributed(dialogue, quotation)}: {_shortened(_text(book, quotation))}")


def _count(things: Sized, name: str) -> str:
    return f"{len(things):,} {name}{'' if len(things) == 1 else 's'}"


def _described(character: Character) -> str:
    others = [alias for alias in character.aliases if alias != character.name]
    known = [each for each in (character.gender, character.age) if each not in ("unknown", "adult")]
    return character.name + "".join(f" ({', '.join(each)})" for each in (known, others) if each)


def _attributed(dialogue: Dialogue, quotation: Quotation) -> str:
    character = dialogue.character(quotation.speaker)
    if character is None:
        return "?"
    return f"{character.name}, {quotation.confidence:.0%}"


def _shortened(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _SHOWN else one_line[: _SHOWN - 1] + "…"
