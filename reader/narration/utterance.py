"""What an engine is asked to say at once: a flat, immutable list.

An :class:`Utterance` holds spans (text to say), pauses and marks, in order; nothing is
nested. Every span knows the range of the chapter's text it speaks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reader.books.model import Emphasis
from reader.language.alignment import Alignment, Stretch


@dataclass(frozen=True, kw_only=True)
class Span:
    """Text said in one voice and manner.

    `text` is the spoken form; `start` and `end` the offsets of what it speaks in the
    chapter's text, `alignment` what in it speaks which part, counted from `start`.
    `language` is a BCP 47 tag, `voice` a voice's name or None for the listener's choice.
    `speaker` identifies the character who says it, None for the narrator.
    `rate` multiplies the speed, `pitch` moves it in semitones, `gain` in decibels; `emphasis`
    and `style` bend them further, `emphasis_level` and `style_level` times as much as usual.
    `phonemes` replaces the text for engines that know `phoneme_alphabet`.
    """

    text: str
    language: str
    start: int
    end: int
    voice: str | None = None
    speaker: str | None = None
    rate: float = 1.0
    pitch: float = 0.0
    gain: float = 0.0
    emphasis: Emphasis = Emphasis.NONE
    emphasis_level: float = 1.0
    style: str | None = None
    style_level: float = 1.0
    phonemes: str | None = None
    phoneme_alphabet: str | None = None
    alignment: Alignment = field(default_factory=Alignment)

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Where in the chapter's text ``text[start:end]`` is written."""
        first, last = self.alignment.written(start, end)
        return min(self.start + first, self.end), min(self.start + last, self.end)

    def divided(self, position: int) -> tuple[Span, Span]:
        """What is said before ``text[position]``, and the rest; both know their source."""
        written, head, tail = self.alignment.divided(position)
        middle = min(self.start + written, self.end)
        return (
            replace(self, text=self.text[:position], end=middle, alignment=head),
            replace(self, text=self.text[position:], start=middle, alignment=tail),
        )


def joined(spans: Sequence[Span]) -> Span:
    """`spans`, of which there is one at least, said as one in the manner of the first.

    What is written between them is not said.
    """
    first = spans[0]
    stretches: list[Stretch] = []
    spoken, end = 0, first.start
    for span in spans:
        if span.start > end:
            stretches.append(Stretch(end - first.start, span.start - first.start, spoken, spoken))
        moved = (span.start - first.start, spoken)
        stretches += [each.moved(*moved) for each in span.alignment.stretches]
        spoken, end = spoken + len(span.text), span.end
    return replace(
        first,
        text="".join(span.text for span in spans),
        end=end,
        alignment=Alignment(tuple(stretches)),
    )


@dataclass(frozen=True, kw_only=True)
class Pause:
    """Silence of `seconds`."""

    seconds: float


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A named point whose time the listener wants to know."""

    name: str


@dataclass(frozen=True, kw_only=True)
class Utterance:
    """What is said at once: usually one sentence with the pause that follows it.

    `chapter`, `start` and `end` say which text of the book it speaks (for highlighting and
    resuming); ``start == end == 0`` for text that comes from elsewhere.
    """

    items: tuple[Span | Pause | Mark, ...]
    chapter: int = 0
    start: int = 0
    end: int = 0

    @property
    def spans(self) -> tuple[Span, ...]:
        """The spans alone."""
        return tuple(item for item in self.items if isinstance(item, Span))

    @property
    def text(self) -> str:
        """The spoken text, spans joined."""
        return "".join(span.text for span in self.spans)
