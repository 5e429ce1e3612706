"""Words put together: signs, phrases and their parts in one language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.books.mathml_phrases import PHRASES
from reader.books.mathml_signs import NAMED, WORDS

_HANZI = re.compile("[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]")


@dataclass(frozen=True)
class Part:
    """A part of a formula in words.

    `simple` is one thing, which needs no words for its end; `nested` a fraction, `fenced` a
    table with its brackets, `binds` an operator with its limits; `sign` is what was written,
    where it was one sign or name; `index` the base of a logarithm; `tag` the token's element.
    """

    text: str
    simple: bool = True
    sign: str = ""
    operator: bool = False
    nested: bool = False
    fenced: bool = False
    binomial: bool = False
    binds: bool = False
    index: str = ""
    tag: str = ""

    @property
    def is_function(self) -> bool:
        """Whether it is a function's name."""
        return self.sign in NAMED


@dataclass(frozen=True)
class Words:
    """The words of one language: for signs, and for what is made of parts."""

    language: str

    def sign(self, text: str) -> str | None:
        """What `text` is called, if it has a name."""
        return WORDS[self.language].get(text)

    def say(self, phrase: str, *parts: str) -> str:
        """`phrase` with `parts` in their places."""
        pieces = re.split(r"\{(\d)\}", PHRASES[self.language][phrase])
        chosen = [parts[int(p)] if at % 2 else p for at, p in enumerate(pieces)]
        return self.joined([piece.strip() for piece in chosen])

    def say_by_size(self, phrase: str, *parts: Part) -> str:
        """`phrase`, with words for its end where a part is more than one thing."""
        long = "" if all_simple(parts) else " long"
        return self.say(phrase + long, *(part.text for part in parts))

    def joined(self, parts: Sequence[str]) -> str:
        """`parts` one after the other: with blanks, but none beside a hanzi in Chinese."""
        text = ""
        for part in filter(None, parts):
            joint = " "
            beside_hanzi = text and (_HANZI.match(text[-1]) or _HANZI.match(part[0]))
            if not text or part[0] in ",;:.%，；：" or (self.language == "zh" and beside_hanzi):
                joint = ""
            text += joint + part
        return text


def all_simple(parts: Sequence[Part]) -> bool:
    """Whether none of `parts` needs words for its end."""
    return all(part.simple and not part.nested for part in parts)
