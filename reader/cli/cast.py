"""``tingshu cast``: who speaks in a book, and what they say."""

from __future__ import annotations

import argparse
from collections.abc import Sized
from typing import TYPE_CHECKING

from reader.cli import directing
from reader.cli.arguments import add_book
from reader.cli.terminal import ProgressLine, print_json, stopped_by_signals
from reader.dialogue.model import Dialogue, Evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.background import CancelToken
    from reader.books.model import Book
    from reader.cast.directions import Role
    from reader.dialogue.model import Character, Quotation

_SHOWN = 60
"""Characters of what somebody says that the list shows."""


def configure(parser: argparse.ArgumentParser) -> None:
    """What may be said after ``tingshu cast``."""
    parser.description = (
        "Finds what is said in a book and who says it: the cast, and every quotation with the "
        "one who speaks and how sure that is. What you have put right in the window counts: "
        "names, who is who, who says a line, and voices."
    )
    add_book(parser)
    parser.add_argument(
        "--as-found",
        action="store_true",
        help="what was found by itself, without what you have put right and without voices",
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help="one JSON document: speakers [{id, name, quotes, aliases, gender, age, voice}], "
        "quotes [{chapter, start, end, text, speaker, confidence, evidence, style}]; chapter "
        "counts from 0, start and end are characters of its text, speaker is an id or null, "
        "voice is a voice's name or null where the narrator's speaks or none is known",
    )


def run(options: argparse.Namespace) -> int:
    """Read the book, find who speaks, and list it."""
    from reader.books.registry import read_book

    line = ProgressLine()
    with stopped_by_signals() as cancel:
        try:
            book = read_book(options.book, cancel=cancel)
            find = _found if options.as_found else _directed
            dialogue, roles = find(
                book, lambda share: line.show(share, "finding who speaks"), cancel
            )
        finally:
            line.close()
    if options.json:
        print_json(_document(book, dialogue, roles))
    else:
        _list(book, dialogue, roles)
    return 0


def _found(
    book: Book, progress: Callable[[float], None], cancel: CancelToken
) -> tuple[Dialogue, Mapping[str, Role]]:
    """What is said, as it is found by itself."""
    from reader.dialogue.kept import dialogue_of

    return dialogue_of(book, progress=progress, cancel=cancel), {}


def _directed(
    book: Book, progress: Callable[[float], None], cancel: CancelToken
) -> tuple[Dialogue, Mapping[str, Role]]:
    """What is said and in which voices, as the listener has directed it."""
    from reader import settings
    from reader.cli import speaking

    with speaking.open_speaker() as speaker, directing.opened_library() as library:
        chosen = settings.load().changed(characters=True)  # they are asked for
        direction = directing.direction_of(
            book, library, speaker, chosen, progress=progress, cancel=cancel
        )
        cast = direction.cast
        return (cast.dialogue, cast.roles) if cast is not None else (Dialogue(), {})


def _said(dialogue: Dialogue) -> list[Quotation]:
    return [each for each in dialogue.quotations if each.spoken]


def _document(book: Book, dialogue: Dialogue, roles: Mapping[str, Role]) -> dict[str, object]:
    return {
        "speakers": [
            {
                "id": each.identifier,
                "name": each.name,
                "quotes": each.quotations,
                "aliases": list(each.aliases),
                "gender": each.gender,
                "age": each.age,
                "voice": _voice(each, roles),
            }
            for each in dialogue.characters
        ],
        "quotes": [
            {
                "chapter": each.chapter,
                "start": each.start,
                "end": each.end,
                "text": each.text(book),
                "speaker": each.speaker,
                "confidence": round(each.confidence, 3),
                "evidence": each.evidence.value,
                "style": each.style,
            }
            for each in _said(dialogue)
        ],
    }


def _voice(character: Character, roles: Mapping[str, Role]) -> str | None:
    role = roles.get(character.identifier)
    return role.voice if role is not None else None


def _list(book: Book, dialogue: Dialogue, roles: Mapping[str, Role]) -> None:
    said = _said(dialogue)
    print(f"{book.title}: {_count(said, 'quotation')}, {_count(dialogue.characters, 'speaker')}")
    for character in dialogue.characters:
        voice = _voice(character, roles)
        spoken = f": {voice}" if voice is not None else ""
        print(f"{character.quotations:6}  {_described(character)}{spoken}")
    chapter = -1
    for quotation in said:
        if quotation.chapter != chapter:
            chapter = quotation.chapter
            print(f"\n{chapter + 1}. {book.chapters[chapter].title}")
        print(f"  {_attributed(dialogue, quotation)}: {_shortened(quotation.text(book))}")


def _count(things: Sized, name: str) -> str:
    return f"{len(things):,} {name}{'' if len(things) == 1 else 's'}"


def _described(character: Character) -> str:
    others = [alias for alias in character.aliases if alias != character.name]
    known = [each for each in (character.gender, character.age) if each not in ("unknown", "adult")]
    return character.name + "".join(f" ({', '.join(each)})" for each in (known, others) if each)


def _attributed(dialogue: Dialogue, quotation: Quotation) -> str:
    character = dialogue.character(quotation.speaker)
    if quotation.evidence is Evidence.READER:
        return f"{character.name if character is not None else 'the narrator'}, as you said"
    if character is None:
        return "?"
    return f"{character.name}, {quotation.confidence:.0%}"


def _shortened(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _SHOWN else one_line[: _SHOWN - 1] + "…"
