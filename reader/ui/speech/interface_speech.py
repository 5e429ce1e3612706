"""Everything that speaks for the window where no screen reader does, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from reader.ui.announcer import Announcer
from reader.ui.speech.interface_voice import InterfaceVoice
from reader.ui.speech.offer import offer_self_voicing
from reader.ui.speech.screen_readers import ScreenReaders
from reader.ui.speech.self_voicing import SelfVoicing

if TYPE_CHECKING:
    from reader.ui.desk import Desk

_PATIENCE = 1500
"""Milliseconds in which a screen reader that runs has found the window."""


class Choose(Protocol):
    """Changes settings by name and keeps them."""

    def __call__(self, **choices: object) -> None: ...  # noqa: D102


class InterfaceSpeech(QObject):
    """Lets `window` speak for itself, as `desk`'s settings have it.

    `choose` keeps the answer to the offer; `language` is that of the interface.
    """

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        announcer: Announcer,
        screen_readers: ScreenReaders,
        *,
        choose: Choose,
        language: str = "en",
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._choose = choose
        self._screen_readers = screen_readers
        self.voice = InterfaceVoice(desk, self, language=language)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.self_voicing = SelfVoicing(
            application, announcer, self.voice, screen_readers, playing=self._playing
        )
        self.self_voicing.set_wanted(desk.settings.self_voicing)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE)
        self._timer.timeout.connect(self._offer)
        self.offered: QMessageBox | None = None

    def offer_once(self) -> None:
        """Offer it soon, unless that was done before or a screen reader runs."""
        if not self._desk.settings.self_voicing_offered:
            self._timer.start()

    def set_wanted(self, wanted: bool) -> None:
        """Speak from now on, or be silent; the setting itself is not changed."""
        self.self_voicing.set_wanted(wanted)

    def release(self) -> None:
        """Let a book that waits for the window go on: before a media key is obeyed."""
        self.voice.release()

    def close(self) -> None:
        """Fall silent and give the device back."""
        self._timer.stop()
        self.self_voicing.set_wanted(False)
        self.voice.close()

    def _playing(self) -> bool:
        session = self._desk.session
        return session is not None and session.playing

    def _offer(self) -> None:
        if QApplication.activeModalWidget() is not None or not self._screen_readers.known:
            self._timer.start()  # after what is being said now
            return
        # Whether Qt's accessibility is active tells nothing: desktops turn it on for nobody.
        if self._screen_readers.running is not None or self._desk.settings.self_voicing:
            return
        if self._playing():
            self._timer.start()
            return
        self.offered = offer_self_voicing(
            self._window, self.voice, accept=self._accept, refuse=self._refuse
        )

    def _accept(self) -> None:
        self._choose(self_voicing=True, self_voicing_offered=True)
        self.set_wanted(True)

    def _refuse(self) -> None:
        self._choose(self_voicing_offered=True)
