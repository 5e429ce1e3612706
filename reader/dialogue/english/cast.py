"""Who is in the book: the forms of names put together to people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from reader.dialogue.english.forms import Form, find_forms
from reader.dialogue.english.joining import Person, gender_of, joined
from reader.dialogue.english.mentions import Kind, mentions
from reader.dialogue.english.names import Names, bare, parts
from reader.dialogue.english.people import CHILDREN, GENERAL, HEADS, OLD, YOUNG
from reader.dialogue.english.verbs import SAYING, WEAK
from reader.dialogue.english.words import NARRATION, Words
from reader.dialogue.model import Character

_GENDERS = {"f": "female", "m": "male"}
_ROLE_SAYS = 3
"""How often “the landlord” must be said to say something."""
_GENERAL_SHARE = 0.12
"""And “the old man”, which may be what others are called as well: of all that is said."""


def find_cast(chapters: Sequence[Words], check: Callable[[], None]) -> list[Character]:
    """Everybody in the book, who is named most first."""
    people = joined(find_forms(chapters, check))
    found = [_character(each) for each in sorted(people, key=lambda each: -each.count)]
    return _distinct(found + _roles(chapters, found, check))


def _distinct(characters: Sequence[Character]) -> list[Character]:
    """`characters` with a number behind an identifier that another has."""
    taken: Counter[str] = Counter()
    found: list[Character] = []
    for each in characters:
        taken[each.identifier] += 1
        count = taken[each.identifier]
        name = each.identifier if count == 1 else f"{each.identifier} {count}"
        found.append(replace(each, identifier=name))
    return found


def with_genders(characters: Sequence[Character]) -> list[Character]:
    """`characters`, those of unknown gender with what their names tell."""
    return [
        replace(each, gender=_GENDERS.get(_gender_of_names(each), "unknown"))
        if each.gender == "unknown"
        else each
        for each in characters
    ]


def _gender_of_names(character: Character) -> str:
    votes = Counter(gender_of({parts(form): Form(count=1)}) for form in character.aliases)
    return max(votes, key=lambda one: (bool(one), votes[one]), default="")


def _character(person: Person) -> Character:
    ordered = sorted(person.forms.items(), key=lambda item: -item[1].count)
    written = [_usual(each) for _, each in ordered]
    enough = max(2, person.count // 50)
    usual = [form for form, each in ordered if each.count >= enough] or [ordered[0][0]]
    fullest = max(usual, key=lambda form: (len(bare(form)), person.forms[form].count))
    name = _usual(person.forms[fullest])
    if all(each.article > each.count / 2 for each in person.forms.values()):
        name = f"the {name}"
        written = [name, *written]
    return Character(
        identifier=name,
        name=name,
        aliases=tuple(dict.fromkeys(written)),
        gender=_GENDERS.get(person.gender, "unknown"),
        age=_age(person),
    )


def _usual(form: Form) -> str:
    """How the form is written most, without capitals for the sake of a heading or signature."""
    name = form.written.most_common(1)[0][0]
    return name.title() if name.isupper() else name


def _age(person: Person) -> str:
    words = {word for form in person.forms for word in form}
    ages: Counter[str] = Counter()
    for each in person.forms.values():
        ages.update(each.ages)
    often = max(2, person.count // 10)
    if words & OLD or ages["old"] >= often:
        return "senior"
    if words & CHILDREN or "master" in words or ages["little"] >= often:
        return "child"
    return "young" if words & YOUNG or ages["young"] >= often else "adult"


def _roles(
    chapters: Sequence[Words], known: Sequence[Character], check: Callable[[], None]
) -> list[Character]:
    """Those who speak and are only called what they are: the landlord, the old man."""
    names = Names(known)
    says: Counter[str] = Counter()
    all_says = 0
    for words in chapters:
        check()
        all_says += sum(
            word in SAYING and word not in WEAK and inside == NARRATION
            for word, inside in zip(words.low, words.inside, strict=True)
        )
        for each in mentions(words, names):
            if (
                each.kind is Kind.ROLE
                and each.inside == NARRATION
                and not each.who
                and words.low[each.first] == "the"
            ):
                before = words.low[each.first - 1] if each.first else "\n"
                after = words.low[each.last] if each.last < len(words) else "\n"
                said = any(word in SAYING and word not in WEAK for word in (before, after))
                says[" ".join(words.low[each.first : each.last])] += said
    least = max(_ROLE_SAYS, _GENERAL_SHARE * all_says)
    return [_role(phrase) for phrase, count in says.most_common() if _is_role(phrase, count, least)]


def _is_role(phrase: str, count: int, least: float) -> bool:
    """Whether a description that says something so often is somebody; a general
    one needs `least`.
    """
    noun = phrase.rpartition(" ")[-1]
    return count >= (least if noun in GENERAL or noun in CHILDREN else _ROLE_SAYS)


def _role(phrase: str) -> Character:
    words = phrase.split()
    age = "senior" if set(words) & OLD else "child" if set(words) & CHILDREN else "adult"
    return Character(
        identifier=phrase,
        name=phrase,
        aliases=(phrase,),
        gender=_GENDERS.get(HEADS[words[-1]], "unknown"),
        age="young" if set(words) & YOUNG else age,
    )
