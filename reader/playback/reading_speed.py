"""How fast a book is read aloud: for jumps beyond what was made, and the time that is left."""

from __future__ import annotations

_USUAL = {"zh": 4.5, "ja": 7.0, "ko": 6.0}
"""Characters a second at normal speed, pauses included, of the languages written in others than
letters: news readers' 240-300 hanzi a minute, and as much speech in kana and hangul."""

_USUAL_IN_LETTERS = 15.0
"""150 words a minute of six characters, the blanks included."""

_TRUSTED = 30.0
"""Seconds of speech after which what is measured counts as much as the usual."""


class ReadingSpeed:
    """Characters a second at normal speed: those usual in `language`, soon those measured."""

    def __init__(self, language: str = "") -> None:
        """`language` is a BCP 47 tag."""
        tag = language.lower().partition("-")[0]
        self._seconds = _TRUSTED
        self._characters = _TRUSTED * _USUAL.get(tag, _USUAL_IN_LETTERS)

    def note(self, characters: int, seconds: float) -> None:
        """Learn that so many characters took so many seconds to say, at normal speed."""
        self._characters += characters
        self._seconds += seconds

    def seconds(self, characters: int, rate: float) -> float:
        """How long so many characters take to hear at `rate`."""
        return characters * self._seconds / self._characters / rate
