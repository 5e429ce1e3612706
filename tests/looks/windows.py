"""Every window, dialog and menu there is, by name, and how each is brought up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from reader.errors import DamagedBook
from reader.navigation.place import Position
from reader.ui.dialogs import ask, show_error, show_message
from reader.ui.first_steps import show_first_steps
from reader.ui.key_capture import KeyCapture
from reader.ui.profile_dialog import ProfileDialog
from reader.ui.progress import Progress
from reader.ui.report_dialog import ReportDialog
from reader.ui.settings_dialog import SettingsDialog
from tests.looks.stage import Stage

PAGES = 11
"""Those of the settings."""

Show = Callable[[Stage], QWidget | None]


def _welcome(stage: Stage) -> QWidget:
    stage.close_book()
    return stage.window


def _main(stage: Stage) -> QWidget:
    stage.window.focus_text()
    return stage.window


def _contents(stage: Stage) -> QWidget:
    stage.window.actions_by_name["contents"].trigger()
    return stage.window


def _player(stage: Stage) -> QWidget:
    stage.window.player.rate.setFocus()
    return stage.window


def _notice(stage: Stage) -> QWidget:
    stage.window.notice.show_message(
        "The voice that was chosen for this book is not installed; another reads it.",
        of_voices=True,
    )
    return stage.window


def _find(stage: Stage) -> QWidget:
    stage.window.notice.hide()
    stage.window.actions_by_name["find"].trigger()
    stage.window.find_bar.show_message("3 of 12")
    return stage.window


def _menu(number: int, stage: Stage) -> QWidget | None:
    stage.window.find_bar.hide()
    action = stage.window.menuBar().actions()[number]
    menu = action.menu()
    if menu is None:
        return None
    corner = stage.window.menuBar().actionGeometry(action).bottomLeft()
    return stage.opened(lambda: menu.popup(stage.window.menuBar().mapToGlobal(corner)))


def _command(name: str) -> Show:
    return lambda stage: stage.command(name)


def _settings(row: int, stage: Stage) -> QWidget | None:
    dialog = stage.command("settings")
    assert isinstance(dialog, SettingsDialog)
    dialog.pages.setCurrentRow(row)
    return dialog


def _bookmarks(stage: Stage) -> QWidget | None:
    """Bookmarks, and a note of some length among them."""
    stage.window.actions_by_name["bookmark"].trigger()
    session = stage.desk.session
    session.next_sentence()
    here = Position(session.passage.chapter, session.passage.start)
    stage.window.marks.add(session.book, here, extent=20, note="Who put it on? See chapter 7.")
    return stage.command("bookmarks")


def _hits(stage: Stage) -> QWidget | None:
    stage.window.actions_by_name["find"].trigger()
    stage.window.find_bar.field.setText("lamp")
    return stage.command("list_hits")


def _characters(stage: Stage) -> QWidget | None:
    stage.window.find_bar.hide()
    stage.desk.cast_finder.find()
    stage.wait(lambda: stage.desk.session.direction.cast is not None)
    return stage.command("cast")


def _texts(stage: Stage) -> QWidget | None:
    """The library's other page."""
    library = stage.command("library")
    if library is not None:
        library.choice.turn_to(1)
    return library


_ERROR = DamagedBook(
    "The Lamp on the Quay.epub",
    "The file breaks off in the middle: 3 of its 12 chapters are there.",
    "Copy it again from where you have it, or open it with another program and save it anew.",
)

WINDOWS: Mapping[str, Show] = {
    "welcome": _welcome,
    "main": _main,
    "contents": _contents,
    "player": _player,
    "notice": _notice,
    "find": _find,
    **{f"menu-{number}": partial(_menu, number) for number in range(7)},
    "library": _command("library"),
    "library-texts": _texts,
    "bookmark-named": _command("bookmark_named"),
    "bookmarks": _bookmarks,
    "note": _command("note"),
    "hits": _hits,
    "elements": _command("elements"),
    "go-to-percent": _command("go_to_percent"),
    "go-to-line": _command("go_to_line"),
    "where": _command("where_dialog"),
    "skipping": _command("skipping"),
    "sleep": _command("sleep_timer"),
    "say-word": _command("say_word"),
    "pronunciations": _command("pronunciations"),
    "script": _command("script"),
    "characters": _characters,
    "who-speaks": _command("correct_speaker"),
    **{f"settings-{row}": partial(_settings, row) for row in range(PAGES)},
    "profile": lambda stage: stage.opened(
        ProfileDialog("The Lamp on the Quay", {"rate"}, stage.window).open
    ),
    "first-steps": lambda stage: stage.opened(lambda: show_first_steps(stage.window)),
    "check": _command("check"),
    "voices": _command("voices"),
    "sound": _command("sound"),
    "export": _command("export"),
    "keys": _command("keys"),
    "key": lambda stage: stage.opened(KeyCapture("Find", stage.window).open),
    "about": _command("about"),
    "error": lambda stage: stage.opened(lambda: show_error(stage.window, _ERROR)),
    "message": lambda stage: stage.opened(
        lambda: show_message(stage.window, "Keys", "Two commands had the same key.")
    ),
    "question": lambda stage: stage.opened(
        lambda: ask(
            stage.window, "Bookmarks", "Delete all 12 bookmarks?", "&Delete them", lambda: None
        )
    ),
    "progress": lambda stage: stage.opened(
        lambda: Progress(stage.window, "Opening", "Reading lamp.epub", lambda: None, patience=0)
    ),
    "report": lambda stage: stage.opened(
        ReportDialog("Import", "Imported: 1.\nNot taken: 1.\nLine 2: nonsense", stage.window).open
    ),
}
"""In this order: the first one without a book, the others over the open one."""
