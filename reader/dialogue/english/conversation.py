"""The speeches of a chapter in turn: what stands beside each, and how one follows another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.dialogue.english.mentions import Kind, is_called
from reader.dialogue.english.scene import Cue, Scene, Speech

Turns = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
_ANCHORS = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Beside:
    """A speech with the cues before and after it, in the paragraph above and in that below.

    `addressed` are those who are spoken to in it, `spoken_of` other names in it; `address` is
    the gender that “sir” and the like tell of who listens.
    """

    speech: Speech
    before: Cue | None
    after: Cue | None
    above: Cue | None
    below: Cue | None
    addressed: frozenset[int]
    spoken_of: frozenset[int]
    address: str

    @property
    def naming(self) -> list[Cue]:
        """The cues that leave no doubt who speaks, but for a name that several bear."""
        return [cue for cue in (self.after, self.before) if cue and _names(cue)]

    @property
    def manner(self) -> str:
        """In one word, what tells who speaks."""
        for cue in (self.after, self.before):
            if cue and cue.subject and cue.verb != "act":
                return f"said by {cue.subject.kind.value}"
        for cue in (self.before, self.after):
            if cue and cue.subject:
                return f"beside {cue.subject.kind.value}"
        return "bare" if self.before is None and self.after is None else "told"

    def anchor(self, narrator: int | None) -> tuple[int, ...]:
        """Who is named as the speaker, one at most."""
        for cue in (self.after, self.before):
            if cue and cue.subject and (cue.verb == "strong" or (cue.verb == "weak" and cue.lead)):
                if cue.subject.kind is Kind.FIRST:
                    return () if narrator is None else (narrator,)
                if len(cue.subject.who) == 1:
                    return cue.subject.who
        return ()


class Conversation:
    """All speeches of a chapter with what stands beside them."""

    def __init__(self, scene: Scene, narrator: int | None) -> None:
        self._scene = scene
        self.besides = [_beside(scene, speech) for speech in scene.speeches]
        self._anchors = [each.anchor(narrator) for each in self.besides]

    def speakers_near(self, number: int) -> dict[int, tuple[int, int]]:
        """Who is named as the speaker of a speech near by: how often, and how near."""
        found: dict[int, tuple[int, int]] = {}
        first = max(0, number - _ANCHORS)
        for place in range(first, min(len(self._anchors), number + _ANCHORS + 1)):
            if place != number:
                for who in self._anchors[place]:
                    count, near = found.get(who, (0, _ANCHORS + 1))
                    found[who] = (count + 1, min(near, abs(place - number)))
        return found

    def addressed_near(self, number: int) -> set[int]:
        """Who is spoken to in the two speeches before and after."""
        around = self.besides[max(0, number - 2) : number] + self.besides[number + 1 : number + 3]
        return {who for each in around for who in each.addressed}

    def turns(self, number: int) -> Turns:
        """The clues for each transition from the speech before: see :class:`Clues`."""
        if not number:
            return (), (), ()
        here, last = self.besides[number], self.besides[number - 1]
        gap = _gap(last.speech, here.speech)
        end = last.speech.spans[-1][1]
        question = "question" if "?" in self._scene.words.low[end - 2 : end] else "statement"
        wider = "first"
        if number > 1:
            wider = _gap(self.besides[number - 2].speech, last.speech)
        address = f"{gap}:address" if last.addressed or last.address else gap
        shared = (
            gap,
            f"{gap}:{here.manner}",
            f"{gap}:after {last.manner}",
            f"{gap}:{question}",
            address,
        )
        return (
            tuple(f"same:{each}" for each in shared),
            tuple(f"return:{each}" for each in (*shared, f"{gap}:{wider}")),
            (),
        )


def _gap(one: Speech, two: Speech) -> str:
    """What lies between two speeches."""
    apart = two.paragraph - one.last_paragraph
    if not apart:
        return "beside"
    if apart == 1:
        return "next"
    return {2: "over one", 3: "over two", 4: "over two"}.get(apart, "far")


def _names(cue: Cue) -> bool:
    subject = cue.subject
    if subject is None or cue.verb != "strong" or not cue.lead:
        return False
    return subject.kind in (Kind.FIRST, Kind.NAME) or len(subject.who) == 1


def _beside(scene: Scene, speech: Speech) -> Beside:
    addressed, spoken_of = _names_in(scene, speech)
    return Beside(
        speech=speech,
        before=scene.cue_before(speech.before),
        after=scene.cue_after(speech.after),
        above=scene.cue_before(speech.above),
        below=scene.cue_after(speech.below),
        addressed=addressed,
        spoken_of=spoken_of,
        address=_address(scene.words.low, speech),
    )


def _names_in(scene: Scene, speech: Speech) -> tuple[frozenset[int], frozenset[int]]:
    addressed: set[int] = set()
    spoken_of: set[int] = set()
    for first, last in speech.spans:
        for each in scene.between(first, last):
            if each.kind is Kind.NAME:
                called = is_called(scene.words.low, each, first, last)
                (addressed if called else spoken_of).update(each.who)
    return frozenset(addressed), frozenset(spoken_of - addressed)


def _address(low: Sequence[str], speech: Speech) -> str:
    found = ""
    for first, last in speech.spans:
        for at in range(first, last):
            found = _ADDRESSES.get(low[at], found)
    return found


_ADDRESSES = {
    "sir": "m", "ma'am": "f", "madam": "f", "madame": "f", "mamma": "f", "mama": "f",
    "mother": "f", "papa": "m", "ladyship": "f", "lordship": "m", "ma": "f", "mum": "f",
    "monsieur": "m", "mademoiselle": "f",
}  # fmt: skip
