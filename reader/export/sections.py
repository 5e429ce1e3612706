"""What an export is made of: sections that players list, in parts that are spoken at once.

A section is a chapter or an announcement. It is cut into parts of about a minute, the unit of
work: a worker speaks a part, wherever it runs, and the parts' sound one after another is the
section's. All silence is in the parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from reader.narration.utterance import Utterance
from reader.speech.engine import SPEECH_RATE, Samples, TimedWord

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def milliseconds(frames: int) -> int:
    """How long so many samples last at :data:`~reader.speech.engine.SPEECH_RATE`."""
    return round(frames * 1000 / SPEECH_RATE)


@dataclass(frozen=True, kw_only=True)
class Section:
    """One entry of what is exported.

    `number` is its place in the export, from 0; `chapter` its index in the book, None for an
    announcement, whose `words` are the title where none are told. `level` is its depth in the
    contents, from 1.
    """

    number: int
    title: str
    level: int = 1
    chapter: int | None = None
    words: str = ""

    @property
    def announced(self) -> str:
        """What an announcement says."""
        return self.words or self.title


@dataclass(frozen=True, kw_only=True)
class Part:
    """Sentences that are spoken by one worker at once; may be sent to another machine.

    `number` is its place in the section, from 0; `characters` how much of the book's text it
    gets done.
    """

    section: int
    number: int
    utterances: tuple[Utterance, ...]
    characters: int


@dataclass(frozen=True, kw_only=True)
class TimedSentence:
    """A sentence's place in time.

    `start` and `end` are its range in the chapter's text (both 0 in an announcement); `begin` and
    `finish` the frames, at :data:`~reader.speech.engine.SPEECH_RATE`, between which its words
    sound, the pause after them not included. `words` are in seconds from `begin`, with their
    range in the chapter; empty where the voice does not tell. `speaker` identifies the
    character who begins it, None for the narrator; `changes` are the offsets in the chapter from
    which somebody else speaks, and who.
    """

    start: int
    end: int
    begin: int
    finish: int
    words: tuple[TimedWord, ...] = ()
    speaker: str | None = None
    changes: tuple[tuple[int, str | None], ...] = ()


@dataclass(frozen=True, kw_only=True)
class PartSound:
    """What a worker makes of a part.

    `samples` are 16-bit at :data:`~reader.speech.engine.SPEECH_RATE`; `sentences` count from its
    beginning. `power` is the mean square of every whole tenth of a second after the K weighting
    of ITU-R BS.1770. `skipped` counts the characters that no voice could say; `notices` are what
    the listener should be told; `work` is how many seconds the worker took.
    """

    samples: NDArray[np.int16]
    sentences: tuple[TimedSentence, ...]
    power: NDArray[np.float64]
    skipped: Mapping[str, int] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    work: float = 0.0


class SectionSound(Protocol):
    """A section that has been spoken: its sound, levelled, read from disk as it is needed."""

    @property
    def section(self) -> Section:
        """What was spoken."""
        ...

    @property
    def frames(self) -> int:
        """Its length in samples at :data:`~reader.speech.engine.SPEECH_RATE`."""
        ...

    @property
    def sentences(self) -> Sequence[TimedSentence]:
        """Its sentences in order, in frames from the section's beginning."""
        ...

    def blocks(self) -> Iterator[Samples]:
        """The samples in order, a few seconds at a time; may be walked more than once."""
        ...
