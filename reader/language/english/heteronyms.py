"""Words that are written alike and said apart: where a tagger of parts of speech is misled.

A voice's own tagger tells most of them right (they *live*, a *live* concert). What follows
mends what it was measured to get wrong, by the words around: *read* in the past, *lead* the
metal, *bow* of a ship. Tags are those of the Penn Treebank. Sounds are International Phonetic
Alphabet, American, with the stress mark right before the vowel.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from reader.language.wordlists import words

_FINITE = frozenset(("VBZ", "VBP", "VBD", "MD"))
_BE = frozenset(("be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m"))
_HAVE = frozenset(("have", "has", "had", "having", "'ve", "haven't", "hasn't", "hadn't"))
_BEFORE_INFINITIVE = words(
    "to will would can could may might must shall should do does did don't doesn't didn't "
    "won't can't couldn't wouldn't let please 'll 'd n't not never"
)
_PAST = frozenset(("yesterday", "ago", "last", "once", "then", "before"))
_MAY_STAND_BETWEEN = words("you he she it we they i not n't never ever already just also")
_AFTER_METAL = words(
    "pipe pipes poisoning paint acid bullet bullets shot weight weights ore mine mines glass "
    "crystal oxide levels level exposure contamination battery batteries roof coffin soldier "
    "soldiers based free lined sheet sheets content ion ions"
)
_METALS = words("zinc copper tin silver iron gold mercury cadmium arsenic nickel")
_MINUTE = words(
    "detail details amount amounts quantity quantities particle particles trace traces "
    "fraction difference differences examination change changes variations scale fragments "
    "pieces specks creatures dose doses proportion proportions inspection"
)
_WINDING = words(
    "through around round up down along into past between across among back its his her my "
    "their our over"
)
_HURT = words("gunshot bullet knife stab head flesh chest open old exit entry leg arm deep")
_QUARREL = words("about over with between broke erupted")
_FISH = words(
    "fish fishing fisherman fished caught catch lake lakes sea river striped largemouth "
    "smallmouth fillet rod angler anglers grilled pond"
)
_BOWING = words("took take takes taking made makes gave gives low deep slight polite final")
_OF_A_SHIP = words("ship boat vessel yacht ferry canoe tanker stern")
_ON_AIR = words("television tv radio stage air screen cnn bbc")
_PERSON = words(
    "aunt uncle man men woman women mother father parents people person couple relative "
    "relatives king queen grandmother grandfather lady gentleman servant"
)
_MY = words("a an my his her your their our whose the this updated")
_STRESSED_LATE = {"export": "ɪkspˈɔɹt", "protest": "pɹətˈɛst"}
"""Verbs that dictionaries of voices know as nouns only."""

_COUNTS_OF_ITS_OWN = words("hundred thousand million billion trillion dozen couple few")
_TWO_WAYS = words(
    "project contract object permit record present produce conduct contest convict insult "
    "rebel subject suspect survey torment transport increase decrease import escort"
)
"""Nouns that are said otherwise as verbs."""


@dataclass(frozen=True)
class Correction:
    """What a voice should take a word for: a part of speech, or these very sounds."""

    tag: str | None = None
    phonemes: str | None = None


@dataclass(frozen=True)
class _Place:
    """A word among the others of its sentence, small letters throughout."""

    words: Sequence[str]
    tags: Sequence[str]
    at: int

    def word(self, by: int) -> str:
        """The word `by` places further on; nothing beyond the ends."""
        at = self.at + by
        return self.words[at] if 0 <= at < len(self.words) else ""

    def tag(self, by: int = 0) -> str:
        """The tag `by` places further on; nothing beyond the ends."""
        at = self.at + by
        return self.tags[at] if 0 <= at < len(self.tags) else ""

    def near(self, words: frozenset[str], reach: int = 40) -> bool:
        """Whether one of `words` stands at most `reach` places away."""
        return not words.isdisjoint(self.words[max(0, self.at - reach) : self.at + reach + 1])

    def is_only_verb(self) -> bool:
        """Whether nothing else near it can be the verb of the sentence."""
        around = range(max(0, self.at - 20), min(len(self.tags), self.at + 20))
        return not any(self.tags[i] in _FINITE for i in around if i != self.at)


def corrections(words: Sequence[str], tags: Sequence[str]) -> dict[int, Correction]:
    """What to change in the sentence of `words` that a tagger gave `tags`, by place."""
    small = [word.lower() for word in words]
    found: dict[int, Correction] = {}
    for at, word in enumerate(small):
        if word == "a" and words[at] == "A" and _is_a_letter(words, tags, at):
            found[at] = Correction(phonemes="ˈeɪ")
            continue
        place = _Place(small, tags, at)
        say = _SAYINGS.get(word)
        said = say(place) if say else None
        if said is None and word in _TWO_WAYS and tags[at] == "NN" and _is_a_verb(place):
            said = Correction(tag="VBP")
        if said is not None:
            found[at] = said
    return found


def _is_a_letter(words: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """A capital A beside another letter, or before a number inside a sentence: an A three eighty.

    A hundred men and A five-year plan begin with an article.
    """
    before = words[at - 1] if at else ""
    following = words[at + 1] if at + 1 < len(words) else ""
    if any(len(each) == 1 and each.isupper() and each not in "AI" for each in (before, following)):
        return True
    inside = before[-1:].isalnum() and before[-1:].islower()
    counted = at + 1 < len(tags) and tags[at + 1] == "CD" and following not in _COUNTS_OF_ITS_OWN
    return inside and counted


def _is_a_verb(place: _Place) -> bool:
    subject = place.tag(-1) in ("NNS", "PRP") and place.word(-1) not in ("me", "him", "them", "us")
    return subject and place.is_only_verb()


def _read(place: _Place) -> Correction | None:
    for by in range(-1, -4, -1):
        word = place.word(by)
        if word in _HAVE or word in _BE:
            return Correction(tag="VBN")
        if word in _BEFORE_INFINITIVE and place.tag(by) != "RB":
            return Correction(tag="VB")
        if word not in _MAY_STAND_BETWEEN and place.tag(by) != "RB":
            break
    subject = place.word(-1)
    if not place.tag().startswith("VB"):
        return None
    past = place.near(_PAST) or any(
        tag == "VBD" for tag in place.tags[max(0, place.at - 20) : place.at]
    )
    if subject in ("i", "you", "we", "they") or place.tag(-1) == "NNS":
        return Correction(tag="VBD" if past or place.tag() == "VBD" else "VB")
    one = subject in ("he", "she", "it") or place.tag(-1) in ("NN", "NNP")
    asked = _BEFORE_INFINITIVE.intersection(place.words[max(0, place.at - 6) : place.at])
    return Correction(tag="VBD") if one and not asked else None


def _close(place: _Place) -> Correction | None:
    ended = place.word(-1) in ("a", "the") and place.word(1) in ("", ".", ",", ";", "of", "and")
    return Correction(tag="NN") if ended else None


def _tear(place: _Place) -> Correction | None:
    torn = place.word(-1) in ("a", "the") and place.word(1) == "in" and "eye" not in place.words
    return Correction(tag="VB") if torn and "eyes" not in place.words else None


def _houses(place: _Place) -> Correction | None:
    return Correction(phonemes="hˈaʊzᵻz") if place.tag().startswith("N") else None


def _live(place: _Place) -> Correction | None:
    on_air = place.word(1) == "on" and (place.word(2) in _ON_AIR or place.word(3) in _ON_AIR)
    shown = place.word(-1) in ("go", "goes", "going", "went", "broadcast", "aired", "streamed")
    return Correction(tag="JJ") if on_air or shown else None


def _lead(place: _Place) -> Correction | None:
    before, after = place.word(-1), place.word(1)
    metal = (
        after in _AFTER_METAL
        or (
            before in ("of", "like", "molten", "as", "into") and after in ("", ".", ",", ";", "and")
        )
        or (after in ("and", ",", "or") and place.word(2) in _METALS)
        or (before in ("and", ",", "or") and place.word(-2) in _METALS)
    )
    return Correction(phonemes="lˈɛd") if metal and not place.tag().startswith("VB") else None


def _bow(place: _Place) -> Correction | None:
    ship = place.near(_OF_A_SHIP, 5)
    bending = place.word(-1) in _BOWING or place.word(-2) in _BOWING
    return Correction(tag="VB") if ship or bending else None


def _minute(place: _Place) -> Correction | None:
    return Correction(tag="JJ") if place.word(1) in _MINUTE else None


def _content(place: _Place) -> Correction | None:
    before = place.word(-1)
    state = before in _BE or before in (
        "seemed",
        "felt",
        "quite",
        "perfectly",
        "not",
        "more",
        "feel",
    )
    return Correction(tag="JJ") if state and place.word(1) not in ("of", "is", "was") else None


def _wound(place: _Place) -> Correction | None:
    before = place.word(-1)
    noun = place.tag(-1) in ("DT", "JJ", "PRP$", "POS", "CD", "VBN") or before in _HURT
    winding = place.word(1) in _WINDING and not noun
    return Correction(tag="VBD") if winding else None


def _row(place: _Place) -> Correction | None:
    quarrel = place.word(1) in _QUARREL and not place.tag().startswith("VB")
    return Correction(phonemes="ɹˈaʊ") if quarrel else None


def _bass(place: _Place) -> Correction | None:
    return None if place.near(_FISH) else Correction(phonemes="bˈeɪs")


def _resume(place: _Place) -> Correction | None:
    noun = place.word(-1) in _MY or "é" in place.word(0)
    return Correction(phonemes="ɹˈɛzəmˌeɪ") if noun else None


def _polish(place: _Place) -> Correction | None:
    return Correction(phonemes="pˈɑlɪʃ") if place.tag().startswith("VB") else None


def _with_a_syllable_more(phonemes: str) -> Callable[[_Place], Correction | None]:
    def say(place: _Place) -> Correction | None:
        before_noun = place.tag(-1) in ("DT", "PRP$") and place.tag(1) in ("NN", "NNS")
        return Correction(phonemes=phonemes) if before_noun else None

    return say


def _aged(place: _Place) -> Correction | None:
    return Correction(phonemes="ˈeɪdʒɪd") if place.word(1) in _PERSON else None


def _late(place: _Place) -> Correction | None:
    verb = place.tag().startswith("VB")
    return Correction(phonemes=_STRESSED_LATE[place.word(0)]) if verb else None


_SAYINGS: Mapping[str, Callable[[_Place], Correction | None]] = {
    "read": _read,
    "close": _close,
    "tear": _tear,
    "houses": _houses,
    "live": _live,
    "lead": _lead,
    "bow": _bow,
    "minute": _minute,
    "content": _content,
    "wound": _wound,
    "row": _row,
    "bass": _bass,
    "resume": _resume,
    "resumé": _resume,
    "résumé": _resume,
    "polish": _polish,
    "learned": _with_a_syllable_more("lˈɜɹnɪd"),
    "blessed": _with_a_syllable_more("blˈɛsɪd"),
    "aged": _aged,
    **dict.fromkeys(_STRESSED_LATE, _late),
}
