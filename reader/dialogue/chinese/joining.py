"""Joins persons whom the story treats as one: who is called 悟空 answers as 行者.

A name in an old novel changes with who speaks and how: 行者, 悟空, 大圣. What tells is who
answers to a name, and what keeps two apart is that they meet: they talk with one another, act
in one clause, or are named in one row.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.dialogue.chinese.names import surname_of
from reader.dialogue.chinese.roster import Mention, Person
from reader.dialogue.chinese.scene import Scene, Speech
from reader.dialogue.chinese.words import RELATIONS, SEVERAL, SURNAMES

_OFTEN, _SHARE = 4, 0.5
"""So many answers, and such a share of those not given under the name that is called, must be the
other's."""
_SELDOM, _HEARD, _STANDS_OUT = 2, 20, 2
"""Where both names have the same surname: so many are enough if both speak so often, and so many
times more than the next's.
"""
_MEETINGS = 0.3
"""So often, for each time that the one named less speaks, may two seem to meet and be one:
that much is told wrongly of who speaks."""
_OWN_NAME = 0.05
"""In such a share of their speeches must two call themselves 老 and the same surname."""
_ROWS = 0.01
"""So often may two be named in a row: 八戒、沙僧."""

_OWN_NAMES = re.compile("老([" + "".join(sorted(SURNAMES)) + "])")
_CALLED_BEFORE = "“「『，。！？!?… ,、；"
_CALLED_AFTER = "，,！!？?。”」』…啊呀"
_AFTER_FIRST_CALL = "你您何请莫休且快怎"
_FIRST_WORDS = 14
_CLAUSE_MARKS = frozenset("，。！？；：、“”「」『』\n,.!?;:…")
_SOON = 2
"""After more sentences of narration nobody answers any more."""


class Join(NamedTuple):
    """`other` is `person`.

    Of `total` times that one of them is called `times` are answered by the other; or so many of
    the speeches of `other` hold the name that `person` has for himself.
    """

    person: Person
    other: Person
    times: int
    total: int


