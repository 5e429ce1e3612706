"""What is read in one breath: the joined text of spans of one speed, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from reader.narration.utterance import Span


@dataclass(frozen=True)
class Breath:
    """Neighbouring `spans` of one speed."""

    spans: tuple[Span, ...]

    @property
    def rate(self) -> float:
        """Their speed, as a factor."""
        return self.spans[0].rate

    @property
    def text(self) -> str:
        """Their texts, joined."""
        return "".join(span.text for span in self.spans)

    def range(self, begin: int, end: int) -> tuple[int, int]:
        """What of the chapter ``text[begin:end]`` says; it may reach over several spans."""
        start, _ = self._written(begin, end, at=begin)
        _, finish = self._written(begin, end, at=max(begin, end - 1))
        return start, max(start, finish)

    def sounding(self, begin: int, end: int) -> Iterator[tuple[int, int, Span]]:
        """The spans with phonemes of their own that begin in ``text[begin:end]``, and where they
        stand there, counted from `begin`.
        """
        starts = accumulate((len(span.text) for span in self.spans), initial=0)
        for start, span in zip(starts, self.spans, strict=False):
            first = start + len(span.text) - len(span.text.lstrip())
            if span.phonemes is not None and begin <= first < end:
                yield max(start, begin) - begin, min(start + len(span.text), end) - begin, span

    def _written(self, begin: int, end: int, *, at: int) -> tuple[int, int]:
        """Where in the chapter stands what the span that holds place `at` has of a text."""
        offset, span = self._span_at(at)
        if span.phonemes is not None:
            return span.start, span.end
        return span.source(max(0, begin - offset), min(len(span.text), end - offset))

    def _span_at(self, position: int) -> tuple[int, Span]:
        """The span that holds a position of the text, and where it begins there."""
        starts = accumulate((len(span.text) for span in self.spans), initial=0)
        placed = list(zip(starts, self.spans, strict=False))
        return next(each for each in reversed(placed) if each[0] <= position)


def breaths(spans: Sequence[Span]) -> Iterator[Breath]:
    """`spans` in order, those of one speed together."""
    for _, together in groupby(spans, key=lambda span: span.rate):
        yield Breath(tuple(together))
