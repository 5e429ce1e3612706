"""Where the library's window has files, pictures and the search index from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from reader.background import CancelToken
from reader.errors import LibraryError
from reader.intake.covers import cover_file
from reader.library.shelf import ShelfEntry
from reader.library.store import Library
from reader.messages import message
from reader.ui.desk import Desk
from reader.ui.shelf.covers import Covers

if TYPE_CHECKING:
    from reader.intake.intake import Intake
    from reader.search.index import Index


def _intake(desk: Desk) -> Intake:
    from reader.intake.intake import Intake

    if desk.library is None:
        raise LibraryError(
            "",
            message("The library could not be opened, so no books can be kept."),
            message("See what was said when the program began."),
        )
    return Intake(desk.library, index=desk.settings.index)


def _index() -> Index:
    from reader.search.index import Index

    return Index()


def _find_moved(library: Library, entry: ShelfEntry, cancel: CancelToken) -> Path | None:
    from reader.intake.moved import find_moved

    return find_moved(library, entry, cancel)


def _covers(window: QWidget) -> Covers:
    return Covers(cover_file, window, ratio=window.devicePixelRatioF())


@dataclass(frozen=True, kw_only=True)
class Sources:
    """What does the work; tests have others."""

    intake: Callable[[Desk], Intake] = _intake
    index: Callable[[], Index] = _index
    find_moved: Callable[[Library, ShelfEntry, CancelToken], Path | None] = _find_moved
    covers: Callable[[QWidget], Covers] = _covers
