"""Finds who there is in a book, from what stands before and after what is said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.dialogue.chinese.acting import acting_names
from reader.dialogue.chinese.aliases import (
    Names,
    join_foreign,
    join_introduced,
    join_longer,
    join_titles,
)
from reader.dialogue.chinese.leads import MANNER, VERB
from reader.dialogue.chinese.names import is_modern, plausible, surname_of
from reader.dialogue.chinese.roster import NARRATOR, Person
from reader.dialogue.chinese.words import (
    COMPOUND_SURNAMES,
    FAMILY,
    NOT_A_NAME,
    ROLES,
    SURNAMES,
)

_HANZI = "[\\u4e00-\\u9fff]"
_BEFORE = re.compile(
    "(?:^|[，。！？；：、”’」』·•‧\\n　 \\t]|却说|且说|忽见|只见|那|好|这)"
    f"({_HANZI}{{1,5}}?)(?:{MANNER}|[谓对向与]{_HANZI}{{1,3}}?){{0,5}}(?:{VERB})[：:]\\s*$"
)
_AFTER = re.compile(
    f"[\\s　]*(?:{_HANZI}{{1,5}}[·•‧])?({_HANZI}{{1,5}}?)"
    f"(?:{MANNER}|[对向跟]{_HANZI}{{1,3}}?){{0,5}}(?:{VERB})[了着道]?(?:[。，！…：]|$)"
)
_SURNAME_HERE = re.compile(
    "[" + "".join(SURNAMES) + "".join(each[0] for each in COMPOUND_SURNAMES) + "]"
)
_OPENS_CLAUSE = "，。！？；：、”’」』\n \t　"
_OFTEN, _AT_FRONT = 5, 0.25
"""So often must a name be there, and such a share of it first in a clause."""
_SPEAKING = 0.3
"""Such a share of all its mentions stands where a speaker is named: that is enough for a name."""
_NO_SURNAME = 0.05
"""Such a share of a hanzi that is a surname must be the end of a name, to be a short name too."""
_WITH_SURNAME, _STANDS_OUT = 0.02, 4
"""Such a share of a name must have the surname before it, and so many times more than the next."""
_NARRATES, _NARRATING = 3, 0.02
"""So often, and such a share of all that are named, must 我 be named as a speaker to be one."""
_BARELY = 0.5
"""In a smaller share of a name the hanzi after it is no part of it: 乐乐抢着说."""
_PLACES = "山河湖江海湾沟村庄镇乡县市省州城街路巷桥树林部局院校厂店寺庙"
SHORT_TITLES = "帝后王妃"
"""What is a name of one hanzi without a surname."""


@dataclass(frozen=True)
class Around:
    """The words before and after a speech, folded."""

    before: str
    after: str


def find_persons(
    speeches: Sequence[Around], texts: Sequence[str], *, tells: bool = False
) -> list[Person]:
    """The persons of a book: `speeches` are its quotations, `texts` the folded chapters.

    `tells`: 我 is known to tell the story.
    """
    cores = Counter(core for each in speeches if (core := _speaker(each)))
    whole = "\n".join(texts)
    counts = _surname_counts(texts)
    names = Names(_named(cores, counts, whole))
    join_introduced(names, whole)
    join_foreign(names, whole)
    join_titles(names, counts)
    join_longer(names, cores)
    persons = names.persons
    if tells or cores[NARRATOR] >= max(_NARRATES, _NARRATING * cores.total()):
        persons.append(Person(name=NARRATOR, forms={NARRATOR}))
    taken = {form for person in persons for form in person.forms}
    persons.extend(
        Person(name=role, forms=_role_forms(role), role=True) for role in ROLES if role not in taken
    )
    for person in persons:
        person.weight = sum(cores[form] for form in person.forms)
    return persons


def _role_forms(role: str) -> set[str]:
    """怪 is called 那怪, too; longer words need nothing before them to be known."""
    forms = {role, "那" + role, "这" + role} if len(role) == 1 else {role}
    return {*forms, *(NARRATOR + each for each in (role, role[0]) if role in FAMILY)}


def _speaker(speech: Around) -> str:
    """What stands where the speaker is named; empty if nothing does."""
    match = _BEFORE.search(speech.before[-40:]) or _AFTER.match(speech.after[:30])
    return match.group(1) if match else ""


def _named(cores: Counter[str], counts: Counter[str], whole: str) -> list[Person]:
    """The persons of whom enough is said to them by `cores`, with full and short names."""
    fulls, shorts = _full_and_short(cores, counts, whole)
    if is_modern((whole,)):
        _add_acting(fulls, counts, whole)
    families = _families(counts, set(shorts))
    for core, count in cores.items():
        if len(core) == 2 and count >= 2 and core[1] in shorts and _whole_name(core):
            families.setdefault(core[1], []).append(core)
    for short in shorts:
        longer = [] if short in SHORT_TITLES else _longer(short, families, counts, fulls, whole)
        for full in longer:
            fulls.setdefault(full, Person(name=full, forms={full})).forms.add(short)
        if not longer and (len(short) > 1 or short in SHORT_TITLES):
            fulls[short] = Person(name=short, forms={short})
    for person in fulls.values():
        for short in [each for each in person.forms if each not in ROLES]:
            if surname := _family_name(short, counts, whole):
                person.forms.add(surname + short)
    for full, person in fulls.items():
        given = full[len(surname_of(full)) :]
        alone = len(given) == 2 and given not in fulls and given not in ROLES
        if alone and whole.count(given) > counts[full] + 1:
            person.forms.add(given)
    return list(fulls.values())


def _add_acting(fulls: dict[str, Person], counts: Counter[str], whole: str) -> None:
    """Add those who act in a modern text, instead of what is one of them and a hanzi."""
    for name in _acting(counts):
        if _is_met(name, whole):
            fulls.setdefault(name, Person(name=name, forms={name}))
    for name in acting_names(whole):
        for longer in [each for each in fulls if each.startswith(name) and each != name]:
            if whole.count(longer) < _BARELY * whole.count(name):
                del fulls[longer]
        if not any(name in each.forms for each in fulls.values()):
            fulls[name] = Person(name=name, forms={name})


def _family_name(name: str, counts: Counter[str], whole: str) -> str:
    """The surname that stands before `name`, of two hanzi, and no other nearly as often."""
    if len(name) != 2:
        return ""
    found = sorted(SURNAMES, key=lambda each: -counts[each + name])
    best, second = (counts[each + name] for each in found[:2])
    enough = max(_OFTEN, _WITH_SURNAME * whole.count(name), _STANDS_OUT * second)
    return found[0] if best >= enough and counts[f"^{found[0]}{name}"] else ""


def _whole_name(core: str) -> bool:
    """Whether two hanzi are a name though the first is not in our list of surnames."""
    return plausible(core) and not surname_of(core)


def _full_and_short(
    cores: Counter[str], counts: Counter[str], whole: str
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
        if _ends_with_name(core, good):
            continue
        if len(core) > 2 and core[0] in singles and cores[core] < cores[core[0]]:
            continue
        if surname_of(core):
            if count >= 2 or len(core) == 3 or counts[core] >= 3:
                fulls[core] = Person(name=core, forms={core})
        elif count >= 2 + (len(core) == 1) and _is_person(core, count, whole):
            shorts.append(core)
    return fulls, shorts


def _acting(counts: Counter[str]) -> list[str]:
    """The names of a surname and two hanzi that often begin a clause, whether they speak or not."""
    return [
        name
        for name, count in counts.items()
        if count >= _OFTEN
        and len(name) == 3
        and name.isalpha()
        and counts["^" + name] >= _AT_FRONT * count
        and counts[name[:2]] <= 2 * count
        and surname_of(name)
        and not NOT_A_NAME.intersection(name[1:])
        and name[2] not in _PLACES
        and plausible(name)
    ]


def _is_person(core: str, count: int, whole: str) -> bool:
    """Whether what stands `count` times where speakers are named is no adverb."""
    return len(core) == 1 or count >= _SPEAKING * whole.count(core) or _is_met(core, whole)


def _is_met(core: str, whole: str) -> bool:
    """Whether somebody speaks to `core`, or does something to them: adverbs are not met."""
    return re.search(f"[对和跟向给把被与让叫谓问见那这望请命教、]{core}", whole) is not None


def _begins_with(core: str, others: set[str]) -> bool:
    return any(core[:length] in others for length in range(2, len(core)))


def _ends_with_name(core: str, others: set[str]) -> bool:
    """Whether a title stands before a name in `core`: 长史张昭."""
    return any(core[cut:] in others and surname_of(core[cut:]) for cut in range(2, len(core) - 1))


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


def _longer(
    short: str,
    families: dict[str, list[str]],
    counts: Counter[str],
    fulls: dict[str, Person],
    whole: str,
) -> list[str]:
    """The names that end in `short` and are likely to be those of people called so."""
    names = families.get(short, [])
    least = 2 if len(short) == 1 else max(2, sum(counts[name] for name in names) * 0.05)
    longer = [
        name
        for name in names
        if name in fulls
        or (name[0] not in SURNAMES and counts[name] == 0)
        or (counts[name] >= least and counts["^" + name[:3]] >= 0.2 * counts[name])
    ]
    if short in SURNAMES:
        often = _NO_SURNAME * whole.count(short)
        longer = [name for name in longer if counts[name] >= often]
    return longer
