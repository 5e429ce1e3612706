"""What a document in SSML says: its text, how the parts of it are said, and what comes between."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from reader.narration.delivery import Cue
from reader.narration.utterance import Mark, Pause

SSML = "http://www.w3.org/2001/10/synthesis"
"""The namespace of W3C SSML 1.1."""

OWN = "urn:tingshu:ssml"
"""The namespace of the elements that SSML does not have: ``style`` and ``said``."""


@dataclass(frozen=True, kw_only=True)
class Insertion:
    """A silence or a mark before the character of the text at `offset`."""

    offset: int
    item: Pause | Mark


@dataclass(frozen=True, kw_only=True)
class Warned:
    """What was left out of a document, at a `line` and `column` of it, from 1."""

    line: int
    column: int
    words: str

    def __str__(self) -> str:
        return f"Line {self.line}, column {self.column}: {self.words}"


@dataclass(frozen=True, kw_only=True)
class Markup:
    """`text` and how it is said; all offsets are those of its characters.

    Paragraphs are joined by a line feed, other white space is one blank. `cues` come in the
    order of their start, what lies within behind what is around it; `sentences` are the ranges
    that were marked as such. `language` is that of the whole, None where it is not told.
    `warnings` name what was left out, each kind of thing once, and `places` are the lines and
    columns, from 1, at which the sentences' tags stand in the document; neither is part of the
    meaning.
    """

    text: str
    cues: tuple[Cue, ...] = ()
    insertions: tuple[Insertion, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    language: str | None = None
    warnings: tuple[Warned, ...] = field(default=(), compare=False)
    places: tuple[tuple[int, int], ...] = field(default=(), compare=False)

    @property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """The ranges of the paragraphs, at least one unless there is no text."""
        return tuple(paragraphs_of(self.text))

    @property
    def breaks(self) -> tuple[tuple[int, float], ...]:
        """Where it is silent, and for how many seconds."""
        found = ((each.offset, each.item) for each in self.insertions)
        return tuple((offset, item.seconds) for offset, item in found if isinstance(item, Pause))

    @property
    def marks(self) -> tuple[tuple[int, str], ...]:
        """Where the marks are, and their names."""
        found = ((each.offset, each.item) for each in self.insertions)
        return tuple((offset, item.name) for offset, item in found if isinstance(item, Mark))

    def part(self, start: int, end: int) -> Markup:
        """What is asked for of ``text[start:end]``, by offsets of that, without sentences.

        What is inserted right before it belongs to what precedes it, if anything does. Of what
        is said in place of a text that is cut, the part with its beginning has all.
        """
        first = bisect_right(self.insertions, start if start else -1, key=_offset)
        last = bisect_right(self.insertions, end, key=_offset)
        return Markup(
            text=self.text[start:end],
            cues=tuple(
                _clipped(cue, start, end)
                for cue in self.cues
                if cue.start < end and cue.end > start
            ),
            insertions=tuple(
                replace(each, offset=each.offset - start) for each in self.insertions[first:last]
            ),
            language=self.language,
        )


def _clipped(cue: Cue, start: int, end: int) -> Cue:
    delivery = cue.delivery
    if cue.start < start and delivery.has_sound:
        delivery = replace(delivery, said="", phonemes=None, alphabet=None)
    return replace(
        cue, start=max(cue.start, start) - start, end=min(cue.end, end) - start, delivery=delivery
    )


def _offset(insertion: Insertion) -> int:
    return insertion.offset


def paragraphs_of(text: str) -> list[tuple[int, int]]:
    """The ranges of the paragraphs of `text`, which line feeds part."""
    found = []
    start = 0
    for line in text.split("\n") if text else ():
        found.append((start, start + len(line)))
        start += len(line) + 1
    return found


@dataclass(frozen=True, kw_only=True)
class VoiceWish:
    """The voice that a ``voice`` element asks for: by name, best first, or by what it is like.

    `languages` are BCP 47 tags; `gender` is ``male``, ``female``, ``neutral`` or None; `age` is
    in years.
    """

    names: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    gender: str | None = None
    age: int | None = None


Choose = Callable[[VoiceWish], str | None]
"""Finds the name of the voice for a wish; None where there is none."""


def first_name(wish: VoiceWish) -> str | None:
    """The voice that is named first, whether it is there or not."""
    return wish.names[0] if wish.names else None


@dataclass(frozen=True, kw_only=True)
class Limits:
    """The most that a document may hold: about four novels, and deeper than anybody nests."""

    characters: int = 2_000_000
    elements: int = 200_000
    depth: int = 60
