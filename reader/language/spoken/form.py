"""The way from written to spoken text: our own rules first, then the library's grammar."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Protocol

from reader.language.detect import primary


class _Normalizer(Protocol):
    def normalize(self, text: str) -> str: ...


_NEEDS_SAYING = re.compile(r"[\d%‰℃℉$€£¥￥+=×÷&@#°~±²³½¼¾⅓⅔№]")


def spoken_form(text: str, language: str) -> str:
    """`text` as it is said in `language` (a BCP 47 tag); never raises.

    Text without digits and signs comes back as it is, and so does what no rule knows.
    """
    if not _NEEDS_SAYING.search(text):
        return text
    tag = primary(language)
    if tag not in ("zh", "en"):
        return text
    return _library_form(text, tag)


def warm_up() -> None:
    """Load the grammars, so that the first number does not wait for them."""
    spoken_form("1", "zh")
    spoken_form("1", "en")


def _library_form(text: str, tag: str) -> str:
    """What the library's grammar says; the text itself where it fails."""
    try:
        said = _normalizer(tag).normalize(text)
    except Exception:  # any failure of a grammar leaves the text as written
        return text
    return said or text


@lru_cache(maxsize=2)
def _normalizer(tag: str) -> _Normalizer:
    from wetext import Normalizer  # type: ignore[import-untyped]

    normalizer: _Normalizer = Normalizer(lang=tag, operator="tn")
    return normalizer
