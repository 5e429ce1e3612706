"""The words that English readers say for abbreviations, units and money."""

from __future__ import annotations

MONTHS = {
    "Jan": "January",
    "Feb": "February",
    "Mar": "March",
    "Apr": "April",
    "May": "May",
    "Jun": "June",
    "Jul": "July",
    "Aug": "August",
    "Sep": "September",
    "Sept": "September",
    "Oct": "October",
    "Nov": "November",
    "Dec": "December",
}
MONTH_NAMES = list(dict.fromkeys(MONTHS.values()))
MONTH = "(?:" + "|".join([*MONTH_NAMES, *(rf"{short}\." for short in MONTHS)]) + ")"
CURRENCIES = {
    "$": ("dollar", "cent"),
    "US$": ("dollar", "cent"),
    "£": ("pound", "pence"),
    "€": ("euro", "cent"),
    "¥": ("yuan", "fen"),
    "￥": ("yuan", "fen"),
    "HK$": ("Hong Kong dollar", "cent"),
}
SCALES = {"k": "thousand", "m": "million", "bn": "billion", "tn": "trillion", "b": "billion"}
UNITS = {
    "km/h": "kilometre per hour",
    "mph": "mile per hour",
    "m/s": "metre per second",
    "kg": "kilogram",
    "mg": "milligram",
    "g": "gram",
    "km": "kilometre",
    "cm": "centimetre",
    "mm": "millimetre",
    "m": "metre",
    "km²": "square kilometre",
    "m²": "square metre",
    "m³": "cubic metre",
    "ml": "millilitre",
    "mL": "millilitre",
    "L": "litre",
    "lb": "pound",
    "lbs": "pound",
    "oz": "ounce",
    "ft": "foot",
    "mi": "mile",
    "kW": "kilowatt",
    "kWh": "kilowatt hour",
    "Hz": "hertz",
    "kHz": "kilohertz",
    "MHz": "megahertz",
    "GHz": "gigahertz",
    "KB": "kilobyte",
    "MB": "megabyte",
    "GB": "gigabyte",
    "TB": "terabyte",
    "ms": "millisecond",
    "min": "minute",
    "°C": "degree Celsius",
    "℃": "degree Celsius",
    "°F": "degree Fahrenheit",
    "℉": "degree Fahrenheit",
    "°": "degree",
}
BEFORE_NUMBERS = {
    "No": "number",
    "Nos": "numbers",
    "Vol": "volume",
    "Vols": "volumes",
    "vol": "volume",
    "vols": "volumes",
    "ch": "chapter",
    "fig": "figure",
    "p": "page",
    "pp": "pages",
    "Fig": "figure",
    "Figs": "figures",
    "Ch": "chapter",
    "Chap": "chapter",
    "Sec": "section",
    "Eq": "equation",
    "Art": "article",
}
SHORT = {
    "Mr": "Mister",
    "Mrs": "Missus",
    "Ms": "Miz",
    "Dr": "Doctor",
    "Prof": "Professor",
    "Rev": "Reverend",
    "Capt": "Captain",
    "Col": "Colonel",
    "Gen": "General",
    "Lt": "Lieutenant",
    "Sgt": "Sergeant",
    "Gov": "Governor",
    "Sen": "Senator",
    "Rep": "Representative",
    "St": "Saint",
    "Mt": "Mount",
}
PHRASES = {"e.g.": "for example", "i.e.": "that is", "etc.": "et cetera", "vs.": "versus"}
NUMBERED = "Appendix|War|Phase|Type|Class"
DIVISIONS = (
    "chapters?|chap\\.|ch\\.|parts?|volumes?|vols?\\.|books?|acts?|scenes?|sections?|cantos?"
)
"""Parts of a work, numbered in Roman numerals of either case."""

FRACTIONS = {"½": "one half", "¼": "one quarter", "¾": "three quarters", "⅓": "one third"}