@dataclass
class _Company:
    """Who answers to whom and who meets whom; `own_names` counts 老孙 in the mouth of each."""

    answers: defaultdict[Person, Counter[Person]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    meetings: Counter[frozenset[Person]] = field(default_factory=Counter)
    rows: Counter[frozenset[Person]] = field(default_factory=Counter)
    speeches: Counter[Person] = field(default_factory=Counter)
    own_names: defaultdict[str, Counter[Person]] = field(
        default_factory=lambda: defaultdict(Counter)
    )

    def merge(self, person: Person, other: Person) -> None:
        """Count for `person` what was counted for `other`."""
        self.answers[person].update(self.answers.pop(other, Counter()))
        for found in (*self.answers.values(), *self.own_names.values()):
            if other in found:
                found[person] += found.pop(other)
        self.speeches[person] += self.speeches.pop(other, 0)
        for pairs in (self.meetings, self.rows):
            for pair in [each for each in pairs if other in each]:
                (third,) = pair - {other}
                times = pairs.pop(pair)
                if third is not person:
                    pairs[frozenset((person, third))] += times


def joins(scenes: Sequence[Scene]) -> list[Join]:
    """Who is to be joined, the surest first; the `other` of a pair is in no later one."""
    company = _company(scenes)
    found: list[Join] = []
    while best := max((*_answering(company), *_alike(company)), key=_share, default=None):
        found.append(best)
        company.merge(best.person, best.other)
    return found


def _share(join: Join) -> float:
    return join.times / join.total


def _answering(company: _Company) -> Iterator[Join]:
    """Those who answer when another name than theirs is called."""
    for called, answers in company.answers.items():
        if not company.speeches[called] or RELATIONS.intersection(called.forms):
            continue
        others = [each for each in answers.most_common(3) if each[0] is not called]
        if not others:
            continue
        (answering, times), next_times = others[0], sum(each for _, each in others[1:2])
        total = answers.total() - answers[called]
        enough = times >= _OFTEN and times >= _SHARE * total
        if not enough and _surnames(called) & _surnames(answering):
            heard = min(company.speeches[called], company.speeches[answering]) >= _HEARD
            enough = times >= max(_SELDOM if heard else _OFTEN, _STANDS_OUT * next_times)
        if enough and times > answers[called] and _may_be_one(company, called, answering):
            yield _join(company, called, answering, times, total)


def _alike(company: _Company) -> Iterator[Join]:
    """Those who call themselves 老孙 as often as somebody whose surname is 孙."""
    for surname, uses in company.own_names.items():
        often = {
            person: times
            for person, times in uses.items()
            if times >= _OFTEN and times >= _OWN_NAME * company.speeches[person]
        }
        for person, times in often.items():
            if surname not in _surnames(person) or times * 2 < uses.total():
                continue
            for other, other_times in often.items():
                if other is not person and _may_be_one(company, person, other):
                    yield _join(company, person, other, other_times, company.speeches[other])


def _join(company: _Company, called: Person, answering: Person, times: int, total: int) -> Join:
    """The two as one: who has a name, and then who speaks more, is kept."""
    person, other = sorted(
        (called, answering), key=lambda each: (each.role, -company.speeches[each])
    )
    return Join(person, other, times, total)


def _may_be_one(company: _Company, first: Person, second: Person) -> bool:
    """Whether one of two has a name, neither is several, and the two never meet."""
    roles = [each for each in (first, second) if each.role]
    if len(roles) == 2 or any(each.name[0] in SEVERAL for each in roles):
        return False
    pair = frozenset((first, second))
    speeches = min(company.speeches[first], company.speeches[second])
    return company.meetings[pair] <= _MEETINGS * speeches and company.rows[pair] <= _ROWS * speeches


def _surnames(person: Person) -> set[str]:
    return set() if person.role else {surname_of(form) for form in person.forms} - {""}


def _company(scenes: Iterable[Scene]) -> _Company:
    company = _Company()
    for scene in scenes:
        _count_clauses(scene, company)
        _count_speeches(scene, company)
    return company


def _count_clauses(scene: Scene, company: _Company) -> None:
    """Count who acts in one clause with another, and who stands in a row with them."""
    for first, second in zip(scene.mentions, scene.mentions[1:], strict=False):
        between = scene.text[first.end : second.start]
        if first.person is second.person or not between:
            continue
        pair = frozenset((first.person, second.person))
        if between == "、":
            company.rows[pair] += 1
        if between == "、" or _CLAUSE_MARKS.isdisjoint(between):
            company.meetings[pair] += 1


def _count_speeches(scene: Scene, company: _Company) -> None:
    """Count who speaks after whom, and who answers those who are called or spoken to."""
    asking: Person | None = None
    asked: set[Person] = set()
    for speech in scene.speeches:
        speaker, spoken_to = _speaker(speech), _spoken_to(speech)
        called = set(_called(scene.text, speech)) - {speaker}
        if speaker:
            company.speeches[speaker] += 1
            said = scene.text[speech.quotation.start : speech.quotation.end]
            for surname in set(_OWN_NAMES.findall(said)):
                company.own_names[surname][speaker] += 1
            if asking and asking is not speaker and speech.narration <= _SOON:
                company.meetings[frozenset((asking, speaker))] += 1
                for each in asked:
                    company.answers[each][speaker] += 1
        if spoken_to:
            for each in called - {spoken_to}:
                company.answers[each][spoken_to] += 1
        asking = speaker
        asked = called | ({spoken_to} if spoken_to else set())


def _speaker(speech: Speech) -> Person | None:
    return (speech.lead.adjacent or speech.lead.first) if speech.lead else None


def _spoken_to(speech: Speech) -> Person | None:
    """Whom the words before a speech name last as spoken to, if they name its speaker."""
    speaker = _speaker(speech)
    if speech.lead is None or speaker is None or not speech.lead.objects:
        return None
    last = speech.lead.objects[-1]
    return last if last is not speaker else None


def _called(text: str, speech: Speech) -> Iterator[Person]:
    """Whom a speech calls by a name of more than one hanzi among its first words."""
    start = speech.quotation.start
    for mention in speech.inside:
        if mention.end - mention.start > 1 and _calls(text, start, mention):
            yield mention.person


def _calls(text: str, start: int, mention: Mention) -> bool:
    after = text[mention.end : mention.end + 1]
    if mention.start == start + 1 and after in _AFTER_FIRST_CALL:
        return True
    return (
        mention.start - start < _FIRST_WORDS
        and text[mention.start - 1] in _CALLED_BEFORE
        and after in _CALLED_AFTER
    )
