"""Who speaks, where the markup itself tells: ``data-speaker``, and the personae of plays.

A persona (``epub:type="z3998:persona"``, as Standard Ebooks marks the names in plays) stands
before the words of the person: in a cell before theirs, in a term before its definition, at
the beginning of a paragraph, or in a paragraph of its own. The name is the narrator's to say;
what follows it in the element around it is the person's, up to the next name, term or heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.books.markup import Element, local_name, meanings, plain_text

PERSONA = "z3998:persona"
NARRATED = frozenset({PERSONA, "z3998:stage-direction"})
"""Meanings of what the narrator says within somebody's speech."""

_NO_SPEECH = frozenset({"z3998:stage-direction", "z3998:dramatis-personae"})
_CLIMBED = frozenset({"p", "div", "td", "th", "tr", "dt", "header"})
_LONGEST_NAME = 60
_NEIGHBOURS = 20
_AROUND_A_NAME = re.compile(r"^[\s(\[（【]+|[\s.．。:：,，;；—–)\]）】-]+$")


def name_of(text: str) -> str | None:
    """The name in `text`, without the punctuation that sets it off; None if there is none."""
    name = _AROUND_A_NAME.sub("", " ".join(text.split()))
    return name if 0 < len(name) <= _LONGEST_NAME else None


class Speakers:
    """Follows the personae of one page as its elements end."""

    def __init__(self) -> None:
        self._named: dict[Element, str] = {}
        self._speaking: set[Element] = set()

    @property
    def anyone(self) -> bool:
        """Whether any persona has spoken on this page."""
        return bool(self._speaking)

    def meet(self, element: Element, said: frozenset[str]) -> None:
        """An element that means `said` begins."""
        if PERSONA in said and _announces_speech(element):
            name = name_of(plain_text(element))
            if name is not None:
                self._named[element] = name

    def after(self, element: Element, *, inline: bool) -> str | None:
        """Who says the rest of the element around `element`, which ends; None for no change."""
        name = self._named.pop(element, None) if self._named else None
        if name is None:
            return None
        parent = element.getparent()
        if parent is None:
            return None
        if inline and (_has_text(parent.text) or _any_text(_before(element))):
            return None  # named in the middle of a sentence
        if _has_text(element.tail) or _any_text(_behind(element)):
            self._speaking.add(parent)
            return name
        if inline or local_name(parent) in _CLIMBED:
            self._named[parent] = name
        return None

    def ends_before(self, element: Element) -> bool:
        """Whether a heading or term ends what a persona says in the element around it."""
        parent = element.getparent()
        if parent not in self._speaking:
            return False
        self._speaking.discard(parent)
        return True


def _announces_speech(element: Element) -> bool:
    """Not in a list of the persons of the play, nor where a stage direction names somebody."""
    around = list(element.iterancestors())
    return not any(local_name(one) == "li" or meanings(one) & _NO_SPEECH for one in around)


def _before(element: Element) -> Iterable[Element]:
    return element.itersiblings(preceding=True)  # type: ignore[no-any-return]


def _behind(element: Element) -> Iterable[Element]:
    return element.itersiblings()  # type: ignore[no-any-return]


def _any_text(siblings: Iterable[Element]) -> bool:
    """Whether one of the nearest siblings, or what stands after it, has words."""
    for count, sibling in enumerate(siblings):
        if count == _NEIGHBOURS:
            return False
        if _has_text(sibling.tail) or plain_text(sibling):
            return True
    return False


def _has_text(text: str | None) -> bool:
    return bool(text and text.strip())
