"""Whom ``voice-family`` asks for."""

from __future__ import annotations

import pytest

from reader.books.families import Family, family_of


@pytest.mark.parametrize(
    ("voice", "family"),
    [
        ("female", Family(gender="female")),
        ("Young MALE 2", Family(gender="male", age=24)),
        ("child", Family(age=6)),
        ("child female", Family(gender="female", age=6)),
        ("old neutral", Family(gender="neutral", age=75)),
        ("Romeo, Old Tom, male, Anna", Family(names=("Romeo", "Old Tom"), gender="male")),
        ("female impersonator", Family(names=("female impersonator",))),
        ("", Family()),
        (" , ", Family()),
    ],
)
def test_names_go_down_to_the_first_generic_voice(voice, family):
    assert family_of(voice) == family
