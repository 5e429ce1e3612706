"""References to notes: the raised 1, [1], * or ① that leads to a footnote.

Few books say ``epub:type="noteref"``; the others are known by their shape.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_BRACKETED = re.compile(
    r"[\[(（【〔［﹝](?:注|註|译注|譯註|校注|note)?\s*"
    r"(?:[\d０-９]{1,4}|[一二三四五六七八九十百]{1,4}|[a-z]|[ivxlc]{1,6}|[*†‡]+)?"
    r"[\])）】〕］﹞]",
    re.IGNORECASE,
)
_SIGN = re.compile(r"[*＊∗†‡§※]{1,4}|[①-⑳㉑-㉟㊱-㊿❶-❿⓪⓿]|[注註]\s*[\d①-⑳]{0,4}")
_NUMBER = re.compile(r"\d{1,4}|[a-z]|[ivxlc]{1,6}", re.IGNORECASE)


def looks_like_reference(text: str, *, raised: bool) -> bool:
    """Whether a link with this text is a note reference; a bare number only if `raised`."""
    text = text.strip()
    if not text or len(text) > 12:
        return False
    if _BRACKETED.fullmatch(text):
        return any(character.isalnum() or character in "*†‡" for character in text)
    return bool(_SIGN.fullmatch(text) or (raised and _NUMBER.fullmatch(text)))


def find_references(pieces: Sequence[tuple[str, str | None, bool, bool]]) -> list[bool]:
    """Which of a block's pieces (text, link, said to be a reference, raised) are references.

    A link that begins its block is no reference but the number of the note itself, leading
    back; a link made of several pieces is judged as a whole.
    """
    found = [False] * len(pieces)
    begun = False
    index = 0
    while index < len(pieces):
        _, link, _, _ = pieces[index]
        end = index + 1
        while link is not None and end < len(pieces) and pieces[end][1] == link:
            end += 1
        group = pieces[index:end]
        text = "".join(piece[0] for piece in group)
        if link is not None:
            said = any(piece[2] for piece in group)
            raised = any(piece[3] for piece in group)
            shaped = begun and "#" in link and looks_like_reference(text, raised=raised)
            found[index:end] = [said or shaped] * (end - index)
        begun = begun or bool(text.strip())
        index = end
    return found
