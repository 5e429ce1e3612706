"""What may be a name: surnames, and what hanzi a name does not have."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.dialogue.chinese.leads import MANNER, VERB
from reader.dialogue.chinese.words import (
    COMPOUND_SURNAMES,
    MANNERS,
    NOT_A_NAME,
    NOT_PERSONS,
    SPEECH_VERBS,
    SURNAMES,
)

_LONG_SAYING = tuple(each for each in (*MANNERS, *SPEECH_VERBS) if len(each) > 1)
_ONLY_SAYING = re.compile(f".?(?:{MANNER}|{VERB}|大|高|只|一声)+$")
_FIRST_OF_NONE = "他她我你它们这那一众诸又再不有是"
_IN_NONE = frozenset(
    "的了着得说道曰问和与来去们这那么吗呢声话书诗谓顾其执指因对叱略此之而且以于仰掩拍下入出在向从听见没"
)
_LAST_OF_NONE = "大高忽又乃亦便即遂急忙皆俱"
_SAID, _ANNOUNCED = re.compile("[“「]"), re.compile("[道曰云]：[“「]")
_FEW, _OLD = 3, 0.3
"""Of so many speeches such a share is announced by 道 or 曰 in an old novel: it is most of them."""
_NUMERALS = "二三四五六七八九十"
_COUNTED = "人个将军位名日子女客兄弟臣官者贼怪妖"


def surname_of(name: str) -> str:
    """The surname that `name` begins with; empty if there is none or nothing follows it."""
    if name[:2] in COMPOUND_SURNAMES and len(name) > 2:
        return name[:2]
    return name[:1] if name[:1] in SURNAMES and 2 <= len(name) <= 3 else ""


def plausible(words: str) -> bool:
    """Whether `words`, which stand where a speaker is named, can be a name."""
    if len(words) == 1:
        verb = words in SPEECH_VERBS and words != "云"
        return not (verb or words in NOT_A_NAME or words in MANNERS)
    if (
        _ONLY_SAYING.match(words)
        or words.endswith(_LONG_SAYING)
        or words in NOT_PERSONS
        or words[0] in _FIRST_OF_NONE
    ):
        return False
    if words[0] in _NUMERALS and words[1] in _COUNTED:
        return False
    return words[-1] not in _LAST_OF_NONE and not _IN_NONE.intersection(words)


def is_modern(texts: Iterable[str]) -> bool:
    """Whether `texts` are of the time since which 她 is written, and 他 is a man.

    Where no woman is told of it is seen by how speeches are announced: seldom by 道 and 曰.
    """
    said = announced = 0
    for text in texts:
        if "她" in text:
            return True
        said += len(_SAID.findall(text))
        announced += len(_ANNOUNCED.findall(text))
    return said >= _FEW and announced < _OLD * said
