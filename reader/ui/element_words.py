"""How an element of the book is told: its text first, then what it is, then how many."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.navigation.elements import Element, ElementKind

translate = QCoreApplication.translate


_LONGEST = 120
"""Characters of an element's text that are said: enough to know it by."""


def kind_in_words(kind: ElementKind, level: int | None = None) -> str:
    """What an element is, in a word or two."""
    if kind is ElementKind.HEADING and level:
        return translate("Elements", "heading level {level}").format(level=level)
    return {
        ElementKind.HEADING: translate("Elements", "heading"),
        ElementKind.SECTION: translate("Elements", "section"),
        ElementKind.PAGE: translate("Elements", "page"),
        ElementKind.LINK: translate("Elements", "link"),
        ElementKind.NOTE: translate("Elements", "note"),
        ElementKind.LIST: translate("Elements", "list"),
        ElementKind.LIST_ITEM: translate("Elements", "list item"),
        ElementKind.TABLE: translate("Elements", "table"),
        ElementKind.IMAGE: translate("Elements", "picture"),
        ElementKind.QUOTATION: translate("Elements", "quotation"),
        ElementKind.SEPARATOR: translate("Elements", "separator"),
        ElementKind.CODE: translate("Elements", "code"),
    }[kind]


def element_in_words(element: Element) -> str:
    """The element, as it is told when one arrives at it."""
    if element.kind is ElementKind.PAGE:
        return translate("Elements", "Page {label}").format(label=element.text)
    if element.kind is ElementKind.SEPARATOR:  # whose text is three stars, or a line
        return kind_in_words(element.kind)
    if element.kind is ElementKind.LIST:
        return translate("Elements", "List with {count} items: {text}").format(
            count=element.count, text=_shortened(element.text)
        )
    if element.kind is ElementKind.TABLE:
        return translate("Elements", "Table with {count} rows: {text}").format(
            count=element.count, text=_shortened(element.text)
        )
    kind = kind_in_words(element.kind, element.level)
    text = _shortened(element.text)
    if not text:
        return kind
    return translate("Elements", "{text}, {kind}").format(text=text.rstrip("."), kind=kind)


def row_in_words(element: Element) -> str:
    """What an element is called in a list of its kind: its text, then what else is to know."""
    match element.kind:
        case ElementKind.HEADING:
            said = translate("Elements", "{text}, level {level}")
        case ElementKind.TABLE:
            said = translate("Elements", "{text}, rows: {count}")
        case ElementKind.LIST:
            said = translate("Elements", "{text}, items: {count}")
        case _:
            said = "{text}"
    text = _shortened(element.text) or translate("Elements", "Without text")
    return said.format(text=text, level=element.level, count=element.count)


def none_further(kind: ElementKind, level: int | None, *, forward: bool) -> str:
    """What is said where there is no further element of the kind."""
    if forward:
        return translate("Elements", "No next {kind}").format(kind=kind_in_words(kind, level))
    return translate("Elements", "No previous {kind}").format(kind=kind_in_words(kind, level))


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rstrip() + "…"
