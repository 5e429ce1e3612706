"""Where an export goes: proposed by the format, typed, or chosen among the files."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from reader.export.options import ENDINGS, ONE_FILE, Format
from reader.ui.export.formats import proposed, title_of


class Place(QObject):
    """A field and a button that fills it; `book` is the file that is exported.

    A format proposes a name in `folder`. What the reader has named otherwise keeps its name, and
    takes the ending of the format.
    """

    changed = Signal()

    def __init__(self, book: Path, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent, self._book, self._folder = parent, book, folder
        self._format: Format = "m4b"
        self._named: Path | None = None
        self.field = QLineEdit(parent)
        self.field.setAccessibleName(self.tr("Save as"))
        self.field.textEdited.connect(self._edited)
        self.browse = QPushButton(self.tr("&Browse…"), parent, autoDefault=False)
        self.browse.clicked.connect(self._browse)

    @property
    def path(self) -> Path | None:
        """What is to be made, in the folder that is proposed unless another is named, with the
        ending of the format if it is a file; None while nothing is named.
        """
        text = self.field.text().strip()
        if not text:
            return None
        path = self._folder.absolute() / os.path.expanduser(text)
        is_file = self._format in ONE_FILE and not os.path.isdir(path)
        if is_file and path.suffix.lower() != f".{self._format}":
            return path.with_name(f"{path.name}.{self._format}")
        return path

    def propose(self, kind: Format) -> None:
        """Name the file or folder for a book in this format."""
        self._format = kind
        if self._named is None:
            path = proposed(kind, self._folder, self._book.stem)
        elif kind in ONE_FILE:
            path = self._named.with_name(f"{self._named.name}.{kind}")
        else:
            path = self._named
        self._show(path)

    def _show(self, path: Path) -> None:
        self.field.setText(str(path))
        self.field.setCursorPosition(0)  # else Orca is silent when the field is reached
        self.changed.emit()

    def _edited(self) -> None:
        path = self.path
        named = path is not None and path.suffix.lower() in ENDINGS
        self._named = path.with_suffix("") if path is not None and named else path
        self.changed.emit()

    def _browse(self) -> None:
        path = self._ask_file() if self._format in ONE_FILE else self._ask_folder()
        if path is not None:
            self._show(path)
            self._edited()

    def _ask_file(self) -> Path | None:
        kinds = self.tr("{format} (*.{ending})").format(
            format=title_of(self._format).partition(" (")[0], ending=self._format
        )
        # Whether a file is to be replaced is asked for every place, typed or chosen.
        chosen, _ = QFileDialog.getSaveFileName(
            self._parent,
            self.tr("Save as"),
            self.field.text(),
            kinds,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        return Path(chosen) if chosen else None

    def _ask_folder(self) -> Path | None:
        """The folder to be made, under the name it has, in one that is chosen."""
        path = self.path or proposed(self._format, self._folder, self._book.stem)
        chosen = QFileDialog.getExistingDirectory(
            self._parent, self.tr("Where to make the folder"), str(path.parent)
        )
        return Path(chosen) / path.name if chosen else None
