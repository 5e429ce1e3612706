"""The File menu: open, the library, close, export, settings, quit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from reader import paths
from reader.ui.actions.part import Actions, Part
from reader.ui.shelf.dropping import Dropping
from reader.ui.shelf.indexing import indexing_of

if TYPE_CHECKING:
    from reader.library.shelf import ShelfEntry
    from reader.ui.export.exports_window import ExportsWindow
    from reader.ui.export.order import Order
    from reader.ui.shelf.library_window import LibraryWindow
    from reader.ui.shelf.seeking import Seeker


class FileActions(Part):
    """Books in and out."""

    def actions(self) -> Actions:
        """By the commands' names."""
        self._library: LibraryWindow | None = None
        self._seeker: Seeker | None = None
        self._exports: ExportsWindow | None = None
        Dropping(self.window).dropped.connect(self._dropped)
        return {
            "open_book": self.open_book,
            "library": self.show_library,
            "export": self.export,
            "exports": self.show_exports,
            "settings": self.show_settings,
            "quit": self.quit,
            "sample_english": lambda: self._open_sample("english"),
            "sample_chinese": lambda: self._open_sample("chinese"),
            "sample_mixed": lambda: self._open_sample("mixed"),
        }

    def open_book(self) -> None:
        """Ask for a file and open it."""
        kinds = self.tr("Books (*.epub *.html *.htm *.xhtml *.txt *.md *.xml *.tei);;All files (*)")
        folder = str(self.session.path.absolute().parent) if self.session is not None else ""
        name, _ = QFileDialog.getOpenFileName(self.window, self.tr("Open a book"), folder, kinds)
        if name:
            self.desk.open(Path(name))

    def show_library(self) -> None:
        """Show all books, to find one among them."""
        self._library_window().begin()

    def open_entry(self, entry: ShelfEntry) -> None:
        """Open a book of the shelf, wherever its file is now."""
        from reader.ui.shelf.seeking import Seeker
        from reader.ui.shelf.sources import Sources

        if self._seeker is None:
            self._seeker = Seeker(Sources().find_moved, self.desk.library, self.window)
            self._seeker.ready.connect(lambda path, at: self.desk.open(path, at=at))
            self._seeker.told.connect(self.say)
            self._seeker.failed.connect(self.window.news.tell_problem)
        self._seeker.seek(entry)

    def export(self) -> None:
        """Make the book, or chapters of it, into files to be heard elsewhere."""
        from reader.ui.export_dialog import ExportDialog

        exports = self._exports_window().exports
        dialog = ExportDialog(self.desk, self.window, is_busy=exports.is_busy_at)
        dialog.told.connect(self.window.announcer.announce)
        dialog.choices_made.connect(self.window.choices.choose_all)
        dialog.ordered.connect(self._begin_export)
        self.show(dialog)  # it is about the open book

    def show_exports(self) -> None:
        """Show the exports that run, wait, are finished or can be gone on with."""
        self._exports_window().begin()

    def offer_unfinished(self) -> None:
        """Ask about exports that an earlier start of the program has not finished."""
        self._exports_window().exports.look_for_unfinished()

    def show_settings(self) -> None:
        """Show the choices; each counts at once."""
        from reader.ui.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self.settings, self.window, own=self.window.choices.own_groups)
        dialog.changed.connect(self.window.choices.choose_all)
        dialog.all_reset.connect(self.window.choices.choose_usual)
        dialog.told.connect(self.window.announcer.announce)
        self.show(dialog, dialog.leave)  # it shows what holds for the open book

    def quit(self) -> None:
        """End the program; the place is saved."""
        self.window.close()

    def _library_window(self) -> LibraryWindow:
        """The one window, made when it is wanted first."""
        from reader.ui.shelf.library_window import LibraryWindow
        from reader.ui.shelf.sources import Sources

        if self._library is None:
            indexing = indexing_of(self.window, self.desk)
            self._library = LibraryWindow(self.desk, indexing, Sources(), self.window)
            self._library.told.connect(self.window.announcer.announce)
            self._library.choices_made.connect(self.window.choices.choose_all)
        return self._library

    def _exports_window(self) -> ExportsWindow:
        """The one window, made when it is wanted first; what it tells is told."""
        from reader.ui.export.exports import exports_of
        from reader.ui.export.exports_window import ExportsWindow
        from reader.ui.export.news import ExportNews

        if self._exports is None:
            exports = exports_of(self.window, self.desk)
            self._exports = ExportsWindow(exports, self.desk, self.window)
            ExportNews(self.window, exports, self._exports)
        return self._exports

    def _begin_export(self, order: Order) -> None:
        shown = self._exports_window()
        shown.begin(shown.exports.add(order))

    def _dropped(self, dropped: list[Path]) -> None:
        """One file is to be read, more than that to be kept."""
        if len(dropped) == 1 and not dropped[0].is_dir():
            self.desk.open(dropped[0])
        else:
            self._library_window().add(dropped)

    def _open_sample(self, name: str) -> None:
        self.desk.open(paths.resources_folder() / "samples" / f"{name}.epub")
