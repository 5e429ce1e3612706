"""Sums of money: the currency after the number, its parts named."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.language.spoken.english.numbers import BEGIN, N, cardinal, decimal
from reader.language.spoken.rules import Rule, alternatives, only_with, rule
from reader.language.spoken.style import SpokenStyle


class _Currency(NamedTuple):
    """One of it, several of it, one of its parts, several of its parts."""

    one: str
    many: str
    part: str = ""
    parts: str = ""


_DOLLAR = _Currency("dollar", "dollars", "cent", "cents")
_POUND = _Currency("pound", "pounds", "penny", "pence")
_EURO = _Currency("euro", "euros", "cent", "cents")
_YUAN = _Currency("yuan", "yuan", "fen", "fen")
_YEN = _Currency("yen", "yen")
_FRANC = _Currency("Swiss franc", "Swiss francs", "centime", "centimes")


def _of(country: str) -> _Currency:
    return _Currency(f"{country} dollar", f"{country} dollars", "cent", "cents")


SIGNS: dict[str, _Currency] = {
    "$": _DOLLAR,
    "US$": _of("US"),
    "HK$": _of("Hong Kong"),
    "A$": _of("Australian"),
    "AU$": _of("Australian"),
    "C$": _of("Canadian"),
    "CA$": _of("Canadian"),
    "NZ$": _of("New Zealand"),
    "S$": _of("Singapore"),
    "NT$": _of("New Taiwan"),
    "R$": _Currency("Brazilian real", "Brazilian reais", "centavo", "centavos"),
    "£": _POUND,
    "€": _EURO,
    "¥": _YEN,
    "￥": _YUAN,
    "CN¥": _YUAN,
    "₩": _Currency("won", "won"),
    "₹": _Currency("rupee", "rupees", "paisa", "paise"),
    "₽": _Currency("rouble", "roubles", "kopek", "kopeks"),
    "₺": _Currency("lira", "lira"),
    "₪": _Currency("shekel", "shekels"),
    "₫": _Currency("dong", "dong"),
    "฿": _Currency("baht", "baht"),
    "₱": _Currency("peso", "pesos"),
    "₴": _Currency("hryvnia", "hryvnias"),
    "₿": _Currency("bitcoin", "bitcoins"),
}
CODES: dict[str, _Currency] = {
    "USD": _of("US"),
    "HKD": _of("Hong Kong"),
    "AUD": _of("Australian"),
    "CAD": _of("Canadian"),
    "SGD": _of("Singapore"),
    "EUR": _EURO,
    "GBP": _POUND,
    "CNY": _YUAN,
    "RMB": _YUAN,
    "JPY": _YEN,
    "CHF": _FRANC,
    "KRW": SIGNS["₩"],
    "INR": SIGNS["₹"],
}
SCALES = {
    "k": "thousand",
    "m": "million",
    "mn": "million",
    "mm": "million",
    "mio": "million",
    "b": "billion",
    "bn": "billion",
    "t": "trillion",
    "tn": "trillion",
}
SCALE_WORDS = "hundred|thousand|million|billion|trillion"
_SCALE = (
    rf"(?P<scale>[- ](?:{SCALE_WORDS})\b|[kKmMbBtT]\b| [mMbB]\b(?!\.)|"
    r"(?i: ?(?:mn|mio|bn|tn|mm))\b)?"
)
_PER = r"(?P<per>/(?:mo|month|wk|week|hr|hour|h|yr|year|day|d|lb|kg|oz|gal|person|share|night)\b)?"
_PERIODS = {
    "mo": "month",
    "wk": "week",
    "hr": "hour",
    "h": "hour",
    "yr": "year",
    "d": "day",
    "lb": "pound",
    "kg": "kilogram",
    "oz": "ounce",
    "gal": "gallon",
}
_SIGN = alternatives(SIGNS)
_CODE = alternatives(CODES)
_NAME = r"dollars?|pounds?|euros?|yuan|yen|won|francs?|cents?|pence|rupees?"
_NOT_A_NOUN = (
    r"(?:in|of|on|to|for|from|by|at|and|or|than|as|with|but|was|is|were|are|per|while|when|a|an|"
    r"the|since|over|under|after|before|if|that|which|who|would|will|could|had|has|have|because|so)"
)
_ONE_THING = re.compile(r"\b(?:[Aa]n?|[Aa]nother|[Ee]very|[Ee]ach) (?:[a-z]+ )?$")
_NOUN_AHEAD = re.compile(rf"(?:-| )(?!{_NOT_A_NOUN}\b)[a-z]{{2,}}")
_NEEDED = r"[$£€¥￥₩₹₽₺₪₫฿₱₴₿¢]|[A-Z]{3}|\d ?(?:[sdpkKmMbBt])"
"""What every sum of money has some of."""


def rules(_style: SpokenStyle) -> tuple[Rule, ...]:
    """What is said for sums of money."""
    return only_with(
        _NEEDED,
        (
            rule(
                "money",
                r"(?<![\w.,])(?:£ ?(?P<pounds>\d{1,7}) )?(?P<shillings>\d{1,2})s\."
                r"(?: ?(?P<pence>\d{1,2})d\b\.?)?",
                _old_money,
            ),
            rule("money", r"(?<![\w.,/-])(?P<pence>\d{1,2})d\.(?=[ ,;:]|\Z)", _old_pence),
            rule("money", r"€ ?(\d{1,3}(?:\.\d{3})*),(\d\d)(?!\d|,\d)", _with_a_comma),
            rule("money", r"(?<![\w.,])(\d{1,3}(?:\.\d{3})*),(\d\d) ?€", _with_a_comma),
            rule(
                "money",
                rf"(?<![\w$£€¥])(?P<minus>[-−])?(?P<sign>{_SIGN})"
                rf" ?(?P<minus_after>[-−])?(?P<amount>{N})"
                rf"(?:[-–—](?P<last>{N})(?![\w.]*\d))?{_SCALE}(?![A-Za-z]){_PER}",
                _sum,
            ),
            rule(
                "money",
                rf"(?<![\w$£€¥])(?P<sign>{_CODE}) ?(?P<amount>{N}){_SCALE}(?!\w){_PER}",
                _sum,
            ),
            rule(
                "money",
                rf"{BEGIN}(?P<minus>-)?(?P<amount>{N}){_SCALE} ?(?P<sign>{_CODE}|{_SIGN})(?!\w|"
                rf"\d){_PER}",
                _sum,
            ),
            rule("money", rf"{BEGIN}(?P<amount>{N}) ?¢", _cents),
            rule("money", rf"{BEGIN}(?P<amount>\d+)[pP](?!\w|\.[mM])", _pence),
            rule("money", r"(?<=[\dkKmMbBn]) ?[-–—] ?(?=[$£€¥])", lambda _match: " to "),
            rule(
                "money",
                rf"{BEGIN}(?P<amount>{N})(?P<scale>(?:[mMkK]|bn|tn|mn)) (?P<name>{_NAME})\b",
                lambda m: f"{decimal(m['amount'])} {SCALES[m['scale'].lower()]} {m['name']}",
            ),
        ),
    )


def is_adjective(match: re.Match[str]) -> bool:
    """Whether the amount found stands before the noun it describes: a $3 million house."""
    if not _NOUN_AHEAD.match(match.string, match.end()):
        return False
    return _ONE_THING.search(match.string[max(0, match.start() - 24) : match.start()]) is not None


def _sum(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    currency = SIGNS.get(match["sign"]) or CODES[match["sign"]]
    minus = "minus " if groups.get("minus") or groups.get("minus_after") else ""
    per = _per(match["per"])
    number, scale = match["amount"], _scale(match["scale"])
    adjective = is_adjective(match)
    if groups.get("last"):
        both = f"{decimal(number)} to {decimal(match['last'])}{scale}"
        return f"{minus}{both} {currency.one if adjective else currency.many}{per}"
    if scale:
        return (
            f"{minus}{decimal(number)}{scale} {currency.one if adjective else currency.many}{per}"
        )
    return minus + _exact(number, currency, adjective=adjective) + per


def _exact(number: str, currency: _Currency, *, adjective: bool) -> str:
    whole, _, fraction = number.partition(".")
    in_parts = fraction.rstrip("0") if len(fraction) > 2 else fraction
    if len(in_parts) > 2 or (fraction.strip("0") and not currency.part):
        return f"{decimal(number.rstrip('0'))} {currency.many}"
    small = int(in_parts.ljust(2, "0") or "0")
    count = whole.replace(",", "").lstrip("0")
    large = f"{cardinal(whole)} {currency.one if count == '1' or adjective else currency.many}"
    if not small:
        return large
    parts = f"{cardinal(str(small))} {currency.part if small == 1 else currency.parts}"
    return f"{large} and {parts}" if count else parts


def _scale(written: str | None) -> str:
    if not written:
        return ""
    word = written.strip(" -")
    return f" {SCALES.get(word.lower(), word)}"


def _per(written: str | None) -> str:
    if not written:
        return ""
    return f" per {_PERIODS.get(written[1:], written[1:])}"


def _old_money(match: re.Match[str]) -> str | None:
    """Pounds, shillings and pence, as they were until 1971: £20 10s. 6d."""
    if not (match["pounds"] or match["pence"]):
        return None
    said = []
    if match["pounds"]:
        said.append(_counted(match["pounds"], "pound", "pounds"))
    said.append(_counted(match["shillings"], "shilling", "shillings"))
    if match["pence"]:
        said.append(_counted(match["pence"], "penny", "pence"))
    return f"{', '.join(said[:-1])} and {said[-1]}"


def _old_pence(match: re.Match[str]) -> str:
    return _counted(match["pence"], "penny", "pence")


def _counted(number: str, one: str, many: str) -> str:
    return f"{cardinal(number)} {one if int(number) == 1 else many}"


def _with_a_comma(match: re.Match[str]) -> str:
    """Euros as the continent writes them: 1.200,50."""
    return _exact(f"{match[1].replace('.', '')}.{match[2]}", _EURO, adjective=False)


def _cents(match: re.Match[str]) -> str:
    return f"{decimal(match['amount'])} " + ("cent" if match["amount"] == "1" else "cents")


def _pence(match: re.Match[str]) -> str | None:
    if re.search(r"£", match.string) is None and int(match["amount"][:4]) > 999:
        return None
    if "p" not in match[0] or match["amount"] in ("480", "720", "1080", "2160"):
        return None
    return f"{cardinal(match['amount'])} " + ("penny" if match["amount"] == "1" else "pence")
