"""Sentences, found by punctuation, in Chinese, English and text that mixes them.

A full stop, question or exclamation mark is a *candidate*; whether a sentence ends there
depends on the brackets and quotation marks it stands in and on what stands on either side.
What somebody says stays with the words that say so (他说：“快跑！”然后走了。), closing marks stay
with what they close. Time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.language.detect import HAN, primary
from reader.language.enclosures import (
    CLOSING_MARKS,
    OPENING_MARKS,
    OPENING_QUOTES,
    Enclosure,
    EnclosureKind,
    enclosures,
)
from reader.language.full_stop import ends_at_full_stop, next_word
from reader.language.lists import is_label, item_starts
from reader.language.measure import weight


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A sentence without white space around it; ``text == whole[start:end]``."""

    start: int
    end: int
    text: str


_WIDE_MARKS = "。！？｡؟۔।॥։።"
_MARKS = rf"(?:[{_WIDE_MARKS}!?…⋯]|．(?!\d)|\.(?:[ \u00a0]?\.)*)+"
_TERMINATORS = re.compile(_MARKS)
_GREEK_TERMINATORS = re.compile(rf"{_MARKS}|;")
_LINE_ENDS = re.compile("[\n\u2028\u2029\x0b\x0c\r]+")
_HANZI = re.compile(f"[{HAN}\u3041-\u30ff]")
_GOES_ON = frozenset(",，、;；:：)）]】”’》")
_UNFINISHED_LINE = re.compile(r"[,，、;；:：—–\-‐(（“「]\s*$")
_INTRODUCES = re.compile(r"[^。！？!?，,“”「」：:\n]{1,14}[:：，,]\s*[“「\"『]")
_INTRODUCTION_ENDS = (":", "：", ",", "，")
_TAG = re.compile(
    r"(?:(?:The|My|Her|His|Our)\s)?[\w'’-]+(?:\s[\w'’.-]+){0,2}?\s(?:said|says|asked|cried|called|"
    r"replied|answered|shouted|whispered|exclaimed|muttered|murmured|demanded|yelled|screamed|"
    r"laughed|sighed|began|added|inquired|gasped|roared|snapped|repeated|went on)\b"
)

_SHORTEST_BEFORE_ELLIPSIS = 8
"""Hanzi a Chinese clause needs before …… for the pause to be the end of a sentence."""

_LONGEST_WITH_QUOTES = 60.0
"""Weight (in hanzi) from which a sentence no longer goes on behind a finished quotation."""


def split(text: str, language: str | None = None) -> list[Sentence]:
    """The sentences of `text` in order; together they hold all that is not white space.

    `language` (BCP 47) only matters where it changes what a mark means: Greek asks with a
    semicolon. Line feeds and LINE SEPARATORs end a sentence where the line looks finished.
    """
    sentences: list[Sentence] = []
    start = 0
    for end in [*_boundaries(text, language), len(text)]:
        piece = text[start:end]
        stripped = piece.strip()
        if stripped:
            begin = start + len(piece) - len(piece.lstrip())
            sentences.append(Sentence(start=begin, end=begin + len(stripped), text=stripped))
        start = end
    return sentences


def _boundaries(text: str, language: str | None) -> Iterator[int]:
    """Rising offsets at which a sentence ends; may stand before white space."""
    greek = language is not None and primary(language) == "el"
    marks = _GREEK_TERMINATORS if greek else _TERMINATORS
    scanner = _Scanner(text)
    candidates = [
        *((found.start(), found.end(), True) for found in marks.finditer(text)),
        *((found.start(), found.end(), False) for found in _LINE_ENDS.finditer(text)),
        *((at, at, False) for at in item_starts(text)),
    ]
    for begin, end, is_mark in sorted(candidates):
        found = scanner.after_marks(begin, end) if is_mark else scanner.after_line(begin, end)
        if found is not None:
            yield found


