"""What the tags of our SSML ask for."""

from __future__ import annotations

import math
from types import MappingProxyType

from reader.books.model import Emphasis
from reader.messages import message
from reader.narration.delivery import LONGEST_BREAK, Delivery
from reader.narration.ssml import values
from reader.narration.ssml.model import VoiceWish
from reader.narration.ssml.sounds import sound_of
from reader.narration.ssml.tag import Tag
from reader.narration.utterance import Mark, Pause

LANG = "xml:lang"

NEUTRAL = Delivery()
"""Asks for nothing."""

EMPHASES = MappingProxyType(
    {
        "strong": Emphasis.STRONG,
        "moderate": Emphasis.EMPHASIS,
        "none": Emphasis.NONE,
        "reduced": Emphasis.REDUCED,
    }
)

SAY_AS = MappingProxyType(
    {
        "characters": "characters",
        "spell-out": "characters",
        "verbatim": "characters",
        "digits": "digits",
        "cardinal": "cardinal",
        "number": "cardinal",
        "ordinal": "ordinal",
        "date": "date",
        "time": "time",
        "telephone": "telephone",
    }
)
"""What ``interpret-as`` may be, and what it is called in a delivery."""

DATE_ORDERS = frozenset({"mdy", "dmy", "ymd", "ydm", "md", "dm", "ym", "my", "d", "m", "y"})

GENDERS = frozenset({"male", "female", "neutral"})


def _language(tag: Tag) -> str | None:
    value = tag.get(LANG)
    if not value:
        return None
    found = values.language(value)
    if found is None:
        tag.wrong(LANG, message("Write the tag of a language, such as en, zh or en-GB."))
    return found


def language(tag: Tag) -> Delivery:
    """The language of ``speak``, ``p``, ``s``, ``token`` and ``lang``."""
    found = _language(tag)
    return NEUTRAL if found is None else Delivery(language=found)


def lang(tag: Tag) -> Delivery:
    """The language of ``lang``, which must be there."""
    tag.required(LANG, "en")
    return language(tag)


def voice(tag: Tag) -> Delivery:
    """The voice that comes nearest, and its language."""
    spoken = _language(tag)
    wish = VoiceWish(
        names=tuple((tag.get("name") or "").split()),
        languages=tuple(each for each in (spoken, *(tag.get("languages") or "").split()) if each),
        gender=_gender(tag),
        age=_age(tag),
    )
    if wish == VoiceWish():
        tag.problems.mind(
            message("<voice> does not say which voice."),
            message("Give name, gender, age, languages or xml:lang."),
        )
        return NEUTRAL
    found = tag.terms.choose(wish)
    if found is None and (wish.names or wish.gender or wish.age is not None):
        tag.problems.warn(
            message("There is no voice for {wish}; the usual one speaks.", wish=_called(wish))
        )
    return Delivery(voice=found, language=spoken)


def _gender(tag: Tag) -> str | None:
    value = tag.get("gender")
    if value and value not in GENDERS:
        tag.wrong("gender", message("Write male, female or neutral."))
        return None
    return value or None


def _age(tag: Tag) -> int | None:
    value = tag.get("age")
    if not value:
        return None
    if value.isascii() and value.isdigit() and len(value) <= 3:
        return int(value)
    tag.wrong("age", message("Write the age in whole years, such as 30."))
    return None


def _called(wish: VoiceWish) -> tuple[str, ...]:
    age = message("{age} years", age=wish.age) if wish.age is not None else None
    return tuple(each for each in (*wish.names, wish.gender, age, *wish.languages) if each)


def prosody(tag: Tag) -> Delivery:
    """Rate, pitch and volume."""
    return Delivery(rate=_rate(tag), pitch=_pitch(tag), gain=_gain(tag))


def _rate(tag: Tag) -> float:
    value = tag.get("rate")
    found = None if value is None else values.rate(value)
    if value is not None and found is None:
        tag.wrong(
            "rate",
            message("Write a percentage such as 80%, or x-slow, slow, medium, fast, x-fast."),
        )
    return 1.0 if found is None else found


