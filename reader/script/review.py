"""A script as somebody writes it: what is wrong with it, and where in the book its lines belong."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from reader.narration.passage import Passage
from reader.script.chapter import ChapterScript
from reader.script.checking import Checked, Problem

Place = tuple[int, int]
"""A line and a column of the document, from 1."""


@dataclass(frozen=True)
class Review:
    """A document that was `checked`; its sentences begin at `places` and are for `passages`."""

    checked: Checked
    places: tuple[Place, ...] = ()
    passages: tuple[Passage, ...] = ()

    @classmethod
    def of(cls, script: ChapterScript, checked: Checked) -> Review:
        """The review of an edited `script`; a fraction of a second for a long chapter."""
        markup = checked.markup
        if markup is None:
            return cls(checked)
        passage_of = dict(script.passages(markup))
        pairs = [
            (place, passage_of[start])
            for (start, _), place in zip(markup.sentences, markup.places, strict=True)
            if start in passage_of
        ]
        return cls(
            checked, tuple(place for place, _ in pairs), tuple(passage for _, passage in pairs)
        )

    def passage_at(self, place: Place) -> Passage | None:
        """The passage of the book for the sentence that `place` is in, or behind."""
        number = bisect_right(self.places, place) - 1
        return self.passages[max(0, number)] if self.passages else None

    def place_of(self, offset: int) -> Place:
        """Where what stands at an offset of the chapter is said; 1, 1 where nothing is."""
        ends = [passage.end for passage in self.passages]
        number = bisect_right(ends, offset)
        return self.places[min(number, len(ends) - 1)] if ends else (1, 1)

    def problem_beside(self, place: Place, step: int) -> Problem | None:
        """The next problem behind `place` or, where `step` is negative, the last one before it.

        At an end of the document it goes on from the other.
        """
        problems = self.checked.problems
        if not problems:
            return None
        places = [(each.line, each.column) for each in problems]
        number = bisect_right(places, place) if step > 0 else bisect_left(places, place) - 1
        return problems[number % len(problems)]
