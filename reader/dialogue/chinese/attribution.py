"""Says who speaks each quotation of a Chinese book."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import count

from reader.background import CancelToken
from reader.books.model import Book
from reader.dialogue.chinese.aliases import aliases_of, usual_name
from reader.dialogue.chinese.features import candidates, describe
from reader.dialogue.chinese.manner import evidence_of, style_of
from reader.dialogue.chinese.naming import Around, find_persons
from reader.dialogue.chinese.people import count_pronouns, describe_persons, weigh_pronouns
from reader.dialogue.chinese.roster import Person, Roster
from reader.dialogue.chinese.scene import Scene, Speech, read_scene
from reader.dialogue.chinese.turns import chances, score
from reader.dialogue.chinese.weights import WEIGHTS
from reader.dialogue.model import Character, Dialogue, Evidence, Quotation
from reader.language.traditional import simplified

_NAMING, _READING = 0.15, 0.45
_AROUND = 40
"""So many hanzi before and after a speech may name its speaker."""


def attribute(
    book: Book,
    quotations: Sequence[Quotation],
    *,
    known: Sequence[Character] | None = None,
    progress: Callable[[float], None] | None = None,
    cancel: CancelToken | None = None,
) -> Dialogue:
    """The quotations of the whole `book` with speaker, confidence, evidence and style.

    A speaker that the markup gives stays. `known` are all who speak in the book, if that is
    known; without it they are found. `progress` hears 0 to 1.

    Raises :class:`~reader.errors.Cancelled` soon after `cancel` is asked for.
    """
    job = _Attribution(book, quotations, progress or (lambda _: None), cancel or CancelToken())
    return job.run(known)


class _Attribution:
    def __init__(
        self,
        book: Book,
        quotations: Sequence[Quotation],
        progress: Callable[[float], None],
        cancel: CancelToken,
    ) -> None:
        self._quotations = quotations
        self._progress = progress
        self._cancel = cancel
        self._texts: list[str] = []
        for chapter in book.chapters:
            cancel.check()
            self._texts.append(simplified(chapter.text))
        self._originals = [chapter.text for chapter in book.chapters]
        self._by_chapter: list[list[Quotation]] = [[] for _ in book.chapters]
        for quotation in quotations:
            if quotation.spoken:
                self._by_chapter[quotation.chapter].append(quotation)
        self._decided: dict[tuple[int, int], Quotation] = {}
        self._speakers: dict[tuple[int, int], Person] = {}

    def run(self, known: Sequence[Character] | None) -> Dialogue:
        roster = self._roster(known)
        self._progress(_NAMING)
        scenes = self._scenes(roster)
        for number, scene in enumerate(scenes):
            self._cancel.check()
            self._decide(scene, roster)
            self._progress(_READING + (1 - _READING) * (number + 1) / len(scenes))
        return self._dialogue(roster)

    def _roster(self, known: Sequence[Character] | None) -> Roster:
        if known is not None:
            persons = [
                Person(
                    name=each.name,
                    forms={simplified(form) for form in (each.name, *each.aliases) if form},
                    gender=each.gender,
                    age=each.age,
                    identifier=each.identifier,
                )
                for each in known
            ]
            return Roster(persons, closed=True)
        around = []
        for text, found in zip(self._texts, self._by_chapter, strict=True):
            self._cancel.check()
            for quotation in found:
                start, end = quotation.start, quotation.end
                around.append(
                    Around(
                        before=text[max(0, start - _AROUND) : start],
                        after=text[end : end + _AROUND],
                        inside=text[start : min(end, start + _AROUND)],
                    )
                )
        persons = find_persons(around, self._texts)
        describe_persons(persons)
        return Roster(persons)

    def _scenes(self, roster: Roster) -> list[Scene]:
        latest: dict[Person, int] = {}
        pronouns: dict[Person, tuple[int, int]] = {}
        scenes = []
        base = 0
        for number, text in enumerate(self._texts):
            self._cancel.check()
            scene = read_scene(text, self._by_chapter[number], roster, latest, base)
            count_pronouns(text, scene.mentions, pronouns)
            for mention in scene.mentions:
                mention.person.seen[self._originals[number][mention.start : mention.end]] += 1
            scenes.append(scene)
            base += len(text)
            self._progress(_NAMING + (_READING - _NAMING) * (number + 1) / len(self._texts))
        if not roster.closed:
            weigh_pronouns(
                roster.persons, pronouns, modern=any("她" in each for each in self._texts)
            )
        return scenes

    def _decide(self, scene: Scene, roster: Roster) -> None:
        starts = [mention.start for mention in scene.mentions]
        rows: list[_Row] = []
        for index, speech in enumerate(scene.speeches):
            found = self._told(speech, roster) or candidates(scene, index, starts)
            if speech.written or not found:
                self._decided[speech.quotation.chapter, speech.quotation.start] = speech.quotation
                continue
            rows.append(_Row(speech, found, describe(scene, index, found, starts)))
        if not rows:
            return
        chance = chances(
            [row.speech for row in rows],
            [row.persons for row in rows],
            [[score(each, WEIGHTS) for each in row.features] for row in rows],
            WEIGHTS,
        )
        for row, found_chances in zip(rows, chance, strict=True):
            best = max(range(len(found_chances)), key=found_chances.__getitem__)
            self._keep(row, best, found_chances[best])

    def _told(self, speech: Speech, roster: Roster) -> list[Person]:
        """Who speaks by the book's own markup, alone in a list; else an empty one."""
        quotation = speech.quotation
        if quotation.evidence is not Evidence.MARKUP or not quotation.speaker:
            return []
        for person in roster.persons:
            if person.identifier == quotation.speaker:
                return [person]
        return [roster.stranger(simplified(quotation.speaker))]

    def _keep(self, row: _Row, best: int, chance: float) -> None:
        speech, person = row.speech, row.persons[best]
        quotation = speech.quotation
        person.spoken += 1
        told = quotation.evidence is Evidence.MARKUP and bool(quotation.speaker)
        self._speakers[quotation.chapter, quotation.start] = person
        self._decided[quotation.chapter, quotation.start] = replace(
            quotation,
            confidence=quotation.confidence if told else min(chance, 0.99),
            evidence=(Evidence.MARKUP if told else evidence_of(speech, person, row.features[best])),
            style=quotation.style or style_of(self._texts[quotation.chapter], speech),
        )

    def _dialogue(self, roster: Roster) -> Dialogue:
        """Name everybody, and put all together in reading order."""
        speaking = [each for each in roster.persons if each.spoken or each.identifier]
        speaking.sort(key=lambda each: -each.spoken)
        characters = []
        taken = {each.identifier for each in speaking}
        for person in speaking:
            name = person.name if roster.closed else usual_name(person)
            if not person.identifier:
                person.identifier = _free(name, taken)
                taken.add(person.identifier)
            characters.append(
                Character(
                    identifier=person.identifier,
                    name=name,
                    aliases=aliases_of(person) or (name,),
                    gender=person.gender,
                    age=person.age,
                    quotations=person.spoken,
                )
            )
        found = [self._found(each) for each in self._quotations]
        return Dialogue(characters=tuple(characters), quotations=tuple(found))

    def _found(self, quotation: Quotation) -> Quotation:
        """What has become of a quotation."""
        place = (quotation.chapter, quotation.start)
        decided = self._decided.get(place, quotation)
        person = self._speakers.get(place)
        return replace(decided, speaker=person.identifier) if person else decided


@dataclass(frozen=True)
class _Row:
    """A speech, who may speak it, and the features of each."""

    speech: Speech
    persons: list[Person]
    features: list[dict[str, float]]


def _free(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    return next(each for each in (f"{name} {number}" for number in count(2)) if each not in taken)
