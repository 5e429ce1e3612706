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
        name="note",
        text=QT_TRANSLATE_NOOP("Commands", "&Write a note…"),
        help=QT_TRANSLATE_NOOP(
            "Commands",
            "Writes a note to what is selected or to the sentence, or changes the one that is "
            "there.",
        ),
        keys=("Ctrl+N",),
    ),
    _bookmarks(
        name="next_bookmark",
        repeats=True,
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "Nex&t bookmark or note"),
        help=QT_TRANSLATE_NOOP("Commands", "Goes on to it, or says that there is none."),
        keys=("F2",),
        reading_keys=("B",),
    ),
    _bookmarks(
        name="previous_bookmark",
        repeats=True,
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "&Previous bookmark or note"),
        help=QT_TRANSLATE_NOOP("Commands", "Goes back to it, or says that there is none."),
        keys=("Shift+F2",),
        reading_keys=("Shift+B",),
    ),
    _bookmarks(
        name="bookmarks",
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "&Bookmarks and notes…"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Lists what is marked in this book, to go there or to change it."
        ),
        keys=("Ctrl+Shift+M",),
    ),
    _bookmarks(
        name="export_notes",
        group=2,
        text=QT_TRANSLATE_NOOP("Commands", "&Export notes…"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Writes what is marked in this book into a Markdown file."
        ),
        keys=("Ctrl+S",),
    ),
    Command(
        menu="bookmarks",
        name="notes_depart",
        group=2,
        text=QT_TRANSLATE_NOOP("Commands", "Notes &for another machine…"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Writes positions and notes of all books into one file, to take along."
        ),
        keys=("Ctrl+F2",),
    ),
    Command(
        menu="bookmarks",
        name="notes_arrive",
        group=2,
        text=QT_TRANSLATE_NOOP("Commands", "Notes fr&om another machine…"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Takes in such a file and loses nothing that is noted here."
        ),
        keys=("Ctrl+Shift+F2",),
    ),
)
