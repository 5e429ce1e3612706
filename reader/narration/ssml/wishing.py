"""Which of the voices that there are comes nearest to what a ``voice`` element asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from reader.language.detect import primary
from reader.narration.ssml.model import Choose, VoiceWish

_ANY_LANGUAGE = "*"
_AGES = ("child", "young", "adult", "senior")
_LAST_YEARS = (13, 25, 60)
"""Up to these ages one is a child, young, adult."""


class SomeVoice(Protocol):
    """What has to be known of a voice; all voices of :mod:`reader.speech` tell it."""

    @property
    def name(self) -> str:
        """What it is called in markup."""
        ...

    @property
    def languages(self) -> Sequence[str]:
        """Primary tags, ``*`` for any."""
        ...

    @property
    def gender(self) -> str:
        """``female``, ``male`` or ``unknown``."""
        ...

    @property
    def age(self) -> str:
        """``child``, ``young``, ``adult`` or ``senior``."""
        ...

    @property
    def quality(self) -> int:
        """The higher the better."""
        ...


def chooser(voices: Iterable[SomeVoice], language: str) -> Choose:
    """Finds voices among `voices` for text in `language`, where the wish names no other.

    A name goes before everything; else the voice must speak the language and have the gender,
    and should have the age.
    """
    known = tuple(voices)

    def choose(wish: VoiceWish) -> str | None:
        names = {voice.name for voice in known}
        for name in wish.names:
            if name in names:
                return name
        if wish.gender is None and wish.age is None:
            return None
        tags = {primary(each) for each in wish.languages or (language,)}
        fitting = [
            voice
            for voice in known
            if (tags | {_ANY_LANGUAGE}) & set(voice.languages) and _is_of(voice, wish.gender)
        ]
        best = min(fitting, key=lambda voice: _distance(voice, wish), default=None)
        return best.name if best is not None else None

    return choose


def _is_of(voice: SomeVoice, gender: str | None) -> bool:
    return gender in (None, "neutral") or voice.gender == gender


def _distance(voice: SomeVoice, wish: VoiceWish) -> tuple[int, bool, int]:
    """How far `voice` is from the wish: by age, by gender where none is meant, by quality."""
    wanted = "adult" if wish.age is None else _age(wish.age)
    years = abs(_AGES.index(voice.age) - _AGES.index(wanted)) if voice.age in _AGES else 0
    neutral = wish.gender == "neutral" and voice.gender != "unknown"
    return years, neutral, -voice.quality


def _age(years: int) -> str:
    return next(
        (age for age, last in zip(_AGES, _LAST_YEARS, strict=False) if years < last), "senior"
    )
