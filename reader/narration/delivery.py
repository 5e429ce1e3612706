"""How a stretch of text is to be said: what book, cast, lexicon and editor add to the words.

Whoever knows something about how a chapter is said is a :class:`Director`: it gives cues, each
a range of the chapter's text and the delivery it asks for. The narrator lays the cues over one
another, innermost last, and makes flat spans of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from reader.books.model import Emphasis


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """What is asked for of a stretch; the defaults ask for nothing.

    `language`, `speaker` (a character's identifier), `voice` (a voice's name), `emphasis` and
    `style` are those of the innermost delivery that names them. `rate` multiplies, `pitch`
    (semitones) and `gain` (decibels) add up; `emphasis_level` and `style_level` say how much of
    the emphasis and the style is meant. `said` is spoken in place of the text, "" for nothing;
    `phonemes` in `alphabet` (``ipa``, ``x-pinyin``) say how it sounds. `say_as` reads letters or
    digits one by one (``characters``, ``digits``) or the text as what it is called (``date``,
    ``telephone`` …).
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


@dataclass(frozen=True, kw_only=True)
class Cue:
    """A delivery for the chapter's text from `start` to `end`, never empty."""

    start: int
    end: int
    delivery: Delivery


class Director(Protocol):
    """Knows something about how the text of one book is said. Called from any thread, quickly."""

    def cues(self, chapter: int, start: int, end: int) -> Iterable[Cue]:
        """The cues that touch the chapter's text between two offsets, in order.

        They may reach beyond these; where two of one director overlap, the later lies within.
        """
        ...
