"""Who may be meant: persons, the forms they are called by, and where these stand in a text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.dialogue.chinese.leads import MANNER, VERB
from reader.dialogue.chinese.words import (
    ADDRESSED_AFTER,
    ANY_COMPOUND_SURNAME,
    COMPOUND_SURNAMES,
    MANNERS,
    NOT_A_NAME,
    SPEECH_VERBS,
    SURNAMES,
)


@dataclass(eq=False)
class Person:
    """Somebody in the making: `forms` are folded names; `identifier` is given at the end.

    A `role` is known by what they are (老者, 店小二) and not by a name. `weight` is how often the
    words beside speeches name them, `spoken` how many they are found to speak, `seen` their
    names as the text writes them.
    """

    name: str
    forms: set[str] = field(default_factory=set)
    gender: str = "unknown"
    age: str = "adult"
    role: bool = False
    identifier: str = ""
    weight: int = 0
    spoken: int = 0
    seen: Counter[str] = field(default_factory=Counter)


class Mention(NamedTuple):
    """A person named in the text, from `start` to `end`."""

    start: int
    end: int
    person: Person


NARRATOR = "我"
"""Who tells the story in the first person."""
_NOT_THE_NARRATOR = (
    "们", "家", "爸", "妈", "爹", "娘", "父亲", "母亲", "爷", "奶", "外", "哥", "姐", "弟", "妹",
    "叔", "舅", "姨", "姑", "伯", "婶", "嫂", "儿子", "女儿", "妻子", "丈夫", "老婆", "老公",
    "同学", "同桌", "朋友",
)  # fmt: skip
"""What follows 我 where that is not who acts: 我们, 我妈."""

_NOT_GIVEN = NOT_A_NAME.union("不欲故方闻见知必可能当至引领令无人等日夜马军前后", *MANNERS)
_FORGOTTEN = 3000
"""So many hanzi after the last full name, a short name may mean another."""
_LONG_GONE = 10_000
"""So many hanzi after somebody was last named, 长老 may be another: about two chapters."""
_WINDOW = 2500
_BEFORE_SHORT = "，。！？；：、“”「」『』…—\n \u3000　"
_ENDS = "：:，, "
_SAYING_NEXT = re.compile(f"(?:{MANNER}){{0,5}}(?:{VERB})")
_OBJECT_BEFORE = re.compile(f"(?:{'|'.join(ADDRESSED_AFTER)})$")
_SHORT_BEFORE = re.compile("(?:谓|与|对|问|语|辞|见|斩|杀|遣|令|命|教|使|召|请|封|拜|报|告|将)$")


class Roster:
    """The persons of a book and a search for their names."""

    def __init__(
        self, persons: Iterable[Person], *, closed: bool = False, modern: bool = False
    ) -> None:
        """`closed`: nobody else speaks in the book. `modern`: it is one in which others may, and
        that is written as books are today.
        """
        self.closed = closed
        self.modern = modern and not closed
        self.persons: list[Person] = []
        self._by_form: dict[str, list[Person]] = defaultdict(list)
        self._strangers: dict[str, list[Person]] = {}
        self._lengths: dict[str, list[int]] = {}
        self._first = re.compile("(?!)")
        for person in persons:
            self.persons.append(person)
            for form in person.forms:
                self._by_form[form].append(person)
        self._index()

    def stranger(self, name: str) -> Person:
        """Who is called so, made now if there was nobody yet."""
        persons = self._by_form.get(name) or self._strangers.get(name)
        if not persons:
            persons = self._strangers[name] = [Person(name=name, forms={name}, role=True)]
            self.persons.append(persons[0])
        return persons[-1]

    def merge(self, person: Person, other: Person) -> None:
        """Make one person of two: `person` has all names of `other`, who is no more.

        What is no name but tells what somebody is, 长老, means another again where the text has
        not named `person` for a while.
        """
        person.forms |= other.forms
        person.weight += other.weight
        stays = other.role and not person.role
        if not stays:
            self.persons.remove(other)
        for persons in (*self._by_form.values(), *self._strangers.values()):
            if other in persons:
                kept = [
                    each for each in persons if each is not person and (stays or each is not other)
                ]
                persons[:] = [*kept, person]

    def named_before(self, short: str, text: str, end: int) -> Person | None:
        """Whose name of a surname and `short` was the last before `end`; None if there is none."""
        window = text[max(0, end - _WINDOW) : end]
        names = [
            match.group()
            for match in re.finditer(f"(?:{ANY_COMPOUND_SURNAME}|[\\u4e00-\\u9fff]){short}", window)
        ]
        scores = {
            name: names.count(name) + 2 * (name[:-1] in SURNAMES or len(name) == 3)
            for name in names
            if name[0] not in NOT_A_NAME and not _OBJECT_BEFORE.search(name[:-1])
        }
        best = max(scores, key=lambda name: scores[name], default="")
        if scores.get(best, 0) < 3:
            return None
        return self._met(best)

    def _met(self, name: str) -> Person:
        """Who is called by a full `name`, who is looked for from now on."""
        person = self.stranger(name)
        person.role = False
        if name not in self._by_form:
            self._by_form[name].append(person)
            lengths = self._lengths.setdefault(name[0], [])
            self._lengths[name[0]] = sorted({*lengths, len(name)}, reverse=True)
            self._first = re.compile("[" + re.escape("".join(self._lengths)) + "]")
        return person

    def named_at(self, text: str, start: int) -> Person | None:
        """Who is named at `start` with a surname, if the text has that name at least twice."""
        length = 3 if text[start : start + 2] in COMPOUND_SURNAMES else 2
        name = text[start : start + length]
        likely = name[: length - 1] in SURNAMES or length == 3
        if not likely or not name.isalpha() or name[-1:] in _NOT_GIVEN or text.count(name) < 2:
            return None
        return self._met(name)

    def _index(self) -> None:
        lengths: dict[str, set[int]] = defaultdict(set)
        for form in self._by_form:
            lengths[form[0]].add(len(form))
        self._lengths = {first: sorted(each, reverse=True) for first, each in lengths.items()}
        if lengths:
            self._first = re.compile("[" + re.escape("".join(lengths)) + "]")

    def mentions(
        self,
        text: str,
        start: int,
        end: int,
        latest: dict[Person, int] | None = None,
        base: int = 0,
    ) -> list[Mention]:
        """The persons named in ``text[start:end]``, folded, in order.

        A form that several share means whom the text has named last by a form of their own;
        `latest` holds that from the text before, counted from `base`, and is kept up to date.
        """
        latest = {} if latest is None else latest
        found: list[Mention] = []
        position = start
        while match := self._first.search(text, position, end):
            here = match.start()
            stop, persons = self._longest(text, here, end)
            position = max(stop, here + 1)
            if not persons:
                continue
            if persons[0].name == NARRATOR and text.startswith(_NOT_THE_NARRATOR, stop):
                continue
            person = _latest(persons, latest, base + here)
            if stop - here == 1:
                person = self._recalled(person, text, here, latest, base)
            elif len(persons) == 1:
                latest[person] = base + here
            found.append(Mention(here, stop, person))
        return found

    def _recalled(
        self, person: Person, text: str, here: int, latest: dict[Person, int], base: int
    ) -> Person:
        """Whom a name of one hanzi means: `person`, if the text has named them not long ago."""
        if person.name == NARRATOR:
            return person
        if base + here - latest.get(person, -_FORGOTTEN) < _FORGOTTEN:
            return person
        named = None if self.closed else self.named_before(text[here], text, here)
        person = named or person
        latest[person] = base + here
        return person

    def _longest(self, text: str, start: int, end: int) -> tuple[int, Sequence[Person]]:
        for length in self._lengths[text[start]]:
            form = text[start : min(end, start + length)]
            persons = self._by_form.get(form)
            if persons and len(form) == length and (length > 1 or _stands_alone(text, start)):
                return start + length, persons
        return start, ()


def _latest(persons: Sequence[Person], latest: dict[Person, int], here: int) -> Person:
    """Who of `persons` was named last before `here`; one without a name was, long ago."""
    if len(persons) == 1:
        return persons[0]
    named = {each: here - _LONG_GONE if each.role else latest.get(each, -1) for each in persons}
    return max(persons, key=lambda each: (named[each], each.weight))


def _stands_alone(text: str, start: int) -> bool:
    """Whether a name of one hanzi is likely to be one here, and not part of a word."""
    if text[start] in SPEECH_VERBS and text[start + 1 : start + 2] in _ENDS:
        return False
    before = text[max(0, start - 2) : start]
    if before[-1:] not in "大自" and _SAYING_NEXT.match(text, start + 1):
        return True
    return not before or before[-1] in _BEFORE_SHORT or bool(_SHORT_BEFORE.search(before))


def saying_next(text: str, position: int) -> re.Match[str] | None:
    """Whether words of saying, and of how it is said, begin at `position`."""
    return _SAYING_NEXT.match(text, position)


def is_object(text: str, start: int) -> bool:
    """Whether what is named at `start` is spoken to, or done to, rather than acting."""
    return _OBJECT_BEFORE.search(text, max(0, start - 2), start) is not None
