"""Lines of plain text that begin a chapter: 第十二回 …, 第3章, 卷一, Chapter IV, PART ONE."""

from __future__ import annotations

import re

_LONGEST = 60
_NUMBER = "[0-9０-９〇零一二三四五六七八九十百千两兩廿卅壹贰叁肆伍陆柒捌玖拾]{1,9}"
_UNITS = {1: "部卷集编編篇", 2: "回章", 3: "节節"}
_CHINESE = [
    (level, re.compile(rf"第\s*{_NUMBER}\s*[{units}](?:$|[\s:：.、，·—《（(\u3000].*|\S.*)"))
    for level, units in _UNITS.items()
]
_VOLUME = re.compile(rf"[卷篇]\s*(?:{_NUMBER}|[上中下首末])(?:$|[\s:：.、·\u3000].*)")
_NAMED = re.compile(
    r"(?:序[言章]?|前言|引[言子]|楔\s*子|尾\s*[声聲]|后\s*[记記]|後\s*[记記]|跋|附[录錄][一二三四五六七八九十]?"
    r"|番外\S{0,12}|自序|凡例|目\s*[录錄])"
)
_WORD_NUMBER = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen|twenty(?:[- ]\\w+)?|thirty(?:[- ]\\w+)?"
    "|first|second|third|fourth|fifth|last|the first|the second|the third|the last"
)
_ENGLISH = re.compile(
    rf"(?P<unit>chapter|part|book|volume|letter|canto|act|scene|section)\s+"
    rf"(?:the\s+)?(?:[ivxlcdm]+|\d{{1,4}}|{_WORD_NUMBER})\b(?P<rest>.*)",
    re.IGNORECASE,
)
_ENGLISH_NAMED = re.compile(
    r"(?:preface|prologue|epilogue|introduction|foreword|afterword|appendix(?:\s+\w{1,4})?"
    r"|conclusion|contents|dedication|acknowledge?ments)\.?",
    re.IGNORECASE,
)
_TOP_UNITS = {"part", "book", "volume", "act"}
_SENTENCE = re.compile(r"[。！？；，,;!?”」]$")


def heading_level(line: str) -> int:
    """The level (1-3) of the heading that a line is, or 0 if it is ordinary text."""
    text = line.strip()
    if not text or len(text) > _LONGEST:
        return 0
    return _chinese_level(text) or _english_level(text)


def _chinese_level(text: str) -> int:
    if text[0] not in "第卷篇序前引楔尾后後跋附番自凡目":
        return 0
    if _NAMED.fullmatch(text):
        return 2
    if _SENTENCE.search(text) and not text.endswith("”"):
        return 0
    if _VOLUME.fullmatch(text):
        return 1
    for level, pattern in _CHINESE:
        if pattern.fullmatch(text):
            return level
    return 0


def _english_level(text: str) -> int:
    if _ENGLISH_NAMED.fullmatch(text):
        return 2
    found = _ENGLISH.fullmatch(text)
    if found is None or not _is_title(found["rest"]):
        return 0
    return 1 if found["unit"].lower() in _TOP_UNITS else 2


def _is_title(rest: str) -> bool:
    """What follows the number is a title: after a mark, in capitals, or nothing."""
    rest = rest.strip()
    return not rest or rest[0] in ".:-–—(" or rest == rest.upper() or rest.istitle()
