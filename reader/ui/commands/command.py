"""What a command is, and the menus that commands stand in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication

from reader.ui.language import without_mnemonic

# By its own name, so that the translators' tool finds the texts; the stub lacks a type.
QT_TRANSLATE_NOOP = cast(Callable[[str, str], str], QtCore.QT_TRANSLATE_NOOP)


def translated(source: str) -> str:
    """`source`, a text of the table, in the language of the interface."""
    return QCoreApplication.translate("Commands", source)


@dataclass(frozen=True, kw_only=True)
class Command:
    """Something to do: `text` is its menu entry, `help` one sentence saying what it does.

    `name` is what its handler is called. `group` parts a menu by separators where it changes;
    `submenu` names a menu inside the menu. What `needs_book` can be done only while one is
    open; what is `checkable` is on or off; what `repeats` is done again and again while its key
    is held down. `keys` work in the whole window, `reading_keys` in the book's text only; both
    are the usual ones, which the reader may change. `media_keys` always work.
    """

    name: str
    text: str
    help: str
    menu: str
    group: int = 0
    submenu: str = ""
    needs_book: bool = False
    checkable: bool = False
    repeats: bool = False
    keys: tuple[str, ...] = ()
    reading_keys: tuple[str, ...] = ()
    media_keys: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The text without its mnemonic and dots, in the language of the interface."""
        return plain(self.text)

    @property
    def sentence(self) -> str:
        """What the command does, in the language of the interface."""
        return translated(self.help)


MENUS: Mapping[str, str] = {
    "file": QT_TRANSLATE_NOOP("Commands", "&File"),
    "edit": QT_TRANSLATE_NOOP("Commands", "&Edit"),
    "listen": QT_TRANSLATE_NOOP("Commands", "&Listen"),
    "go": QT_TRANSLATE_NOOP("Commands", "&Go"),
    "bookmarks": QT_TRANSLATE_NOOP("Commands", "&Bookmarks"),
    "view": QT_TRANSLATE_NOOP("Commands", "&View"),
    "help": QT_TRANSLATE_NOOP("Commands", "&Help"),
}
"""The titles of the menus, in the order in which they stand."""

SUBMENUS: Mapping[str, str] = {
    "next_element": QT_TRANSLATE_NOOP("Commands", "Nex&t element"),
    "previous_element": QT_TRANSLATE_NOOP("Commands", "Prev&ious element"),
    "table": QT_TRANSLATE_NOOP("Commands", "Thro&ugh a table"),
    "theme": QT_TRANSLATE_NOOP("Commands", "The&me"),
}
"""The titles of the menus inside menus."""


def plain(text: str) -> str:
    """A text of the table as people read it: translated, without mnemonic and dots."""
    return without_mnemonic(translated(text)).removesuffix("…")
