"""The text of a TEI document as a page, so that it is read by the walker of all pages.

Every element that may hold text becomes the one of HTML that means the same to a reader, or
else a group or a span; none is dropped unseen. What an editor deleted, and running heads, are
marked as hidden, and so are counted. Of several readings of one place (``choice``, ``app``)
the corrected, regular, expanded or chosen one is read. Notes stand behind the paragraph or
speech that refers to them.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from reader.books.markup import EPUB_TYPE, XHTML, XML_LANGUAGE, Element, local_name, plain_text
from reader.books.tei_people import People, identifier_of
from reader.books.tei_tags import (
    CHOSEN,
    GROUPS,
    HIDDEN,
    NAMESPACE,
    NO_TEXT,
    OPENING,
    SECTIONS,
    holds_blocks,
    is_inline,
    tag_of,
)


def page_of(text: Element, people: People) -> Element:
    """The ``text`` of a TEI document as an XHTML page."""
    return _Page(people).made_of(text)


class _Page:
    def __init__(self, people: People) -> None:
        from lxml import etree  # type: ignore[import-untyped]

        self._make = etree.SubElement
        self._root = etree.Element(f"{XHTML}html", nsmap={None: XHTML.strip("{}")})
        self._people = people
        self._depth = 0
        self._groups = 0
        self._notes: list[tuple[str, Element]] = []
        self._noted = 0
        self._special: dict[str, Callable[[Element, Element], None]] = {
            "head": self._put_head,
            "l": self._put_line,
            "sp": self._put_speech,
            "speaker": self._put_unspoken,
            "stage": self._put_unspoken,
            "said": self._put_said,
            "q": self._put_said,
            "quote": self._put_quote,
            "note": self._put_note,
            "hi": self._put_highlighted,
            "ref": self._put_link,
            "list": self._put_list,
            "label": self._put_label,
            "cell": self._put_cell,
            "graphic": self._put_picture,
            "figDesc": self._put_description,
            "choice": self._put_choice,
            "app": self._put_choice,
            "pb": self._put_page_break,
            "lb": self._put_line_end,
            "milestone": self._put_milestone,
            "gap": lambda target, _: self._say(target, "[…]"),
            "space": lambda target, _: self._say(target, " "),
        }

    def made_of(self, text: Element) -> Element:
        body = self._make(self._root, f"{XHTML}body")
        self._put(body, text)
        self._put_notes(body)
        return self._root

    # --- any element

    def _put(self, target: Element, source: Element) -> None:
        name = local_name(source)
        if name in NO_TEXT:
            return
        if not source.tag.startswith(f"{{{NAMESPACE}}}") and source.tag.startswith("{"):
            foreign = deepcopy(source)  # a formula or drawing
            foreign.tail = None
            target.append(foreign)
            return
        self._depth += name in SECTIONS
        self._groups += name in GROUPS
        if name in self._special:
            self._special[name](target, source)
        else:
            self._add(target, source, tag_of(name, source, inline=is_inline(target)))
        self._depth -= name in SECTIONS
        self._groups -= name in GROUPS
        if name in GROUPS and not self._groups:
            self._put_notes(target)

    def _add(self, target: Element, source: Element, tag: str, **attributes: str) -> Element:
        """Add an element of HTML with all that is in `source`."""
        element = self._make(target, f"{XHTML}{tag}", attributes)
        if identifier_of(source):
            element.set("id", identifier_of(source))
        language = source.get(XML_LANGUAGE)
        if language:
            element.set(XML_LANGUAGE, language)
        if local_name(source) in HIDDEN:
            element.set("hidden", "hidden")
        self._fill(element, source)
        return element

    def _fill(self, target: Element, source: Element) -> None:
        self._say(target, source.text)
        for child in source:
            if isinstance(child.tag, str):
                self._put(target, child)
            self._say(target, child.tail)

    def _say(self, target: Element, text: str | None) -> None:
        if not text:
            return
        if len(target):
            target[-1].tail = (target[-1].tail or "") + text
        else:
            target.text = (target.text or "") + text

    # --- sections and lines

    def _put_head(self, target: Element, head: Element) -> None:
        parent = head.getparent()
        in_section = parent is not None and local_name(parent) in SECTIONS | {
            "body",
            "front",
            "back",
        }
        if not in_section:
            self._add(target, head, "p")
            return
        first = next(parent.iterchildren("{*}head")) is head
        self._add(target, head, f"h{min(6, max(1, self._depth)) if first else 6}")

    def _put_line(self, target: Element, line: Element) -> None:
        """A line of verse; lines that follow one another make one paragraph."""
        verse = target[-1] if len(target) else None
        if verse is not None and verse.get("class") == "verse" and not (verse.tail or "").strip():
            verse.tail = None
            self._make(verse, f"{XHTML}br")
        else:
            verse = self._make(target, f"{XHTML}p", {"class": "verse"})
        self._add(verse, line, "span")

    def _put_line_end(self, target: Element, end: Element) -> None:
        """Where a line of the print ends; no line of its own."""
        if end.get("break") != "no":
            self._say(target, " ")

    def _put_page_break(self, target: Element, page: Element) -> None:
        if page.get("n"):
            attributes = {EPUB_TYPE: "pagebreak", "title": page.get("n")}
            self._make(target, f"{XHTML}span", attributes)

    def _put_milestone(self, target: Element, milestone: Element) -> None:
        if milestone.get("rend") and not is_inline(target):
            self._make(target, f"{XHTML}hr")

    # --- who speaks

    def _put_speech(self, target: Element, speech: Element) -> None:
        label = " ".join(plain_text(each) for each in speech.iterchildren("{*}speaker"))
        name = self._people.speaker(speech.get("who", ""), label)
        self._add(target, speech, "div", **_spoken_by(name))

    def _put_unspoken(self, target: Element, source: Element) -> None:
        """The narrator's within a speech: the name of who speaks, and what is done on the stage."""
        self._add(target, source, "span" if is_inline(target) else "p", **_spoken_by(""))

    def _put_said(self, target: Element, said: Element) -> None:
        who = said.get("who", "")
        name = self._people.speaker(who) if who else None
        if holds_blocks(said):
            self._add(target, said, "div", **_spoken_by(name))
            return
        marked = said.get("direct") == "false" or _has_marks(said)
        self._say(target, "" if marked else "“")
        self._add(target, said, "span", **_spoken_by(name))
        self._say(target, "" if marked else "”")

    def _put_quote(self, target: Element, quote: Element) -> None:
        if is_inline(target):
            self._put_said(target, quote)
        else:
            self._add(target, quote, "blockquote")

    # --- notes, words and links

    def _put_note(self, target: Element, note: Element) -> None:
        if not self._groups:
            self._add(target, note, "aside", **{EPUB_TYPE: "footnote"})
            return
        self._noted += 1
        identifier = identifier_of(note) or f"note-{self._noted}"
        reference = {"href": f"#{identifier}", EPUB_TYPE: "noteref"}
        link = self._make(target, f"{XHTML}a", reference)
        link.text = note.get("n") or str(self._noted)
        self._notes.append((identifier, note))

    def _put_notes(self, target: Element) -> None:
        waiting, self._notes = self._notes, []
        for identifier, note in waiting:
            self._groups += 1
            self._add(target, note, "aside", **{EPUB_TYPE: "footnote"}).set("id", identifier)
            self._groups -= 1
        if self._notes:  # of a note
            self._put_notes(target)

    def _put_highlighted(self, target: Element, words: Element) -> None:
        look = f"{words.get('rend', '')} {words.get('rendition', '')} {words.get('style', '')}"
        known = {"bold": "strong", "sup": "sup", "sub": "sub", "ital": "em", "underl": "em"}
        found = (tag for sign, tag in known.items() if sign in look.lower())
        self._add(target, words, next(found, "span" if look.strip() else "em"))

    def _put_link(self, target: Element, link: Element) -> None:
        address = link.get("target", "")
        self._add(
            target, link, "a" if address else "span", **({"href": address} if address else {})
        )

    def _put_choice(self, target: Element, choice: Element) -> None:
        readings = [child for child in choice if isinstance(child.tag, str)]
        chosen = [child for child in readings if local_name(child) in CHOSEN] or readings
        if chosen:
            self._put(target, chosen[0])

    # --- lists, tables, pictures

    def _put_list(self, target: Element, source: Element) -> None:
        kind = source.get("type", "")
        if kind == "gloss":
            self._add(target, source, "dl")
        else:
            self._add(target, source, "ol" if kind in {"ordered", "numbered"} else "ul")

    def _put_label(self, target: Element, label: Element) -> None:
        """A term of a glossary; within a speech, the name of who speaks."""
        if local_name(target) == "dl":
            self._add(target, label, "dt")
        else:
            self._put_unspoken(target, label)

    def _put_cell(self, target: Element, cell: Element) -> None:
        is_label = "label" in {cell.get("role"), cell.getparent().get("role")}
        spans = {"colspan": cell.get("cols"), "rowspan": cell.get("rows")}
        attributes = {name: value for name, value in spans.items() if value}
        self._add(target, cell, "th" if is_label else "td", **attributes)

    def _put_picture(self, target: Element, picture: Element) -> None:
        described = picture.find("{*}desc")
        if described is None:
            described = picture.getparent().find("{*}figDesc")
        alt = {} if described is None else {"alt": plain_text(described)}
        self._make(target, f"{XHTML}img", alt)

    def _put_description(self, target: Element, described: Element) -> None:
        """Of a figure without a picture file; else the picture has it."""
        if described.getparent().find("{*}graphic") is None:
            self._add(target, described, "p")


def _has_marks(said: Element) -> bool:
    """Whether quotation marks, a dash or a name stand in the text, or the edition dropped them."""
    own = plain_text(said)
    before = said.getprevious()
    around = (said.getparent().text if before is None else before.tail) or ""
    named = said.find("{*}label") is not None
    return named or not own or own[0] in OPENING or around.rstrip()[-1:] in OPENING


def _spoken_by(name: str | None) -> dict[str, str]:
    return {} if name is None else {"data-speaker": name}
