"""Joins the names of one person: 刘备 and 玄德, 猪八戒 and 八戒, 张三 and 老张."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from reader.dialogue.chinese.leads import MANNER, VERB
from reader.dialogue.chinese.names import plausible, surname_of
from reader.dialogue.chinese.people import gender_of
from reader.dialogue.chinese.roster import Person
from reader.dialogue.chinese.words import (
    ADDRESSED_AFTER,
    ANY_COMPOUND_SURNAME,
    MANNERS,
    NOT_A_NAME,
    TITLES,
)
from reader.language.traditional import simplified

_HANZI = "[\\u4e00-\\u9fff]"
_INTRODUCTION = re.compile(
    f"姓({ANY_COMPOUND_SURNAME}|{_HANZI})，?[双法]?名(?:叫|唤|曰)?({_HANZI}{{1,2}}?)(?=[，。、；表字])"
    f"(?:，?(?:表)?字({_HANZI}{{1,2}}?)(?=[，。、；：乃也是者]|$)"
    f"(?:，后改(?:字|名)?({_HANZI}{{2}})(?=[，。、；]))?)?"
)
_STYLED = re.compile(
    f"((?:{ANY_COMPOUND_SURNAME}){_HANZI}{{1,2}}|{_HANZI}{{1,3}})，?(?:表)?字({_HANZI}{{2}})"
    "(?=[，。、；：乃也是者])"
)
_NICKNAMED = re.compile(
    f"({_HANZI}{{2,3}})(?:，|的)?"
    "(?:小名|绰号|外号|法名|法号|道号|混名|诨名|别号|人称|诨号|乳名|学名|大名|真名|本名)"
    f"(?:叫做|唤做|叫作|唤作|叫|唤|是|为|曰|称)?“?({_HANZI}{{2,3}})(?=[”，。、；的])"
)
_ALSO = re.compile(
    f"(?:[，；：。]{_HANZI}{{0,6}}){{0,2}}[，；：。]{_HANZI}{{0,6}}?"
    "(?:道号|贱号|法号|法名|绰号|外号|诨名|更名|改名|化名)(?:叫|曰|为|是)?"
    f"(?!改姓)({_HANZI}{{2}})(?=[，。；]|先生)"
)
_DOTS = "·•‧"
_FOREIGN = re.compile(
    f"({_HANZI}{{1,6}})[{_DOTS}]({_HANZI}{{2,6}}?)(?=(?:{MANNER}|{VERB}|[，。、的]))"
)
_NO_DOTS = str.maketrans("", "", _DOTS)
_OFFICES = "左"
"""What begins an office, as 左将军, and is seldom a surname."""
_BEFORE_NO_NAME = "婆母妈爷奶娘翁王"
"""What makes no name of a hanzi that could be a surname: 龙婆, 王母."""
_STANDS_OUT = 4
"""So many times more than the next of the surname must one be named to be 老张."""

_BEFORE_NAMES = frozenset((*ADDRESSED_AFTER, *MANNERS))


class Names:
    """The persons found, and who is called what."""

    def __init__(self, persons: list[Person]) -> None:
        self.persons = persons
        self._owners: dict[str, list[Person]] = defaultdict(list)
        for person in persons:
            for form in person.forms:
                self._owners[form].append(person)

    def owner(self, form: str) -> Person | None:
        """Who is called `form`, where that is one person."""
        owners = self._owners.get(form, ())
        return owners[0] if len(owners) == 1 else None

    def give(self, person: Person, form: str) -> None:
        """Call `person` by `form` from now on, and nobody else who has a longer name."""
        others = [each for each in self._owners[form] if each is not person]
        for other in others:
            if other.name == form or not surname_of(other.name):
                self.merge(person, other)
        person.forms.add(form)
        if len(form) > 1:
            self._owners[form] = [person]
        elif person not in self._owners[form]:
            self._owners[form].append(person)

    def merge(self, person: Person, other: Person) -> None:
        """Make one person of two."""
        self.persons.remove(other)
        person.forms |= other.forms
        for owners in self._owners.values():
            if other in owners:
                owners[:] = [each for each in owners if each is not other]
                if person not in owners:
                    owners.append(person)

    def add(self, name: str) -> Person:
        """Somebody of that name, new if there was nobody."""
        owner = self.owner(name)
        if owner is None:
            owner = Person(name=name, forms={name})
            self.persons.append(owner)
            self._owners[name].append(owner)
        return owner


def join_introduced(names: Names, whole: str) -> None:
    """姓刘名备，字玄德 and 法正字孝直, and those who have a nickname."""
    for match in _INTRODUCTION.finditer(whole):
        surname, given, *styles = match.groups()
        if not surname_of(surname + given):
            continue
        person = names.add(surname + given)
        names.give(person, match.group())
        for style in styles:
            if style and style not in NOT_A_NAME:
                names.give(person, style)
                names.give(person, surname + style)
        if len(given) == 1 and plausible(given):
            names.give(person, given)
        _give_also(names, person, whole, match.end())
    for match in _STYLED.finditer(whole):
        holder, style = match.groups()
        styled = _styled(names, whole, match.start(), holder)
        if styled and plausible(style):
            names.give(styled, style)
            names.give(styled, surname_of(styled.name) + style)
            _give_also(names, styled, whole, match.end())
    for match in _NICKNAMED.finditer(whole):
        named = names.owner(match.group(1))
        if named and names.owner(match.group(2)) is None and plausible(match.group(2)):
            names.give(named, match.group(2))


def _give_also(names: Names, person: Person, whole: str, end: int) -> None:
    """Call `person` as what is told after `end` says: 道号水镜先生, 更名单福."""
    also = _ALSO.match(whole, end)
    if also and plausible(also.group(1)):
        names.give(person, also.group(1))


def _styled(names: Names, whole: str, end: int, holder: str) -> Person | None:
    """Whose style is told after `holder`: by the full name there, or by the one before it."""
    for cut in range(len(holder)):
        if surname_of(holder[cut:]) and (person := names.owner(holder[cut:])):
            return person
    for surname in reversed(
        re.findall(f"({ANY_COMPOUND_SURNAME}|{_HANZI}){holder[-1]}", whole[max(0, end - 120) : end])
    ):
        name = surname + holder[-1]
        if surname_of(name) and (person := names.owner(name)):
            return person
    return None


def join_foreign(names: Names, whole: str) -> None:
    """安娜·卡列尼娜 is 安娜, and 卡列尼娜 too where nobody else has that family name."""
    given: dict[str, set[str]] = defaultdict(set)
    for match in _FOREIGN.finditer(whole):
        given[match.group(2)].add(match.group(1))
    for family, firsts in given.items():
        for first in firsts:
            person = names.owner(first)
            other = names.owner(family) if len(firsts) == 1 else None
            person = person or other
            if person is None:
                continue
            if other and other is not person:
                names.merge(person, other)
            for dot in _DOTS:
                if (full := first + dot + family) in whole:
                    names.give(person, full)


def join_titles(names: Names, counts: Counter[str]) -> None:
    """Surname and title mean who of that surname is named most, if they stand out."""
    families: dict[str, list[tuple[int, Person]]] = defaultdict(list)
    for person in names.persons:
        surname = surname_of(person.name)
        given = person.name[len(surname) :]
        if surname and surname not in _OFFICES and given not in (*TITLES, *_BEFORE_NO_NAME):
            families[surname].append((counts[person.name], person))
    for surname, members in families.items():
        members.sort(key=lambda each: -each[0])
        if len(members) > 1 and members[0][0] < _STANDS_OUT * members[1][0]:
            continue
        titles = [surname + each for each in TITLES if _fits(each, members[0][1])]
        for title in (*titles, "老" + surname, "小" + surname):
            owner = names.owner(title)
            if (owner and owner.name == title) or (owner is None and counts[title] >= 2):
                names.give(members[0][1], title)


def _fits(title: str, person: Person) -> bool:
    """Whether a title may be that of `person`: 甘夫人 is not 甘宁 but the wife of another."""
    titled = Person(name=title, forms={title}, role=True)
    return gender_of(titled) != "female" or gender_of(person) == "female"


def join_longer(names: Names, cores: Counter[str]) -> None:
    """猪八戒 is 八戒: the longer name of one who is mostly called by the end of it."""
    for person in list(names.persons):
        short = person.name[1:]
        other = names.owner(short) if len(short) >= 2 else None
        if person.name[0] in _BEFORE_NAMES:
            continue
        if other and other is not person and cores[person.name] < cores[short]:
            names.merge(other, person)


def usual_name(person: Person) -> str:
    """The fullest name that is usual: with a surname if a tenth of all naming has it."""
    seen = {name: times for name, times in person.seen.items() if _is_name(name)}
    if not seen or (len(person.name) > 1 and not any(len(name) > 1 for name in seen)):
        return person.name
    most = max(seen.values())
    full = [name for name in seen if surname_of(simplified(name)) and seen[name] * 10 >= most]
    return max(full or seen, key=lambda name: (seen[name], name))


def aliases_of(person: Person) -> tuple[str, ...]:
    """All that the text calls a person, the most frequent first."""
    names: Iterable[str] = filter(_is_name, person.seen)
    return tuple(sorted(names, key=lambda each: (-person.seen[each], each)))


def _is_name(form: str) -> bool:
    """Whether a form is more than the words of an introduction."""
    return form.translate(_NO_DOTS).isalpha() and not (form[0] == "姓" and len(form) > 2)
