"""The cast of one open book: who speaks, in which voice, and the reader's hand in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from reader.books.model import Book
from reader.cast.directing import brought_home, correction_of, corrections_elsewhere
from reader.cast.directions import Correction, Directions, Role
from reader.cast.director import CastDirector
from reader.cast.ensemble import Ensemble, names_of
from reader.cast.scenes import Together
from reader.cast.voicing import Company, neighbour
from reader.dialogue.model import Character, Dialogue, Quotation
from reader.settings import Settings

_UNDOABLE = 100
"""Changes that can be taken back."""

_SAMPLE = range(30, 220)
"""Characters of a line by which a voice is best judged."""


@dataclass(frozen=True, kw_only=True)
class Member:
    """A character with the `role` it plays; `chosen` if the reader gave it that.

    `joined` are those who were merged into it; `added` says that the reader added it.
    """

    character: Character
    role: Role
    chosen: bool
    joined: tuple[Character, ...] = ()
    added: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class Standing:
    """What a cast goes by: the reader's directions, and the roles of the series by name."""

    directions: Directions
    known: Mapping[str, Role] = field(default_factory=dict)


class Cast:
    """Everybody who speaks in `book`; changes are told to `on_change` and can be undone.

    `dialogue` is what was found, `directions` what the reader has directed before, `company`
    the voices there are (None while they are not known) and `known` the roles that characters
    of this name play in the series, by name. One thread directs; any may ask, and a
    :meth:`director` goes by what was directed when it was made.
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
        directions = brought_home(directions, dialogue.characters)
        self._standing = Standing(directions=directions, known=known)
        self._now = Ensemble(
            book=book, found=dialogue, directions=directions, company=company, known=known
        )
        self._on_change = on_change
        self._past: list[tuple[Standing, Mapping[str, Role]]] = []

    # What there is

    @property
    def directions(self) -> Directions:
        """What the reader has directed until now."""
        return self._now.directions

    @property
    def standing(self) -> Standing:
        """As things are now; another object after every change."""
        return self._standing

    @property
    def dialogue(self) -> Dialogue:
        """What is said in the book, the reader's corrections included."""
        return self._now.dialogue

    @property
    def members(self) -> tuple[Member, ...]:
        """Everybody, who says most first."""
        now, directions = self._now, self._now.directions
        added = {each.identifier for each in directions.added}
        joined: dict[str, list[Character]] = {}
        for each in (*now.found.characters, *directions.added):
            if (into := directions.resolved(each.identifier)) != each.identifier:
                joined.setdefault(into, []).append(each)
        return tuple(
            Member(
                character=each,
                role=now.roles.get(each.identifier, Role()),
                chosen=each.identifier in directions.roles,
                joined=tuple(joined.get(each.identifier, ())),
                added=each.identifier in added,
            )
            for each in now.dialogue.characters
        )

    def member(self, identifier: str) -> Member | None:
        """The one of that identifier; None if there is none."""
        found = (each for each in self.members if each.character.identifier == identifier)
        return next(found, None)

    @property
    def roles(self) -> Mapping[str, Role]:
        """What everybody plays, by identifier; empty while no voices are known."""
        return self._now.roles

    @property
    def company(self) -> Company | None:
        """The voices that can be cast; None while they are not known."""
        return self._now.company

    def has_voice(self, role: Role) -> bool:
        """Whether `role` can be played by the voices there are."""
        return self._now.has_voice(role)

    @property
    def together(self) -> Together:
        """Who is heard together, and how often."""
        return self._now.together

    def quotation_at(self, chapter: int, offset: int) -> Quotation | None:
        """The quotation that holds this place of the book; None in the narration."""
        found = self.dialogue.between(chapter, offset, offset + 1)
        return found[0] if found else None

    def sample(self, identifier: str) -> Quotation | None:
        """A line by which the voice of a character can be judged; None if it says nothing."""
        own = [each for each in self.dialogue.quotations if each.speaker == identifier]
        sure = sorted(own, key=lambda each: -each.confidence)
        long = (each for each in sure if each.end - each.start in _SAMPLE)
        return next(long, max(own, key=lambda each: each.end - each.start, default=None))

    def director(self, settings: Settings) -> CastDirector:
        """What tells the narrator who speaks, as things are now."""
        now, uncertain = self._now, None
        if settings.uncertain == "neighbour" and now.company is not None:
            uncertain = neighbour(now.company)
        return CastDirector(
            dialogue=now.dialogue,
            roles=now.roles,
            confidence=settings.confidence,
            uncertain=uncertain,
            feelings=settings.feelings,
        )

    # What the reader directs

    def set_company(self, company: Company) -> None:
        """These are the voices from now on; whoever has one of them keeps it, unless that is
        just the new narrator's.
        """
        self._now = self._now.with_company(company)

    def recast(self) -> None:
        """Find everybody a voice anew but those to whom the reader gave one."""
        self._take(Standing(directions=self.directions), {})

    def set_role(self, identifier: str, role: Role | None) -> None:
        """Have a character play `role`; None: the one that is found by itself."""
        known = self._standing.known
        character = self.dialogue.character(identifier)
        if role is None and character is not None:  # who spoke like the narrator in the series
            names = set(names_of(character))
            known = {
                name: each
                for name, each in known.items()
                if each.voice is not None or name not in names
            }
        self._change(self.directions.with_entry("roles", identifier, role), known)

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

    def part(self, identifier: str) -> None:
        """Say that a character who was merged into another is somebody of its own again."""
        if identifier in self.directions.merged:
            self._change(self.directions.with_entry("merged", identifier, None))

    def correct(self, quotation: Quotation, speaker: str | None) -> None:
        """Say who says this line, and the parts it goes on in; None: the narrator."""
        speech = self._speech(quotation)
        lines = [correction_of(self._now.book, each, speaker) for each in speech]
        self._correct(speech, lines)

    def uncorrect(self, quotation: Quotation) -> None:
        """Have this line, and the parts it goes on in, said by whoever was found."""
        self._correct(self._speech(quotation), [])

    def add(self, name: str, *, gender: str = "unknown", age: str = "adult") -> str:
        """Add a character who was not found; returns its identifier."""
        taken = {each.identifier for each in (*self._now.found.characters, *self.directions.added)}
        taken.update(self._now.had)  # whose voice is not the newcomer's
        number = 1
        while (identifier := f"reader-{number}") in taken:
            number += 1
        added = Character(identifier=identifier, name=name, aliases=(name,), gender=gender, age=age)
        self._change(replace(self.directions, added=(*self.directions.added, added)))
        return identifier

    def remove(self, identifier: str) -> None:
        """Take out a character that was added; its lines are said by whoever was found."""
        self._change(self.directions.without(identifier))

    @property
    def can_undo(self) -> bool:
        """Whether something was changed here that can be taken back."""
        return bool(self._past)

    def undo(self) -> bool:
        """Take back the last change; whether there was one."""
        if not self._past:
            return False
        standing, had = self._past.pop()
        self._go_by(standing, had)
        return True

    # Inside

    def _speech(self, quotation: Quotation) -> list[Quotation]:
        """All parts of the speech that `quotation` is one of; none if that is there no more."""
        place = quotation.chapter, quotation.start, quotation.end
        lines = self.dialogue.quotations
        places = (
            n for n, each in enumerate(lines) if (each.chapter, each.start, each.end) == place
        )
        first = next(places, None)
        if first is None:
            return []
        last = first + 1
        while first > 0 and lines[first].continues:
            first -= 1
        while last < len(lines) and lines[last].continues:
            last += 1
        return list(lines[first:last])

    def _correct(self, speech: Sequence[Quotation], lines: Sequence[Correction]) -> None:
        """Have `lines` in place of all that was said of `speech`."""
        now = self._now
        others = corrections_elsewhere(now.book, now.found, now.directions.corrections, speech)
        self._change(replace(now.directions, corrections=(*others, *lines)))

    def _change(self, directions: Directions, known: Mapping[str, Role] | None = None) -> None:
        """Go by `directions`; whom they do not concern keeps its voice."""
        if directions != self.directions:
            had = {
                identifier: role
                for identifier, role in {**self._now.had, **self.roles}.items()
                if directions.of(identifier) == self.directions.of(identifier)
            }
            known = self._standing.known if known is None else known
            self._take(Standing(directions=directions, known=known), had)

    def _take(self, standing: Standing, had: Mapping[str, Role]) -> None:
        before = self._standing, {**self._now.had, **self.roles}
        self._past = [*self._past[1 - _UNDOABLE :], before]
        self._go_by(standing, had)

    def _go_by(self, standing: Standing, had: Mapping[str, Role]) -> None:
        self._standing = standing
        self._now = replace(
            self._now, directions=standing.directions, known=standing.known, had=had
        )
        self._on_change()
