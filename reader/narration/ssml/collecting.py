"""The text of a document as it comes in: white space, and where everything begins and ends.

White space is one blank, and none at the beginning and end of a paragraph. Where a line ends
between two hanzi, or a sentence does, there is no blank at all, as Chinese is written; a blank
that somebody typed inside a line stays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum

from reader.narration.delivery import LONGEST_BREAK, Cue, Delivery
from reader.narration.ssml.model import Insertion, paragraphs_of
from reader.narration.ssml.seams import within_lines
from reader.narration.utterance import Mark, Pause

WHITE_SPACE = " \t\r\n"
"""What XML calls white space; a no-break or an ideographic space is a character."""

_SPACES = re.compile(f"[{WHITE_SPACE}]+")
_IRREGULAR = re.compile(f"[{WHITE_SPACE}]*[\t\r\n][{WHITE_SPACE}]*|  +")
_WIDE = re.compile(
    "[\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\U00020000-\U0003ffff]"
)
"""What is written without blanks: hanzi, kana and their punctuation, but no hangul."""

_MARK = re.compile(
    "[\u3001-\u3004\u3008-\u3020\ufe30-\ufe4f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff60]"
)
"""Punctuation that holds its own space."""

_EITHER = frozenset("“”‘’…—·")
"""Marks that Chinese shares with languages that part words by blanks."""


_NEUTRAL = Delivery()


class _Gap(IntEnum):
    """What stands between the text until now and that to come."""

    NOTHING = 0
    BLANK = 1
    LINE = 2
    PARAGRAPH = 3


@dataclass
class Opening:
    """Where the text of an element begins, and with which piece; before 0 until there is some."""

    start: int = -1
    piece: int = 0


class Collector:
    """Puts text and cues together in the order in which a parser meets them."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._tail = ""
        self._gap = _Gap.NOTHING
        self._opening: list[Opening] = []
        self._cues: list[Cue] = []
        self._sentences: list[tuple[int, int]] = []
        self._places: list[tuple[int, int]] = []
        self._insertions: list[Insertion] = []

    @property
    def text(self) -> str:
        """All text until now."""
        return "".join(self._pieces)

    @property
    def cues(self) -> tuple[Cue, ...]:
        """Those until now, by their start, the inner behind the outer.

        What begins in one paragraph and ends in another is cut where they end.
        """
        text = self.text
        paragraphs = paragraphs_of(text)
        outermost_first = (
            replace(cue, start=start, end=end)
            for cue in reversed(self._cues)
            for start, end in within_lines(cue.start, cue.end, text, [paragraphs])
        )
        return tuple(sorted(outermost_first, key=lambda cue: (cue.start, -cue.end)))

    @property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Those until now."""
        return tuple(self._sentences)

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Where those sentences stand in the document."""
        return tuple(self._places)

    @property
    def insertions(self) -> tuple[Insertion, ...]:
        """Those until now; silences that follow one another are one."""
        return tuple(self._insertions)

    def add(self, text: str) -> None:
        """Take `text` as it stands in the document."""
        words = text.strip(WHITE_SPACE)
        if not words:
            self._part(text)
            return
        begin = text.index(words[0])
        self._part(text[:begin])
        self._write(words)
        self._part(text[begin + len(words) :])

    def part_lines(self) -> None:
        """What follows stands in another line."""
        self._gap = max(self._gap, _Gap.LINE)

    def part_paragraphs(self) -> None:
        """What follows stands in another paragraph."""
        self._gap = _Gap.PARAGRAPH

    def open(self) -> Opening:
        """Something begins here; its start is that of the next character."""
        opening = Opening()
        self._opening.append(opening)
        return opening

    def close(self, opening: Opening) -> bool:
        """What was opened last ends here; whether it has any text."""
        if opening.start < 0:
            self._opening.pop()
            return False
        return True

    def text_of(self, opening: Opening) -> str:
        """The text since `opening`, of which there is some."""
        return "".join(self._pieces[opening.piece :])

    def cue(self, opening: Opening, delivery: Delivery) -> None:
        """The text since `opening`, of which there is some, is said so."""
        if delivery != _NEUTRAL:
            self._cues.append(Cue(start=opening.start, end=self._length, delivery=delivery))

    def sentence(self, opening: Opening, place: tuple[int, int]) -> None:
        """The text since `opening`, of which there is some, is a sentence, begun at `place`."""
        self._sentences.append((opening.start, self._length))
        self._places.append(place)

    def insert(self, item: Pause | Mark) -> None:
        """A silence or a mark here."""
        last = self._insertions[-1] if self._insertions else None
        if last is not None and last.offset == self._length and isinstance(item, Pause):
            before = last.item
            if isinstance(before, Pause):
                item = Pause(seconds=added(before.seconds, item.seconds))
                self._insertions.pop()
        self._insertions.append(Insertion(offset=self._length, item=item))

    def _part(self, spaces: str) -> None:
        if spaces:
            blank = spaces.strip(" ") == ""
            self._gap = max(self._gap, _Gap.BLANK if blank else _Gap.LINE)

    def _write(self, words: str) -> None:
        joint = self._joint(words[0])
        start = self._length + len(joint)
        for opening in self._opening:
            opening.start, opening.piece = start, len(self._pieces) + 1
        self._opening.clear()
        self._gap = _Gap.NOTHING
        if _IRREGULAR.search(words) is not None:
            words = _IRREGULAR.sub(_within, words)
        self._pieces += (joint, words)
        self._length = start + len(words)
        self._tail = (self._tail + joint + words[-2:])[-2:]

    def _joint(self, following: str) -> str:
        """What the gap is in the text, before the character `following`."""
        if not self._length or self._gap is _Gap.NOTHING:
            return ""
        if self._gap is _Gap.PARAGRAPH:
            return "\n"
        return " " if self._gap is _Gap.BLANK or _parts_words(self._tail, following) else ""


def added(one: float, other: float) -> float:
    """Two silences as one, in whole milliseconds."""
    return min(LONGEST_BREAK, round((one + other) * 1000) / 1000)


def _within(spaces: re.Match[str]) -> str:
    text, start = spaces.string, spaces.start()
    if spaces[0].strip(" ") == "":
        return " "
    return " " if _parts_words(text[max(0, start - 2) : start], text[spaces.end()]) else ""


def _parts_words(before: str, after: str) -> bool:
    """Whether the end of a line stands for a blank between the last characters and `after`."""
    if _MARK.match(before[-1]) or _MARK.match(after):
        return False
    close = all(each in _EITHER or _WIDE.match(each) for each in (before[-1], after))
    return not (close and _WIDE.search(before + after))
