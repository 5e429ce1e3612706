"""Speaking a markup: as a book of one chapter, whose director gives what the markup asks for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.language.clauses import bounded
from reader.language.detect import language_of
from reader.language.measure import is_sayable
from reader.language.spoken import SpokenStyle
from reader.narration.cutting import LONGEST_PASSAGE, BlockPassages
from reader.narration.delivery import Cue, Director
from reader.narration.narrator import Narrator
from reader.narration.passage import Passage
from reader.narration.pauses import Pauses
from reader.narration.ssml.model import Insertion, Markup
from reader.narration.utterance import Mark, Pause, Span, Utterance

_SHELF = 512
"""Characters whose cues are kept together, so that those of a sentence are found at once."""

_BLANK = re.compile(r"\s*")


class MarkupDirector:
    """Gives the cues and insertions of one markup, as of chapter 0 of the book it makes."""

    def __init__(self, markup: Markup) -> None:
        self._cues = markup.cues
        self._insertions = markup.insertions
        self._shelves: defaultdict[int, list[int]] = defaultdict(list)
        for number, cue in enumerate(markup.cues):
            for shelf in range(cue.start // _SHELF, (cue.end - 1) // _SHELF + 1):
                self._shelves[shelf].append(number)

    def cues(self, chapter: int, start: int, end: int) -> Iterable[Cue]:
        """Those that touch the text between two offsets, the inner behind the outer."""
        if chapter or end <= start:
            return []
        shelves = range(start // _SHELF, (end - 1) // _SHELF + 1)
        numbers = {number for shelf in shelves for number in self._shelves.get(shelf, ())}
        found = (self._cues[number] for number in sorted(numbers))
        return [cue for cue in found if cue.start < end and cue.end > start]

    def insertions(self, chapter: int, start: int, end: int) -> Iterable[tuple[int, Pause | Mark]]:
        """Those before the characters from `start` to `end`, both included."""
        if chapter:
            return []
        first = bisect_left(self._insertions, start, key=_offset)
        last = bisect_right(self._insertions, end, key=_offset)
        return [(each.offset, each.item) for each in self._insertions[first:last]]


def book_of(markup: Markup) -> Book:
    """A book whose one chapter has exactly the text of `markup`, a block a paragraph."""
    blocks = (
        Block(kind=BlockKind.PARAGRAPH, runs=(Run(text=line),))
        for line in (markup.text.split("\n") if markup.text else ())
    )
    chapter = Chapter(title="", blocks=tuple(blocks), heading=False)
    language = markup.language or language_of(markup.text)
    return Book(title="", chapters=(chapter,), identifier="", language=language)


def utterances(
    markup: Markup,
    style: SpokenStyle | None = None,
    pauses: Pauses | None = None,
    *,
    directors_of: Callable[[Book], Sequence[Director]] = lambda _book: (),
) -> Iterator[Utterance]:
    """What is said for `markup`, found as it is asked for; sentences end where it says so.

    `directors_of` gives those who know more of the text; what the markup itself asks for goes
    before. No silence follows the last word but what is asked for there.
    """
    book, director = book_of(markup), MarkupDirector(markup)
    usual = pauses or Pauses()
    narrator = Narrator(
        book, style, usual, directors=[*directors_of(book), director], insertions=[director]
    )
    reached: int | None = None
    for passage, following in pairwise(chain(_passages(markup, BlockPassages(book)), (None,))):
        if passage is None:
            return
        lost, rest = _between(markup, reached, passage.start), list[Pause | Mark]()
        if following is None:
            narrator.pauses = replace(usual, paragraph=0.0, heading=0.0, chapter=0.0)
            rest = _between(markup, passage.end, None)
        said = narrator.utterance(passage)
        reached = passage.end
        yield replace(said, items=tuple(filter(_counts, (*lost, *said.items, *rest))))


def _counts(item: Span | Pause | Mark) -> bool:
    return not isinstance(item, Pause) or item.seconds > 0


def _passages(markup: Markup, cutting: BlockPassages) -> Iterator[Passage]:
    """The marked sentences as such, and those that are found in the text beside them."""
    sounding = MarkupDirector(
        replace(markup, cues=tuple(cue for cue in markup.cues if cue.delivery.has_sound))
    )
    for block, (start, end) in enumerate(markup.paragraphs):
        place = start
        for first, last in _inside(markup.sentences, start, end):
            yield from _found(cutting, sounding, markup.text, block, (place, first))
            yield from _marked(markup.text, sounding, block, (first, last))
            place = last
        yield from _found(cutting, sounding, markup.text, block, (place, end))


def _inside(
    sentences: Sequence[tuple[int, int]], start: int, end: int
) -> Sequence[tuple[int, int]]:
    return sentences[bisect_left(sentences, (start,)) : bisect_left(sentences, (end,))]


def _marked(
    text: str, sounding: MarkupDirector, block: int, place: tuple[int, int]
) -> Iterator[Passage]:
    """A marked sentence, in several pieces if it is very long."""
    start, end = place
    for piece in bounded(text[start:end], LONGEST_PASSAGE):
        first, last = start + piece.start, start + piece.end
        if _is_said(text, sounding, first, last):
            yield Passage(chapter=0, start=first, end=last, block=block)


def _found(
    cutting: BlockPassages,
    sounding: MarkupDirector,
    text: str,
    block: int,
    place: tuple[int, int],
) -> Iterator[Passage]:
    """The sentences of what stands between two marked ones."""
    start, end = place
    some = False
    if is_sayable(text[start:end]):
        for passage in cutting.of(0, block, start):
            first, last = max(start, passage.start), min(end, passage.end)
            if first >= end:
                break
            if _is_said(text, sounding, first, last):
                some = True
                yield replace(passage, start=first, end=last)
    if not some and text[start:end].strip() and _is_said(text, sounding, start, end):
        yield Passage(chapter=0, start=start, end=end, block=block)


def _is_said(text: str, sounding: MarkupDirector, start: int, end: int) -> bool:
    """Whether there is a letter or digit, or something is said in place of what there is."""
    if is_sayable(text[start:end]):
        return True
    return any(cue.delivery.said or cue.delivery.phonemes for cue in sounding.cues(0, start, end))


def _between(markup: Markup, before: int | None, behind: int | None) -> list[Pause | Mark]:
    """What is inserted in text that is not said, `before` and `behind` which some is.

    What stands at the very end of what is said belongs to that.
    """
    if before is None:
        return [each.item for each in markup.insertions if each.offset < (behind or 0)]
    blank = _BLANK.match(markup.text, before)
    reached = blank.end() if blank is not None else before
    if behind is None:
        return [each.item for each in markup.insertions if each.offset > reached]
    if behind <= reached:
        return []
    first = bisect_left(markup.insertions, reached, key=_offset)
    last = bisect_right(markup.insertions, behind, key=_offset)
    return [
        each.item
        for each in markup.insertions[first:last]
        if each.offset != (reached if isinstance(each.item, Pause) else behind)
    ]


def _offset(insertion: Insertion) -> int:
    return insertion.offset
