"""What signs are called, for a voice that would pass over them in silence."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import cast

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication

# By its own name, so that the translators' tool finds the texts; the stub lacks a type.
QT_TRANSLATE_NOOP = cast(Callable[[str, str], str], QtCore.QT_TRANSLATE_NOOP)

NAMES = (
    QT_TRANSLATE_NOOP("Characters", "exclamation mark"),
    QT_TRANSLATE_NOOP("Characters", "quotation mark"),
    QT_TRANSLATE_NOOP("Characters", "number sign"),
    QT_TRANSLATE_NOOP("Characters", "dollar sign"),
    QT_TRANSLATE_NOOP("Characters", "percent sign"),
    QT_TRANSLATE_NOOP("Characters", "ampersand"),
    QT_TRANSLATE_NOOP("Characters", "apostrophe"),
    QT_TRANSLATE_NOOP("Characters", "left parenthesis"),
    QT_TRANSLATE_NOOP("Characters", "right parenthesis"),
    QT_TRANSLATE_NOOP("Characters", "asterisk"),
    QT_TRANSLATE_NOOP("Characters", "plus sign"),
    QT_TRANSLATE_NOOP("Characters", "comma"),
    QT_TRANSLATE_NOOP("Characters", "hyphen-minus"),
    QT_TRANSLATE_NOOP("Characters", "full stop"),
    QT_TRANSLATE_NOOP("Characters", "solidus"),
    QT_TRANSLATE_NOOP("Characters", "colon"),
    QT_TRANSLATE_NOOP("Characters", "semicolon"),
    QT_TRANSLATE_NOOP("Characters", "less-than sign"),
    QT_TRANSLATE_NOOP("Characters", "equals sign"),
    QT_TRANSLATE_NOOP("Characters", "greater-than sign"),
    QT_TRANSLATE_NOOP("Characters", "question mark"),
    QT_TRANSLATE_NOOP("Characters", "commercial at"),
    QT_TRANSLATE_NOOP("Characters", "left square bracket"),
    QT_TRANSLATE_NOOP("Characters", "reverse solidus"),
    QT_TRANSLATE_NOOP("Characters", "right square bracket"),
    QT_TRANSLATE_NOOP("Characters", "circumflex accent"),
    QT_TRANSLATE_NOOP("Characters", "low line"),
    QT_TRANSLATE_NOOP("Characters", "grave accent"),
    QT_TRANSLATE_NOOP("Characters", "left curly bracket"),
    QT_TRANSLATE_NOOP("Characters", "vertical line"),
    QT_TRANSLATE_NOOP("Characters", "right curly bracket"),
    QT_TRANSLATE_NOOP("Characters", "tilde"),
    QT_TRANSLATE_NOOP("Characters", "fullwidth comma"),
    QT_TRANSLATE_NOOP("Characters", "ideographic full stop"),
    QT_TRANSLATE_NOOP("Characters", "ideographic comma"),
    QT_TRANSLATE_NOOP("Characters", "fullwidth semicolon"),
    QT_TRANSLATE_NOOP("Characters", "fullwidth colon"),
    QT_TRANSLATE_NOOP("Characters", "fullwidth question mark"),
    QT_TRANSLATE_NOOP("Characters", "fullwidth exclamation mark"),
    QT_TRANSLATE_NOOP("Characters", "left double quotation mark"),
    QT_TRANSLATE_NOOP("Characters", "right double quotation mark"),
    QT_TRANSLATE_NOOP("Characters", "left single quotation mark"),
    QT_TRANSLATE_NOOP("Characters", "right single quotation mark"),
    QT_TRANSLATE_NOOP("Characters", "fullwidth left parenthesis"),
    QT_TRANSLATE_NOOP("Characters", "fullwidth right parenthesis"),
    QT_TRANSLATE_NOOP("Characters", "left double angle bracket"),
    QT_TRANSLATE_NOOP("Characters", "right double angle bracket"),
    QT_TRANSLATE_NOOP("Characters", "left angle bracket"),
    QT_TRANSLATE_NOOP("Characters", "right angle bracket"),
    QT_TRANSLATE_NOOP("Characters", "left corner bracket"),
    QT_TRANSLATE_NOOP("Characters", "right corner bracket"),
    QT_TRANSLATE_NOOP("Characters", "left white corner bracket"),
    QT_TRANSLATE_NOOP("Characters", "right white corner bracket"),
    QT_TRANSLATE_NOOP("Characters", "left black lenticular bracket"),
    QT_TRANSLATE_NOOP("Characters", "right black lenticular bracket"),
    QT_TRANSLATE_NOOP("Characters", "left tortoise shell bracket"),
    QT_TRANSLATE_NOOP("Characters", "right tortoise shell bracket"),
    QT_TRANSLATE_NOOP("Characters", "em dash"),
    QT_TRANSLATE_NOOP("Characters", "horizontal ellipsis"),
    QT_TRANSLATE_NOOP("Characters", "middle dot"),
    QT_TRANSLATE_NOOP("Characters", "fullwidth tilde"),
    QT_TRANSLATE_NOOP("Characters", "fullwidth yen sign"),
    QT_TRANSLATE_NOOP("Characters", "en dash"),
    QT_TRANSLATE_NOOP("Characters", "bullet"),
    QT_TRANSLATE_NOOP("Characters", "copyright sign"),
    QT_TRANSLATE_NOOP("Characters", "registered sign"),
    QT_TRANSLATE_NOOP("Characters", "degree sign"),
    QT_TRANSLATE_NOOP("Characters", "plus-minus sign"),
    QT_TRANSLATE_NOOP("Characters", "multiplication sign"),
    QT_TRANSLATE_NOOP("Characters", "division sign"),
    QT_TRANSLATE_NOOP("Characters", "section sign"),
    QT_TRANSLATE_NOOP("Characters", "pilcrow sign"),
    QT_TRANSLATE_NOOP("Characters", "left-pointing double angle quotation mark"),
    QT_TRANSLATE_NOOP("Characters", "right-pointing double angle quotation mark"),
    QT_TRANSLATE_NOOP("Characters", "inverted exclamation mark"),
    QT_TRANSLATE_NOOP("Characters", "inverted question mark"),
    QT_TRANSLATE_NOOP("Characters", "euro sign"),
    QT_TRANSLATE_NOOP("Characters", "pound sign"),
    QT_TRANSLATE_NOOP("Characters", "yen sign"),
    QT_TRANSLATE_NOOP("Characters", "dagger"),
    QT_TRANSLATE_NOOP("Characters", "double dagger"),
    QT_TRANSLATE_NOOP("Characters", "prime"),
    QT_TRANSLATE_NOOP("Characters", "double prime"),
    QT_TRANSLATE_NOOP("Characters", "rightwards arrow"),
    QT_TRANSLATE_NOOP("Characters", "leftwards arrow"),
    QT_TRANSLATE_NOOP("Characters", "upwards arrow"),
    QT_TRANSLATE_NOOP("Characters", "downwards arrow"),
    QT_TRANSLATE_NOOP("Characters", "black star"),
    QT_TRANSLATE_NOOP("Characters", "white star"),
    QT_TRANSLATE_NOOP("Characters", "black square"),
    QT_TRANSLATE_NOOP("Characters", "white square"),
    QT_TRANSLATE_NOOP("Characters", "black circle"),
    QT_TRANSLATE_NOOP("Characters", "white circle"),
)
"""The signs that books are full of, by their names in Unicode; others keep the English one."""


def character_name(sign: str) -> str:
    """What the single character `sign` is called; itself where it has no name."""
    name = unicodedata.name(sign, "").lower()
    return QCoreApplication.translate("Characters", name) if name else sign
