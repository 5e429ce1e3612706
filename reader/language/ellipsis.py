"""Whether a sentence ends at an ellipsis, which mostly is only a place to breathe."""

from __future__ import annotations

import re

_SHORTEST_CLAUSE = 6
"""Characters before …… from which it may end a sentence: 我…… is a hesitation."""

_NEW_SENTENCE = re.compile(
    '[“「『"我你您他她它咱]|这时|這時|那时|那時|此时|此時|第二天|第二年|后来|後來|过了|過了|突然|忽然|'
    "于是|於是|然而|终于|終於|一会儿|一會兒|不久|今天|明天|昨天|大家|众人|眾人|没想到|沒想到"
)
_UNFINISHED = re.compile(
    "(?:但|但是|可|可是|不过|不過|因为|因為|所以|而且|如果|要是|就是|只是|还有|還有|和|与|與|跟|[我你您他她它这這那]|"
    "什么|什麼|[的地得把被对對向从從给給])$"
)
_LIST = re.compile("、[^，,。！？]{0,12}$")


def ends_in_chinese(clause: str, rest: str) -> bool:
    """Whether the sentence ends between `clause`, before the ellipsis, and `rest`, behind it.

    Only where what follows begins anew (第二天 …) and what went before is neither broken off
    (但是……) nor a list that could go on (北京、上海……).
    """
    if len(clause) < _SHORTEST_CLAUSE or not _NEW_SENTENCE.match(rest):
        return False
    return not (_UNFINISHED.search(clause) or _LIST.search(clause))


def ends_in_english(word: str) -> bool:
    """Whether `word`, behind an ellipsis and a space, begins a sentence."""
    return word[:1].isupper() and word != "I" and word[:2] not in ("I'", "I’")
