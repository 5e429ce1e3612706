"""The books of the shelf, prepared once so that they are found and sorted as one types."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from reader.language.detect import primary
from reader.library.shelf import ShelfEntry
from reader.search.sorting import sort_key
from reader.search.titles import TitleFinder
from reader.ui.shelf.in_words import seconds_left
from reader.ui.shelf.order import Filter, Order, sorted_entries


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What of the shelf shall be listed, and how; with `text` the best match comes first."""

    text: str = ""
    filter: Filter = field(default_factory=Filter)
    order: Order = Order.OPENED


class Catalogue:
    """Finds and sorts `entries`; made on a thread, asked from any."""

    def __init__(self, entries: Sequence[ShelfEntry]) -> None:
        self.entries = tuple(entries)
        """All of them, as the library gave them."""
        self._finder = TitleFinder(self.entries)
        self._titles = {
            entry.identifier: sort_key(entry.title, entry.language) for entry in entries
        }
        self._authors = {
            entry.identifier: sort_key(", ".join(entry.authors), entry.language)
            for entry in entries
        }

    @property
    def languages(self) -> list[str]:
        """The primary languages of the books, the one with the most books first."""
        counts = Counter(primary(entry.language) for entry in self.entries)
        return [language for language, _ in counts.most_common() if language]

    def find(self, wish: Wish, rate: float) -> list[ShelfEntry]:
        """What fits `wish`; the time that is left counts at `rate`."""
        text = wish.text.strip()
        found = self._finder.find(text) if text else self.entries
        fitting = [entry for entry in found if wish.filter.fits(entry)]
        if text:
            return fitting
        return sorted_entries(
            fitting,
            wish.order,
            titles=self._titles,
            authors=self._authors,
            left=partial(seconds_left, rate=rate),
        )
