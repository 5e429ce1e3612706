"""Surnames that are read otherwise than as common words, and transliterations."""

from __future__ import annotations

import re

from reader.language.pinyin.words import Word
from reader.language.wordlists import pairs

_SURNAMES = pairs(
    "单 shan4 解 xie4 仇 qiu2 任 ren2 华 hua4 查 zha1 曾 zeng1 盖 ge3 朴 piao2 区 ou1 缪 miao4 "
    "宁 ning4 翟 zhai2 员 yun4 纪 ji3 燕 yan1 覃 qin2 冼 xian3 召 shao4 尹 yin3 乐 yue4 洗 xian3 "
    "哈 ha3 折 she2 种 chong2 秘 bi4 逄 pang2 那 na1 晁 chao2 卜 bu3"
)
_AFTER_OTHERS = frozenset("华宁乐那哈召种折")
"""Surnames that as often stand elsewhere in a name: only before a title or a given name."""

_DOUBLE = {
    "尉迟": ("yu4", "chi2"), "万俟": ("mo4", "qi2"), "单于": ("chan2", "yu2"),
    "长孙": ("zhang3", "sun1"), "令狐": ("ling2", "hu2"), "澹台": ("tan2", "tai2"),
    "皇甫": ("huang2", "fu3"), "夏侯": ("xia4", "hou2"), "呼延": ("hu1", "yan2"),
}  # fmt: skip

_OF_ADDRESS = "先生|女士|小姐|太太|老师|教授|大夫|师傅|同志|同学|博士|老爷|公子|夫人|某|姓|氏"
_OF_OFFICE = (
    "医生|主任|经理|总经理|局长|校长|院长|所长|部长|市长|县长|书记|主席|老板|工程师|律师|队长|"
    "班长|团长|将军|司令|家(?!庭|长|具|乡)|总(?=[，。！？说的]|$)"
)
_TITLE = re.compile(f"{_OF_ADDRESS}|{_OF_OFFICE}")
_ADDRESS = re.compile(_OF_ADDRESS)

_ALSO_VERBS = frozenset("任查解区员种乐召洗折那")
"""Before an office they are something else: 任局长 is to be one, 查经理 to question one."""

_APPOINTED = re.compile("[年月日起后曾历兼]任")
"""1995年4月任 … tells an office, whatever the next words look like."""

_CALLED = re.compile("(?:姓|老|小|阿)$")

_TRANSLITERATED = {"茜": "xi1", "娜": "na4", "伽": "jia1", "蒂": "di4", "塔": "ta3", "莎": "sha1"}
_FOREIGN = frozenset("丽露斯娜尔琳妮莎西卡亚莲莉黛伊特拉安贝蒂维格里奥")


def surname(text: str, word: Word, place: int) -> str | None:
    """The reading of the character at `place` of `text`, if it is a person's surname there.

    `word` begins at `place`.
    """
    reading = _SURNAMES.get(text[place])
    if reading is None:
        return None
    title = _ADDRESS if text[place] in _ALSO_VERBS else _TITLE
    if title.match(text, place + 1) and (len(word.text) == 1 or word.tag.startswith("nr")):
        return reading
    if _APPOINTED.match(text, max(0, place - 1)):
        return None
    if word.tag.startswith("nr") and text[place] not in _AFTER_OTHERS and len(word.text) in (2, 3):
        return reading
    if len(word.text) == 1 and _CALLED.search(text, max(0, place - 1), place):
        return reading if text[place] not in _AFTER_OTHERS or text[place - 1] == "姓" else None
    return None


def surname_after_and(text: str, word: Word, place: int) -> str | None:
    """The same for the second character of a `word` such as 和解, in 王老师和解先生."""
    joined = len(word.text) == 2 and word.text[0] in "和跟与"
    reading = _SURNAMES.get(text[place])
    return reading if joined and _ADDRESS.match(text, place + 1) else None


def double_surname(text: str, place: int) -> tuple[str, str] | None:
    """The readings of a surname of two characters at `place`."""
    return _DOUBLE.get(text[place : place + 2])


def transliterated(word: Word, place: int) -> str | None:
    """The reading of a character of a foreign name, where it is read otherwise elsewhere."""
    reading = _TRANSLITERATED.get(word.text[place])
    if reading is None or len(word.text) < 2:
        return None
    neighbours = word.text[:place] + word.text[place + 1 :]
    return reading if any(character in _FOREIGN for character in neighbours) else None
