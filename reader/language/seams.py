"""Where a text is cut that has no breath in it: between words, never inside a number."""

from __future__ import annotations

import re
import unicodedata

from reader.language.detect import HAN

_SPACE = re.compile(r"\s+")
_BETWEEN_WORDS = re.compile(
    f"(?<=[了着過过的地吧呢吗嗎呀嘛啊])(?=[{HAN}])|(?<=[{HAN}])(?=但是|因为|因為|所以|如果|虽然|"
    "雖然|然后|然後|于是|於是|或者|以及|并且|並且|而且|可是|不过|不過|因此|我们|我們|他们|他們|她们|"
    "她們|你们|你們|大家|自己|[这這那就却卻也])"
)
_JOINS = frozenset(".,:'’-/@_%：")
_LONGEST_STEP_BACK = 48


def seam(text: str, start: int, end: int) -> int:
    """Where to cut ``text[start:end]`` near its end: past a space, else between words.

    Only the second half is looked at, so that the first part is never tiny. What has no seam
    at all is cut before `end`, but not inside a character of several code points.
    """
    middle = (start + end) // 2
    cut = 0
    for space in _SPACE.finditer(text, middle, end):
        cut = space.end()
    if cut:
        return cut
    for found in _BETWEEN_WORDS.finditer(text, (middle + end) // 2, end):
        cut = found.start()
    return cut or _before_word(text, start, end)


def _before_word(text: str, start: int, end: int) -> int:
    for cut in range(end, max(start + 1, end - _LONGEST_STEP_BACK), -1):
        if not _joined(text, cut):
            return cut
    for cut in range(end, max(start + 1, end - _LONGEST_STEP_BACK), -1):
        if not _continues_character(text, cut):
            return cut
    return max(end, start + 1)


def _joined(text: str, cut: int) -> bool:
    """Whether the characters on both sides of `cut` belong to one Latin word or number."""
    if _continues_character(text, cut):
        return True
    before, after = text[cut - 1 : cut], text[cut : cut + 1]
    return _is_narrow(before) and _is_narrow(after)


def _is_narrow(character: str) -> bool:
    return character in _JOINS or (character.isalnum() and character < "\u1100")


def _continues_character(text: str, cut: int) -> bool:
    """Whether the code point at `cut` only completes the character before it."""
    after = text[cut : cut + 1]
    if not after:
        return False
    return (
        unicodedata.category(after) in ("Mn", "Me", "Mc")
        or "\udc00" <= after <= "\udfff"
        or after == "\u200d"
        or text[cut - 1 : cut] == "\u200d"
        or "\U0001f3fb" <= after <= "\U0001f3ff"
    )
