"""The File menu: open, close, export, settings, quit."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from reader import paths
from reader.ui.actions.part import Actions, Part


class FileActions(Part):
    """Books in and out."""

    def actions(self) -> Actions:
        """By the commands' names."""
        return {
            "open_book": self.open_book,
            "close_book": self.desk.close_book,
            "export": self.export,
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

    def export(self) -> None:
        """Write the book, or a chapter, into sound files."""
        from reader.ui.export_dialog import ExportDialog

        ExportDialog(self.desk, self.window).open()

    def show_settings(self) -> None:
        """Show the choices; each counts at once."""
        from reader.ui.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self.settings, self.window)
        dialog.changed.connect(self.window.choices.choose_all)
        dialog.told.connect(self.window.announcer.announce)
        dialog.open()

    def quit(self) -> None:
        """End the program; the place is saved."""
        self.window.close()

    def _open_sample(self, name: str) -> None:
        self.desk.open(paths.resources_folder() / "samples" / f"{name}.epub")
