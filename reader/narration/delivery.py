"""How a stretch of text is to be said: what book, cast, lexicon and editor add to the words.

Whoever knows something about how a chapter is said is a :class:`Director`: it gives cues, each
a range of the chapter's text and the delivery it asks for. The narrator lays the cues over one
another, innermost last, and makes flat spans of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Protocol

from reader.books.model import Emphasis
from reader.narration.utterance import Mark, Pause, Span

SLOWEST, FASTEST = 0.5, 2.0
"""What the rates of all deliveries around a text may multiply to."""

DEEPEST, HIGHEST = -12.0, 12.0
"""What their pitches may add up to, in semitones."""

QUIETEST, LOUDEST = -40.0, 12.0
"""What their gains may add up to, in decibels, unless one of them is -inf, which is mute."""

LONGEST_BREAK = 10.0
"""Seconds of the longest silence that may be asked for in one place."""


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """What is asked for of a stretch; the defaults ask for nothing.

    `language`, `speaker` (a character's identifier), `voice` (a voice's name), `emphasis` and
    `style` are those of the innermost delivery that names them. `rate` multiplies, `pitch`
    (semitones) and `gain` (decibels) add up; `emphasis_level` and `style_level` say how much of
    the emphasis and the style is meant. `said` is spoken in place of the text, "" for nothing;
    `phonemes` in `alphabet` (``ipa``, ``x-pinyin``) say how it sounds. `say_as` reads letters or
    digits one by one (``characters``, ``digits``) or the text as what it is called (``date``,
    ``telephone`` …; the order of a date's parts may follow: ``date:dmy``).
    """

    language: str | None = None
    speaker: str | None = None
    voice: str | None = None
    rate: float = 1.0
    pitch: float = 0.0
    gain: float = 0.0
    emphasis: Emphasis | None = None
    emphasis_level: float = 1.0
    style: str | None = None
    style_level: float = 1.0
    said: str | None = None
    phonemes: str | None = None
    alphabet: str | None = None
    say_as: str | None = None

    def within(self, outer: Delivery) -> Delivery:
        """This delivery of a part of what is delivered as `outer`."""
        own_emphasis, own_style = self.emphasis is not None, self.style is not None
        own_sound = self.said is not None or self.phonemes is not None
        return replace(
            self,
            language=self.language or outer.language,
            speaker=self.speaker or outer.speaker,
            voice=self.voice or outer.voice,
            rate=self.rate * outer.rate,
            pitch=self.pitch + outer.pitch,
            gain=self.gain + outer.gain,
            emphasis=self.emphasis if own_emphasis else outer.emphasis,
            emphasis_level=self.emphasis_level if own_emphasis else outer.emphasis_level,
            style=self.style if own_style else outer.style,
            style_level=self.style_level if own_style else outer.style_level,
            said=self.said if own_sound else outer.said,
            phonemes=self.phonemes if own_sound else outer.phonemes,
            alphabet=self.alphabet if own_sound else outer.alphabet,
            say_as=self.say_as or outer.say_as,
        )

    def clamped(self) -> Delivery:
        """The same within what can be asked of a voice; done once, when all is composed."""
        return replace(
            self,
            rate=min(FASTEST, max(SLOWEST, self.rate)),
            pitch=min(HIGHEST, max(DEEPEST, self.pitch)),
            gain=self.gain if self.gain == -inf else min(LOUDEST, max(QUIETEST, self.gain)),
        )

    @property
    def has_sound(self) -> bool:
        """Whether it tells what is said, or how that sounds, for the text as a whole."""
        return self.said is not None or self.phonemes is not None


@dataclass(frozen=True, kw_only=True)
class Cue:
    """A delivery for the chapter's text from `start` to `end`, never empty.

    Of two that tell the sound of overlapping texts, the later director's counts; but what the
    book itself tells (its phonemes, its ruby) is replaced only by what reaches beyond it, or by
    a cue that `overrules` it, because the reader has said so of this very place.
    """

    start: int
    end: int
    delivery: Delivery
    overrules: bool = False


class Director(Protocol):
    """Knows something about how the text of one book is said. Called from any thread, quickly."""

    def cues(self, chapter: int, start: int, end: int) -> Iterable[Cue]:
        """The cues that touch the chapter's text between two offsets, in order.

        They may reach beyond these; where two of one director overlap, the later lies within.
        """
        ...


class Insertions(Protocol):
    """Knows where in the text of one book silence or marks belong. Called from any thread."""

    def insertions(self, chapter: int, start: int, end: int) -> Iterable[tuple[int, Pause | Mark]]:
        """What belongs before the character at each offset from `start` to `end`, in order.

        Both ends are included: whoever asks knows which sentence takes what stands between two.
        A pause of 0 seconds means that none is wanted where there is one otherwise; of another
        length, that there is one as long at least. Pauses in one place add up, to
        :data:`LONGEST_BREAK` at most.
        """
        ...


class Rewriting(Protocol):
    """Knows sentences of one book that are said otherwise than written. Called from any thread."""

    def rewritten(self, chapter: int, start: int, end: int) -> Sequence[Span | Pause | Mark] | None:
        """What is said for the sentence from `start` to `end`, and how; None to read the book.

        Nothing at all leaves it unsaid. The spans know a source within the sentence; they are
        said as they are, whatever directors know. The pause that follows comes of itself.
        """
        ...
