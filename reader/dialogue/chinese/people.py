"""Gender and age of a person, from titles, names, and the pronouns that follow them."""

from __future__ import annotations

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


def describe_persons(persons: Iterable[Person]) -> None:
    """Fill in the gender and age of `persons` where their names tell."""
    for person in persons:
        if person.gender == "unknown":
            person.gender = _gender(person)
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
        elif max(male, female) >= 2 and max(male, female) >= 3 * min(male, female):
            person.gender = "male" if male > female else "female"


def count_pronouns(
    text: str, mentions: Sequence[Mention], seen: dict[Person, tuple[int, int]]
) -> None:
    """Count the 他 and 她 that follow a mention before the next one, in the same sentence."""
    for at, mention in enumerate(mentions):
        end = mentions[at + 1].start if at + 1 < len(mentions) else len(text)
        after = text[mention.end : min(end, mention.end + 40)].split("。", 1)[0].split("“", 1)[0]
        male, female = seen.get(mention.person, (0, 0))
        marks = [each for each in after if each in "他她"][:1]
        if marks:
            seen[mention.person] = (male + (marks[0] == "他"), female + (marks[0] == "她"))


def _gender(person: Person) -> str:
    names = sorted(person.forms, key=len, reverse=True)
    for name in names:
        tail = name[len(surname_of(name)) :] or name
        female = [name.rfind(each) for each in FEMALE_WORDS if each in tail]
        male = [name.rfind(each) for each in MALE_WORDS if each in tail]
        if female or male:
            return "female" if max(female, default=-1) >= max(male, default=-1) else "male"
    if person.role:
        return "unknown"
    for name in names:
        surname = surname_of(name)
        given = name[len(surname) :]
        if surname and given:
            female_signs = sum(each in FEMALE_NAMES for each in given)
            male_signs = sum(each in MALE_NAMES for each in given)
            if female_signs != male_signs:
                return "female" if female_signs > male_signs else "male"
    return "unknown"


def _age(person: Person) -> str:
    for age, words in (("child", CHILD_WORDS), ("young", YOUNG_WORDS), ("senior", SENIOR_WORDS)):
        if any(word in person.name for word in words):
            return age
    return "adult"
