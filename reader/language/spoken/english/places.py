"""Postal addresses: numbers of houses, streets, states and postcodes."""

from __future__ import annotations

import re

from reader.language.spoken.english.numbers import cardinal, digits, pairs
from reader.language.spoken.rules import Rule, alternatives, of_digits, rule
from reader.language.spoken.style import SpokenStyle

_STREETS = {
    "St": "Street",
    "Ave": "Avenue",
    "Av": "Avenue",
    "Rd": "Road",
    "Blvd": "Boulevard",
    "Ln": "Lane",
    "Expy": "Expressway",
    "Hwy": "Highway",
    "Fwy": "Freeway",
    "Pkwy": "Parkway",
    "Ct": "Court",
    "Pl": "Place",
    "Sq": "Square",
    "Ter": "Terrace",
    "Cir": "Circle",
    "Dr": "Drive",
}
_LONG = "Street|Avenue|Road|Boulevard|Lane|Drive|Court|Place|Square|Highway|Way|Terrace|Row|Parkway"
_WAYS = {
    "N": "North",
    "S": "South",
    "E": "East",
    "W": "West",
    "NE": "Northeast",
    "NW": "Northwest",
    "SE": "Southeast",
    "SW": "Southwest",
}
_LISTED_STATES = (
    "AL Alabama;AK Alaska;AZ Arizona;AR Arkansas;CA California;CO Colorado;CT Connecticut;"
    "DE Delaware;FL Florida;GA Georgia;HI Hawaii;ID Idaho;IL Illinois;IN Indiana;IA Iowa;"
    "KS Kansas;KY Kentucky;LA Louisiana;ME Maine;MD Maryland;MA Massachusetts;MI Michigan;"
    "MN Minnesota;MS Mississippi;MO Missouri;MT Montana;NE Nebraska;NV Nevada;"
    "NH New Hampshire;NJ New Jersey;NM New Mexico;NY New York;NC North Carolina;"
    "ND North Dakota;OH Ohio;OK Oklahoma;OR Oregon;PA Pennsylvania;RI Rhode Island;"
    "SC South Carolina;SD South Dakota;TN Tennessee;TX Texas;UT Utah;VT Vermont;"
    "VA Virginia;WA Washington;WV West Virginia;WI Wisconsin;WY Wyoming;DC DC"
)
_STATES = dict(entry.split(" ", 1) for entry in _LISTED_STATES.split(";"))
_STATE = "|".join(_STATES)
_WAY = alternatives(_WAYS)
_STREET = alternatives(_STREETS)
_NAME = r"(?:[A-Z][a-z]+|\d{1,3}(?:st|nd|rd|th))"


def rules(_style: SpokenStyle) -> tuple[Rule, ...]:
    """What is said for postal addresses."""
    street = rf"(?:(?i:{_STREET})\b|(?:{_LONG})\b)"
    return (
        *of_digits(
            (
                rule(
                    "address",
                    rf"\b(?P<state>{_STATE})(?P<dot>,?) "
                    r"(?P<zip>\d{5}(?:-\d{4})?)(?![\w-]|[.,]\d)",
                    _state_and_code,
                ),
                rule(
                    "address",
                    rf"(?<![\w.,$/-])(?P<n>\d{{1,5}}(?P<letter>[A-Z])?)(?= (?:(?:{_WAY})"
                    rf"\.? )?(?:{_NAME} ){{1,3}}{street})",
                    _house,
                ),
                rule("address", rf"(?<=\d )(?P<n>{_WAY})\.?(?= {_NAME} )", lambda m: _WAYS[m["n"]]),
                rule(
                    "address",
                    r"(?:(?<=\dst )|(?<=\dnd )|(?<=\drd )|(?<=\dth ))"
                    rf"(?P<n>(?i:{_STREET})\b\.?)",
                    _short_street,
                ),
                rule(
                    "address",
                    rf"(?<=\d )(?:{_NAME} ){{1,3}}(?P<n>(?:St|Dr)\b\.?)(?=[ ,;:)]|\Z)",
                    _short_street,
                ),
            )
        ),
        rule(
            "address",
            rf"(?<=[a-z], )(?:{_STATE})(?=\s*(?:[,.;:)]|\Z))(?!\.\w)",
            lambda m: _STATES[m[0]],
        ),
        rule(
            "address",
            rf"\b{_NAME} (?P<n>(?:Ave|Rd|Blvd|Ln|Expy|Hwy|Fwy|Pkwy|Ct|Sq)\b\.?)(?=[ ,;:.)]|\Z)",
            _short_street,
        ),
    )


def _state_and_code(match: re.Match[str]) -> str:
    code = ", ".join(digits(part) for part in match["zip"].split("-"))
    return f"{_STATES[match['state']]}{match['dot']} {code}"


def _house(match: re.Match[str]) -> str:
    """221B Baker Street is two twenty-one B."""
    number = match["n"].rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    said = pairs(number) if len(number) in (3, 4) else cardinal(number)
    if len(number) == 5:
        said = digits(number)
    return f"{said} {match['letter']}" if match["letter"] else said


def _street(written: str) -> str:
    said = _STREETS[written.rstrip(".").capitalize()]
    return said.lower() if written[0].islower() else said


def _short_street(match: re.Match[str]) -> str:
    ends = match["n"].endswith(".") and not match.string[match.end("n") :].strip("\"”’') ")
    return _street(match["n"]) + ("." if ends else "")
