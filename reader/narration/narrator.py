"""From a passage of the book to an utterance: what is said, in which language, and how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from reader.books.model import BlockKind, Book, Chapter, Emphasis, Run
from reader.language.alignment import Alignment, Stretch
from reader.language.detect import LanguageRun, language_of, language_runs, primary
from reader.language.measure import is_sayable
from reader.language.roman import leading_numeral
from reader.language.spoken import SpokenForm, SpokenStyle, SpokenText
from reader.language.spoken.mixed import settled
from reader.narration.cutting import BlockPassages
from reader.narration.joining import in_one_manner
from reader.narration.passage import Passage
from reader.narration.pauses import Pauses, pause_after
from reader.narration.runs import Runs
from reader.narration.skipping import Skipping
from reader.narration.utterance import Pause, Span, Utterance
from reader.narration.windows import Windows

_SAYABLE = re.compile(r"[^\W_]")
"""A letter or digit, as :func:`~reader.language.measure.is_sayable` counts them."""

_REST = 20_000
"""Characters behind a sentence in which its block goes on, if it does."""


@dataclass(frozen=True)
class _Manner:
    """What spoken text must have in common to be one span."""

    language: str | None
    emphasis: Emphasis
    said: str | None = None
    phonemes: str | None = None
    phoneme_alphabet: str | None = None


class Narrator:
    """Says how the passages of one book are spoken, numbers in the listener's `style`.

    `pauses` and `skipping` may be set at any time; every utterance takes them as they are.
    Of what is left out only the silences know: it is no pause between what is read.
    """

    def __init__(
        self,
        book: Book,
        style: SpokenStyle | None = None,
        pauses: Pauses | None = None,
        skipping: Skipping | None = None,
    ) -> None:
        self._book = book
        self._style = style or SpokenStyle()
        self.pauses = pauses or Pauses()
        self.skipping = skipping or Skipping()
        self._runs = Runs(book)
        self._windows = Windows(book)
        self._is_alphabetic = {"A", "B"} <= {chapter.title for chapter in book.chapters}

    def utterance(self, passage: Passage) -> Utterance:
        """The spans of `passage` in reading order and the pause that follows them.

        References to notes are not spoken. Every span knows the offsets of its source in
        the chapter's text; markup's language, emphasis and phonemes are carried along.
        """
        return self._utterance(passage, self.skipping)

    def excerpt(self, chapter: int, start: int, end: int) -> Iterator[Utterance]:
        """What is said for the chapter's text from `start` to `end`, and nothing beside it.

        Half a sentence is spoken as half a sentence. What `skipping` leaves out is read, as
        it was asked for. No pause follows the last utterance. Offsets outside the chapter
        are brought back to its ends; a chapter outside the book has nothing to say.
        """
        before: Utterance | None = None
        for passage in self._selected(chapter, start, end):
            utterance = self._utterance(passage, Skipping())
            if not is_sayable(utterance.text):
                continue
            if before is not None:
                yield before
            before = utterance
        if before is not None:
            yield replace(before, items=before.spans)

    def _selected(self, chapter: int, start: int, end: int) -> Iterator[Passage]:
        """The passages between two offsets of a chapter, cut off exactly there."""
        if not 0 <= chapter < len(self._book.chapters) or max(0, start) >= end:
            return
        passages = BlockPassages(self._book)
        written = self._book.chapters[chapter]
        blocks = range(written.block_at(start), written.block_at(end - 1) + 1)
        for block in blocks if written.blocks else ():
            for passage in passages.of(chapter, block, start):
                first, last = max(start, passage.start), min(end, passage.end)
                if first >= last:
                    break
                yield replace(passage, start=first, end=last)

    def _utterance(self, passage: Passage, skipping: Skipping) -> Utterance:
        chapter = self._book.chapters[passage.chapter]
        pause = pause_after(
            chapter,
            passage.block,
            last_in_block=_is_last_in_block(chapter, passage),
            pauses=self.pauses,
            skipping=skipping,
        )
        return Utterance(
            items=(*in_one_manner(self._spans(chapter, passage)), Pause(seconds=pause)),
            chapter=passage.chapter,
            start=passage.start,
            end=passage.end,
        )

    def _spans(self, chapter: Chapter, passage: Passage) -> Iterator[Span]:
        place = passage.chapter, passage.block, passage.start, passage.end
        default = self._main_language(passage)
        stretches = _stretches(self._runs.between(*place))
        text = self._runs.spoken(*place)
        heading = self._is_heading(chapter, passage, text)
        spoken = SpokenText(text, heading=heading, style=self._style)
        detected = _languages(spoken, default, heading=heading)
        for (manner, start, end), around in zip(stretches, _unmarked(stretches), strict=True):
            begin, stop = start - passage.start, end - passage.start
            if manner.said is not None or manner.phonemes is not None:
                language = manner.language or ("ja" if manner.said is not None else default)
                words = (
                    _all_of(manner.said, end - start)
                    if manner.said is not None
                    else spoken.part(begin, stop, language)
                )
                yield _span(manner, words, language, start, end)
                continue
            for run in _runs_within(detected, text, begin, stop, manner.language):
                first, last = max(run.start, begin), min(run.end, stop)
                whole = (
                    max(run.start, around[0] - passage.start),
                    min(run.end, around[1] - passage.start),
                )
                words = spoken.part(first, last, run.language, whole)
                if words.text.strip():
                    source = passage.start + first, passage.start + last
                    yield _span(manner, words, run.language, *source)

    def _main_language(self, passage: Passage) -> str:
        """What text without letters is read in, and what Latin letters are taken for."""
        written = self._book.chapters[passage.chapter]
        content = written.blocks[passage.block]
        offset = passage.start - written.block_starts[passage.block]
        window = self._windows.at(passage.chapter, passage.block, offset)
        start, end = self._windows.bounds(passage.chapter, passage.block, window)
        language = content.language or self._book.language
        found = language_of(content.text[start:end], language)
        return "en" if primary(found) in ("und", "mul", "zxx") else found

    def _is_heading(self, chapter: Chapter, passage: Passage, text: str) -> bool:
        """Whether `text` begins a heading, whose I or V is no letter of a dictionary."""
        block = chapter.blocks[passage.block]
        begins = passage.start == chapter.block_starts[passage.block]
        letter = self._is_alphabetic and len(text.strip()) == 1
        return block.kind is BlockKind.HEADING and begins and not letter


def _languages(spoken: SpokenText, default: str, *, heading: bool) -> list[LanguageRun]:
    """The language runs of a passage in `default`.

    A heading's Roman numeral counts as a number, and kanji in a Japanese paragraph are
    Japanese, even where a sentence has no kana.
    """
    text = spoken.written
    numeral = leading_numeral(text) if heading else None
    if numeral is not None:
        figures = "1" * (numeral.end - numeral.start)
        text = text[: numeral.start] + figures + text[numeral.end :]
    runs = settled(spoken, language_runs(text, default))
    if primary(default) != "ja":
        return runs
    return [replace(run, language=default) if run.language == "zh" else run for run in runs]


def _is_last_in_block(chapter: Chapter, passage: Passage) -> bool:
    text = chapter.blocks[passage.block].text
    end = passage.end - chapter.block_starts[passage.block]
    return _SAYABLE.search(text, end, end + _REST) is None


def _stretches(runs: Iterator[tuple[int, int, Run]]) -> list[tuple[_Manner, int, int]]:
    """What is spoken of a passage: ``(manner, start, end)``, equal manners joined."""
    found: list[tuple[_Manner, int, int]] = []
    for start, end, run in runs:
        if run.note is not None:
            continue
        manner = _manner(run)
        joins = found and found[-1][0] == manner and found[-1][2] == start
        if joins and manner.said is None and manner.phonemes is None:
            found[-1] = manner, found[-1][1], end
        else:
            found.append((manner, start, end))
    return found


def _unmarked(stretches: list[tuple[_Manner, int, int]]) -> list[tuple[int, int]]:
    """For every stretch the ends of the text around it that no markup reads in its own way.

    Emphasis does not count; a language, a reading or phonemes stand alone.
    """
    found: list[tuple[int, int]] = []
    for own, group in groupby(stretches, key=lambda each: _reads_itself(each[0])):
        members = list(group)
        if own:
            found += [(start, end) for _, start, end in members]
        else:
            found += [(members[0][1], members[-1][2])] * len(members)
    return found


def _reads_itself(manner: _Manner) -> bool:
    return any(each is not None for each in (manner.language, manner.said, manner.phonemes))


def _manner(run: Run) -> _Manner:
    ruby = run.ruby.strip() if run.ruby else ""
    kana = any("\u3041" <= character <= "\u30ff" for character in ruby)
    return _Manner(
        language=run.language,
        emphasis=run.emphasis,
        said=ruby if kana else None,
        phonemes=run.phonemes,
        phoneme_alphabet=run.phoneme_alphabet,
    )


def _runs_within(
    detected: list[LanguageRun], text: str, start: int, end: int, language: str | None
) -> list[LanguageRun]:
    """The language runs that touch ``text[start:end]``, in offsets of `text`.

    They are those `detected` in the whole text, so that an emphasised number has context;
    where the markup gives a `language`, only letters it is not written in differ.
    """
    if language is None:
        return [run for run in detected if run.start < end and run.end > start]
    own = language_runs(text[start:end], language)
    return [replace(run, start=run.start + start, end=run.end + start) for run in own]


def _all_of(said: str, length: int) -> SpokenForm:
    """`said` for all of a text of `length` characters."""
    whole = Alignment((Stretch(0, length, 0, len(said)),))
    return SpokenForm(written="", text=said, alignment=whole)


def _span(manner: _Manner, spoken: SpokenForm, language: str, start: int, end: int) -> Span:
    return Span(
        text=spoken.text,
        alignment=spoken.alignment,
        language=language,
        start=start,
        end=end,
        emphasis=manner.emphasis,
        phonemes=manner.phonemes,
        phoneme_alphabet=manner.phoneme_alphabet,
    )