class _Scanner:
    """Walks over the candidates of one text from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pairs = enclosures(text)
        self._closers = {pair.end for pair in self._pairs}
        self._next_pair = 0
        self._start = 0
        self._done = 0

    def after_line(self, begin: int, end: int) -> int | None:
        """The boundary at a line's end, or at the start of a list item (``begin == end``)."""
        if begin < self._done:
            return None
        if end > begin and end - begin < 2:
            following = self._text[end : end + 1]
            if following.islower() or _UNFINISHED_LINE.search(self._text, max(0, begin - 4), begin):
                return None
        return self._boundary(end)

    def after_marks(self, begin: int, end: int) -> int | None:
        """The boundary after the marks ``text[begin:end]`` and what closes there, if one is."""
        if begin < self._done:
            return None
        marks_end = end
        end = self._with_closing(end)
        self._done = end
        pair = self._pair_at(begin)
        if pair is not None and end <= pair.end:
            return None
        if end == len(self._text):
            return None
        if is_label(self._text, self._start, begin) and self._text[begin] == ".":
            return None
        if pair is not None or self._text[end - 1] in CLOSING_MARKS:
            ends = self._ends_after_closing(pair, begin, marks_end, end)
        else:
            ends = self._ends_at_marks(begin, end)
        return self._boundary(end) if ends else None

    def _boundary(self, at: int) -> int:
        self._start = at
        return at

    def _with_closing(self, end: int) -> int:
        """Take closing marks, and the marks that follow them, along."""
        text = self._text
        while end < len(text):
            mark = text[end]
            alone = not text[end + 1 : end + 2].isalnum()
            if mark in CLOSING_MARKS and (end in self._closers or (alone and mark not in '"“')):
                end += 1
            elif text[end - 1] in CLOSING_MARKS and (more := _TERMINATORS.match(text, end)):
                end = more.end()
            else:
                break
        return end

    def _pair_at(self, position: int) -> Enclosure | None:
        """The pair of marks that `position` lies inside."""
        while self._next_pair < len(self._pairs) and self._pairs[self._next_pair].end < position:
            self._next_pair += 1
        if self._next_pair < len(self._pairs):
            pair = self._pairs[self._next_pair]
            if pair.start < position:
                return pair
        return None

    def _ends_at_marks(self, begin: int, end: int) -> bool:
        text, marks = self._text, self._text[begin:end]
        following = text[end : end + 1]
        if any(mark in _WIDE_MARKS for mark in marks) or ";" in marks:
            return following not in _GOES_ON
        if "…" in marks or "⋯" in marks or marks.count(".") > 1:
            return self._ends_at_ellipsis(begin, end)
        if marks == ".":
            return ends_at_full_stop(text, self._start, begin, end)
        if _HANZI.match(following) or following in OPENING_QUOTES:
            return True
        return following.isspace() and not _first_letter(text, end).islower()

    def _ends_at_ellipsis(self, begin: int, end: int) -> bool:
        text = self._text
        if any(mark in "!?" for mark in text[begin:end]):
            return not _first_letter(text, end).islower()
        if _HANZI.match(text, end) or text[end : end + 1] in "“「『":
            return begin - self._start >= _SHORTEST_BEFORE_ELLIPSIS
        word = next_word(text, end)
        return text[end].isspace() and word[:1].isupper() and not word.startswith("I")

    def _ends_after_closing(
        self, pair: Enclosure | None, begin: int, marks_end: int, end: int
    ) -> bool:
        text = self._text
        if text[end] in _GOES_ON:
            return False
        if pair is not None and pair.kind is EnclosureKind.TITLE:
            return False
        if pair is not None and pair.kind is EnclosureKind.BRACKET:
            alone = not text[self._start : pair.start].strip()
            return alone and not _first_letter(text, end).islower()
        return self._ends_after_quote(pair, begin, marks_end, end)

    def _ends_after_quote(
        self, pair: Enclosure | None, begin: int, marks_end: int, end: int
    ) -> bool:
        text = self._text
        rest = text[end : end + 80]
        following = rest.lstrip()[:1]
        if following in OPENING_QUOTES and following != "'":
            return True
        if _HANZI.match(following):
            return self._ends_before_hanzi(pair, end, rest.lstrip())
        if not rest[:1].isspace() or following == "(" or _first_letter(text, end).islower():
            return False
        begins_here = pair is not None and not text[self._start : pair.start].strip()
        if begins_here and _TAG.match(rest.lstrip()):
            return False
        return text[begin:marks_end] != "." or ends_at_full_stop(text, self._start, begin, end)

    def _ends_before_hanzi(self, pair: Enclosure | None, end: int, rest: str) -> bool:
        """After a quotation that Chinese text follows: only where somebody else speaks next."""
        if weight(self._text, self._start, end) > _LONGEST_WITH_QUOTES:
            return True
        introduction = self._text[self._start : pair.start].strip() if pair is not None else ""
        return introduction[-1:] in _INTRODUCTION_ENDS and _INTRODUCES.match(rest) is not None


def _first_letter(text: str, position: int) -> str:
    """The first character after white space and opening marks, or an empty string."""
    for character in text[position : position + 8]:
        if not character.isspace() and character not in OPENING_MARKS:
            return character
    return ""
