"""Units of measure and their names, alone and put together: km/h, mg/dL, m²."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.language.spoken.rules import alternatives

_REGULAR = """
m meter; dm decimeter; cm centimeter; mm millimeter; km kilometer; nm nanometer;
μm micrometer; µm micrometer; g gram; kg kilogram; mg milligram; μg microgram; µg microgram;
mcg microgram; t tonne; l liter; L liter; ml milliliter; mL milliliter; cl centiliter;
cL centiliter; dL deciliter; dl deciliter; yd yard; yds yard; mi mile; lb pound; lbs pound;
oz ounce; gal gallon; qt quart; pt pint; nmi nautical mile; ha hectare; kt knot; kts knot;
kn knot; s second; sec second; secs second; ms millisecond; μs microsecond; µs microsecond;
ns nanosecond; min minute; mins minute; h hour; hr hour; hrs hour; yr year; yrs year;
wk week; wks week; W watt; kW kilowatt; MW megawatt; GW gigawatt; TW terawatt; mW milliwatt;
Wh watt hour; kWh kilowatt hour; MWh megawatt hour; GWh gigawatt hour; TWh terawatt hour;
V volt; kV kilovolt; mV millivolt; A amp; mA milliamp; mAh milliamp hour; Ah amp hour; Ω ohm;
kΩ kilohm; J joule; kJ kilojoule; MJ megajoule; cal calorie; kcal kilocalorie; N newton;
kN kilonewton; Pa pascal; kPa kilopascal; hPa hectopascal; MPa megapascal; GPa gigapascal;
bar bar; mbar millibar; atm atmosphere; dB decibel; kB kilobyte; KB kilobyte; MB megabyte;
GB gigabyte; TB terabyte; PB petabyte; KiB kibibyte; MiB mebibyte; GiB gibibyte;
kbps kilobit per second; Kbps kilobit per second; mbps megabit per second;
Mbps megabit per second; Gbps gigabit per second; gbps gigabit per second; Mb megabit;
Gb gigabit; kb kilobit; mol mole; mmol millimole; ° degree; mph mile per hour;
kph kilometer per hour; kmh kilometer per hour; km/h kilometer per hour; mpg mile per gallon;
px pixel; MP megapixel; eV electronvolt; keV kilo-electronvolt; MeV mega-electronvolt;
GeV giga-electronvolt; bps basis point; pp percentage point; ct carat; tbsp tablespoon;
tsp teaspoon; ly light year; pc parsec; Bq becquerel; Sv sievert; mSv millisievert; T tesla;
IU international unit; kbar kilobar; rpm revolution per minute; bpm beat per minute;
fps frame per second; ppm part per million; ppb part per billion; dpi dot per inch;
ppi pixel per inch; ′ minute; ″ second
"""
"""Signs with the name of one; several get an s, before what they are divided by."""


def _several(name: str) -> str:
    head, per, rest = name.partition(" per ")
    return f"{head}s{per}{rest}"


_UNITS: dict[str, tuple[str, str]] = {
    sign: (name, _several(name))
    for sign, name in (entry.split(maxsplit=1) for entry in _REGULAR.replace("\n", " ").split(";"))
}
"""A unit's sign with the name of one and of several."""

for _scale, _signs in {"Celsius": "°C ℃ ºC", "Fahrenheit": "°F ℉ ºF"}.items():
    _UNITS |= dict.fromkeys(_signs.split(), (f"degree {_scale}", f"degrees {_scale}"))
_UNITS |= {
    "ft": ("foot", "feet"),
    "in.": ("inch", "inches"),
    "inch": ("inch", "inches"),
    "Hz": ("hertz", "hertz"),
    "kHz": ("kilohertz", "kilohertz"),
    "MHz": ("megahertz", "megahertz"),
    "GHz": ("gigahertz", "gigahertz"),
    "THz": ("terahertz", "terahertz"),
    "K": ("kelvin", "kelvin"),
    "mmHg": ("millimeter of mercury", "millimeters of mercury"),
    "hp": ("horsepower", "horsepower"),
    "lx": ("lux", "lux"),
    "psi": ("pound per square inch", "pounds per square inch"),
    "cc": ("cc", "cc"),
    "sq ft": ("square foot", "square feet"),
    "sq. ft.": ("square foot", "square feet"),
    "sq m": ("square meter", "square meters"),
    "sq mi": ("square mile", "square miles"),
    "sq km": ("square kilometer", "square kilometers"),
    "fl oz": ("fluid ounce", "fluid ounces"),
    "fl. oz.": ("fluid ounce", "fluid ounces"),
}
_LENGTHS = ("m", "dm", "cm", "mm", "km", "ft", "mi", "yd", "in", "nm", "μm", "µm")
_POWERS = {"²": "square", "³": "cubic", "2": "square", "3": "cubic", "^2": "square", "^3": "cubic"}
for _length in _LENGTHS:
    _one, _many = _UNITS.get(_length, ("inch", "inches"))
    for _power, _word in _POWERS.items():
        _UNITS[_length + _power] = (f"{_word} {_one}", f"{_word} {_many}")

NEVER_AFTER_A_SPACE = frozenset(("A", "T", "pp", "pc", "MP", "t"))
"""Signs that may be words or names when they do not stand close to their number."""

ALONE_BELOW = {
    "s": "second",
    "h": "hour",
    "d": "day",
    "day": "day",
    "year": "year",
    "min": "minute",
}
UNIT = rf"(?:(?:{alternatives(_UNITS)})(?:/(?:{alternatives({**_UNITS, **ALONE_BELOW})}))?)"
"""A regular expression for any unit, with what it is divided by."""


@lru_cache(maxsize=500)
def unit_words(sign: str) -> tuple[str, str]:
    """The name of one and of several `sign`, which :data:`UNIT` matches."""
    if sign in _UNITS:
        return _UNITS[sign]
    above, below = next(
        (sign[: stroke.start()], sign[stroke.end() :])
        for stroke in re.finditer("/", sign)
        if sign[: stroke.start()] in _UNITS and sign[stroke.end() :] in {**ALONE_BELOW, **_UNITS}
    )
    one, many = _UNITS[above]
    per = ALONE_BELOW.get(below) or _UNITS[below][0]
    return f"{one} per {per}", f"{many} per {per}"
