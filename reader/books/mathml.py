"""What is said for a formula: its own alternative text, or its markup put into words.

``alttext`` is LaTeX in many books; then the elements are read instead, if there are any.
"""

from __future__ import annotations

import re

from reader.books.markup import Element, local_name, plain_text
from reader.books.mathml_reader import FormulaReader
from reader.language.detect import primary

_LATEX = re.compile(r"\\[A-Za-z]+|[\^_]\{|\$")
_SAYS_NOTHING = re.compile(r"\W*(?:alternative|alt)?\W*text not available\W*", re.IGNORECASE)


def reading(math: Element, language: str = "en") -> str:
    """What to say for a ``math`` element in `language` (Chinese or, for all others, English)."""
    alternative = " ".join((math.get("alttext") or math.get("aria-label") or "").split())
    if _SAYS_NOTHING.fullmatch(alternative):
        alternative = ""
    if alternative and not _LATEX.search(alternative):
        return alternative
    spoken = ""
    if any(local_name(child) for child in math) or (math.text or "").strip():
        spoken = FormulaReader(math, "zh" if primary(language) in ("zh", "yue") else "en").read()
    return spoken or alternative or plain_text(math)
