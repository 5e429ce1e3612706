"""A book whose directors are a few cues written down, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.books.model import Block
from reader.narration.delivery import Cue, Delivery
from reader.narration.narrator import Narrator
from reader.narration.timeline import Timeline
from reader.narration.utterance import Mark, Pause, Utterance
from tests.narration.books import block, book


@dataclass(frozen=True)
class Given:
    """Gives the same cues and insertions for every chapter."""

    written: Sequence[Cue] = ()
    inserted: Sequence[tuple[int, Pause | Mark]] = ()

    def cues(self, chapter: int, start: int, end: int) -> Iterator[Cue]:
        del chapter
        return (cue for cue in self.written if cue.start < end and cue.end > start)

    def insertions(self, chapter: int, start: int, end: int) -> Iterator[tuple[int, Pause | Mark]]:
        del chapter
        return (each for each in self.inserted if start <= each[0] <= end)


def cue(text: str, part: str, delivery: Delivery, *, overrules: bool = False) -> Cue:
    """`delivery` for the one place where `part` stands in `text`."""
    start = text.index(part)
    return Cue(start=start, end=start + len(part), delivery=delivery, overrules=overrules)


def utterances(
    *blocks: Block | str,
    directors: Sequence[Sequence[Cue]] = (),
    insertions: Sequence[tuple[int, Pause | Mark]] = (),
    language: str = "zh",
) -> list[Utterance]:
    """All that is said of a chapter of `blocks`, each of the `directors` over the one before."""
    made = [each if isinstance(each, Block) else block(each) for each in blocks]
    written = book(made, language=language)
    narrator = Narrator(
        written,
        directors=[Given(each) for each in directors],
        insertions=[Given(inserted=insertions)] if insertions else (),
    )
    narrator.voice_called = lambda family: f"{family} voice"
    return [narrator.utterance(passage) for passage in Timeline(written).passages(0)]


def spoken(utterance: Utterance) -> list[tuple[str | None, str]]:
    """Who says what."""
    return [(span.voice, span.text) for span in utterance.spans]