def _pitch(tag: Tag) -> float:
    value = tag.get("pitch")
    found = None if value is None else values.pitch(value, tag.terms.median_hz)
    if value is not None and found is None:
        tag.wrong(
            "pitch", message("Write semitones such as +2st, or +10%, or x-low, low … x-high.")
        )
    if found is not None and math.isnan(found):
        tag.problems.warn(
            message("A pitch in hertz is left out, because that of the voice is not known.")
        )
        return 0.0
    return found or 0.0


def _gain(tag: Tag) -> float:
    value = tag.get("volume")
    found = None if value is None else values.volume(value)
    if value is not None and found is None:
        tag.wrong(
            "volume", message("Write decibels such as -6dB, or silent, x-soft, soft … x-loud.")
        )
    return found or 0.0


def _level(tag: Tag, name: str) -> float:
    value = tag.get(name)
    found = None if value is None else values.level(value)
    if value is not None and found is None:
        tag.wrong(
            name,
            message(
                "Write a number from {least:g} to {most:g}.",
                least=values.LEAST_LEVEL,
                most=values.MOST_LEVEL,
            ),
        )
    return 1.0 if found is None else found


def emphasis(tag: Tag) -> Delivery:
    """How much is stressed."""
    value = tag.get("level") or "moderate"
    if value not in EMPHASES:
        tag.wrong("level", message("Write strong, moderate, reduced or none."))
        return NEUTRAL
    return Delivery(emphasis=EMPHASES[value], emphasis_level=_level(tag, "x:level"))


def style(tag: Tag) -> Delivery:
    """How it is meant."""
    name = (tag.required("name", "happy") or "").strip()
    known = tag.terms.styles
    if not name:
        return NEUTRAL
    if known is not None and name not in known:
        tag.wrong("name", message("The styles are {names}.", names=tuple(known)))
        return NEUTRAL
    return Delivery(style=name, style_level=_level(tag, "level"))


def said(tag: Tag) -> Delivery:
    """Who says it."""
    return Delivery(speaker=(tag.required("who", "anna") or "").strip() or None)


def say_as(tag: Tag) -> Delivery:
    """What the text is read as."""
    value = tag.required("interpret-as", "digits")
    if value is None:
        return NEUTRAL
    kind = SAY_AS.get(value.strip())
    if kind is None:
        tag.wrong("interpret-as", message("Write one of {names}.", names=tuple(SAY_AS)))
    order = tag.get("format")
    if kind == "date" and order:
        if order in DATE_ORDERS:
            return Delivery(say_as=f"date:{order}")
        tag.wrong("format", message("Write the order of day, month and year, such as dmy."))
    return Delivery(say_as=kind)


def sub(tag: Tag) -> Delivery:
    """What is said instead."""
    alias = tag.required("alias", "World Wide Web")
    return Delivery(said=None if alias is None else " ".join(alias.split()))


def phoneme(tag: Tag) -> Delivery:
    """How the text sounds."""
    written = tag.required("ph", "təˈmeɪtoʊ")
    return NEUTRAL if written is None else sound_of(written, tag)


def pause(tag: Tag) -> Pause:
    """The silence of a ``break``; the time goes before the strength."""
    time, strength = tag.get("time"), tag.get("strength")
    milliseconds = None if time is None else values.break_time(time)
    if time is not None and milliseconds is None:
        tag.wrong("time", message("Write seconds or milliseconds, such as 1.5s or 250ms."))
    if milliseconds is None:
        milliseconds = values.BREAKS.get(strength or "medium")
        if milliseconds is None:
            tag.wrong("strength", message("Write one of {names}.", names=tuple(values.BREAKS)))
            milliseconds = values.BREAKS["medium"]
    if milliseconds > LONGEST_BREAK * 1000:
        tag.problems.warn(
            message(
                "A break is never longer than {longest_break:g} seconds.",
                longest_break=LONGEST_BREAK,
            )
        )
    return Pause(seconds=min(LONGEST_BREAK, milliseconds / 1000))


def mark(tag: Tag) -> Mark | None:
    """The mark of a ``mark``."""
    name = tag.required("name", "here")
    return Mark(name=name) if name else None
