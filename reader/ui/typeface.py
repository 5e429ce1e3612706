"""The faces that books are set in: one hanzi is drawn differently in each country."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QFont, QFontInfo

from reader.language.detect import primary

_SERIF: Mapping[str, tuple[str, ...]] = {
    "SC": ("Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Songti SC", "SimSun"),
    "TC": ("Noto Serif CJK TC", "Noto Serif TC", "Source Han Serif TC", "Songti TC", "PMingLiU"),
    "HK": ("Noto Serif CJK HK", "Noto Serif HK", "Source Han Serif HC", "MingLiU_HKSCS"),
    "JP": ("Noto Serif CJK JP", "Noto Serif JP", "Source Han Serif", "Hiragino Mincho ProN"),
    "KR": ("Noto Serif CJK KR", "Noto Serif KR", "Source Han Serif K", "AppleMyungjo", "Batang"),
}
"""Serif faces with Latin letters and hanzi of one design first: lines of even height."""

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

_NARROW_QUOTES = QFont.Tag("pwid")
"""OpenType's proportional widths: quotation marks that CJK faces share with Latin text."""


def book_font(language: str, points: int) -> QFont:
    """The letters of a book in `language` (a BCP 47 tag), `points` high."""
    region = _region(language)
    font = QFont()
    font.setFamilies([*_SERIF[region], *_LATIN_SERIF, f"Noto Sans CJK {region}"])
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSize(points)
    if primary(language) not in ("zh", "yue", "ja", "ko"):
        font.setFeature(_NARROW_QUOTES, 1)
    return font


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
