"""Whether a sentence ends at a single ASCII full stop: it also ends abbreviations,
initials and list labels, and stands in decimals and addresses."""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.language.abbreviations import (
    BEFORE_NUMBERS,
    FORMS_OF_ADDRESS,
    MAYBE_LAST,
    MONTHS,
    NEVER_LAST,
    STARTERS,
    TITLES,
)
from reader.language.detect import HAN, LATIN

_WORD_BEFORE = re.compile(rf"[{LATIN}°№](?:[{LATIN}'’.°-]*[{LATIN}°])?$")
_NEXT_WORD = re.compile(rf"[\s\"'“‘(\[«„¿¡]*(?P<word>[{LATIN}0-9][{LATIN}0-9'’]*)?")
_HANZI = re.compile(rf"\s?[{HAN}\u3041-\u30ff]")
_INITIAL_AHEAD = re.compile(rf"\s+[{LATIN}]\.")
_DOTTED = re.compile(r"(?:[a-z]\.)+[a-z]")
_ROMAN = re.compile(r"[IVXLCDM]+\b")

_LONGEST_WORD = 24
_ENOUGH = 80


def next_word(text: str, position: int) -> str:
    """The Latin word or number after `position`, past white space and opening marks."""
    found = _NEXT_WORD.match(text, position)
    return (found["word"] or "") if found else ""


def is_starter(word: str) -> bool:
    """Whether `word`, written with a capital, rather begins a sentence than being a name."""
    return word.lower() in STARTERS


def ends_at_full_stop(
    text: str, start: int, stop: int, end: int, casual: Callable[[], bool] = lambda: False
) -> bool:
    """Whether the sentence that began at `start` ends at the full stop ``text[stop]``.

    `end` is the offset after the full stop and the marks that close behind it; `casual` tells
    whether a sentence may begin with a small letter there.
    """
    before = _WORD_BEFORE.search(text[max(start, stop - _LONGEST_WORD) : stop])
    word = before.group().lower() if before else ""
    if _HANZI.match(text, end):
        return not (_is_abbreviation(word) or _is_initial(before))
    if not text[end : end + 1].isspace():
        return False
    following = next_word(text, end)
    if following[:1].islower():
        return len(word) > 1 and not _is_abbreviation(word) and casual()
    if _is_initial(before) and word != "i":
        return following.lower() in STARTERS and not _INITIAL_AHEAD.match(text, end)
    if following[:1].isdecimal():
        return not (_is_abbreviation(word) or word in MONTHS)
    return _ends_before_capital(text, start, stop, word, following)


def _ends_before_capital(text: str, start: int, stop: int, word: str, following: str) -> bool:
    starter = following.lower() in STARTERS
    if word == "st":
        return _is_street(text, start, stop)
    if word == "i":
        return starter
    if word in TITLES or word in NEVER_LAST:
        return False
    if word in BEFORE_NUMBERS:
        return starter or not _ROMAN.match(following)
    if word in MAYBE_LAST or _DOTTED.fullmatch(word):
        return starter and text.count(" ", max(start, stop - _ENOUGH), stop) > 2
    return True


def _is_abbreviation(word: str) -> bool:
    known = word in TITLES or word in NEVER_LAST or word in BEFORE_NUMBERS or word in MAYBE_LAST
    return known or _DOTTED.fullmatch(word) is not None


def _is_initial(word: re.Match[str] | None) -> bool:
    return word is not None and len(word.group()) == 1 and word.group().isupper()


def _is_street(text: str, start: int, stop: int) -> bool:
    """Whether ``St`` before `stop` is a street (Baker St.) and not a saint (in St. Louis)."""
    words = text[max(start, stop - 40) : stop].split()
    if len(words) < 3 or not words[-2][:1].isupper():
        return False
    name = words[-2].lower().rstrip(".,")
    return name not in STARTERS and name not in TITLES and name not in FORMS_OF_ADDRESS
