"""What emphasis and styles mean in figures: rate, pitch, loudness and liveliness.

One table for all engines: those that can, bend their own prediction by it, for the others the
sound is bent afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from reader.books.model import Emphasis
from reader.narration.utterance import Span


@dataclass(frozen=True, kw_only=True)
class Manner:
    """The rate multiplied, the pitch moved in semitones, the gain in decibels, and the rise and
    fall of the melody multiplied by `liveliness`.
    """

    rate: float = 1.0
    pitch: float = 0.0
    gain: float = 0.0
    liveliness: float = 1.0

    def joined(self, other: Manner) -> Manner:
        """Both at once."""
        return Manner(
            rate=self.rate * other.rate,
            pitch=self.pitch + other.pitch,
            gain=self.gain + other.gain,
            liveliness=self.liveliness * other.liveliness,
        )

    def times(self, level: float) -> Manner:
        """`level` times as much of it: 0 is nothing, 1 this, 2 twice as far from neutral."""
        return Manner(
            rate=self.rate**level,
            pitch=self.pitch * level,
            gain=self.gain * level,
            liveliness=self.liveliness**level,
        )


EMPHASES = MappingProxyType(
    {
        Emphasis.NONE: Manner(),
        Emphasis.REDUCED: Manner(rate=1.05, pitch=-1.0, gain=-3.0, liveliness=0.85),
        Emphasis.EMPHASIS: Manner(rate=0.95, pitch=1.0, gain=2.0, liveliness=1.15),
        Emphasis.STRONG: Manner(rate=0.9, pitch=1.5, gain=3.0, liveliness=1.3),
    }
)
"""Stress by lengthening, height and loudness, and a wider melody."""

STYLES = MappingProxyType(
    {
        "happy": Manner(rate=1.08, pitch=1.5, gain=1.5, liveliness=1.4),
        "sad": Manner(rate=0.82, pitch=-1.5, gain=-2.5, liveliness=0.6),
        "angry": Manner(rate=1.1, pitch=1.0, gain=4.0, liveliness=1.5),
        "fear": Manner(rate=1.15, pitch=2.5, gain=-1.5, liveliness=0.8),
        "calm": Manner(rate=0.9, pitch=-0.5, gain=-1.5, liveliness=0.75),
        "newscast": Manner(rate=1.08, pitch=0.3, gain=1.0, liveliness=0.85),
        "lively": Manner(rate=1.05, pitch=0.5, gain=1.0, liveliness=1.4),
        "whisper": Manner(rate=0.92, pitch=-1.0, gain=-7.0, liveliness=0.5),
        "shout": Manner(rate=1.02, pitch=3.0, gain=6.0, liveliness=1.4),
    }
)
"""The styles that any voice can be asked for."""


def style_of(span: Span) -> Manner:
    """What the style of `span` means, as much of it as is meant; nothing for an unknown one."""
    return STYLES.get(span.style or "", Manner()).times(span.style_level)


def emphasis_of(span: Span) -> Manner:
    """What the emphasis of `span` means, as much of it as is meant."""
    return EMPHASES[span.emphasis].times(span.emphasis_level)


def manner_of(span: Span) -> Manner:
    """The manner of `span`: its own, with that of its emphasis and its style."""
    own = Manner(rate=span.rate, pitch=span.pitch, gain=span.gain)
    return own.joined(emphasis_of(span)).joined(style_of(span))
