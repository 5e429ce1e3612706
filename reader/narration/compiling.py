"""From stretches of a passage, each with its delivery, to flat spans of spoken text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reader.books.model import Emphasis
from reader.language.alignment import Alignment, Stretch
from reader.language.detect import LanguageRun, language_runs, primary
from reader.language.roman import leading_numeral
from reader.language.spoken import SpokenForm, SpokenStyle, SpokenText
from reader.language.spoken.mixed import settled
from reader.narration.delivery import Cue, Delivery
from reader.narration.utterance import Span

_PARTED = re.compile("[0-9A-Za-z\u00c0-\u052f]")
"""Digits, and letters of scripts that part words by blanks: Latin, Greek and Cyrillic."""


@dataclass(frozen=True, kw_only=True)
class Written:
    """A passage to compile: its `text` begins at `start` of the chapter, and is in `language`
    unless its letters tell otherwise; a `heading` may begin with a Roman numeral.
    """

    text: str
    start: int
    language: str
    heading: bool = False


def compiled(written: Written, stretches: Sequence[Cue], style: SpokenStyle) -> Iterator[Span]:
    """The spans that say `stretches`, which are flat and in order.

    The whole text tells the languages and what its numbers are, however it is cut. What is said
    in place of the text does not run into the words beside it.
    """
    before: tuple[Cue, Span] | None = None
    for stretch, span in _spans(written, stretches, style):
        runs_in = before is not None and _runs_in(*before, stretch, span, written)
        yield _set_apart(span) if runs_in else span
        before = stretch, span


def _spans(
    written: Written, stretches: Sequence[Cue], style: SpokenStyle
) -> Iterator[tuple[Cue, Span]]:
    """The spans of each stretch."""
    spoken = SpokenText(written.text, heading=written.heading, style=style)
    detected = _languages(spoken, written.language, heading=written.heading)
    for stretch, around in zip(stretches, _unmarked(stretches), strict=True):
        begin, end = stretch.start - written.start, stretch.end - written.start
        delivery = stretch.delivery
        if delivery.said is not None:
            spans = _said(stretch, written.language, style)
        elif delivery.phonemes is not None:
            language = delivery.language or _at(detected, begin)
            spans = iter((_span(delivery, spoken.part(begin, end, language), language, stretch),))
        else:
            whole = around[0] - written.start, around[1] - written.start
            runs = _runs_within(detected, written.text, begin, end, delivery.language)
            spans = _read(stretch, written, spoken, runs, whole, style)
        for span in spans:
            yield stretch, span


def _runs_in(one: Cue, before: Span, other: Cue, span: Span, written: Written) -> bool:
    """Whether two spans that are not both said as written would sound as one word.

    Other letters in place of letters within a word are meant to.
    """
    called = one.delivery.say_as is not None or other.delivery.say_as is not None
    if not called and one.delivery.said is None and other.delivery.said is None:
        return False
    if before.end != span.start or before.phonemes is not None or span.phonemes is not None:
        return False
    if not (_PARTED.match(before.text[-1]) and _PARTED.match(span.text[0])):
        return False
    border = span.start - written.start
    last, first = written.text[border - 1], written.text[border]
    within_word = last.isalpha() and first.isalpha() and not (last.islower() and first.isupper())
    return called or not within_word


def _set_apart(span: Span) -> Span:
    """`span` with a blank before it, which says nothing that is written."""
    moved = tuple(each.moved(0, 1) for each in span.alignment.stretches)
    return replace(span, text=f" {span.text}", alignment=Alignment((Stretch(0, 0, 0, 1), *moved)))


def _read(
    stretch: Cue,
    written: Written,
    spoken: SpokenText,
    runs: Sequence[LanguageRun],
    whole: tuple[int, int],
    style: SpokenStyle,
) -> Iterator[Span]:
    """What is written in `stretch` as it is read, a span a language run."""
    begin, end = stretch.start - written.start, stretch.end - written.start
    way = stretch.delivery.say_as
    if way is not None and not _is_letter_by_letter(way):
        runs = [replace(runs[0], start=begin, end=end)] if runs else []
    for run in runs:
        first, last = max(run.start, begin), min(run.end, end)
        words = _as_called(way, written.text[first:last], run.language, style)
        if words is None:
            around = max(run.start, whole[0]), min(run.end, whole[1])
            words = spoken.part(first, last, run.language, around)
        if words.text:
            source = replace(stretch, start=written.start + first, end=written.start + last)
            yield _span(stretch.delivery, words, run.language, source)


def _said(stretch: Cue, default: str, style: SpokenStyle) -> Iterator[Span]:
    """What is said instead of what is written, as if it were written; all of it for the whole."""
    said = SpokenText(stretch.delivery.said or "", style=style)
    for run in _languages(said, stretch.delivery.language or default, heading=False):
        words = said.part(run.start, run.end, run.language)
        if words.text.strip():
            whole = Stretch(0, stretch.end - stretch.start, 0, len(words.text))
            words = replace(words, alignment=Alignment((whole,)))
            yield _span(stretch.delivery, words, run.language, stretch)


def _as_called(way: str | None, text: str, language: str, style: SpokenStyle) -> SpokenForm | None:
    if way is None:
        return None
    from reader.narration.saying import said_as  # rarely needed: it loads names of signs

    return said_as(way, text, language, style)


def _is_letter_by_letter(way: str) -> bool:
    from reader.narration.saying import LETTER_BY_LETTER

    return way in LETTER_BY_LETTER


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


def _at(runs: Sequence[LanguageRun], position: int) -> str:
    """The language at `position` of the text that `runs` cover."""
    return next(run.language for run in runs if run.end > position)


def _unmarked(stretches: Sequence[Cue]) -> list[tuple[int, int]]:
    """For every stretch the ends of the text around it that nobody reads in its own way.

    Emphasis and voices do not count; a language, a reading or phonemes stand alone.
    """
    found: list[tuple[int, int]] = []
    for own, group in groupby(stretches, key=lambda each: _reads_itself(each.delivery)):
        members = list(group)
        if own:
            found += [(each.start, each.end) for each in members]
        else:
            found += [(members[0].start, members[-1].end)] * len(members)
    return found


def _reads_itself(delivery: Delivery) -> bool:
    return delivery.has_sound or delivery.language is not None or delivery.say_as is not None


def _runs_within(
    detected: Sequence[LanguageRun], text: str, start: int, end: int, language: str | None
) -> list[LanguageRun]:
    """The language runs that touch ``text[start:end]``, in offsets of `text`.

    They are those `detected` in the whole text, so that an emphasised number has context;
    where the markup gives a `language`, only letters it is not written in differ.
    """
    if language is None:
        return [run for run in detected if run.start < end and run.end > start]
    own = language_runs(text[start:end], language)
    return [replace(run, start=run.start + start, end=run.end + start) for run in own]


def _span(delivery: Delivery, spoken: SpokenForm, language: str, source: Cue) -> Span:
    final = delivery.clamped()
    emphasis = final.emphasis if final.emphasis_level else None
    style = final.style if final.style_level else None
    return Span(
        text=spoken.text,
        alignment=spoken.alignment,
        language=language,
        start=source.start,
        end=source.end,
        voice=final.voice,
        speaker=final.speaker,
        rate=final.rate,
        pitch=final.pitch,
        gain=final.gain,
        emphasis=emphasis or Emphasis.NONE,
        emphasis_level=final.emphasis_level if emphasis not in (None, Emphasis.NONE) else 1.0,
        style=style,
        style_level=final.style_level if style is not None else 1.0,
        phonemes=final.phonemes,
        phoneme_alphabet=final.alphabet,
    )
