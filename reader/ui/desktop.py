"""The window's ties with the desktop: media keys, screen readers, the program's own voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.ui.language import spoken
from reader.ui.media_keys import MediaKeys, NowPlaying
from reader.ui.speech.interface_speech import InterfaceSpeech

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow


class DesktopTies(QObject):
    """What reaches `window` from outside, and what it tells there."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self.speech = InterfaceSpeech(
            window,
            window.desk,
            window.announcer,
            window.screen_readers,
            choose=window.choices.choose,
            language=spoken(),
        )
        self._keys: MediaKeys | None = None
        window.choices.changed.connect(self._choices_changed)
        for signal in (window.desk.state_changed, window.desk.moved, window.desk.closed):
            signal.connect(self._tell)

    def start(self, *, offer: bool = True) -> None:
        """Look for screen readers and take the media keys; `offer` to speak if nobody does."""
        self._window.screen_readers.start()
        self._keys = MediaKeys(self, self)
        self._tell()
        if offer:
            self.speech.offer_once()

    def close(self) -> None:
        """Let go of everything."""
        self.speech.close()
        if self._keys is not None:
            self._keys.close()
            self._keys = None

    # What the desktop may ask

    def play_pause(self) -> None:
        """Pause if playing, else play."""
        self._do("play")

    def play(self) -> None:
        """Play, unless it plays."""
        self.speech.release()
        if not self._playing:
            self._do("play")

    def pause(self) -> None:
        """Pause, if it plays."""
        self.speech.release()
        if self._playing:
            self._do("play")

    def stop(self) -> None:
        """Fall silent."""
        self._do("stop")

    def next(self) -> None:
        """One sentence on."""
        self._do("next_sentence")

    def previous(self) -> None:
        """One sentence back."""
        self._do("previous_sentence")

    def seek(self, seconds: float) -> None:
        """So many seconds on, or back."""
        self.speech.release()
        if self._desk.session is not None:
            self._desk.session.jump(seconds)

    def set_rate(self, rate: float) -> None:
        """Read at this rate."""
        self._window.choices.choose(rate=rate)

    def set_volume(self, volume: float) -> None:
        """Sound this loud."""
        self._window.choices.choose(volume=volume)

    def raise_window(self) -> None:
        """Come to the front."""
        self._window.raise_()
        self._window.activateWindow()

    def quit(self) -> None:
        """End the program."""
        self._window.close()

    # Inside

    @property
    def _playing(self) -> bool:
        return self._desk.session is not None and self._desk.session.playing

    def _do(self, command: str) -> None:
        self.speech.release()
        self._window.actions_by_name[command].trigger()

    def _tell(self, *_news: object) -> None:
        if self._keys is not None:
            self._keys.show(NowPlaying.of(self._desk.session, self._desk.settings))

    def _choices_changed(self, names: frozenset[str]) -> None:
        if "self_voicing" in names:
            self.speech.set_wanted(self._desk.settings.self_voicing)
        if names & {"rate", "volume"}:
            self._tell()
