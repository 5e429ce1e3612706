"""What each command of the table does; one module a menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.ui.actions.bookmarks import BookmarkActions
from reader.ui.actions.cast import CastActions
from reader.ui.actions.editing import EditActions
from reader.ui.actions.elements import ElementActions
from reader.ui.actions.file import FileActions
from reader.ui.actions.go import GoActions
from reader.ui.actions.help import HelpActions
from reader.ui.actions.listen import ListenActions
from reader.ui.actions.part import Actions
from reader.ui.actions.script import ScriptActions
from reader.ui.actions.steps import StepActions
from reader.ui.actions.tables import TableActions
from reader.ui.actions.view import ViewActions
from reader.ui.actions.words import WordActions
from reader.ui.commands import COMMANDS

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow

_PARTS = (
    FileActions,
    EditActions,
    WordActions,
    ScriptActions,
    ListenActions,
    CastActions,
    StepActions,
    GoActions,
    ElementActions,
    TableActions,
    BookmarkActions,
    ViewActions,
    HelpActions,
)


def actions_of(window: MainWindow) -> Actions:
    """What to call for every command, with the parts of `window`.

    A command that needs a book says so where none is open, for a key without any answer
    leaves a blind reader in doubt.
    """
    found: dict[str, Callable[[], None]] = {}
    for part in _PARTS:
        found.update(part(window).actions())
    for command in COMMANDS:
        if command.needs_book:
            found[command.name] = partial(_with_book, window, found[command.name])
    return found


def _with_book(window: MainWindow, act: Callable[[], None]) -> None:
    if window.desk.session is None:
        window.say(QCoreApplication.translate("MainWindow", "No book is open"))
    else:
        act()
