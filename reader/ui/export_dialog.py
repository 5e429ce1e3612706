"""Choosing what a book becomes: format, chapters, voices and place."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.errors import ExportError
from reader.export.daisy.folder import refuse_strange
from reader.export.options import ExportOptions, Format
from reader.export.output import Output, output_of
from reader.playback.reading_speed import ReadingSpeed
from reader.ui.desk import Desk
from reader.ui.dialogs import show_error
from reader.ui.enter_key import PressingDialog
from reader.ui.export.chapter_choice import ChapterChoice
from reader.ui.export.formats import KINDS, bytes_of, proposed, purpose_of, title_of
from reader.ui.export.in_words import extent_in_words
from reader.ui.export.more_choices import MoreChoices
from reader.ui.export.order import Order
from reader.ui.export.place import Place
from reader.ui.export.replacing import Replacing
from reader.ui.export.survey import KINDS_LEFT_OUT, Survey, survey
from reader.ui.fitting import widen
from reader.ui.labels import label_for, silent_label
from reader.ui.language import in_words
from reader.ui.tasks import Courier

_TELLING = 700
"""Milliseconds after which it is told what was chosen: not between two keys."""


class ExportDialog(PressingDialog):
    """Asks what is to be made of the book that is open on `desk`.

    It begins with what was chosen the last time. `is_busy` tells of places where another export
    goes.
    """

    ordered = Signal(object)
    """The :class:`~reader.ui.export.order.Order` to be carried out."""
    choices_made = Signal(object)
    """Settings, by their names, that the reader has just chosen."""
    told = Signal(str)
    """What a screen reader should be told: what the choices amount to."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        *,
        is_busy: Callable[[Path], bool] = lambda _: False,
    ) -> None:
        super().__init__(parent)
        session = desk.session
        assert session is not None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export"))
        self._desk, self._session, self._is_busy = desk, session, is_busy
        self._courier = Courier(self)
        self._survey: Survey | None = None
        self.problem: QMessageBox | None = None
        self.format = QComboBox(self)
        self.format.setAccessibleName(self.tr("Format"))
        for kind in KINDS:
            self.format.addItem(title_of(kind), kind)
        self.format.setCurrentIndex(self.format.findData(desk.settings.export_format))
        self.purpose = silent_label(self)
        self.chapters = ChapterChoice(
            session.book,
            session.passage.chapter if session.passage is not None else None,
            bool(desk.settings.export_leave_out),
            self,
        )
        self.characters = QCheckBox(self.tr("&Voices for characters"), self)
        self.characters.setChecked(desk.settings.characters)
        self.more = MoreChoices(desk.settings, self)
        folder = desk.settings.export_folder
        self.place = Place(session.path, Path(folder) if folder else self._beside, self)
        self.target = self.place.field
        self.extent = silent_label(self)
        self.begin = QPushButton(self.tr("&Export"), self)
        self.replacing = Replacing(self)
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(_TELLING)
        self._telling.timeout.connect(self._tell)
        self._lay_out()
        self._connect()
        self._show_format()
        self.format.setAccessibleDescription(self.purpose.text())
        self._show_extent()
        self._task = self._courier.run(
            lambda token: survey(session.book, token),
            name="survey book",
            done=self._surveyed,
            failed=lambda _: None,
        )

    def start(self) -> None:
        """Have it made, if that can be; a file that is there already is asked about first."""
        try:
            problem = self._problem()
        except ExportError as refused:
            problem = refused
        if problem is not None:
            if problem is self.chapters.problem:
                self.chapters.numbers.setFocus()
                self.chapters.numbers.selectAll()
            self.problem = show_error(self, problem)
            return
        order = self._order()
        self.replacing.ask(order, self._session.book, self._begin)

    def done(self, result: int) -> None:
        """Close; what is being looked through is left."""
        self._task.cancel()
        super().done(result)

    # What is chosen

    @property
    def _kind(self) -> Format:
        kind: Format = self.format.currentData()
        return kind

    @property
    def _beside(self) -> Path:
        """The folder of the book."""
        return self._session.path.absolute().parent

    def _problem(self) -> ExportError | None:
        """Why it cannot begin so."""
        if self.chapters.problem is not None:
            return self.chapters.problem
        if not self.chapters.chosen:
            return ExportError(
                "", self.tr("No chapter is chosen."), self.tr("Choose one at least.")
            )
        named = self.place.path
        if named is None:
            return ExportError(
                "", self.tr("It is not named where it is to go."), self.tr("Fill in “Save as”.")
            )
        output = self._output(named)
        path = output.path
        if path == Path(os.path.realpath(self._session.path)):
            example = proposed(self._kind, path.parent, path.stem).name
            return ExportError(
                str(path),
                self.tr("This is the book itself."),
                self.tr("Choose another name, for example {name}.").format(name=example),
            )
        if self._is_busy(path):
            return ExportError(
                str(path),
                self.tr("Another export is going to this place."),
                self.tr("Choose another name, or wait until that one is finished."),
            )
        output.check()
        if output.at_once:
            refuse_strange(path)
        return None

    def _output(self, path: Path) -> Output:
        """What an export to `path` makes, whatever links and dots are in its name. Raises
        :class:`~reader.errors.ExportError` for what can be no place at all.
        """
        return output_of(path, ExportOptions(format=self._kind), self._session.book)

    def _order(self) -> Order:
        session, path = self._session, self.place.path
        assert path is not None
        chosen = self.chapters.chosen
        settings = self._desk.settings.changed(characters=self.characters.isChecked())
        return Order(
            title=session.book.title,
            target=self._output(path).path,
            options=ExportOptions(
                format=self._kind,
                chapters=chosen if len(chosen) < len(session.book.chapters) else None,
                loudness=self.more.chosen_loudness,
                captions=self.more.chosen_captions,
                announce=self.more.announce.isChecked(),
            ),
            settings=settings,
            skipping=session.narrator.skipping,
            source=session.path.absolute(),
            book=session.book,
            direction=session.direction.copy(settings),
        )

    def _begin(self, order: Order) -> None:
        folder = order.target.parent
        self.choices_made.emit(
            {
                **self.more.choices,
                "export_format": order.options.format,
                "export_leave_out": KINDS_LEFT_OUT if self.chapters.leave_out.isChecked() else "",
                "export_folder": "" if folder == self._beside else str(folder),
            }
        )
        self.accept()
        self.ordered.emit(order)

    # What is shown

    def _show_format(self) -> None:
        self.purpose.setText(purpose_of(self._kind))
        # Told a moment later, else Orca says it with the field and once more because it is new.
        self.format.setAccessibleDescription("")
        self.more.show_for(self._kind)
        self.place.propose(self._kind)

    def _surveyed(self, found: Survey) -> None:
        self._survey = found
        self.chapters.name_kinds({row: in_words(name) for row, name in found.kinds.items()})
        self._show_extent()

    def _show_extent(self) -> None:
        """Say what the choices amount to, or what is wrong with them."""
        text = self._extent()
        self.extent.setText(text.replace("&", "&&"))
        self.begin.setAccessibleDescription(text)

    def _extent(self) -> str:
        chosen = self.chapters.chosen
        if self.chapters.problem is not None:
            return in_words(self.chapters.problem.reason)
        if not chosen:
            return self.tr("No chapter is chosen.")
        if self._survey is None:
            return self.tr("Looking through the book…")
        characters = self._survey.characters_of(chosen)
        seconds = ReadingSpeed(self._session.book.language).seconds(characters, 1.0)
        of, size = len(self._session.book.chapters), bytes_of(self._kind, seconds)
        return extent_in_words(len(chosen), of, seconds, size)

    def _tell(self) -> None:
        self.format.setAccessibleDescription(self.purpose.text())
        self.told.emit(self._extent())

    def _changed(self) -> None:
        self._show_extent()
        self._telling.start()

    # How it looks

    def _connect(self) -> None:
        self.format.currentIndexChanged.connect(self._show_format)
        self.format.currentIndexChanged.connect(self._changed)
        self.chapters.changed.connect(self._changed)
        self.chapters.told.connect(self.told)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(label_for(self.format, self.tr("&Format")), self.format)
        form.addRow("", self.purpose)
        form.addRow(label_for(self.chapters.which, self.tr("&Chapters")), self.chapters.which)
        form.addRow(self.chapters)
        form.addRow(self.characters)
        form.addRow(self.more)
        place = QHBoxLayout()
        place.addWidget(self.place.field, 1)
        place.addWidget(self.place.browse)
        form.addRow(label_for(self.place.field, self.tr("&Save as")), place)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton(self.begin, QDialogButtonBox.ButtonRole.AcceptRole)
        self.begin.setDefault(True)
        buttons.accepted.connect(self.start)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form, 1)
        column.addWidget(self.extent)
        column.addWidget(buttons)
        widen(self, 620)
