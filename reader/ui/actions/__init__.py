"""What each command of the table does; one module a menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.ui.actions.bookmarks import BookmarkActions
from reader.ui.actions.editing import EditActions
from reader.ui.actions.elements import ElementActions
from reader.ui.actions.file import FileActions
from reader.ui.actions.go import GoActions
from reader.ui.actions.help import HelpActions
from reader.ui.actions.listen import ListenActions
from reader.ui.actions.part import Actions
from reader.ui.actions.steps import StepActions
from reader.ui.actions.tables import TableActions
from reader.ui.actions.view import ViewActions

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow

_PARTS = (
    FileActions,
    EditActions,
    ListenActions,
    StepActions,
    GoActions,
    ElementActions,
    TableActions,
    BookmarkActions,
    ViewActions,
    HelpActions,
)


def actions_of(window: MainWindow) -> Actions:
    """What to call for every command, with the parts of `window`."""
    found: dict[str, Callable[[], None]] = {}
    for part in _PARTS:
        found.update(part(window).actions())
    return found
