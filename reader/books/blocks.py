"""A page's element tree → blocks, in the order they are read.

The tree is walked without recursion, so that no nesting is too deep. Text flows into the
:class:`~reader.books.flow.Flow` of the current block; a block-level tag ends the block.
Whatever is not read is counted in `omitted`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

from reader.books import mathml, subtrees
from reader.books.aloud import Silences
from reader.books.context import (
    BLOCK_TAGS,
    LIST_TAGS,
    WAY_BACK_MEANINGS,
    Context,
    context_within,
    heading_level,
    style_within,
)
from reader.books.cutting import Position, Split, split_block
from reader.books.flow import Flow, Style, believable, to_runs, trimmed
from reader.books.leaving_out import leaving_out
from reader.books.lists import ListNumbers
from reader.books.markup import Element, attribute, local_name, meanings, plain_text
from reader.books.model import Block, BlockKind, Cell, Run
from reader.books.omissions import Omission
from reader.books.page import Page, Reading
from reader.books.speakers import Speakers
from reader.books.tables import cells_of
from reader.language.detect import language_of

_SKIPPED = frozenset({"script", "style", "head", "template", "rp", "rt", "rtc", "title"})
_SEPARATOR = Block(kind=BlockKind.SEPARATOR, runs=(Run(text="* * *"),))


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
        self._speakers = Speakers()
        self._silences = Silences()
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
                if not self._start(element):
                    walk.skip_subtree()
                    skipped = element
                elif self._styles[-1].phonemes:
                    walk.skip_subtree()
                    self._write_phrase(element)
                else:
                    self._write(element.text)
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
        self._enter(element, name, said)
        if name == "table" and self._contexts[-1].data_table:
            self._cells |= cells_of(element)
        elif element in self._cells:
            self._flow.open_cell(self._cells[element], self._styles[-1])
        elif name == "li":
            self._marker = self._lists.marker(element)
        elif name in LIST_TAGS:
            self._lists.enter(element)
        return True

    def _enter(self, element: Element, name: str, said: frozenset[str]) -> None:
        """What is said from here on is said as the element has it."""
        self._speakers.meet(element, said)
        ends = self._speakers.anyone and (name == "dt" or heading_level(element, name, said))
        if ends and self._speakers.ends_before(element):
            self._styles[-1] = replace(self._styles[-1], speaker=None)
        aloud = self._reading.aloud.get(element)
        if aloud is not None and name in BLOCK_TAGS:
            self._silences.open(element, aloud, self._page.blocks)
        style = style_within(element, name, said, self._styles[-1], self._reading.resolve, aloud)
        if said & WAY_BACK_MEANINGS and style.link:
            self._page.ways_back.add(style.link)
        self._contexts.append(context_within(element, name, said, self._contexts[-1], style))
        self._styles.append(style)

    def _end(self, element: Element) -> None:
        name = local_name(element)
        block = name in BLOCK_TAGS
        if element in self._cells:
            self._flow.close_cell()
        if block:
            self._between_blocks(ended=name)
            self._marker = "" if name == "li" else self._marker
            self._silences.close(element, self._page.blocks)
        if name in LIST_TAGS:
            self._lists.leave()
        self._styles.pop()
        self._contexts.pop()
        speaker = self._speakers.after(element, inline=not block)
        if speaker is not None:
            self._styles[-1] = replace(self._styles[-1], speaker=speaker)

    def _between_blocks(self, ended: str = "") -> None:
        if self._contexts[-1].row and ended != "tr":
            self._flow.end_cell() if ended in {"td", "th"} else self._flow.space()
        else:
            self._flush()

    def _is_left_out(self, element: Element, name: str, said: frozenset[str]) -> bool:
        left_out, omission = leaving_out(element, name, said, self._reading)
        if omission is not None:
            self._page.omitted[omission] += 1
        return left_out

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
            self._flow.break_line(self._styles[-1])

    def _read_separator(self, _: Element) -> None:
        if not self._contexts[-1].row:
            self._add(_SEPARATOR, [])

    def _read_image(self, image: Element) -> None:
        text = subtrees.picture_words(image)
        style = self._styles[-1]
        if text or style.note:
            self._write_marker()
            self._flow.write(text or "*", style, image=True)
        elif text is None:
            self._page.omitted[Omission.IMAGE] += 1

    def _read_drawing(self, svg: Element) -> None:
        words = subtrees.drawing_words(svg)
        for text in words:
            self._flow.space()
            self._flow.write(text, self._styles[-1], image=True)
        self._page.omitted[Omission.IMAGE] += not words

    def _read_formula(self, formula: Element) -> None:
        if self._math_language is None:
            self._math_language = language_of(plain_text(self._root)[:2000], default="en")
        self._write(mathml.reading(formula, self._math_language))

    def _write_phrase(self, element: Element) -> None:
        """All the words for which the element gives one pronunciation."""
        self._anchor_within(element)
        self._write(element.xpath("string()"))

    def _read_ruby(self, ruby: Element) -> None:
        self._write_marker()
        self._anchor_within(ruby)
        for base, reading in subtrees.ruby_pairs(ruby):
            self._flow.write_ruby(base, reading, self._styles[-1])

    def _turn_page(self, element: Element) -> bool:
        label = subtrees.page_label(element)
        if label is not None:
            self._flow.turn_page(label)
        return label is not None

    def _anchor(self, element: Element, said: frozenset[str]) -> None:
        name = element.get("name") if local_name(element) == "a" else None
        identifiers = dict.fromkeys(filter(None, (element.get("id"), name)))
        for identifier in identifiers:
            self._flow.anchor(identifier)
            if identifier in self._reading.pages and "pagebreak" not in said:
                self._flow.turn_page(self._reading.pages[identifier])

    def _anchor_within(self, element: Element) -> None:
        for part in element.iterdescendants():
            self._anchor(part, frozenset())

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
        split.blocks[0] = self._silences.begin(split.blocks[0])
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
