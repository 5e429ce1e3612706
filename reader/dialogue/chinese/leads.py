"""The words around a quotation that say who speaks: the clause before it, the clause after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.dialogue.chinese.words import ADDRESSED_AFTER, MANNERS, NOT_A_NAME, SPEECH_VERBS

VERB = "|".join(sorted(SPEECH_VERBS, key=len, reverse=True))
MANNER = "|".join(sorted(MANNERS, key=len, reverse=True))
_INTRODUCES = re.compile(
    f"(?:[：:]|(?:{VERB})[，,；;！]?|一声|一句|(?:{VERB})(?:了|着|[一两几]?[声句]))\\s*$"
)
_SAYING_AT_END = re.compile(f"(?:{MANNER}|{VERB})++(?:[一两几]?[声句])?[：:，,；;]?\\s*$")
_SENTENCE = re.compile("[^。！？!?；…\\n]*(?:[。！？!?；…\\n]+[」』）)]*|$)")
_CLAUSE_END = re.compile("[，,、。！？!?；;：:…\\n]")
_WRITTEN = re.compile(
    "(?:(?:诗|词|赋|檄|诏|铭|谣|偈|论|诗赞|挽联|对联)(?:[一二两数][首篇绝句])?[略叹赞证]{0,2}[曰云道]?"
    "|(?:^|[\\s　])(?:其|乃|又|回|来)?书(?:中|略)?[曰云道]"
    "|(?:写着|上写|大书|书写|上书|题着|刻着|写道|镌着))[：:]?\\s*$"
)
_NOT_IN_PERSON = "谓顾对叱教令与因乃直指问见着了住被把将出入去在向跪哭叫唤的那这走"
_SHORT = re.compile(f"^[\\s　]*([\\u4e00-\\u9fff])(?:{MANNER}){{0,5}}(?:{VERB})[：:]\\s*$")
_SUBJECT = re.compile(
    "^[\\s　]*(?:忽|只见|却说|且说|那|这|正|方|遂|于是|随后|旁边|背后|帐下)*"
    f"(.+?)(?:{MANNER}){{0,5}}(?:{VERB})[了着]?[：:]\\s*$"
)
_PERSON = re.compile(
    "[\\u4e00-\\u9fff]{1,4}"
    "[人者将官卒军士吏臣妇女子老僧道怪妖王神鬼贼童儿公婆翁母父兵史尉守令使众叟客徒匠仙精"
    "猴魔师圣君帝后妃姑娘姐妹哥弟嫂爷叔伯氏家生员长]"
)
_SAYING_LENGTH = 24
"""Words of saying, with what is directly before them, are not longer."""


@dataclass(frozen=True)
class Stretch:
    """Part of a text, from `start` to `end`."""

    start: int
    end: int


def sentences(text: str, start: int, end: int) -> list[Stretch]:
    """The sentences of ``text[start:end]`` without those of nothing but space and marks."""
    found = []
    for match in _SENTENCE.finditer(text, start, end):
        if match.end() > match.start() and any(each.isalnum() for each in match.group()):
            found.append(Stretch(match.start(), match.end()))
    return found


def introduces(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]``, which stands before a quotation, announces it."""
    return _INTRODUCES.search(text[max(start, end - _SAYING_LENGTH) : end]) is not None


def last_clause(text: str, start: int, end: int) -> int:
    """Where the last clause of ``text[start:end]`` begins; its own end mark is not looked at."""
    body = text[start:end].rstrip().rstrip("：:，,；; ")
    found = [match.end() for match in _CLAUSE_END.finditer(body)]
    return start + (found[-1] if found else 0)


def saying_from(text: str, start: int, end: int) -> int:
    """Where the verb of saying at the end of ``text[start:end]`` begins, with what stands
    directly before it and says how; `end` if there is none.
    """
    near = max(start, end - _SAYING_LENGTH)
    match = _SAYING_AT_END.search(text[near:end])
    return near + match.start() if match else end


def subject(text: str, start: int, end: int) -> str:
    """Who speaks, as the words stand, in a short clause of saying; empty if it is not short."""
    match = _SUBJECT.match(text[start:end]) if end - start <= _SAYING_LENGTH else None
    if match is None:
        return ""
    words = match.group(1)
    for prefix in ("一个", "那个", "那", "这", "有"):
        if len(words) > len(prefix) + 1:
            words = words.removeprefix(prefix)
    if any(each in _NOT_IN_PERSON for each in words[:-1]) or words in ADDRESSED_AFTER:
        return ""
    return words if _PERSON.fullmatch(words) else ""


def short_subject(text: str, start: int, end: int) -> str:
    """The name of one hanzi that is all there is of a clause of saying: 康曰; else empty."""
    match = _SHORT.match(text[start:end]) if end - start <= _SAYING_LENGTH else None
    if match is None or match.group(1) in NOT_A_NAME or match.group(1) in MANNERS:
        return ""
    return match.group(1)


def is_written(text: str, start: int, end: int) -> bool:
    """Whether a clause announces what is written or sung, not said: 后人有诗叹曰."""
    return _WRITTEN.search(text[max(start, end - _SAYING_LENGTH) : end]) is not None
