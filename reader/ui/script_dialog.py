"""The script of a chapter beside its text: written, checked, heard, kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from reader.script.checking import Problem
from reader.script.review import Review
from reader.session import ReadingSession
from reader.ui.desk import Desk
from reader.ui.dialogs import ask, show_error
from reader.ui.enter_key import PressingDialog
from reader.ui.fitting import fit
from reader.ui.hearing import Hearing
from reader.ui.labels import label_for
from reader.ui.script.buttons import ScriptButtons
from reader.ui.script.checker import Checker
from reader.ui.script.closing import ask_to_keep
from reader.ui.script.files import ScriptFiles
from reader.ui.script.keeper import ScriptKeeper
from reader.ui.script.place_line import PlaceLine
from reader.ui.script.problems import ProblemList, in_words
from reader.ui.script.reading import Opened, heard
from reader.ui.script.sides import Sides

_PATIENCE = 1000
"""Milliseconds before what has become wrong, or right again, is told: a tag is wrong until it is
whole."""

_REST = 100
"""Milliseconds that the caret rests before the book follows it."""


class ScriptDialog(PressingDialog):
    """Lets the script that was `opened` be written; the caret begins at `offset` of the chapter."""

    told = Signal(str)
    """What a screen reader should be told."""

    def __init__(
        self,
        opened: Opened,
        desk: Desk,
        session: ReadingSession,
        keeper: ScriptKeeper,
        parent: QWidget,
        *,
        offset: int = 0,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._script, self._kept, self._review = opened.script, opened.kept, opened.review
        self._desk, self._session, self._keeper = desk, session, keeper
        self._saving = self._closing = self._left = False
        self.question: QMessageBox | None = None
        self.problem: QMessageBox | None = None
        self.setWindowTitle(self.tr("Script of {title}").format(title=self._script.title))
        self._sides = Sides(self._script, desk.settings.text_size, self)
        self.text, self.book = self._sides.text, self._sides.book
        self.problems = ProblemList(self)
        self.status = PlaceLine(self)
        self.files = ScriptFiles(self)
        self.buttons = self._make_buttons()
        self._hearing = Hearing(desk, self)
        self._checker = Checker(
            self._script, session.direction, opened.draft, lambda: self.text.written, self
        )
        self._telling = self._timer(_PATIENCE, self._tell_problems)
        self._following = self._timer(_REST, self._follow)
        self._lay_out()
        self._begin(opened, offset)
        self._connect()
        if opened.unsaved is not None and opened.unsaved != opened.kept:
            self._restore(opened.unsaved)

    def _begin(self, opened: Opened, offset: int) -> None:
        """Show what is kept, with the caret at the sentence for an `offset` of the chapter."""
        self._checker.begin(opened.kept)
        self.text.begin(opened.kept)
        self.text.go_to(opened.review.place_of(offset))
        self._show_review(opened.review)
        self._follow()
        self.text.setFocus()

    def _connect(self) -> None:
        self.files.told.connect(self.told)
        self.files.read.connect(self._imported)
        self.problems.chosen.connect(self._show_problem)
        self._checker.reviewed.connect(self._show_review)
        self._checker.failed.connect(self._fail)
        self._keeper.failed.connect(self._not_kept)
        self.text.textChanged.connect(self._checker.change)
        self.text.cursorPositionChanged.connect(self._moved)

    # What is written

    @property
    def is_changed(self) -> bool:
        """Whether something is written that is not kept."""
        return self.text.written != self._kept

    def save(self) -> None:
        """Keep what is written: the book is read so from now on."""
        if self._saving:
            return
        self._saving = True
        document = self.text.written
        self._keeper.keep(self._script, document, partial(self._saved, document))

    def hear(self) -> None:
        """Speak from the sentence at the caret on; silence, if that is being done."""
        said = heard(
            self.text.written,
            self.text.place,
            self._session,
            self._desk.settings,
            subject=self.tr("The script"),
        )
        self._hearing.press(self.buttons, said)

    def reset(self) -> None:
        """Put what is found in place of what is written, after asking."""
        self.question = ask(
            self,
            self.tr("Reset"),
            self.tr("Put the script as it is found in place of what is written here?"),
            self.tr("&Reset"),
            self._reset,
        )

    def leave(self) -> None:
        """Go at once, for the book has gone; what is not kept is found again the next time."""
        self._end(self.text.written if self.is_changed else None)

    def reject(self) -> None:
        """Close, after asking what is to become of what is not kept."""
        if not self.is_changed:
            self._end(None)
            return
        self.question = ask_to_keep(
            self, keep=self._save_and_close, discard=lambda: self._end(None)
        )

    # Places

    def tell_place(self) -> None:
        """Say the line and column, and how many problems there are."""
        self.told.emit(self.status.text())

    def go_to_problem(self, step: int) -> None:
        """Put the caret at the next problem, or the one before, and say it."""
        problem = self._review.problem_beside(self.text.place, step)
        if problem is None:
            self.told.emit(self.tr("No problems"))
        else:
            self._show_problem(problem)

    # Inside

    def _saved(self, document: str, kept: int | Problem) -> None:
        if self._left:  # the book has gone meanwhile
            return
        closing, self._saving, self._closing = self._closing, False, False
        if isinstance(kept, Problem):
            self._tell_fault(kept)
            return
        self._kept = document
        self._checker.begin(document)
        self._checker.change()
        words = self.tr("Kept. Sentences said otherwise than they are found: {count}.")
        self.told.emit(words.format(count=kept))
        if closing and not self.is_changed:
            self._end(None)

    def _not_kept(self, error: BaseException) -> None:
        self._saving = self._closing = False
        self._fail(error)

    def _save_and_close(self) -> None:
        self._closing = True
        self.save()

    def _end(self, unsaved: str | None) -> None:
        if self._left:
            return
        self._left = True
        self._keeper.failed.disconnect(self._not_kept)
        self._checker.leave(unsaved)
        super().reject()

    def _reset(self) -> None:
        self.text.replace_all(self._script.document())
        self.told.emit(self.tr("Reset. Control Z takes it back, Control S keeps it."))

    def _imported(self, document: str) -> None:
        self.text.replace_all(document)
        self.told.emit(self.tr("Imported. Control Z takes it back, Control S keeps it."))

    def _restore(self, unsaved: str) -> None:
        place = self.text.place
        self.text.replace_all(unsaved)
        self.text.go_to(place)
        words = self.tr("What was not kept last time is here again. Control Z takes it away.")
        QTimer.singleShot(0, self, lambda: self.told.emit(words))

    def _fail(self, error: BaseException) -> None:
        self.problem = show_error(self, error)

    # What is wrong

    def _show_review(self, review: Review) -> None:
        before = self._review.checked.problems
        self._review = review
        self.problems.show_problems(review.checked.problems)
        if [each.words for each in before] != [each.words for each in review.checked.problems]:
            self._telling.start()
        self._moved()

    def _tell_fault(self, fault: Problem) -> None:
        """Say why it was not kept, and go there."""
        self._go_to(fault)
        self.told.emit(self.tr("Not kept. {why}").format(why=in_words(fault)))

    def _tell_problems(self) -> None:
        problems = self._review.checked.problems
        if problems:
            self.told.emit(in_words(problems[0]))
        else:
            self.told.emit(self.tr("No problems"))

    def _show_problem(self, problem: Problem) -> None:
        self._go_to(problem)
        self.told.emit(in_words(problem))

    def _go_to(self, problem: Problem) -> None:
        self.text.setFocus()
        self.text.go_to((problem.line, problem.column))

    # Where it is

    def _moved(self) -> None:
        self.status.show_place(self.text.place, len(self._review.checked.problems))
        self._following.start()

    def _follow(self) -> None:
        """Show the sentence of the book for the line of the caret."""
        if self._review.checked.markup is not None:
            self.book.show_passage(self._review.passage_at(self.text.place))

    # How it looks

    def _make_buttons(self) -> ScriptButtons:
        buttons = ScriptButtons(self)
        buttons.hear_wanted.connect(self.hear)
        buttons.keep_wanted.connect(self.save)
        buttons.reset_wanted.connect(self.reset)
        buttons.import_wanted.connect(self.files.ask_import)
        buttons.export_wanted.connect(
            lambda: self.files.ask_export(self.text.written, self._script.title)
        )
        buttons.close_wanted.connect(self.reject)
        for key, act in (
            ("F8", lambda: self.go_to_problem(1)),
            ("Shift+F8", lambda: self.go_to_problem(-1)),
            ("Ctrl+Shift+I", self.tell_place),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(act)
        return buttons

    def _timer(self, milliseconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self._sides, 1)
        column.addWidget(label_for(self.problems, self.tr("&Problems"), self))
        column.addWidget(self.problems)
        column.addWidget(self.status)
        column.addWidget(self.buttons)
        fit(self, 1100, 720)
