"""Changes to the pronunciations in the library, each of which knows how it is undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from reader.lexicon.entry import Entry
from reader.lexicon.superseding import superseded
from reader.library.store import Library

Change: TypeAlias = "Callable[[Library], Change]"
"""Changes what a library holds, and returns the change that undoes it.

Raises :class:`~reader.errors.LibraryError` if the library refuses. Any thread may call it.
"""


def keeping(entries: Sequence[Entry]) -> Change:
    """New `entries`, in place of those for the same words."""

    def change(library: Library) -> Change:
        kept = library.keep_pronunciations(entries)
        return exchanging(gone=kept.entries, back=kept.replaced)

    return change


def removing(entries: Sequence[Entry]) -> Change:
    """None of `entries` any more."""
    return exchanging(gone=entries, back=())


def exchanging(*, gone: Sequence[Entry], back: Sequence[Entry]) -> Change:
    """`gone` away and `back`, which were taken away before, in their old places."""

    def change(library: Library) -> Change:
        library.remove_pronunciations(_numbers(gone))
        library.put_pronunciations_back(back)
        return exchanging(gone=back, back=gone)

    return change


def changing(old: Entry, new: Entry) -> Change:
    """`new` in the place of `old`, whose number it has; others for the same word go."""

    def change(library: Library) -> Change:
        same = superseded(library.pronunciations(new.book), [new])
        others = [each for each in same if each.book == new.book and each.number != new.number]
        library.remove_pronunciations(_numbers(others))
        library.change_pronunciation(new)
        return undo_with(others)

    def undo_with(others: Sequence[Entry]) -> Change:
        def undo(library: Library) -> Change:
            library.change_pronunciation(old)
            library.put_pronunciations_back(others)
            return change

        return undo

    return change


def ordering(before: Sequence[Entry], after: Sequence[Entry]) -> Change:
    """The entries of one scope as they stand in `after`, where they stood as in `before`."""

    def change(library: Library) -> Change:
        library.order_pronunciations(_numbers(after))
        return ordering(after, before)

    return change


def _numbers(entries: Iterable[Entry]) -> list[int]:
    return [entry.number for entry in entries if entry.number is not None]
