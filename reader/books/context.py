"""What an element means for the text inside it: its style, and the kind of its block."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from reader.books import subtrees
from reader.books.aloud import Aloud
from reader.books.flow import Style
from reader.books.markup import XML_LANGUAGE, Element, attribute, local_name
from reader.books.model import BlockKind, Emphasis
from reader.books.speakers import NARRATED, name_of

LIST_TAGS = frozenset({"ol", "ul", "menu", "dir"})
BLOCK_TAGS = LIST_TAGS | frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "details"),
        *("dialog", "div", "dl", "dt", "dd", "fieldset", "figcaption", "figure", "footer", "form"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li"),
        *("main", "nav", "optgroup", "option", "p", "pre", "section", "summary"),
        *("table", "tbody", "td", "tfoot", "th", "thead", "tr"),
        # DTBook, the older DAISY form that EPUB 2 allows
        *("bridgehead", "sidebar", "level1", "level2", "level3", "level4", "level5", "level6"),
    }
)
NOTE_MEANINGS = frozenset({"footnote", "endnote", "rearnote"})
WAY_BACK_MEANINGS = frozenset({"backlink", "referrer"})
ORNAMENT = re.compile(r"[\s*＊∗⁂•·●○◆◇■□★☆※~～–—_=#§❦❧☙✦✧✱✻✽❖-]+")
"""A paragraph of nothing but such signs separates scenes."""

_NOT_SPOKEN_MEANINGS = WAY_BACK_MEANINGS | {"noteref"}
_EMPHASIS = {
    "em": Emphasis.EMPHASIS,
    "i": Emphasis.EMPHASIS,
    "dfn": Emphasis.EMPHASIS,
    "strong": Emphasis.STRONG,
    "b": Emphasis.STRONG,
}
_STRENGTH = {emphasis: strength for strength, emphasis in enumerate(Emphasis)}
_TERMS = frozenset({"dfn", "dt"})
_SSML = "{http://www.w3.org/2001/10/synthesis}"
_TELLING = frozenset(
    {XML_LANGUAGE, "xml:lang", "lang", "data-speaker"}
    | {prefix + name for prefix in (_SSML, "ssml:") for name in ("alphabet", "ph")}
)
"""Attributes of any element that change how its text is said."""

_NO_PHRASE = BLOCK_TAGS | {"a", "br", "img", "image", "svg", "math", "ruby", "audio", "video"}
"""What has to be read for itself, so that no one pronunciation can stand for it."""

_HEADING = re.compile("h([1-6])")


@dataclass(frozen=True, kw_only=True)
class Context:
    """What the open elements make of the text inside them.

    `lists` and `quotations` count how many are open; `row` says that a row of a data table
    is being read, whose cells stay together in one block.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    language: str | None = None
    lists: int = 0
    quotations: int = 0
    note: bool = False
    row: bool = False
    data_table: bool = False

    def kind_of(self, text: str, *, is_image: bool) -> tuple[BlockKind, int]:
        """Kind and level of a block with this text; within a note everything is note."""
        if self.kind in {BlockKind.HEADING, BlockKind.TABLE_ROW, BlockKind.CODE}:
            return self.kind, self.level
        if self.note:
            return BlockKind.NOTE, 0
        if is_image:
            return BlockKind.IMAGE, 0
        if self.kind is BlockKind.PARAGRAPH and ORNAMENT.fullmatch(text):
            return BlockKind.SEPARATOR, 0
        return self.kind, self.level


