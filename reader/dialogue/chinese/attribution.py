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
from reader.dialogue.chinese.reading import Reading
from reader.dialogue.chinese.roster import NARRATOR, Person
from reader.dialogue.chinese.scene import Scene, Speech
from reader.dialogue.chinese.turns import chances, score
from reader.dialogue.chinese.unnamed import WEIGHTS as UNNAMED
from reader.dialogue.chinese.unnamed import Unnamed
from reader.dialogue.chinese.weights import WEIGHTS
from reader.dialogue.model import Character, Dialogue, Evidence, Quotation
from reader.language.traditional import simplified

_NAMING, _READING = 0.15, 0.45
_SUREST = 0.99
_SOMEBODY_ELSE = 0.8
"""Whoever is not named beside the speech may be somebody whom nothing names: measured on WP."""
_UNKNOWN = 0.9
"""The same where somebody without a name is weighed with those who have one."""
_MODERN = {**WEIGHTS, **UNNAMED, "same interrupted": 4.0, "tail beside": 2.5}
"""In modern texts whoever acts in the paragraph of a speech speaks it."""
_DOUBT = 1.5
"""Lowers the chances that the model gives to those that are measured on texts new to it."""


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
    token = cancel or CancelToken()
    reading = Reading(book, quotations, token, known=known)
    return _Attribution(reading, quotations, progress or (lambda _: None), token).run()


class _Attribution:
    def __init__(
        self,
        reading: Reading,
        quotations: Sequence[Quotation],
        progress: Callable[[float], None],
        cancel: CancelToken,
    ) -> None:
        self._reading = reading
        self._roster = reading.roster
        self._quotations = quotations
        self._progress = progress
        self._cancel = cancel
        self._decided: dict[tuple[int, int], Quotation] = {}
        self._speakers: dict[tuple[int, int], Person] = {}

    def run(self) -> Dialogue:
        self._progress(_NAMING)
        scenes = self._reading.scenes(
            lambda share: self._progress(_NAMING + share * (_READING - _NAMING))
        )
        for number, scene in enumerate(scenes):
            self._cancel.check()
            self._decide(scene)
            self._progress(_READING + (1 - _READING) * (number + 1) / len(scenes))
        return self._dialogue()

    def _decide(self, scene: Scene) -> None:
        starts = [mention.start for mention in scene.mentions]
        rows: list[_Row] = []
        unnamed = Unnamed(scene) if scene.modern else None
        weights = _MODERN if scene.modern else WEIGHTS
        for index, speech in enumerate(scene.speeches):
            found = self._told(speech) or candidates(scene, index, starts)
            if speech.written or not found:
                self._decided[speech.quotation.chapter, speech.quotation.start] = speech.quotation
                continue
            if rows and scene.modern and (speech.interrupted or speech.quotation.continues):
                found = list(dict.fromkeys((*found, *filter(_named, rows[-1].persons))))
            row = _Row(speech, found, describe(scene, index, found, starts))
            if unnamed and speech.quotation.evidence is not Evidence.MARKUP:
                person, why = unnamed.of(index, found)
                row = _Row(speech, [*found, person], [*row.features, {why: 1.0}])
            rows.append(row)
        if not rows:
            return
        chance = chances(
            [row.speech for row in rows],
            [row.persons for row in rows],
            [[score(each, weights) for each in row.features] for row in rows],
            weights,
        )
        for row, found_chances in zip(rows, chance, strict=True):
            best = max(range(len(found_chances)), key=found_chances.__getitem__)
            self._keep(row, best, found_chances[best])

    def _told(self, speech: Speech) -> list[Person]:
        """Who speaks by the book's own markup, alone in a list; else an empty one."""
        quotation = speech.quotation
        if quotation.evidence is not Evidence.MARKUP or not quotation.speaker:
            return []
        for person in self._roster.persons:
            if person.identifier == quotation.speaker:
                return [person]
        person = self._roster.stranger(simplified(quotation.speaker))
        if person.role and not person.spoken:
            person.name, person.role = quotation.speaker, False
        return [person]

    def _keep(self, row: _Row, best: int, chance: float) -> None:
        speech, person = row.speech, row.persons[best]
        quotation = speech.quotation
        place = (quotation.chapter, quotation.start)
        style = quotation.style or style_of(self._reading.texts[quotation.chapter], speech)
        if quotation.evidence is Evidence.MARKUP and quotation.speaker:
            person.spoken += 1
            self._speakers[place] = person
            self._decided[place] = replace(quotation, style=style)
            return
        if not person.name:
            self._decided[place] = replace(quotation, style=style)
            return
        person.spoken += 1
        self._speakers[place] = person
        evidence = evidence_of(speech, person, row.features[best])
        confidence = min(chance**_DOUBT, _SUREST)
        if evidence is not Evidence.EXPLICIT and not self._roster.closed:
            confidence *= _UNKNOWN if self._roster.modern else _SOMEBODY_ELSE
        self._decided[place] = replace(
            quotation, confidence=round(confidence, 3), evidence=evidence, style=style
        )

    def _dialogue(self) -> Dialogue:
        """Name everybody, and put all together in reading order."""
        speaking = [each for each in self._roster.persons if each.spoken or each.identifier]
        speaking.sort(key=lambda each: -each.spoken)
        characters = []
        taken = {each.identifier for each in speaking}
        for person in speaking:
            name = person.name if self._roster.closed else usual_name(person)
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
                    tells=NARRATOR in person.forms,
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


def _named(person: Person) -> bool:
    return bool(person.name)


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
