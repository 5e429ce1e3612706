"""The commands of the menu Listen about those who speak in the book."""

from __future__ import annotations

from functools import partial

from reader.ui.commands.command import QT_TRANSLATE_NOOP, Command

_cast = partial(Command, menu="listen", group=6, needs_book=True)

CAST_COMMANDS: tuple[Command, ...] = (
    _cast(
        name="cast",
        text=QT_TRANSLATE_NOOP("Commands", "C&haracters…"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Lists who speaks in the book, to give them voices and to correct them."
        ),
        keys=("Ctrl+Shift+C",),
    ),
    _cast(
        name="characters",
        text=QT_TRANSLATE_NOOP("Commands", "Voices fo&r characters"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Has those who speak in a story heard in voices of their own, or not."
        ),
        needs_book=False,
        checkable=True,
        keys=("Ctrl+Shift+A",),
    ),
    _cast(
        name="who_speaks",
        text=QT_TRANSLATE_NOOP("Commands", "&Who speaks"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Says who speaks at this place, how sure that is, and in which voice."
        ),
        keys=("Ctrl+I",),
        reading_keys=("V",),
    ),
    _cast(
        name="correct_speaker",
        text=QT_TRANSLATE_NOOP("Commands", "C&orrect who speaks…"),
        help=QT_TRANSLATE_NOOP("Commands", "Asks who says the line at this place."),
        keys=("Ctrl+R",),
        reading_keys=("Shift+V",),
    ),
    _cast(
        name="next_line",
        text=QT_TRANSLATE_NOOP("Commands", "Ne&xt line of this character"),
        help=QT_TRANSLATE_NOOP("Commands", "Goes on to what whoever speaks here says next."),
        repeats=True,
        reading_keys=("A",),
    ),
    _cast(
        name="previous_line",
        text=QT_TRANSLATE_NOOP("Commands", "Prev&ious line of this character"),
        help=QT_TRANSLATE_NOOP("Commands", "Goes back to what whoever speaks here said before."),
        repeats=True,
        reading_keys=("Shift+A",),
    ),
)
