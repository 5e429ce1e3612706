"""The Bookmarks menu: places and notes of one's own."""

from __future__ import annotations

from functools import partial

from reader.ui.commands.command import QT_TRANSLATE_NOOP, Command

_bookmarks = partial(Command, menu="bookmarks", needs_book=True)

BOOKMARK_COMMANDS: tuple[Command, ...] = (
    _bookmarks(
        name="bookmark",
        text=QT_TRANSLATE_NOOP("Commands", "&Set or remove a bookmark"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Sets a bookmark here, or removes the one at this place."
        ),
        keys=("Ctrl+B",),
    ),
    _bookmarks(
        name="bookmark_named",
        text=QT_TRANSLATE_NOOP("Commands", "Set a bookmark with a &name…"),
        help=QT_TRANSLATE_NOOP("Commands", "Asks for a name and sets a bookmark here."),
        keys=("Ctrl+Shift+B",),
    ),
    _bookmarks(
        name="next_bookmark",
        repeats=True,
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "Nex&t bookmark"),
        help=QT_TRANSLATE_NOOP("Commands", "Goes on to it, or says that there is none."),
        keys=("F2",),
        reading_keys=("B",),
    ),
    _bookmarks(
        name="previous_bookmark",
        repeats=True,
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "&Previous bookmark"),
        help=QT_TRANSLATE_NOOP("Commands", "Goes back to it, or says that there is none."),
        keys=("Shift+F2",),
        reading_keys=("Shift+B",),
    ),
    _bookmarks(
        name="bookmarks",
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "&Bookmarks…"),
        help=QT_TRANSLATE_NOOP("Commands", "Lists the bookmarks of this book, to go to one."),
        keys=("Ctrl+Shift+M",),
    ),
)
