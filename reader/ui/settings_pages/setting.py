"""What is known of each setting: how it is asked for, what it may be, what it is found by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from reader.language.spoken.style import CHOICES
from reader.settings import Settings

Value: TypeAlias = bool | float | str

SPOKEN = "spoken."
"""Before the name of a field of :class:`~reader.language.spoken.style.SpokenStyle`."""


@dataclass(frozen=True, kw_only=True)
class Setting:
    """A field of :class:`~reader.settings.Settings`, or with :data:`SPOKEN` one in ``spoken``.

    `label` is what it is called, its mnemonic marked; what follows another of the same `group`
    stands under one heading with it. `words` are others by which it may be sought, `hint` tells
    more where that is needed.
    """

    name: str
    label: str
    group: str = ""
    words: str = ""
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class Switch(Setting):
    """One that is on or off."""


@dataclass(frozen=True, kw_only=True)
class Number(Setting):
    """One between `low` and `high` in steps of `step`, as it is shown: `times` what is kept.

    `unit` stands after the number, which has so many `decimals`.
    """

    low: float
    high: float
    step: float
    decimals: int = 0
    times: float = 1.0
    unit: str = ""


@dataclass(frozen=True, kw_only=True)
class Choice(Setting):
    """One of a few: each of `entries` is what is kept, and the text that stands for it."""

    entries: Sequence[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class Face(Setting):
    """The letters that books are set in: one of all that are installed."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """Settings that are seen together, with a `note` about all of them.

    With `has_sample` a piece of text below them looks as they say.
    """

    title: str
    settings: Sequence[Setting]
    note: str = ""
    has_sample: bool = False


def value_in(settings: Settings, name: str) -> Value:
    """What `settings` say for the setting called `name`."""
    if name.startswith(SPOKEN):
        field = name.removeprefix(SPOKEN)
        chosen = settings.spoken.get(field, "")
        return chosen if chosen in CHOICES[field] else CHOICES[field][0]
    value: Value = getattr(settings, name)
    return value


def as_choices(settings: Settings, values: Mapping[str, Value]) -> dict[str, object]:
    """`values` by the names of settings as what is changed in `settings`."""
    choices: dict[str, object] = {}
    spoken = dict(settings.spoken)
    for name, value in values.items():
        if name.startswith(SPOKEN):
            field = name.removeprefix(SPOKEN)
            spoken.pop(field, None)
            if value != CHOICES[field][0]:
                spoken[field] = str(value)
            choices["spoken"] = spoken
        else:
            choices[name] = value
    return choices
