"""How the listener wants to hear a book: kept while one player gives way to another."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.playback.reading_speed import ReadingSpeed
from reader.playback.sleep_timer import SleepTimer
from reader.playback.study import Study

if TYPE_CHECKING:
    from reader.narration.passage import Passage
    from reader.playback.cues import Cue
    from reader.playback.player import Player


class Hearing:
    """The listener's choices; they count at once for the player, where there is one."""

    def __init__(self, *, rate: float, volume: float, language: str) -> None:
        self._rate = rate
        self._volume = volume
        self._study = Study.OFF
        self._cue_of: Callable[[Passage], Cue | None] = lambda _passage: None
        self._timer = SleepTimer(time.monotonic)
        self._speed = ReadingSpeed(language)
        self._player: Player | None = None
        self._waiting = False

    @property
    def attached(self) -> bool:
        """Whether there is a player."""
        return self._player is not None

    @property
    def waiting(self) -> bool:
        """Whether playing was asked for before there was a player."""
        return self._waiting

    @property
    def playing(self) -> bool:
        """Whether sound is coming, or will as soon as the voice is ready."""
        return self._waiting or self._in_state("PLAYING")

    @property
    def stopped(self) -> bool:
        """Whether nothing is being read, nor paused in the middle."""
        return not self._waiting and (self._player is None or self._in_state("STOPPED"))

    def set_rate(self, rate: float) -> None:
        """Speed of speech, 0.5 to 4."""
        self._rate = rate
        if self._player is not None:
            self._player.set_rate(rate)

    def set_volume(self, volume: float) -> None:
        """Loudness, 0 to 1."""
        self._volume = volume
        if self._player is not None:
            self._player.set_volume(volume)

    def set_study(self, study: str) -> None:
        """Pause by itself after every "sentence" or "paragraph", or never: "off"."""
        self._study = Study(study)
        if self._player is not None:
            self._player.set_study(self._study)

    def sleep_in(self, minutes: float | None) -> None:
        """Fade out and pause after so many minutes; None: never."""
        if minutes is None:
            self._timer.cancel()
        else:
            self._timer.start(60 * minutes)
        self._renew()

    def sleep_at_chapter_end(self) -> None:
        """Pause when the present chapter has been heard."""
        self._timer.wait_for_chapter_end()
        self._renew()

    @property
    def sleep_remaining(self) -> float | None:
        """Seconds until it pauses by itself; None where no time was set, or it has passed."""
        return self._timer.remaining or None

    @property
    def sleeps_at_chapter_end(self) -> bool:
        """Whether it will pause by itself at the end of the chapter."""
        return self._timer.at_chapter_end

    # For the session

    def _in_state(self, name: str) -> bool:
        return self._player is not None and self._player.state.name == name

    def _give(self, player: Player | None) -> None:
        """Have `player` play as is wished from now on; None if there is none any more."""
        self._player = player
        if player is not None:
            player.set_speed_measure(self._speed)
            player.set_sleep_timer(self._timer)
            player.set_rate(self._rate)
            player.set_volume(self._volume)
            player.set_study(self._study)
            player.set_cues(self._cue_of)

    def _set_cues(self, cue_of: Callable[[Passage], Cue | None]) -> None:
        self._cue_of = cue_of
        if self._player is not None:
            self._player.set_cues(cue_of)

    def _plan_anew(self) -> None:
        """Have what changed in the book's order or in its pauses count from the next passage on."""
        if self._player is not None:
            self._player.plan_anew()

    def _renew(self) -> None:
        if self._player is not None:
            self._player.renew()

    def _seconds(self, characters: int) -> float:
        """About how long so many characters of the book are heard."""
        return self._speed.seconds(characters, self._rate)

    def _lasting(self, passage: Passage) -> float:
        return self._seconds(passage.end - passage.start)
