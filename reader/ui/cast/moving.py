"""From one line of somebody to the next."""

from __future__ import annotations

from collections.abc import Iterator

from reader.dialogue.model import Dialogue, Quotation
from reader.navigation.place import Position


def next_line(dialogue: Dialogue, speaker: str, here: Position) -> Quotation | None:
    """What somebody says first after `here`."""
    return next((each for each in _lines(dialogue, speaker) if start_of(each) > here), None)


def previous_line(dialogue: Dialogue, speaker: str, here: Position) -> Quotation | None:
    """What somebody says last before `here`."""
    before = None
    for each in _lines(dialogue, speaker):
        if start_of(each) >= here:
            break
        before = each
    return before


def start_of(quotation: Quotation) -> Position:
    """Where it begins."""
    return Position(quotation.chapter, quotation.start)


def _lines(dialogue: Dialogue, speaker: str) -> Iterator[Quotation]:
    """What goes on from before is no line of its own."""
    return (each for each in dialogue.quotations if each.speaker == speaker and not each.continues)
