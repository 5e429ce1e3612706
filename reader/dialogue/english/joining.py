"""Puts the forms of names together that are one person's."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from reader.dialogue.english.forms import Forms
from reader.dialogue.english.given_names import GIVEN_NAMES
from reader.dialogue.english.names import bare, title
from reader.dialogue.english.people import FAMILIAR, HEADS, TITLES
from reader.language import wordlists

_WITH_GIVEN = wordlists.words(
    "miss lady sir lord aunt auntie uncle master cousin dame sister brother father saint"
)
"""Titles that may stand before a given name."""
_RANKS = wordlists.words("dr doctor professor captain colonel major general judge inspector")
_OF_WOMEN = frozenset(("mrs", "miss"))
_LEAST_VOTES = 2
"""So many pronouns tell a gender if all do alike."""
_ENDEARING = ("ie", "ey", "y")
_LEAST_STEM = 4
"""Letters that a name shares with the one it is short for; fewer begin many names."""


@dataclass(kw_only=True)
class Person:
    """The forms of one person's name."""

    forms: Forms = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How often all forms are written."""
        return sum(each.count for each in self.forms.values())

    @property
    def gender(self) -> str:
        """What they tell of the gender."""
        return gender_of(self.forms)


def gender_of(forms: Forms) -> str:
    """``f``, ``m`` or ``""``: from titles, then pronouns, then given names."""
    told: Counter[str] = Counter()
    guessed: Counter[str] = Counter()
    votes: Counter[str] = Counter()
    for form, each in forms.items():
        votes.update(each.votes)
        word = form[0] if len(form) > 1 else ""
        if TITLES.get(word):
            told[TITLES[word]] += each.count
        elif HEADS.get(form[-1]) and form[-1] not in GIVEN_NAMES:
            told[HEADS[form[-1]]] += each.count
        given = bare(form)[0]
        if given in GIVEN_NAMES:
            guessed[GIVEN_NAMES[given]] += each.count
    if told:
        return told.most_common(1)[0][0]
    if guessed:
        likely = guessed.most_common(1)[0][0]
        if votes.total() < 12 or votes[likely] * 6 >= votes.total():
            return likely
    agreed = len(votes) == 1 and votes.total() == _LEAST_VOTES
    if agreed or (
        votes.total() > _LEAST_VOTES and votes.most_common(1)[0][1] >= 0.65 * votes.total()
    ):
        return votes.most_common(1)[0][0]
    return ""


def joined(forms: Forms) -> list[Person]:
    """Forms of the same person put together: full names, then titles, then single names."""
    people: list[Person] = []
    by_given: dict[str, list[Person]] = defaultdict(list)
    by_family: dict[str, list[Person]] = defaultdict(list)

    def place(form: tuple[str, ...], chosen: Person | None) -> None:
        person = chosen
        if person is None:
            person = Person()
            people.append(person)
        person.forms[form] = forms[form]
        core = bare(form)
        if len(core) > 1 or _given(form):
            _add(by_given[_full(core[0])], person)
        if len(core) > 1 or not _given(form):
            _add(by_family[core[-1]], person)

    for form in sorted(forms, key=lambda form: (_order(form), -forms[form].count, form)):
        core, called = bare(form), title(form)
        given, family = by_given[_full(core[0])], by_family[core[-1]]
        if len(core) > 1:
            fitting = [each for each in given if each in family]
        elif _given(form):
            fitting = given or ([] if called else family)
        else:
            fitting = family or (given if called in ("", "mr", "mrs") else [])
        if not fitting and _is_pet(form, forms):
            fitting = _called_short(core[0], people)
        gender = gender_of({form: forms[form]})
        fitting = [each for each in fitting if _agree(each, gender, called)]
        if called and len(core) == 1:
            fitting = [each for each in fitting if not _told_apart(form, each, forms)]
        if called == "mrs" and len(core) == 1 and ("miss", *core) in forms:
            fitting = [each for each in fitting if _married(each)]
        if core[0] in FAMILIAR:
            fitting = [each for each in fitting if not _of_rank(each)]
        if len(core) == 1 and not called and not _given(form):
            fitting = [each for each in fitting if each.gender == "m"] or fitting
        place(form, _chosen(_eldest(fitting) if called == "miss" else fitting, called))
    return people


def _is_pet(form: tuple[str, ...], forms: Forms) -> bool:
    """Whether only those who speak call somebody that, and it is made like “Garny”."""
    told = forms[form].says or forms[form].acts
    return len(form) == 1 and not told and _stem(form[0]) != form[0]


def _called_short(name: str, people: list[Person]) -> list[Person]:
    """Those of whose names “Garny” may be short: Mr. Garnet."""
    stem = _stem(name)
    return [
        each
        for each in people
        if any(
            word.startswith(stem) and len(word) > len(stem) + 1
            for form in each.forms
            for word in bare(form)
        )
    ]


def _stem(name: str) -> str:
    for ending in _ENDEARING:
        if name.endswith(ending) and len(name) - len(ending) >= _LEAST_STEM:
            return name.removesuffix(ending)
    return name


def _add(listed: list[Person], person: Person) -> None:
    if person not in listed:
        listed.append(person)


def _order(form: tuple[str, ...]) -> int:
    if len(bare(form)) > 1:
        return 0
    return 1 if title(form) else 2


def _given(form: tuple[str, ...]) -> bool:
    """Whether the single name in `form` is a given one."""
    called, name = title(form), bare(form)[0]
    if called and called not in _WITH_GIVEN:
        return False
    return name in GIVEN_NAMES or name in FAMILIAR


def _full(name: str) -> str:
    return FAMILIAR.get(name, name)


def _agree(person: Person, gender: str, called: str) -> bool:
    own = person.gender
    if own and gender and own != gender:
        return False
    borne = {title(form) for form in person.forms} - {""}
    if called in _RANKS:
        return not borne & _OF_WOMEN
    married = borne & _OF_WOMEN
    return not (called in _OF_WOMEN and (borne & _RANKS or (married and called not in married)))


def _told_apart(form: tuple[str, ...], person: Person, forms: Forms) -> bool:
    """Whether Mr. Knightley is not Mr. John Knightley, as that is said often enough beside it."""
    for other, each in person.forms.items():
        if title(other) != title(form) or len(bare(other)) < 2:
            continue
        own = title(form) in ("mrs", "miss") and GIVEN_NAMES.get(bare(other)[0]) == "f"
        if not own and each.count >= 5 and forms[form].count >= 2.5 * each.count:
            return True
    return False


def _eldest(sisters: list[Person]) -> list[Person]:
    """Whom “Miss Bennet” means: not one whom the book calls Miss Elizabeth."""
    titled = [
        each
        for each in sisters
        if any(title(form) == "miss" and _given(form) for form in each.forms)
    ]
    left = [each for each in sisters if each not in titled]
    return sorted(left, key=lambda each: -each.count)[:1] if titled else sisters


def _married(person: Person) -> bool:
    return any(title(form) == "mrs" for form in person.forms)


def _of_rank(person: Person) -> bool:
    """Whether it is somebody whom nobody calls by a pet name."""
    return any(title(form) in ("lady", "sir", "lord", "queen", "king") for form in person.forms)


def _chosen(fitting: list[Person], called: str) -> Person | None:
    """The one of `fitting` who is meant; None where it is open, and so somebody else."""
    if len(fitting) <= 1:
        return fitting[0] if fitting else None
    if called:
        return None
    most, next_most = sorted(fitting, key=lambda each: -each.count)[:2]
    return most if most.count >= 2 * next_most.count else None
