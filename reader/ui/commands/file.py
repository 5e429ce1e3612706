"""The File menu: books in and out, settings, quit."""

from __future__ import annotations

from functools import partial

from reader.ui.commands.command import QT_TRANSLATE_NOOP, Command

_file = partial(Command, menu="file")

FILE_COMMANDS: tuple[Command, ...] = (
    _file(
        name="open_book",
        text=QT_TRANSLATE_NOOP("Commands", "&Open…"),
        help=QT_TRANSLATE_NOOP("Commands", "Asks for a file and opens the book in it."),
        keys=("Ctrl+O",),
    ),
    _file(
        name="library",
        text=QT_TRANSLATE_NOOP("Commands", "&Library…"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Shows all your books, to find, open, add and search them."
        ),
        keys=("Ctrl+Shift+O",),
    ),
    _file(
        name="close_book",
        text=QT_TRANSLATE_NOOP("Commands", "&Close book"),
        help=QT_TRANSLATE_NOOP("Commands", "Puts the book away; the place is kept."),
        needs_book=True,
        keys=("Ctrl+W",),
    ),
    _file(
        name="export",
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "&Export…"),
        help=QT_TRANSLATE_NOOP(
            "Commands",
            "Makes the book, or some chapters, into an audiobook or a read-along book.",
        ),
        needs_book=True,
        keys=("Ctrl+E",),
    ),
    _file(
        name="exports",
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "E&xports…"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Shows the exports that run, are finished or can be gone on with."
        ),
        keys=("Ctrl+F9",),
    ),
    _file(
        name="settings",
        group=2,
        text=QT_TRANSLATE_NOOP("Commands", "Se&ttings…"),
        help=QT_TRANSLATE_NOOP("Commands", "Shows everything that can be chosen."),
        keys=("Ctrl+,",),
    ),
    _file(
        name="quit",
        group=3,
        text=QT_TRANSLATE_NOOP("Commands", "&Quit"),
        help=QT_TRANSLATE_NOOP("Commands", "Ends the program; the place is kept."),
        keys=("Ctrl+Q",),
    ),
)
