"""Emoji and emoticons, which belong to the sentence before them."""

from __future__ import annotations

import re

PICTURES = "\u2600-\u27bf\U0001f300-\U0001faff"
"""The characters that emoji begin with, as the inside of a character class."""

_RUN = re.compile(
    rf"(?:\s?(?:[{PICTURES}][{PICTURES}\ufe0f\u200d]*|[:;=]['-]?[)(DPp]+(?![A-Za-z])))+"
)


def is_face(character: str) -> bool:
    """Whether `character` is an emoji with a face: it closes a sentence like a full stop."""
    return "\U0001f600" <= character <= "\U0001f64f" or "\U0001f910" <= character <= "\U0001f97f"


def pictures_end(text: str, position: int) -> int:
    """The end of the emoji and emoticons that follow `position`, or `position` without any."""
    found = _RUN.match(text, position)
    return found.end() if found else position
