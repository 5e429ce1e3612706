"""The words of a chapter, and which of them stand in quotations."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from sys import intern

from reader.books.model import Chapter
from reader.dialogue.model import Quotation

_WORD = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|St|Messrs|Mme|Mlle|Prof|Rev|Capt|Col|Gen|Lt|Sgt|Hon|Jr|Sr|M)\.(?=\s)"
    r"|[^\W\d_](?:[^\W_]|-(?=[^\W_])|['’](?=[A-Z][a-z]))*"
    r"|['’][a-z]{1,2}\b|\S"
)
NARRATION = -1
"""The quotation of a word that stands in none."""
SENTENCE_ENDS = frozenset((".", "!", "?", ";", "\n"))


class Words:
    """A chapter's words and signs in order, a line feed between its blocks.

    `written` are the words, `low` in lower case without the full stop of an abbreviation,
    `starts` their offsets in the chapter's text, `inside` the number of the quotation each
    stands in, or :data:`NARRATION`.
    """

    def __init__(self, chapter: Chapter, quotations: Sequence[Quotation]) -> None:
        self.written: list[str] = []
        self.starts = array("L")
        for offset, block in zip(chapter.block_starts, chapter.blocks, strict=True):
            for match in _WORD.finditer(block.text):
                self.starts.append(offset + match.start())
                self.written.append(intern(match.group()))
            self.starts.append(offset + len(block.text))
            self.written.append("\n")
        self.low = [
            intern(word.rstrip(".").lower() if len(word) > 1 else word.lower())
            for word in self.written
        ]
        self.inside = array("l", [NARRATION]) * len(self.written)
        for number, quotation in enumerate(quotations):
            first, last = self.at(quotation.start), self.at(quotation.end)
            self.inside[first:last] = array("l", [number]) * (last - first)

    def at(self, offset: int) -> int:
        """The first word that begins at or after `offset`."""
        return bisect_left(self.starts, offset)

    def __len__(self) -> int:
        return len(self.written)

    def capital(self, index: int) -> bool:
        """Whether the word begins with a capital letter."""
        return self.written[index][:1].isupper()

    def opens_sentence(self, index: int) -> bool:
        """Whether the word is the first of a sentence, of a block or of a quotation."""
        before = index - 1
        while before >= 0 and self.low[before] in _WRAPPING:
            before -= 1
        return (
            before < 0 or self.low[before] in _OPENING or self.inside[before] != self.inside[index]
        )


_WRAPPING = frozenset("\"'“”‘’«»()[]_*")
_OPENING = SENTENCE_ENDS | {":", "-", "–", "—", "…"}
