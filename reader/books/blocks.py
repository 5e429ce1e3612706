"""A page's element tree → blocks, in the order they are read.

The tree is walked without recursion, so that no nesting is too deep. Text flows into the
:class:`~reader.books.flow.Flow` of the current block; a block-level tag ends the block.
Whatever is not read is counted in `omitted`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

from reader.books import mathml, subtrees
from reader.books.context import (
    BLOCK_TAGS,
    LIST_TAGS,
    NOTE_MEANINGS,
    WAY_BACK_MEANINGS,
    Context,
    context_within,
    style_within,
)
from reader.books.cutting import Position, Split, split_block
from reader.books.flow import Flow, Style, believable, to_runs, trimmed
from reader.books.lists import ListNumbers
from reader.books.markup import Element, attribute, local_name, meanings, plain_text
from reader.books.model import Block, BlockKind, Cell, Run
from reader.books.omissions import Omission
from reader.books.page import Page, Reading
from reader.books.tables import cells_of
from reader.language.detect import language_of

_SKIPPED = frozenset({"script", "style", "head", "template", "rp", "rt", "rtc", "title"})
_MEDIA = {"video": Omission.VIDEO, "audio": Omission.AUDIO, "iframe": Omission.EMBEDDED_PAGE}
_NAVIGATION = frozenset({"toc", "page-list", "landmarks"})
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FILE_NAME = re.compile(r"[\w.-]+\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?)", re.IGNORECASE)
_LONGEST_PAGE_LABEL = 20


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
        self._cells: dict[Element, Cell] = {}
        self._math_language: str | None = None
        self._read_whole: dict[str, Callable[[Element], None]] = {
            "br": self._read_line_break,
            "hr": self._read_separator,
            "img": self._read_image,
            "image": self._read_image,
            "svg": self._read_drawing,
            "math": self._read_formula,
            "ruby": self._read_ruby,
        }

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
        if name in self._read_whole:
            self._read_whole[name](element)
            return False
        if "pagebreak" in said and self._turn_page(element):
            return False
        if name == "switch":
            self._unwanted.update(subtrees.unchosen(element))
        style = style_within(element, name, said, self._styles[-1], self._reading.resolve)
        if said & WAY_BACK_MEANINGS and style.link:
            self._page.ways_back.add(style.link)
        self._contexts.append(context_within(element, name, said, self._contexts[-1], style))
        self._styles.append(style)
        if name == "table" and self._contexts[-1].data_table:
            self._cells |= cells_of(element)
        elif element in self._cells:
            self._flow.open_cell(self._cells[element], self._styles[-1])
        elif name == "li":
            self._marker = self._lists.marker(element)
        elif name in LIST_TAGS:
            self._lists.enter(element)
        return True

    def _end(self, element: Element) -> None:
        name = local_name(element)
        if element in self._cells:
            self._flow.close_cell()
        if name in BLOCK_TAGS:
            self._between_blocks(ended=name)
            self._marker = "" if name == "li" else self._marker
        if name in LIST_TAGS:
            self._lists.leave()
        self._styles.pop()
        self._contexts.pop()

    def _between_blocks(self, ended: str = "") -> None:
        if self._contexts[-1].row and ended != "tr":
            self._flow.end_cell() if ended in {"td", "th"} else self._flow.space()
        else:
            self._flush()

    def _is_left_out(self, element: Element, name: str, said: frozenset[str]) -> bool:
        if name in _MEDIA:
            self._page.omitted[_MEDIA[name]] += 1
            return name == "iframe"  # of a film or sound that is not played, the words inside are
        if name == "nav" and not self._reading.contents_too and (not said or said & _NAVIGATION):
            return True
        hidden = element.get("hidden") is not None or _HIDING_STYLE.search(element.get("style", ""))
        if said & NOTE_MEANINGS and hidden:
            return False  # a note that pops up when its reference is chosen
        if hidden or element.get("aria-hidden") == "true":
            if plain_text(element):
                self._page.omitted[Omission.HIDDEN] += 1
            return True
        return False

    # --- elements read as a whole

    def _read_head(self, head: Element) -> None:
        for child in head:
            if local_name(child) == "title":
                self._page.title = plain_text(child)
                break

    def _read_line_break(self, _: Element) -> None:
        if self._contexts[-1].row:
            self._flow.space()
        elif self._flow.ends_line and self._contexts[-1].kind is not BlockKind.CODE:
            self._flush()
        else:
            self._flow.break_line()

    def _read_separator(self, _: Element) -> None:
        if not self._contexts[-1].row:
            self._add(Block(kind=BlockKind.SEPARATOR, runs=(Run(text="* * *"),)), [])

    def _read_image(self, image: Element) -> None:
        described = image.get("alt")
        text = " ".join((described or attribute(image, "aria-label")).split())
        if _FILE_NAME.fullmatch(text):
            described, text = None, ""
        style = self._styles[-1]
        if not text and style.note:
            text = "*"
        if text:
            self._write_marker()
            self._flow.write(text, style, image=True)
        elif described is None and not {"presentation", "none"} & meanings(image):
            self._page.omitted[Omission.IMAGE] += 1

    def _read_drawing(self, svg: Element) -> None:
        texts = subtrees.svg_texts(svg)
        description = subtrees.svg_description(svg)
        for text in texts or [description]:
            self._flow.space()
            self._flow.write(text, self._styles[-1], image=True)
        if not texts and not description:
            self._page.omitted[Omission.IMAGE] += 1

    def _read_formula(self, formula: Element) -> None:
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
        if not self._flow.pieces:
            self._flow.forget_cells()
            return
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
        kind, level = context.kind_of(text, is_image=all(p.image for p in pieces if p.text.strip()))
        block = Block(kind=kind, level=level, runs=to_runs(pieces, language), language=language)
        block = replace(block, cells=self._flow.cells_within(len(text)))
        anchors, self._flow = self._flow.anchors, Flow()
        self._add(block, anchors)

    def _add(self, block: Block, anchors: list[tuple[str, int]]) -> None:
        blocks = self._page.blocks
        if block.kind is BlockKind.SEPARATOR and blocks and blocks[-1].kind is block.kind:
            self._flow.anchors[:0] = anchors  # one separator is enough
            return
        split: Split = split_block(block)
        identifiers: defaultdict[int, list[str]] = defaultdict(list)
        for identifier, offset in anchors:
            part, within = split.locate(offset)
            position = Position(block=len(blocks) + part, offset=within)
            self._page.anchors.setdefault(identifier, position)
            identifiers[part].append(identifier)
        split.identify(identifiers)
        blocks.extend(split.blocks)

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
