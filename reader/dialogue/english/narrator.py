"""Who tells the story, where somebody in it does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reader.dialogue.english.mentions import Kind, Part, is_called
from reader.dialogue.english.people import TITLES
from reader.dialogue.english.scene import Scene, Speech
from reader.dialogue.english.words import NARRATION, Words

_SHARE = 0.006
"""A narration tells of its narrator if so many of its words are “I”, 1 in 170."""
_LEAST_NEAR = 2
"""Once beside a speech of “mine” a name may be meant for a third."""
_GIVING = (("call", "me"), ("my", "name", "is"))
_LONGEST_NAME = 4


def tells_of_itself(scenes: Sequence[Scene]) -> bool:
    """Whether the narration is in the first person."""
    told = sum(1 for scene in scenes for inside in scene.words.inside if inside == NARRATION)
    own = sum(
        each.kind is Kind.FIRST and each.part is Part.SUBJECT
        for scene in scenes
        for each in scene.told
    )
    return own > told * _SHARE


def find_narrator(scenes: Sequence[Scene]) -> int | None:
    """Which of the characters says “I” in the narration: whose name he gives, else whom others
    speak to; None if nobody, or if the narration is not in the first person.
    """
    if not tells_of_itself(scenes):
        return None
    for scene, first, _ in _introductions(scenes):
        named = next((each for each in scene.between(first, first + 1)), None)
        return named.who[0] if named and len(named.who) == 1 else None
    return _spoken_to(scenes)


def own_name(scenes: Sequence[Scene]) -> str:
    """The name that who tells the story gives himself, ``""`` if none: “Call me Ishmael.”"""
    for scene, first, last in _introductions(scenes):
        return " ".join(scene.words.written[first:last])
    return ""


def _introductions(scenes: Sequence[Scene]) -> Iterator[tuple[Scene, int, int]]:
    """Where a name follows “call me” or “my name is”."""
    for scene in scenes:
        words = scene.words
        for at in range(len(words) - 3):
            length = next((len(one) for one in _GIVING if _follows(words, at, one)), 0)
            first = last = at + length
            while last < min(len(words), first + _LONGEST_NAME) and words.capital(last):
                last += 1
            named = any(word not in TITLES for word in words.low[first:last])
            if length and named and words.inside[at] == words.inside[last - 1] == NARRATION:
                yield scene, first, last


def _follows(words: Words, at: int, phrase: tuple[str, ...]) -> bool:
    alike = tuple(words.low[at : at + len(phrase)]) == phrase
    return alike and (phrase[0] != "call" or words.opens_sentence(at))


def _spoken_to(scenes: Sequence[Scene]) -> int | None:
    """Whom others speak to next to where “I” speak, and the narration hardly names."""
    near: Counter[int] = Counter()
    called: Counter[int] = Counter()
    acting: Counter[int] = Counter()
    for scene in scenes:
        own = [_is_own(scene, speech) for speech in scene.speeches]
        for number, speech in enumerate(scene.speeches):
            if own[number]:
                continue
            beside = (number and own[number - 1]) or (number + 1 < len(own) and own[number + 1])
            for who in _called(scene, speech):
                near[who] += bool(beside)
                called[who] += 5 if beside else 1
        for each in scene.told:
            if each.kind is Kind.NAME and len(each.who) == 1:
                acting[each.who[0]] += 1
    likely = [who for who in called if near[who] >= _LEAST_NEAR]
    best = max(likely, key=lambda who: called[who] / (3 + acting[who]), default=None)
    return best if best is not None and called[best] > max(5, acting[best]) else None


def _called(scene: Scene, speech: Speech) -> Iterator[int]:
    """Who is called by name in a speech."""
    for first, last in speech.spans:
        for each in scene.between(first, last):
            alone = each.kind is Kind.NAME and len(each.who) == 1
            if alone and is_called(scene.words.low, each, first, last):
                yield each.who[0]


def _is_own(scene: Scene, speech: Speech) -> bool:
    """Whether “I” say it."""
    cues = (scene.cue_after(speech.after), scene.cue_before(speech.before))
    return any(
        cue.verb == "strong" and cue.subject is not None and cue.subject.kind is Kind.FIRST
        for cue in cues
        if cue
    )
