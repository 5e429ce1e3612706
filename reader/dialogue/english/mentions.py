"""Where somebody is mentioned: by name, by a pronoun, by what he is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from reader.dialogue.english.names import Names
from reader.dialogue.english.people import HE, HEADS, SHE
from reader.dialogue.english.verbs import ACTING, AUXILIARIES, PARTICLES, PREPOSITIONS, SAYING
from reader.dialogue.english.words import SENTENCE_ENDS, Words
from reader.language import wordlists

_DETERMINERS = wordlists.words("the a an this that another his her my our their one old young")
_NOMINATIVE = frozenset(("he", "she", "i"))
_ALSO_JOINING = wordlists.words("for as than after before like")
"""Prepositions that a clause may follow."""
_FIRST = frozenset(("i", "me", "my", "myself"))
_LONGEST_ROLE = 5


class Kind(Enum):
    """How somebody is mentioned."""

    NAME = "name"
    PRONOUN = "pronoun"
    ROLE = "role"
    FIRST = "first"


class Part(Enum):
    """What a mention does in its clause, as far as its neighbours tell."""

    SUBJECT = "subject"
    OBJECT = "object"
    OWNER = "owner"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    """The words `first` to `last` (after its end) mention `who`, numbers of characters.

    `who` is empty where only `gender` (``f``, ``m``, ``""``) is known; `noun` is the head of a
    description. `inside` is the quotation it stands in.
    """

    first: int
    last: int
    kind: Kind
    part: Part
    inside: int
    who: tuple[int, ...] = ()
    gender: str = ""
    noun: str = ""


def mentions(words: Words, names: Names) -> list[Mention]:
    """All mentions in `words`, in order."""
    found: list[Mention] = []
    index, size = 0, len(words)
    low = words.low
    while index < size:
        word = low[index]
        length, who = names.match(words, index)
        mention = None
        if length:
            mention = (length, Kind.NAME, who, "", "")
        elif word in SHE or word in HE:
            if word not in _POSSESSIVE or not (role := _role(words, index)):
                mention = (1, Kind.PRONOUN, (), "f" if word in SHE else "m", "")
            else:
                mention = (role[0], Kind.ROLE, (), role[1], role[2])
        elif word in _FIRST and words.written[index] != "i":
            role = _role(words, index) if word == "my" else None
            mention = (role[0], Kind.ROLE, (), role[1], role[2]) if role else None
            mention = mention or (1, Kind.FIRST, (), "", "")
        elif word in _DETERMINERS and (role := _role(words, index)):
            mention = (role[0], Kind.ROLE, tuple(sorted(names.heads(role[2]))), role[1], role[2])
        if mention is None:
            index += 1
            continue
        length, kind, who, gender, noun = mention
        found.append(
            Mention(
                first=index,
                last=index + length,
                kind=kind,
                part=_part(words, index, index + length, kind),
                inside=words.inside[index],
                who=who,
                gender=gender,
                noun=noun,
            )
        )
        index += length
    return found


_POSSESSIVE = frozenset(("his", "her"))


def _role(words: Words, index: int) -> tuple[int, str, str] | None:
    """Length, gender and head of the description that begins at the determiner."""
    low = words.low
    for place in range(index + 1, min(index + _LONGEST_ROLE, len(low))):
        word = low[place]
        if not word[0].isalpha() or words.inside[place] != words.inside[index]:
            return None
        if word in HEADS:
            longer = place + 1 < len(low) and low[place + 1] in HEADS
            if not longer:
                return place + 1 - index, HEADS[word], word
        elif word in PREPOSITIONS or word in AUXILIARIES or word in SAYING:
            return None
    return None


def _part(words: Words, first: int, last: int, kind: Kind) -> Part:
    low = words.low
    following = low[last] if last < len(low) else "\n"
    if following in ("'s", "’s"):
        return Part.OWNER
    if kind in (Kind.PRONOUN, Kind.FIRST) and low[first] not in _NOMINATIVE:
        return _oblique(low[first], following)
    before = low[first - 1] if first else "\n"
    verb = verb_after(words, last)
    if before in PREPOSITIONS and not (verb is not None and before in _ALSO_JOINING):
        return Part.OBJECT
    acting = verb is not None or kind in (Kind.PRONOUN, Kind.FIRST) or before in SAYING
    return Part.SUBJECT if acting else Part.OTHER


def _oblique(pronoun: str, following: str) -> Part:
    """What a pronoun other than he, she and I does."""
    if pronoun == "her":
        return (
            Part.OWNER if following[0].isalpha() and following not in PREPOSITIONS else Part.OBJECT
        )
    return Part.OWNER if pronoun in ("his", "hers", "my") else Part.OBJECT


def verb_after(words: Words, index: int) -> int | None:
    """Where the verb is whose subject ends before word `index`; None if none follows."""
    low = words.low
    for place in range(index, min(index + 4, len(low))):
        word = low[place]
        if not word[0].isalpha() or words.inside[place] != words.inside[index]:
            return None
        if is_verb(word):
            return place
        if word not in PARTICLES and not word.endswith("ly"):
            return None
    return None


def is_verb(word: str) -> bool:
    """Whether the word is likely a finite verb of a narration."""
    return (
        word in SAYING
        or word in ACTING
        or word in AUXILIARIES
        or (word.endswith("ed") and len(word) > 3)
    )


def clause_end(words: Words, first: int, last: int) -> int:
    """Where the sentence that begins at word `first` ends, at most `last`."""
    for place in range(first, last):
        if words.low[place] in SENTENCE_ENDS:
            return place
    return last


def is_called(low: Sequence[str], each: Mention, first: int, last: int) -> bool:
    """Whether a name in a speech addresses somebody."""
    before = each.first - 1
    while before >= first and low[before] in ("my", "dear", "dearest", "old", "poor", "oh", "o"):
        before -= 1
    opened = before < first or not low[before][0].isalpha() or before != each.first - 1
    closed = each.last >= last or not low[each.last][0].isalpha()
    both = opened and closed and low[each.last : each.last + 1] not in (["'s"], ["’s"])
    comma = before >= first and low[before] == ","
    ending = each.last >= last or low[each.last] in ",.!?;-—\"”'’"
    return both and (comma or before != each.first - 1 or before < first + 1) and ending
