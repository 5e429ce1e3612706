"""Asks once, aloud, whether the window is to be spoken: whoever needs it cannot read the offer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.ui.announcer import SaysText


def offer_self_voicing(
    window: QWidget, voice: SaysText, accept: Callable[[], object], refuse: Callable[[], object]
) -> QMessageBox:
    """Ask by dialog and by `voice`, without blocking; calls `accept` or `refuse` once answered.

    To be called once in a reader's life, when no screen reader has been found.
    """
    question = _tr("Shall Tingshu speak what you do in its windows?")
    keys = _tr("Press Enter to have it spoken, Escape if you see the window.")
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(_tr("Speak the window"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    box.setInformativeText(
        keys + " " + _tr("Where a screen reader runs, Tingshu leaves speaking to it.")
    )
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    yes = box.addButton(_tr("&Speak"), QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(_tr("&No"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(yes)
    box.setEscapeButton(no)

    def answered() -> None:
        voice.hush()
        (accept if box.clickedButton() is yes else refuse)()

    box.finished.connect(answered)
    box.open()
    voice.say(f"{question} {keys}", interrupt=True)
    return box


def _tr(text: str) -> str:
    return QCoreApplication.translate("SelfVoicingOffer", text)
