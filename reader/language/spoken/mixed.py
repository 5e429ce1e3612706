"""The spoken form of a text that may mix languages: every run in its own."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.language.detect import HAN, LanguageRun, language_of, language_runs, primary
from reader.language.measure import is_sayable
from reader.language.scripts import letter_counts
from reader.language.spoken.form import SpokenForm, SpokenText
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
    default = language or language_of(text)
    spoken = SpokenText(text, style=style or SpokenStyle())
    if primary(default) == "zh" and not letter_counts(text).get("han"):
        runs = [LanguageRun(start=0, end=len(text), language=default)]
    else:
        runs = settled(spoken, language_runs(text, default), addresses=language is not None)
    return [spoken.part(run.start, run.end, run.language) for run in runs]


def settled(
    spoken: SpokenText, runs: Sequence[LanguageRun], *, addresses: bool = False
) -> list[LanguageRun]:
    """`runs` with what Chinese reads as one thing in one piece: 25kg, 8:00 a.m., 20μg/m³.

    After an English preposition such a thing is English. `addresses` on the net stay
    foreign if False, for a voice that can say the words in them.
    """
    text = spoken.written
    chinese = next((run.language for run in runs if primary(run.language) == "zh"), None)
    if chinese is None or len(runs) < 2:
        return list(runs)
    starts = [run.start for run in runs]
    whole: list[LanguageRun] = []
    for reading in spoken.readings(chinese):
        touched = runs[bisect_right(starts, reading.start) - 1 : bisect_left(starts, reading.end)]
        language = _before(text, reading, runs, starts)
        if language is None and (addresses or reading.kind not in _OF_WORDS):
            language = chinese if _is_divided(text, reading, touched) else None
        if language is not None:
            whole.append(LanguageRun(start=reading.start, end=reading.end, language=language))
    left = [
        piece if is_sayable(text[piece.start : piece.end]) else replace(piece, language=chinese)
        for piece in _without(runs, whole)
    ]
    return _joined(sorted([*left, *whole], key=lambda run: run.start))


def _before(
    text: str, reading: Reading, runs: Sequence[LanguageRun], starts: Sequence[int]
) -> str | None:
    """The language of a little word just before `reading`, unless Chinese goes on behind it."""
    word = _LITTLE_WORD.search(text, max(0, reading.start - 8), reading.start)
    if word is None or _HANZI.match(text, reading.end):
        return None
    return runs[bisect_right(starts, word.start()) - 1].language


def _is_divided(text: str, reading: Reading, touched: Sequence[LanguageRun]) -> bool:
    """Whether a run ends inside `reading`, or there is nothing else in a foreign run."""
    if len(touched) > 1:
        return True
    (run,) = touched
    if primary(run.language) == "zh":
        return False
    return not is_sayable(text[run.start : reading.start] + text[reading.end : run.end])


def _without(runs: Sequence[LanguageRun], taken: Sequence[LanguageRun]) -> Iterator[LanguageRun]:
    """What of `runs` is outside all that is `taken`; both are in order."""
    ahead = 0
    for run in runs:
        start = run.start
        while ahead < len(taken) and taken[ahead].start < run.end:
            if start < taken[ahead].start:
                yield replace(run, start=start, end=taken[ahead].start)
            start = max(start, taken[ahead].end)
            if taken[ahead].end > run.end:
                break
            ahead += 1
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
