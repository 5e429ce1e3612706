"""Where sentences end, told by punctuation, in Chinese, English and text that mixes them.

A full stop, question or exclamation mark is a *candidate*; whether a sentence ends there
depends on the brackets and quotation marks it stands in and on what stands on either side.
What somebody says stays with the words that say so (他说：“快跑！”然后走了。), closing marks stay
with what they close. Time is linear in the length of the text, memory does not grow with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.language.detect import HAN
from reader.language.ellipsis import ends_in_chinese, ends_in_english
from reader.language.enclosures import (
    AMBIGUOUS_CLOSERS,
    CLOSING_MARKS,
    OPENING_MARKS,
    OPENING_QUOTES,
    Enclosure,
    EnclosureKind,
    Enclosures,
)
from reader.language.full_stop import ends_at_full_stop, is_starter, next_word
from reader.language.lists import is_label, item_starts
from reader.language.measure import is_sayable, reach
from reader.language.pictures import PICTURES, is_face, pictures_end
from reader.language.quotations import continues, goes_on_in_chinese, goes_on_in_english

_WIDE_MARKS = "。！？｡؟۔।॥։።"
_STOPS = f"{_WIDE_MARKS}!?…⋯．."
_LINE_ENDS = "\n\u2028\u2029\x0b\x0c\r"
_WAVES = "~～〜"
_DASH = "—"


def _candidates(stops: str) -> re.Pattern[str]:
    """Finds all that may end a sentence, by its first character, which is searched fast."""
    first = rf"[{stops}{_LINE_ENDS}{_WAVES}{_DASH}:{PICTURES}]"
    more = "|".join(
        (
            rf"(?<=[{stops}])[{stops}]*(?:[ \u00a0]\.+)*",
            f"(?<=[{_LINE_ENDS}])[{_LINE_ENDS}]*",
            f"(?<={_DASH}){_DASH}*",
        )
    )
    return re.compile(f"{first}(?:{more})?")


_CANDIDATES = _candidates(_STOPS)
_GREEK_CANDIDATES = _candidates(_STOPS + ";")
_MORE_STOPS = re.compile(f"[{_STOPS}]+")
_HANZI = re.compile(f"[{HAN}\u3041-\u30ff]")
_GOES_ON = frozenset(",，、;；:：)）]】”’》—")
_UNFINISHED_LINE = re.compile(r"[,，、;；:：—–\-‐(（“「]\s*$")
_PLAIN_STOPS = frozenset(_WIDE_MARKS)
_POINTS = frozenset(".．")
_BLANK_LINE = re.compile("(?:\r\n|[^\r]|\r)(?:\r\n|.)", re.DOTALL)
_ADDRESS = re.compile(r"\s+(?:https?://|www\.)")
_PARTICLES = frozenset("的了呀啊哦呢吧嘛啦哈嗯喔噢耶见見哒咯安谢謝")
_BROKEN_OFF = re.compile("[”」』](?=[“「『])")
_LATIN_WORD = re.compile("[A-Za-z]")
_STOP_THEN_ELLIPSIS = re.compile(r"\. \. \. \.")

_WRAPPED = range(55, 100)
"""Characters of a line of English that was broken for want of room; verse has fewer."""

_ENOUGH = 40
"""Characters of an introduction that tell whether there is one and how it ends."""

_EXCLAIMED = 3
"""Characters before an emoji that are only an exclamation to what follows: 太好了😂我们走吧。"""

_LONGEST_WITH_QUOTES = 100.0
"""Weight (in hanzi) from which a sentence no longer goes on behind a finished quotation."""


def boundaries(text: str, *, semicolon_asks: bool = False) -> Iterator[int]:
    """Rising offsets at which a sentence of the paragraph `text` ends, the last one its end.

    They may stand before white space. `semicolon_asks`: a semicolon is a question mark (Greek).
    """
    scanner = _Scanner(text)
    items = item_starts(text)
    item = next(items, None)
    for found in (_GREEK_CANDIDATES if semicolon_asks else _CANDIDATES).finditer(text):
        begin, end = found.span()
        while item is not None and item <= begin:
            if (cut := scanner.at_item(item)) is not None:
                yield cut
            item = next(items, None)
        if (cut := scanner.after_candidate(begin, end)) is not None:
            yield cut
    while item is not None:
        if (cut := scanner.at_item(item)) is not None:
            yield cut
        item = next(items, None)
    yield len(text)


class _Scanner:
    """Walks over the candidates of one text from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pairs = Enclosures(text)
        self._start = 0
        self._done = 0

    def at_item(self, at: int) -> int | None:
        """The boundary before an item of a list."""
        return self._boundary(at) if at > max(self._done, self._start) else None

    def after_candidate(self, begin: int, end: int) -> int | None:
        """The boundary after the marks ``text[begin:end]`` and what closes there, if one is."""
        if begin < self._done:
            return None
        mark = self._text[begin]
        if mark in _LINE_ENDS:
            return self._after_line(begin, end)
        if mark in _WAVES:
            return self._after_wave(begin, end)
        if mark == _DASH:
            broken_off = _BROKEN_OFF.match(self._text, end)
            return self._boundary(broken_off.end()) if broken_off else None
        if mark in _STOPS or mark == ";":
            return self._after_stops(begin, end)
        return self._after_picture(begin)

    def _after_line(self, begin: int, end: int) -> int | None:
        text = self._text
        if not _BLANK_LINE.match(text, begin, end):
            following = text[end : end + 1]
            line = text[max(self._start, begin - _ENOUGH) : begin]
            goes_on = _is_wrapped(text, begin) or _UNFINISHED_LINE.search(line[-4:])
            if following.islower() or (goes_on and is_sayable(line)):
                return None
        return self._boundary(end)

    def _after_wave(self, begin: int, end: int) -> int | None:
        """好的~我来了: waves end a sentence behind a particle or in a row, 5~8 they do not."""
        text = self._text
        before = text[max(0, begin - 8) : begin].rstrip(_WAVES)
        if before[-1:] not in _PARTICLES and text[max(0, begin - 1)] not in _WAVES:
            return None
        ends = before and _HANZI.match(text[end : end + 2].lstrip())
        return self._boundary(end) if ends and not self._pairs.around(begin) else None

    def _after_picture(self, begin: int) -> int | None:
        """An emoji or emoticon ends a sentence before a word that begins sentences."""
        text = self._text
        end = pictures_end(text, begin)
        self._done = end
        if end == begin or end == len(text):
            return None
        if self._pairs.around(begin):
            return None
        if _HANZI.match(text, end) and is_face(text[begin]):
            return self._boundary(end) if begin - self._start > _EXCLAIMED else None
        if not text[end].isspace():
            return None
        word = next_word(text, end)
        return self._boundary(end) if word[:1].isupper() and is_starter(word) else None

    def _after_stops(self, begin: int, end: int) -> int | None:
        text = self._text
        pair = self._pairs.around(begin)
        if pair is None and text[begin] in _PLAIN_STOPS and _HANZI.match(text, end):
            return self._boundary(end)  # by far the commonest in Chinese
        closed = self._with_closing(end)
        self._done = closed
        if (pair is not None and closed <= pair.end) or closed == len(text):
            return None
        if text[begin] in _POINTS and is_label(text, self._start, begin):
            return None
        if closed == end and _STOP_THEN_ELLIPSIS.fullmatch(text, begin, end):
            return self._before_ellipsis(begin, end)
        if text[closed - 1] in CLOSING_MARKS:
            ends = self._ends_after_closing(pair, begin, end, closed)
        else:
            ends = self._ends_at_marks(begin, closed)
        return self._boundary(pictures_end(text, closed)) if ends else None

    def _before_ellipsis(self, begin: int, end: int) -> int | None:
        """The end of a sentence with an ellipsis behind it; a point set off belongs to it."""
        if not next_word(self._text, end)[:1].isupper():
            return None
        return self._boundary(end if self._text[begin - 1 : begin].isspace() else begin + 1)

    def _boundary(self, at: int) -> int:
        self._start = at
        self._done = max(self._done, at)
        return at

    def _with_closing(self, end: int) -> int:
        """Take closing marks, and the marks that follow them, along."""
        text = self._text
        while end < len(text):
            mark = text[end]
            if mark in CLOSING_MARKS and (mark not in AMBIGUOUS_CLOSERS or self._closes(end)):
                end += 1
            elif text[end - 1] in CLOSING_MARKS and (more := _MORE_STOPS.match(text, end)):
                end = more.end()
            else:
                break
        return end

    def _closes(self, at: int) -> bool:
        """Whether the ambiguous mark at `at` closes: its pair is known, or it stands at an end."""
        if self._pairs.closes(at):
            return True
        following = self._text[at + 1 : at + 2]
        return self._text[at] != "“" and (not following or following.isspace())

    def _ends_at_marks(self, begin: int, end: int) -> bool:
        text, marks = self._text, self._text[begin:end]
        following = text[end : end + 1]
        if marks in _POINTS:
            return self._ends_at_point(begin, end)
        if ";" in marks or not _PLAIN_STOPS.isdisjoint(marks):
            return following not in _GOES_ON
        if "…" in marks or "⋯" in marks or marks.count(".") > 1:
            return self._ends_at_ellipsis(begin, end)
        return self._ends_at_question(begin, end)

    def _ends_at_question(self, begin: int, end: int) -> bool:
        """Whether a sentence ends at an ASCII question or exclamation mark."""
        text = self._text
        following, before = text[end : end + 1], text[max(0, begin - 1) : begin]
        if _HANZI.match(following) and _LATIN_WORD.match(before):
            return not continues(text[end : end + 2])
        if _HANZI.match(following) or following in OPENING_QUOTES:
            return True
        if following.isupper() and _HANZI.match(before):
            return True
        small = _first_letter(text, end).islower()
        return following.isspace() and (not small or self._is_casual(end))

    def _ends_at_point(self, begin: int, end: int) -> bool:
        following = self._text[end]
        if self._text[begin] == "．":
            return not following.isalnum() or _HANZI.match(following) is not None
        if following.isalnum() and following.isascii():
            return False
        return ends_at_full_stop(
            self._text, self._start, begin, end, casual=lambda: self._is_casual(end)
        )

    def _is_casual(self, end: int) -> bool:
        """Whether capitals mean nothing: the sentence before began with a small letter too."""
        text = self._text
        if _ADDRESS.match(text, end):
            return True
        return text[end + 1 : end + 2].isalpha() and _first_letter(text, self._start).islower()

    def _ends_at_ellipsis(self, begin: int, end: int) -> bool:
        text = self._text
        if any(mark in "!?" for mark in text[begin:end]):
            return not _first_letter(text, end).islower()
        if _HANZI.match(text, end) or text[end : end + 1] in "“「『":
            clause = text[max(self._start, begin - _ENOUGH) : begin].strip()
            return ends_in_chinese(clause, text[end : end + 3])
        return text[end].isspace() and ends_in_english(next_word(text, end))

    def _ends_after_closing(
        self, pair: Enclosure | None, begin: int, marks_end: int, end: int
    ) -> bool:
        text = self._text
        if text[end] in _GOES_ON:
            return False
        if pair is not None and pair.kind is EnclosureKind.TITLE:
            return False
        if pair is not None and pair.kind is EnclosureKind.BRACKET:
            return self._ends_after_bracket(pair, end)
        return self._ends_after_quote(pair, begin, marks_end, end)

    def _ends_after_bracket(self, pair: Enclosure, end: int) -> bool:
        text = self._text
        if not self._introduction(pair):
            return not _first_letter(text, end).islower()
        word = next_word(text, end)
        return text[end].isspace() and word[:1].isupper() and is_starter(word)

    def _introduction(self, pair: Enclosure | None) -> str:
        """What the sentence holds before `pair`; of much only the end."""
        if pair is None:
            return ""
        return self._text[max(self._start, pair.start - _ENOUGH) : pair.start].strip()

    def _ends_after_quote(
        self, pair: Enclosure | None, begin: int, marks_end: int, end: int
    ) -> bool:
        text = self._text
        rest = text[end : end + 80]
        ahead = rest.lstrip()
        following = ahead[:1]
        if following in OPENING_QUOTES and following != "'":
            return True
        introduction = self._introduction(pair)
        if _HANZI.match(following):
            broken_off = not introduction and not text[begin:marks_end].strip("…⋯")
            return not broken_off and self._ends_before_hanzi(introduction, ahead, end)
        if not rest[:1].isspace() or following == "(" or _first_letter(text, end).islower():
            return False
        if goes_on_in_english(introduction, ahead):
            return False
        return text[begin:marks_end] != "." or ends_at_full_stop(text, self._start, begin, end)

    def _ends_before_hanzi(self, introduction: str, ahead: str, end: int) -> bool:
        might_be_long = end - self._start > _LONGEST_WITH_QUOTES
        if might_be_long and reach(self._text, self._start, _LONGEST_WITH_QUOTES) < end:
            return True
        return not goes_on_in_chinese(introduction, ahead)


def _is_wrapped(text: str, end: int) -> bool:
    """Whether the line that ends at `end` is full, so that it ends there for want of room."""
    before = text.rfind("\n", max(0, end - _WRAPPED.stop), end)
    if before < 0 and end >= _WRAPPED.stop:
        return False
    return text[end] == "\n" and end - before - 1 in _WRAPPED and not _HANZI.match(text, end - 1)


def _first_letter(text: str, position: int) -> str:
    """The first character after white space and opening marks, or an empty string."""
    for character in text[position : position + 8]:
        if not character.isspace() and character not in OPENING_MARKS:
            return character
    return ""
