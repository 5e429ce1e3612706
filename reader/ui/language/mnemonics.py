"""The letters that choose an entry or a button together with Alt."""

from __future__ import annotations

import re

_IN_BRACKETS = re.compile(r"\(&\w\)")
"""How they are written where words have no letters: after the words, in brackets."""


def without_mnemonic(text: str) -> str:
    """`text` as people read it: without the mark of its mnemonic, and brackets made for it."""
    plain = _IN_BRACKETS.sub("", text)
    return "&".join(part.replace("&", "") for part in plain.split("&&"))
