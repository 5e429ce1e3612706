"""Lines of plain text → paragraphs.

Three habits are met: a blank line between paragraphs whose lines are wrapped by hand; a line
for each paragraph; and lines wrapped by hand with an indent where a paragraph begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from reader.books.model import LINE_BREAK

_WIDEST_WRAPPED = 150
_CJK = re.compile("[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_INDENT = re.compile(r"^(?:\u3000| {2,}|\t)")
_SAMPLE_LINES = 20_000


@dataclass(frozen=True, kw_only=True)
class Layout:
    """The habit of a text: are lines wrapped by hand, at which width, and are indents used?"""

    wrapped: bool
    indented: bool
    width: int


def observe(lines: Sequence[str]) -> Layout:
    """The layout of a text, seen from its first 20,000 lines."""
    sample = lines[:_SAMPLE_LINES]
    return Layout(
        wrapped=_is_wrapped(sample),
        indented=_begins_with_indent(sample),
        width=_typical_width(sample),
    )


def paragraphs(lines: Sequence[str], layout: Layout | None = None) -> Iterator[str]:
    """The paragraphs of `lines`, in order, none blank; verse keeps its line breaks.

    `layout` is that of the whole text; without it, that of these lines.
    """
    layout = layout or observe(lines)
    if not layout.wrapped:
        yield from (line.strip() for line in lines if line.strip())
        return
    for blank, group in groupby(lines, key=lambda line: not line.strip()):
        if not blank:
            part = list(group)
            if layout.indented and _is_set_off_verse(part):
                yield LINE_BREAK.join(line.strip() for line in part)
                continue
            for paragraph in _split_at_indents(part) if layout.indented else [part]:
                yield _joined(paragraph, layout.width)


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether paragraphs are broken into lines of about one width.

    In a wrapped text most lines that have a neighbour below are nearly as wide as the widest
    usual line, and that is narrow enough to have been made for a screen or a printer.
    """
    followed = [_width(line) for line, below in pairwise(lines) if line.strip() and below.strip()]
    if len(followed) < 3:
        return False
    widest = _typical_width(lines)
    full = sum(1 for width in followed if width >= widest * 0.75)
    return widest <= _WIDEST_WRAPPED and full >= len(followed) * 0.5


def _typical_width(lines: Sequence[str]) -> int:
    """The width that one line in twenty exceeds, in columns."""
    widths = sorted(_width(line) for line in lines if line.strip())
    return widths[int(len(widths) * 0.95)] if widths else 0


def _width(line: str) -> int:
    """Columns, nearly: a Chinese character has two, and three bytes in UTF-8."""
    line = line.rstrip()
    return (len(line.encode("utf-8", "replace")) + len(line)) // 2


def _begins_with_indent(lines: Sequence[str]) -> bool:
    filled = [line for line in lines if line.strip()]
    indented = sum(1 for line in filled if _INDENT.match(line))
    return 0.02 * len(filled) < indented < 0.7 * len(filled)


def _split_at_indents(lines: list[str]) -> list[list[str]]:
    """A new paragraph at each indented line, unless (as in verse) most lines are."""
    indented = [bool(_INDENT.match(line)) for line in lines]
    if sum(indented) > len(lines) * 0.7 and len(lines) > 2:
        return [lines]
    parts: list[list[str]] = []
    for line, begins in zip(lines, indented, strict=True):
        if begins or not parts:
            parts.append([])
        parts[-1].append(line)
    return parts


def _is_set_off_verse(lines: list[str]) -> bool:
    """Whether all lines are indented and begin as lines of English verse do: with a capital."""
    beginnings = [line.lstrip(" \t'\"“‘(_*-—")[:1] for line in lines]
    return len(lines) > 1 and all(
        _INDENT.match(line) and beginning.isupper()
        for line, beginning in zip(lines, beginnings, strict=True)
    )


def _joined(lines: list[str], width: int) -> str:
    """One paragraph: its lines joined, or kept apart where they are short like verse."""
    stripped = [line.strip() for line in lines]
    short = sum(1 for line in stripped[:-1] if _width(line) < width * 0.6)
    if len(stripped) > 1 and short > (len(stripped) - 1) * 0.6:
        return LINE_BREAK.join(stripped)
    text = stripped[0]
    for line in stripped[1:]:
        together = _CJK.match(text[-1]) and _CJK.match(line[0])
        text += line if together else f" {line}"
    return text
