"""Quantities with a unit, per cent, dimensions, feet and inches."""

from __future__ import annotations

import re

from reader.language.spoken.english.money import SCALE_WORDS, SCALES, is_adjective
from reader.language.spoken.english.numbers import BEGIN, N, cardinal, decimal, signed
from reader.language.spoken.english.units import NEVER_AFTER_A_SPACE, UNIT, unit_words
from reader.language.spoken.rules import Rule, fixed, only_with, rule
from reader.language.spoken.style import SpokenStyle

_DASH = r" ?[-–—~] ?"
_SENTENCE_AHEAD = re.compile(r"\s*\Z|\s+[A-Z]")
_COUNTED = re.compile(r"\d (?:[a-z]{1,20} )?[a-z]{1,20}\Z")
_WAYS = {"N": " north", "S": " south", "E": " east", "W": " west"}
_OPENED = re.compile(r"(?<![\d'’])\"")


def rules(_style: SpokenStyle) -> tuple[Rule, ...]:
    """What is said for quantities."""
    return only_with(
        r"[\d%]",
        (
            rule(
                "number",
                rf"{BEGIN}(?P<a>{N})(?P<scale>[mMbBkK]|bn|tn)"
                r"(?= (?:[a-z]{3,} )?(?:[a-z]{2,}s|people|men|women|children)\b)",
                _many,
            ),
            rule(
                "percent",
                rf"{BEGIN}(?P<a>[-−+±]?{N})(?:%?{_DASH}(?P<b>{N}))? ?(?P<sign>[%‰％‱])",
                _percent,
            ),
            rule("percent", r"(?<![\w%]) ?%(?= or |\Z)|(?<=or) %", fixed(" percent")),
            rule("percent", rf"{BEGIN}(?P<a>[-−+]?{N}) ?pp\b(?!\.)", lambda m: _points(m["a"])),
            rule(
                "measure",
                rf"{BEGIN}(?P<feet>\d{{1,3}}) ?['’′] ?(?P<inches>\d{{1,2}}(?:\.\d+)?)"
                r" ?(?:[\"”″]|''|’’)",
                _feet_and_inches,
            ),
            rule(
                "measure",
                rf"{BEGIN}(?P<feet>[4-7])['’′](?P<inches>1[01]|\d)(?!\w)",
                _feet_and_inches,
            ),
            rule(
                "measure",
                rf"{BEGIN}(?P<feet>\d{{1,3}}) ?ft\.? ?"
                r"(?P<inches>\d{1,2}(?:\.\d+)?) ?in\b\.?"
                r"(?! (?!tall|high|long|wide|deep|and)[a-z]+ )",
                _feet_and_inches,
            ),
            rule(
                "measure",
                rf"{BEGIN}(\d{{1,3}}(?:\.\d+)?) ?° ?([NSEW])(?![\w°])",
                lambda m: f"{_counted(m[1], 'degree')}{_WAYS[m[2]]}",
            ),
            rule(
                "measure",
                r"(?<=[a-z])/(?=(?:day|week|month|year|night|hour|minute|person|capita)\b)",
                lambda m: (
                    " per "
                    if _COUNTED.search(m.string, max(0, m.start() - 50), m.start())
                    else None
                ),
            ),
            rule(
                "measure",
                rf"{BEGIN}(?P<degrees>\d{{1,3}})° ?(?P<minutes>\d{{1,2}})[′'’]"
                r"(?: ?(?P<seconds>\d{1,2}(?:\.\d+)?)[″\"”])? ?(?P<way>[NSEW]\b(?:\.(?=[,;]))?)?",
                _position,
            ),
            rule(
                "measure",
                rf"{BEGIN}(?P<a>{N})(?:{_DASH}(?P<b>{N}))? ?(?P<unit>″)",
                _inches,
            ),
            rule(
                "measure",
                rf"{BEGIN}(?P<a>\d{{1,3}}(?:\.\d+)?)(?P<b>)?\"(?= [a-z])",
                _inches,
            ),
            rule("measure", rf"{BEGIN}(?P<number>{N})(?P<sign> ?[x×X] ?)(?=\d)", _by),
            rule(
                "measure",
                rf"(?:{BEGIN}|(?<=\d[x×]))(?P<a>[-−+±]?{N})(?:{_DASH}(?P<b>[-−]?{N}))?"
                rf"(?P<scale> (?:{SCALE_WORDS}))?(?P<space>[ \u00a0-])?(?P<unit>{UNIT})(?![\w²³])"
                r"(?:(?<=[a-z])\.(?=[,;:)\]]|\s+[a-z(])|(?<=ft|lb|bs)\.(?=\s+\d))?",
                _measure,
            ),
            rule(
                "measure",
                rf"{BEGIN}(?P<number>{N}) ?/ ?(?P<unit>{UNIT})(?!\w)",
                lambda m: f"{decimal(m['number'])} per {unit_words(m['unit'])[0]}",
            ),
            rule(
                "measure",
                rf"{BEGIN}(?P<a>{N})[x×](?= [a-z])",
                lambda m: f"{decimal(m['a'])} times",
            ),
        ),
    )


