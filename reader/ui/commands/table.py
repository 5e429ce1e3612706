"""Every command, in the order of the menus."""

from __future__ import annotations

from collections.abc import Mapping

from reader.ui.commands.bookmarks import BOOKMARK_COMMANDS
from reader.ui.commands.cast import CAST_COMMANDS
from reader.ui.commands.command import Command
from reader.ui.commands.edit import EDIT_COMMANDS
from reader.ui.commands.file import FILE_COMMANDS
from reader.ui.commands.go import GO_COMMANDS
from reader.ui.commands.help import HELP_COMMANDS
from reader.ui.commands.listen import LISTEN_COMMANDS
from reader.ui.commands.script import SCRIPT_COMMANDS
from reader.ui.commands.view import VIEW_COMMANDS
from reader.ui.commands.words import WORD_COMMANDS

COMMANDS: tuple[Command, ...] = (
    *FILE_COMMANDS,
    *EDIT_COMMANDS,
    *WORD_COMMANDS,
    *SCRIPT_COMMANDS,
    *LISTEN_COMMANDS,
    *CAST_COMMANDS,
    *GO_COMMANDS,
    *BOOKMARK_COMMANDS,
    *VIEW_COMMANDS,
    *HELP_COMMANDS,
)

COMMANDS_BY_NAME: Mapping[str, Command] = {command.name: command for command in COMMANDS}
