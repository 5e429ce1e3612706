"""Another language for the window: it is built anew, with the book where it was."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

from reader.ui.language.choosing import LANGUAGES, chosen

translate = QCoreApplication.translate

_PROPERTY = "tingshuRestart"
"""Where the application keeps that it is to begin anew."""


def offer_restart(window: QWidget, choice: str, *, spoken: str) -> QMessageBox | None:
    """Ask, without blocking, whether `window` shall speak the language of the setting `choice`
    now; it closes then, and :func:`take_restart` tells. None where that is the one `spoken`, in
    which the window was built."""
    from reader.ui.message_box import MessageBox

    language = chosen(choice)
    if language == spoken:
        return None
    title = translate("Restart", "Language")
    box = MessageBox(window, QMessageBox.Icon.Question, title)
    text = translate("Restart", "Tingshu speaks {language} when it starts the next time.")
    box.setText(text.format(language=LANGUAGES[language]))
    box.setInformativeText(
        translate("Restart", "Shall it start again now? Your book comes back at your place.")
    )
    now = box.addButton(translate("Restart", "&Start again"), QMessageBox.ButtonRole.AcceptRole)
    later = box.addButton(translate("Restart", "&Later"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(now)
    box.setEscapeButton(later)
    box.accepted.connect(lambda: QTimer.singleShot(0, window, lambda: _restart(window)))
    box.open()
    return box


class RestartOffer(QObject):
    """Offers that once another language was chosen, and the dialog that chose it is closed."""

    def __init__(self, window: QWidget, spoken: str, choice: Callable[[], str]) -> None:
        """`window` was built in the language `spoken`; `choice` tells the setting."""
        super().__init__(window)
        self._window, self._spoken, self._choice = window, spoken, choice
        self._waiting = False

    def choices_changed(self, names: frozenset[str]) -> None:
        """The settings of these names were changed."""
        if "interface_language" not in names or self._waiting:
            return
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            self._waiting = True
            dialog.finished.connect(self._offer)
        else:
            self._offer()

    def _offer(self) -> None:
        self._waiting = False
        offer_restart(self._window, self._choice(), spoken=self._spoken)


def take_restart(application: QCoreApplication) -> bool:
    """Whether the window was closed to begin anew; asked once."""
    wanted = bool(application.property(_PROPERTY))
    application.setProperty(_PROPERTY, None)
    return wanted


def _restart(window: QWidget) -> None:
    application = QCoreApplication.instance()
    if application is not None:
        application.setProperty(_PROPERTY, True)
    window.close()
