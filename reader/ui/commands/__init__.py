"""One table of everything the reader can be told to do.

It makes the menus, the shortcuts, the help page, key description mode, the dialog that
changes keys, and the tests. A command's `keys` work in the whole window; its `reading_keys`
only in the book's text, so that Space still presses a focused button and letters still find
items in a list. Keys of screen readers, of Chinese input methods and of text review are left
alone: `reserved.py` names them with the reasons.
"""

from __future__ import annotations

from reader.ui.commands.actions import add_commands, apply_keymap, keys_of
from reader.ui.commands.command import MENUS, SUBMENUS, Command
from reader.ui.commands.elements import ELEMENTS, Element
from reader.ui.commands.keymap import Clash, Keymap
from reader.ui.commands.reserved import RESERVED, RESERVED_ON_MAC
from reader.ui.commands.table import COMMANDS, COMMANDS_BY_NAME

__all__ = [
    "COMMANDS",
    "COMMANDS_BY_NAME",
    "ELEMENTS",
    "MENUS",
    "RESERVED",
    "RESERVED_ON_MAC",
    "SUBMENUS",
    "Clash",
    "Command",
    "Element",
    "Keymap",
    "add_commands",
    "apply_keymap",
    "keys_of",
]
