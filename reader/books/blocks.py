"""A page's element tree → blocks, in the order they are read.

The tree is walked without recursion, so that no nesting is too deep. Text flows into the
:class:`~reader.books.flow.Flow` of the current block; a block-level tag ends the block.
Whatever is not read is counted in `omitted`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from reader.books import mathml, subtrees
from reader.books.cutting import Position, Split, split_long_verse
from reader.books.flow import Flow, Style, believable, to_runs, trimmed
from reader.books.lists import ListNumbers
from reader.books.markup import Element, attribute, local_name, meanings, plain_text
from reader.books.model import Block, BlockKind, Emphasis, Run
from reader.books.omissions import Omission
from reader.language.detect import language_of


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCK_TAGS = _words(
    "address article aside blockquote body caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li "
    "main menu nav ol optgroup option p pre section summary table tbody td tfoot th thead tr ul "
    "bridgehead sidebar level1 level2 level3 level4 level5 level6"
)
_SKIPPED = _words("script style head template rp rt rtc title")
_MEDIA = {"video": Omission.VIDEO, "audio": Omission.AUDIO, "iframe": Omission.EMBEDDED_PAGE}
_EMPHASIS = {
    "em": Emphasis.EMPHASIS,
    "i": Emphasis.EMPHASIS,
    "strong": Emphasis.STRONG,
    "b": Emphasis.STRONG,
}
_NOTE_MEANINGS = {"footnote", "endnote", "rearnote"}
_NAVIGATION = {"toc", "page-list", "landmarks"}
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
ORNAMENT = re.compile(r"[\s*＊∗⁂•·●○◆◇■□★☆※~～–—_=#§❦❧☙✦✧✱✻✽❖-]+")
_SSML = "{http://www.w3.org/2001/10/synthesis}"
_LONGEST_PAGE_LABEL = 20


@dataclass(frozen=True, kw_only=True)
class Context:
    """What the open elements make of the text inside them."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    language: str | None = None
    lists: int = 0
    quotations: int = 0
    note: bool = False
    row: bool = False
    data_table: bool = False


