"""A book of the shelf as it is heard and read: the title first, then how far it is read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from reader.library.shelf import ShelfEntry
from reader.playback.reading_speed import ReadingSpeed
from reader.ui.language import listed
from reader.ui.shelf.order import State, state_of
from reader.ui.where_dialog import duration_in_words

translate = QCoreApplication.translate

_MINUTE, _HOUR = 60, 3600
_FEW_HOURS = 2
"""From so many hours on, minutes are more than anybody wants to know."""


def entry_in_words(entry: ShelfEntry, rate: float) -> str:
    """Title, authors, what is read and what is left at `rate`, to be heard at once."""
    parts = [entry.title, *entry.authors, read_in_words(entry), left_in_words(entry, rate)]
    return listed(part for part in parts if part)


def read_in_words(entry: ShelfEntry) -> str:
    """How far a book is read."""
    match state_of(entry):
        case State.FINISHED:
            return translate("Shelf", "finished")
        case State.UNREAD:
            return translate("Shelf", "not begun")
    return translate("Shelf", "{percent} percent read").format(percent=percent_of(entry))


def left_in_words(entry: ShelfEntry, rate: float) -> str:
    """About how long the rest of a book is heard; empty where there is none, or nobody knows."""
    seconds = seconds_left(entry, rate)
    if not seconds:
        return ""
    duration = duration_in_words(_about(seconds))
    if state_of(entry) is State.UNREAD:
        return translate("Shelf", "about {duration}").format(duration=duration)
    return translate("Shelf", "about {duration} left").format(duration=duration)


def count_in_words(shown: int, everything: int) -> str:
    """How many books are listed, and of how many."""
    if shown < everything:
        said = translate("Shelf", "{shown} of {all} books")
        return said.format(shown=number(shown), all=number(everything))
    if everything == 1:
        return translate("Shelf", "1 book")
    return translate("Shelf", "{count} books").format(count=number(everything))


def percent_of(entry: ShelfEntry) -> int:
    """How much of a book is read, in whole percents; all of it only if it is finished."""
    return 100 if entry.finished else min(99, int(entry.read * 100))


def seconds_left(entry: ShelfEntry, rate: float) -> float:
    """How long the rest of a book is heard at `rate`; 0 where its length is not known."""
    if entry.finished:
        return 0.0
    left = round(entry.characters * (1.0 - entry.read))
    return ReadingSpeed(entry.language).seconds(left, rate)


def number(count: int) -> str:
    """A count as it is written where the reader lives."""
    return QLocale().toString(count)


def _about(seconds: float) -> float:
    """A duration as exact as it can be foretold."""
    if seconds >= _FEW_HOURS * _HOUR:
        step = _HOUR
    elif seconds >= 10 * _MINUTE:
        step = 5 * _MINUTE
    else:
        step = _MINUTE
    return max(step, round(seconds / step) * step)
