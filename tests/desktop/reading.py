"""The real window reads a sample book aloud while keys are pressed; run as a program.

``python -m tests.desktop.reading {portaudio|qt}`` prints as JSON the sentences in the order
in which the window said they began to sound, and every text the engine was asked to say.
"""

from __future__ import annotations

import json
import sys
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from reader import paths
from reader.playback.devices import open_output
from reader.playback.player import PassageStarted
from reader.settings import Settings
from reader.speech.speaker import Speaker
from reader.ui.app import make_application
from reader.ui.audio_sink import QtOutput
from reader.ui.desk import Desk
from reader.ui.main_window import MainWindow
from reader.ui.sound import SoundSystem
from tests.fakes import engine

Key, Modifier = Qt.Key, Qt.KeyboardModifier
STEPS = {
    2: (Key.Key_PageDown, Modifier.ControlModifier),
    4: (Key.Key_Down, Modifier.ControlModifier),
    6: (Key.Key_Up, Modifier.AltModifier),
    8: (Key.Key_F7, Modifier.NoModifier),
}
"""While sentence number so-and-so sounds, this key is pressed."""

PAUSED_IN = 3
SECONDS = 1.2
"""How long a text sounds, whatever its length: much longer than a busy machine is late."""

MOMENT = 250
"""Milliseconds of a sentence that are heard before its key is pressed."""


class TonesAloud(SoundSystem):
    """A humming voice on a real device."""

    def __init__(self, kind: str) -> None:
        self.engine = engine.FakeEngine()
        self._kind = kind

    def speaker(self, settings, notify):
        return Speaker([self.engine], notify=notify)

    def output(self, settings):
        if self._kind == "qt":
            return QtOutput(settings.output_buffer)
        return open_output(None, settings.output_buffer)


class ListeningDesk(Desk):
    """Notes the sentences that begin to sound, and presses the keys meant for them."""

    def __init__(self, kind: str) -> None:
        self.tones = TonesAloud(kind)
        super().__init__(Settings(), None, sound=self.tones)
        self.begun: list[str] = []
        self.opened.connect(lambda: QTimer.singleShot(MOMENT, lambda: press(Key.Key_Space)))
        self.failed.connect(lambda error: sys.exit(str(error)))

    def _event(self, opening, event):
        super()._event(opening, event)
        if isinstance(event, PassageStarted):
            self.begun.append(self.session.narrator.utterance(event.passage).text)
            QTimer.singleShot(MOMENT, partial(self._act, len(self.begun)))

    def _act(self, number: int) -> None:
        if number == PAUSED_IN:
            press(Key.Key_F6)
            QTimer.singleShot(MOMENT, lambda: press(Key.Key_F6))
        if number in STEPS:
            press(*STEPS[number])
        if number == max(STEPS):
            QTimer.singleShot(2 * MOMENT, make_application().quit)


def press(key, modifier=Modifier.NoModifier) -> None:
    """Press a key where the focus is in the window.

    On a busy machine a dialog tells how far the opening is, and the offscreen platform has
    nobody who gives the focus back to the window afterwards.
    """
    application = make_application()
    focus = application.focusWidget()
    if focus is not None and isinstance(application.activeWindow(), MainWindow):
        QTest.keyClick(focus, key, modifier)
        return
    for each in application.topLevelWidgets():
        if isinstance(each, MainWindow):
            each.activateWindow()
    QTimer.singleShot(MOMENT // 5, partial(press, key, modifier))


def main(kind: str) -> None:
    engine.length_of = lambda _text: SECONDS
    application = make_application()
    desk = ListeningDesk(kind)
    window = MainWindow(desk)
    window.show()
    desk.open(paths.resources_folder() / "samples" / "english.epub")
    QTimer.singleShot(60_000, application.quit)
    application.exec()
    window.close()
    print(json.dumps({"begun": desk.begun, "asked": desk.tones.engine.spoken}))


if __name__ == "__main__":
    main(sys.argv[1])
