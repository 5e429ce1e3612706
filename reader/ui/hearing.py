"""What the buttons of a dialog let be heard, each pressed once to hear and again for silence."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from reader.narration.utterance import Utterance
from reader.ui.desk import Desk
from reader.ui.dialogs import show_error


class Hearing:
    """Speaks for `dialog` through the voices of `desk`; a book that is read goes on after it."""

    def __init__(self, desk: Desk, dialog: QDialog) -> None:
        self._desk, self._dialog = desk, dialog
        self._button: object = None
        session = desk.session
        self._was_playing = session is not None and session.playing
        self.problem: QMessageBox | None = None
        listening = desk.listening
        listening.ended.connect(self._ended)
        listening.failed.connect(self._failed)
        dialog.finished.connect(self._close)

    def press(self, button: object, utterances: Iterator[Utterance]) -> None:
        """Let `utterances` be heard; silence, if they are, because of the same `button`."""
        if self._button is button:
            self._desk.listening.stop()
            return
        self._desk.listening.read(utterances)
        self._button = button

    def _ended(self) -> None:
        self._button = None

    def _failed(self, error: BaseException) -> None:
        if QApplication.activeModalWidget() is self._dialog:
            self.problem = show_error(self._dialog, error)

    def _close(self) -> None:
        listening, session = self._desk.listening, self._desk.session
        pausing = self._button is not None
        listening.ended.disconnect(self._ended)
        listening.failed.disconnect(self._failed)
        if pausing:
            listening.stop()
            if self._was_playing and session is not None and not session.playing:
                self._desk.play()
