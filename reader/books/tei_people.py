"""The persons of a TEI document: the names behind the ids of ``who``."""

from __future__ import annotations

import re
from collections import Counter

from reader.books.markup import Element, local_name, plain_text
from reader.books.speakers import name_of

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

_DECLARING = ("person", "personGrp", "castItem", "role", "item")
_NAMES = ("{*}persName", "{*}name", "{*}role")
_JOINTS = re.compile(r"[_.\-\s]+")


def identifier_of(element: Element) -> str:
    """The id of a TEI element, as P5 or as P4 writes it; empty without one."""
    return str(element.get(XML_ID) or element.get("id") or "")


class People:
    """The persons that the header, a list of persons or a list of the cast declare."""

    def __init__(self, root: Element) -> None:
        declared: dict[str, str] = {}
        for element in root.iter(*(f"{{*}}{name}" for name in _DECLARING)):
            name = _declared_name(element)
            if identifier_of(element) and name:
                declared.setdefault(identifier_of(element), name)
        times = Counter(declared.values())
        self._names = {
            identifier: name for identifier, name in declared.items() if times[name] == 1
        }

    def speaker(self, who: str, label: str = "") -> str | None:
        """The name of whom `who` means by ids; `label` is what the text itself calls them.

        The label serves where several speak together, or no name of one's own is declared
        (a name with an underscore is an id again); without a label, the ids are made readable.
        """
        identifiers = [each.rpartition("#")[2] for each in who.split()]
        names = [self._names.get(identifier) for identifier in identifiers]
        if len(names) == 1 and names[0] and "_" not in names[0]:
            return names[0]
        readable = (
            name or _JOINTS.sub(" ", identifier)
            for name, identifier in zip(names, identifiers, strict=True)
        )
        return name_of(label) or name_of(", ".join(readable))


def _declared_name(element: Element) -> str | None:
    name = next((name_of(plain_text(found)) for found in element.iter(*_NAMES)), None)
    if name is None and local_name(element) == "role":
        return name_of(plain_text(element))
    return name
