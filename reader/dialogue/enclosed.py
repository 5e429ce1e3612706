"""What stands in quotation marks in a paragraph: the outermost pairs, mended where one is wrong.

Marks are often missing, doubled or turned the wrong way. A quotation whose closing mark is
missing ends where the next one opens, at the latest with its paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.dialogue.marks import CLOSERS, MARKS, SINGLE, STRAIGHT, House
from reader.dialogue.saying import CHINESE_COLON
from reader.language.detect import HAN

_CJK = re.compile(f"[{HAN}\u3040-\u30ff\u3000-\u303f\uff00-\uffef]")
_STOP = re.compile("[.!?。！？…][”’」』\"']?")
_REACH = 200
"""Marks that are looked at to find the one that closes; keeps the time linear."""
_PUNCTUATION = frozenset(".,!?;:—–-…。！？，、；：)）*_")
_INTRODUCING = frozenset(":：,，")
_INTRODUCTION = 40
"""The most characters between a missing closing mark and the next opening one."""
_STAND_INS = '”"」』’»'
_ELIDED = re.compile(
    r"(?:tis|twas|twere|twill|twould|twixt|em|till?|bout|ere|er|pon|gainst|ome|ow|alf|ad|ave|elp|"
    r"eard|ouse|n|neath|fraid|mongst|stead|cept|\d\ds?)\b(?!['’]?\s*,)",
    re.IGNORECASE,
)
"""Words that lose their beginning (’tis, ’em, ’90s)."""


@dataclass(frozen=True, kw_only=True)
class Enclosed:
    """A stretch of a paragraph from its opening mark to behind its closing one.

    `open_ended`: there is no closing mark, and the quotation may go on in the next paragraph.
    """

    start: int
    end: int
    mark: str
    open_ended: bool = False


def enclosed(text: str, house: House, start: int = 0) -> list[Enclosed]:
    """The quotations of the paragraph `text` from `start` on, none within another."""
    marks = [(found.start(), found.group()) for found in MARKS.finditer(text, start)]
    found: list[Enclosed] = []
    done = start
    for index, (at, mark) in enumerate(marks):
        if at < done:
            continue
        if not house.opens(mark) or not _opens(text, at, mark):
            quotation = _without_opening(text, at, mark, done)
        else:
            quotation = _quotation(text, marks, index)
        if quotation is not None:
            found.append(quotation)
            done = quotation.end
    return found


def _without_opening(text: str, at: int, mark: str, done: int) -> Enclosed | None:
    """What a lost mark opened behind 道： — and the one at `at` closes."""
    introductions = list(CHINESE_COLON.finditer(text, done, at - 1))
    if mark not in "”」" or not introductions or text[at - 1] not in _PUNCTUATION:
        return None
    return Enclosed(start=introductions[-1].end(), end=at + 1, mark="“" if mark == "”" else "「")


def closes_first(text: str, mark: str, house: House) -> int | None:
    """Where a quotation that `mark` opened in an earlier paragraph ends in `text`.

    None where something else opens before, or nothing closes it.
    """
    if mark in STRAIGHT:
        return None
    for found in MARKS.finditer(text):
        if found.group() in CLOSERS[mark] and not _is_apostrophe(text, found.start()):
            return found.end()
        if house.opens(found.group()) and found.group() not in SINGLE:
            return None
    return None


def _quotation(text: str, marks: list[tuple[int, str]], index: int) -> Enclosed | None:
    at, mark = marks[index]
    if mark in SINGLE:
        closing, missing = _single_close(text, marks, index), None
    elif mark in STRAIGHT:
        closing, missing = _straight_close(text, marks, index)
    else:
        closing, missing = _paired_close(text, marks, index)
    if closing is not None:
        return Enclosed(start=at, end=closing + 1, mark=mark)
    if missing is not None:
        return Enclosed(start=at, end=_mended_end(text, at, missing), mark=mark)
    if mark in SINGLE and (at > _indent(text) or _ELIDED.match(text, at + 1)):
        return None
    return Enclosed(start=at, end=len(text.rstrip()), mark=mark, open_ended=True)


def _paired_close(
    text: str, marks: list[tuple[int, str]], index: int
) -> tuple[int | None, int | None]:
    """Where the closing mark is; if it is missing, where the next quotation opens."""
    mark = marks[index][1]
    closers = CLOSERS[mark]
    later = [
        (at, each)
        for at, each in marks[index + 1 : index + _REACH]
        if each == mark or each in closers
    ]
    if mark in closers:
        return (later[0][0], None) if later else (None, None)
    missing = sum(-1 if each in closers else 1 for _, each in later) + 1 > 0
    depth = 1
    for at, each in later:
        if each in closers:
            depth -= 1
        elif not missing:
            depth += 1
        else:
            return (at, None) if _closes_instead(text, at) else (None, at)
        if depth == 0:
            return at, None
    return _stand_in(text, marks, index), None


def _closes_instead(text: str, at: int) -> bool:
    """Whether the opening mark at `at` stands in place of the closing one (“好“他说)."""
    behind = text[at - 1] in _PUNCTUATION - _INTRODUCING and not _is_first(text, at)
    return behind or text[at + 1 : at + 2] in _PUNCTUATION


def _stand_in(text: str, marks: list[tuple[int, str]], index: int) -> int | None:
    """Another closing mark in place of the right one, where it can be nothing else."""
    others = [(at, each) for at, each in marks[index + 1 : index + _REACH] if each in _STAND_INS]
    opened = {each for _, each in marks[index + 1 : index + _REACH]} & {"「", "『", "‘", "«"}
    for at, _ in reversed(others):
        after = text[at + 1 : at + 2]
        begins_word = after.isalpha() and not _CJK.match(after)
        if text[at - 1] in _PUNCTUATION and not (opened or begins_word):
            return at
    return None


def _straight_close(
    text: str, marks: list[tuple[int, str]], index: int
) -> tuple[int | None, int | None]:
    """The next mark of the kind; but where their number is odd, one that clearly opens does."""
    mark = marks[index][1]
    later = [at for at, each in marks[index + 1 : index + _REACH] if each == mark]
    if not later:
        curly = [at for at, each in marks[index + 1 : index + _REACH] if each == "”"]
        return (curly[0] if curly else None), None
    if len(later) % 2 == 0 and _is_first(text, later[0]) and text[later[0] + 1 :][:1].isalnum():
        return None, later[0]
    return later[0], None


def _single_close(text: str, marks: list[tuple[int, str]], index: int) -> int | None:
    """A mark behind punctuation closes; one behind a letter (dogs’, goin’) only if none does."""
    closers = CLOSERS[marks[index][1]]
    weak: int | None = None
    for at, each in marks[index + 1 : index + _REACH]:
        if each == marks[index][1] and _is_first(text, at) and not _ELIDED.match(text, at + 1):
            if weak is not None:
                return weak
            continue
        if each not in closers or _is_apostrophe(text, at) or text[at - 1].isspace():
            continue
        if text[at - 1] in _PUNCTUATION or _CJK.match(text, at - 1):
            return at
        if weak is None or (text[weak - 1] == "s" and text[at - 1] != "s"):
            weak = at
    return weak


def _opens(text: str, at: int, mark: str) -> bool:
    after = text[at + 1 : at + 2]
    if not after or (after.isspace() and mark in STRAIGHT | SINGLE | {"”", "»", "›"}):
        return mark == '"' and bool(after) and at == _indent(text)
    if mark in "”»›":
        begins = _is_first(text, at) or text[at - 1] in _INTRODUCING
        return begins and after.isalnum()
    if mark in SINGLE:
        return _opens_single(text, at, after)
    if mark in STRAIGHT:
        before = text[at - 1 : at]
        return not before.isalnum() or _CJK.match(before) is not None
    return True


def _opens_single(text: str, at: int, after: str) -> bool:
    before = text[at - 1 : at]
    if before.isalnum() and not _CJK.match(before):
        return False
    if not (after.isalnum() or after in "\"“…—-¿¡_*'‘’"):
        return False
    if not _ELIDED.match(text, at + 1):
        return True
    # ’Tis may begin what is said, where one begins.
    words = text[:at].rstrip()
    return not words or words[-1] in ".,:;!?—"


def _is_apostrophe(text: str, at: int) -> bool:
    """Whether the mark at `at` stands inside a word."""
    return text[at] in "'’" and text[at + 1 : at + 2].isalnum() and not _CJK.match(text, at + 1)


def _is_first(text: str, at: int) -> bool:
    return at == 0 or text[at - 1].isspace() or text[at - 1] in "([（—–"


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _mended_end(text: str, start: int, opening: int) -> int:
    """The end of a quotation without closing mark, before another opens at `opening`.

    What introduces that one (他说：) is left out.
    """
    end = len(text[:opening].rstrip())
    stops = list(_STOP.finditer(text, max(start + 1, end - _INTRODUCTION), end))
    return stops[-1].end() if stops else end
