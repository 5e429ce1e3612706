"""The way from written to spoken text: our own rules first, then the library's grammar."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from reader.language.alignment import Alignment, Stretch
from reader.language.detect import HAN, primary
from reader.language.roman import leading_numeral
from reader.language.spoken import grammar
from reader.language.spoken.rules import Reading, Rule, readings
from reader.language.spoken.style import SpokenStyle
from reader.language.traditional import simplified

_NEEDS_SAYING = re.compile(
    r"[^\w\s，。、；：？！“”‘’（）《》〈〉「」『』【】…—·.,;:?!'\"()\[\]{}–-]|\d|_|"
    "[\u0370-\u03ff\u00aa-\u00be\u2070-\u209f\u2150-\u218f\u2460-\u24ff\u3200-\u33ff]|"
    r"\.(?:\s|\Z)|[A-Za-z]\.[A-Za-z]|[a-z][A-Z]|[A-Z]{2}|[a-z]-\s|"
    r"\b(?:[IVXLC]+|[ivxlc]+)\b|第[IVXLC]|[一二三四五六日天][-–]"
)
"""What a text must hold for any rule to change it; most sentences of a novel do not."""

_HANZI = re.compile(f"[{HAN}]")
_LEFT_OVER = re.compile(r"[\d%‰℃℉$€£¥￥×÷±²³½¼¾⅓⅔№]+")
_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
_SPOKEN_LANGUAGES = ("zh", "en")
_WIDE_PUNCTUATION_LANGUAGES = ("zh", "yue", "ja", "ko")
_WIDE = (*range(0xFF0E, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), ord("％"))
_HALF_WIDTH = {code: chr(code - 0xFEE0) for code in _WIDE}
"""Full-width digits, letters, points, strokes and per cent signs, one character for one."""

_NARROW = dict(
    zip("，、；：。！？（）《》「」", (", ", ", ", "; ", ": ", *".!?()", *'""""'), strict=True)
)
"""Chinese marks around foreign words, as voices of other languages know them."""

_UNSAID = re.compile(f"[{_INVISIBLE}]")
_UNSAID_OR_WIDE = re.compile(f"[{_INVISIBLE}{''.join(_NARROW)}]")
_LEFT_OVER_REACH = 24
_DEFAULT = SpokenStyle()


@dataclass(frozen=True, kw_only=True)
class SpokenForm:
    """How `written` is said: `text`, why (`readings`, by offsets of `written`), and what
    belongs to what (`alignment`)."""

    written: str
    text: str
    readings: tuple[Reading, ...] = ()
    alignment: Alignment = field(default_factory=Alignment)


def spoken_form(text: str, language: str, style: SpokenStyle = _DEFAULT) -> str:
    """`text` as it is said in `language` (a BCP 47 tag); never raises.

    Text without digits, signs and abbreviations comes back as it is (without soft hyphens
    and other invisible characters), and so does what no rule knows.
    """
    return SpokenText(text, style=style).part(0, len(text), language).text


class SpokenText:
    """A text whose parts are said in their languages, with all of it to tell what a number is.

    In 坐G1234次列车 the number is read digit by digit, though G is a run of another language.
    A Roman numeral that a `heading` begins with is a number.
    """

    def __init__(self, text: str, *, heading: bool = False, style: SpokenStyle = _DEFAULT) -> None:
        self.written = text
        self._half_width = text.translate(_HALF_WIDTH)
        self._heading = heading
        self._style = style

    def readings(self, language: str) -> tuple[Reading, ...]:
        """What is read as what, in order, were all of the text in `language`."""
        tag = primary(language)
        if tag not in _SPOKEN_LANGUAGES or not self._needs_saying(0, len(self.written)):
            return ()
        return _all_readings(self._half_width, tag, self._style, heading=self._heading)

    def part(
        self, start: int, end: int, language: str, run: tuple[int, int] | None = None
    ) -> SpokenForm:
        """What is said for ``written[start:end]``, which is in `language`.

        `run` are the ends of all that is in this language around it, where the part is cut
        by emphasis or a link: a number that is cut ($*3* million) is said where it begins.
        """
        tag = primary(language)
        text = self._half_width if tag in _SPOKEN_LANGUAGES else self.written
        inside = self._inside(start, end, tag, run or (start, end))
        said, alignment = _replaced(text[start:end], tag, inside)
        written = self.written[start:end]
        told = tuple(each for each in inside if each.said != written[each.start : each.end])
        return SpokenForm(written=written, text=said, readings=told, alignment=alignment)

    def _inside(self, start: int, end: int, tag: str, run: tuple[int, int]) -> Sequence[Reading]:
        """The readings of a part, by offsets in it.

        The whole `run` stands alone where a reading reaches beyond it.
        """
        if tag not in _SPOKEN_LANGUAGES or not self._needs_saying(*run):
            return ()
        found, begin = self.readings(tag), 0
        if any(_is_cut(found, position) for position in run):
            text, begin = self._half_width[slice(*run)], run[0]
            found = _all_readings(text, tag, self._style, heading=False)
        start, end = start - begin, end - begin
        touched = _touching(found, start, end)
        return [reading.clipped(start, end).moved(-start) for reading in touched]

    def _needs_saying(self, start: int, end: int) -> bool:
        return _NEEDS_SAYING.search(self.written[start:end]) is not None


