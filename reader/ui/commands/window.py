"""The commands of the menus File, Edit, Bookmarks, View and Help."""

from __future__ import annotations

from functools import partial

from reader.ui.commands.command import QT_TRANSLATE_NOOP, Command

_file = partial(Command, menu="file")
_edit = partial(Command, menu="edit", needs_book=True)
_bookmarks = partial(Command, menu="bookmarks", needs_book=True)
_view = partial(Command, menu="view")
_help = partial(Command, menu="help")

FILE_COMMANDS: tuple[Command, ...] = (
    _file(
        name="open_book",
        text=QT_TRANSLATE_NOOP("Commands", "&Open…"),
        help=QT_TRANSLATE_NOOP("Commands", "Asks for a file and opens the book in it."),
        keys=("Ctrl+O",),
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
        text=QT_TRANSLATE_NOOP("Commands", "&Export audio…"),
        help=QT_TRANSLATE_NOOP("Commands", "Writes the book, or a chapter, into sound files."),
        needs_book=True,
        keys=("Ctrl+E",),
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

HELP_COMMANDS: tuple[Command, ...] = (
    _help(
        name="help",
        text=QT_TRANSLATE_NOOP("Commands", "&Help"),
        help=QT_TRANSLATE_NOOP("Commands", "Shows how to read with Tingshu, and every key."),
        keys=("F1",),
    ),
    _help(
        name="describe_keys",
        text=QT_TRANSLATE_NOOP("Commands", "&Describe keys"),
        help=QT_TRANSLATE_NOOP("Commands", "Says what any key does when you press it."),
        checkable=True,
        keys=("Shift+F1",),
    ),
    _help(
        name="keys",
        text=QT_TRANSLATE_NOOP("Commands", "Change &keys…"),
        help=QT_TRANSLATE_NOOP("Commands", "Lists every command, to give it other keys."),
        keys=("Ctrl+F1",),
    ),
    _help(
        name="sample_english",
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "Open the English &sample book"),
        help=QT_TRANSLATE_NOOP("Commands", "Opens a short book in English."),
    ),
    _help(
        name="sample_chinese",
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "O&pen the Chinese sample book"),
        help=QT_TRANSLATE_NOOP("Commands", "Opens a short book in Chinese."),
    ),
    _help(
        name="sample_mixed",
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "Open the mi&xed sample book"),
        help=QT_TRANSLATE_NOOP("Commands", "Opens a short book in English and Chinese."),
    ),
    _help(
        name="about",
        group=2,
        text=QT_TRANSLATE_NOOP("Commands", "&About Tingshu"),
        help=QT_TRANSLATE_NOOP("Commands", "Says what this program is and whose."),
    ),
)
