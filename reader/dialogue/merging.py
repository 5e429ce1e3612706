"""Makes one cast of what the markup names and what is found in each language of a book."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reader.dialogue.model import Character, Dialogue, Evidence, Quotation


def joined(dialogues: Sequence[Dialogue]) -> Dialogue:
    """One dialogue of those of several languages; whoever has one name is one person."""
    if len(dialogues) == 1:
        return dialogues[0]
    characters: dict[str, Character] = {}
    by_name: dict[str, str] = {}
    quotations: list[Quotation] = []
    for dialogue in dialogues:
        becomes: dict[str, str] = {}
        for each in dialogue.characters:
            identifier = by_name.get(each.name) or _free(each.identifier, characters)
            becomes[each.identifier] = identifier
            by_name[each.name] = identifier
            known = characters.get(identifier)
            characters[identifier] = _with_aliases(known, each.aliases) if known else each
            characters[identifier] = replace(characters[identifier], identifier=identifier)
        quotations += [
            replace(each, speaker=becomes.get(each.speaker, each.speaker)) if each.speaker else each
            for each in dialogue.quotations
        ]
    return Dialogue(
        characters=tuple(characters.values()), quotations=tuple(sorted(quotations, key=place_of))
    )


def with_named_speakers(dialogue: Dialogue) -> Dialogue:
    """The speakers whom the markup names made characters, and everybody's quotations counted."""
    characters = {each.identifier: each for each in dialogue.characters}
    by_name = {
        _folded(alias): each.identifier
        for each in reversed(dialogue.characters)
        for alias in (*each.aliases, each.name)
    }
    quotations: list[Quotation] = []
    for each in dialogue.quotations:
        name = each.speaker
        if name is None or name in characters or each.evidence is not Evidence.MARKUP:
            quotations.append(each)
            continue
        if _folded(name) not in by_name:
            identifier = _free(_identifier(name), characters)
            shown = name.strip()
            characters[identifier] = Character(identifier=identifier, name=shown, aliases=(shown,))
            by_name[_folded(name)] = identifier
        quotations.append(replace(each, speaker=by_name[_folded(name)]))
    counted = _counted(characters.values(), quotations)
    return Dialogue(characters=counted, quotations=tuple(quotations))


def place_of(quotation: Quotation) -> tuple[int, int, int]:
    """Where a quotation stands, to compare and to sort by."""
    return quotation.chapter, quotation.start, quotation.end


def _counted(
    characters: Iterable[Character], quotations: Sequence[Quotation]
) -> tuple[Character, ...]:
    counts = Counter(each.speaker for each in quotations if each.spoken and not each.continues)
    counted = [replace(each, quotations=counts[each.identifier]) for each in characters]
    return tuple(sorted(counted, key=lambda each: -each.quotations))


def _with_aliases(character: Character, aliases: Sequence[str]) -> Character:
    return replace(character, aliases=tuple(dict.fromkeys((*character.aliases, *aliases))))


def _free(identifier: str, taken: Mapping[str, object]) -> str:
    number, free = 2, identifier
    while free in taken:
        free = f"{identifier}-{number}"
        number += 1
    return free


def _identifier(name: str) -> str:
    return re.sub(r"\W+", "-", _folded(name)).strip("-") or "speaker"


def _folded(name: str) -> str:
    return " ".join(name.casefold().split()).rstrip(".:：")
