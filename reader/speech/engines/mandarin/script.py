"""What of an utterance this voice says: syllables, each with its manner and its place.

Latin letters are said by their names (GDP, A4), as the language runs leave only those that are
spelled to Chinese. Digits and symbols have no sound here and are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.language.letters import is_spelled, mandarin_name
from reader.language.phonemes import PINYIN
from reader.language.phonemes.pinyin import SUFFIX
from reader.narration.utterance import Span, Utterance

if TYPE_CHECKING:
    from reader.language.pinyin import Syllable


class Break(IntEnum):
    """How a syllable is set off from the one before it."""

    WITHIN = 0
    WORD = 1
    CLAUSE = 3


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """A syllable to say: its pinyin with tone, the span whose manner it takes, the range of
    the chapter's text it stands for and the break before it.
    """

    pinyin: str
    span: Span
    start: int
    end: int
    before: Break
    suffix: bool = False
    """The 儿 that only colours the syllable before it."""


_PAUSES = frozenset("，。；：？！、…—～,.;:?!~()（）\n")
"""Marks at which a reader takes breath. Quotation marks and titles' brackets are not."""

_LONGEST = 50
"""Syllables said in one run of the model: about 15 s, the longest that its corpus trained."""

PAUSE_BETWEEN_RUNS = 0.2
"""Seconds between two runs that part at a clause, as long as the voice's own pause there."""


def script(
    utterance: Utterance,
    speakable: Callable[[str], bool],
    syllables: Callable[[str], list[Syllable]],
) -> list[Spoken]:
    """The syllables of `utterance` in order, of those whose pinyin is `speakable`.

    `syllables` finds the pinyin of a text; the spans' texts are given to it joined, so that
    a word's reading does not depend on where the emphasis begins. A span with pinyin of its
    own is one word that sounds so; its text is said where that is not `speakable`.
    """
    spoken: list[Spoken] = []
    pending = Break.WORD
    for span, inside, syllable in _placed(utterance, speakable, syllables):
        if syllable is None:
            spoken.extend(_as_given(span, max(pending, Break.WORD)))
            pending = Break.WORD
        elif (name := _letters(syllable, speakable)) is not None:
            if not _PAUSES.isdisjoint(syllable.text[: name[0][0]]):
                pending = Break.CLAUSE
            for at, pinyin, first in name:
                start, end = _range(span, inside + at, inside + at + 1)
                before = max(pending, Break.WORD if first else Break.WITHIN)
                spoken.append(Spoken(pinyin=pinyin, span=span, start=start, end=end, before=before))
                pending = Break.WITHIN
            pending = Break.CLAUSE if _ends_in_pause(syllable.text) else Break.WITHIN
        elif syllable.pinyin is not None and speakable(syllable.pinyin):
            before = max(pending, Break.WORD if syllable.word_start else Break.WITHIN)
            start, end = _range(span, inside, inside + len(syllable.text))
            spoken.append(
                Spoken(
                    pinyin=syllable.pinyin,
                    span=span,
                    start=start,
                    end=end,
                    before=before,
                    suffix=_is_suffix(syllable, before),
                )
            )
            pending = Break.WITHIN
        else:
            heard = _PAUSES.isdisjoint(syllable.text)
            pending = max(pending, Break.WORD if heard else Break.CLAUSE)
    return spoken


def left_out(
    utterance: Utterance,
    speakable: Callable[[str], bool],
    syllables: Callable[[str], list[Syllable]],
) -> str:
    """What of the text of `utterance` :func:`script` has no syllables for."""
    return "".join(
        syllable.text
        for _, _, syllable in _placed(utterance, speakable, syllables)
        if syllable is not None
        and (syllable.pinyin is None or not speakable(syllable.pinyin))
        and _letters(syllable, speakable) is None
    )


