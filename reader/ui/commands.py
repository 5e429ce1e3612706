"""One table of everything the reader can be told to do.

It makes the menus, the shortcuts, the list of keys and the test for doubles. A command's
`keys` work in the whole window; its `reading_keys` only in the book's text, so that Space
still presses a focused button and letters still find items in a list. Keys of screen
readers, of Chinese input methods and of text review (plain and Ctrl+Left/Right arrows,
Home, End, Ctrl+Space, Insert chords, Ctrl+Alt+arrows) are left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import cast

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

_CONTEXT = "Commands"

# By its own name, so that the translators' tool finds the texts; the stub lacks a type.
QT_TRANSLATE_NOOP = cast(Callable[[str, str], str], QtCore.QT_TRANSLATE_NOOP)


def _text(source: str) -> str:
    """`source` in the language of the interface."""
    return QCoreApplication.translate(_CONTEXT, source)


@dataclass(frozen=True, kw_only=True)
class Command:
    """Something to do: `text` is its menu entry, `name` the method of the handlers that does it.

    `group` parts a menu by separators where it changes. What `needs_book` can be done only
    while one is open.
    """

    name: str
    text: str
    menu: str
    group: int
    needs_book: bool = False
    keys: tuple[str, ...] = ()
    reading_keys: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The text without its mnemonic and dots, in the language of the interface."""
        return _text(self.text).replace("&", "").removesuffix("…")


MENUS: Mapping[str, str] = {
    "file": QT_TRANSLATE_NOOP("Commands", "&File"),
    "listen": QT_TRANSLATE_NOOP("Commands", "&Listen"),
    "go": QT_TRANSLATE_NOOP("Commands", "&Go"),
    "view": QT_TRANSLATE_NOOP("Commands", "&View"),
    "help": QT_TRANSLATE_NOOP("Commands", "&Help"),
}


def _command(
    menu: str,
    group: int,
    name: str,
    text: str,
    *keys: str,
    reading: tuple[str, ...] = (),
    needs_book: bool = False,
) -> Command:
    return Command(
        name=name,
        text=text,
        menu=menu,
        group=group,
        needs_book=needs_book,
        keys=keys,
        reading_keys=reading,
    )


_book_command = partial(_command, needs_book=True)

