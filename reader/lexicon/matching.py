"""Where a text has words whose pronunciation is known.

Entries that are letters are found by hash: the first two characters at a place tell which
lengths are worth looking up, so that a hundred thousand cost little more than a few. Patterns
are tried one by one, each only where the text has the letters that it cannot do without.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from reader.errors import LexiconError
from reader.language.scripts import HAN, primary
from reader.lexicon.entry import Entry, Kind, Matching
from reader.lexicon.patterns import LONGEST, compiled, required

_UNSPACED = re.compile(
    f"[{HAN}\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9d\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff]"
)
"""Characters of scripts that write words without space between them: hanzi, kana, Thai …"""

_NEGATED = re.compile(r"n't(?!\w)")
"""What makes of ``don`` or ``can`` another word."""

_PIECES = re.compile(rf"[^\n]{{1,{LONGEST}}}(?!\S)|[^\n]{{1,{LONGEST}}}")
"""What a pattern is tried on at once: a line, cut at a space where it is very long."""


class Found(NamedTuple):
    """A place of a text, and the entry that tells how it is said.

    What a pattern says of its parts is filled into the entry's `say`.
    """

    start: int
    end: int
    entry: Entry


class Lexicon:
    """Entries, ready to be found; made once, it never changes. Those turned off are left out.

    All that tell of a book are taken to tell of the one that is read.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._words, self._letters = _Literals(), _Literals()
        self._patterns: list[tuple[str, re.Pattern[str], Entry]] = []
        for entry in entries:
            if not entry.enabled or not entry.word:
                continue
            if entry.matching is Matching.PATTERN:
                self._add_pattern(entry)
            else:
                is_word = entry.matching is Matching.WORD
                (self._words if is_word else self._letters).add(entry)

    def find(self, text: str, start: int, end: int, language: Callable[[int], str]) -> list[Found]:
        """What is known of ``text[start:end]``, in order, none overlapping another.

        `language` tells the language (a BCP 47 tag) of the text at an offset. Where several
        entries want the same letters the one that :class:`~reader.lexicon.entry.Entry` puts
        first has them; of two that differ in case alone the one written like the text.
        """
        if not (self._words or self._letters or self._patterns):
            return []
        fitting = [
            found
            for found in self._candidates(text[start:end])
            if not found.entry.language
            or primary(found.entry.language) == primary(language(start + found.start))
        ]
        if len(fitting) > 1:
            fitting.sort(key=lambda found: _order(found, text, start))
        taken: list[Found] = []
        for found in fitting:
            if all(found.end <= other.start or other.end <= found.start for other in taken):
                taken.append(found)
        return sorted(Found(start + first, start + last, entry) for first, last, entry in taken)

    def _candidates(self, text: str) -> Iterator[Found]:
        folded = text.translate(_FOLDED)
        if self._words:
            kinds = text.translate(_KINDS)
            begins = [
                place
                for place in range(len(text))
                if not place or kinds[place - 1 : place + 1] != _INSIDE
            ]
            for start, end, entries in self._words.at(folded, begins):
                if kinds[end - 1 : end + 1] != _INSIDE and not _NEGATED.match(folded, end - 1):
                    yield from (Found(start, end, entry) for entry in entries)
        if self._letters:
            for start, end, entries in self._letters.at(folded, range(len(text))):
                yield from (Found(start, end, entry) for entry in entries)
        for letters, pattern, entry in self._patterns:
            if letters in text:
                yield from _fits(pattern, entry, text)

    def _add_pattern(self, entry: Entry) -> None:
        try:
            self._patterns.append((required(entry.word), compiled(entry.word), entry))
        except (LexiconError, re.error):
            return  # kept by an older version that allowed it; whoever edits it is told


class _Literals:
    """Entries by their folded letters."""

    def __init__(self) -> None:
        self._entries: dict[str, tuple[Entry, ...]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._has_single = False

    def __bool__(self) -> bool:
        return bool(self._entries)

    def add(self, entry: Entry) -> None:
        """Have `entry` found, also where accents are characters by themselves."""
        for written in {entry.word, unicodedata.normalize("NFD", entry.word)}:
            self._add(written.translate(_FOLDED), entry)

    def _add(self, folded: str, entry: Entry) -> None:
        self._entries[folded] = (*self._entries.get(folded, ()), entry)
        length, begins = len(folded), folded[:2]
        lengths = self._lengths.get(begins, ())
        if length not in lengths:
            self._lengths[begins] = (*lengths, length)
        self._has_single = self._has_single or length == 1

    def at(
        self, folded: str, places: Iterable[int]
    ) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
        """What begins at `places` of the `folded` text: where, where it ends, the entries."""
        lengths_of, entries_of, longest = self._lengths, self._entries, len(folded)
        for place in places:
            for length in lengths_of.get(folded[place : place + 2], ()):
                entries = entries_of.get(folded[place : place + length])
                if entries is not None and place + length <= longest:
                    yield place, place + length, entries
            if self._has_single and place + 1 < longest:
                entries = entries_of.get(folded[place])
                if entries is not None:
                    yield place, place + 1, entries


def _fits(pattern: re.Pattern[str], entry: Entry, text: str) -> Iterator[Found]:
    for piece in _PIECES.finditer(text):
        for fit in pattern.finditer(piece[0]):
            said = entry
            if entry.kind is Kind.RESPELLING and "\\" in entry.say:
                said = replace(entry, say=fit.expand(entry.say))
            yield Found(piece.start() + fit.start(), piece.start() + fit.end(), said)


def _order(found: Found, text: str, start: int) -> tuple[int, int, bool, int, int]:
    """Smaller for what goes first."""
    entry = found.entry
    scope = 0 if entry.book is not None else 1 if entry.language else 2
    other_case = entry.word != text[start + found.start : start + found.end]
    return scope, found.start - found.end, other_case, entry.position, found.start


_JOINED = "w"
_INSIDE = _JOINED * 2
"""Two characters with no border between them."""


class _Folded(dict[int, str]):
    """Each character as it is compared: small, apostrophes and spaces of one kind."""

    def __missing__(self, code: int) -> str:
        small = chr(code).lower()
        if len(small) != 1:
            small = chr(code)
        self[code] = "'" if small in "’ʼ＇" else " " if small.isspace() else small
        return self[code]


class _Kinds(dict[int, str]):
    """Each character as one that two of stand in the same word, or not."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        is_letter = character.isalnum() or character == "_"
        if not is_letter:
            is_letter = unicodedata.category(character).startswith("M")
        self[code] = _JOINED if is_letter and not _UNSPACED.match(character) else " "
        return self[code]


_FOLDED, _KINDS = _Folded(), _Kinds()
