"""What tells for or against each who may have said a speech.

A clue is a short text, ``after:strong:name``; :mod:`reader.dialogue.english.ranker` knows what
each is worth. They are gathered, never weighed, here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reader.dialogue.english.conversation import Beside, Conversation, Turns
from reader.dialogue.english.mentions import Kind, Mention
from reader.dialogue.english.reference import RECENT, Reference
from reader.dialogue.english.scene import Cue, Range, Scene, Speech

NOBODY = -1
"""Somebody who is not among the characters."""
_MOST = 10
"""So many candidates a speech, who is nobody known not counted."""
_NAMED_BEFORE, _NAMED_AFTER = 40, 20
"""So many mentions before and after a speech tell who has part in the scene."""
_STEPS = {-1: "last", 1: "next", -2: "last but one", 2: "next but one"}
Found = dict[int, list[str]]
"""The clues for everybody who comes into question."""


@dataclass(frozen=True, kw_only=True)
class People:
    """What the clues need to know of the characters: `genders` are ``f``, ``m`` or ``""``,
    `shares` their part of all mentions, `narrator` who says “I” in the narration.
    """

    genders: Sequence[str]
    shares: Sequence[float]
    narrator: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Clues:
    """For each of `candidates` (:data:`NOBODY` last) its clues; for each of the three
    transitions from the speech before, of :mod:`reader.dialogue.english.chain`, its clues.
    """

    candidates: tuple[int, ...]
    clues: tuple[tuple[str, ...], ...]
    turns: Turns


def gather(scene: Scene, people: People) -> list[Clues]:
    """The clues for every speech of the chapter."""
    return _Gatherer(scene, people).all()


class _Gatherer:
    def __init__(self, scene: Scene, people: People) -> None:
        self._scene = scene
        self._people = people
        self._reference = Reference(scene, people.genders)
        self._talk = Conversation(scene, people.narrator)
        self._narrators = () if people.narrator is None else (people.narrator,)

    def all(self) -> list[Clues]:
        return [self._of(number) for number in range(len(self._talk.besides))]

    def _of(self, number: int) -> Clues:
        beside = self._talk.besides[number]
        found = self._candidates(number)
        self._add_cues(beside, found)
        self._add_words(number, found)
        self._add_scene(number, found)
        self._settle(beside, found)
        order = sorted(found, key=lambda who: _promise(found[who]))[:_MOST]
        return Clues(
            candidates=(*order, NOBODY),
            clues=(*(tuple(found[who]) for who in order), _of_nobody(beside)),
            turns=self._talk.turns(number),
        )

    def _candidates(self, number: int) -> Found:
        """Everybody who comes into question, with how long ago the narration named him."""
        found: Found = defaultdict(list)
        beside = self._talk.besides[number]
        speech = beside.speech
        for rank, (who, told) in enumerate(self._reference.recent(speech.spans[0][0])[:RECENT]):
            apart = speech.paragraph - self._scene.paragraph(told.first)
            found[who] += (f"recent:{min(rank, 5)}", f"apart:{_distance(apart)}")
        cues = (beside.before, beside.after, beside.above, beside.below)
        others = [
            *self._ahead(speech),
            *self._talk.speakers_near(number),
            *self._talk.addressed_near(number),
            *(who for cue in cues if cue and cue.subject for who in cue.subject.who),
            *self._narrators,
        ]
        for who in others:
            if who not in found:
                found[who].append("recent:none")
        return found

    def _ahead(self, speech: Speech) -> list[int]:
        """Who is named next after the speech, up to the end of the paragraph after it."""
        told = self._scene.told
        found: list[int] = []
        for place in range(self._scene.told_before(speech.spans[0][1]), len(told)):
            each = told[place]
            if self._scene.paragraph(each.first) > speech.last_paragraph + 1:
                break
            found += [who for who in each.who if who not in found]
        return found[:3]

    def _add_cues(self, beside: Beside, found: Found) -> None:
        pieces = (
            ("before", beside.before, beside.speech.before),
            ("after", beside.after, beside.speech.after),
            ("above", beside.above, beside.speech.above),
            ("below", beside.below, beside.speech.below),
        )
        for name, cue, piece in pieces:
            self._add_named(name, piece, cue, found)
            if not cue:
                continue
            if cue.subject:
                key = f"{name}:{cue.verb}:{'lead' if cue.lead else 'full'}"
                self._add_subject(key, cue.subject, found)
                if name in ("before", "after") and cue.verb == "strong":
                    self._add_said(cue.subject, found)
            if cue.opener:
                self._add_subject(f"{name}:opener:{cue.verb}", cue.opener, found)

    def _settle(self, beside: Beside, found: Found) -> None:
        """Where words name the speaker, nothing else is a clue but who is spoken to."""
        cues = beside.naming
        names = {cue.subject.who or self._narrators for cue in cues if cue.subject}
        named = next(iter(names), ())
        if len(names) != 1 or not named:
            return
        place = "after" if cues[0] is beside.after else "before"
        said = "said:I" if named == self._narrators else "said:1"
        for who, clues in found.items():
            kept = clues if who in named and len(named) > 1 else []
            clues[:] = [*kept, said, f"named {place}"] if who in named else ["another is named"]
            if who in beside.addressed:
                clues.append("addressed though named" if who in named else "addressed")

    def _add_subject(self, key: str, subject: Mention, found: Found) -> None:
        if subject.kind is Kind.FIRST:
            for who in self._narrators:
                found[who].append(f"{key}:I")
        elif subject.kind is Kind.NAME:
            kind = "name" if len(subject.who) == 1 else "names"
            for who in subject.who:
                found[who].append(f"{key}:{kind}")
        else:
            for who in subject.who:
                found[who].append(f"{key}:called")
            self._add_unnamed(key, subject, found)

    def _add_unnamed(self, key: str, subject: Mention, found: Found) -> None:
        """Clues for all whom a pronoun or a description may stand for, and against the others."""
        kind, word, gender = self._manner_of(subject), subject.first, subject.gender
        ranks = self._reference.ranks(word, gender)
        acting = self._reference.ranks(word, gender, subjects=True)
        heaviest = self._reference.heaviest(word, gender)
        for who, clues in found.items():
            if self._reference.clashes(who, gender):
                clues.extend((f"{kind}:clash", f"{key}:{kind}:clash"))
                continue
            clues.extend(
                (
                    f"{kind}:{'sure' if self._reference.sure(who, gender) else 'maybe'}",
                    f"{key}:{kind}:{ranks.get(who, 4)}",
                    f"{kind}:acting:{acting.get(who, 4)}",
                    f"{kind}:share:{_share(self._people.shares[who])}",
                )
            )
            if who in heaviest:
                clues.append(f"{kind}:weight:{heaviest.index(who)}")
            if who in self._narrators:
                clues.append(f"{kind}:narrator")

    def _add_said(self, subject: Mention, found: Found) -> None:
        """A clue that is the same wherever the words stand."""
        if subject.kind is Kind.FIRST:
            for who in self._narrators:
                found[who].append("said:I")
        for who in subject.who:
            found[who].append(f"said:{min(len(subject.who), 2)}")

    def _manner_of(self, subject: Mention) -> str:
        """The kind of mention; ``kin`` for a description that belongs to somebody."""
        owned = self._scene.words.low[subject.first] in _OWNERS
        return "kin" if subject.kind is Kind.ROLE and owned else subject.kind.value

    def _add_named(self, name: str, piece: Range, cue: Cue | None, found: Found) -> None:
        """Clues for all who are named in `piece`, by what they do there."""
        if name == "below":
            piece = (piece[0], min(piece[1], piece[0] + 30))
        told = [each for each in self._scene.between(*piece) if each.who]
        verb = cue.verb if cue else "none"
        for place, each in enumerate(told[-6:] if name in ("above", "before") else told[:6]):
            if cue and (each is cue.subject or each is cue.opener):
                continue
            for who in each.who:
                found[who].append(f"{name}:named:{each.part.value}:{verb}")
                if place == 0:
                    found[who].append(f"{name}:first:{each.part.value}")

    def _add_words(self, number: int, found: Found) -> None:
        """Clues from what is said in this speech and in those beside it."""
        here = self._talk.besides[number]
        for who in here.addressed & found.keys():
            found[who].append("addressed")
        for who in here.spoken_of & found.keys():
            found[who].append("spoken of")
        for step, name in _STEPS.items():
            if not 0 <= number + step < len(self._talk.besides):
                continue
            other = self._talk.besides[number + step]
            gap = abs(other.speech.paragraph - here.speech.paragraph)
            for who in other.addressed:
                found[who].append(f"addressed {name}:{_distance(gap)}")
            if abs(step) == 1:
                for who in other.spoken_of & found.keys():
                    found[who].append(f"spoken of {name}")
                if other.address and gap <= 2:
                    self._add_address(name, other.address, found)

    def _add_address(self, name: str, gender: str, found: Found) -> None:
        """Clues from “sir” and “madam” in the speech beside."""
        for who, clues in found.items():
            own = self._people.genders[who]
            if own:
                clues.append(f"address {name}:{'fits' if own == gender else 'clash'}")

    def _add_scene(self, number: int, found: Found) -> None:
        """Clues from how much part everybody has in the scene and the book."""
        speech = self._talk.besides[number].speech
        near_by, ahead = self._talk.speakers_near(number), self._ahead(speech)
        place = self._scene.told_before(speech.spans[0][0])
        around = self._scene.told[max(0, place - _NAMED_BEFORE) : place + _NAMED_AFTER]
        counts = Counter(who for each in around for who in each.who)
        for who, clues in found.items():
            count, near = near_by.get(who, (0, 0))
            clues.append(f"speaks near:{min(count, 3)}:{min(near, 4)}")
            clues.append(f"named near:{min(counts[who], 12).bit_length()}")
            clues.append(f"share:{_share(self._people.shares[who])}")
            if who in ahead:
                clues.append(f"ahead:{ahead.index(who)}")
            if who in self._narrators:
                clues.append("narrator")


def _of_nobody(beside: Beside) -> tuple[str, ...]:
    clues = ["nobody"]
    for name, cue in (("before", beside.before), ("after", beside.after)):
        if cue is None:
            clues.append(f"nobody:{name}:none")
        elif cue.subject is None:
            clues.append(f"nobody:{name}:{cue.verb}")
        elif cue.subject.kind is Kind.ROLE and not cue.subject.who:
            clues.append(f"nobody:{name}:{cue.verb}:role")
    return tuple(clues)


_OWNERS = frozenset(("his", "her", "my", "our", "their"))


def _distance(paragraphs: int) -> str:
    for most in (0, 1, 2, 3, 5, 8, 13):
        if paragraphs <= most:
            return str(most)
    return "more"


def _share(part: float) -> int:
    """How much of the book's mentions, in powers of two from 1/2 down."""
    level = 0
    while part < 0.5 and level < 8:
        part, level = part * 2, level + 1
    return level


def _promise(clues: Sequence[str]) -> float:
    """A first rough order of the candidates; the lowest are kept."""
    score = 0.0
    for clue in clues:
        if clue.startswith("named "):
            score -= 20
        elif clue.startswith(("after:strong", "before:strong", "after:weak", "before:weak")):
            score -= 10
        elif clue.startswith(("after", "before", "addressed last", "addressed next")):
            score -= 4
        elif clue.startswith("recent:") and clue != "recent:none":
            score -= 5 - int(clue[7:])
        elif clue.startswith("speaks near:") and not clue.startswith("speaks near:0"):
            score -= 3
        elif clue.endswith("clash"):
            score += 3
    return score
