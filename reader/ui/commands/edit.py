"""The Edit menu: copy, find, spell."""

from __future__ import annotations

from functools import partial

from reader.ui.commands.command import QT_TRANSLATE_NOOP, Command

_edit = partial(Command, menu="edit", needs_book=True)

EDIT_COMMANDS: tuple[Command, ...] = (
    _edit(
        name="copy",
        text=QT_TRANSLATE_NOOP("Commands", "&Copy"),
        help=QT_TRANSLATE_NOOP("Commands", "Copies the selected text."),
        reading_keys=("Ctrl+C",),
    ),
    _edit(
        name="select_all",
        text=QT_TRANSLATE_NOOP("Commands", "Select &all"),
        help=QT_TRANSLATE_NOOP("Commands", "Selects all of the text that is shown."),
        reading_keys=("Ctrl+A",),
    ),
    _edit(
        name="find",
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "&Find…"),
        help=QT_TRANSLATE_NOOP("Commands", "Asks for words and finds them in the book."),
        keys=("Ctrl+F",),
    ),
    _edit(
        name="find_next",
        repeats=True,
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "Find &next"),
        help=QT_TRANSLATE_NOOP("Commands", "Goes to the next place with the words last sought."),
        keys=("F3",),
    ),
    _edit(
        name="find_previous",
        repeats=True,
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "Find &previous"),
        help=QT_TRANSLATE_NOOP("Commands", "Goes back to a place with the words last sought."),
        keys=("Shift+F3",),
    ),
    _edit(
        name="list_hits",
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "List &hits…"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Lists every place with what is sought, with the words around it."
        ),
        keys=("Ctrl+F3",),
    ),
    _edit(
        name="spell",
        group=2,
        text=QT_TRANSLATE_NOOP("Commands", "&Spell the word"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Spells the word at the caret; tells Chinese characters apart by a word."
        ),
        keys=("Ctrl+Shift+L",),
        reading_keys=("C",),
    ),
)