COMMANDS: tuple[Command, ...] = (
    _command("file", 0, "open_book", QT_TRANSLATE_NOOP("Commands", "&Open…"), "Ctrl+O"),
    _book_command("file", 0, "close_book", QT_TRANSLATE_NOOP("Commands", "&Close book"), "Ctrl+W"),
    _book_command("file", 1, "export", QT_TRANSLATE_NOOP("Commands", "&Export audio…"), "Ctrl+E"),
    _command("file", 2, "quit", QT_TRANSLATE_NOOP("Commands", "&Quit"), "Ctrl+Q"),
    _book_command(
        "listen", 0, "play", QT_TRANSLATE_NOOP("Commands", "&Play"), "F5", reading=("Space",)
    ),
    _book_command(
        "listen",
        0,
        "play_here",
        QT_TRANSLATE_NOOP("Commands", "Play from the &caret"),
        "Ctrl+Return",
        "Ctrl+Enter",
    ),
    _book_command("listen", 0, "pause", QT_TRANSLATE_NOOP("Commands", "P&ause or go on"), "F6"),
    _book_command("listen", 0, "stop", QT_TRANSLATE_NOOP("Commands", "&Stop"), "F7"),
    _command("listen", 1, "faster", QT_TRANSLATE_NOOP("Commands", "&Faster"), "Ctrl+]"),
    _command("listen", 1, "slower", QT_TRANSLATE_NOOP("Commands", "S&lower"), "Ctrl+["),
    _command("listen", 2, "louder", QT_TRANSLATE_NOOP("Commands", "Lo&uder"), "Ctrl+Shift+Up"),
    _command("listen", 2, "quieter", QT_TRANSLATE_NOOP("Commands", "&Quieter"), "Ctrl+Shift+Down"),
    _command("listen", 3, "voices", QT_TRANSLATE_NOOP("Commands", "&Voices…"), "Ctrl+Shift+V"),
    _command("listen", 3, "sound", QT_TRANSLATE_NOOP("Commands", "Soun&d…"), "Ctrl+Shift+D"),
    _book_command(
        "go", 0, "next_sentence", QT_TRANSLATE_NOOP("Commands", "&Next sentence"), "Alt+Down"
    ),
    _book_command(
        "go", 0, "previous_sentence", QT_TRANSLATE_NOOP("Commands", "&Previous sentence"), "Alt+Up"
    ),
    _book_command(
        "go",
        1,
        "next_paragraph",
        QT_TRANSLATE_NOOP("Commands", "Ne&xt paragraph"),
        reading=("Ctrl+Down",),
    ),
    _book_command(
        "go",
        1,
        "previous_paragraph",
        QT_TRANSLATE_NOOP("Commands", "Prev&ious paragraph"),
        reading=("Ctrl+Up",),
    ),
    _book_command(
        "go",
        2,
        "next_chapter",
        QT_TRANSLATE_NOOP("Commands", "Next &chapter"),
        "Ctrl+PgDown",
        "Alt+PgDown",
    ),
    _book_command(
        "go",
        2,
        "previous_chapter",
        QT_TRANSLATE_NOOP("Commands", "Previous c&hapter"),
        "Ctrl+PgUp",
        "Alt+PgUp",
    ),
    _book_command("go", 3, "contents", QT_TRANSLATE_NOOP("Commands", "C&ontents"), "Ctrl+T", "F9"),
    _book_command("go", 3, "text", QT_TRANSLATE_NOOP("Commands", "&Text"), "Ctrl+F10"),
    _book_command(
        "go",
        3,
        "where",
        QT_TRANSLATE_NOOP("Commands", "&Where am I"),
        "Ctrl+Shift+I",
        reading=("W",),
    ),
    _command(
        "view", 0, "larger", QT_TRANSLATE_NOOP("Commands", "&Larger text"), "Ctrl++", "Ctrl+="
    ),
    _command("view", 0, "smaller", QT_TRANSLATE_NOOP("Commands", "&Smaller text"), "Ctrl+-"),
    _command("view", 0, "usual_size", QT_TRANSLATE_NOOP("Commands", "&Usual text size"), "Ctrl+0"),
    _command("help", 0, "keys", QT_TRANSLATE_NOOP("Commands", "&Keys"), "F1"),
    _command(
        "help", 1, "sample_english", QT_TRANSLATE_NOOP("Commands", "Open the &English sample book")
    ),
    _command(
        "help", 1, "sample_chinese", QT_TRANSLATE_NOOP("Commands", "Open the &Chinese sample book")
    ),
    _command(
        "help", 1, "sample_mixed", QT_TRANSLATE_NOOP("Commands", "Open the &mixed sample book")
    ),
    _command("help", 2, "about", QT_TRANSLATE_NOOP("Commands", "&About Tingshu")),
)


def add_commands(window: QMainWindow, text: QWidget, handlers: object) -> dict[str, QAction]:
    """Give `window` its menus and shortcuts, `text` its reading keys; the actions by name."""
    menus = {name: window.menuBar().addMenu(_text(title)) for name, title in MENUS.items()}
    actions: dict[str, QAction] = {}
    groups: dict[str, int] = {}
    for command in COMMANDS:
        menu = menus[command.menu]
        if groups.setdefault(command.menu, command.group) != command.group:
            menu.addSeparator()
            groups[command.menu] = command.group
        handler = getattr(handlers, command.name)
        actions[command.name] = _menu_action(menu, command, handler)
        if command.reading_keys:
            _add_reading_keys(text, command, handler)
    return actions


def _menu_action(menu: QMenu, command: Command, handler: Callable[[], None]) -> QAction:
    action = QAction(_text(command.text), menu)
    action.setObjectName(command.name)
    action.setShortcuts([QKeySequence(key) for key in command.keys])
    action.triggered.connect(partial(_call, handler))
    menu.addAction(action)
    return action


def _add_reading_keys(text: QWidget, command: Command, handler: Callable[[], None]) -> None:
    action = QAction(command.title, text)
    action.setObjectName(f"{command.name} in the text")
    action.setShortcuts([QKeySequence(key) for key in command.reading_keys])
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(partial(_call, handler))
    text.addAction(action)


def _call(handler: Callable[[], None], _checked: bool = False) -> None:
    handler()


def keys_of(command: Command) -> str:
    """The command's keys as this platform writes them, to show to people."""
    native = QKeySequence.SequenceFormat.NativeText
    keys = (QKeySequence(key).toString(native) for key in command.keys + command.reading_keys)
    return ", ".join(keys)
