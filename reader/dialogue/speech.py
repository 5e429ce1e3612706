"""Whether what stands in quotation marks is said, or only named: a title, a term, a doubt."""

from __future__ import annotations

import re

from reader.dialogue.enclosed import Enclosed
from reader.dialogue.saying import CHINESE_INTRODUCES, CHINESE_TAG, INTRODUCES, TAG
from reader.language.detect import HAN

_KANA = re.compile("[\u3041-\u30ff]")
_HAN = re.compile(f"[{HAN}\u3041-\u30ff]")
_MARKS = "“”„«»‹›「」『』〝〞〟‘’‚\"'＂_* \u2028"
_STOPS = frozenset("。！？!?….⋯—–-~～―")
_EXCLAIMED = frozenset("!?…—–-")
_PAUSES = frozenset(",;:，；：、")
_SENTENCE_ENDS = frozenset('.!?…。！？”’"»」』')
_WORD = re.compile(r"\w[\w’'-]*")
_WRITTEN = re.compile(r"\W*(?:\w+\s){0,2}(?:wrote|written)\b")

_TERM_WORDS = 4
"""Words up to which a quotation within a sentence may be a term (the “so-called” war)."""
_SENTENCE_WORDS = 8
"""Words from which one without a full stop is more than a term."""
_TERM_HANZI = 8
"""Characters up to which a quotation within a Chinese sentence may be a term (所谓“人才”)."""
_EXCLAMATION_HANZI = 2
"""Characters up to which one with a stop may be a sound or a word (“咚！”的一声)."""
_NAMED = re.compile(
    r"\b(?:so-called|called|named|titled|entitled|termed|labelled|labeled|marked|words?|phrase|"
    r"term|name|title|song|poem|book|story|novel|play|hymn|ballad|verse|of|the|an?|as|his|her|my|"
    r"our|their|your|its|this|that|these|those|for|in|by|on|with|to|from|and|or|is|was|be|been|"
    r"were)[\s,]*$",
    re.IGNORECASE,
)
_CHINESE_NAMED = re.compile(
    "(?:所谓|所謂|[号號名题題][曰为為]|称为|稱為|[叫唤喚称稱][做作]|乃是|写着|寫着|大书|大書|题着|題着|"
    "字样|字樣|上书|上書|刻着|[的之以个個这這那是有为為作做号號称稱名字和与與])[：:，,]?$"
)
_CHINESE_TERM_GOES_ON = re.compile(
    "[的之者等也]|[一二两兩三四五六七八九十几幾]个?個?大?[字声聲]|字样|字樣"
)
_CRIED = re.compile("(?:[喊嚷吼]|[大高齐齊口皆]呼|大叫|高叫)$")
"""A cry needs no comma: 大叫“开门”。"""
_VERSE = re.compile(
    "(?:(?:后人|後人|史官|有诗|有詩|(?<![吟题題])[诗詩赞讚])[^。！？，]{0,8}[曰云道叹嘆证證]|正是|但见|但見)[：:；;]$"
)
"""What the narrator recites."""


def is_speech(text: str, found: Enclosed) -> bool:
    """Whether the quotation `found` in the paragraph `text` is something that is said."""
    content = text[found.start + 1 : found.end].strip(_MARKS)
    if not any(map(str.isalnum, content)) and content[-1:] not in _STOPS:
        return False
    before, after = text[: found.start].rstrip(), text[found.end :].lstrip()
    if _VERSE.search(before[-20:]):
        return False
    if found.open_ended or not content:
        return True
    if _KANA.search(content + after[:2]):
        return _is_japanese_speech(before, after)
    if _HAN.search(content) or _HAN.match(before[-1:]):
        return _is_chinese_speech(content, before, after)
    return _is_western_speech(content, before, text[found.end :])


def _is_western_speech(content: str, before: str, after: str) -> bool:
    words = len(_WORD.findall(content))
    begins = not before or before[-1] in _SENTENCE_ENDS
    paused = bool(before) and before[-1] in ",:;—–-("
    told = INTRODUCES.search(before[-80:]) is not None
    if TAG.match(after) and (begins or paused or words > _TERM_WORDS):
        return _WRITTEN.match(after) is None
    if content[-1] in _EXCLAIMED:
        return begins or paused or told or content[0].isupper()
    if content[-1] in ".,;:":
        return begins or (paused and (told or words > _TERM_WORDS)) or words > _SENTENCE_WORDS
    if begins:
        is_whole = not after.strip() or after[0] in ",—–-"
        return is_whole or (words > 2 and content[0].isupper())
    is_sentence = words >= _SENTENCE_WORDS and content[0].isupper()
    return (paused and (told or before[-1] == ":")) or (is_sentence and not _NAMED.search(before))


def _is_japanese_speech(before: str, after: str) -> bool:
    """Speech has no full stop within its marks there, and と behind them."""
    return not before or before[-1] in _SENTENCE_ENDS or after.startswith(("と", "って"))


def _is_chinese_speech(content: str, before: str, after: str) -> bool:
    introduced = CHINESE_INTRODUCES.search(before[-12:]) is not None
    named = _CHINESE_NAMED.search(before[-8:]) is not None and not introduced
    paused = before[-1:] in ("：", ":", "，", ",")
    is_short = len(content) <= _TERM_HANZI
    if content[-1] in _STOPS:
        begins = not before or before[-1] in _SENTENCE_ENDS
        return begins or paused or introduced or len(content) > _EXCLAMATION_HANZI
    if content[-1] in _PAUSES:
        return True
    if _CHINESE_TERM_GOES_ON.match(after) or (named and is_short):
        return False
    if _CRIED.search(before):
        return True
    if not before or before[-1] in _SENTENCE_ENDS:
        return not after or CHINESE_TAG.match(after) is not None
    return before[-1] in "：:" or (introduced and (paused or not is_short))
