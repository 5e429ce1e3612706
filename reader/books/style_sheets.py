"""The style sheets of a book: which of their rules for reading aloud meets which element.

Most books have none. Their sheets are searched for the names of the properties and put away,
so that only a book that means to be read aloud in its own way pays for it. Rules count for
every medium or for ``speech``; where several meet one element, the usual order decides:
importance, then how much the selector says, then which comes last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

from reader.books.aloud import Aloud, Declared, Token, declared
from reader.books.markup import EPUB_TYPE, XHTML, Element, head_parts, local_name

_SPEAKS = re.compile(
    rb"voice-family|\bspeak\b|\bspeak-as|\bpause\b|\brest(?:-before|-after)?\s*:|@import",
    re.IGNORECASE,
)
_STYLED = re.compile(r"voice-family|\bspeak|\bpause\b|\brest\b", re.IGNORECASE)
_MEDIA = {"", "all", "speech", "aural"}
LARGEST = 512 * 1024
"""Bytes of a sheet; a larger one is not looked at."""

_MOST_RULES = 500
_DEEPEST_IMPORT = 4

_INLINE = (1, 0, 0, 0)
_NAMESPACES = {"h": XHTML.strip("{}"), "epub": EPUB_TYPE.partition("}")[0].strip("{")}

Weight = tuple[bool, tuple[int, ...], int]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """Declarations for what `selector` meets."""

    selector: str
    fields: Declared
    important: bool = False


class Files(Protocol):
    """The files of a book, where its pages may name style sheets."""

    def find(self, document: str, address: str) -> str | None:
        """The name of the file that `document` means by `address`; None where there is none."""

    def read(self, name: str) -> bytes:
        """The content of a file that was found; empty where it cannot be read."""


class StyleSheets:
    """The sheets of one book; each is read once. Without `files`, those within its pages."""

    def __init__(self, files: Files | None = None) -> None:
        self._files = files
        self._read: dict[str, tuple[Rule, ...]] = {}

    def aloud(self, root: Element, document: str = "") -> dict[Element, Aloud]:
        """What the elements of `root`, the page called `document`, have declared for them."""
        rules = list(self._rules(root, document))[:_MOST_RULES]
        inline = _styled(root)
        if not rules and not inline:
            return {}
        found: dict[Element, list[tuple[Weight, Declared]]] = {}
        for order, rule in enumerate(rules):
            for specificity, element in _met(rule.selector, root):
                weight = rule.important, (0, *specificity), order
                found.setdefault(element, []).append((weight, rule.fields))
        for element in inline:
            for rule in _rules_in_block(element.get("style"), ""):
                weight = rule.important, _INLINE, 0
                found.setdefault(element, []).append((weight, rule.fields))
        return {element: _cascaded(all_of_it) for element, all_of_it in found.items()}

    def _rules(self, root: Element, document: str) -> Iterator[Rule]:
        for element in head_parts(root, "link", "style"):
            if not _is_for_listeners(element.get("media", "")):
                continue
            if local_name(element) == "style":
                yield from self._parsed((element.text or "").encode(), document, 0)
            elif _is_style_sheet(element):
                yield from self._linked(document, element.get("href", ""), 0)

    def _linked(self, document: str, address: str, depth: int) -> Sequence[Rule]:
        name = self._files.find(document, address) if self._files and address else None
        if self._files is None or name is None or depth > _DEEPEST_IMPORT:
            return ()
        if name not in self._read:
            self._read[name] = ()  # should it import itself
            self._read[name] = tuple(self._parsed(self._files.read(name), name, depth))
        return self._read[name]

    def _parsed(self, content: bytes, name: str, depth: int) -> Iterator[Rule]:
        if len(content) > LARGEST or not _SPEAKS.search(content):
            return
        import tinycss2  # type: ignore[import-untyped]

        rules = tinycss2.parse_stylesheet(content.decode("utf-8", "replace"), True, True)
        for rule in rules:
            if rule.type == "at-rule" and rule.lower_at_keyword == "import":
                address, media = _imported(rule.prelude)
                if address and _is_for_listeners(media):
                    yield from self._linked(name, address, depth + 1)
            else:
                yield from _rules_in(rule)


def _rules_in(rule: Token) -> Iterator[Rule]:
    """The rules in a rule of the sheet: itself, or those of an ``@media`` that concerns us."""
    import tinycss2

    if rule.type == "qualified-rule":
        yield from _rules_in_block(rule.content, tinycss2.serialize(rule.prelude).strip())
        return
    is_media = rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content
    if is_media and _is_for_listeners(tinycss2.serialize(rule.prelude)):
        for inner in tinycss2.parse_rule_list(rule.content, True, True):
            if inner.type == "qualified-rule":
                yield from _rules_in(inner)


def _rules_in_block(content: str | Sequence[Token], selector: str) -> Iterator[Rule]:
    import tinycss2

    for each in tinycss2.parse_blocks_contents(content, True, True):
        if each.type == "declaration":
            fields = declared(each.lower_name, each.value)
            if fields:
                yield Rule(selector=selector, fields=fields, important=each.important)


def _imported(prelude: Sequence[Token]) -> tuple[str, str]:
    """The address that an ``@import`` names, and its media."""
    import tinycss2

    tokens = [token for token in prelude if token.type not in {"whitespace", "comment"}]
    if not tokens:
        return "", ""
    first, rest = tokens[0], tinycss2.serialize(tokens[1:])
    if first.type in {"string", "url"}:
        return first.value, rest
    if first.type == "function" and first.lower_name == "url":
        named = (token.value for token in first.arguments if token.type == "string")
        return next(named, ""), rest
    return "", ""


def _is_for_listeners(media: str) -> bool:
    """Whether one of the media in a comma-separated list is everything or speech."""
    return any(one.strip().lower() in _MEDIA for one in media.split(","))


def _is_style_sheet(link: Element) -> bool:
    relations = link.get("rel", "").lower().split()
    return "stylesheet" in relations and "alternate" not in relations


def _styled(root: Element) -> list[Element]:
    """The elements whose own ``style`` may say something of reading aloud."""
    styled = _path("/descendant::*[@style]")(root.getroottree())
    return [element for element in styled if _STYLED.search(element.get("style"))]


def _met(selector: str, root: Element) -> Iterator[tuple[tuple[int, ...], Element]]:
    """The elements that `selector` meets, each with how specific it is there."""
    from lxml import etree  # type: ignore[import-untyped]

    for specificity, path in _paths(selector, is_xhtml=root.tag.startswith(XHTML)):
        try:
            met = _path(path)(root.getroottree())
        except etree.XPathError:  # a namespace that only the sheet knows
            continue
        for element in met:
            yield specificity, element


@lru_cache(maxsize=1024)
def _path(path: str) -> Any:  # noqa: ANN401 - lxml brings no types
    from lxml import etree

    return etree.XPath(path, namespaces=_NAMESPACES)


@lru_cache(maxsize=1024)
def _paths(selector: str, *, is_xhtml: bool) -> tuple[tuple[tuple[int, ...], str], ...]:
    """For each selector of a comma-separated list, how specific it is and what finds it.

    Selectors of what is no element (``::before``) or no state of a page on its own
    (``:hover``), and selectors that are not understood, find nothing.
    """
    from cssselect import GenericTranslator, SelectorError, parse
    from cssselect.parser import Element as TypeSelector
    from cssselect.xpath import XPathExpr

    class Translator(GenericTranslator):
        def xpath_element(self, selector: TypeSelector) -> XPathExpr:
            if selector.element and not selector.namespace:
                selector = TypeSelector("h" if is_xhtml else None, selector.element.lower())
            return super().xpath_element(selector)

    try:
        parsed = [one for one in parse(selector) if one.pseudo_element is None]
        translator = Translator()
        return tuple((one.specificity(), translator.selector_to_xpath(one)) for one in parsed)
    except (SelectorError, RecursionError):
        return ()


def _cascaded(declarations: Iterable[tuple[Weight, Declared]]) -> Aloud:
    """The declarations for one element, each field from the weightiest."""
    fields: Declared = {}
    for _, declaration in sorted(declarations, key=lambda each: each[0]):
        fields |= declaration
    return Aloud(**fields)
