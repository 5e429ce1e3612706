"""Versions, addresses of computers, flights, models and other names made of letters and digits."""

from __future__ import annotations

import re

from reader.language.letters import TO_EACH_OTHER
from reader.language.spoken.english.numbers import YEAR, cardinal, digits, pairs, plain, year
from reader.language.spoken.rules import Rule, fixed, of_digits, rule
from reader.language.spoken.style import SpokenStyle
from reader.language.wordlists import words

_AIRLINES = words(
    "AA AC AF AI AM AS AY AZ BA BR CA CI CX CZ DL EK ET EY FR GA HA HU IB JL KE KL LA LH LO "
    "LX LY MF MH MS MU NH NK NZ OS OZ PR QF QR RJ SA SK SN SQ SU SV TG TK TP TR UA UL UX VA "
    "VN VS WN ZH"
)
"""Codes of airlines by IATA that usually stand before the number of a flight."""

_PIECES = re.compile(r"[A-Za-z]+|\d+|-|/")


def rules(_style: SpokenStyle) -> tuple[Rule, ...]:
    """What is said for versions, flights, models and codes."""
    return of_digits(
        (
            rule(
                "address",
                r"(?<![\w.])(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?![\w]|\.\d)"
                r"(?:[:/](?P<port>\d{1,5}))?",
                _internet_address,
            ),
            rule("model", rf"\b(?={TO_EACH_OTHER})[A-Z](?P<n>2)(?=[A-Z]\b)", fixed(" to ")),
            rule(
                "version",
                r"(?<![\w.])(?P<letter>[vV]) ?(?P<number>\d{1,6}(?:\.\d{1,6}){0,5})"
                r"(?P<after>[a-z]\d{0,2}|-[a-z]{1,8}\.?\d{0,3})?(?!\w|\.\d)",
                _version,
            ),
            rule(
                "version",
                r"(?<![\w.])(?P<n>\d{1,8}(?:\.\d{1,8}){2,20})(?![\w]|\.\d)",
                lambda m: _dotted(m["n"]),
            ),
            rule("identifier", r"(?<!\w)(480|720|1080|1440|2160|4320)([pi])\b", _resolution),
            rule("range", r"(?<=\b[QH][1-4])[-–](?=[QH]?[1-4]\b)", lambda _match: " to "),
            rule("identifier", r"(?<=[A-Z])/(?=\d)", lambda _match: " "),
            rule("identifier", r"(?<!\w)(\d{3})\((k|b)\)(?!\w)", _plan),
            rule("identifier", r"\b([A-Z][A-Z\d]) ?(?P<number>\d{2,4})(?!\w|[.,:%/-]\d)", _flight),
            rule(
                "identifier",
                r"\b(?:Boeing|Airbus|Route|Highway|Interstate|[Rr]oom|[Ss]uite|Area) "
                r"(?P<n>\d{3,4})(?!\w|[.,]\d)",
                _model,
            ),
            rule(
                "identifier",
                r"\b(?P<letters>[A-Z])-?(?P<number>\d{3})(?P<after>[A-Z]{0,2})(?![\w-]|[.,/]\d)",
                _letter_model,
            ),
            rule(
                "identifier",
                r"\b(?P<letters>[A-Z]{1,6}|[A-Z][a-z]{1,8})-(?P<number>\d{1,4}(?:\.\d{1,3})?)"
                r"(?P<after>[A-Za-z]{0,2})(?!\w|[-.,/]\d)",
                _with_hyphen,
            ),
            rule(
                "identifier",
                r"(?<![\w-])(?=[\d-]{0,9}[a-z-]{0,9}[A-Za-z])(?=[A-Za-z-]{0,9}\d)"
                r"[A-Za-z\d]{1,9}(?:-[A-Za-z\d]{1,9}){1,6}(?:/[A-Za-z\d]{1,12}(?:-[A-Za-z]{1,9})?)?(?![\w-])",
                _hyphened_code,
            ),
            rule(
                "identifier",
                r"(?<![\w.,$£€¥/-])(?=[A-Za-z]{0,9}\d{1,9}[A-Za-z]|[A-Za-z]{1,9}\d)"
                r"[A-Za-z\d]{2,24}(?![\w-])",
                _run_together,
            ),
        )
    )


