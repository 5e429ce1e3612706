"""How an element of the book is told: its text first, then what it is, then how many."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.navigation.elements import Element, ElementKind

_LONGEST = 120
"""Characters of an element's text that are said: enough to know it by."""


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("Elements", text, None, count)


def kind_in_words(kind: ElementKind, level: int | None = None) -> str:
    """What an element is, in a word or two."""
    if kind is ElementKind.HEADING and level:
        return _tr("heading level {level}").format(level=level)
    return {
        ElementKind.HEADING: _tr("heading"),
        ElementKind.SECTION: _tr("section"),
        ElementKind.PAGE: _tr("page"),
        ElementKind.LINK: _tr("link"),
        ElementKind.NOTE: _tr("note"),
        ElementKind.LIST: _tr("list"),
        ElementKind.LIST_ITEM: _tr("list item"),
        ElementKind.TABLE: _tr("table"),
        ElementKind.IMAGE: _tr("picture"),
        ElementKind.QUOTATION: _tr("quotation"),
        ElementKind.SEPARATOR: _tr("separator"),
        ElementKind.CODE: _tr("code"),
    }[kind]


def element_in_words(element: Element) -> str:
    """The element, as it is told when one arrives at it."""
    if element.kind is ElementKind.PAGE:
        return _tr("Page {label}").format(label=element.text)
    if element.kind is ElementKind.LIST:
        return _tr("List with {count} items: {text}").format(
            count=element.count, text=_shortened(element.text)
        )
    if element.kind is ElementKind.TABLE:
        return _tr("Table with {count} rows: {text}").format(
            count=element.count, text=_shortened(element.text)
        )
    kind = kind_in_words(element.kind, element.level)
    text = _shortened(element.text)
    return _tr("{text}, {kind}").format(text=text, kind=kind) if text else kind


def none_further(kind: ElementKind, level: int | None, *, forward: bool) -> str:
    """What is said where there is no further element of the kind."""
    if forward:
        return _tr("No next {kind}").format(kind=kind_in_words(kind, level))
    return _tr("No previous {kind}").format(kind=kind_in_words(kind, level))


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rstrip() + "…"
