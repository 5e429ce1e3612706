"""The View menu: how the window looks and what is read."""

from __future__ import annotations

from functools import partial

from reader.ui.commands.command import QT_TRANSLATE_NOOP, Command

_view = partial(Command, menu="view")
_theme = partial(_view, submenu="theme", checkable=True)

VIEW_COMMANDS: tuple[Command, ...] = (
    _view(
        name="larger",
        repeats=True,
        text=QT_TRANSLATE_NOOP("Commands", "&Larger text"),
        help=QT_TRANSLATE_NOOP("Commands", "Shows the text and all of the window larger."),
        keys=("Ctrl++", "Ctrl+="),
    ),
    _view(
        name="smaller",
        repeats=True,
        text=QT_TRANSLATE_NOOP("Commands", "&Smaller text"),
        help=QT_TRANSLATE_NOOP("Commands", "Shows the text and all of the window smaller."),
        keys=("Ctrl+-",),
    ),
    _view(
        name="usual_size",
        text=QT_TRANSLATE_NOOP("Commands", "&Usual text size"),
        help=QT_TRANSLATE_NOOP("Commands", "Shows everything in its usual size."),
        keys=("Ctrl+0",),
    ),
    _theme(
        name="theme_system",
        text=QT_TRANSLATE_NOOP("Commands", "&1 As the desktop"),
        help=QT_TRANSLATE_NOOP("Commands", "Takes the colours that the desktop asks for."),
    ),
    _theme(
        name="theme_light",
        text=QT_TRANSLATE_NOOP("Commands", "&2 Light"),
        help=QT_TRANSLATE_NOOP("Commands", "Shows dark letters on paper."),
    ),
    _theme(
        name="theme_dark",
        text=QT_TRANSLATE_NOOP("Commands", "&3 Dark"),
        help=QT_TRANSLATE_NOOP("Commands", "Shows light letters on a dark ground."),
    ),
    _theme(
        name="theme_sepia",
        text=QT_TRANSLATE_NOOP("Commands", "&4 Sepia"),
        help=QT_TRANSLATE_NOOP("Commands", "Shows brown letters on old paper."),
    ),
    _theme(
        name="theme_contrast_dark",
        text=QT_TRANSLATE_NOOP("Commands", "&5 High contrast, white on black"),
        help=QT_TRANSLATE_NOOP("Commands", "Shows white letters on black."),
    ),
    _theme(
        name="theme_contrast_light",
        text=QT_TRANSLATE_NOOP("Commands", "&6 High contrast, black on white"),
        help=QT_TRANSLATE_NOOP("Commands", "Shows black letters on white."),
    ),
    _view(
        name="ruler",
        text=QT_TRANSLATE_NOOP("Commands", "Readin&g ruler"),
        help=QT_TRANSLATE_NOOP("Commands", "Sets off the line that is being read."),
        checkable=True,
        keys=("Ctrl+F11",),
    ),
    _view(
        name="pinyin",
        text=QT_TRANSLATE_NOOP("Commands", "Pinyin &above hanzi"),
        help=QT_TRANSLATE_NOOP("Commands", "Writes above Chinese characters how they are said."),
        checkable=True,
        keys=("Ctrl+Shift+Y",),
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
        text=QT_TRANSLATE_NOOP("Commands", "&Image descriptions"),
        help=QT_TRANSLATE_NOOP("Commands", "Reads the descriptions of images, or leaves them out."),
        checkable=True,
        keys=("Ctrl+Shift+H",),
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
        name="profile",
        group=3,
        text=QT_TRANSLATE_NOOP("Commands", "This book's &own settings…"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Chooses what this book keeps for itself: rate, voices, text, colours."
        ),
        needs_book=True,
        keys=("Ctrl+Shift+J",),
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
