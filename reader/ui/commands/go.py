"""The commands of the menu Go."""

from __future__ import annotations

from functools import partial

from reader.ui.commands.command import QT_TRANSLATE_NOOP, Command
from reader.ui.commands.elements import element_commands

_go = partial(Command, menu="go", needs_book=True, repeats=True)
_table = partial(_go, submenu="table", group=5)

GO_COMMANDS: tuple[Command, ...] = (
    _go(
        name="next_sentence",
        text=QT_TRANSLATE_NOOP("Commands", "&Next sentence"),
        help=QT_TRANSLATE_NOOP("Commands", "Goes one sentence on."),
        keys=("Alt+Down",),
        media_keys=("Media Next",),
    ),
    _go(
        name="previous_sentence",
        text=QT_TRANSLATE_NOOP("Commands", "&Previous sentence"),
        help=QT_TRANSLATE_NOOP("Commands", "Goes one sentence back."),
        keys=("Alt+Up",),
        media_keys=("Media Previous",),
    ),
    _go(
        name="next_paragraph",
        text=QT_TRANSLATE_NOOP("Commands", "Ne&xt paragraph"),
        help=QT_TRANSLATE_NOOP("Commands", "Goes one paragraph on."),
        reading_keys=("Ctrl+Down",),
    ),
    _go(
        name="previous_paragraph",
        text=QT_TRANSLATE_NOOP("Commands", "Pre&vious paragraph"),
        help=QT_TRANSLATE_NOOP("Commands", "Goes one paragraph back."),
        reading_keys=("Ctrl+Up",),
    ),
    _go(
        name="next_chapter",
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "Next &chapter"),
        help=QT_TRANSLATE_NOOP("Commands", "Goes to the start of the next chapter."),
        keys=("Ctrl+PgDown", "Alt+PgDown"),
    ),
    _go(
        name="previous_chapter",
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "Previous c&hapter"),
        help=QT_TRANSLATE_NOOP("Commands", "Goes to the start of the chapter before."),
        keys=("Ctrl+PgUp", "Alt+PgUp"),
    ),
    _go(
        name="chapter_start",
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "&Start of the chapter"),
        help=QT_TRANSLATE_NOOP("Commands", "Goes to the first sentence of this chapter."),
        keys=("Alt+Home",),
    ),
    _go(
        name="chapter_end",
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "En&d of the chapter"),
        help=QT_TRANSLATE_NOOP("Commands", "Goes to the last sentence of this chapter."),
        keys=("Alt+End",),
    ),
    _go(
        name="back",
        group=2,
        text=QT_TRANSLATE_NOOP("Commands", "&Back"),
        help=QT_TRANSLATE_NOOP("Commands", "Goes back to where you were before the last jump."),
        keys=("Alt+Left",),
        reading_keys=("Backspace",),
    ),
    _go(
        name="forward",
        group=2,
        text=QT_TRANSLATE_NOOP("Commands", "&Forward"),
        help=QT_TRANSLATE_NOOP("Commands", "Goes to where you were before going back."),
        keys=("Alt+Right",),
    ),
    _go(
        name="follow",
        repeats=False,
        group=2,
        text=QT_TRANSLATE_NOOP("Commands", "Follow the lin&k or note"),
        help=QT_TRANSLATE_NOOP("Commands", "Goes where the link or note at the caret leads."),
        reading_keys=("Return", "Enter"),
    ),
    _go(
        name="escape",
        repeats=False,
        group=2,
        text=QT_TRANSLATE_NOOP("Commands", "P&ast the list or table"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Leaves the list, table or note at this place, and goes on after it."
        ),
        reading_keys=(",",),
    ),
    _go(
        name="contents",
        repeats=False,
        group=3,
        text=QT_TRANSLATE_NOOP("Commands", "C&ontents"),
        help=QT_TRANSLATE_NOOP("Commands", "Puts the focus on the list of chapters."),
        keys=("Ctrl+T", "F9"),
    ),
    _go(
        name="elements",
        repeats=False,
        group=3,
        text=QT_TRANSLATE_NOOP("Commands", "&Elements…"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Lists the headings, links, notes, tables and images, to go to one."
        ),
        keys=("F8", "Ctrl+F7"),
    ),
    _go(
        name="go_to_page",
        repeats=False,
        group=3,
        text=QT_TRANSLATE_NOOP("Commands", "Go to pa&ge…"),
        help=QT_TRANSLATE_NOOP("Commands", "Asks for the number of a page and goes there."),
        keys=("Ctrl+G",),
    ),
    _go(
        name="go_to_percent",
        repeats=False,
        group=3,
        text=QT_TRANSLATE_NOOP("Commands", "Go to pe&rcent…"),
        help=QT_TRANSLATE_NOOP("Commands", "Asks for a percentage of the book and goes there."),
        keys=("Ctrl+Shift+G",),
    ),
    _go(
        name="go_to_line",
        repeats=False,
        group=3,
        text=QT_TRANSLATE_NOOP("Commands", "Go to &line (paragraph)…"),
        help=QT_TRANSLATE_NOOP("Commands", "Asks for the number of a paragraph and goes there."),
        keys=("Ctrl+L",),
    ),
    _go(
        name="where",
        repeats=False,
        group=4,
        text=QT_TRANSLATE_NOOP("Commands", "&Where am I"),
        help=QT_TRANSLATE_NOOP("Commands", "Says the chapter, the percentage and the time left."),
        reading_keys=("W",),
    ),
    _go(
        name="where_dialog",
        repeats=False,
        group=4,
        text=QT_TRANSLATE_NOOP("Commands", "Show where I a&m…"),
        help=QT_TRANSLATE_NOOP("Commands", "Shows where you are in a window to read at leisure."),
        keys=("Ctrl+Shift+I",),
    ),
    *element_commands(),
    _table(
        name="next_cell",
        text=QT_TRANSLATE_NOOP("Commands", "&Next cell"),
        help=QT_TRANSLATE_NOOP("Commands", "Goes to the next cell of the row."),
        reading_keys=("X",),
    ),
    _table(
        name="previous_cell",
        text=QT_TRANSLATE_NOOP("Commands", "&Previous cell"),
        help=QT_TRANSLATE_NOOP("Commands", "Goes to the cell before in the row."),
        reading_keys=("Shift+X",),
    ),
    _table(
        name="cell_below",
        text=QT_TRANSLATE_NOOP("Commands", "Cell &below"),
        help=QT_TRANSLATE_NOOP("Commands", "Goes to the cell below."),
        reading_keys=("Y",),
    ),
    _table(
        name="cell_above",
        text=QT_TRANSLATE_NOOP("Commands", "Cell &above"),
        help=QT_TRANSLATE_NOOP("Commands", "Goes to the cell above."),
        reading_keys=("Shift+Y",),
    ),
    _table(
        name="this_cell",
        text=QT_TRANSLATE_NOOP("Commands", "&This cell"),
        help=QT_TRANSLATE_NOOP("Commands", "Says the cell with the headers of its row and column."),
        reading_keys=("Shift+C",),
    ),
)