def _placed(
    utterance: Utterance,
    speakable: Callable[[str], bool],
    syllables: Callable[[str], list[Syllable]],
) -> Iterator[tuple[Span, int, Syllable | None]]:
    """The syllables of the joined text, each with its span and where it begins in the span's
    text; in place of those of a span that is said as it gives itself, None.
    """
    spans = utterance.spans
    starts = _starts(spans)
    given = [bool(_given(span, speakable)) for span in spans]
    edges = [start for at, start in enumerate(starts) if given[at] or (at > 0 and given[at - 1])]
    current, offset = -1, 0
    for syllable in _cut(syllables(utterance.text), edges):
        while current + 1 < len(spans) and offset >= starts[current + 1]:
            current += 1
            if given[current]:
                yield spans[current], 0, None
        if not given[current]:
            yield spans[current], offset - starts[current], syllable
        offset += len(syllable.text)


def _cut(found: Iterable[Syllable], edges: Sequence[int]) -> Iterator[Syllable]:
    """`found` with the stretches between hanzi parted at `edges`, offsets of the text."""
    offset = 0
    for syllable in found:
        end = offset + len(syllable.text)
        inside = [edge - offset for edge in edges if offset < edge < end]
        if not inside:
            yield syllable
        else:
            for first, last in pairwise([0, *inside, len(syllable.text)]):
                yield replace(syllable, text=syllable.text[first:last])
        offset = end


def _given(span: Span, speakable: Callable[[str], bool]) -> list[str]:
    """The pinyin that `span` gives itself; empty if it gives none that can be said."""
    if span.phonemes is None or span.phoneme_alphabet != PINYIN:
        return []
    said = span.phonemes.split()
    return said if all(each == SUFFIX or speakable(each) for each in said) else []


def _as_given(span: Span, before: Break) -> Iterator[Spoken]:
    """The syllables of a span that gives its pinyin: one word."""
    for pinyin in (span.phonemes or "").split():
        yield Spoken(
            pinyin=pinyin,
            span=span,
            start=span.start,
            end=span.end,
            before=before,
            suffix=pinyin == SUFFIX,
        )
        before = Break.WITHIN


def _letters(
    syllable: Syllable, speakable: Callable[[str], bool]
) -> list[tuple[int, str, bool]] | None:
    """The names of the letters in a text without pinyin (GDP): of each syllable the place of
    its letter, the pinyin, and whether it begins a name. None for words, and where there is a
    digit, which its spoken form should have put in words.
    """
    text = syllable.text
    if syllable.pinyin is not None or any(map(str.isdigit, text)) or not is_spelled(text):
        return None
    return [
        (at, pinyin, index == 0)
        for at, character in enumerate(text)
        for index, pinyin in enumerate(mandarin_name(character))
        if speakable(pinyin)
    ] or None


def _ends_in_pause(text: str) -> bool:
    return text.rstrip()[-1:] in _PAUSES


def runs(spoken: Sequence[Spoken]) -> list[Sequence[Spoken]]:
    """`spoken` in parts that the model says at once, parted at clauses where there are any,
    else between words.
    """
    parts: list[Sequence[Spoken]] = []
    begin = 0
    while len(spoken) - begin > _LONGEST:
        end = _parting(spoken, begin)
        parts.append(spoken[begin:end])
        begin = end
    if begin < len(spoken):
        parts.append(spoken[begin:])
    return parts


def _parting(spoken: Sequence[Spoken], begin: int) -> int:
    """Where the part that begins at `begin` ends: the last clause of the second half of what
    fits, else the last word, else the limit.
    """
    limit = begin + _LONGEST
    for kind, first in ((Break.CLAUSE, begin + _LONGEST // 4), (Break.WORD, begin + 1)):
        for end in range(limit, first - 1, -1):
            if spoken[end].before >= kind and not spoken[end].suffix:
                return end
    return limit


def _starts(spans: Sequence[Span]) -> list[int]:
    """Where each span begins in the joined text."""
    starts, offset = [], 0
    for span in spans:
        starts.append(offset)
        offset += len(span.text)
    return starts


def _range(span: Span, begin: int, end: int) -> tuple[int, int]:
    """Where in the chapter a part of the span's text is written; one character at least."""
    first, last = span.source(begin, end)
    return first, max(last, min(first + 1, span.end))


def _is_suffix(syllable: Syllable, before: Break) -> bool:
    return (
        before == Break.WITHIN and syllable.text == "儿" and syllable.pinyin in ("er5", "r5", "r")
    )
