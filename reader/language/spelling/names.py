"""What single characters are called that are not read by their sound: pictures, signs, rare hanzi.

The names of pictures are those of Unicode's CLDR (Unicode License v3), as the package `emoji`
has them; ``training/spelling`` in the repository makes the table.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from reader import paths

_HANZI = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_REGIONAL = 0x1F1E6
_TONES = {
    "\U0001f3fb": ("light skin tone", "较浅肤色"),
    "\U0001f3fc": ("medium-light skin tone", "中等-浅肤色"),
    "\U0001f3fd": ("medium skin tone", "中等肤色"),
    "\U0001f3fe": ("medium-dark skin tone", "中等-深肤色"),
    "\U0001f3ff": ("dark skin tone", "较深肤色"),
}


@lru_cache(maxsize=1_000)
def character_name(character: str, language: str) -> str:
    """The name of `character` in Chinese (``zh``), else in English; ``U+20BB7`` where none is.

    A picture is called what it shows (``grinning face``), a sign by its Unicode name.
    """
    pair = _TONES.get(character) or _pictures().get(character)
    if pair is not None:
        return pair[1] if language == "zh" and pair[1] else pair[0]
    if 0 <= ord(character) - _REGIONAL < 26:
        letter = chr(ord("A") + ord(character) - _REGIONAL)
        return f"旗帜字母{letter}" if language == "zh" else f"flag letter {letter}"
    name = "" if is_hanzi(character) else unicodedata.name(character, "").lower()
    return name or f"U+{ord(character):04X}"


def is_hanzi(character: str) -> bool:
    """Whether `character` is a Chinese character, of the basic plane or not."""
    return _HANZI.match(character) is not None


def basic_form(character: str) -> str | None:
    """The same sign within the basic plane where Unicode knows one (𝐀 → A), else None."""
    form = unicodedata.normalize("NFKC", character)
    plain = form != character and form.isprintable() and max(form) <= "\uffff"
    return form if plain else None


@cache
def _pictures() -> dict[str, tuple[str, str]]:
    """The English and Chinese name of each picture that is one character."""
    file = paths.resources_folder() / "spelling" / "pictures.txt"
    rows = (line.split("\t") for line in file.read_text("utf-8").splitlines())
    return {character: (english, chinese) for character, english, chinese in rows}
