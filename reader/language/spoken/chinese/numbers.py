"""Numbers in Chinese words: 1,299.5 → 一千二百九十九点五."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_GROUPS = ("", "万", "亿", "万亿")
_LONGEST = 16


def digits(number: str, *, telephone: bool = False) -> str:
    """Digit by digit; on the telephone (rooms, trains, numbers of things) 1 is 幺."""
    said = "".join(_DIGITS[int(digit)] if digit.isdecimal() else digit for digit in number)
    return said.replace("一", "幺") if telephone else said


def cardinal(number: str) -> str:
    """The number as a quantity; `number` is digits alone, of any length."""
    number = number.lstrip("0") or "0"
    if number == "0":
        return "零"
    if len(number) > _LONGEST:
        return digits(number)
    groups = [number[max(0, end - 4) : end] for end in range(len(number), 0, -4)]
    said = ""
    skipped = False
    for index in range(len(groups) - 1, -1, -1):
        group = _group(groups[index], leading=not said)
        if not group:
            skipped = True
            continue
        if said and (skipped or groups[index][0] == "0"):
            said += "零"
        if index and said and group.startswith("一十"):
            group = group[1:]
        said += ("两" if group == "二" and index and not said else group) + _GROUPS[index]
        skipped = False
    return said[1:] if said.startswith("一十") else said


def decimal(number: str) -> str:
    """``3.14``, ``1,299.5`` or ``12``: the whole part as a quantity, then digit by digit."""
    whole, point, fraction = number.replace(",", "").replace("，", "").partition(".")
    said = cardinal(whole or "0")
    return f"{said}点{digits(fraction)}" if point and fraction else said


def quantity(number: str) -> str:
    """The number before a measure word: 2 is 两."""
    return "两" if number == "2" else decimal(number)


def _group(four: str, *, leading: bool) -> str:
    """Up to four digits: ``0203`` gives 二百零三; two thousands are 两千."""
    said = ""
    pending_zero = False
    for index, digit in enumerate(four):
        place = len(four) - 1 - index
        if digit == "0":
            pending_zero = bool(said)
            continue
        word = "两" if digit == "2" and place == 3 and leading else _DIGITS[int(digit)]
        said += ("零" if pending_zero else "") + word + _PLACES[place]
        pending_zero = False
    return said


def signed(number: str) -> str:
    """A number with perhaps a minus or plus before it: 负三点五, 正二."""
    sign = {"-": "负", "−": "负", "－": "负", "+": "正"}.get(number[:1], "")
    return sign + decimal(number.lstrip("-−－+ "))
