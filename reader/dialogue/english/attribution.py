"""Gives every speech of an English book a speaker."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from reader.background import CancelToken
from reader.books.model import Book
from reader.dialogue.english.cast import find_cast, with_genders
from reader.dialogue.english.clues import NOBODY, Clues, People, gather
from reader.dialogue.english.doubt import doubted
from reader.dialogue.english.names import Names, parts
from reader.dialogue.english.narrator import find_narrator, own_name, tells_of_itself
from reader.dialogue.english.ranker import Ranker, shipped
from reader.dialogue.english.scene import Scene
from reader.dialogue.english.strangers import told_apart
from reader.dialogue.english.style import style_of
from reader.dialogue.english.words import Words
from reader.dialogue.model import Character, Dialogue, Evidence, Quotation

NARRATOR = "the narrator"
"""The identifier of who tells the story as “I” and is never named."""
_GENDERS = {"female": "f", "male": "m"}


def attribute(
    book: Book,
    quotations: Sequence[Quotation],
    *,
    known: Sequence[Character] | None = None,
    progress: Callable[[float], None] | None = None,
    cancel: CancelToken | None = None,
) -> Dialogue:
    """Who says each of `quotations`, and how; and who they all are.

    `quotations` are those of the whole book; a speaker whom its markup names is kept. `known`
    are the characters, if they are; otherwise they are found. Raises
    :class:`~reader.errors.Cancelled`.
    """
    return _Attribution(book, quotations, progress, cancel).made(known)


class _Attribution:
    def __init__(
        self,
        book: Book,
        quotations: Sequence[Quotation],
        progress: Callable[[float], None] | None,
        cancel: CancelToken | None,
    ) -> None:
        self._book = book
        self._quotations = sorted(quotations, key=lambda each: (each.chapter, each.start))
        self._progress = progress or (lambda _: None)
        self._cancel = cancel or CancelToken()
        self._ranker = shipped()

    def made(self, known: Sequence[Character] | None) -> Dialogue:
        spoken: dict[int, list[Quotation]] = defaultdict(list)
        for each in self._quotations:
            if each.spoken:
                spoken[each.chapter].append(each)
        texts: list[Words] = []
        for number, chapter in enumerate(self._book.chapters):
            self._cancel.check()
            texts.append(Words(chapter, spoken[number]))
        self._progress(0.2)
        check = self._cancel.check
        listed = find_cast(texts, check) if known is None else known
        characters, marked = with_marked(listed, self._quotations)
        self._progress(0.4)
        names = Names(characters)
        scenes: list[Scene] = []
        for number, words in enumerate(texts):
            self._cancel.check()
            scenes.append(Scene(words, spoken[number], names))
        self._progress(0.6)
        characters, people = people_of(scenes, characters, find=known is None)
        named = {each.identifier: each.aliases for each in characters}
        found: list[Quotation] = [each for each in self._quotations if not each.spoken]
        for number, scene in enumerate(scenes):
            self._cancel.check()
            said = _attributed(scene, spoken[number], people, characters, self._ranker)
            text = self._book.chapters[number].text
            found += told_apart(text, doubted(text, list(said)), named)
            self._progress(0.6 + 0.4 * (number + 1) / len(scenes))
        self._progress(1.0)
        found = [
            replace(each, speaker=marked.get(each.speaker or ""))
            if each.evidence is Evidence.MARKUP
            else each
            for each in found
        ]
        found.sort(key=lambda each: (each.chapter, each.start))
        return Dialogue(characters=_counted(characters, found), quotations=tuple(found))


def with_marked(
    characters: Sequence[Character], quotations: Sequence[Quotation]
) -> tuple[list[Character], dict[str, str]]:
    """`characters`, with those whom only the book's markup names, and the identifiers of all
    whom it names.
    """
    found = list(characters)
    owners = {parts(alias): each.identifier for each in characters for alias in each.aliases}
    owners |= {(each.identifier,): each.identifier for each in characters}
    marked: dict[str, str] = {}
    for each in quotations:
        name = each.speaker
        if each.evidence is not Evidence.MARKUP or not name or name in marked:
            continue
        marked[name] = owners.get((name,)) or owners.get(parts(name)) or name
        if marked[name] == name and (name,) not in owners:
            found.append(Character(identifier=name, name=name, aliases=(name,)))
    return with_genders(found), marked


def people_of(
    scenes: Sequence[Scene], characters: Sequence[Character], *, find: bool
) -> tuple[list[Character], People]:
    """What the clues need; and the characters, with a nameless narrator where there is one and
    new ones may be found.
    """
    everybody = list(characters)
    narrator = find_narrator(scenes)
    if narrator is None and find and tells_of_itself(scenes):
        narrator = len(everybody)
        everybody += with_genders([_teller(own_name(scenes), characters)])
    if narrator is not None:
        everybody[narrator] = replace(everybody[narrator], tells=True)
    counts = Counter(who for scene in scenes for each in scene.mentions for who in each.who)
    total = max(1, counts.total())
    people = People(
        genders=[_GENDERS.get(each.gender, "") for each in everybody],
        shares=[counts[number] / total for number in range(len(everybody))],
        narrator=narrator,
    )
    return everybody, people


def _teller(name: str, others: Sequence[Character]) -> Character:
    """Who tells the story and is none of the `others`."""
    if not name or name in {each.identifier for each in others}:
        return Character(identifier=NARRATOR, name=NARRATOR)
    return Character(identifier=name, name=name, aliases=(name,))


def _attributed(
    scene: Scene,
    quotations: Sequence[Quotation],
    people: People,
    characters: Sequence[Character],
    ranker: Ranker,
) -> Iterator[Quotation]:
    clues = gather(scene, people)
    weighed = zip(scene.speeches, clues, ranker.chances(clues), strict=True)
    for speech, each, chances in weighed:
        before, after = scene.cue_before(speech.before), scene.cue_after(speech.after)
        style = style_of(scene, speech, before, after)
        best = max(
            (at for at, who in enumerate(each.candidates) if who != NOBODY),
            key=lambda at: chances[at],
            default=None,
        )
        for number in speech.quotations:
            said = replace(quotations[number], style=style)
            if said.evidence is not Evidence.MARKUP and best is not None:
                said = replace(
                    said,
                    speaker=characters[each.candidates[best]].identifier,
                    confidence=round(ranker.confidence(chances[best]), 3),
                    evidence=evidence_of(each, best),
                )
            yield said


def evidence_of(clues: Clues, best: int) -> Evidence:
    """The strongest kind of evidence among the clues for a candidate."""
    for clue in clues.clues[best]:
        if clue.startswith(("said:", "named before", "named after", "after:weak:full:name")):
            return Evidence.EXPLICIT
    for clue in clues.clues[best]:
        if clue.startswith(("pronoun:", "role:", "kin:")) and not clue.endswith("clash"):
            return Evidence.PRONOUN
    for clue in clues.clues[best]:
        if clue.startswith(("before:", "after:")):
            return Evidence.NEARNESS
    if any(clue.startswith("addressed last:") for clue in clues.clues[best]):
        return Evidence.VOCATIVE
    if "speaks near:0:0" not in clues.clues[best]:
        return Evidence.ALTERNATION
    return Evidence.NEARNESS


def _counted(
    characters: Sequence[Character], quotations: Sequence[Quotation]
) -> tuple[Character, ...]:
    """Those who speak, who says most first."""
    counts = Counter(each.speaker for each in quotations if each.spoken and not each.continues)
    speaking = [
        replace(each, quotations=counts[each.identifier])
        for each in characters
        if counts[each.identifier]
    ]
    return tuple(sorted(speaking, key=lambda each: (-each.quotations, parts(each.name))))