def _internet_address(match: re.Match[str]) -> str | None:
    if any(int(match[part]) > 255 for part in (1, 2, 3, 4)):
        return None
    said = " dot ".join(digits(match[part]) for part in (1, 2, 3, 4))
    if not match["port"]:
        return said
    mark = "slash" if match[0][match.start("port") - match.start() - 1] == "/" else "port"
    return f"{said} {mark} {digits(match['port']) if mark == 'port' else cardinal(match['port'])}"


def _dotted(number: str) -> str:
    """``0.5.3`` is zero point five point three."""
    return " point ".join(map(cardinal, number.split(".")))


def _version(match: re.Match[str]) -> str:
    if match.string[max(0, match.start() - 8) : match.start()].lower() == "version ":
        word = ""
    else:
        word = "version" if "." in match["number"] or match["letter"][0] == "v" else "V"
    said = f"{word} {_dotted(match['number'])}".strip()
    after = (match["after"] or "").strip("-")
    pieces = re.findall(r"[a-z]+|\d+", after)
    return " ".join([said, *(plain(piece) if piece.isdecimal() else piece for piece in pieces)])


def _resolution(match: re.Match[str]) -> str:
    """Lines of a picture: 1080p is ten eighty p."""
    return f"{pairs(match[1])} {match[2]}"


def _plan(match: re.Match[str]) -> str:
    return f"{pairs(match[1])} {match[2]}"


def _flight(match: re.Match[str]) -> str | None:
    """BA117 is a flight; CA 95051, MP3 and Q4 are none."""
    code, number = match[1], match["number"]
    if code not in _AIRLINES or len(number) < 3:
        return None
    before = match.string[max(0, match.start() - 2) : match.start()]
    if " " in match[0] and (before == ", " or re.fullmatch(YEAR, number)):
        return None
    return f"{code} {digits(number)}"


def _model(match: re.Match[str]) -> str:
    return pairs(match["n"])


def _letter_model(match: re.Match[str]) -> str:
    """A380 is A three eighty."""
    after = f" {match['after']}" if match["after"] else ""
    return f"{match['letters']} {pairs(match['number'])}{after}"


def _with_hyphen(match: re.Match[str]) -> str:
    after = f" {match['after']}" if match["after"] else ""
    number = match["number"]
    said = pairs(number) if len(number) > 2 and "." not in number else plain(number)
    return f"{match['letters']} {said}{after}"


def _hyphened_code(match: re.Match[str]) -> str | None:
    """Parts that are words or numbers by themselves stay apart: mid-1980s is none."""
    written = match[0]
    if re.fullmatch(
        r"[A-Za-z]+-\d{4}s|\d[\d,.]*(?:st|nd|rd|th)?-[A-Za-z]{2,}(?:-[A-Za-z]{2,})*", written
    ):
        return None
    return " ".join(_piece(piece) for piece in _PIECES.findall(written) if piece != "-")


def _run_together(match: re.Match[str]) -> str | None:
    """``B2A23C`` is B two A twenty-three C."""
    written = match[0]
    if re.fullmatch(r"\d+(?:st|nd|rd|th|s|am|pm)|[A-Z]?[a-z]{3,}\d{1,4}", written):
        return None
    return " ".join(_piece(piece) for piece in _PIECES.findall(written))


def _piece(piece: str) -> str:
    if piece == "/":
        return "slash"
    if not piece.isdecimal():
        return piece
    if re.fullmatch(r"(?:19|20)\d\d", piece):
        return year(piece)
    return digits(piece) if len(piece) > 3 or piece[0] == "0" else cardinal(piece)
