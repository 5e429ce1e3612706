"""Moving by the elements of the book: headings, links, notes, tables, pictures …"""

from __future__ import annotations

from functools import partial

from reader.navigation.elements import Element, ElementKind
from reader.ui.actions.part import Actions, Part
from reader.ui.element_words import element_in_words, none_further

_KINDS = {kind.name.lower(): kind for kind in ElementKind}
_LEVELS = range(1, 7)


class ElementActions(Part):
    """To the next or the previous one of each kind."""

    def actions(self) -> Actions:
        """By the commands' names: ``next_heading``, ``previous_heading_2`` …"""
        found = {}
        for name, kind in _KINDS.items():
            found[f"next_{name}"] = partial(self._next, kind)
            found[f"previous_{name}"] = partial(self._previous, kind)
        for level in _LEVELS:
            kind = ElementKind.HEADING
            found[f"next_heading_{level}"] = partial(self._next, kind, level)
            found[f"previous_heading_{level}"] = partial(self._previous, kind, level)
        return found

    def _next(self, kind: ElementKind, level: int | None = None) -> None:
        here = self.position
        if here is not None:
            found = self.window.guide.elements.next(kind, here, level)
            self._arrive_at(found, none_further(kind, level, forward=True))

    def _previous(self, kind: ElementKind, level: int | None = None) -> None:
        here = self.position
        if here is not None:
            found = self.window.guide.elements.previous(kind, here, level)
            self._arrive_at(found, none_further(kind, level, forward=False))

    def _arrive_at(self, element: Element | None, nothing: str) -> None:
        if element is None:
            self.say(nothing)
        else:
            self.go(element.start, element_in_words(element))
