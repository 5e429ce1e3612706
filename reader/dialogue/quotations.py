"""Finds what is said in a book, by the marks that its own speech stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.background import CancelToken
from reader.books.model import Block, BlockKind, Book, Chapter
from reader.dialogue.dashes import behind_dash
from reader.dialogue.enclosed import Enclosed, closes_first, enclosed
from reader.dialogue.interruption import goes_on
from reader.dialogue.letters import Letters
from reader.dialogue.marks import PROSE, House, house_of
from reader.dialogue.model import Evidence, Quotation
from reader.dialogue.speech import is_speech

_SILENT = frozenset({BlockKind.CODE, BlockKind.IMAGE, BlockKind.SEPARATOR})
_TAG_LENGTH = 80
_FARTHEST = 12
"""Paragraphs without any mark over which a speech is followed to its closing mark."""


def find_quotations(
    book: Book,
    *,
    cancel: CancelToken | None = None,
    progress: Callable[[float], None] | None = None,
) -> list[Quotation]:
    """All quotations of `book`, in reading order; none overlaps another.

    Speakers are set where the markup names them. Raises :class:`~reader.errors.Cancelled`.
    """
    token, report = cancel or CancelToken(), progress or _silent
    house = house_of(book)
    found: list[Quotation] = []
    for number, chapter in enumerate(book.chapters):
        token.check()
        language = _language(chapter, book)
        found += _Search(chapter, number, house, language).quotations()
        report((number + 1) / len(book.chapters))
    return found


def _silent(_: float) -> None:
    pass


def _language(chapter: Chapter, book: Book) -> str:
    return next((block.language for block in chapter.blocks if block.language), book.language)


@dataclass(frozen=True, kw_only=True)
class _Open:
    """A quotation that the last paragraph left open."""

    mark: str
    paragraphs: int = 0


class _Search:
    """Walks over the paragraphs of one chapter."""

    def __init__(self, chapter: Chapter, number: int, house: House, language: str) -> None:
        self._chapter = chapter
        self._number = number
        self._house = house
        self._language = language
        self._open: _Open | None = None
        self._letters = Letters()

    def quotations(self) -> Iterator[Quotation]:
        """The chapter's quotations, in order."""
        last: Quotation | None = None
        for index, block in enumerate(self._chapter.blocks):
            start = self._chapter.block_starts[index]
            for each in self._of_block(index, block):
                quotation = replace(each, start=each.start + start, end=each.end + start)
                if _is_same_speech(last, quotation):
                    quotation = replace(quotation, continues=True)
                yield quotation
                last = quotation

    def _of_block(self, index: int, block: Block) -> list[Quotation]:
        if block.kind in _SILENT:
            self._open = None
            return []
        told = self._told_by_markup(block)
        if block.kind not in PROSE:
            carried, self._open = self._open if block.kind is BlockKind.NOTE else None, None
            named = [
                self._quotation(each.start, each.end, spoken=False)
                for each in enclosed(block.text, self._house)
            ]
            self._open = carried
            return _merged(told, named)
        return _merged(told, self._of_paragraph(index, block.text))

    def _of_paragraph(self, index: int, text: str) -> list[Quotation]:
        if self._house.dash and (said := behind_dash(text, self._language)):
            self._open = None
            return [
                self._quotation(start, end, continues=number > 0)
                for number, (start, end) in enumerate(said)
            ]
        begun, done = self._carried(index, text)
        marked = enclosed(text, self._house, done)
        repeated = self._repeats(text, marked, begun)
        is_whole = len(begun) + len(marked) == 1 and _is_whole(text, begun or marked)
        open_ended = is_whole and (bool(begun) or marked[0].open_ended)
        if self._letters.holds(text, whole=is_whole, open_ended=open_ended):
            return [self._quotation(each.start, each.end, spoken=False) for each in begun or marked]
        return begun + self._judged(text, marked, repeated=repeated)

    def _carried(self, index: int, text: str) -> tuple[list[Quotation], int]:
        """What of the paragraph belongs to a speech before it whose mark is not repeated."""
        before = self._open
        if before is None or text.lstrip()[:1] == before.mark:
            return [], 0
        end = closes_first(text, before.mark, self._house)
        if end is not None:
            self._open = None
            return [self._quotation(0, end, continues=True)], end
        if self._is_closed_later(index, before.mark):
            return [self._quotation(0, len(text), continues=True)], len(text)
        self._open = None
        return [], 0

    def _is_closed_later(self, index: int, mark: str) -> bool:
        blocks = self._chapter.blocks
        if closes_first(blocks[index].text + mark, mark, self._house) is not None:
            return False
        for block in blocks[index : index + _FARTHEST]:
            if block.kind not in PROSE:
                return False
            if closes_first(block.text, mark, self._house) is not None:
                return True
            if enclosed(block.text, self._house):
                return False
        return False

    def _repeats(self, text: str, marked: list[Enclosed], begun: list[Quotation]) -> bool:
        """Whether the paragraph begins with the mark of a speech that was left open."""
        before = self._open
        if not begun:
            self._open = None
        if marked and marked[-1].open_ended:
            self._open = _Open(mark=marked[-1].mark)
        return (
            before is not None
            and not begun
            and bool(marked)
            and marked[0].mark == before.mark
            and not text[: marked[0].start].strip()
        )

    def _judged(self, text: str, marked: list[Enclosed], *, repeated: bool) -> list[Quotation]:
        judged: list[Quotation] = []
        before: Enclosed | None = None
        for each in marked:
            continues = repeated and before is None
            if before is not None and judged[-1].spoken:
                first, gap = text[before.start : before.end], text[before.end : each.start]
                continues = goes_on(first, gap, text[each.end :][:_TAG_LENGTH])
            spoken = continues or is_speech(text, each)
            judged.append(self._quotation(each.start, each.end, continues=continues, spoken=spoken))
            before = each
        return judged

    def _told_by_markup(self, block: Block) -> list[Quotation]:
        told: list[Quotation] = []
        at = 0
        for run in block.runs:
            end = at + len(run.text)
            if run.speaker and run.text.strip():
                last = told[-1] if told else None
                if last and last.speaker == run.speaker and last.end == at:
                    told[-1] = replace(last, end=end)
                else:
                    told.append(self._by_markup(at, end, run.speaker))
            at = end
        return told

    def _by_markup(self, start: int, end: int, speaker: str) -> Quotation:
        return replace(
            self._quotation(start, end), speaker=speaker, confidence=1.0, evidence=Evidence.MARKUP
        )

    def _quotation(
        self, start: int, end: int, *, continues: bool = False, spoken: bool = True
    ) -> Quotation:
        return Quotation(
            chapter=self._number,
            start=start,
            end=end,
            continues=continues and spoken,
            spoken=spoken,
        )


def _is_whole(text: str, found: Sequence[Quotation | Enclosed]) -> bool:
    return not text[: found[0].start].strip() and not text[found[-1].end :].strip()


def _merged(told: list[Quotation], marked: list[Quotation]) -> list[Quotation]:
    """What the markup tells, and of what the marks tell that which lies outside it."""
    if not told:
        return marked
    free = [
        each
        for each in marked
        if all(each.end <= other.start or each.start >= other.end for other in told)
    ]
    return sorted(told + free, key=lambda each: each.start)


def _is_same_speech(last: Quotation | None, quotation: Quotation) -> bool:
    """Whether the markup gives paragraphs in a row, with nothing between, to one speaker."""
    return (
        last is not None
        and quotation.evidence is Evidence.MARKUP is last.evidence
        and quotation.speaker == last.speaker
        and quotation.start == last.end + 1
    )
