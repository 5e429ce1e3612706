"""The commands of the menu Edit that change how words are said, and the way back."""

from __future__ import annotations

from functools import partial

from reader.ui.commands.command import QT_TRANSLATE_NOOP, Command

_words = partial(Command, menu="edit", group=3)

WORD_COMMANDS: tuple[Command, ...] = (
    _words(
        name="say_word",
        text=QT_TRANSLATE_NOOP("Commands", "How the &word is said…"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Has the word at the caret, or what is selected, said otherwise."
        ),
        needs_book=True,
        keys=("Ctrl+Shift+P",),
    ),
    _words(
        name="stress_word",
        text=QT_TRANSLATE_NOOP("Commands", "&Emphasise the word"),
        help=QT_TRANSLATE_NOOP(
            "Commands",
            "Emphasises the word, or what is selected, wherever it stands in this book, or no "
            "longer does.",
        ),
        needs_book=True,
        keys=("Ctrl+Shift+E",),
    ),
    _words(
        name="pronunciations",
        text=QT_TRANSLATE_NOOP("Commands", "P&ronunciations…"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Lists the words that are said otherwise, to change, import or export them."
        ),
        keys=("Ctrl+Shift+W",),
    ),
    _words(
        name="undo",
        text=QT_TRANSLATE_NOOP("Commands", "&Undo"),
        help=QT_TRANSLATE_NOOP(
            "Commands",
            "Takes back the last change to a bookmark, a note or how something is said.",
        ),
        needs_book=True,
        keys=("Ctrl+Z",),
    ),
)
