"""Roots, powers, indices, accents and limits: what stands above, below and beside a part."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from reader.books.mathml_phrases import ordinal
from reader.books.mathml_signs import ACCENTS, LARGE, NAMED, WITH_LIMITS
from reader.books.mathml_words import Part, Words

_CHARGE = re.compile(r"(\d*)\s*([+−-])")
_TRANSPOSE = frozenset({"T", "⊤", "t", "⊺"})
_MARKS = frozenset("′'″‴°∘∗*†+-−")
"""Superscripts that are no powers: primes, degrees, charges and the like."""


class Scripts:
    """Puts the parts of a script into words, in a formula that is `chemical` or not."""

    def __init__(self, words: Words, *, chemical: bool) -> None:
        self._words = words
        self._chemical = chemical
        self._by_tag: dict[str, tuple[int, Callable[[Sequence[Part]], Part]]] = {
            "mroot": (2, self._root),
            "msup": (2, self._power),
            "msub": (2, self._index),
            "msubsup": (3, self.index_and_power),
            "munder": (2, self._below),
            "mover": (2, self._above),
            "munderover": (3, self._below_and_above),
        }

    def knows(self, tag: str) -> bool:
        """Whether `tag` is an element with scripts."""
        return tag in self._by_tag

    def combined(self, tag: str, parts: Sequence[Part]) -> Part:
        """The words of the element `tag` with its base and scripts; as a row if some lack."""
        expected, combine = self._by_tag[tag]
        if len(parts) == expected:
            return combine(parts)
        return Part(self._words.joined([part.text for part in parts]), simple=False)

    def _root(self, parts: Sequence[Part]) -> Part:
        if parts[1].sign == "2":
            return Part(self._words.say_by_size("root", parts[0]))
        if parts[1].sign == "3":
            return Part(self._words.say_by_size("cube root", parts[0]))
        degree = Part(ordinal(parts[1].text, self._words.language))
        return Part(self._words.say_by_size("nth root", parts[0], degree))

    def _power(self, parts: Sequence[Part]) -> Part:
        base, exponent = parts
        if not exponent.text:
            return base
        if (exponent.sign and _MARKS.issuperset(exponent.sign)) or self._chemical:
            text = self._marked(base, exponent)
        else:
            text = self._inverse(base, exponent) or self._raised(base, exponent)
        keeps = base.is_function or (exponent.sign in {"′", "'", "″"} and len(base.sign) == 1)
        return Part(text, simple=base.simple, sign=base.sign if keeps else "")

    def _marked(self, base: Part, exponent: Part) -> str:
        """Primes and degrees, and the charge of an ion."""
        say = self._words.say
        charge = _CHARGE.fullmatch(exponent.sign)
        if self._chemical and charge:
            sign = say("positive" if charge[2] == "+" else "negative")
            return self._words.joined([base.text, charge[1], sign])
        mark = self._words.sign("°") if exponent.sign == "∘" else exponent.text
        return say("raised", base.text, mark or exponent.text)

    def _inverse(self, base: Part, exponent: Part) -> str:
        """A transposed or inverse matrix and an inverse function; empty for a power."""
        letter = len(base.sign) == 1 and base.sign.isupper()
        if exponent.sign in {"−1", "-1"} and (letter or base.is_function):
            phrase = "inverse function" if base.is_function else "inverse"
            return self._words.say(phrase, base.text)
        transposed = letter and exponent.sign in _TRANSPOSE
        return self._words.say("transpose", base.text) if transposed else ""

    def _raised(self, base: Part, exponent: Part) -> str:
        phrase = {"2": "squared", "3": "cubed"}.get(exponent.sign)
        if phrase:
            return self._words.say(f"function {phrase}" if base.is_function else phrase, base.text)
        phrase = "power" if exponent.simple else "power long"
        return self._words.say(phrase, base.text, exponent.text)

    def _index(self, parts: Sequence[Part]) -> Part:
        base, index = parts
        if not index.text:
            return base
        if has_limits(base.sign):
            return self._below(parts)
        if self._chemical and index.sign.isdigit():
            return Part(f"{base.text} {index.text}", sign=base.sign)
        if base.sign in {"log", "lg"}:
            return Part(
                self._words.say("log alone", index.text), sign="log", index=index.text, tag="mi"
            )
        phrase = "index" if index.simple else "index long"
        return Part(self._words.say(phrase, base.text, index.text), sign=_letter(base))

    def index_and_power(self, parts: Sequence[Part]) -> Part:
        """A base with an index and a power, or an operator with its limits."""
        base, index, exponent = parts
        if base.sign in LARGE:
            return self._below_and_above(parts)
        return self._power([self._index([base, index]), exponent])

    # --- what stands above and below

    def _below(self, parts: Sequence[Part]) -> Part:
        base, below = parts
        if not below.text:
            return base
        if base.sign in {"lim", "limsup", "liminf"}:
            return Part(self._words.say("as", base.text, below.text), binds=True)
        if has_limits(base.sign):
            return Part(self._words.say("over", base.text, below.text), binds=True)
        accent = ACCENTS.get(below.sign)
        if accent in {"bar", "brace"}:
            return base
        return Part(self._words.say("below", base.text, below.text), sign=base.sign,
                    operator=base.operator)  # fmt: skip

    def _above(self, parts: Sequence[Part]) -> Part:
        base, above = parts
        accent = ACCENTS.get(above.sign)
        if accent:
            return Part(self._words.say(accent, base.text), simple=base.simple)
        if not above.text:
            return base
        if base.sign in LARGE:
            return Part(self._words.say("up to", base.text, above.text), binds=True)
        return Part(self._words.say("above", base.text, above.text), operator=base.operator)

    def _below_and_above(self, parts: Sequence[Part]) -> Part:
        base, below, above = parts
        if not above.text:
            return self._below([base, below])
        if not below.text:
            return self._above([base, above])
        if has_limits(base.sign):
            return Part(self._words.say("from to", base.text, below.text, above.text), binds=True)
        text = self._words.say("above and below", base.text, below.text, above.text)
        return Part(text, operator=base.operator)


def has_limits(sign: str) -> bool:
    """Whether `sign` is an operator or a function that limits belong to."""
    return sign in LARGE or sign in WITH_LIMITS


def _letter(base: Part) -> str:
    return base.sign if len(base.sign) == 1 or base.sign in NAMED else ""
