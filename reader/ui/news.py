"""What the window tells without being asked: faults, ends, what was lost and what is missing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from reader.errors import SpeechError
from reader.ui.dialogs import show_error
from reader.ui.language import error_in_words, in_words

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow


class News(QObject):
    """Shows news of the desk in `window`, and has them said to a screen reader."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self.problem: QMessageBox | None = None
        """The dialog that tells of a fault, while it is open."""
        desk = window.desk
        desk.finished.connect(lambda: window.say(self.tr("End of the book")))
        desk.slept.connect(lambda: window.say(self.tr("Good night: reading has paused")))
        desk.failed.connect(self.tell_problem)
        desk.noticed.connect(self._noticed)
        desk.device_lost.connect(self._device_lost)
        desk.passage_gone.connect(self._passage_gone)
        desk.listening.failed.connect(self._not_spoken)
        window.choices.failed.connect(self.tell_problem)
        window.marks.failed.connect(self.tell_problem)
        window.marks.lost.connect(self._marks_lost)

    def tell_problem(self, error: BaseException) -> None:
        """Show `error` in a dialog; while one is open, or reading goes on, above the text."""
        session = self._desk.session
        reading_on = session is not None and session.playing and isinstance(error, SpeechError)
        if self.problem is not None or reading_on:
            self._tell(error_in_words(error), of_voices=isinstance(error, SpeechError))
            return
        self.problem = show_error(self._window, error)
        self.problem.finished.connect(self._problem_read)

    def tell_crash(self) -> None:
        """Say that the program did not end properly before; of an open book, above its text."""
        news = self.tr(
            "Tingshu did not end properly the last time. Your place and your notes are kept."
        )
        if self._window.opening.dialog is None:
            self._window.say(news)
            return
        self._desk.opening_ended.connect(
            lambda _success: QTimer.singleShot(0, self, partial(self._tell, news)),
            Qt.ConnectionType.SingleShotConnection,
        )

    def _tell(self, message: str, *, of_voices: bool = False) -> None:
        self._window.notice.show_message(message, of_voices=of_voices)
        self._window.announcer.announce(message)

    def _noticed(self, message: str) -> None:
        self._tell(in_words(message), of_voices=True)

    def _device_lost(self, device: str) -> None:
        device = device or self.tr("The sound device")
        message = self.tr("{device} is gone; the sound comes out of the system's choice.")
        self._tell(message.format(device=device))

    def _passage_gone(self) -> None:
        self._tell(self.tr("The book has changed: the words that were found are no longer in it."))

    def _marks_lost(self, count: int) -> None:
        self._tell(
            self.tr(
                "The book has changed: a bookmark could not be found again by its words and "
                "stands where it stood before."
            )
            if count == 1
            else self.tr(
                "The book has changed: {count} bookmarks could not be found again by their words "
                "and stand where they stood before."
            ).format(count=count)
        )

    def _not_spoken(self, error: BaseException) -> None:
        if QApplication.activeModalWidget() is None:  # else the dialog that asked tells it
            self.tell_problem(error)

    def _problem_read(self) -> None:
        self.problem = None
