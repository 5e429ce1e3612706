"""Finds the names of those who act in a modern text, also in a short one where few say much.

In a novel a name is seen so often where a speaker is named that it can be told from any other
word. A short story names its people a few times only; there the words that begin clauses are
looked at: names with a surname (沈澜), and familiar ones (乐乐, 小宁, 阿贵).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from reader.dialogue.chinese.names import plausible, surname_of
from reader.dialogue.chinese.words import (
    COMPOUND_SURNAMES,
    MANNERS,
    NO_FAMILIAR_NAMES,
    NOT_A_NAME,
    NOT_PERSONS,
    ROLES,
    SPEECH_VERBS,
    SURNAMES,
)

_HANZI = "[\\u4e00-\\u9fff]"
_SHORT = 30_000
"""So many hanzi are a short story; a longer text names its people often enough."""
_LEAST, _FRONT = 3, 2
"""So often must a name be there, and so often first in a clause."""
_WHOLE = 0.7
"""Such a share of the beginning must go on so, to be one name with it: 丁小, 丁小军."""
_OPENS = "(?:(?<=[，。！？；：、”’」』\\n \\t　])|^)"
_WITH_SURNAME = re.compile(
    f"{_OPENS}((?:{'|'.join(sorted(COMPOUND_SURNAMES))}|[{''.join(sorted(SURNAMES))}]){_HANZI}{{1,2}})"
)
_FAMILIAR = re.compile(f"{_OPENS}([小阿老]{_HANZI}|({_HANZI})\\2)")
_TITLED = ("老师", "师傅", "医生", "大夫", "先生", "太太", "经理", "主任", "校长", "队长", "警官")
_TITLED_NAME = re.compile(f"[{''.join(sorted(SURNAMES))}](?:{'|'.join(_TITLED)})")
_NOT_GIVEN = NOT_A_NAME.difference("军龙高年声明里聪").union(
    "不没很太最更也都就才还再又是有要会能可该想看走跑站坐拿抬放开打推接点摇伸低回起出进下上"
    "些件份次种样只张条把块座家间层位名天年月日时分和或但因为所以如果虽然于从被让在向对跟给到"
    "边面旁间里外前后左右中头",
    *(each for each in (*MANNERS, *SPEECH_VERBS) if len(each) == 1),
)


def acting_names(text: str) -> list[str]:
    """The names of those who act in `text`, folded and modern; none if it is long."""
    if len(text) > _SHORT:
        return []
    return sorted({*_with_surname(text), *_familiar(text), *_titled(text)})


def _titled(text: str) -> Iterable[str]:
    """孟师傅, 方老师: a surname and what somebody is."""
    counts = Counter(_TITLED_NAME.findall(text))
    return (name for name, times in counts.items() if times >= _FRONT)


def _with_surname(text: str) -> Iterable[str]:
    fronts: Counter[str] = Counter()
    for match in _WITH_SURNAME.finditer(text):
        words = match.group(1)
        length = 3 if words[:2] in COMPOUND_SURNAMES else 2
        for end in range(length, len(words) + 1):
            fronts[words[:end]] += 1
    for name, times in fronts.items():
        beside = f"”{name}" in text or f"」{name}" in text
        if times < _FRONT or len(name) > 3 or text.count(name) < _LEAST - beside:
            continue
        if any((name[0] + each).startswith(name) for each in _TITLED):
            continue
        given = name[len(surname_of(name)) or 1 :]
        if not plausible(given) or any(each in _NOT_GIVEN for each in given):
            continue
        if name in ROLES or name in NOT_PERSONS or not _speaks(name, text):
            continue
        whole = text.count(name)
        if any(text.count(each) >= _WHOLE * whole for each in fronts if _longer(each, name)):
            continue
        if len(name) == 3 and whole < _WHOLE * text.count(name[:2]):
            continue
        yield name


def _speaks(name: str, text: str) -> bool:
    """Whether who is called `name` acts beside a speech once: 白天 and 方才 do not."""
    return re.search(f"[”」]{name}|{name}[^。！？；]{{0,12}}[说问道喊：]", text) is not None


def _longer(other: str, name: str) -> bool:
    """Whether `other` is `name` and a hanzi that can end it."""
    return len(other) == len(name) + 1 and other.startswith(name) and other[-1] not in _NOT_GIVEN


def _familiar(text: str) -> Iterable[str]:
    fronts = Counter(match.group(1) for match in _FAMILIAR.finditer(text))
    for name, times in fronts.items():
        if name in ROLES or name in NO_FAMILIAR_NAMES or name[1] in _NOT_GIVEN:
            continue
        if name[1] in SURNAMES and re.search(f"[”」]{name}|{name}.{{0,6}}[说问道喊]", text):
            yield name
            continue
        if times < _FRONT or text.count(name) < _LEAST:
            continue
        if re.search(f"[“「]{name}[，！。？]|[对和跟向给把被让叫”」]{name}", text):
            yield name
