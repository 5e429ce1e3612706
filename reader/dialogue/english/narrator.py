"""Who tells the story, where somebody in it does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.dialogue.english.mentions import Kind, Part, is_called
from reader.dialogue.english.scene import Scene, Speech
from reader.dialogue.english.words import NARRATION

_SHARE = 0.006
"""A narration tells of its narrator if so many of its words are “I”, 1 in 170."""


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
    """Whom of the characters others speak to next to where “I” speak, and the narration hardly
    names; None if nobody, or if the narration is not in the first person.
    """
    if not tells_of_itself(scenes):
        return None
    called: Counter[int] = Counter()
    acting: Counter[int] = Counter()
    for scene in scenes:
        own = [_is_own(scene, speech) for speech in scene.speeches]
        for number, speech in enumerate(scene.speeches):
            near = (number and own[number - 1]) or (number + 1 < len(own) and own[number + 1])
            for first, last in speech.spans:
                for each in scene.between(first, last):
                    if each.kind is Kind.NAME and len(each.who) == 1:
                        weight = (5 if near else 1) * is_called(scene.words.low, each, first, last)
                        called[each.who[0]] += 0 if own[number] else weight
        for each in scene.told:
            if each.kind is Kind.NAME and len(each.who) == 1:
                acting[each.who[0]] += 1
    best = max(called, key=lambda who: called[who] / (3 + acting[who]), default=None)
    return best if best is not None and called[best] > max(5, acting[best]) else None


def _is_own(scene: Scene, speech: Speech) -> bool:
    """Whether “I” say it."""
    cues = (scene.cue_after(speech.after), scene.cue_before(speech.before))
    return any(
        cue.verb == "strong" and cue.subject is not None and cue.subject.kind is Kind.FIRST
        for cue in cues
        if cue
    )
