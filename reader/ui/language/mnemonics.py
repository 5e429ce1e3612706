"""The letters that choose an entry or a button together with Alt."""

from __future__ import annotations

import re

_IN_BRACKETS = re.compile(r"\(&\w\)")
"""How they are written where words have no letters: after the words, in brackets."""

_BARE = re.compile(r"(?<=[\u4e00-\u9fff？])\([A-Z0-9]\)")
"""What Qt leaves of them in the names that it gives to screen readers."""


def without_mnemonic(text: str) -> str:
    """`text` as people read it: without the mark of its mnemonic, and brackets made for it."""
    plain = _IN_BRACKETS.sub("", text)
    return "&".join(part.replace("&", "") for part in plain.split("&&"))


def without_letter(name: str) -> str:
    """A control's accessible `name` without the letter of its mnemonic, which Qt leaves in it."""
    return _BARE.sub("", name)
