"""The forms of names that a book uses for people, with what speaks for each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from reader.dialogue.english.given_names import GIVEN_NAMES
from reader.dialogue.english.mentions import is_verb
from reader.dialogue.english.people import GENERAL, HE, HEADS, QUALITIES, SHE, TITLES
from reader.dialogue.english.verbs import PARTICLES, SAYING, WEAK
from reader.dialogue.english.words import NARRATION, Words
from reader.language import wordlists

_JOINING = wordlists.words("of de du von van la le der di da")
_PLACING = wordlists.words("in at from near towards toward through across into")
_NO_NAMES = wordlists.words(
    """
    i god lord heaven heavens sir madam ma'am madame monsieur christ jesus bible chapter volume
    book part monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december christmas easter english
    englishman french german american italian spanish russian indian irish scotch latin greek
    roman london paris england france america europe india italy germany oh yes no ah well eh o
    and but the mr mrs miss dr street road square hall house park lane church castle river mount
    lodge abbey cottage farm place terrace gardens inn hotel club college school court bridge
    hill island st north south east west majesty highness lordship ladyship honour excellency
    grace hullo hello why what who there here this that it he she they we you his her my your
    our their
    """
)
_ARTICLES = frozenset(("the", "a", "an"))
_LONGEST = 5
_SILENT = 8
"""Of somebody whom the book calls “the Sheik” one mention in so many, at least, tells that he is
a person; the Pequod says nothing."""
_OFTEN, _CLUELESS = 50, 25
"""Who is named so often is said to speak, is spoken to or is “he” or “she” once in so many."""


@dataclass(kw_only=True)
class Form:
    """How often a name is written in one way, and how often it says something, does something,
    is spoken to, follows a preposition of place, or an article; `ages` counts “old”, “little” and
    “young” before it, `votes` the pronouns that follow in its sentence.
    """

    count: int = 0
    says: int = 0
    acts: int = 0
    called: int = 0
    placed: int = 0
    article: int = 0
    votes: Counter[str] = field(default_factory=Counter)
    ages: Counter[str] = field(default_factory=Counter)
    written: Counter[str] = field(default_factory=Counter)


Forms = dict[tuple[str, ...], Form]


def find_forms(chapters: Sequence[Words], check: Callable[[], None]) -> Forms:
    """All forms that are people's as far as can be told; `check` is called each chapter."""
    names = _name_words(chapters)
    found: Forms = defaultdict(Form)
    for words in chapters:
        check()
        index = 0
        while index < len(words):
            length = _length(words, index, names)
            if length:
                _count(words, index, length, found)
            index += max(1, length)
    return {form: each for form, each in found.items() if _is_person(form, each)}


def _name_words(chapters: Iterable[Words]) -> set[str]:
    """Words that are written with a capital within sentences, and seldom without."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for words in chapters:
        for index, word in enumerate(words.written):
            if not word[0].isalpha():
                continue
            if word[0].islower():
                small[words.low[index]] += 1
            elif not word.isupper() and not words.opens_sentence(index):
                capital[words.low[index]] += 1
    return {
        word
        for word, count in capital.items()
        if (count > small[word] / 3 or word in GIVEN_NAMES) and word not in _NO_NAMES
    } | {word for word in TITLES if capital[word]}


def _length(words: Words, index: int, names: set[str]) -> int:
    """How many words from `index` are a name; 0 if none."""
    last = index
    while last < len(words) and last - index < _LONGEST:
        word = words.low[last]
        if words.capital(last) and word in names:
            last += 1
        elif (
            word in _JOINING
            and last > index
            and last + 1 < len(words)
            and words.capital(last + 1)
            and words.low[last + 1] in names
            and words.low[last + 1] not in TITLES
            and (word != "of" or words.low[index] in HEADS or words.low[index] in TITLES)
        ):
            last += 2
        else:
            break
        if words.inside[last - 1] != words.inside[index]:
            return 0
    form = words.low[index:last]
    return 0 if all(word in TITLES and word not in HEADS for word in form) else last - index


def _count(words: Words, index: int, length: int, found: Forms) -> None:
    low, end = words.low, index + length
    while length > 1 and low[index] in QUALITIES:
        index, length = index + 1, length - 1
    form = found[tuple(low[index:end])]
    before = low[index - 1] if index else "\n"
    after = low[end] if end < len(low) else "\n"
    form.count += 1
    form.written[" ".join(words.written[index:end])] += 1
    form.placed += before in _PLACING
    form.article += before in _ARTICLES
    if before in QUALITIES:
        form.ages[before] += 1
    if words.inside[index] != NARRATION:
        alone = before in (",", "“", '"', "‘", "'", "dear", "my") or not before[0].isalpha()
        form.called += alone and after in (",", "!", "?", ".")
        return
    place = end
    while place < min(len(low), end + 2) and (low[place] in PARTICLES or low[place].endswith("ly")):
        place += 1
    verb = low[place] if place < len(low) else "\n"
    spoken = _introduced(low, index) in SAYING
    form.says += (verb in SAYING and verb not in WEAK) or (
        spoken and _introduced(low, index) not in WEAK
    )
    form.acts += is_verb(verb)
    if not (is_verb(verb) or spoken):
        return
    for at in range(end, min(len(low), end + 14)):
        word = low[at]
        if word in (".", "\n") or words.inside[at] != NARRATION:
            break
        if word in SHE or word in HE:
            form.votes["f" if word in SHE else "m"] += 1
            break
        if words.capital(at):
            break


def _introduced(low: Sequence[str], index: int) -> str:
    """The word before a name, article and adjectives left out."""
    place = index - 1
    while place > 0 and (low[place] in QUALITIES or low[place] == "the"):
        place -= 1
    return low[place] if place >= 0 else "\n"


def _is_person(form: tuple[str, ...], each: Form) -> bool:
    if form[0] in _NO_NAMES and form[0] not in TITLES:
        return False
    if form[-1] in _NO_NAMES or (len(form) == 1 and form[0] in GENERAL):
        return False
    if len(form) == 1 and form[0] in HEADS:
        return each.says >= 2
    if len(form) > 1 and form[0] in TITLES and form[0] not in QUALITIES:
        return form[0] not in ("saint", "st")
    many = form[-1].endswith("s") and each.article > 0.7 * each.count
    if many or _is_thing(form, each):
        return False
    known = form[0] in GIVEN_NAMES and (len(form) > 1 or each.count > 1 or each.acts > 0)
    placed = each.placed > 0.3 * each.count
    acting = each.says >= 1 or each.called >= 2 or (each.acts >= 2 and each.acts > each.placed)
    return known or (acting and not placed)


def _is_thing(form: tuple[str, ...], each: Form) -> bool:
    """Whether it is what a book writes much of and nobody speaks with: the Pequod, Theorem."""
    clues = each.says + each.called + each.votes.total()
    if each.article > 0.5 * each.count and form[-1] not in HEADS:
        return clues * _SILENT < each.count
    return each.count >= _OFTEN and form[0] not in GIVEN_NAMES and clues * _CLUELESS < each.count
