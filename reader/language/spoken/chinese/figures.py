"""Plain numbers in Chinese: counted things, ordinals, enclosed and Roman numerals."""

from __future__ import annotations

import re
import unicodedata

from reader.language import roman
from reader.language.spoken.chinese.numbers import cardinal, decimal, digits, quantity
from reader.language.spoken.chinese.patterns import MEASURES, NUMBER
from reader.language.spoken.rules import Rule, fixed, rule
from reader.language.spoken.style import SpokenStyle

_PARTS = "[章节節卷部回集编編篇幕册冊季期届世]"
_KINGS = "世|型|级|期|号|代"


def rules(_style: SpokenStyle) -> tuple[Rule, ...]:
    """Numerals whose neighbours tell what they are."""
    return (
        rule(
            "number",
            rf"(?<![\d第.,十百千万点时A-Za-wyz:：/-])(?P<n>2)\s?(?={MEASURES})(?!年\d+月)",
            lambda match: quantity(match["n"]),
        ),
        rule("number", rf"(?<![\d第.,])(?P<n>200)(?=[多余]|以[内上下]|{MEASURES})", fixed("两百")),
        rule("number", r"(?<=\d)[+＋](?=[\u4e00-\u9fff])", fixed("多")),
        rule("number", r"(?<![A-Za-z]\d)(?<=[\d%％])[+＋](?=[，。；！？、]|\s|$)", fixed("以上")),
        rule("number", r"(?<=\d)[wW](?![A-Za-z])", fixed("万")),
        rule("number", r"(?<=\d[wW万])[+＋]", fixed("加")),
        rule("number", r"(?<![\d,，])(?P<n>\d{1,3}，000)(?![\d，])", _whole),
        rule(
            "ordinal",
            r"\bN[oO]\.\s?(?P<number>\d{1,6})(?![\d.])",
            lambda match: "第" + cardinal(match["number"]),
        ),
        rule("roman numeral", rf"(?<=第)(?P<n>[IVXLC]+)(?={_PARTS})", _roman),
        rule("roman numeral", rf"(?<=[\u4e00-\u9fff·])(?P<n>[IVXL]{{1,6}})(?={_KINGS})", _roman),
        rule(
            "roman numeral",
            r"(?<=[\u4e00-\u9fff])(?P<n>(?!X+(?![IVL]))[IVXL]{2,6})(?![A-Za-z\d])",
            _roman,
        ),
        rule(
            "roman numeral",
            r"(?<![A-Za-z\d])(?P<n>(?!X+(?![IV]))[IVX]{2,5}|I(?=型糖|[类级期度]))(?=[型类级期度])",
            _roman,
        ),
        rule("number", "[₀-₉]{1,6}", _in_one_character),
        rule("roman numeral", r"[Ⅰ-Ⅻⅰ-ⅻ]+", _in_one_character),
        rule("number", r"[①-⑳⑴-⒇⒈-⒛㈠-㈩㊀-㊉⓪❶-❿⓫-⓴㉑-㉟㊱-㊿]", _in_one_character),
    )


def bare(_style: SpokenStyle) -> tuple[Rule, ...]:
    """Whatever number is left."""
    return (
        rule("number", r"(?<![A-Za-z\d.])(?P<n>\.\d+)(?!\d)", lambda match: decimal(match["n"])),
        rule("number", NUMBER, _whole),
    )


def _whole(match: re.Match[str]) -> str:
    number = (match["n"] if "n" in match.re.groupindex else match[0]).replace("，", "")
    if "," in number or "." in number:
        return decimal(number)
    before = match.string[max(0, match.start() - 1) : match.start()]
    after = match.string[match.end() : match.end() + 1]
    if number[0] == "0" != number:
        return digits(number) if len(number) > 1 else "零"
    counted = before == "第" or (after and (after.isalpha() or after in "+＋"))
    if len(number) > 12 or (len(number) >= 8 and not counted and not number.endswith("000")):
        return digits(number)
    return cardinal(number)


def _roman(match: re.Match[str]) -> str | None:
    return _numeral(match["n"])


def _in_one_character(match: re.Match[str]) -> str | None:
    """A number in a ring or in brackets, or a Roman numeral that is one character or several."""
    plain = unicodedata.normalize("NFKC", match[0]).strip("().")
    if plain.isdecimal():
        return cardinal(plain)
    return plain if "\u4e00" <= plain[:1] <= "\u9fff" else _numeral(plain.upper())


def _numeral(written: str) -> str | None:
    counted = roman.value(written)
    return cardinal(str(counted)) if counted else None
