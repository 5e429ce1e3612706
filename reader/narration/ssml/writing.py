"""From a text and how it is said to a document in SSML, as short as it can be, a sentence a line.

What is written is read back as the same.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from xml.sax.saxutils import escape, quoteattr

from reader.narration.ssml import values
from reader.narration.ssml.asking import LANG
from reader.narration.ssml.model import OWN, SSML, Insertion, Markup
from reader.narration.ssml.nesting import Node, nested, tag
from reader.narration.ssml.wellformed import legal
from reader.narration.utterance import Pause

_INDENT = "  "
_MOST_INDENTS = 6


def write(markup: Markup) -> str:
    """`markup` as a document; :func:`~.parsing.parse` reads it back."""
    root, ends = nested(markup)
    writer = _Writer(markup.text, ends)
    writer.content(root)
    body = writer.written()
    own = f' xmlns:x="{OWN}"' if "<x:" in body or " x:" in body else ""
    language = f" {LANG}={quoteattr(markup.language)}" if markup.language else ""
    return f'<speak version="1.1" xmlns="{SSML}"{own}{language}>\n{body}</speak>\n'


def write_fragment(markup: Markup) -> str:
    """The one sentence of `markup` as what an ``s`` element holds, in one line."""
    line = replace(markup, text=markup.text.replace("\n", " "), sentences=())
    root, _ = nested(line)
    writer = _Writer(line.text, frozenset())
    writer.content(root)
    return "".join(writer.pieces)


class _Writer:
    """Writes what nodes hold. At `ends` sentences or paragraphs end: there, lines may end too."""

    def __init__(self, text: str, ends: Set[int]) -> None:
        self._text = text
        self._ends = ends
        self._depth = 1
        self.pieces: list[str] = []

    def written(self) -> str:
        """All of it; ends with a line feed unless there is nothing."""
        self._end_line(None)
        return "".join(self.pieces)

    def content(self, node: Node) -> None:
        """What `node` holds, without its own tags."""
        place = node.start
        for child in node.children:
            if isinstance(child, Insertion):
                self._words(place, max(place, child.offset))
                place = max(place, child.offset)
                self._put(_inserted(child))
            else:
                self._words(place, child.start)
                self._element(child)
                place = child.end
        self._words(place, node.end)

    def _element(self, node: Node) -> None:
        if node.is_line or node.has_lines:
            self._end_line(node.start)
        self._put(tag(node))
        if node.has_lines:
            self._depth += 1
            self._end_line(node.start)
        self.content(node)
        if node.has_lines:
            self._end_line(node.end)
            self._depth -= 1
        self._put(f"</{node.name}>")
        if node.is_line or node.has_lines:
            self._end_line(node.end)

    def _words(self, start: int, end: int) -> None:
        words = self._text[start:end]
        if start in self._ends:
            words = words.lstrip(" \n")
        if end in self._ends:
            words = words.rstrip(" \n")
        if words:
            self._put(escape(legal(words)))

    def _put(self, written: str) -> None:
        if self._ends and (not self.pieces or self.pieces[-1] == "\n"):
            self.pieces.append(_INDENT * min(self._depth, _MOST_INDENTS))
        self.pieces.append(written)

    def _end_line(self, place: int | None) -> None:
        """Begin a new line, if a line may end at `place` of the text."""
        allowed = place is None or place in self._ends
        if allowed and self.pieces and self.pieces[-1] != "\n":
            self.pieces.append("\n")


def _inserted(insertion: Insertion) -> str:
    item = insertion.item
    if not isinstance(item, Pause):
        return f"<mark name={quoteattr(legal(item.name))}/>"
    if item.seconds == 0:
        return '<break strength="none"/>'
    return f'<break time="{values.milliseconds(item.seconds)}ms"/>'
