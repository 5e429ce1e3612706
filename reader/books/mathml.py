"""A plain reading of a formula: its own alternative text, or fractions, roots and powers.

``alttext`` is LaTeX in many books; then the elements are read instead, if there are any.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.books.markup import Element, local_name, plain_text
from reader.language.detect import primary

_DEEPEST = 60
_LATEX = re.compile(r"\\[A-Za-z]+|[\^_]\{|\$")
_SAYS_NOTHING = re.compile(r"\W*(?:alternative|alt)?\W*text not available\W*", re.IGNORECASE)
_SIMPLE = re.compile(r"[\w.]+")

_WORDS = {
    "en": {
        "fraction": "{0} over {1}",
        "root": "the square root of {0}",
        "nth root": "the {1} root of {0}",
        "power": "{0} to the power of {1}",
        "squared": "{0} squared",
        "cubed": "{0} cubed",
        "index": "{0} sub {1}",
        "both": "{0} sub {1} to the power of {2}",
        "range": "{0} from {1} to {2}",
        "under": "{0} over {1}",
    },
    "zh": {
        "fraction": "{1}分之{0}",
        "root": "根号{0}",
        "nth root": "{0}的{1}次方根",
        "power": "{0}的{1}次方",
        "squared": "{0}的平方",
        "cubed": "{0}的立方",
        "index": "{0}下标{1}",
        "both": "{0}下标{1}的{2}次方",
        "range": "{0}从{1}到{2}",
        "under": "{0}下{1}",
    },
}
_OPERATORS = {
    "en": {"−": "minus", "-": "minus", "±": "plus or minus", "∓": "minus or plus"},
    "zh": {"−": "减", "-": "减", "±": "正负", "∓": "负正"},
}
_ROWS = {"mrow", "math", "mtd", "mstyle", "mpadded", "semantics"}
_SILENT = {"\u2061", "\u2062", "\u2063", "\u2064"}
_LARGE_OPERATORS = {"∑", "∏", "∫", "⋃", "⋂", "lim"}


def reading(math: Element, language: str = "en") -> str:
    """What to say for a ``math`` element in `language` (Chinese or, for all others, English)."""
    alternative = " ".join((math.get("alttext") or math.get("aria-label") or "").split())
    if _SAYS_NOTHING.fullmatch(alternative):
        alternative = ""
    if alternative and not _LATEX.search(alternative):
        return alternative
    content = _content(math)
    spoken = _Reader(primary(language)).read(content) if content is not None else ""
    return spoken or alternative or plain_text(math)


def _content(math: Element) -> Element | None:
    """The presentation markup: inside ``semantics`` it is the first child."""
    for child in math:
        if local_name(child) == "semantics":
            return next((part for part in child if local_name(part)), None)
    return math if len(math) or (math.text or "").strip() else None


class _Reader:
    def __init__(self, language: str) -> None:
        self._words = _WORDS.get(language, _WORDS["en"])
        self._operators = _OPERATORS.get(language, _OPERATORS["en"])
        self._depth = 0
        self._by_tag: dict[str, Callable[[list[str]], str]] = {
            "mfrac": lambda p: self._say("fraction", self._grouped(p)),
            "msqrt": lambda p: self._say("root", [" ".join(p)]),
            "mroot": lambda p: self._say("nth root", p),
            "msup": self._power,
            "msub": lambda p: self._say("index", p),
            "msubsup": lambda p: self._limits("both", p),
            "munderover": lambda p: self._limits("range", p),
            "munder": lambda p: self._say("under" if p[0] not in _LARGE_OPERATORS else "index", p),
            "mover": " ".join,
            "mtr": ", ".join,
            "mtable": "; ".join,
        }

    def read(self, element: Element) -> str:
        """The words for `element`, parts joined by blanks."""
        name = local_name(element)
        if not name or name in {"annotation", "annotation-xml", "mphantom", "none"}:
            return ""
        if name in {"mi", "mn", "mtext", "ms", "mo"}:
            return self._token(name, plain_text(element))
        if self._depth > _DEEPEST:
            return plain_text(element)
        self._depth += 1
        parts = self._parts(element)
        self._depth -= 1
        if name == "mfenced":
            return f"({', '.join(parts)})"
        combine = self._by_tag.get(name)
        return combine(parts) if combine and parts else " ".join(parts)

    def _parts(self, element: Element) -> list[str]:
        """The children's words; the digits of one number are one part."""
        parts: list[str] = []
        before = ""
        for child in element:
            words = self.read(child)
            name = local_name(child)
            if words and name == before == "mn" and local_name(element) in _ROWS:
                parts[-1] += words
            elif words:
                parts.append(words)
            before = name if words else before
        return parts

    def _token(self, name: str, text: str) -> str:
        text = "".join(character for character in text if character not in _SILENT).strip()
        return self._operators.get(text, text) if name == "mo" else text

    def _say(self, phrase: str, parts: list[str]) -> str:
        pattern = self._words[phrase]
        if pattern.count("{") != len(parts):
            return " ".join(parts)
        return pattern.format(*parts)

    def _grouped(self, parts: list[str]) -> list[str]:
        """Long numerators and denominators in brackets, so that the ear hears their end."""
        return [part if _SIMPLE.fullmatch(part) else f"({part})" for part in parts]

    def _power(self, parts: list[str]) -> str:
        phrase = {"2": "squared", "3": "cubed"}.get(parts[-1]) if len(parts) == 2 else None
        return self._say(phrase, parts[:1]) if phrase else self._say("power", parts)

    def _limits(self, phrase: str, parts: list[str]) -> str:
        large = parts[0] in _LARGE_OPERATORS
        return self._say("range" if large else phrase, parts)
