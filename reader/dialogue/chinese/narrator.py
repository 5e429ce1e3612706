"""Whether 我 tells the story: who speaks of himself so in the narration, and acts by a speech."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.dialogue.model import Quotation

_SHARE = 1 / 250
"""Such a share of the narration must be 我: it is 1 in 50 where 我 tells, and next to nothing
where another is told of.
"""
_LEAST = 3
_I = re.compile("我(?!们)")
_ACTS_AFTER = re.compile("[^。！？\\n]{0,20}?(?<![\\u4e00-\\u9fff])我(?!们|的)")
_ACTS_BEFORE = re.compile("(?:^|[，。！？；”\\n\\s])我(?!们|的)[^。！？；\\n]{0,20}[：:，]$")


def narration_of(text: str, quotations: Sequence[Quotation]) -> str:
    """`text` without what is within the marks of `quotations`, which are in order."""
    parts = []
    position = 0
    for quotation in quotations:
        parts.append(text[position : quotation.start + 1])
        position = max(position, quotation.end - 1)
    return "".join((*parts, text[position:]))


def tells(narrations: Sequence[str]) -> bool:
    """Whether 我 tells: is often in the `narrations`, and acts beside a speech once at least."""
    length = sum(map(len, narrations))
    count = sum(len(_I.findall(each)) for each in narrations)
    if count < max(_LEAST, _SHARE * length):
        return False
    return any(_acts(each) for each in narrations)


def _acts(narration: str) -> bool:
    for match in re.finditer("“”|「」|『』|‘’", narration):
        if _ACTS_AFTER.match(narration, match.end()):
            return True
        if _ACTS_BEFORE.search(narration[max(0, match.start() - 40) : match.start()]):
            return True
    return False
