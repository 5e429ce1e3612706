"""The forms of names, and where they stand in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from reader.dialogue.english.people import FAMILIAR, GENERAL, HEADS, QUALITIES, SHORT, TITLES
from reader.dialogue.english.words import Words
from reader.dialogue.model import Character
from reader.language import wordlists

_PART = re.compile(r"[^\W\d_](?:[^\W_]|-(?=[^\W_])|['’](?=[A-Za-z]))*")
_OF_FAMILIES = frozenset(("mrs", "miss", "ms", "mme", "madame", "mlle", "mademoiselle"))
_LAST = 2
_ARTICLES = wordlists.words("the a an")
_PARTICLES = wordlists.words("of de du von van la le der di da the and")


def parts(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, titles without a full stop."""
    return tuple(word.lower() for word in _PART.findall(name))


def bare(name: tuple[str, ...]) -> tuple[str, ...]:
    """`name` without article and titles; as it is, if nothing else is left."""
    first = 0
    while first < len(name) - 1 and (name[first] in TITLES or name[first] in _ARTICLES):
        first += 1
    return name[first:]


def title(name: tuple[str, ...]) -> str:
    """The title that `name` begins with, ``""`` if none."""
    for word in name[:-1]:
        if word in TITLES and word not in QUALITIES:
            return word
        if word not in _ARTICLES and word not in QUALITIES:
            break
    return ""


class Names:
    """Finds the characters' names in a text; a form that several bear finds all of them."""

    def __init__(self, characters: Sequence[Character]) -> None:
        self._forms: dict[str, dict[tuple[str, ...], tuple[int, ...]]] = defaultdict(dict)
        self._heads: dict[str, set[int]] = defaultdict(set)
        given: dict[tuple[str, ...], set[int]] = defaultdict(set)
        derived: dict[tuple[str, ...], dict[int, int]] = defaultdict(dict)
        for number, character in enumerate(characters):
            for alias in {character.name, *character.aliases}:
                words = parts(alias)
                if words:
                    given[words].add(number)
                    for form in _derived(words):
                        rank = min(_rank(words, form), derived[form].get(number, _LAST))
                        derived[form][number] = rank
                    if words[-1] in HEADS or words[0] in HEADS:
                        self._heads[words[-1] if words[-1] in HEADS else words[0]].add(number)
        for form, ranks in derived.items():
            nearest = {who for who, rank in ranks.items() if rank == min(ranks.values())}
            if form not in given and len(nearest) <= 3:
                given[form] = nearest
        for form, owners in given.items():
            self._forms[form[0]][form] = tuple(sorted(owners))
        self._longest = {word: max(map(len, forms)) for word, forms in self._forms.items()}

    def heads(self, noun: str) -> set[int]:
        """Who is called by that noun as part of a name: the captain, the doctor."""
        return self._heads.get(noun, set())

    def match(self, words: Words, index: int) -> tuple[int, tuple[int, ...]]:
        """How many words from `index` are a name, and whose; 0 if none.

        A name has a capital in one of its words other than an article.
        """
        low = words.low
        first = low[index]
        forms = self._forms.get(first)
        if forms is None:
            return 0, ()
        if first not in _ARTICLES and not words.capital(index) and first not in TITLES:
            return 0, ()
        for length in range(min(self._longest[first], len(low) - index), 0, -1):
            form = tuple(low[index : index + length])
            owners = forms.get(form)
            if owners is None:
                continue
            if first in _ARTICLES and length > 1:
                return length, owners
            if any(words.capital(index + step) for step in range(length)):
                return length, owners
        return 0, ()


def _rank(words: tuple[str, ...], form: tuple[str, ...]) -> int:
    """How near a form is to who is called `words`: “Hall” is Mr. Hall rather than John Hall, and
    he rather than Mrs. Hall.
    """
    core, called = bare(words), title(words)
    if len(form) > 1 or form not in ((core[0],), (core[-1],)):
        return 1
    if TITLES.get(called) == "f":
        return 0 if form == core and called not in _OF_FAMILIES else _LAST
    return 0 if called or form == (core[0],) else 1


def _derived(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Other forms that whoever is called `words` goes by."""
    forms: set[tuple[str, ...]] = set()
    core = bare(words)
    called = title(words)
    if words[0] in _ARTICLES:
        if len(words) > 1:
            forms.add(("the", *words[1:]))
            last = words.index("of") - 1 if "of" in words[2:] else len(words) - 1
            if words[last] not in GENERAL:
                forms.add(("the", words[last]))
        return forms
    if words[-1] in HEADS and len(words) == 1:
        forms.add(("the", words[-1]))
    forms.add(core)
    if len(core) > 1 and not any(word in _PARTICLES for word in core):
        forms.add((core[0],))
        forms.add((core[-1],))
        if called:
            forms |= {(called, core[-1]), (called, core[0])}
    if called and called in HEADS:
        forms.add(("the", called))
    if called in SHORT:
        forms |= {(SHORT[called], *core), ("the", SHORT[called])}
        if len(core) > 1:
            forms.add((SHORT[called], core[-1]))
    forms |= {(short, *core[1:]) for short, full in FAMILIAR.items() if full == core[0]}
    return forms - {words}
