"""The contract between the speaker and the engines.

Sound is 32-bit float mono in [-1, 1]. An engine gives its own sample rate; the speaker
brings everything to :data:`SPEECH_RATE`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, TypeAlias

from reader.background import CancelToken
from reader.narration.utterance import Utterance
from reader.speech.capabilities import Capabilities

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Samples: TypeAlias = "NDArray[np.float32]"

SPEECH_RATE = 24_000
"""Samples a second of everything that leaves the speaker; the neural voices' own rate."""


@dataclass(frozen=True, kw_only=True)
class Voice:
    """A way to sound.

    `name` is unique and stable (``english-heart``); `title` is shown to people; `languages`
    are BCP 47 primary tags it speaks (``*`` for any); `quality` orders voices of the same
    language (natural 3, neural 2, formant 1). `gender` is ``female``, ``male`` or
    ``unknown``; `age` is ``child``, ``young``, ``adult`` or ``senior``. `licence` and
    `source` are shown to the user.
    `effort` is the seconds of work that a second of speech takes, as last measured on the
    reference machine (0 where it was not worth measuring). `base` names the voice that this
    one is a variant of: the same model, with its sound changed afterwards.
    """

    name: str
    title: str
    engine: str
    languages: tuple[str, ...]
    quality: int
    licence: str
    source: str
    gender: str = "unknown"
    age: str = "adult"
    pack: str | None = None
    note: str = ""
    effort: float = 0.0
    base: str | None = None


@dataclass(frozen=True, kw_only=True)
class TimedWord:
    """A word's place in time: seconds from the chunk's start, and its range in the chapter."""

    begin: float
    finish: float
    start: int
    end: int

    def moved(self, *, seconds: float = 0.0, offset: int = 0) -> TimedWord:
        """The word so much later in time and further on in the chapter."""
        return replace(
            self,
            begin=self.begin + seconds,
            finish=self.finish + seconds,
            start=self.start + offset,
            end=self.end + offset,
        )


@dataclass(frozen=True, kw_only=True)
class TimedMark:
    """When a :class:`~reader.narration.utterance.Mark` is reached, in seconds of the chunk."""

    name: str
    seconds: float


@dataclass(frozen=True, kw_only=True)
class AudioChunk:
    """A piece of speech: float32 mono `samples` at `rate` a second, and what lies inside.

    `skipped` are the characters, as of :func:`missed`, that the voice left out within this
    chunk or since the one before, because it has no sound for them; repeated where they were.
    `pace` is how many times faster than the text is meant the voice was asked to speak, for a
    listener in haste.
    """

    samples: Samples
    rate: int
    words: tuple[TimedWord, ...] = ()
    marks: tuple[TimedMark, ...] = ()
    skipped: str = ""
    pace: float = 1.0

    @property
    def seconds(self) -> float:
        """How long it sounds."""
        return len(self.samples) / self.rate


_ORNAMENTS = frozenset(map(chr, range(0x2500, 0x2600))) | frozenset("★☆✦✧❖➢➤")
"""Lines, blocks, geometric shapes and stars: they set a text off, and no reader says them."""


def missed(text: str) -> str:
    """What a listener misses where `text` is left out: letters, hanzi, digits and pictures.

    Marks, spaces, ornaments and the signs that only shape the picture before them are not
    missed.
    """
    return "".join(filter(_is_missed, text))


def _is_missed(character: str) -> bool:
    if character.isalnum():
        return True
    return unicodedata.category(character) == "So" and character not in _ORNAMENTS


class Engine(Protocol):
    """A program that runs voices. Used from one thread at a time."""

    @property
    def name(self) -> str:
        """Short and stable: part of cache keys and settings."""
        ...

    @property
    def version(self) -> str:
        """Changes whenever a listener would hear the difference: part of cache keys."""
        ...

    @property
    def capabilities(self) -> Capabilities:
        """What the engine does by itself."""
        ...

    def voices(self) -> Sequence[Voice]:
        """The voices that can speak now; cheap, loads no model."""
        ...

    def synthesize(
        self, utterance: Utterance, voice: Voice, cancel: CancelToken
    ) -> Iterator[AudioChunk]:
        """Speak the spans of `utterance`, all for `voice`, in order, as soon as possible.

        Chunks come silence-trimmed at both ends of the utterance; what the voice cannot say
        is named in them, in one more without samples where it comes after the last sound. An
        engine that can say nothing of it yields nothing. Raises
        :class:`~reader.errors.EngineFailed`, and :class:`~reader.errors.Cancelled` soon
        after `cancel` is set.
        """
        ...

    def warm_up(self, voice: Voice) -> None:
        """Load what `voice` needs, so that the first sentence does not wait for it."""
        ...

    def close(self) -> None:
        """Free models and memory; the engine may be used again."""
        ...
