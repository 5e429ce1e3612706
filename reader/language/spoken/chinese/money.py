"""Sums of money in Chinese: the currency is said after the number."""

from __future__ import annotations

import re
from decimal import Decimal

from reader.language.spoken.chinese.numbers import decimal
from reader.language.spoken.chinese.patterns import NUMBER, TO
from reader.language.spoken.rules import Rule, alternatives, rule
from reader.language.spoken.style import SpokenStyle

_CURRENCIES = {
    "￥": "元",
    "¥": "元",
    "RMB": "元",
    "RMB¥": "元",
    "CNY": "元",
    "JPY": "日元",
    "JP¥": "日元",
    "$": "美元",
    "＄": "美元",
    "US$": "美元",
    "USD": "美元",
    "HK$": "港元",
    "HKD": "港元",
    "NT$": "新台币",
    "TWD": "新台币",
    "MOP": "澳门元",
    "A$": "澳元",
    "AU$": "澳元",
    "AUD": "澳元",
    "C$": "加元",
    "CA$": "加元",
    "CAD": "加元",
    "S$": "新加坡元",
    "SGD": "新加坡元",
    "NZ$": "新西兰元",
    "NZD": "新西兰元",
    "€": "欧元",
    "EUR": "欧元",
    "£": "英镑",
    "￡": "英镑",
    "GBP": "英镑",
    "CHF": "瑞士法郎",
    "₩": "韩元",
    "￦": "韩元",
    "KRW": "韩元",
    "¢": "美分",
    "₽": "卢布",
    "RUB": "卢布",
    "₹": "卢比",
    "INR": "卢比",
    "฿": "泰铢",
    "THB": "泰铢",
    "₫": "越南盾",
    "₱": "比索",
    "₿": "比特币",
}
"""Signs and ISO 4217 codes."""

_SIGN = alternatives(_CURRENCIES)
_SCALE = "(?:[百千]?[万亿]|(?:bn|[kKmMbB])(?![A-Za-z]))"
_SCALES = {"k": 1_000, "m": 1_000_000, "b": 1_000_000_000, "bn": 1_000_000_000}


def rules(_style: SpokenStyle) -> tuple[Rule, ...]:
    """The sign before or behind the number; amounts before 元 without their last noughts."""
    return (
        rule(
            "money",
            rf"(?P<minus>[-−])?(?<![A-Za-z])(?P<sign>{_SIGN})\s?(?P<minus2>[-−])?(?P<a>{NUMBER})"
            rf"(?P<scale>{_SCALE})?(?:{TO}(?:{_SIGN})?(?P<b>{NUMBER})(?P<scale2>{_SCALE})?)?"
            r"(?P<per>\s?/\s?(?=[\u4e00-\u9fff]))?(?P<named>美元|欧元|英镑|日元|港元|元)?",
            _sign_first,
        ),
        rule(
            "money",
            rf"(?<![\d.,A-Za-z])(?P<a>{NUMBER})(?P<scale>{_SCALE})?\s?(?P<sign>{_SIGN})(?![A-Za-z\d])",
            _sign_last,
        ),
        rule(
            "money",
            r"(?<![\d.,])(?P<n>(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,15})\.\d{0,8}0)(?=[元块])",
            lambda match: _amount(match["n"]),
        ),
    )


def _sign_first(match: re.Match[str]) -> str:
    currency = _CURRENCIES[match["sign"]]
    said = "负" if match["minus"] or match["minus2"] else ""
    said += _amount(match["a"], match["scale"])
    if match["b"]:
        said += "到" + _amount(match["b"], match["scale2"])
    return said + currency + ("每" if match["per"] else "")


def _sign_last(match: re.Match[str]) -> str:
    return _amount(match["a"], match["scale"]) + _CURRENCIES[match["sign"]]


def _amount(number: str, scale: str | None = None) -> str:
    """A sum: 3.50 is 三点五, 2 is 两, 1.5bn 十五亿."""
    if scale and scale.lower() in _SCALES:
        number, scale = _scaled(number, _SCALES[scale.lower()])
    if "." in number:
        number = number.rstrip("0").rstrip(".")
    said = "两" if number == "2" else decimal(number)
    return said + (scale or "")


def _scaled(number: str, times: int) -> tuple[str, str]:
    """1.5 of a billion is 15 of 亿; what has no whole number of 亿 or 万 stays a fraction."""
    amount = Decimal(number.replace(",", "")) * times
    for scale, value in (("亿", 100_000_000), ("万", 10_000)):
        if amount >= value:
            return f"{amount / value:f}", scale
    return f"{amount:f}", ""
