"""From a passage of the book to an utterance: what is said, in which language, and how."""

from __future__ import annotations

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
from reader.narration.passage import Passage
from reader.narration.structure import pause_after
from reader.narration.utterance import Pause, Span, Utterance, joined


@dataclass(frozen=True)
class _Manner:
    """What spoken text must have in common to be one span."""

    language: str | None
    emphasis: Emphasis
    said: str | None = None
    phonemes: str | None = None
    phoneme_alphabet: str | None = None


class Narrator:
    """Says how the passages of one book are spoken, numbers in the listener's `style`."""

    def __init__(self, book: Book, style: SpokenStyle | None = None) -> None:
        self._book = book
        self._style = style or SpokenStyle()
        self._is_alphabetic = {"A", "B"} <= {chapter.title for chapter in book.chapters}

    def utterance(self, passage: Passage) -> Utterance:
        """The spans of `passage` in reading order and the pause that follows them.

        References to notes are not spoken. Every span knows the offsets of its source in
        the chapter's text; markup's language, emphasis and phonemes are carried along.
        """
        chapter = self._book.chapters[passage.chapter]
        pause = pause_after(
            chapter, passage.block, last_in_block=_is_last_in_block(chapter, passage)
        )
        return Utterance(
            items=(*_joined(self._spans(chapter, passage)), Pause(seconds=pause)),
            chapter=passage.chapter,
            start=passage.start,
            end=passage.end,
        )

    def _spans(self, chapter: Chapter, passage: Passage) -> Iterator[Span]:
        default = _main_language(chapter, passage.block, self._book.language)
        stretches = _stretches(chapter, passage)
        text = _without_references(chapter, passage, stretches)
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
    offset = chapter.block_starts[passage.block]
    rest = chapter.blocks[passage.block].text[passage.end - offset :]
    return not is_sayable(rest)


def _stretches(chapter: Chapter, passage: Passage) -> list[tuple[_Manner, int, int]]:
    """What is spoken of the passage: ``(manner, start, end)``, equal manners joined."""
    found: list[tuple[_Manner, int, int]] = []
    for offset, run in chapter.runs(passage.block):
        start, end = max(offset, passage.start), min(offset + len(run.text), passage.end)
        if start >= end or run.note is not None:
            continue
        manner = _manner(run)
        joins = found and found[-1][0] == manner and found[-1][2] == start
        if joins and manner.said is None and manner.phonemes is None:
            start = found.pop()[1]
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


def _main_language(chapter: Chapter, block: int, book_language: str) -> str:
    """What text without letters is read in, and what Latin letters are taken for."""
    content = chapter.blocks[block]
    language = content.language or book_language
    found = language_of(content.text, language)
    return "en" if primary(found) in ("und", "mul", "zxx") else found


def _without_references(
    chapter: Chapter, passage: Passage, stretches: list[tuple[_Manner, int, int]]
) -> str:
    """The text of the passage with blanks for what is not spoken; offsets stay."""
    text = [" "] * (passage.end - passage.start)
    for _, start, end in stretches:
        text[start - passage.start : end - passage.start] = chapter.text[start:end]
    return "".join(text)


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


def _joined(spans: Iterator[Span]) -> Iterator[Span]:
    """Spans said in one manner as one, over a reference that is not spoken between them.

    Punctuation alone has nothing to say: it joins what it follows, or else what it opens.
    """
    group: list[Span] = []
    says_something = False
    for span in spans:
        sayable = is_sayable(span.text)
        if group and not _joins(group[0], span, sayable=sayable and says_something):
            yield joined(group)
            group, says_something = [], False
        elif group and sayable and not says_something:
            group[0] = replace(group[0], language=span.language, emphasis=span.emphasis)
        group.append(span)
        says_something |= sayable
    if group:
        yield joined(group)


def _joins(before: Span, span: Span, *, sayable: bool) -> bool:
    """Whether `span` can be said with what begins with `before`; `sayable`: both say something."""
    if before.phonemes is not None or span.phonemes is not None:
        return False
    return _alike(before, span) or not sayable


def _alike(one: Span, other: Span) -> bool:
    return (one.language, one.emphasis) == (other.language, other.emphasis)


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