def style_within(
    element: Element,
    name: str,
    said: frozenset[str],
    style: Style,
    resolve: Callable[[str], str],
    aloud: Aloud | None = None,
) -> Style:
    """The style inside `element` (of tag `name`, meaning `said`) that stands in `style`.

    `phonemes` are those of the element itself, which is then read as a whole: a pronunciation
    within one that has its own does not count, nor does one of more than a phrase.
    """
    changes: dict[str, Any] = {}
    if not _TELLING.isdisjoint(element.keys()):
        changes |= _as_written(element, name)
    if aloud is not None:
        changes |= _as_styled(aloud)
    if said and said & NARRATED:
        changes["speaker"] = None
    if name in _EMPHASIS:
        changes["emphasis"] = max(style.emphasis, _EMPHASIS[name], key=_STRENGTH.__getitem__)
    if name in _TERMS:
        changes["term"] = True
    if name == "a" and element.get("href"):
        changes["link"] = resolve(element.get("href", ""))
        changes["note"] = bool(said & _NOT_SPOKEN_MEANINGS)
    if _is_raised(element, name):
        changes["raised"] = True
    return replace(style, **changes) if changes else style


def context_within(
    element: Element, name: str, said: frozenset[str], context: Context, style: Style
) -> Context:
    """The context inside `element`, whose own style is `style`, that stands in `context`."""
    changes: dict[str, Any] = {}
    if name in BLOCK_TAGS and style.language != context.language:
        changes["language"] = style.language
    if said & NOTE_MEANINGS:
        changes["note"] = True
    heading = heading_level(element, name, said)
    if heading:
        changes |= {"kind": BlockKind.HEADING, "level": heading}
    elif name == "pre":
        changes["kind"] = BlockKind.CODE
    elif name == "blockquote":
        depth = context.quotations + 1
        changes |= {"kind": BlockKind.QUOTATION, "quotations": depth, "level": depth}
    elif name in LIST_TAGS or name == "dl":
        changes["lists"] = context.lists + 1
    elif name in {"li", "dt", "dd"}:
        changes |= {"kind": BlockKind.LIST_ITEM, "level": max(1, context.lists)}
    elif name == "table":
        changes["data_table"] = not context.row and subtrees.is_data_table(element)
    elif name == "tr" and context.data_table:
        changes |= {"kind": BlockKind.TABLE_ROW, "row": True, "level": 0}
    return replace(context, **changes) if changes else context


def _as_written(element: Element, name: str) -> dict[str, Any]:
    """What the attributes say of language, speaker and pronunciation."""
    written: dict[str, Any] = {}
    tag = attribute(element, "xml:lang").strip()
    if tag and name not in {"html", "body"}:
        written["language"] = tag
    speaker = element.get("data-speaker")
    if speaker is not None:
        written["speaker"] = name_of(speaker)
    alphabet, phonemes = _ssml(element, "alphabet"), _ssml(element, "ph")
    if alphabet:
        written["phoneme_alphabet"] = alphabet
    if phonemes and _is_phrase(element):
        written["phonemes"] = phonemes
    return written


def _as_styled(aloud: Aloud) -> dict[str, Any]:
    styled: dict[str, Any] = {}
    if aloud.voice is not None:
        styled["voice"] = aloud.voice or None
    if aloud.say_as is not None:
        styled["say_as"] = aloud.say_as or None
    return styled


def _ssml(element: Element, name: str) -> str:
    """An attribute of SSML, also where the page was no longer well-formed XML."""
    return (element.get(f"{_SSML}{name}") or element.get(f"ssml:{name}") or "").strip()


def _is_phrase(element: Element) -> bool:
    return not any(local_name(part) in _NO_PHRASE for part in element.iterdescendants())


def _is_raised(element: Element, name: str) -> bool:
    """Superscript, or a class that says the same of a note reference."""
    words = (element.get("class") or "").lower()
    raised = name == "sup" or "noteref" in words or "footnote" in words
    return raised or (name == "a" and any(local_name(child) == "sup" for child in element))


def heading_level(element: Element, name: str, said: frozenset[str]) -> int:
    """1 to 6 for a heading, 0 for anything else."""
    found = _HEADING.fullmatch(name)
    if found:
        return int(found[1])
    if "heading" in said:
        level = element.get("aria-level", "2")
        return int(level) if re.fullmatch("[1-6]", level) else 2
    return 0
