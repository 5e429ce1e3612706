"""Somebody whom nothing names, weighed as a speaker beside those who have a name.

A wrong voice is worse than the narrator's. Where few have a name, whoever is near would be
taken for every speaker; so in modern texts nobody is a candidate, too: a weak one anywhere, a
strong one where the words beside the speech tell of another, as 有人喊道 does, or 她问 where
only a man is near.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.dialogue.chinese.leads import last_clause
from reader.dialogue.chinese.roster import NARRATOR, Person, saying_next
from reader.dialogue.chinese.scene import Clause, Scene, Speech

ANYWHERE = "nobody"
TOLD = "nobody told"
DOUBTFUL = "nobody pronoun"
WEIGHTS = {ANYWHERE: 0.0, TOLD: 4.5, DOUBTFUL: 1.0}
"""Set so that of the passages in ``tests/data/dialogue/modern.txt`` few voices are wrong."""

_SOMEBODY = re.compile("有人|声音|有个|的人|那人|不知谁|不知道谁|谁也|某个|一个|一位|对方|的一")
_HEARD = re.compile("听[见到].{0,8}(?:有人|声音)")


class Unnamed:
    """Those in one scene whom nothing names."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._last: tuple[Person, str] | None = None
        self._by_pronoun = {
            "她": Person(name="", gender="female"),
            "他": Person(name="", gender="male"),
        }

    def of(self, index: int, persons: Sequence[Person]) -> tuple[Person, str]:
        """Who may speak speech number `index` besides `persons`, and why."""
        speech = self._scene.speeches[index]
        if self._last and (speech.interrupted or speech.quotation.continues):
            return self._last
        self._last = self._weighed(speech, persons)
        return self._last

    def _weighed(self, speech: Speech, persons: Sequence[Person]) -> tuple[Person, str]:
        clause = speech.lead or speech.tail
        if clause and _HEARD.search(self._scene.text, clause.start, clause.end):
            return Person(name=""), TOLD
        if clause is None or clause.first or (speech.lead and clause.opening):
            return Person(name=""), ANYWHERE
        if clause.pronoun:
            return self._by_pronoun[clause.pronoun], _doubt(clause.pronoun, persons)
        return Person(name=""), TOLD if self._tells_of_another(speech, clause) else ANYWHERE

    def _tells_of_another(self, speech: Speech, clause: Clause) -> bool:
        text = self._scene.text
        if clause is speech.lead:
            words = text[last_clause(text, clause.start, clause.end) : clause.end]
        else:
            words = re.split("[，,：:]", text[clause.start : clause.end], maxsplit=1)[0]
        if _SOMEBODY.search(words):
            return True
        return clause is speech.tail and clause.saying and not saying_next(text, clause.start)


def _doubt(pronoun: str, persons: Sequence[Person]) -> str:
    """How likely another is meant by `pronoun` than one of `persons`."""
    wanted = "female" if pronoun == "她" else "male"
    genders = {each.gender for each in persons if NARRATOR not in each.forms}
    if wanted in genders:
        return ANYWHERE
    return DOUBTFUL if "unknown" in genders else TOLD
