"""Elements that are read as a whole: ruby, drawings, choices, and tables judged by shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from reader.books.markup import Element, attribute, local_name, meanings, plain_text

_MATHML = "http://www.w3.org/1998/Math/MathML"
_FILE_NAME = re.compile(r"[\w.-]+\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?)", re.IGNORECASE)
_LONGEST_CELL = 600
_LONGEST_PAGE_LABEL = 20
_LAYOUT_TAGS = {"table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "section"}


def ruby_pairs(ruby: Element) -> list[tuple[str, str]]:
    """(base text, reading) in order; the reading is empty where there is none."""
    pairs: list[tuple[str, str]] = []
    bases: list[str] = []
    readings: list[str] = []

    def end_group() -> None:
        kept = [base.strip() for base in bases if base.strip()]
        if len(kept) == 1:
            pairs.append((kept[0], " ".join(readings).strip()))
        else:
            pairs.extend(zip_longest(kept, readings[: len(kept)], fillvalue=""))
        bases.clear()
        readings.clear()

    def add_base(text: str, *, own: bool) -> None:
        if not text.strip():
            return
        if readings:
            end_group()
        if own or not bases:
            bases.append(text)
        else:
            bases[-1] += text

    add_base(ruby.text or "", own=False)
    for child in ruby:
        name = local_name(child)
        if name == "rt":
            readings.append(plain_text(child))
        elif name == "rtc":
            readings.extend(plain_text(part) for part in child if local_name(part) == "rt")
        elif name not in {"rp", ""}:
            add_base(plain_text(child), own=name == "rb")
        add_base(child.tail or "", own=False)
    end_group()
    return pairs


def picture_words(image: Element) -> str | None:
    """What stands for a picture; empty for a decoration, None where words are missing.

    The name of a file is no description.
    """
    described = image.get("alt")
    text = " ".join((described or attribute(image, "aria-label")).split())
    if text and not _FILE_NAME.fullmatch(text):
        return text
    is_decoration = described is not None and not text
    return "" if is_decoration or {"presentation", "none"} & meanings(image) else None


def drawing_words(svg: Element) -> list[str]:
    """The words drawn in an SVG picture, one item a text element; else what it says it shows."""
    drawn = [plain_text(part) for part in _parts(svg, {"text", "foreignObject"})]
    return [text for text in drawn if text] or [text for text in [_svg_description(svg)] if text]


def _svg_description(svg: Element) -> str:
    """Its label, or its own title and description."""
    label = attribute(svg, "aria-label")
    if label:
        return label.strip()
    told = [plain_text(child) for child in svg if local_name(child) in {"title", "desc"}]
    return ". ".join(dict.fromkeys(text for text in told if text))


def _parts(root: Element, names: set[str]) -> Iterator[Element]:
    for element in root.iter():
        if local_name(element) in names:
            yield element


def page_label(element: Element) -> str | None:
    """The label of a page break; None where the element holds more than one."""
    own = plain_text(element)
    if len(own) > _LONGEST_PAGE_LABEL:
        return None
    label = attribute(element, "aria-label") or element.get("title") or own
    return " ".join(label.split()) or element.get("id", "")


def unchosen(switch: Element) -> list[Element]:
    """The branches of an ``epub:switch`` that are not read: MathML first, else the default."""
    cases = [child for child in switch if local_name(child) == "case"]
    defaults = [child for child in switch if local_name(child) == "default"]
    mathematical = next((c for c in cases if c.get("required-namespace") == _MATHML), None)
    chosen = mathematical if mathematical is not None else next(iter(defaults + cases), None)
    return [branch for branch in cases + defaults if branch is not chosen]


def is_data_table(table: Element) -> bool:
    """Whether a table holds data to be read row by row, rather than laying out a page."""
    several_cells = False
    for element in table.iter():
        name = local_name(element)
        if name in _LAYOUT_TAGS and element is not table:
            return False
        if name == "tr":
            cells = [child for child in element if local_name(child) in {"td", "th"}]
            several_cells = several_cells or len(cells) > 1
        elif name in {"td", "th"} and len(plain_text(element)) > _LONGEST_CELL:
            return False
    return several_cells