@dataclass(kw_only=True)
class Page:
    """One document read: its blocks, where its ids lie in them, and what was left out."""

    blocks: list[Block] = field(default_factory=list)
    anchors: dict[str, Position] = field(default_factory=dict)
    title: str = ""
    language: str | None = None
    omitted: Counter[Omission] = field(default_factory=Counter)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How a page is to be read.

    `resolve` turns an href into the target as the book knows it; `pages` gives the label of
    the printed page that begins at an id; `contents_too` reads the lists of a navigation
    document as well.
    """

    resolve: Callable[[str], str] = str
    pages: Mapping[str, str] = field(default_factory=dict)
    contents_too: bool = True


def read_page(root: Element, reading: Reading | None = None) -> Page:
    """Read a whole document; see :class:`Page`."""
    return _Walker(root, reading or Reading()).walk()


class _Walker:
    def __init__(self, root: Element, reading: Reading) -> None:
        self._root = root
        self._reading = reading
        self._page = Page()
        self._flow = Flow()
        self._styles = [Style()]
        self._contexts = [Context()]
        self._lists = ListNumbers()
        self._marker = ""
        self._unwanted: set[Element] = set()
        self._math_language: str | None = None

    def walk(self) -> Page:
        from lxml import etree  # type: ignore[import-untyped]

        walk = etree.iterwalk(self._root, events=("start", "end", "comment", "pi"))
        skipped: Element | None = None
        for event, element in walk:
            if event == "start":
                if self._start(element):
                    self._write(element.text)
                    continue
                walk.skip_subtree()
                skipped = element
            elif event == "end" and element is not skipped:
                self._end(element)
            if event != "start" and element is not self._root:
                self._write(element.tail)
        self._flush()
        self._finish()
        return self._page

    # --- elements

    def _start(self, element: Element) -> bool:
        """Enter an element; False if its content is not to be walked."""
        name = local_name(element)
        if name == "head":
            self._read_head(element)
        if name in _SKIPPED or element in self._unwanted:
            return False
        said = meanings(element)
        block = name in BLOCK_TAGS
        if block:
            self._between_blocks()
        self._anchor(element, said)
        if self._is_left_out(element, name, said):
            return False
        whole: Callable[[Element], None] | None = getattr(self, f"_read_{name}", None)
        if whole is not None and name != "head":
            whole(element)
            return False
        if "pagebreak" in said and self._turn_page(element):
            return False
        if name == "switch":
            self._unwanted.update(subtrees.unchosen(element))
        self._styles.append(self._style(element, name, said))
        self._contexts.append(self._context(element, name, said))
        if name == "li":
            self._marker = self._lists.marker(element)
        elif name in {"ol", "ul", "menu", "dir"}:
            self._lists.enter(element)
        return True

    def _end(self, element: Element) -> None:
        name = local_name(element)
        if name in BLOCK_TAGS:
            self._between_blocks(ended=name)
            self._marker = "" if name == "li" else self._marker
        if name in {"ol", "ul", "menu", "dir"}:
            self._lists.leave()
        self._styles.pop()
        self._contexts.pop()

    def _between_blocks(self, ended: str = "") -> None:
        if self._contexts[-1].row and ended != "tr":
            self._flow.end_cell() if ended in {"td", "th"} else self._flow.space()
        else:
            self._flush()

    def _style(self, element: Element, name: str, said: frozenset[str]) -> Style:
        style = self._styles[-1]
        changes: dict[str, Any] = {}
        tag = attribute(element, "xml:lang").strip()
        if tag and name not in {"html", "body"}:
            changes["language"] = tag
        if name in _EMPHASIS:
            changes["emphasis"] = max(style.emphasis, _EMPHASIS[name], key=_strength)
        if name == "a" and element.get("href"):
            changes["link"] = self._reading.resolve(element.get("href", ""))
            changes["note"] = "noteref" in said
        if _is_raised(element, name):
            changes["raised"] = True
        if element.get(f"{_SSML}alphabet"):
            changes["phoneme_alphabet"] = element.get(f"{_SSML}alphabet")
        if element.get(f"{_SSML}ph"):
            changes["phonemes"] = element.get(f"{_SSML}ph")
        return replace(style, **changes) if changes else style

    def _context(self, element: Element, name: str, said: frozenset[str]) -> Context:
        context = self._contexts[-1]
        changes: dict[str, Any] = {}
        if name in BLOCK_TAGS and self._styles[-1].language != context.language:
            changes["language"] = self._styles[-1].language
        if said & _NOTE_MEANINGS:
            changes["note"] = True
        heading = _heading_level(element, name, said)
        if heading:
            changes |= {"kind": BlockKind.HEADING, "level": heading}
        elif name == "pre":
            changes["kind"] = BlockKind.CODE
        elif name == "blockquote":
            depth = context.quotations + 1
            changes |= {"kind": BlockKind.QUOTATION, "quotations": depth, "level": depth}
        elif name in {"ol", "ul", "menu", "dir", "dl"}:
            changes["lists"] = context.lists + 1
        elif name in {"li", "dt", "dd"}:
            changes |= {"kind": BlockKind.LIST_ITEM, "level": max(1, context.lists)}
        elif name == "table":
            changes["data_table"] = not context.row and subtrees.is_data_table(element)
        elif name == "tr" and context.data_table:
            changes |= {"kind": BlockKind.TABLE_ROW, "row": True, "level": 0}
        return replace(context, **changes) if changes else context

    def _is_left_out(self, element: Element, name: str, said: frozenset[str]) -> bool:
        if name in _MEDIA:
            self._page.omitted[_MEDIA[name]] += 1
            return True
        if name == "nav" and said & _NAVIGATION and not self._reading.contents_too:
            return True
        hidden = element.get("hidden") is not None or _HIDING_STYLE.search(element.get("style", ""))
        if said & _NOTE_MEANINGS and hidden:
            return False  # a note that pops up when its reference is chosen
        if hidden or element.get("aria-hidden") == "true":
            if plain_text(element):
                self._page.omitted[Omission.HIDDEN] += 1
            return True
        return False

    # --- elements read as a whole, named after their tags

    def _read_head(self, head: Element) -> None:
        for child in head:
            if local_name(child) == "title":
                self._page.title = plain_text(child)
                break

    def _read_br(self, _: Element) -> None:
        if self._contexts[-1].row:
            self._flow.space()
        elif self._flow.ends_line and self._contexts[-1].kind is not BlockKind.CODE:
            self._flush()
        else:
            self._flow.break_line()

    def _read_wbr(self, _: Element) -> None:
        """A place where a line may break; nothing to read."""

    def _read_hr(self, _: Element) -> None:
        if not self._contexts[-1].row:
            self._add(Block(kind=BlockKind.SEPARATOR, runs=(Run(text="* * *"),)), [])

    def _read_img(self, image: Element) -> None:
        described = image.get("alt")
        text = " ".join((described or attribute(image, "aria-label")).split())
        style = self._styles[-1]
        if not text and style.note:
            text = "*"
        if text:
            self._write_marker()
            self._flow.write(text, style, image=True)
        elif described is None and not {"presentation", "none"} & meanings(image):
            self._page.omitted[Omission.IMAGE] += 1

    _read_image = _read_img

    def _read_svg(self, svg: Element) -> None:
        texts = subtrees.svg_texts(svg)
        description = subtrees.svg_description(svg)
        for text in texts or [description]:
            self._flow.space()
            self._flow.write(text, self._styles[-1], image=True)
        if not texts and not description:
            self._page.omitted[Omission.IMAGE] += 1

    def _read_math(self, formula: Element) -> None:
        if self._math_language is None:
            self._math_language = language_of(plain_text(self._root)[:2000], default="en")
        self._write(mathml.reading(formula, self._math_language))

    def _read_ruby(self, ruby: Element) -> None:
        self._write_marker()
        for part in ruby.iter():
            if part is not ruby and isinstance(part.tag, str):
                self._anchor(part, frozenset())
        for base, reading in subtrees.ruby_pairs(ruby):
            self._flow.write_ruby(base, reading, self._styles[-1])

    def _turn_page(self, element: Element) -> bool:
        label = attribute(element, "aria-label") or element.get("title") or plain_text(element)
        label = " ".join(label.split()) or element.get("id", "")
        if len(plain_text(element)) > _LONGEST_PAGE_LABEL:
            return False
        self._flow.turn_page(label)
        return True

    def _anchor(self, element: Element, said: frozenset[str]) -> None:
        name = element.get("name") if local_name(element) == "a" else None
        identifiers = dict.fromkeys(filter(None, (element.get("id"), name)))
        for identifier in identifiers:
            self._flow.anchor(identifier)
            if identifier in self._reading.pages and "pagebreak" not in said:
                self._flow.turn_page(self._reading.pages[identifier])

    # --- text and blocks

    def _write(self, text: str | None) -> None:
        if not text:
            return
        context = self._contexts[-1]
        if context.kind is BlockKind.CODE:
            self._flow.write_exactly(text, self._styles[-1])
            return
        if text.strip():
            self._write_marker(text)
        self._flow.write(text, self._styles[-1])

    def _write_marker(self, text: str = "") -> None:
        """Put the number of a list item before its first words, unless they begin with it."""
        marker, self._marker = self._marker, ""
        if marker and self._flow.blank and not text.lstrip().startswith(marker.strip()):
            self._flow.write(marker, Style())

    def _flush(self) -> None:
        pieces = trimmed(self._flow.pieces)
        text = "".join(piece.text for piece in pieces)
        if not text.strip():
            kept = [piece for piece in pieces if piece.page is not None]
            anchors, self._flow = self._flow.anchors, Flow()
            self._flow.pieces.extend(kept)
            self._flow.anchors.extend((identifier, 0) for identifier, _ in anchors)
            return
        context = self._contexts[-1]
        language = believable(context.language, text)
        kind, level = _kind(context, text, is_image=all(p.image for p in pieces if p.text.strip()))
        block = Block(kind=kind, level=level, runs=to_runs(pieces, language), language=language)
        anchors, self._flow = self._flow.anchors, Flow()
        self._add(block, anchors)

    def _add(self, block: Block, anchors: list[tuple[str, int]]) -> None:
        blocks = self._page.blocks
        if block.kind is BlockKind.SEPARATOR and blocks and blocks[-1].kind is block.kind:
            self._flow.anchors[:0] = anchors  # one separator is enough
            return
        split: Split = split_long_verse(block)
        for identifier, offset in anchors:
            part, within = split.locate(offset)
            position = Position(block=len(self._page.blocks) + part, offset=within)
            self._page.anchors.setdefault(identifier, position)
            split.identify(part, identifier)
        self._page.blocks.extend(split.blocks)

    def _finish(self) -> None:
        """Ids and page numbers after the last word belong to the end of the last block."""
        blocks = self._page.blocks
        body = next((e for e in self._root if local_name(e) == "body"), self._root)
        tag = attribute(body, "xml:lang") or attribute(self._root, "xml:lang")
        self._page.language = tag.strip() or None
        for identifier, _ in self._flow.anchors:
            self._page.anchors.setdefault(identifier, Position(block=len(blocks), offset=0))
        pages = tuple(Run(text="", page=p.page) for p in self._flow.pieces if p.page is not None)
        if blocks and pages:
            blocks[-1] = replace(blocks[-1], runs=blocks[-1].runs + pages)


def _strength(emphasis: Emphasis) -> int:
    return list(Emphasis).index(emphasis)


def _is_raised(element: Element, name: str) -> bool:
    """Superscript, or a class that says the same of a note reference."""
    words = element.get("class", "").lower()
    raised = name == "sup" or "noteref" in words or "footnote" in words
    return raised or (name == "a" and any(local_name(child) == "sup" for child in element))


def _heading_level(element: Element, name: str, said: frozenset[str]) -> int:
    if re.fullmatch(r"h[1-6]", name):
        return int(name[1])
    if "heading" in said:
        level = element.get("aria-level", "2")
        return min(6, int(level)) if level.isdecimal() and level != "0" else 2
    return 0


def _kind(context: Context, text: str, *, is_image: bool) -> tuple[BlockKind, int]:
    """What a block is; the innermost meaning wins, notes are notes whatever they hold."""
    kind, level = context.kind, context.level
    if kind in {BlockKind.HEADING, BlockKind.TABLE_ROW, BlockKind.CODE}:
        return kind, level
    if context.note:
        return BlockKind.NOTE, 0
    if is_image:
        return BlockKind.IMAGE, 0
    if kind is BlockKind.PARAGRAPH and ORNAMENT.fullmatch(text):
        return BlockKind.SEPARATOR, 0
    return kind, level
