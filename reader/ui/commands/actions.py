"""Menus and shortcuts, made from the table of commands."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget

from reader.ui.commands.command import MENUS, SUBMENUS, Command, translated
from reader.ui.commands.digit_row import DigitRow
from reader.ui.commands.key_names import in_words
from reader.ui.commands.keymap import Keymap
from reader.ui.commands.open_menus import OpenMenus
from reader.ui.commands.table import COMMANDS
from reader.ui.language import listed

Handler = Callable[[], None]
Handlers = Mapping[str, Handler]


def add_commands(
    window: QMainWindow, text: QWidget, handlers: Handlers, keymap: Keymap | None = None
) -> dict[str, QAction]:
    """Give `window` its menus and shortcuts, `text` its reading keys; the actions by name.

    `handlers` has a callable for each command by its name. A handler of a checkable command is
    called after its action has changed, and sets the action to what came of it.
    """
    menus = {name: window.menuBar().addMenu(translated(title)) for name, title in MENUS.items()}
    actions: dict[str, QAction] = {}
    groups: dict[str, int] = {}
    for command in COMMANDS:
        handler = handlers[command.name]
        action = actions[command.name] = _menu_action(window, command)
        action.triggered.connect(partial(_call, handler))
        menu = menus[command.menu]
        if groups.setdefault(command.menu, command.group) != command.group:
            menu.addSeparator()
            groups[command.menu] = command.group
        if command.submenu:
            if command.submenu not in menus:
                menus[command.submenu] = menu.addMenu(translated(SUBMENUS[command.submenu]))
            menu = menus[command.submenu]
        menu.addAction(action)
        text.addAction(_reading_action(text, command, handler))
    text.installEventFilter(DigitRow(text))
    OpenMenus(text, (window.menuBar(), *menus.values()))
    apply_keymap(actions, text, keymap or Keymap())
    return actions


def apply_keymap(actions: Mapping[str, QAction], text: QWidget, keymap: Keymap) -> None:
    """Give every action, in the window and in `text`, the keys it has in `keymap`."""
    for command in COMMANDS:
        in_text = text.findChild(QAction, _name_in_text(command))
        if in_text is not None:
            in_text.setShortcuts(_sequences(keymap.reading_keys(command.name)))
        action = actions[command.name]
        keys = keymap.window_keys(command.name) + command.media_keys
        if keys or sys.platform == "darwin":
            action.setShortcuts(_sequences(keys))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        else:  # only shown beside the entry: the menu never has the focus that it would need
            action.setShortcuts(_sequences(keymap.reading_keys(command.name)))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)


def keys_of(command: Command, keymap: Keymap | None = None) -> str:
    """The command's keys as this platform writes them, to show to people."""
    return listed(in_words(key) for key in (keymap or Keymap()).keys(command.name))


def _menu_action(window: QMainWindow, command: Command) -> QAction:
    action = QAction(translated(command.text), window)
    action.setObjectName(command.name)
    action.setCheckable(command.checkable)
    action.setAutoRepeat(command.repeats)
    return action


def _reading_action(text: QWidget, command: Command, handler: Handler) -> QAction:
    action = QAction(command.title, text)
    action.setObjectName(_name_in_text(command))
    action.setAutoRepeat(command.repeats)
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(partial(_call, handler))
    return action


def _name_in_text(command: Command) -> str:
    return f"{command.name} in the text"


def _sequences(keys: tuple[str, ...]) -> list[QKeySequence]:
    return [QKeySequence(key, QKeySequence.SequenceFormat.PortableText) for key in keys]


def _call(handler: Handler, _checked: bool = False) -> None:
    handler()
