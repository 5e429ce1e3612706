"""A Chinese book read once: who there is, and what is around every speech."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.background import CancelToken
from reader.books.model import Book
from reader.dialogue.chinese.joining import joins
from reader.dialogue.chinese.names import is_modern
from reader.dialogue.chinese.naming import Around, find_persons
from reader.dialogue.chinese.narrator import narration_of, tells
from reader.dialogue.chinese.people import count_pronouns, describe_persons, weigh_pronouns
from reader.dialogue.chinese.roster import Person, Roster
from reader.dialogue.chinese.scene import Scene, read_scene
from reader.dialogue.model import Character, Quotation
from reader.language.traditional import simplified

_AROUND = 40
"""So many hanzi before and after a speech may name its speaker."""


class Reading:
    """The persons of a book and its scenes, one a chapter."""

    def __init__(
        self,
        book: Book,
        quotations: Sequence[Quotation],
        cancel: CancelToken,
        *,
        known: Sequence[Character] | None = None,
    ) -> None:
        """`known` are all who speak, if that is known; else they are found here.

        Raises :class:`~reader.errors.Cancelled`.
        """
        self._cancel = cancel
        self._originals = [chapter.text for chapter in book.chapters]
        self.texts: list[str] = []
        for original in self._originals:
            cancel.check()
            self.texts.append(simplified(original))
        self.modern = is_modern(self.texts)
        self._quotations: list[list[Quotation]] = [[] for _ in book.chapters]
        for quotation in quotations:
            if quotation.spoken:
                self._quotations[quotation.chapter].append(quotation)
        if known is None:
            self.roster = Roster(self._found(), modern=self.modern)
        else:
            self.roster = Roster(map(_person, known), closed=True)

    def scenes(self, progress: Callable[[float], None] | None = None) -> list[Scene]:
        """What is around the speeches of each chapter; `progress` hears 0 to 1.

        Where nobody is known, this tells which persons are one, too; then it is read again.
        """
        report = progress or (lambda _: None)
        if self.roster.closed:
            return self._read(report)
        first = self._read(lambda share: report(share / 2))
        for join in joins(first):
            self.roster.merge(join.person, join.other)
        return self._read(lambda share: report((1 + share) / 2))

    def _read(self, progress: Callable[[float], None]) -> list[Scene]:
        latest: dict[Person, int] = {}
        pronouns: dict[Person, tuple[int, int]] = {}
        scenes: list[Scene] = []
        base = 0
        for text, spoken in zip(self.texts, self._quotations, strict=True):
            self._cancel.check()
            scene = read_scene(text, spoken, self.roster, latest, base)
            count_pronouns(text, scene.mentions, pronouns)
            scenes.append(scene)
            base += len(text)
            progress(len(scenes) / len(self.texts))
        self._see(scenes)
        if not self.roster.closed:
            weigh_pronouns(self.roster.persons, pronouns, modern=self.modern)
        return scenes

    def _see(self, scenes: Sequence[Scene]) -> None:
        """Count for every person the names by which the text calls them."""
        for person in self.roster.persons:
            person.seen.clear()
        for scene, original in zip(scenes, self._originals, strict=True):
            for mention in scene.mentions:
                mention.person.seen[original[mention.start : mention.end]] += 1

    def _found(self) -> list[Person]:
        around = []
        for text, spoken in zip(self.texts, self._quotations, strict=True):
            self._cancel.check()
            for quotation in spoken:
                start, end = quotation.start, quotation.end
                around.append(
                    Around(
                        before=text[max(0, start - _AROUND) : start],
                        after=text[end : end + _AROUND],
                    )
                )
        told = [
            narration_of(text, spoken)
            for text, spoken in zip(self.texts, self._quotations, strict=True)
        ]
        persons = find_persons(around, self.texts, tells=tells(told))
        describe_persons(persons)
        return persons


def _person(character: Character) -> Person:
    forms = (character.name, *character.aliases)
    return Person(
        name=character.name,
        forms={simplified(form) for form in forms if form},
        gender=character.gender,
        age=character.age,
        identifier=character.identifier,
    )
