"""Gender and age of a person, from titles, names, and the pronouns that follow them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reader.dialogue.chinese.names import surname_of
from reader.dialogue.chinese.roster import Mention, Person
from reader.dialogue.chinese.words import (
    CHILD_WORDS,
    FEMALE_NAMES,
    FEMALE_WORDS,
    MALE_NAMES,
    MALE_WORDS,
    SENIOR_WORDS,
    SEVERAL,
    YOUNG_WORDS,
)

_TAKEN_UP = re.compile("[，。；\n]([他她])(?!们)")


def describe_persons(persons: Iterable[Person]) -> None:
    """Fill in the gender and age of `persons` where their names tell."""
    for person in persons:
        if person.gender == "unknown":
            person.gender = gender_of(person)
        person.age = _age(person)


def weigh_pronouns(
    persons: Sequence[Person], seen: dict[Person, tuple[int, int]], *, modern: bool
) -> None:
    """Settle the gender of those whose names do not tell, by the 他 and 她 that follow them.

    `seen` counts both for a person. Before 她 came into use, which makes a text `modern`,
    他 was everybody; who has a name there and speaks is taken for a man.
    """
    for person in persons:
        if person.gender != "unknown":
            continue
        male, female = seen.get(person, (0, 0))
        if not modern:
            several = person.role and person.name[0] in SEVERAL
            person.gender = "unknown" if several else "male"
        elif max(male, female) >= 2 * min(male, female) + 2:
            person.gender = "male" if male > female else "female"


def count_pronouns(
    text: str, mentions: Sequence[Mention], seen: dict[Person, tuple[int, int]]
) -> None:
    """Count the 他 and 她 that begin the clause or sentence after one about a person."""
    for at, mention in enumerate(mentions):
        end = mentions[at + 1].start if at + 1 < len(mentions) else len(text)
        match = _TAKEN_UP.search(text, mention.end, min(end, mention.end + 40))
        if match:
            male, female = seen.get(mention.person, (0, 0))
            is_male = match.group(1) == "他"
            seen[mention.person] = (male + is_male, female + (not is_male))


def gender_of(person: Person) -> str:
    """The gender that the names of `person` tell; else ``unknown``."""
    names = sorted(person.forms, key=len, reverse=True)
    for name in names:
        tail = name[len(surname_of(name)) :] or name
        female, male = _last(FEMALE_WORDS, tail), _last(MALE_WORDS, tail)
        if female != male:
            return "female" if female > male else "male"
    if person.role:
        return "unknown"
    for name in names:
        given = name[len(surname_of(name)) :]
        if len(name) > 1 and given[-1:] in FEMALE_NAMES:
            return "female"
        if len(name) > 1 and given[-1:] in MALE_NAMES:
            return "male"
    return "unknown"


def _last(words: Iterable[str], name: str) -> tuple[int, int]:
    """How far to the end of `name` one of `words` reaches, and how long it is."""
    return max(
        ((name.rfind(each) + len(each), len(each)) for each in words if each in name),
        default=(0, 0),
    )


def _age(person: Person) -> str:
    for age, words in (("child", CHILD_WORDS), ("young", YOUNG_WORDS), ("senior", SENIOR_WORDS)):
        if any(word in person.name for word in words):
            return age
    return "adult"
