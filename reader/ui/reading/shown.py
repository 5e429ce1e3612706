"""A chapter's text as it is shown: every character one that Qt and screen readers can bear.

Almost all of it is the book's own text. Otherwise than written are: characters that a text
document would take for its own structure; paragraphs so long that laying one out could be
felt, which are broken into several; and, while a screen reader listens, characters beyond
the basic plane. Qt counts those as two, where Orca counts one, so that everything after them
would be read out shifted: a name stands in their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reader.books.model import Chapter
from reader.language.detect import primary
from reader.language.spelling.names import basic_form, character_name
from reader.ui.offsets import Offsets

LONGEST_LINE = 4_000
"""Characters that a text document lays out in one piece: about 10 ms of work."""

_SEARCHED = 1_000
"""How far before the longest line a better place to break it is looked for."""

_BREAKS = (
    re.compile(r"[。！？…][”’」』）]*|[.!?][\"'”’)\]]*(?=\s)"),
    re.compile(r"\s(?=\S)"),
    re.compile(r"[，；：、,;:]"),
)
_STRUCTURE = {"\r": " ", "\u2029": "\u2028", "\ufdd0": "\ufffd", "\ufdd1": "\ufffd", "\0": "\ufffd"}
"""What a text document would take for its own structure, replaced one for one."""

_ODD = re.compile("[\U00010000-\U0010ffff\r\u2029\ufdd0\ufdd1\0\ud800-\udfff]")
_JOINED = re.compile(
    "[\U00010000-\U0010ffff\r\u2029\ufdd0\ufdd1\0\ud800-\udfff]"
    "|(?<=[\U00010000-\U0010ffff])\ufe0f|(?<=[\U00010000-\U0010ffff\ufe0f])\u200d"
)
"""The same, and what joins one picture to the next."""

_JOINING = re.compile("[\ufe0f\u200d\U000e0000-\U000e0fff]")
"""What has no shape of its own, in pictures and after hanzi."""


class Shown(NamedTuple):
    """The text to show, and where the offsets of the chapter lie in it."""

    text: str
    offsets: Offsets


def shown(chapter: Chapter, *, language: str, substitute: bool) -> Shown:
    """`chapter` as it is shown; `substitute` puts names in place of what Orca cannot count.

    `language` (BCP 47) is that of the names.
    """
    text = chapter.text
    pieces: list[str] = []
    lengths: list[tuple[int, int]] = []
    done = 0
    for offset, instead in _changes(chapter, primary(language), substitute=substitute):
        pieces += (text[done:offset], instead)
        done = offset + 1
        units = len(instead) + sum(character > "\uffff" for character in instead)
        if units != 1:
            lengths.append((offset, units))
    pieces.append(text[done:])
    return Shown("".join(pieces), Offsets(lengths))


def _changes(chapter: Chapter, language: str, *, substitute: bool) -> Iterator[tuple[int, str]]:
    """Each character that is shown otherwise than it is written, or as two units; rising."""
    text = chapter.text
    breaks = _breaks(chapter)
    following = next(breaks, -1)
    for found in (_JOINED if substitute else _ODD).finditer(text):
        while 0 <= following < found.start():
            yield following, _broken(text[following])
            following = next(breaks, -1)
        character = found.group()
        instead = _STRUCTURE.get(character, character)
        if "\ud800" <= character <= "\udfff":
            instead = "\ufffd"
        elif substitute and instead == character:
            instead = _substitute(character, language)
        if following == found.start():
            instead += "\n"
            following = next(breaks, -1)
        yield found.start(), instead
    while following >= 0:
        yield following, _broken(text[following])
        following = next(breaks, -1)


def _broken(character: str) -> str:
    return "\n" if character == " " else f"{character}\n"


@lru_cache(maxsize=1_000)
def _substitute(character: str, language: str) -> str:
    """Characters of the basic plane for one beyond it; none for what only joins two."""
    if _JOINING.match(character):
        return ""
    plain = basic_form(character)
    if plain is not None:
        return plain
    name = character_name(character, language)
    return f"〔{name}〕" if language == "zh" else f"[{name}]"


def _breaks(chapter: Chapter) -> Iterator[int]:
    """The characters after which a paragraph that is too long is broken."""
    text = chapter.text
    for start, block in zip(chapter.block_starts, chapter.blocks, strict=True):
        begin, end = start, start + len(block.text)
        while end - begin > LONGEST_LINE:
            last = _break(text, begin + LONGEST_LINE)
            yield last
            begin = last + 1


def _break(text: str, limit: int) -> int:
    """The last character of a line that ends before `limit`: after a sentence, if it can.

    Where a blank follows the sentence, it is the blank, which becomes the line's end.
    """
    for pattern in _BREAKS:
        ends = [found.end() for found in pattern.finditer(text, limit - _SEARCHED, limit)]
        if ends:
            return ends[-1] if text[ends[-1]] == " " else ends[-1] - 1
    return limit - 1
