"""Where the links of a book lead once its chapters are pages of their own."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, urlsplit

from reader.books.model import BlockKind, Book

_BARE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_MAIL = re.compile(r"mailto:[^\s@<>\"]+@[A-Za-z0-9.-]+")
_KEPT = "!#$%&'()*+,/:;=?@~-._"
"""What stands for itself in an address: the reserved and the other plain characters."""


@dataclass(frozen=True, kw_only=True)
class Target:
    """Where a link leads: the address, and what is there."""

    address: str
    kind: Literal["note", "place", "outside"]


class Links:
    """Finds the targets of the links of `book`, whose chapters lie in pages of these names."""

    def __init__(self, book: Book, page_name: Callable[[int], str]) -> None:
        """`page_name` gives the file name of the page of a chapter, by index."""
        self._page_name = page_name
        self._places: dict[str, tuple[int, int, bool]] = {}
        for number, chapter in enumerate(book.chapters):
            for index, block in enumerate(chapter.blocks):
                place = number, index, block.kind is BlockKind.NOTE
                for identifier in block.identifiers:
                    self._places.setdefault(identifier, place)

    def target(self, link: str) -> Target | None:
        """Where `link`, spelt as :attr:`~reader.books.model.Run.link` is, leads.

        A link to a place that is lost leads to the beginning of its document; None where there
        is nothing to lead to, or what it says is no address.
        """
        place = self._places.get(link) or self._places.get(link.partition("#")[0])
        if place is None:
            outside = _outside(link)
            return Target(address=outside, kind="outside") if outside else None
        chapter, block, is_note = place
        address = f"{self._page_name(chapter)}#{block_identifier(block)}"
        return Target(address=address, kind="note" if is_note else "place")


def block_identifier(index: int) -> str:
    """The id of the element that block number `index` of a chapter becomes."""
    return f"b{index + 1}"


def _outside(link: str) -> str | None:
    """`link` as an address that every reader takes, if it leads out of the book."""
    link = link.strip()
    if _MAIL.fullmatch(link):
        return quote(_BARE_PERCENT.sub("%25", link), safe=_KEPT)
    try:
        parts = urlsplit(link)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port is not None else ""
    except (ValueError, UnicodeError):
        return None
    if parts.scheme not in {"http", "https"} or not _HOST.fullmatch(host):
        return None
    rest = link.partition("//")[2]
    path = rest[re.search("[/?#]|$", rest).start() :]  # type: ignore[union-attr]
    path = quote(_BARE_PERCENT.sub("%25", path), safe=_KEPT)
    before, hash_sign, fragment = path.partition("#")
    return f"{parts.scheme}://{host}{port}{before}{hash_sign}{fragment.replace('#', '%23')}"
