"""The Help menu."""

from __future__ import annotations

from functools import partial

from reader.ui.commands.command import QT_TRANSLATE_NOOP, Command

_help = partial(Command, menu="help")

HELP_COMMANDS: tuple[Command, ...] = (
    _help(
        name="help",
        text=QT_TRANSLATE_NOOP("Commands", "&Help"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Opens the book about using Tingshu, or puts it away again."
        ),
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
        name="first_steps",
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "&First steps…"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Asks again for the language, the voices and who speaks the window."
        ),
        keys=("Ctrl+F8",),
    ),
    _help(
        name="check",
        group=1,
        text=QT_TRANSLATE_NOOP("Commands", "Check the &installation…"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Looks whether everything is there that Tingshu needs, and mends it."
        ),
        keys=("Ctrl+Shift+F8",),
    ),
    _help(
        name="sample_english",
        group=2,
        text=QT_TRANSLATE_NOOP("Commands", "Open the English &sample book"),
        help=QT_TRANSLATE_NOOP("Commands", "Opens a short book in English."),
    ),
    _help(
        name="sample_chinese",
        group=2,
        text=QT_TRANSLATE_NOOP("Commands", "O&pen the Chinese sample book"),
        help=QT_TRANSLATE_NOOP("Commands", "Opens a short book in Chinese."),
    ),
    _help(
        name="sample_mixed",
        group=2,
        text=QT_TRANSLATE_NOOP("Commands", "Open the mi&xed sample book"),
        help=QT_TRANSLATE_NOOP("Commands", "Opens a short book in English and Chinese."),
    ),
    _help(
        name="about",
        group=3,
        text=QT_TRANSLATE_NOOP("Commands", "&About Tingshu"),
        help=QT_TRANSLATE_NOOP("Commands", "Says what this program is and whose."),
    ),
)
