"""The spoken form of a text that may mix languages: every run in its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.language.detect import HAN, LanguageRun, language_of, language_runs, primary
from reader.language.measure import is_sayable
from reader.language.scripts import letter_counts
from reader.language.spoken.form import SpokenForm, spoken_readings, spoken_slice
from reader.language.spoken.rules import Reading
from reader.language.spoken.style import SpokenStyle

_LITTLE_WORD = re.compile(
    r"\b(?:at|on|by|from|until|before|after|for|about|over|under|of|in|to|the|is|was|and|or) $"
)
_HANZI = re.compile(f"[{HAN}]")
_OF_WORDS = frozenset(("net address", "e-mail address", "file name", "mention"))


def spoken_runs(
    text: str, language: str | None = None, style: SpokenStyle | None = None
) -> list[SpokenForm]:
    """What is said for each language run of `text`, in order.

    `language` (BCP 47) is what numbers and letters of several languages belong to. Where it
    is None it is found from the text, and the text is said as the voices share it out.
    """
    style = style or SpokenStyle()
    default = language or language_of(text)
    if primary(default) == "zh" and not letter_counts(text).get("han"):
        runs = [LanguageRun(start=0, end=len(text), language=default)]
    else:
        runs = language_runs(text, default)
        runs = settled(text, runs, style, addresses=language is not None)
    return [spoken_slice(text, run.start, run.end, run.language, style=style) for run in runs]


def settled(
    text: str, runs: Sequence[LanguageRun], style: SpokenStyle, *, addresses: bool = False
) -> list[LanguageRun]:
    """`runs` with what Chinese reads as one thing in one piece: 25kg, 8:00 a.m., 20μg/m³.

    After an English preposition such a thing is English. `addresses` on the net stay
    foreign if False, for a voice that can say the words in them.
    """
    chinese = next((run.language for run in runs if primary(run.language) == "zh"), None)
    if chinese is None or len(runs) < 2:
        return list(runs)
    whole = [
        LanguageRun(start=reading.start, end=reading.end, language=language)
        for reading in spoken_readings(text, chinese, style)
        if (language := _language_of(text, reading, runs, chinese, addresses=addresses))
    ]
    left = [piece for run in runs for piece in _without(run, whole)]
    pieces = [
        piece if is_sayable(text[piece.start : piece.end]) else replace(piece, language=chinese)
        for piece in left
    ]
    return _joined(sorted([*pieces, *whole], key=lambda run: run.start))


def _language_of(
    text: str, reading: Reading, runs: Sequence[LanguageRun], chinese: str, *, addresses: bool
) -> str | None:
    """What `reading` is said in if not as the `runs` have it, else None."""
    word = _LITTLE_WORD.search(text, max(0, reading.start - 8), reading.start)
    if word is not None and not _HANZI.match(text, reading.end):
        return next(run.language for run in runs if run.start <= word.start() < run.end)
    if reading.kind in _OF_WORDS and not addresses:
        return None
    return chinese if _is_divided(text, reading, runs) else None


def _is_divided(text: str, reading: Reading, runs: Sequence[LanguageRun]) -> bool:
    """Whether a run ends inside `reading`, or there is nothing else in a foreign run."""
    for run in runs:
        if reading.crosses(run.start, run.end):
            return True
        if reading.within(run.start, run.end) and primary(run.language) != "zh":
            around = text[run.start : reading.start] + text[reading.end : run.end]
            return not is_sayable(around)
    return False


def _without(run: LanguageRun, taken: Sequence[LanguageRun]) -> Iterator[LanguageRun]:
    start = run.start
    for other in taken:
        if other.start < run.end and other.end > start:
            if start < other.start:
                yield replace(run, start=start, end=other.start)
            start = other.end
    if start < run.end:
        yield replace(run, start=start)


def _joined(pieces: Sequence[LanguageRun]) -> list[LanguageRun]:
    found: list[LanguageRun] = []
    for piece in pieces:
        if found and found[-1].language == piece.language:
            found[-1] = replace(found[-1], end=piece.end)
        else:
            found.append(piece)
    return found
