"""The cast of one open book: who speaks, in which voice, and the reader's hand in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

from reader.books.model import Book
from reader.cast.directing import brought_home, correction_of, directed
from reader.cast.directions import Directions, Role
from reader.cast.director import CastDirector
from reader.cast.scenes import Together, heard_together
from reader.cast.voicing import Company, cast_voices, neighbour
from reader.dialogue.model import Character, Dialogue, Quotation
from reader.settings import Settings

_UNDOABLE = 100
"""Changes that can be taken back."""

_SAMPLE = range(30, 220)
"""Characters of a line by which a voice is best judged."""


@dataclass(frozen=True, kw_only=True)
class Member:
    """A character with the `role` it plays; `chosen` if the reader gave it that."""

    character: Character
    role: Role
    chosen: bool


@dataclass(frozen=True, kw_only=True, eq=False)
class Standing:
    """What a cast goes by: the reader's directions, and the roles of the series by name."""

    directions: Directions
    known: Mapping[str, Role] = field(default_factory=dict)


class Cast:
    """Everybody who speaks in `book`; changes are told to `on_change` and can be undone.

    `dialogue` is what was found, `directions` what the reader has directed before, `company`
    the voices there are (None while they are not known) and `known` the roles that characters
    of this name play in the series, by name. Used from one thread; a :meth:`director` may be
    used from any.
    """

    def __init__(
        self,
        book: Book,
        dialogue: Dialogue,
        directions: Directions,
        *,
        company: Company | None = None,
        known: Mapping[str, Role] = MappingProxyType({}),
        on_change: Callable[[], object] = lambda: None,
    ) -> None:
        self._book = book
        self._found = dialogue
        directions = brought_home(directions, dialogue.characters)
        self._now = Standing(directions=directions, known=known)
        self._company = company
        self._on_change = on_change
        self._past: list[tuple[Standing, Mapping[str, Role]]] = []
        self._had: Mapping[str, Role] = {}  # a voice must not change because of other people

    # What there is

    @property
    def directions(self) -> Directions:
        """What the reader has directed until now."""
        return self._now.directions

    @property
    def standing(self) -> Standing:
        """As things are now; another object after every change."""
        return self._now

    @property
    def dialogue(self) -> Dialogue:
        """What is said in the book, the reader's corrections included."""
        return self._dialogue

    @property
    def members(self) -> tuple[Member, ...]:
        """Everybody, who says most first."""
        roles, chosen = self.roles, self.directions.roles
        return tuple(
            Member(
                character=each,
                role=roles.get(each.identifier, Role()),
                chosen=each.identifier in chosen,
            )
            for each in self._dialogue.characters
        )

    def member(self, identifier: str) -> Member | None:
        """The one of that identifier; None if there is none."""
        found = (each for each in self.members if each.character.identifier == identifier)
        return next(found, None)

    @property
    def roles(self) -> Mapping[str, Role]:
        """What everybody plays, by identifier; empty while no voices are known."""
        return self._roles

    @property
    def company(self) -> Company | None:
        """The voices that can be cast; None while they are not known."""
        return self._company

    @property
    def together(self) -> Together:
        """Who is heard together, and how often."""
        return self._together

    def quotation_at(self, chapter: int, offset: int) -> Quotation | None:
        """The quotation that holds this place of the book; None in the narration."""
        found = self._dialogue.between(chapter, offset, offset + 1)
        return found[0] if found else None

    def sample(self, identifier: str) -> Quotation | None:
        """A line by which the voice of a character can be judged; None if it says nothing."""
        own = [each for each in self._dialogue.quotations if each.speaker == identifier]
        sure = sorted(own, key=lambda each: -each.confidence)
        long = (each for each in sure if each.end - each.start in _SAMPLE)
        return next(long, max(own, key=lambda each: each.end - each.start, default=None))

    def director(self, settings: Settings) -> CastDirector:
        """What tells the narrator who speaks, as things are now."""
        uncertain = None
        if settings.uncertain == "neighbour" and self._company is not None:
            uncertain = neighbour(self._company)
        return CastDirector(
            dialogue=self._dialogue,
            roles=self.roles,
            confidence=settings.confidence,
            uncertain=uncertain,
            feelings=settings.feelings,
        )

    # What the reader directs

    def set_company(self, company: Company) -> None:
        """These are the voices from now on; whoever has one of them keeps it."""
        self._had = {**self._had, **self._roles}
        self._company = company
        self._forget()

    def recast(self) -> None:
        """Find everybody a voice anew but those to whom the reader gave one."""
        self._take(Standing(directions=self.directions), {})

    def set_role(self, identifier: str, role: Role | None) -> None:
        """Have a character play `role`; None: the one that is found by itself."""
        self._change(self.directions.with_entry("roles", identifier, role))

    def rename(self, identifier: str, name: str) -> None:
        """Call a character by another name; an empty one is the name that was found."""
        self._change(self.directions.with_entry("names", identifier, name.strip() or None))

    def set_gender(self, identifier: str, gender: str) -> None:
        """Say what the words do not: ``female``, ``male`` or ``unknown``."""
        self._change(self.directions.with_entry("genders", identifier, gender))

    def set_age(self, identifier: str, age: str) -> None:
        """Say how old a character sounds: ``child``, ``young``, ``adult`` or ``senior``."""
        self._change(self.directions.with_entry("ages", identifier, age))

    def merge(self, identifier: str, into: str) -> None:
        """Say that a character is another one by a second name."""
        if self.directions.resolved(into) != identifier:
            self._change(self.directions.with_entry("merged", identifier, into))

    def correct(self, quotation: Quotation, speaker: str | None) -> None:
        """Say who says this line, and the parts it goes on in; None: the narrator."""
        lines = [correction_of(self._book, each, speaker) for each in self._speech(quotation)]
        places = {(each.chapter, each.place) for each in lines}
        kept = [
            each for each in self.directions.corrections if (each.chapter, each.place) not in places
        ]
        self._change(replace(self.directions, corrections=(*kept, *lines)))

    def add(self, name: str, *, gender: str = "unknown", age: str = "adult") -> str:
        """Add a character who was not found; returns its identifier."""
        taken = {each.identifier for each in (*self._found.characters, *self.directions.added)}
        number = 1
        while (identifier := f"reader-{number}") in taken:
            number += 1
        added = Character(identifier=identifier, name=name, aliases=(name,), gender=gender, age=age)
        self._change(replace(self.directions, added=(*self.directions.added, added)))
        return identifier

    @property
    def can_undo(self) -> bool:
        """Whether something was changed here that can be taken back."""
        return bool(self._past)

    def undo(self) -> bool:
        """Take back the last change; whether there was one."""
        if not self._past:
            return False
        self._now, self._had = self._past.pop()
        self._forget()
        self._on_change()
        return True

    # Inside

    @cached_property
    def _dialogue(self) -> Dialogue:
        return directed(self._book, self._found, self.directions)

    @cached_property
    def _together(self) -> Together:
        return heard_together(self._dialogue)

    @cached_property
    def _roles(self) -> Mapping[str, Role]:
        if self._company is None:
            return {}
        known = {
            each.identifier: role
            for each in self._dialogue.characters
            if (role := self._role_known(each, self._company)) is not None
        }
        return cast_voices(self._dialogue.characters, self._together, self._company, known)

    def _role_known(self, character: Character, company: Company) -> Role | None:
        """The role the reader gave, else the one it had, in this book or in the series, as long
        as its voice is there.
        """
        chosen = self.directions.roles.get(character.identifier)
        if chosen is not None and chosen.voice in (None, *(each.name for each in company.voices)):
            return chosen
        genders = {voice.name: voice.gender for voice in company.castable}
        names = (character.name, *character.aliases)
        known = next((self._now.known[name] for name in names if name in self._now.known), None)
        for role in (self._had.get(character.identifier), known):
            if role is None or role.voice not in genders:
                continue
            if len({character.gender, genders[role.voice]} - {"unknown"}) < 2:
                return role
        return None

    def _speech(self, quotation: Quotation) -> list[Quotation]:
        """All parts of the speech that `quotation` is one of."""
        all_of_them = self._dialogue.quotations
        index = all_of_them.index(quotation)
        first = index
        while first > 0 and all_of_them[first].continues:
            first -= 1
        last = index + 1
        while last < len(all_of_them) and all_of_them[last].continues:
            last += 1
        return list(all_of_them[first:last])

    def _change(self, directions: Directions) -> None:
        """Go by `directions`; whom they do not concern keeps its voice."""
        if directions != self.directions:
            had = {
                identifier: role
                for identifier, role in {**self._had, **self._roles}.items()
                if directions.of(identifier) == self.directions.of(identifier)
            }
            self._take(replace(self._now, directions=directions), had)

    def _take(self, standing: Standing, had: Mapping[str, Role]) -> None:
        before = self._now, {**self._had, **self._roles}
        self._past = [*self._past[1 - _UNDOABLE :], before]
        self._now, self._had = standing, had
        self._forget()
        self._on_change()

    def _forget(self) -> None:
        for name in ("_dialogue", "_together", "_roles"):
            self.__dict__.pop(name, None)
