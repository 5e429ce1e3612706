"""The faces that books are set in: one hanzi is drawn differently in each country."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from reader.language.detect import primary

SANS = "sans-serif"
"""What the setting ``font`` says for the usual faces without serifs."""

DYSLEXIC = "OpenDyslexic"
"""Letters that are heavy below, which some readers find harder to turn and swap (OFL)."""

_DYSLEXIC_PACKAGE = "fonts-opendyslexic"
"""Debian's package of it."""

_SERIF: Mapping[str, tuple[str, ...]] = {
    "SC": ("Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Songti SC", "SimSun"),
    "TC": ("Noto Serif CJK TC", "Noto Serif TC", "Source Han Serif TC", "Songti TC", "PMingLiU"),
    "HK": ("Noto Serif CJK HK", "Noto Serif HK", "Source Han Serif HC", "MingLiU_HKSCS"),
    "JP": ("Noto Serif CJK JP", "Noto Serif JP", "Source Han Serif", "Hiragino Mincho ProN"),
    "KR": ("Noto Serif CJK KR", "Noto Serif KR", "Source Han Serif K", "AppleMyungjo", "Batang"),
}
"""Serif faces with Latin letters and hanzi of one design first: lines of even height."""

_SANS: Mapping[str, tuple[str, ...]] = {
    "SC": ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC"),
    "TC": ("Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC", "PingFang TC"),
    "HK": ("Noto Sans CJK HK", "Noto Sans HK", "Source Han Sans HC", "PingFang HK"),
    "JP": ("Noto Sans CJK JP", "Noto Sans JP", "Source Han Sans", "Hiragino Sans"),
    "KR": ("Noto Sans CJK KR", "Noto Sans KR", "Source Han Sans K", "Apple SD Gothic Neo"),
}

_REGIONS: Mapping[str, str] = {
    "ja": "JP",
    "ko": "KR",
    "yue": "HK",
    "hk": "HK",
    "mo": "HK",
    "tw": "TC",
    "hant": "TC",
}
"""By language, and for Chinese by the part of the tag that says more; the last one counts."""

_LATIN_SERIF = ("Noto Serif", "Georgia", "DejaVu Serif")
_LATIN_SANS = ("Noto Sans", "Arial", "DejaVu Sans")

_NARROW_QUOTES = QFont.Tag("pwid")
"""OpenType's proportional widths: quotation marks that CJK faces share with Latin text."""


@dataclass(frozen=True, kw_only=True)
class Face:
    """A face that the text can be set in: `font` is the setting's value, `title` its name.

    Where it is not installed, `remedy` says what to do.
    """

    font: str
    title: str
    remedy: str = ""


def book_font(language: str, points: float, family: str = "", *, spacing: float = 0.0) -> QFont:
    """The letters of a book in `language` (a BCP 47 tag), `points` high.

    `family` is what the setting ``font`` says, empty for the usual faces, which also have what
    it lacks; `spacing` stands between letters, in widths of an em.
    """
    region = _region(language)
    font = QFont()
    if family:
        chosen = () if family == SANS else (family,)
        font.setFamilies([*chosen, *_SANS[region], *_LATIN_SANS])
        font.setStyleHint(QFont.StyleHint.SansSerif)
    else:
        font.setFamilies([*_SERIF[region], *_LATIN_SERIF, *_SANS[region]])
        font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(points)
    if spacing > 0:
        em = QFontInfo(font).pixelSize()
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing * em)
    if primary(language) not in ("zh", "yue", "ja", "ko"):
        font.setFeature(_NARROW_QUOTES, 1)
    return font


def faces() -> list[Face]:
    """What the text can be set in: the usual faces first, then all that are installed."""
    found = {
        family
        for family in QFontDatabase.families()
        if QFontDatabase.isSmoothlyScalable(family) and not QFontDatabase.isPrivateFamily(family)
    }
    dyslexic = Face(
        font=DYSLEXIC,
        title=QCoreApplication.translate("Typeface", "OpenDyslexic: letters heavy below"),
        remedy="" if DYSLEXIC in found else _remedy(),
    )
    return [
        Face(font="", title=QCoreApplication.translate("Typeface", "Usual, with serifs")),
        Face(font=SANS, title=QCoreApplication.translate("Typeface", "Usual, without serifs")),
        dyslexic,
        *(Face(font=family, title=family) for family in sorted(found - {DYSLEXIC})),
    ]


def _remedy() -> str:
    return QCoreApplication.translate(
        "Typeface", "It is not installed. On Debian and Ubuntu, install the package {package}."
    ).format(package=_DYSLEXIC_PACKAGE)


def code_families(language: str) -> list[str]:
    """Faces with letters of one width."""
    return [f"Noto Sans Mono CJK {_region(language)}", "DejaVu Sans Mono", "monospace"]


def interface_font(usual: QFont, language: str) -> QFont:
    """Of the interface's `usual` letters only the faces, with hanzi as `language` has them.

    What is not set (size, weight) a widget goes on taking from its surroundings.
    """
    region = _region(language)
    font = QFont()
    face = QFontInfo(usual).family()  # a real one: "Sans" before others would be passed over
    font.setFamilies([face, f"Noto Sans CJK {region}", f"Noto Sans {region}"])
    return font


def _region(language: str) -> str:
    """Whose shapes hanzi have in `language`; mainland China's where it does not say."""
    base = primary(language)
    if base != "zh":
        return _REGIONS.get(base, "SC")
    parts = language.lower().replace("_", "-").split("-")
    if "hans" in parts:
        return "SC"
    return next((_REGIONS[part] for part in reversed(parts) if part in _REGIONS), "SC")