def _is_cut(found: Sequence[Reading], position: int) -> bool:
    """Whether one of `found` begins before `position` and ends behind it."""
    at = bisect_right(found, position, key=lambda each: each.end)
    return at < len(found) and found[at].start < position


def _touching(found: Sequence[Reading], start: int, end: int) -> Sequence[Reading]:
    """Those of `found`, which are in order, that lie wholly or partly in ``text[start:end]``."""
    first = bisect_right(found, start, key=lambda each: each.end)
    return found[first : bisect_left(found, end, key=lambda each: each.start)]


@lru_cache(maxsize=8)
def _all_readings(text: str, tag: str, style: SpokenStyle, *, heading: bool) -> tuple[Reading, ...]:
    """What our rules say, then what the library says about the signs still unsaid.

    English rules see blanks for hanzi: 在$12.99的 has no letters before the sign. Chinese
    rules are written in simplified characters and see traditional ones as these.
    """
    text = _HANZI.sub(" ", text) if tag == "en" else simplified(text)
    found = readings(text, _rules(tag, style))
    numeral = leading_numeral(text) if heading else None
    if numeral is not None and all(known.start >= numeral.end for known in found):
        said = _cardinal(numeral.value, tag)
        found.insert(0, Reading(numeral.start, numeral.end, said, "roman numeral"))
    return tuple(sorted([*found, *_from_library(text, tag, found)]))


def _from_library(text: str, tag: str, found: list[Reading]) -> Iterator[Reading]:
    """The library's readings of the words around signs that none of `found` covers."""
    position = 0
    for gap_end, next_start in [*((each.start, each.end) for each in found), (len(text), 0)]:
        for sign in _LEFT_OVER.finditer(text, position, gap_end):
            start, end = _word_around(text, sign.start(), sign.end(), position, gap_end)
            if start < position:
                continue
            said = grammar.said(text[start:end], tag)
            if said != text[start:end]:
                yield Reading(start, end, said, "other")
            position = end
        position = next_start


def _word_around(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """``text[start:end]`` with the letters and signs that touch it, between `first` and `last`."""
    first, last = max(first, start - _LEFT_OVER_REACH), min(last, end + _LEFT_OVER_REACH)
    while start > first and _touches(text[start - 1]):
        start -= 1
    while end < last and _touches(text[end]):
        end += 1
    return start, end


def _touches(character: str) -> bool:
    return not character.isspace() and (character < "\u2e80" or character in "℃℉％￥")


def _cardinal(number: int, tag: str) -> str:
    if tag == "zh":
        from reader.language.spoken.chinese import numbers as chinese

        return chinese.cardinal(str(number))
    from reader.language.spoken.english import numbers as english

    return english.cardinal(str(number))


def _rules(tag: str, style: SpokenStyle) -> tuple[Rule, ...]:
    if tag == "zh":
        from reader.language.spoken import chinese

        return chinese.rules(style)
    from reader.language.spoken import english

    return english.rules(style)


def _replaced(written: str, tag: str, found: Sequence[Reading]) -> tuple[str, Alignment]:
    """`written` as said, with every reading in its place and marks as voices know them."""
    pieces: list[str] = []
    stretches: list[Stretch] = []
    position = length = 0
    for start, end, said in _replacements(written, tag, found):
        pieces += [written[position:start], said]
        length += start - position
        stretches.append(Stretch(start, end, length, length + len(said)))
        length += len(said)
        position = end
    return "".join([*pieces, written[position:]]), Alignment(tuple(stretches))


def _replacements(
    written: str, tag: str, found: Sequence[Reading]
) -> Iterator[tuple[int, int, str]]:
    marks = _UNSAID if tag in _WIDE_PUNCTUATION_LANGUAGES else _UNSAID_OR_WIDE
    position = 0
    for start, end, said in [
        *((each.start, each.end, each.said) for each in found),
        (len(written), -1, ""),
    ]:
        for mark in marks.finditer(written, position, start):
            yield mark.start(), mark.end(), _NARROW.get(mark[0], "")
        if end >= 0:
            yield start, end, marks.sub(lambda each: _NARROW.get(each[0], ""), said)
        position = end
