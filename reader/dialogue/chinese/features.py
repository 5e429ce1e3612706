"""What speaks for a person as the speaker of a speech: named features, each with its value."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from math import log

from reader.dialogue.chinese.roster import NARRATOR, Mention, Person
from reader.dialogue.chinese.scene import Clause, Scene, Speech

MOST = 8
"""So many persons are weighed for one speech."""

_NEARBY = 4
_LATELY = 6
"""Among so many who were named last is whom a pronoun means, if they have no name."""
_GENDERS = {"他": "male", "她": "female"}
_BACK = 1500
_AHEAD = 400
_CALLED_BEFORE = "“「『，。！？!?… ,、"
_INTRODUCES_HIMSELF = re.compile(
    "(?:[我吾某俺]乃[^，。！？；]{0,6}|弟子|贫僧|小僧|贫道|小道|小将|末将|小人)$"
)
_CALLED_AFTER = "，,！!？?。”」』…"


def candidates(scene: Scene, index: int, starts: Sequence[int]) -> list[Person]:
    """Who may speak speech number `index`, the likeliest first; `starts` are those of the
    mentions.
    """
    speech = scene.speeches[index]
    quotation = speech.quotation
    first = bisect_left(starts, quotation.start - _BACK)
    here = bisect_left(starts, quotation.start)
    last = bisect_left(starts, quotation.end + _AHEAD)
    scores: dict[Person, float] = {}
    for at in range(first, here):
        scores[scene.mentions[at].person] = (
            scores.get(scene.mentions[at].person, 0) * 0.8 + 1 + 2 * (at / (here + 1))
        )
    order: dict[Person, float] = {}
    for rank, at in enumerate(range(here - 1, first - 1, -1)):
        order.setdefault(scene.mentions[at].person, 10 / (1 + rank))
    for rank, at in enumerate(range(here, last)):
        person = scene.mentions[at].person
        order[person] = order.get(person, 0) + 4 / (1 + rank)
    for person, score in scores.items():
        order[person] = order.get(person, 0) + min(score, 3.0)
    for neighbour in scene.speeches[max(0, index - 2) : index + 3]:
        for mention in neighbour.inside:
            order[mention.person] = order.get(mention.person, 0) + 0.7
    for clause in (speech.lead, speech.tail, speech.context):
        for named in _of(clause):
            order[named] = order.get(named, 0) + 20
    speaking = _speaking_nearby(scene, index)
    if scene.modern and (pronoun := _pronoun_beside(speech)):
        wanted = _GENDERS[pronoun]
        near = scene.mentions[max(first, here - _LATELY) : here]
        speaking.update(each.person for each in near if each.person.gender in (wanted, "unknown"))
    likely = [each for each in order if not each.role or each in speaking]
    return sorted(likely or order, key=lambda each: -order[each])[:MOST]


def _pronoun_beside(speech: Speech) -> str:
    """他 or 她, if that is who acts beside a speech; else an empty one."""
    for clause in (speech.lead, speech.tail):
        if clause and clause.pronoun and clause.first is None:
            return clause.pronoun
    return ""


def _speaking_nearby(scene: Scene, index: int) -> set[Person]:
    """Who is told to speak this speech or one nearby: whoever has no name is not guessed."""
    found: set[Person] = set()
    for speech in scene.speeches[max(0, index - _NEARBY) : index + _NEARBY + 1]:
        for clause in (speech.lead, speech.tail):
            if clause and (clause.saying or clause is speech.lead):
                found.update(_of(clause))
            elif clause and clause.first and scene.modern:
                found.add(clause.first)
    return found


def _of(clause: Clause | None) -> list[Person]:
    if clause is None:
        return []
    return [each for each in (clause.adjacent, clause.first, clause.opening) if each]


def describe(
    scene: Scene, index: int, persons: Sequence[Person], starts: Sequence[int]
) -> list[dict[str, float]]:
    """The features of each of `persons` as the speaker of speech number `index`."""
    speech = scene.speeches[index]
    quotation = speech.quotation
    here = bisect_left(starts, quotation.start)
    first = bisect_left(starts, quotation.start - _BACK)
    last = bisect_left(starts, quotation.end + _AHEAD)
    before = scene.mentions[first:here]
    after = scene.mentions[bisect_left(starts, quotation.end) : last]
    recent = _recency(before)
    coming = _recency(list(reversed(after)))
    counts: dict[Person, int] = {}
    for each in (*before, *after):
        counts[each.person] = counts.get(each.person, 0) + 1
    previous = scene.speeches[index - 1] if index else None
    following = scene.speeches[index + 1] if index + 1 < len(scene.speeches) else None
    found = []
    for person in persons:
        values: dict[str, float] = {}
        _clauses(values, speech, person, recent)
        if scene.modern and _acts_beside(speech, person):
            values["tail beside"] = 1.0
        _nearness(values, person, recent, coming, counts)
        _called(values, "own", scene.text, speech, person)
        if previous:
            _called(values, "previous", scene.text, previous, person)
        if following:
            _called(values, "next", scene.text, following, person)
        if person.role:
            values["role"] = 1.0
        found.append(values)
    return found


def _recency(mentions: Sequence[Mention]) -> dict[Person, int]:
    """The persons by how lately they were named, 0 for the last."""
    ranks: dict[Person, int] = {}
    for mention in reversed(mentions):
        ranks.setdefault(mention.person, len(ranks))
    return ranks


def _clauses(
    values: dict[str, float], speech: Speech, person: Person, recent: dict[Person, int]
) -> None:
    if speech.lead:
        _lead(values, speech.lead, speech.context, person)
    elif speech.context:
        _context(values, speech.context, person)
    if speech.tail:
        _tail(values, speech.tail, "tail after lead" if speech.lead else "tail", person)
    tail = "late" if speech.lead else "tail"
    for name, clause in (("lead", speech.lead), (tail, speech.tail), ("context", speech.context)):
        if clause and clause.pronoun and clause.first is None:
            _pronoun(values, name, clause, person, recent)


def _pronoun(
    values: dict[str, float],
    name: str,
    clause: Clause,
    person: Person,
    recent: dict[Person, int],
) -> None:
    wanted = _GENDERS[clause.pronoun]
    fits = {"unknown": 0.0, wanted: 1.0}.get(person.gender, -1.0)
    if NARRATOR in person.forms:
        fits = -1.0
    values[f"{name} pronoun fits"] = fits
    rank = _rank(person, wanted, recent)
    if fits >= 0 and rank < 2:
        values[f"{name} pronoun {rank}"] = 1.0


def _rank(person: Person, wanted: str, recent: dict[Person, int]) -> int:
    compatible = [each for each in recent if each.gender in (wanted, "unknown")]
    return compatible.index(person) if person in compatible else 9


def _lead(values: dict[str, float], lead: Clause, context: Clause | None, person: Person) -> None:
    if lead.adjacent is person:
        values["lead adjacent"] = 1.0
    if lead.first is person:
        values["lead first"] = 1.0
    elif lead.opening is person:
        values["lead opening, other first" if lead.first else "lead opening"] = 1.0
    if person in lead.objects:
        values["lead object"] = 1.0
    elif person in lead.others and person is not (lead.adjacent or lead.first):
        values["lead other"] = 1.0
    if context and lead.opening is None and not lead.pronoun:
        if context.opening is person:
            values["lead none, context opening"] = 1.0
        elif person in context.others:
            values["lead none, context other"] = 1.0


def _context(values: dict[str, float], context: Clause, person: Person) -> None:
    if context.opening is person:
        values["context opening"] = 1.0
    if context.first is person:
        values["context first"] = 1.0
    if person in context.objects:
        values["context object"] = 1.0
    elif person in context.others:
        values["context other"] = 1.0


def _tail(values: dict[str, float], tail: Clause, name: str, person: Person) -> None:
    kind = "saying" if tail.saying else "acting"
    if tail.adjacent is person:
        values[f"{name} adjacent"] = 1.0
    if tail.first is person:
        values[f"{name} {kind} first"] = 1.0
    elif tail.opening is person and not tail.pronoun:
        values[f"{name} {kind} opening"] = 1.0
    if person in tail.objects:
        values[f"{name} {kind} object"] = 1.0
    elif person in tail.others:
        values[f"{name} {kind} other"] = 1.0


def _acts_beside(speech: Speech, person: Person) -> bool:
    """Whether `person` acts right after an unannounced speech: “好。”老人点点头。"""
    tail = speech.tail
    return bool(tail and not speech.lead and tail.first is person and not tail.pronoun)


def _nearness(
    values: dict[str, float],
    person: Person,
    recent: dict[Person, int],
    coming: dict[Person, int],
    counts: dict[Person, int],
) -> None:
    rank = recent.get(person)
    values[f"before {min(rank, 4)}" if rank is not None else "before never"] = 1.0
    rank = coming.get(person)
    values[f"after {min(rank, 2)}" if rank is not None else "after never"] = 1.0
    values["count"] = log(1 + counts.get(person, 0))


def _called(values: dict[str, float], name: str, text: str, speech: Speech, person: Person) -> None:
    """Whether a speech names `person`, and whether it calls them."""
    for mention in speech.inside:
        if mention.person is not person or mention.end - mention.start == 1:
            continue  # who speaks calls himself by his short name, in old novels
        calls = (
            text[mention.start - 1] in _CALLED_BEFORE
            and text[mention.end : mention.end + 1] in _CALLED_AFTER
        )
        if name == "own" and _INTRODUCES_HIMSELF.search(
            text[speech.quotation.start : mention.start]
        ):
            continue
        values[f"{name} calls" if calls else f"{name} names"] = 1.0
