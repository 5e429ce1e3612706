"""What of a page is not read, and as what it is counted."""

from __future__ import annotations

import re

from reader.books.context import NOTE_MEANINGS
from reader.books.markup import Element, plain_text
from reader.books.omissions import Omission
from reader.books.page import Reading

_MEDIA = {"video": Omission.VIDEO, "audio": Omission.AUDIO, "iframe": Omission.EMBEDDED_PAGE}
_NAVIGATION = frozenset({"toc", "page-list", "landmarks"})
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def leaving_out(
    element: Element, name: str, said: frozenset[str], reading: Reading
) -> tuple[bool, Omission | None]:
    """Whether `element` (of tag `name`, meaning `said`) is left out, and what is to be counted.

    Of a film or sound, which is counted and not played, the words inside are read.
    """
    if name in _MEDIA:
        return name == "iframe", _MEDIA[name]
    if name == "nav" and not reading.contents_too and (not said or said & _NAVIGATION):
        return True, None
    aloud = reading.aloud.get(element)
    if aloud is not None and aloud.silent is not None and name not in {"html", "body"}:
        return aloud.silent, _if_words(element, Omission.SILENT) if aloud.silent else None
    hidden = element.get("hidden") is not None or _HIDING_STYLE.search(element.get("style", ""))
    if said & NOTE_MEANINGS and hidden:
        return False, None  # a note that pops up when its reference is chosen
    if hidden or element.get("aria-hidden") == "true":
        return True, _if_words(element, Omission.HIDDEN)
    return False, None


def _if_words(element: Element, omission: Omission) -> Omission | None:
    return omission if plain_text(element) else None
