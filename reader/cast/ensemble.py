"""Everybody who speaks and in which voice, as things stand at one moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from reader.books.model import Book
from reader.cast.directing import directed
from reader.cast.directions import Directions, Role
from reader.cast.scenes import Together, heard_together
from reader.cast.voicing import Company, cast_voices
from reader.dialogue.model import Character, Dialogue


@dataclass(frozen=True, kw_only=True, eq=False)
class Ensemble:
    """What follows from the dialogue that was `found` in `book` and from the `directions`.

    `company` are the voices there are, None while they are not known. `had` is what somebody
    sounded like until now, by identifier, and `known` what one of that name plays in the series;
    they stand as long as nothing speaks against them. Never changes, so that any thread may ask.
    """

    book: Book
    found: Dialogue
    directions: Directions
    company: Company | None = None
    known: Mapping[str, Role] = field(default_factory=dict)
    had: Mapping[str, Role] = field(default_factory=dict)

    @cached_property
    def dialogue(self) -> Dialogue:
        """What is said in the book, the reader's corrections included."""
        return directed(self.book, self.found, self.directions)

    @cached_property
    def together(self) -> Together:
        """Who is heard together, and how often."""
        return heard_together(self.dialogue)

    @cached_property
    def roles(self) -> Mapping[str, Role]:
        """What everybody plays, by identifier; empty while no voices are known."""
        if self.company is None:
            return {}
        known = {
            each.identifier: role
            for each in self.dialogue.characters
            if (role := self._standing_role(each, self.company)) is not None
        }
        return cast_voices(self.dialogue.characters, self.together, self.company, known)

    def has_voice(self, role: Role) -> bool:
        """Whether the voice of `role` is there; the narrator's always is."""
        return role.voice is None or role.voice in self._voices

    def with_company(self, company: Company) -> Ensemble:
        """The same with other voices: everybody keeps what is still there, but for those whose
        role in the series had waited for a voice that is there now.
        """
        after = replace(self, company=company)
        waiting = {
            each.identifier
            for each in self.dialogue.characters
            if (known := role_of(each, self.known)) is not None
            and after.has_voice(known)
            and not self.has_voice(known)
        }
        had = {**self.had, **self.roles}
        return replace(after, had={key: had[key] for key in had if key not in waiting})

    @cached_property
    def _voices(self) -> frozenset[str]:
        return frozenset(each.name for each in self.company.voices) if self.company else frozenset()

    def _standing_role(self, character: Character, company: Company) -> Role | None:
        """The role the reader gave, else the one it had, in this book or in the series, as long
        as its voice is there, is fit for it and is not just the narrator's.
        """
        chosen = self.directions.roles.get(character.identifier)
        if chosen is not None and self.has_voice(chosen):
            return chosen
        genders = {voice.name: voice.gender for voice in company.castable}
        for role in (self.had.get(character.identifier), role_of(character, self.known)):
            if role is None or replace(role, gain=0.0) == Role(voice=company.narrator.name):
                continue
            if role.voice is None:
                return role
            if role.voice not in genders:
                continue
            if len({character.gender, genders[role.voice]} - {"unknown"}) < 2:
                return role
        return None


def role_of(character: Character, roles: Mapping[str, Role]) -> Role | None:
    """What `roles`, by name, has for a character by any of its names; None if nothing."""
    return next((roles[name] for name in names_of(character) if name in roles), None)


def names_of(character: Character) -> Iterable[str]:
    """What a character is called, the usual name first."""
    return (character.name, *character.aliases)
