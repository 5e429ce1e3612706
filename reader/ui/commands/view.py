"""The View menu: how the window looks and what is read."""

from __future__ import annotations

from functools import partial

from reader.ui.commands.command import QT_TRANSLATE_NOOP, Command

_view = partial(Command, menu="view")

VIEW_COMMANDS: tuple[Command, ...] = (
    _view(
        name="larger",
        repeats=True,
        text=QT_TRANSLATE_NOOP("Commands", "&Larger text"),
        help=QT_TRANSLATE_NOOP("Commands", "Shows the text in larger letters."),
        keys=("Ctrl++", "Ctrl+="),
    ),
    _view(
        name="smaller",
        repeats=True,
        text=QT_TRANSLATE_NOOP("Commands", "&Smaller text"),
        help=QT_TRANSLATE_NOOP("Commands", "Shows the text in smaller letters."),
        keys=("Ctrl+-",),
    ),
    _view(
        name="usual_size",
        text=QT_TRANSLATE_NOOP("Commands", "&Usual text size"),
        help=QT_TRANSLATE_NOOP("Commands", "Shows the text in letters of the usual size."),
        keys=("Ctrl+0",),
    ),
    _view(
        name="text",
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "&Text"),
        help=QT_TRANSLATE_NOOP("Commands", "Puts the focus on the book's text."),
        needs_book=True,
        keys=("Ctrl+F10",),
    ),
    _view(
        name="next_pane",
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "Ne&xt part of the window"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Moves the focus from the text to the contents, to the player, and round."
        ),
        needs_book=True,
        keys=("Ctrl+F6",),
    ),
    _view(
        name="previous_pane",
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "&Previous part of the window"),
        help=QT_TRANSLATE_NOOP("Commands", "Moves the focus through the parts the other way."),
        needs_book=True,
        keys=("Ctrl+Shift+F6",),
    ),
    _view(
        name="caret_follows",
        group=2,
        text=QT_TRANSLATE_NOOP("Commands", "Caret sta&ys with the voice"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Moves the caret, and a braille display, along with what is read aloud."
        ),
        checkable=True,
    ),
    _view(
        name="voice_follows",
        group=2,
        text=QT_TRANSLATE_NOOP("Commands", "Voice follo&ws the caret"),
        help=QT_TRANSLATE_NOOP("Commands", "Reads aloud from wherever the caret is moved."),
        checkable=True,
    ),
    _view(
        name="mark_sentence",
        group=2,
        text=QT_TRANSLATE_NOOP("Commands", "Mark the se&ntence"),
        help=QT_TRANSLATE_NOOP("Commands", "Sets off the sentence that is being read aloud."),
        checkable=True,
    ),
    _view(
        name="mark_word",
        group=2,
        text=QT_TRANSLATE_NOOP("Commands", "Mar&k the word"),
        help=QT_TRANSLATE_NOOP("Commands", "Sets off the word that is being read aloud."),
        checkable=True,
    ),
    _view(
        name="images",
        group=3,
        text=QT_TRANSLATE_NOOP("Commands", "I&mage descriptions"),
        help=QT_TRANSLATE_NOOP("Commands", "Reads the descriptions of images, or leaves them out."),
        checkable=True,
    ),
    _view(
        name="skipping",
        group=3,
        text=QT_TRANSLATE_NOOP("Commands", "What is &read…"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Chooses whether notes, page numbers, tables and code are left out."
        ),
        needs_book=True,
        keys=("Ctrl+Shift+R",),
    ),
    _view(
        name="self_voicing",
        group=3,
        text=QT_TRANSLATE_NOOP("Commands", "Speak t&he window"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Has the program speak menus, buttons and messages in its own voice."
        ),
        checkable=True,
        keys=("Ctrl+F12",),
    ),
)
