"""What was chosen for one book alone: how fast it is read, in which voice, how it looks.

A profile holds whole groups of settings. The book keeps its own values of those; all the others
are the usual ones, and go on changing with them. (What is skipped is a book's own choice too,
see :mod:`reader.narration.skipping`.)
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reader.settings import Settings, accepted

if TYPE_CHECKING:
    from reader.library.store import Library

GROUPS: Mapping[str, tuple[str, ...]] = {
    "rate": ("rate",),
    "voices": ("voices",),
    "page": (
        "font", "text_size", "line_height", "letter_spacing", "column_width", "ruler", "pinyin",
    ),
    "colours": ("theme", "zoom"),
}  # fmt: skip
"""The groups of settings that a book may have values of its own of."""

_CHOICE = "profile"
"""Under which the library keeps a book's profile."""


@dataclass(frozen=True, kw_only=True)
class Profile:
    """The settings that are a book's own, by name; none for most books."""

    own: Mapping[str, Any] = field(default_factory=dict)

    @property
    def groups(self) -> frozenset[str]:
        """The names of the groups that are the book's own."""
        return frozenset(group for group, names in GROUPS.items() if names[0] in self.own)

    def over(self, usual: Settings) -> Settings:
        """The settings that hold for the book where the `usual` ones are these."""
        return usual.changed(**self.own)

    def changed(self, choices: Mapping[str, object]) -> Profile:
        """With those of the new `choices` that are the book's own; the others are left alone."""
        taken = {name: value for name, value in choices.items() if name in self.own}
        return Profile(own={**self.own, **taken})

    def with_groups(self, groups: Iterable[str], present: Settings) -> Profile:
        """With exactly these groups; one that is new begins with its `present` values."""
        names = [name for group in groups for name in GROUPS[group]]
        return Profile(own={name: self.own.get(name, getattr(present, name)) for name in names})


def profile_of(library: Library, book: str) -> Profile:
    """The profile of the book of that identifier; of a damaged one, what can be used.

    Raises :class:`~reader.errors.LibraryError`.
    """
    kept = library.book_choice(book, _CHOICE)
    try:
        found = json.loads(kept) if kept is not None else {}
    except (ValueError, RecursionError):
        return Profile()
    known = accepted(found) if isinstance(found, dict) else {}
    whole = [group for group, names in GROUPS.items() if all(name in known for name in names)]
    return Profile().with_groups(whole, Settings(**known))


def keep_profile(library: Library, book: str, profile: Profile) -> None:
    """Have the library remember `profile`; raises :class:`~reader.errors.LibraryError`."""
    own = {
        name: dict(value) if isinstance(value, Mapping) else value
        for name, value in profile.own.items()
    }
    library.choose_for_book(book, _CHOICE, json.dumps(own) if own else None)
