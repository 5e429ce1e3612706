"""What an engine can do by itself, and what becomes of a span that asks for more.

What is left out never makes a span silent: a style or an emphasis that the engine does not
know becomes rate, pitch and loudness as far as these go, and phonemes that it cannot read
give way to the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from reader.books.model import Emphasis
from reader.language.phonemes import IPA, Sound, canonical
from reader.narration.utterance import Span
from reader.speech.manner import Manner, emphasis_of, style_of

_UNWRITTEN = "a"
"""Stands for the text of a word that has only a sound: engines count on letters to be said."""

NUCLEI = frozenset("aeiouyæœøɐɑɒɔɘəɚɛɜɝɞɤɨɪɯɵɶʉʊʌʏᵻᵿ\u0329")
"""The vowels of IPA, and the sign of a consonant in the place of one. Voices were trained on
syllables: of consonants alone they make a noise that is no word."""


class Feature(Enum):
    """What a span may ask for and an engine may lack. Loudness is none: the speaker gives it."""

    RATE = "rate"
    PITCH = "pitch"
    EMPHASIS = "emphasis"
    STYLE = "style"
    PHONEMES = "phonemes"


@dataclass(frozen=True, kw_only=True)
class Fitted:
    """A span as an engine can say it.

    `gain` are the decibels that are left to add to its sound, `lost` what it asked for of
    which nothing is heard.
    """

    span: Span
    gain: float = 0.0
    lost: frozenset[Feature] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Capabilities:
    """What an engine can do by itself; the speaker makes up for the rest.

    `phonemes` are the alphabets it reads, of :data:`~reader.language.phonemes.ALPHABETS` those
    that :func:`~reader.language.phonemes.canonical` gives. `styles` are those it speaks in,
    `style_level` and `emphasis_level` included. `asides` are the languages that every voice
    also says inside a sentence of its own.
    """

    rate: bool = False
    pitch: bool = False
    gain: bool = False
    emphasis: bool = False
    phonemes: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    word_times: bool = False
    asides: tuple[str, ...] = ()

    def within(self, span: Span) -> Fitted:
        """`span` reduced to what the engine can do."""
        lost = {feature for feature in _asked(span) if not self._heard(span, feature)}
        own = Manner(rate=span.rate, pitch=span.pitch, gain=span.gain)
        styled = span.style is not None and span.style in self.styles
        manner = own if styled else own.joined(style_of(span))
        manner = manner if self.emphasis else manner.joined(emphasis_of(span))
        sound = None if Feature.PHONEMES in lost else _sound(span)
        unwritten = sound is not None and not any(map(str.isalnum, span.text))
        fitted = replace(
            span,
            text=_UNWRITTEN if unwritten else span.text,
            rate=manner.rate if self.rate else 1.0,
            pitch=manner.pitch if self.pitch else 0.0,
            gain=manner.gain if self.gain else 0.0,
            emphasis=span.emphasis if self.emphasis else Emphasis.NONE,
            emphasis_level=span.emphasis_level if self.emphasis else 1.0,
            style=span.style if styled else None,
            style_level=span.style_level if styled else 1.0,
            phonemes=sound.phonemes if sound else None,
            phoneme_alphabet=sound.alphabet if sound else None,
        )
        return Fitted(span=fitted, gain=0.0 if self.gain else manner.gain, lost=frozenset(lost))

    def _heard(self, span: Span, feature: Feature) -> bool:
        """Whether anything is heard of what `span` asks for; that it is louder is not enough."""
        match feature:
            case Feature.RATE:
                return self.rate
            case Feature.PITCH:
                return self.pitch
            case Feature.EMPHASIS:
                return self.emphasis or self._bends(emphasis_of(span))
            case Feature.STYLE:
                return span.style in self.styles or self._bends(style_of(span))
            case Feature.PHONEMES:
                sound = _sound(span)
                return sound is not None and sound.alphabet in self.phonemes

    def _bends(self, manner: Manner) -> bool:
        return (self.rate and manner.rate != 1.0) or (self.pitch and manner.pitch != 0.0)


def _asked(span: Span) -> Iterator[Feature]:
    if span.rate != 1.0:
        yield Feature.RATE
    if span.pitch != 0.0:
        yield Feature.PITCH
    if span.emphasis is not Emphasis.NONE and span.emphasis_level > 0.0:
        yield Feature.EMPHASIS
    if span.style is not None and span.style_level > 0.0:
        yield Feature.STYLE
    if span.phonemes:
        yield Feature.PHONEMES


def _sound(span: Span) -> Sound | None:
    """The phonemes of `span` in their one form; None where there are none that can be read."""
    sound = canonical(span.phonemes, span.phoneme_alphabet) if span.phonemes else None
    if sound is not None and sound.alphabet == IPA and NUCLEI.isdisjoint(sound.phonemes):
        return None
    return sound
