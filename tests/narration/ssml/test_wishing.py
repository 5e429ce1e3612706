"""The voice that comes nearest to what a document asks for."""

from __future__ import annotations

import pytest

from reader.narration.ssml import VoiceWish, chooser
from reader.speech.engine import Voice


def voice(name: str, languages: str, gender: str, age: str = "adult", quality: int = 3) -> Voice:
    return Voice(
        name=name,
        title=name,
        engine="fake",
        languages=tuple(languages.split()),
        quality=quality,
        licence="",
        source="",
        gender=gender,
        age=age,
    )


VOICES = [
    voice("plain", "*", "unknown", quality=1),
    voice("heart", "en", "female"),
    voice("heart+male", "en", "male"),
    voice("heart+old-man", "en", "male", "senior"),
    voice("heart+child", "en", "unknown", "child"),
    voice("databaker", "zh", "female"),
]


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        (VoiceWish(names=("databaker",)), "databaker"),
        (VoiceWish(names=("nobody", "heart")), "heart"),
        (VoiceWish(names=("nobody",)), None),
        (VoiceWish(names=("nobody",), gender="male"), "heart+male"),
        (VoiceWish(gender="male", age=80), "heart+old-man"),
        (VoiceWish(gender="male", age=8), "heart+male"),
        (VoiceWish(age=8), "heart+child"),
        (VoiceWish(gender="neutral"), "plain"),
        (VoiceWish(gender="female", languages=("zh-TW",)), "databaker"),
        (VoiceWish(gender="male", languages=("zh",)), None),
        (VoiceWish(languages=("zh",)), None),
    ],
)
def test_wishes(wish: VoiceWish, found: str | None) -> None:
    assert chooser(VOICES, "en-GB")(wish) == found
