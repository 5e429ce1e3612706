"""Which engines can run here, which voices there are, and which voice suits a language."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reader.errors import EngineFailed, TingshuError
from reader.language.detect import primary
from reader.messages import message
from reader.speech.engine import Engine, Voice

ANY_LANGUAGE = "*"

_BENDER = "pyworld"
"""The module without which engines do what they can by themselves."""

_QUICK = 0.3
"""Seconds of work a second of speech: a voice that takes more must be chosen to be heard
first, for it may be too slow to be heard faster or on another machine."""

_SLOW_QUALITY = 1.5
"""What a slow voice counts as: after the neural ones, before those made of formants."""


@dataclass(frozen=True)
class _Kind:
    """An engine that may be there: what must be importable, and how it is made.

    Nothing is wrong where one that is `optional` is not. `steps` are the rates it can speak
    at, if it cannot at any.
    """

    name: str
    modules: tuple[str, ...]
    remedy: str
    make: Callable[[], Engine]
    optional: bool = False
    steps: tuple[float, ...] = ()


def _mandarin() -> Engine:
    from reader.speech.engines.mandarin import MandarinEngine

    return MandarinEngine()


def _english() -> Engine:
    from reader.speech.engines.english import EnglishEngine

    return EnglishEngine()


def _espeak() -> Engine:
    from reader.speech.engines.espeak import EspeakEngine

    return EspeakEngine()


def _kokoro() -> Engine:
    from reader.speech.engines.kokoro import KokoroEngine

    return KokoroEngine()


def _paddlespeech() -> Engine:
    from reader.speech.engines.paddlespeech import PaddleSpeechEngine

    return PaddleSpeechEngine()


_ENGLISH_STEPS = (0.5, 0.6, 0.7, 0.8, 1.0, 1.5)
"""The English voice rounds the length of every sound to 25 ms: asked for 0.9 to 1.3 it speaks
at 0.97 to 1.14, for 1.4 at 1.55. These it keeps within a hundredth, the last within six."""

_KINDS = (
    _Kind("mandarin", ("onnxruntime",), "pip install onnxruntime", _mandarin),
    _Kind(
        "english",
        ("hibari", "onnxruntime"),
        "pip install hibari-tts",
        _english,
        steps=_ENGLISH_STEPS,
    ),
    _Kind("kokoro", ("hibari", "onnxruntime"), "pip install hibari-tts", _kokoro),
    _Kind("paddlespeech", ("paddle",), 'pip install "tingshu[paddle]"', _paddlespeech, True),
    _Kind("espeak", ("espeakng_loader",), "pip install espeakng-loader", _espeak),
)


def installed_engines() -> list[Engine]:
    """The engines that can run here, best first; loads no model.

    One whose pack is not installed is among them, without a voice: as soon as the pack is
    there, it speaks. Each speaks in every manner, whatever it can do by itself, if what bends
    sound is installed.
    """
    kinds = [kind for kind in _KINDS if not _missing(kind)]
    if importlib.util.find_spec(_BENDER) is None:
        return [kind.make() for kind in kinds]
    from reader.speech.engines.shaped import ShapedEngine

    return [ShapedEngine(kind.make(), steps=kind.steps) for kind in kinds]


def _missing(kind: _Kind) -> list[str]:
    return [module for module in kind.modules if importlib.util.find_spec(module) is None]


def engine_lack(name: str) -> EngineFailed | None:
    """What keeps the engine called `name` from running here: what is missing and how to get it.

    Looks for modules alone and loads nothing; None if all is there.
    """
    for kind in _KINDS:
        missing = _missing(kind)
        if kind.name == name and missing:
            reason = message("It needs {modules}.", modules=tuple(missing))
            return EngineFailed(
                message("The {name} engine", name=name),
                reason,
                message("Run: {remedy}", remedy=kind.remedy),
            )
    return None


def engine_problems() -> list[TingshuError]:
    """What keeps an engine from speaking, each with what mends it.

    Loads every installed engine with one of its voices, so it takes a few seconds; for
    ``tingshu doctor``.
    """
    problems: list[TingshuError] = []
    for kind in _KINDS:
        lack = engine_lack(kind.name)
        if lack is not None:
            problems += [] if kind.optional else [lack]
            continue
        try:
            engine = kind.make()
            for voice in engine.voices()[:1]:
                engine.warm_up(voice)
            engine.close()
        except TingshuError as error:
            problems.append(error)
    return problems


def candidates(voices: Iterable[Voice], language: str, wanted: str | None = None) -> list[Voice]:
    """The voices that speak `language`, best first; the one named `wanted` before all.

    A voice for any language counts as speaking it, after one of the same quality that
    names it. A slow voice comes after the quick ones that sound about as well, and a variant
    of another voice after all that are no variants.
    """
    tag = primary(language)

    def rank(voice: Voice) -> tuple[bool, bool, float, bool]:
        varied = voice.base is not None
        return voice.name != wanted, varied, -_standing(voice), tag not in voice.languages

    return sorted((voice for voice in voices if speaks(voice, tag)), key=rank)


def _standing(voice: Voice) -> float:
    return min(voice.quality, _SLOW_QUALITY) if voice.effort > _QUICK else voice.quality


def speaks(voice: Voice, language: str) -> bool:
    """Whether `voice` can say text in `language`."""
    return primary(language) in voice.languages or ANY_LANGUAGE in voice.languages
