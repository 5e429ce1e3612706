"""What is known of the open book's structure, and where the reader has been in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.background import CancelToken
from reader.books.model import Book
from reader.language.spelling import spell
from reader.narration.timeline import Timeline
from reader.navigation.elements import Elements
from reader.navigation.history import History
from reader.navigation.links import Links
from reader.navigation.measure import Extent
from reader.navigation.notes import Notes
from reader.navigation.pages import Pages
from reader.navigation.tables import Tables
from reader.navigation.targets import Targets


@dataclass(frozen=True, kw_only=True)
class Guide:
    """The ways through one book; each finds what it is asked for when it is asked."""

    elements: Elements
    pages: Pages
    notes: Notes
    links: Links
    tables: Tables
    extent: Extent
    history: History = field(default_factory=History)

    @classmethod
    def of(cls, book: Book, timeline: Timeline | None = None) -> Guide:
        """The guide to `book`, whose sentences `timeline` knows."""
        targets = Targets(book)
        pages = Pages(book)
        notes = Notes(book, targets=targets, timeline=timeline)
        elements = Elements(book, pages=pages, notes=notes)
        return cls(
            elements=elements,
            pages=pages,
            notes=notes,
            links=Links(book, targets),
            tables=Tables(book, elements),
            extent=Extent(book),
        )

    def prepare(self, cancel: CancelToken) -> None:
        """Look through the whole book on a thread, so that no key has to wait for it."""
        self.elements.prepare(cancel)
        spell("一", "zh")  # reads the tables of words


NOWHERE = Guide.of(Book(title="", chapters=(), identifier=""))
"""The guide while no book is open."""
