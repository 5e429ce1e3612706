"""Text read as what it is called: letter by letter, as a date, a telephone number, an ordinal.

Chinese and English only; for other languages, and for what is not of the form it is called by,
there is nothing better than the text's own spoken form.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.language.alignment import Alignment, Stretch
from reader.language.detect import primary
from reader.language.spelling.marks import MARKS
from reader.language.spoken import SpokenForm, SpokenStyle, spoken_form
from reader.language.spoken.chinese import numbers as chinese
from reader.language.spoken.english import months
from reader.language.spoken.english import numbers as english

LETTER_BY_LETTER = frozenset(("characters", "spell-out", "digits"))
"""The ways that leave each character to itself, so that a text may be cut anywhere."""

_DASHES = {"-": ("dash", "杠"), "/": ("slash", "斜杠"), ".": ("dot", "点")}
"""What is said for these among letters and digits."""

_NUMBER = re.compile(r"[-−+]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?")
_PARTS = re.compile(r"\d+")
_LONGEST_PART = 4
"""Digits of a part of a date."""


def said_as(way: str, text: str, language: str, style: SpokenStyle) -> SpokenForm | None:
    """How `text`, in `language`, is said if it is read as `way` tells; None where nobody knows."""
    tag = primary(language)
    if tag not in ("zh", "en"):
        return None
    name, _, form = way.partition(":")
    if name in LETTER_BY_LETTER:
        return _spelled(text, tag, style, digits_only=name == "digits")
    say = _WAYS.get(name)
    said = say(text.strip(), tag, form, style) if say is not None else None
    if said is None:
        return None
    whole = Alignment((Stretch(0, len(text), 0, len(said)),))
    return SpokenForm(written=text, text=said, alignment=whole)


# Letter by letter


def _spelled(text: str, tag: str, style: SpokenStyle, *, digits_only: bool) -> SpokenForm:
    said = ""
    stretches: list[Stretch] = []
    for at, character in enumerate(text):
        name = _name(character, tag, style, digits_only=digits_only)
        if name and said and _set_apart(said[-1], name[0]):
            said += " "
        stretches.append(Stretch(at, at + 1, len(said), len(said) + len(name)))
        said += name
    return SpokenForm(written=text, text=said, alignment=Alignment(tuple(stretches)))


def _name(character: str, tag: str, style: SpokenStyle, *, digits_only: bool) -> str:
    """What is said for one character; of what is no digit it may be the character itself."""
    if character.isspace():
        return ""
    if character.isdecimal():
        digit = str(int(character))
        return _in_digits(digit, tag, style)
    if digits_only:
        return character
    if character.isalnum():
        return character.upper() if character.isascii() else character
    names = _DASHES.get(character) or MARKS.get(character)
    return names[tag == "zh"] if names is not None else ""


def _set_apart(before: str, after: str) -> bool:
    """Whether two neighbours would run into one word, or change each other's reading."""
    digits = "零一幺二三四五六七八九"
    return before.isalnum() and after.isalnum() and not (before in digits and after in digits)


def _in_digits(figures: str, tag: str, style: SpokenStyle) -> str:
    if tag == "zh":
        return chinese.digits(figures, telephone=style.one == "yao")
    return english.digits(figures)


# As a whole


def _cardinal(text: str, tag: str, _form: str, _style: SpokenStyle) -> str | None:
    if not _NUMBER.fullmatch(text):
        return None
    if tag == "zh":
        return chinese.signed(text)
    return english.signed(text.replace("，", ","))


def _ordinal(text: str, tag: str, _form: str, _style: SpokenStyle) -> str | None:
    number = re.fullmatch(r"(?:第\s?)?(\d{1,15})(?:st|nd|rd|th)?", text)
    if number is None:
        return None
    if tag == "zh":
        return "第" + chinese.cardinal(number[1])
    return english.ordinal(number[1])


def _telephone(text: str, tag: str, _form: str, style: SpokenStyle) -> str | None:
    """The groups of digits one by one, with a breath between them."""
    groups = _PARTS.findall(text)
    if not groups or re.search(r"[^\W\d]", text):
        return None
    plus = ("加" if tag == "zh" else "plus ") if text.startswith("+") else ""
    if tag == "zh":
        return plus + "，".join(_in_digits(group, tag, style) for group in groups)
    return plus + ", ".join(map(english.grouped, groups))


def _date(text: str, tag: str, form: str, style: SpokenStyle) -> str | None:
    parts = _PARTS.findall(text)
    if not parts or len(parts) > 3 or max(map(len, parts)) > _LONGEST_PART:
        return None
    order = form or _order(parts, tag)
    if len(order) != len(parts) or set(_PARTS.sub("", text)) - set("-/. 年月日号"):
        return None
    date = dict(zip(order, parts, strict=True))
    month, day = int(date.get("m", 1)), int(date.get("d", 1))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if tag == "zh":
        year = chinese.digits(date["y"]) + "年" if "y" in date else ""
        in_year = f"{month}月" * ("m" in date) + f"{day}日" * ("d" in date)
        return year + spoken_form(in_year, "zh", style)
    if order == "d":
        return english.ordinal(parts[0])
    in_year = " ".join([months.NAMES[month - 1]] * ("m" in date) + [str(day)] * ("d" in date))
    comma = ", " if "d" in date else " "
    return spoken_form(comma.join(filter(None, (in_year, date.get("y")))), "en", style)


def _order(parts: list[str], tag: str) -> str:
    """Which part is which: the year has most digits; the language tells what nothing else does."""
    if len(parts) == 1:
        return "y"
    if len(parts) == 2:
        return "dm" if int(parts[0]) > 12 else "md"
    if len(parts[0]) > len(parts[2]):
        return "ymd"
    if len(parts[2]) > len(parts[0]) or tag == "en":
        return "dmy" if int(parts[0]) > 12 else "mdy"
    return "ymd"


def _time(text: str, tag: str, _form: str, style: SpokenStyle) -> str | None:
    clock = re.fullmatch(r"(\d{1,2}):(\d\d)(?::(\d\d))?(?:\s?([ap])\.?m\.?)?", text, re.IGNORECASE)
    if clock is None or int(clock[1]) > 24 or int(clock[2]) > 59:
        return None
    return spoken_form(text, tag, style)


_WAYS: dict[str, Callable[[str, str, str, SpokenStyle], str | None]] = {
    "cardinal": _cardinal,
    "number": _cardinal,
    "ordinal": _ordinal,
    "telephone": _telephone,
    "date": _date,
    "time": _time,
}
