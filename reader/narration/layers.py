"""What book and directors ask for, laid over one another until every stretch has one delivery."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.narration.delivery import Cue, Delivery
from reader.narration.passage import Passage


def laid(
    book: Sequence[Cue], directions: Iterable[Cue], passage: Passage, sentence: Passage
) -> list[Cue]:
    """The cues of the `book` with `directions` over them: flat, in order, equal ones joined.

    `book` gives a cue, in order, for everything of `passage` that is spoken; what lies between
    them is not. `directions`, the weaker first, may overlap anyhow and reach beyond; `sentence`
    is the whole one of which the passage may be a part. What tells the sound of a text tells it
    once, where that text begins; of a text that was cut into, what is left is read as written.
    """
    given = [
        _clipped(cue, passage, sentence)
        for cue in directions
        if cue.start < passage.end and cue.end > passage.start
    ]
    if not given or not book:
        return _joined(book)
    sounding = _sounding(book, given)
    heard = {id(cue) for cue in sounding}
    cuts = _cuts([*book, *given], sounding)
    deliveries: list[Delivery | None] = [None] * (len(cuts) - 1)
    for cue in book:
        own = _as_heard(cue, heard)
        for at in range(bisect_right(cuts, cue.start) - 1, bisect_left(cuts, cue.end)):
            deliveries[at] = deliveries[at] or own
    for cue in given:
        own = _as_heard(cue, heard)
        for at in range(bisect_left(cuts, cue.start), bisect_left(cuts, cue.end)):
            outer = deliveries[at]
            if outer is not None:
                deliveries[at] = own.within(outer)
    return _joined(
        Cue(start=cuts[at], end=cuts[at + 1], delivery=delivery)
        for at, delivery in enumerate(deliveries)
        if delivery is not None
    )


def _clipped(cue: Cue, passage: Passage, sentence: Passage) -> Cue:
    """`cue` within the passage; what was said where it began is not said once more."""
    start, end = max(cue.start, passage.start), min(cue.end, passage.end)
    delivery = cue.delivery
    if delivery.has_sound and cue.start < passage.start:
        said = "" if cue.start < sentence.start else None
        delivery = replace(_unsounded(delivery), said=said)
    return replace(cue, start=start, end=end, delivery=delivery)


def _sounding(book: Sequence[Cue], given: Sequence[Cue]) -> list[Cue]:
    """Those cues whose sound counts, in order of the text; no two of them overlap."""
    kept: list[Cue] = [cue for cue in book if cue.delivery.has_sound]
    firm = {id(cue) for cue in kept}
    for cue in given:
        if not cue.delivery.has_sound:
            continue
        first = bisect_right(kept, cue.start, key=_end)
        last = bisect_left(kept, cue.end, key=_start)
        met = kept[first:last]
        if all(id(each) not in firm or _replaces(cue, each) for each in met):
            kept[first:last] = [cue]
    return kept


def _replaces(cue: Cue, books: Cue) -> bool:
    """Whether the sound of a director's `cue` counts over what the book itself tells there."""
    covers = cue.start <= books.start and books.end <= cue.end
    return cue.overrules or (covers and cue.end - cue.start > books.end - books.start)


def _as_heard(cue: Cue, heard: set[int]) -> Delivery:
    return cue.delivery if id(cue) in heard else _unsounded(cue.delivery)


def _unsounded(delivery: Delivery) -> Delivery:
    if not delivery.has_sound:
        return delivery
    return replace(delivery, said=None, phonemes=None, alphabet=None)


def _cuts(cues: Iterable[Cue], sounding: Sequence[Cue]) -> list[int]:
    """Where stretches begin and end; none within what sounds as a whole."""
    places = {place for cue in cues for place in (cue.start, cue.end)}
    for cue in sounding:
        places -= set(range(cue.start + 1, cue.end)) & places
    return sorted(places)


def _joined(cues: Iterable[Cue]) -> list[Cue]:
    """The same, neighbours of one delivery as one; what sounds as a whole stays by itself."""
    found: list[Cue] = []
    for cue in cues:
        if found and _goes_on(found[-1], cue):
            found[-1] = replace(found[-1], end=cue.end)
        else:
            found.append(cue)
    return found


def _goes_on(before: Cue, cue: Cue) -> bool:
    alike = before.end == cue.start and before.delivery == cue.delivery
    return alike and not cue.delivery.has_sound


def _start(cue: Cue) -> int:
    return cue.start


def _end(cue: Cue) -> int:
    return cue.end
