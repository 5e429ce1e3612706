"""Lets the installed voices and their variants say sentences, as the listener hears them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from reader.background import CancelToken
from reader.language.detect import primary
from reader.narration.utterance import Span, Utterance
from reader.speech.chunks import joined
from reader.speech.engine import AudioChunk, Engine, Samples, Voice
from reader.speech.speaker import Speaker
from reader.speech.voices import installed_engines

LANGUAGES = ("en", "zh")


@cache
def _engines() -> tuple[Engine, ...]:
    return tuple(installed_engines())


@cache
def _speaker() -> Speaker:
    return Speaker(_engines())


def voices(language: str) -> list[Voice]:
    """The neural voices that speak `language`, each with its variants after it."""
    return [
        voice
        for voice in _speaker().voices()
        if primary(language) in voice.languages and voice.quality >= 2
    ]


def base(language: str) -> Voice:
    """The voice that reads `language` unless another is chosen."""
    return next(voice for voice in voices(language) if voice.base is None)


def say(spans: Sequence[Span], voice: Voice) -> AudioChunk:
    """`spans` in `voice` at the common level, with the times of their words."""
    items = tuple(spans)
    whole = Utterance(items=items, start=items[0].start, end=items[-1].end)
    _speaker().choose(items[0].language, voice.name)
    return joined(list(_speaker().speak(whole, CancelToken())))


def plain(text: str, language: str) -> Span:
    """`text` that asks for nothing."""
    return Span(text=text, language=language, start=0, end=len(text))


def sounds(texts: Sequence[str], language: str, voice: Voice) -> list[Samples]:
    """How `voice` says each of `texts`."""
    return [np.asarray(say([plain(text, language)], voice).samples) for text in texts]
