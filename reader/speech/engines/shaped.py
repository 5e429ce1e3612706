"""An engine with more voices and more manners than its own: the sound is bent afterwards."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from itertools import groupby

from reader.background import CancelToken
from reader.errors import EngineFailed
from reader.messages import Message, message
from reader.narration.utterance import Span, Utterance
from reader.speech.capabilities import Capabilities
from reader.speech.engine import SPEECH_RATE, AudioChunk, Engine, TimedWord, Voice
from reader.speech.manner import EMPHASES, STYLES, Manner, manner_of
from reader.speech.shaping.bending import Region, bend
from reader.speech.shaping.gathering import gathered
from reader.speech.shaping.melody import about_their_middles
from reader.speech.shaping.request import Request, regions, requests
from reader.speech.shaping.timbre import OF_A_WOMAN, Timbre, Variant
from reader.speech.shaping.world import Numbers, pitch_of
from reader.speech.signal import silence

_VERSION = 6
"""To be raised whenever bending sounds different by anything but its figures."""

_EFFORT = 0.06
"""Seconds of work that another timbre takes for a second of speech, on the reference machine."""

_FEW = 3
"""A pack with more voices than that needs no variants of them."""


class ShapedEngine:
    """Does all that `engine` does, and for its voices what it does not do.

    The engine's own way goes first. What is left of rate, pitch, loudness, emphasis and style
    is given to its sound afterwards: to words within a sentence by their times; where the
    engine tells no times, what differs in manner is asked for one by one.

    A few voices also come in variants, named ``english-heart+male``, that sound like
    other people.
    """

    def __init__(self, engine: Engine, *, steps: Sequence[float] = ()) -> None:
        """`steps` are the rates that the engine can speak at, if not all are the same to it."""
        self.inner = engine
        self.name = engine.name
        self._steps = tuple(steps)

    @property
    def version(self) -> str:
        """The engine's own, and that of all the figures its sound is bent by."""
        return f"{self.inner.version}+{_VERSION}.{_figures(self._steps)}"

    @property
    def capabilities(self) -> Capabilities:
        """Every manner, and what else the engine can do."""
        return replace(
            self.inner.capabilities,
            rate=True,
            pitch=True,
            gain=True,
            emphasis=True,
            styles=tuple(dict.fromkeys((*self.inner.capabilities.styles, *STYLES))),
        )

    def voices(self) -> Sequence[Voice]:
        """The engine's voices, each with its variants after it."""
        own = self.inner.voices()
        sizes = Counter(voice.pack for voice in own)
        return tuple(
            voice
            for base in own
            for voice in (base, *(_variants(base) if sizes[base.pack] <= _FEW else ()))
        )

    def synthesize(
        self, utterance: Utterance, voice: Voice, cancel: CancelToken
    ) -> Iterator[AudioChunk]:
        """Speak in the voice, or the one that it is a variant of, and bend what comes."""
        variant, base = _variant(voice), self._base(voice)
        spans = utterance.spans
        if variant is not None:
            spans = tuple(replace(span, rate=span.rate * variant.rate) for span in spans)
        for asked in self._calls(spans):
            said = replace(utterance, items=tuple(each.span for each in asked))
            chunks = self.inner.synthesize(said, base, cancel)
            if variant is None and all(each.left == Manner() for each in asked):
                yield from chunks
            else:
                yield from _bent(chunks, asked, variant, cancel)

    def warm_up(self, voice: Voice) -> None:
        """Load what the voice needs, and what bends it."""
        self.inner.warm_up(self._base(voice))
        variant = _variant(voice)
        if variant is not None:
            with _failing_with_the_voice():
                bend(silence(0.1), SPEECH_RATE, [], variant.timbre)

    def close(self) -> None:
        """Free the engine's models."""
        self.inner.close()

    def _base(self, voice: Voice) -> Voice:
        """The engine's own voice that `voice` is, or is a variant of."""
        if voice.base is None:
            return voice
        return next((each for each in self.inner.voices() if each.name == voice.base), voice)

    def _calls(self, spans: Sequence[Span]) -> Iterator[list[Request]]:
        """What the engine is asked for at once: the whole, if its words can be found again."""
        capabilities = self.inner.capabilities
        if capabilities.word_times:
            yield requests(spans, capabilities, self._steps)
            return
        for _, group in groupby(spans, key=manner_of):
            yield requests(list(group), capabilities, self._steps)


