"""How tones change beside one another (Mandarin tone sandhi).

The rules are the textbook ones: 一 and 不 rise before a falling tone; of two third tones
the first rises; in longer chains the words decide who pairs with whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.language.pinyin.neutral import said_twice
from reader.language.pinyin.words import Word, is_word

_NUMERALS = frozenset("〇零一二三四五六七八九")
_PLACES = frozenset("十百千万亿零")
"""Before 一 within a number."""

_COUNTING = frozenset("五九百几两每")
"""Numbers of the third tone."""

_ORDINAL_BEFORE = re.compile(
    "[第初周]|星期|礼拜|[高大]年级?|月(?=一[日号])|之(?=一(?:$|[的就也是了而]))|其(?=一$)|[高初大小](?=一[^点些下个样会片家]|一$)"
)
_ORDINAL_AFTER = re.compile("[月号楼级班]|年级|[、，不]二")
_SAME = re.compile("(?:同|唯|统|专|单|合|归|不|划|如|万|逐)$")


_NAMES = ("nr", "ns", "nt", "nz")


class _Foot(NamedTuple):
    """What is said in one beat: the positions, and the tag of the word it is part of."""

    start: int
    end: int
    tag: str
    counts: bool = False
    """Whether it is a number of the third tone."""
    pause: bool = False
    """Whether the breath is taken anew after it."""
    part: bool = False
    """Whether it is only part of a word."""


def apply_sandhi(words: list[Word], syllables: list[str]) -> None:
    """Change `syllables` (one a character of `words`, said without a break) in place."""
    text = "".join(word.text for word in words)
    last_places = _last_places(words)
    for position, character in enumerate(text):
        if character == "一" and syllables[position] == "yi1":
            ends_word = position in last_places
            syllables[position] = "yi" + _tone_of_yi(text, syllables, position, ends_word)
        elif character == "不" and syllables[position] == "bu4":
            parted = position - 1 in last_places
            syllables[position] = "bu" + _tone_of_bu(text, syllables, position, parted)
    _rise_in_repetitions(words, syllables)
    _apply_third_tones(text, words, syllables)


def _last_places(words: list[Word]) -> set[int]:
    """The positions that end a word of several characters."""
    places = set()
    end = 0
    for word in words:
        end += len(word.text)
        if len(word.text) > 1:
            places.add(end - 1)
    return places


def _tone_of_yi(text: str, syllables: list[str], position: int, ends_word: bool) -> str:
    before, after = _neighbours(text, position)
    if not after or _is_counted(text, position, before, after):
        return "1"
    if before == after and text[position - 2 : position - 1] != "一":
        return "5"
    if ends_word and _SAME.search(text, 0, position) and not _is_measured(after):
        return "1"
    return "2" if _falls(after, syllables[position + 1]) else "4"


def _is_counted(text: str, position: int, before: str, after: str) -> bool:
    """Whether 一 is a digit or an ordinal, said in its own tone."""
    if after in _NUMERALS or (after == "十" and before != "有"):
        return True
    if before in _NUMERALS or before in _PLACES:
        return after not in "百千万亿" or before == "零"
    if before == "点" and position > 1 and text[position - 2] in _NUMERALS | {"十"}:
        return after != "刻"
    if _ORDINAL_AFTER.match(text, position + 1):
        return not (before in "大小" and after == "号")
    start = max(0, position - 3)
    return _ORDINAL_BEFORE.search(text[start:position] + text[position : position + 2]) is not None


def _is_measured(after: str) -> bool:
    return after in "个种样条块张件次天年点些把座家类间时"


def _tone_of_bu(text: str, syllables: list[str], position: int, parted: bool) -> str:
    before, after = _neighbours(text, position)
    if not after:
        return "4"
    if before == after and not parted:
        return "5"
    return "2" if _falls(after, syllables[position + 1]) else "4"


def _neighbours(text: str, position: int) -> tuple[str, str]:
    return text[max(0, position - 1) : position], text[position + 1 : position + 2]


def _falls(character: str, syllable: str) -> bool:
    """Whether the syllable has the fourth tone, be it weakened (一个)."""
    return syllable.endswith("4") or (character == "个" and syllable.endswith("5"))


def _rise_in_repetitions(words: list[Word], syllables: list[str]) -> None:
    """The first of a third-tone verb said twice rises, though the second is neutral: 想想."""
    start = 0
    for word in words:
        if len(word.text) == 2 and syllables[start][-1:] == "3" and said_twice(word):
            syllables[start] = _risen(syllables[start])
        start += len(word.text)


def _feet(text: str, words: list[Word], third: list[bool]) -> list[_Foot]:
    """Words, long ones in twos, 小老虎 as 1 + 2, and short ones in pairs: 我也 + 想买."""
    feet: list[_Foot] = []
    start = 0
    for word in words:
        end = start + len(word.text)
        counts, pause = word.text in _COUNTING, _pauses(word, text[end : end + 1])
        if len(word.text) > 3:
            feet += [_Foot(at, min(end, at + 2), word.tag) for at in range(start, end, 2)]
        elif len(word.text) == 3 and not is_word(word.text[:2]):
            feet.append(_Foot(start, start + 1, word.tag, part=True))
            feet.append(_Foot(start + 1, end, word.tag))
        else:
            feet.append(_Foot(start, end, word.tag, counts, pause))
        start = end
    return list(_paired(feet, third))


def _pauses(word: Word, following: str) -> bool:
    """After a place (屋里), and after the point of a number: 五点 + 五."""
    if word.text[-1] == "点":
        return following != "" and following in _NUMERALS
    return word.text[-1] == "里" and word.tag != "q"


def _paired(feet: list[_Foot], third: list[bool]) -> Iterator[_Foot]:
    """`feet`, with neighbours of one syllable joined where both have the third tone.

    A number goes with its measure, not with what is before it: 买 + 五把.
    """
    index = 0
    while index < len(feet):
        foot = feet[index]
        after = feet[index + 1] if index + 1 < len(feet) else None
        if (
            after is not None
            and _pairs(foot, after, third)
            and not (
                after.counts and index + 2 < len(feet) and _pairs(after, feet[index + 2], third)
            )
        ):
            yield _Foot(foot.start, after.end, foot.tag)
            index += 2
        else:
            yield foot
            index += 1


def _pairs(foot: _Foot, after: _Foot, third: list[bool]) -> bool:
    if foot.pause or foot.part or after.part:
        return False
    single = foot.end - foot.start == after.end - after.start == 1
    return single and third[foot.start] and third[after.start]


def _apply_third_tones(text: str, words: list[Word], syllables: list[str]) -> None:
    """Let third tones rise before third tones of the same breath.

    Inside a foot every one but the last rises. The last rises before a foot whose first is
    still third, if one of the feet is short or they belong together: 管理 + 水平. So 我很好
    rises twice, 小老虎 keeps its 小.
    """
    third = [syllable.endswith("3") for syllable in syllables]
    feet = _feet(text, words, third)
    for foot in feet:
        for position in range(foot.start, foot.end - 1):
            if third[position] and third[position + 1]:
                syllables[position] = _risen(syllables[position])
    for left, right in zip(feet[-2::-1], feet[:0:-1], strict=True):
        last = left.end - 1
        if third[last] and syllables[right.start].endswith("3") and _close(left, right):
            syllables[last] = _risen(syllables[last])


def _risen(syllable: str) -> str:
    return syllable[:-1] + "2"


def _close(left: _Foot, right: _Foot) -> bool:
    """Whether no pause is heard between the two."""
    if left.pause:
        return False
    if 1 in (left.end - left.start, right.end - right.start):
        return True
    apart = right.tag[0] in "vdpcrz" or right.tag in _NAMES
    return not (left.tag[0] in "nrtsfcdz" and apart)
