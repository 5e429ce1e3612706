"""Names of files and folders that every file system takes and every library understands."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path

from reader.export.products.product import Edition
from reader.export.products.tags import track_of
from reader.export.sections import Section

LONGEST = 200
"""Bytes of a name in UTF-8. File systems take 255; what programs put before or behind while they
copy or synchronise needs room."""

_LONGEST_NARRATOR = 60

_FORBIDDEN = '<>:"/\\|?*'
"""What Windows allows in no name."""

_RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in "123456789¹²³"
}
"""Names that Windows gives to devices, whatever ending follows."""

_JOINERS = "\u200c\u200d"
"""The invisible characters without which words of Persian or pictures fall apart."""


def safe_name(text: str, ending: str = "", *, otherwise: str = "Book") -> str:
    """`text` as the name of a file or folder that ends with `ending` (``.mp3``).

    What some file system refuses and what cannot be seen becomes a space; a name that is too long
    ends after a whole character. `otherwise` is used where nothing is left.
    """
    name = _shortened(_clean(text), LONGEST - 1 - len(ending.encode("utf-8")))
    name = name or otherwise
    if name.split(".")[0].strip().lower() in _RESERVED:
        name = f"_{name}"
    return name + ending


def chapter_name(edition: Edition, section: Section, ending: str) -> str:
    """The name of a section's file, ``01 - Title.mp3``: in order wherever it is listed."""
    number, total = track_of(edition, section)
    width = max(2, len(str(total)))
    title = _clean(section.title)
    return safe_name(f"{number:0{width}d} - {title}" if title else f"{number:0{width}d}", ending)


def book_folder(root: Path, edition: Edition, number: int = 1) -> Path:
    """Where a book's files go in a library: ``Author/Series/Title {Narrator}`` as Audiobookshelf
    reads it, without what is not known. A `number` above 1 is put behind the title, to tell books
    of one title from each other.
    """
    book = edition.book
    folder = root
    for part in (_list(book.authors), book.series or ""):
        if _clean(part):
            folder /= safe_name(part)
    narrators = _shortened(_clean(_list(edition.narrators)), _LONGEST_NARRATOR)
    counted = f" {number}" if number > 1 else ""
    told = f" {{{narrators}}}" if narrators else ""
    return folder / safe_name(book.title, counted + told)


def _list(people: Sequence[str]) -> str:
    return ", ".join(people)


def _clean(text: str) -> str:
    """`text` without what is forbidden or invisible, on one line."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join("".join(map(_allowed, composed)).split()).strip(" .")


def _allowed(character: str) -> str:
    if character in _FORBIDDEN:
        return " "
    if character in _JOINERS:
        return character
    category = unicodedata.category(character)
    if category in {"Cc", "Zl", "Zp"}:
        return " "
    return "" if category.startswith("C") else character


def _shortened(name: str, size: int) -> str:
    """As many whole characters of `name` as `size` bytes of UTF-8 hold."""
    encoded = name.encode("utf-8")
    if len(encoded) <= size:
        return name
    end = len(encoded[: max(0, size)].decode("utf-8", "ignore"))
    while end and _continues(name, end):
        end -= 1
    return name[:end].strip(" .")


def _continues(name: str, index: int) -> bool:
    """Whether what is at `index` belongs to the character before it, as people see it."""
    return (
        unicodedata.combining(name[index]) != 0
        or unicodedata.category(name[index]) in {"Mn", "Me", "Mc", "Sk"}
        or name[index] in _JOINERS
        or name[index - 1] in _JOINERS
    )
