"""How the listener wants to hear a book: kept while one player gives way to another."""

from __future__ import annotations

import time
from collections.abc import Callable

from reader.narration.passage import Passage
from reader.playback.cues import Cue
from reader.playback.player import Player
from reader.playback.reading_speed import ReadingSpeed
from reader.playback.sleep_timer import SleepTimer
from reader.playback.study import Study


class Hearing:
    """The listener's choices; they count at once for the player, where there is one."""

    def __init__(self, *, rate: float, volume: float, language: str) -> None:
        self.rate = rate
        self.speed = ReadingSpeed(language)
        self.timer = SleepTimer(time.monotonic)
        self._volume = volume
        self._study = Study.OFF
        self._cue_of: Callable[[Passage], Cue | None] = lambda _passage: None
        self._player: Player | None = None

    def give(self, player: Player | None) -> None:
        """Have `player` play as is wished from now on; None if there is none any more."""
        self._player = player
        if player is not None:
            player.set_speed_measure(self.speed)
            player.set_sleep_timer(self.timer)
            player.set_rate(self.rate)
            player.set_volume(self._volume)
            player.set_study(self._study)
            player.set_cues(self._cue_of)

    def set_rate(self, rate: float) -> None:
        """Speed of speech, 0.5 to 4."""
        self.rate = rate
        if self._player is not None:
            self._player.set_rate(rate)

    def set_volume(self, volume: float) -> None:
        """Loudness, 0 to 1."""
        self._volume = volume
        if self._player is not None:
            self._player.set_volume(volume)

    def set_study(self, study: Study) -> None:
        """After what to pause by itself."""
        self._study = study
        if self._player is not None:
            self._player.set_study(study)

    def set_cues(self, cue_of: Callable[[Passage], Cue | None]) -> None:
        """Which tone goes before a passage; asked on the player's thread."""
        self._cue_of = cue_of
        if self._player is not None:
            self._player.set_cues(cue_of)

    def sleep_in(self, minutes: float | None) -> None:
        """Fall silent after so many minutes; never where None."""
        if minutes is None:
            self.timer.cancel()
        else:
            self.timer.start(60 * minutes)
        self._renew()

    def sleep_at_chapter_end(self) -> None:
        """Fall silent when the present chapter has been heard."""
        self.timer.wait_for_chapter_end()
        self._renew()

    def lasting(self, passage: Passage) -> float:
        """About how many seconds `passage` is heard."""
        return self.seconds(passage.end - passage.start)

    def seconds(self, characters: int) -> float:
        """About how many seconds so many characters of the book are heard."""
        return self.speed.seconds(characters, self.rate)

    def _renew(self) -> None:
        if self._player is not None:
            self._player.renew()
