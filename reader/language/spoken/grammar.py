"""The library's grammars of spoken forms (``wetext``), for what our own rules leave unsaid."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol


class _Grammar(Protocol):
    def normalize(self, text: str) -> str: ...


@lru_cache(maxsize=1_000)
def said(text: str, tag: str) -> str:
    """What the grammar of ``zh`` or ``en`` makes of `text`; the text itself where it fails."""
    try:
        return _grammar(tag).normalize(text).replace("\\", "") or text
    except Exception:  # whatever fails in a grammar, the text is still read as written
        return text


@lru_cache(maxsize=2)
def _grammar(tag: str) -> _Grammar:
    from wetext import Normalizer  # type: ignore[import-untyped]

    grammar: _Grammar = Normalizer(lang=tag, operator="tn")
    return grammar
