"""How long the window does not answer in the rooms around the book.

A part of ``make bench-window``, also alone: ``python -m tests.benchmarks.rooms``. The library is
gone through with 2,000 books in it, a list of 1,000 notes to one chapter, all hits of a common
word in a book of 5 MB, the settings by their names, and that book in every theme and size.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.screen import screen
from tests.benchmarks.watchdog import GOALS, Watchdog, show

BOOKS, NOTES, SIZE = 2_000, 1_000, 5_000_000

_PARAGRAPH = (
    "It was late, and the lamp on the quay was still burning. Nobody had asked for it. "
    "She wrote a letter, read it twice, and put it away among the others, as she did every night. "
) * 3

_STEP = 0.15
"""Seconds between two keys: a quick reader's."""


def main() -> int:
    """Measure in this process, which needs a screen."""
    with screen() as environment, tempfile.TemporaryDirectory() as folder:
        os.environ.update(environment)
        os.environ.pop("QT_QPA_PLATFORM", None)
        os.environ["TINGSHU_HOME"] = folder
        figures = Rooms(Path(folder)).measure()
    show(figures)
    print(json.dumps({"goals": GOALS, "figures": figures}, indent=2))
    return 0


class Rooms:
    """A window with much in every room, and what is done in each."""

    def __init__(self, folder: Path) -> None:
        from reader.library.store import Library
        from reader.settings import Settings
        from reader.ui.app import make_application
        from reader.ui.desk import Desk
        from reader.ui.looks.wardrobe import LOOKS_SETTINGS, apply_looks
        from reader.ui.main_window import MainWindow

        application = make_application()
        settings = Settings(index=False, welcomed=True, self_voicing_offered=True)
        apply_looks(application, settings)
        library = Library()
        self.book = _large_book(folder / "large.txt")
        _fill(library, folder, self.book)
        self.desk = Desk(settings, library)
        self.window = MainWindow(self.desk)

        def changed(names: frozenset[str]) -> None:
            if names & LOOKS_SETTINGS:
                apply_looks(application, self.desk.settings)

        self.window.choices.changed.connect(changed)
        self.failures: list[object] = []
        self.desk.failed.connect(self.failures.append)
        self.window.show()
        self.watchdog = Watchdog()

    def measure(self) -> dict[str, dict[str, float]]:
        """What was counted in each room."""
        self.desk.open(self.book)
        self.wait(lambda: self.desk.session is not None)
        self.pause(2)
        figures = {}
        for name, keys in {
            "library": self.library,
            "notes": self.notes,
            "hits": self.hits,
            "settings": self.settings,
            "looks": self.looks,
        }.items():
            self.watchdog.reset()
            for _ in keys():
                self.pause(_STEP)
            figures[name] = self.watchdog.figure()
            self.pause(1)
        self.window.close()
        return figures

    def library(self) -> Iterator[None]:
        """Found by a word, sorted, gone through."""
        shelf = self.opened("library")
        self.wait(lambda: len(shelf.books.list.rows.entries) > NOTES)
        yield from self.typed(shelf.books.field, "lamp 19")
        yield from self.typed(shelf.books.field, "")
        for action in shelf.books.order.menu().actions():
            action.trigger()
            yield
        yield from self.scrolled(shelf.books.list)
        shelf.close()

    def notes(self) -> Iterator[None]:
        """Listed, found by a word, one deleted and brought back, the text with them scrolled."""
        marks = self.opened("bookmarks")
        yield
        yield from self.scrolled(marks.list)
        marks.filter.setFocus()
        yield from self.typed(marks.filter, "note 77", edited=True)
        yield from self.typed(marks.filter, "", edited=True)
        marks.remove.click()
        yield
        marks.undo.click()
        yield
        marks.close()
        yield from self.scrolled(self.window.view)

    def hits(self) -> Iterator[None]:
        """All hits of a common word."""
        self.window.find_bar.begin("lamp")
        hits = self.opened("list_hits")
        self.wait(lambda: bool(hits.list.current))
        yield from self.scrolled(hits.list)
        hits.close()
        yield

    def settings(self) -> Iterator[None]:
        """Found by their names, page after page."""
        dialog = self.opened("settings")
        yield
        yield from self.typed(dialog.filter, "line")
        yield from self.typed(dialog.filter, "")
        for row in range(dialog.pages.count()):
            dialog.pages.setCurrentRow(row)
            yield
        dialog.close()

    def looks(self) -> Iterator[None]:
        """Every theme, and larger and smaller again."""
        actions = self.window.actions_by_name
        themes = [name for name in actions if name.startswith("theme_")]
        for name in (*themes, *["larger"] * 7, "usual_size", "pinyin", "ruler"):
            actions[name].trigger()
            yield

    # How it is done

    def opened(self, command: str) -> Any:
        """What `command` opens."""
        from PySide6.QtWidgets import QApplication, QDialog

        before = set(self.window.findChildren(QDialog))
        self.window.actions_by_name[command].trigger()
        new = set(self.window.findChildren(QDialog)) - before
        return new.pop() if new else QApplication.activeWindow()

    def typed(self, field: Any, text: str, *, edited: bool = False) -> Iterator[None]:
        """Write `text` letter by letter."""
        field.clear()
        for end in range(1, len(text) + 1):
            field.setText(text[:end])
            if edited:
                field.textEdited.emit(text[:end])
            yield
        if edited and not text:
            field.textEdited.emit("")
        yield

    def scrolled(self, area: Any) -> Iterator[None]:
        """Go down some pages, and to the end."""
        bar = area.verticalScrollBar()
        for _ in range(6):
            bar.setValue(bar.value() + bar.pageStep())
            yield
        bar.setValue(bar.maximum())
        yield

    def wait(self, done: Callable[[], bool], most: float = 120.0) -> None:
        """Let the window work until `done`."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop, end = QEventLoop(), time.monotonic() + most
        while not done():
            if self.failures:
                raise RuntimeError(str(self.failures[0]))
            if time.monotonic() > end:
                raise TimeoutError("the window does not come to an end")
            QTimer.singleShot(10, loop.quit)
            loop.exec()

    def pause(self, length: float) -> None:
        """Let the window work for so many seconds."""
        end = time.monotonic() + length
        self.wait(lambda: time.monotonic() > end)


def _large_book(path: Path) -> Path:
    """One chapter of 5 MB."""
    path.write_text("\n\n".join([_PARAGRAPH] * (SIZE // len(_PARAGRAPH))), "utf-8")
    return path


def _fill(library: Any, folder: Path, large: Path) -> None:
    """Put many books on the shelf, and many notes to the chapter of the `large` one."""
    from reader.books.model import Block, BlockKind, Book, Chapter, Run
    from reader.books.registry import read_book
    from reader.library.places import Place

    block = Block(kind=BlockKind.PARAGRAPH, runs=(Run(text="The lamp was lit."),))
    for number in range(BOOKS):
        book = Book(
            title=f"{'Lamp' if number % 3 else '灯'} {number}",
            authors=(f"Writer {number % 97}",),
            identifier=f"book-{number}",
            language="en" if number % 3 else "zh",
            chapters=(Chapter(title="One", blocks=(block,)),),
        )
        library.add_book(book, folder / f"{number}.epub")
    book = read_book(large)
    library.add_book(book, large)
    text = book.chapters[0].text
    for number in range(NOTES):
        start = number * (len(text) // NOTES)
        place = Place(
            chapter=0, offset=start, before=text[max(0, start - 40) : start],
            after=text[start : start + 40], title="",
        )  # fmt: skip
        quoted = text[start : start + 30]
        library.add_bookmark(
            book.identifier, place, extent=30, quotation=quoted, note=f"note {number}"
        )


if __name__ == "__main__":
    sys.exit(main())
