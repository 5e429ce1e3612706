"""How commands are given at present: by which keys, or from which menu."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reader.ui.commands import COMMANDS, COMMANDS_BY_NAME, MENUS, SUBMENUS, Command, Keymap
from reader.ui.commands.command import plain
from reader.ui.commands.key_names import in_words
from reader.ui.language import clauses, sentences

translate = QCoreApplication.translate


@dataclass(frozen=True, kw_only=True)
class Section:
    """The commands of one menu, each with its keys in a sentence or two."""

    title: str
    entries: tuple[str, ...]


def ways(keymap: Keymap) -> Mapping[str, str]:
    """By the commands' names the first key, or the place in the menus where there is none."""
    return {name: _way(command, keymap) for name, command in COMMANDS_BY_NAME.items()}


def all_keys(keymap: Keymap) -> Iterator[Section]:
    """Every command there is, menu by menu."""
    in_order = sorted(COMMANDS, key=_menu_order)
    for place in dict.fromkeys(map(_place, in_order)):
        sentence, entries = "", []
        for command in in_order:
            if _place(command) == place:
                # A sentence that many commands share is tedious from the second time on.
                told = command.sentence if command.sentence != sentence else ""
                sentence = command.sentence
                entries.append(sentences(_entry(command, keymap), told))
        yield Section(title=place, entries=tuple(entries))


def _menu_order(command: Command) -> tuple[int, int]:
    """Every menu's own entries first, then those of the menus inside it."""
    inside = list(SUBMENUS).index(command.submenu) + 1 if command.submenu else 0
    return list(MENUS).index(command.menu), inside


def _place(command: Command) -> str:
    menu = plain(MENUS[command.menu])
    if not command.submenu:
        return translate("HelpPage", "Menu {menu}").format(menu=menu)
    return translate("HelpPage", "Menu {menu}, {submenu}").format(
        menu=menu, submenu=plain(SUBMENUS[command.submenu])
    )


def _entry(command: Command, keymap: Keymap) -> str:
    keys = _keys(command, keymap) or translate("HelpPage", "No key")
    return translate("HelpPage", "{keys}: {title}.").format(keys=keys, title=command.title)


def _keys(command: Command, keymap: Keymap) -> str:
    """The keys in words; those that work in the text only are told so."""
    everywhere, in_text = (
        translate("HelpPage", " or ").join(map(in_words, keys))
        for keys in (keymap.window_keys(command.name), keymap.reading_keys(command.name))
    )
    if not in_text:
        return everywhere
    if not everywhere:
        return translate("HelpPage", "{keys} in the text").format(keys=in_text)
    return translate("HelpPage", "{everywhere}, or {keys} in the text").format(
        everywhere=everywhere, keys=in_text
    )


def _way(command: Command, keymap: Keymap) -> str:
    keys = keymap.keys(command.name)
    return in_words(keys[0]) if keys else clauses((_place(command), command.title))
