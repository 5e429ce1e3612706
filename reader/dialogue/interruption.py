"""Whether two quotations of a paragraph are one speech that the narrator interrupts."""

from __future__ import annotations

import re

from reader.dialogue.saying import CHINESE, CHINESE_TAG, ENGLISH, TAG
from reader.language.detect import HAN

_LONGEST = 200
_SHORT_TAG = 8
_UNFINISHED = frozenset(",;:—–-，；：、")
_STOPS = re.compile(r"[.!?。！？](?=\s|$|[“「『\"])(?<!Mr\.)(?<!Mrs\.)(?<!Dr\.)(?<!St\.)")
_MARKS = "“”„«»‹›「」『』〝〞〟‘’‚\"'＂_* "
_CHINESE_STOPS = re.compile("[。！？!?]")
_HAN = re.compile(f"[{HAN}]")


def goes_on(first: str, gap: str, after: str) -> bool:
    """Whether speech goes on behind `gap`, the narrator's words after the quotation `first`.

    `after` is what follows the next quotation.
    """
    said, between = first.rstrip(_MARKS), gap.strip()
    if not said or not 0 < len(between) <= _LONGEST or between[-1].isalnum():
        return False
    unfinished = said[-1] in _UNFINISHED or said[-1].isalnum()
    if between[-1] in ".。" and (TAG.match(after) or CHINESE_TAG.match(after)):
        return False  # “Come,” said Anna. “No,” said Bert.
    if _HAN.search(between):
        return _goes_on_in_chinese(between, unfinished=unfinished)
    return _goes_on_in_english(between, unfinished=unfinished)


def _goes_on_in_english(between: str, *, unfinished: bool) -> bool:
    clauses = [each.strip() for each in _STOPS.split(between) if each.strip()]
    if len(clauses) > 1 and between[-1] in ",:" and ENGLISH.search(clauses[-1]):
        return False  # “Come,” he said. Anna answered, “No.”
    if unfinished or not clauses:
        return True
    is_tag = clauses[0][:1].islower() or ENGLISH.search(clauses[0]) is not None
    return len(clauses) == 1 and is_tag


def _goes_on_in_chinese(between: str, *, unfinished: bool) -> bool:
    """“来，”他说，“看看。” — but in “何人？”操曰：“…” another one speaks."""
    if _CHINESE_STOPS.search(between[:-1]) or not CHINESE.search(between):
        return False
    if between[-1] in "：:":
        return unfinished and len(between) <= _SHORT_TAG and "曰" not in between
    return between[-1] in "，,。"
