"""How alike the voices are, and how well each is understood.

For every pair the cosine of their speaker embeddings over the same sentences; of every voice
how alike two halves of its own sentences are, its median pitch, and what Whisper base makes of
it, for a variant beside its base.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from reader.speech.engine import SPEECH_RATE, Samples, Voice
from reader.speech.shaping.world import pitch_of
from tests.benchmarks.fast.errors import MEASURES
from tests.benchmarks.fast.listening import Heard, listened
from tests.benchmarks.fast.texts import lines
from tests.benchmarks.manner.embedding import Embedder, Vector, mean
from tests.benchmarks.manner.saying import LANGUAGES, sounds, voices
from tests.benchmarks.speech.plan import tell

LIMIT = 0.78
"""Embeddings nearer than this may be one person's: different people of one language, as
recorded, lie between .55 and .78."""

MOST_ERRORS = 2.0
"""Points by which a variant may be understood worse than its base."""

HUMAN = {
    ("male", "adult"): (85.0, 155.0),
    ("male", "senior"): (85.0, 155.0),
    ("female", "adult"): (165.0, 255.0),
    ("female", "senior"): (150.0, 255.0),
    ("unknown", "child"): (250.0, 350.0),
}
"""Hertz between which the median pitch of such people lies."""


@dataclass(frozen=True, kw_only=True)
class Person:
    """A voice in one language: its embedding, how alike its own halves are, its median pitch,
    and what was heard of it.
    """

    voice: Voice
    language: str
    embedding: Vector
    within: float
    hertz: float
    heard: Heard | None

    @property
    def is_human(self) -> bool:
        """Whether its pitch is one that such people have."""
        low, high = HUMAN.get((self.voice.gender, self.voice.age), (85.0, 350.0))
        return low <= self.hertz <= high


def people(count: int, heard: int) -> list[Person]:
    """Every voice in every language, by `count` sentences for its sound and `heard` for being
    understood (0: nobody listens).
    """
    embedder = Embedder()
    return [
        _person(voice, language, count, heard, embedder)
        for language in LANGUAGES
        for voice in voices(language)
    ]


def _person(voice: Voice, language: str, count: int, heard: int, embedder: Embedder) -> Person:
    tell(f"{voice.name} speaks …")
    texts = lines(language, max(count, heard))
    said = sounds(texts, language, voice)
    embeddings = embedder.of_each(said[:count], SPEECH_RATE)
    return Person(
        voice=voice,
        language=language,
        embedding=mean(embeddings),
        within=float(mean(embeddings[::2]) @ mean(embeddings[1::2])),
        hertz=_median_pitch(said[:count]),
        heard=listened(texts[:heard], said[:heard], language, 1.0, voice.name) if heard else None,
    )


def _median_pitch(said: Sequence[Samples]) -> float:
    pitch = np.concatenate([pitch_of(each, SPEECH_RATE) for each in said])
    return float(np.median(pitch[pitch > 0]))


def pairs(found: Sequence[Person]) -> Iterator[dict[str, object]]:
    """Every two of the people, the most alike first."""
    likeness = [
        (float(one.embedding @ other.embedding), one, other)
        for one, other in combinations(found, 2)
    ]
    for cosine, one, other in sorted(likeness, key=lambda each: -each[0]):
        shared = one.language == other.language
        yield {
            "one": one.voice.name,
            "other": other.voice.name,
            "share_language": shared,
            "cosine": cosine,
            "too_alike": shared and cosine >= LIMIT,
        }


def rows(found: Sequence[Person]) -> Iterator[dict[str, object]]:
    """What there is to tell of each person."""
    by_name = {(each.language, each.voice.name): each for each in found}
    for each in found:
        measure = next(iter(MEASURES[each.language]))
        origin = by_name.get((each.language, each.voice.base or ""))
        wrong = None if each.heard is None else each.heard.wrong(measure)
        less = None
        if each.heard is not None and origin is not None and origin.heard is not None:
            less = each.heard.less(origin.heard, measure)
        yield {
            "voice": each.voice.name,
            "language": each.language,
            "within": each.within,
            "hertz": each.hertz,
            "human": each.is_human,
            "measure": measure,
            "wrong": wrong,
            "more_than_base": None if less is None else less.points,
            "noise": "" if less is None else str(less),
        }


def table(found: Sequence[Person]) -> str:
    """Everybody, then every pair of one language."""
    told = [f"{'voice':34}{'within':>8}{'hertz':>7}{'wrong %':>9}   more than its base"]
    for row in rows(found):
        wrong = "–" if row["wrong"] is None else f"{row['wrong']:.1f}"
        more = "" if row["more_than_base"] is None else f"{row['more_than_base']:+.1f}"
        mark = "" if row["human"] else "  not a pitch of such people"
        told.append(
            f"{row['voice']:34}{row['within']:8.3f}{row['hertz']:7.0f}{wrong:>9}   {more}"
            f"{' (' + str(row['noise']) + ')' if row['noise'] else ''}{mark}"
        )
    told.append("")
    for pair in pairs(found):
        same = "" if pair["share_language"] else "  of different languages"
        mark = "  too alike" if pair["too_alike"] else ""
        told.append(f"{pair['one']:34}{pair['other']:34}{pair['cosine']:6.3f}{mark}{same}")
    return "\n".join(told)


def fails(found: Sequence[Person]) -> bool:
    """Whether a variant is too like somebody, not human, or understood too much worse."""
    worse = any(
        row["more_than_base"] is not None and row["more_than_base"] >= MOST_ERRORS
        for row in rows(found)
    )
    varied = {each.voice.name for each in found if each.voice.base is not None}
    alike = any(
        pair["too_alike"] and varied & {pair["one"], pair["other"]} for pair in pairs(found)
    )
    return worse or alike or not all(each.is_human for each in found if each.voice.base)
