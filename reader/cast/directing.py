"""The dialogue as found, changed by what the reader directs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from reader.books.model import Book
from reader.cast.directions import Correction, Directions
from reader.dialogue.model import Character, Dialogue, Evidence, Quotation
from reader.navigation.anchors import Anchor, anchor_of, resolve
from reader.navigation.place import Position

_Value = TypeVar("_Value")

_REACH = 3
"""Characters that a line may have moved where only its surroundings are found again."""


def directed(book: Book, dialogue: Dialogue, directions: Directions) -> Dialogue:
    """`dialogue` with the reader's `directions`: lines given to others, characters joined and
    renamed, each with its new count of quotations.
    """
    corrected = _corrected_lines(book, dialogue, directions.corrections)
    known = {each.identifier for each in (*dialogue.characters, *directions.added)}

    def speaker_of(quotation: Quotation) -> Quotation:
        correction = corrected.get((quotation.chapter, quotation.start))
        if correction is not None and correction.speaker in (None, *known):
            speaker = correction.speaker and directions.resolved(correction.speaker)
            return replace(
                quotation, speaker=speaker, confidence=1.0, evidence=Evidence.READER, spoken=True
            )
        if quotation.speaker is None:
            return quotation
        return replace(quotation, speaker=directions.resolved(quotation.speaker))

    quotations = tuple(map(speaker_of, dialogue.quotations))
    return Dialogue(
        characters=_characters(dialogue.characters, directions, quotations),
        quotations=quotations,
    )


def brought_home(directions: Directions, characters: Iterable[Character]) -> Directions:
    """`directions` about `characters` as they are found today.

    Whoever went by another identifier when something was directed is known by a name that is
    among the aliases now; what is about nobody stays as it is.
    """
    present = {each.identifier for each in (*characters, *directions.added)}
    by_name = {name: each.identifier for each in characters for name in each.aliases}

    def today(identifier: str) -> str:
        return identifier if identifier in present else by_name.get(identifier, identifier)

    def keyed(entries: Mapping[str, _Value]) -> dict[str, _Value]:
        return {today(key): value for key, value in entries.items()}

    merged = {today(one): today(other) for one, other in directions.merged.items()}
    return replace(
        directions,
        roles=keyed(directions.roles),
        names=keyed(directions.names),
        genders=keyed(directions.genders),
        ages=keyed(directions.ages),
        merged={one: other for one, other in merged.items() if one != other},
        corrections=tuple(
            replace(each, speaker=each.speaker and today(each.speaker))
            for each in directions.corrections
        ),
    )


def correction_of(book: Book, quotation: Quotation, speaker: str | None) -> Correction:
    """That `quotation` is said by `speaker`, to be found again in another edition."""
    anchor = anchor_of(book, Position(quotation.chapter, quotation.start))
    return Correction(
        chapter=quotation.chapter,
        place=quotation.start,
        text=quotation.text(book),
        speaker=speaker,
        before=anchor.before,
        after=anchor.after,
        title=anchor.title,
    )


def corrections_elsewhere(
    book: Book,
    dialogue: Dialogue,
    corrections: Iterable[Correction],
    lines: Iterable[Quotation],
) -> tuple[Correction, ...]:
    """Those `corrections` that are not about `lines`."""
    starts, places = _starts(dialogue), {(each.chapter, each.start) for each in lines}
    return tuple(each for each in corrections if _place(book, starts, each) not in places)


def _corrected_lines(
    book: Book, dialogue: Dialogue, corrections: Iterable[Correction]
) -> dict[tuple[int, int], Correction]:
    """The corrections by chapter and start of the quotation that each is about."""
    starts = _starts(dialogue)
    found = ((_place(book, starts, each), each) for each in corrections)
    return {place: each for place, each in found if place in starts}


def _starts(dialogue: Dialogue) -> dict[tuple[int, int], Quotation]:
    return {(each.chapter, each.start): each for each in dialogue.quotations}


def _place(
    book: Book, starts: Mapping[tuple[int, int], Quotation], correction: Correction
) -> tuple[int, int]:
    """Where the quotation that `correction` is about begins today."""
    place = correction.chapter, correction.place
    if place not in starts or starts[place].text(book) != correction.text:
        return _found_again(book, starts, correction)
    return place


def _found_again(
    book: Book, starts: Mapping[tuple[int, int], Quotation], correction: Correction
) -> tuple[int, int]:
    where, sure = resolve(
        book,
        Anchor(
            chapter=correction.chapter,
            offset=correction.place,
            before=correction.before,
            after=correction.after,
            title=correction.title,
        ),
    )
    for moved in sorted(range(-_REACH, _REACH + 1), key=abs) if sure else ():
        place = where.chapter, where.offset + moved
        if place in starts:
            return place
    same = [place for place, each in starts.items() if each.text(book) == correction.text]
    return same[0] if len(same) == 1 else (-1, -1)


def _characters(
    found: tuple[Character, ...], directions: Directions, quotations: tuple[Quotation, ...]
) -> tuple[Character, ...]:
    counts = Counter(each.speaker for each in quotations if each.spoken and not each.continues)
    aliases: dict[str, dict[str, None]] = {}
    for each in (*found, *directions.added):
        names = aliases.setdefault(directions.resolved(each.identifier), {})
        names.update(dict.fromkeys((each.name, *each.aliases)))
    characters = [
        replace(
            each,
            name=directions.names.get(each.identifier, each.name),
            aliases=tuple(aliases.get(each.identifier, each.aliases)),
            gender=directions.genders.get(each.identifier, each.gender),
            age=directions.ages.get(each.identifier, each.age),
            quotations=counts[each.identifier],
        )
        for each in (*found, *directions.added)
        if directions.resolved(each.identifier) == each.identifier
    ]
    return tuple(sorted(characters, key=lambda each: -each.quotations))
