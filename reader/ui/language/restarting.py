"""Another language for the window: it is built anew, with the book where it was."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.ui.language.choosing import LANGUAGES, chosen, speaking

translate = QCoreApplication.translate

_PROPERTY = "tingshuRestart"
"""Where the application keeps that it is to begin anew."""


def offer_restart(window: QWidget, choice: str) -> QMessageBox | None:
    """Ask, without blocking, whether `window` shall speak the language of the setting `choice`
    now; it closes then, and :func:`take_restart` tells. None where it speaks that already."""
    language = chosen(choice)
    if language == speaking():
        return None
    box = QMessageBox(window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(translate("Restart", "Language"))
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
