"""Asks once, aloud, whether the window is to be spoken: whoever needs it cannot read the offer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.ui.announcer import SaysText
from reader.ui.language import sentences
from reader.ui.message_box import MessageBox

translate = QCoreApplication.translate


def offer_self_voicing(
    window: QWidget, voice: SaysText, accept: Callable[[], object], refuse: Callable[[], object]
) -> QMessageBox:
    """Ask by dialog and by `voice`, without blocking; calls `accept` or `refuse` once answered.

    To be called once in a reader's life, when no screen reader has been found.
    """
    question = translate("SelfVoicingOffer", "Shall Tingshu speak what you do in its windows?")
    keys = translate(
        "SelfVoicingOffer", "Press Enter to have it spoken, Escape if you see the window."
    )
    title = translate("SelfVoicingOffer", "Speak the window")
    box = MessageBox(window, QMessageBox.Icon.Question, title)
    box.setText(question)
    box.setInformativeText(
        sentences(
            keys,
            translate(
                "SelfVoicingOffer", "Where a screen reader runs, Tingshu leaves speaking to it."
            ),
        )
    )
    yes = box.addButton(translate("SelfVoicingOffer", "&Speak"), QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(translate("SelfVoicingOffer", "&No"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(yes)
    box.setEscapeButton(no)

    def answered() -> None:
        voice.hush()
        (accept if box.clickedButton() is yes else refuse)()

    box.finished.connect(answered)
    box.open()
    voice.say(sentences(question, keys), interrupt=True)
    return box