def _bent(
    chunks: Iterable[AudioChunk],
    asked: Sequence[Request],
    variant: Variant | None,
    cancel: CancelToken,
) -> Iterator[AudioChunk]:
    """`chunks` as they were wanted, in pieces that can be bent one by one."""
    timbre = None if variant is None else variant.timbre
    lively = any(each.left.liveliness != 1.0 for each in asked)
    words: list[TimedWord] = []
    begun = 0.0
    for whole in gathered(chunks, hasty=not lively):
        words += [word.moved(seconds=begun) for word in whole.words]
        here = [each.moved(-begun) for each in regions(asked, words)]
        begun += whole.seconds
        if lively:
            yield from _bent_in_pieces(whole, here, timbre, cancel)
        else:
            cancel.check()
            yield _bent_at_once(whole, here, timbre)


def _bent_in_pieces(
    whole: AudioChunk, regions: Sequence[Region], timbre: Timbre | None, cancel: CancelToken
) -> Iterator[AudioChunk]:
    """`whole`, whose melody is widened about its own middle, piece by piece."""
    placed: list[tuple[float, AudioChunk, Numbers]] = []
    begun = 0.0
    for piece in gathered([whole]):
        cancel.check()
        with _failing_with_the_voice():
            placed.append((begun, piece, pitch_of(piece.samples, piece.rate)))
        begun += piece.seconds
    found = about_their_middles(regions, ((begin, pitch) for begin, _, pitch in placed))
    for begin, piece, pitch in placed:
        cancel.check()
        yield _bent_at_once(piece, [each.moved(-begin) for each in found], timbre, pitch)


def _bent_at_once(
    piece: AudioChunk,
    regions: Sequence[Region],
    timbre: Timbre | None,
    pitch: Numbers | None = None,
) -> AudioChunk:
    with _failing_with_the_voice():
        bent = bend(piece.samples, piece.rate, regions, timbre, pitch)
    words = tuple(
        replace(word, begin=bent.moved(word.begin), finish=bent.moved(word.finish))
        for word in piece.words
    )
    return replace(piece, samples=bent.samples, words=words)


@contextmanager
def _failing_with_the_voice() -> Iterator[None]:
    """Whatever goes wrong in bending is a failure of the voice, for which another can speak."""
    try:
        yield
    except (ImportError, ValueError, MemoryError) as error:
        remedy = message("Run: pip install --force-reinstall pyworld-prebuilt")
        raise EngineFailed(
            message("The change of the voice"),
            message("It failed ({error}).", error=str(error) or type(error).__name__),
            remedy if isinstance(error, ImportError) else "",
        ) from error


def _variants(base: Voice) -> list[Voice]:
    """Who else `base` can be."""
    if base.gender != "female" or base.age not in ("adult", "young"):
        return []
    return [
        replace(
            base,
            name=_name(base.name, variant),
            title=Message(variant.title, {"voice": base.title}),
            gender=variant.gender,
            age=variant.age,
            effort=base.effort + _EFFORT,
            base=base.name,
        )
        for variant in OF_A_WOMAN
    ]


def _variant(voice: Voice) -> Variant | None:
    """What `voice` is a variant as; None for an engine's own."""
    if voice.base is None:
        return None
    return next(each for each in OF_A_WOMAN if _name(voice.base, each) == voice.name)


def _name(base: str, variant: Variant) -> str:
    return f"{base}+{variant.name}"


@cache
def _figures(steps: tuple[float, ...]) -> str:
    """A short name for every figure by which the sound of an engine with `steps` is bent."""
    figures = repr((dict(EMPHASES), dict(STYLES), OF_A_WOMAN, steps))
    return hashlib.sha256(figures.encode()).hexdigest()[:8]
