"""The command of the menu Edit that shows a chapter's script."""

from __future__ import annotations

from reader.ui.commands.command import QT_TRANSLATE_NOOP, Command

SCRIPT_COMMANDS: tuple[Command, ...] = (
    Command(
        name="script",
        menu="edit",
        group=4,
        text=QT_TRANSLATE_NOOP("Commands", "Scr&ipt of the chapter…"),
        help=QT_TRANSLATE_NOOP(
            "Commands", "Shows the chapter as SSML, to change who speaks, how, and what is said."
        ),
        needs_book=True,
        keys=("Ctrl+Shift+X",),
    ),
)
