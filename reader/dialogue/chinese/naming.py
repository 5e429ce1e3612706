"""Finds who there is in a book, from what stands before and after what is said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.dialogue.chinese.aliases import (
    Names,
    join_called,
    join_introduced,
    join_longer,
    join_titles,
)
from reader.dialogue.chinese.leads import MANNER, VERB
from reader.dialogue.chinese.names import plausible, surname_of
from reader.dialogue.chinese.roster import Person
from reader.dialogue.chinese.words import COMPOUND_SURNAMES, ROLES, SURNAMES

_BEFORE = re.compile(
    "(?:^|[，。！？；：、”’」』\\n　 \\t]|却说|且说|忽见|只见|那|好|这)"
    f"([\\u4e00-\\u9fff]{{1,4}}?)(?:{MANNER}|[谓对向与][\\u4e00-\\u9fff]{{1,3}}?)*(?:{VERB})[：:]\\s*$"
)
_AFTER = re.compile(
    f"[\\s　]*([\\u4e00-\\u9fff]{{1,4}}?)(?:{MANNER}|[对向跟][\\u4e00-\\u9fff]{{1,3}}?)*"
    f"(?:{VERB})[了着道]?(?:[。，！…：]|$)"
)
_SURNAME_HERE = re.compile(
    "[" + "".join(SURNAMES) + "".join(each[0] for each in COMPOUND_SURNAMES) + "]"
)
_OPENS_CLAUSE = "，。！？；：、”’」』\n \t　"
SHORT_TITLES = "帝后王妃"
"""What is a name of one hanzi without a surname."""


@dataclass(frozen=True)
class Around:
    """The words before and after a speech, and its own first ones, all folded."""

    before: str
    after: str
    inside: str


def find_persons(speeches: Sequence[Around], texts: Sequence[str]) -> list[Person]:
    """The persons of a book: `speeches` are its quotations, `texts` the folded chapters."""
    speakers = [_speaker(each) for each in speeches]
    cores = Counter(core for core in speakers if core)
    whole = "\n".join(texts)
    counts = _surname_counts(texts)
    names = Names(_named(cores, counts, whole))
    join_introduced(names, whole)
    join_titles(names, counts)
    join_longer(names, cores)
    called = [(each.inside, speaker) for each, speaker in zip(speeches, speakers, strict=True)]
    join_called(names, called)
    persons = names.persons
    taken = {form for person in persons for form in person.forms}
    persons.extend(
        Person(name=role, forms={role}, role=True) for role in ROLES if role not in taken
    )
    for person in persons:
        person.weight = sum(cores[form] for form in person.forms)
    return persons


def _speaker(speech: Around) -> str:
    """What stands where the speaker is named; empty if nothing does."""
    match = _BEFORE.search(speech.before[-40:]) or _AFTER.match(speech.after[:30])
    return match.group(1) if match else ""


def _named(cores: Counter[str], counts: Counter[str], whole: str) -> list[Person]:
    """The persons of whom enough is said to them by `cores`, with full and short names."""
    fulls, shorts = _full_and_short(cores, counts)
    families = _families(counts, set(shorts))
    for core, count in cores.items():
        if len(core) == 2 and count >= 2 and core[1] in shorts and _whole_name(core):
            families.setdefault(core[1], []).append(core)
    for short in shorts:
        longer = _full_names(short, families.get(short, []), counts, fulls)
        for full in longer:
            fulls.setdefault(full, Person(name=full, forms={full})).forms.add(short)
        if not longer and (len(short) > 1 or short in SHORT_TITLES):
            fulls[short] = Person(name=short, forms={short})
    for full, person in fulls.items():
        given = full[len(surname_of(full)) :]
        alone = len(given) == 2 and given not in fulls and given not in ROLES
        if alone and whole.count(given) > counts[full] + 1:
            person.forms.add(given)
    return list(fulls.values())


def _whole_name(core: str) -> bool:
    """Whether two hanzi are a name though the first is not in our list of surnames."""
    return plausible(core) and not surname_of(core)


def _full_and_short(
    cores: Counter[str], counts: Counter[str]
) -> tuple[dict[str, Person], list[str]]:
    """Who has a surname, and the names without one that are named often enough."""
    good = {core for core, count in cores.items() if count >= 2 and plausible(core)}
    singles = {core for core in good if len(core) == 1 and cores[core] >= 5}
    beginnings = good.union(ROLES)
    fulls: dict[str, Person] = {}
    shorts: list[str] = []
    for core, count in cores.most_common():
        if core in ROLES or not plausible(core) or _begins_with(core, beginnings):
            continue
        if len(core) > 2 and core[0] in singles and cores[core] < cores[core[0]]:
            continue
        if surname_of(core):
            if count >= 2 or (len(core) == 3 and counts[core] >= 3):
                fulls[core] = Person(name=core, forms={core})
        elif count >= 2 + (len(core) == 1):
            shorts.append(core)
    return fulls, shorts


def _begins_with(core: str, others: set[str]) -> bool:
    return any(core[:length] in others for length in range(2, len(core)))


def _surname_counts(texts: Sequence[str]) -> Counter[str]:
    """How often each two to four hanzi that begin with a surname stand in the texts."""
    counts: Counter[str] = Counter()
    for text in texts:
        for match in _SURNAME_HERE.finditer(text):
            start = match.start()
            for length in (2, 3, 4):
                counts[text[start : start + length]] += 1
            if text[start - 1 : start] in _OPENS_CLAUSE:
                counts["^" + text[start : start + 2]] += 1
                counts["^" + text[start : start + 3]] += 1
    return counts


def _families(counts: Counter[str], shorts: set[str]) -> dict[str, list[str]]:
    """The names with a surname that end in each of `shorts`."""
    found: dict[str, list[str]] = {}
    for name in counts:
        surname = surname_of(name)
        if surname and name[len(surname) :] in shorts:
            found.setdefault(name[len(surname) :], []).append(name)
    return found


def _full_names(
    short: str, names: Sequence[str], counts: Counter[str], fulls: dict[str, Person]
) -> list[str]:
    least = 2 if len(short) == 1 else max(2, sum(counts[name] for name in names) * 0.05)
    return [
        name
        for name in names
        if name in fulls
        or (name[0] not in SURNAMES and counts[name] == 0)
        or (counts[name] >= least and counts["^" + name[:3]] >= 0.2 * counts[name])
    ]