def _many(match: re.Match[str]) -> str:
    """1.5m units: millions of what is counted."""
    return f"{decimal(match['a'])} {SCALES[match['scale'].lower()]}"


def _percent(match: re.Match[str]) -> str:
    word = {"‰": "per mille", "‱": "per ten thousand"}.get(match["sign"], "percent")
    first = signed(_whole(match["a"], match["sign"]))
    return f"{first} to {decimal(match['b'])} {word}" if match["b"] else f"{first} {word}"


def _whole(number: str, _sign: str) -> str:
    """.6% is zero point six percent."""
    head = number.lstrip("-−+±")
    return number[: len(number) - len(head)] + ("0" + head if head.startswith(".") else head)


def _points(number: str) -> str:
    return f"{signed(number)} percentage point" + ("" if number.lstrip("+-−") == "1" else "s")


def _feet_and_inches(match: re.Match[str]) -> str:
    feet, inches = match["feet"], match["inches"]
    said = f"{cardinal(feet)} " + ("foot" if feet == "1" else "feet")
    return f"{said} {decimal(inches)} " + ("inch" if inches == "1" else "inches")


def _position(match: re.Match[str]) -> str:
    said = _counted(match["degrees"], "degree") + " " + _counted(match["minutes"], "minute")
    if match["seconds"]:
        said += " " + _counted(match["seconds"], "second")
    return said + _WAYS.get((match["way"] or "").rstrip("."), "")


def _counted(number: str, name: str) -> str:
    return f"{decimal(number)} {name}" + ("" if number == "1" else "s")


def _inches(match: re.Match[str]) -> str | None:
    if match[0].endswith('"') and len(_OPENED.findall(match.string, 0, match.start())) % 2:
        return None  # it closes a quotation
    said = decimal(match["a"])
    if match["b"]:
        said += f" to {decimal(match['b'])}"
    single = match["a"] == "1" or match[0].endswith('"')
    return said + (" inch" if single else " inches")


def _by(match: re.Match[str]) -> str | None:
    """Lengths and widths; × of a formula is times."""
    if "×" in match["sign"] and re.search(r"[=≈⁰-⁹^]|[²³]", match.string):
        return None
    return f"{decimal(match['number'])} by "


def _measure(match: re.Match[str]) -> str | None:
    unit, space = match["unit"], match["space"]
    if (space and unit in NEVER_AFTER_A_SPACE) or (unit == "K" and not space):
        return None
    if space == "-" and len(unit) == 1 and not unit.isalpha():
        return None
    if _is_a_word(match):
        return None
    one, many = unit_words(unit)
    single = match["a"].lstrip("-−+±") == "1" and not match["b"] and not match["scale"]
    name = one if single or space == "-" or is_adjective(match) else many
    said = signed(match["a"])
    if match["b"]:
        said += f" to {signed(match['b'])}"
    return f"{said}{match['scale'] or ''} {name}{_full_stop(match)}"


def _is_a_word(match: re.Match[str]) -> bool:
    """A sign that is no unit here: seat 14A, the 5-s rule."""
    if match["unit"] == "A":
        return "." not in match["a"]
    return match["unit"] in ("s", "h") and match["space"] == "-"


def _full_stop(match: re.Match[str]) -> str:
    """The full stop of ``in.`` where it ends the sentence too."""
    ends = match["unit"].endswith(".") and _SENTENCE_AHEAD.match(match.string, match.end())
    return "." if ends else ""
