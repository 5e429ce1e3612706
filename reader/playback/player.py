"""Reads a book aloud: play, pause, stop, move, faster, slower, louder, softer.

The public methods only leave a wish and return. One thread carries the wishes out in
order, keeps the output filled, and tells what happens. All it does is in :meth:`Player.step`,
which never waits; so a test may call it by hand, with a clock and an output of its own.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable

from reader.background import CancelToken, Task
from reader.errors import PlaybackError, TingshuError
from reader.messages import message
from reader.narration.passage import Passage
from reader.narration.utterance import Utterance
from reader.playback.cues import Cue
from reader.playback.device import Device
from reader.playback.events import (
    Failed,
    Finished,
    OutputChanged,
    PassageMoved,
    PassageStarted,
    PlayerEvent,
    PlayerState,
    Slept,
    StateChanged,
    WordStarted,
)
from reader.playback.feed import Feed
from reader.playback.output import AudioOutput
from reader.playback.performance import Performance
from reader.playback.reading_order import ReadingOrder
from reader.playback.reading_speed import ReadingSpeed
from reader.playback.sleep_timer import SleepTimer
from reader.playback.study import Study
from reader.playback.synthesis import AHEAD_SECONDS, SpeaksUtterances, Synthesis
from reader.playback.wishes import Wishes
from reader.settings import FASTEST, SLOWEST

__all__ = [
    "Cue",
    "Failed",
    "Finished",
    "OutputChanged",
    "PassageMoved",
    "PassageStarted",
    "Player",
    "PlayerEvent",
    "PlayerState",
    "ReadingOrder",
    "Slept",
    "StateChanged",
    "Study",
    "WordStarted",
]

_log = logging.getLogger(__name__)

_SWITCHING = 0.001
"""Seconds after which a busy Python thread must let another run. With the usual 5 ms, two
busy threads slow the stretching of sound down to real time; so they cost it a tenth."""


class Player:
    """Plays the passages of `timeline` in order through `output`; see the module.

    The methods may be called from any thread and return at once; :attr:`state` follows them
    immediately. `on_event` is called on the player's thread, one event at a time. The
    player alone uses `output`, and starts and closes it; `timeline` is used from two threads,
    `narrate` and `speaker` from the synthesis thread alone. With ``threaded=False`` nothing
    happens but in :meth:`step`, save for the synthesis; `clock` counts seconds.
    """

    def __init__(
        self,
        timeline: ReadingOrder,
        narrate: Callable[[Passage], Utterance],
        speaker: SpeaksUtterances,
        output: AudioOutput,
        *,
        on_event: Callable[[PlayerEvent], None],
        ahead_seconds: float = AHEAD_SECONDS,
        threaded: bool = True,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._on_event = on_event
        self._wishes = Wishes()
        self._synthesis = Synthesis(
            timeline.next_sentence,
            narrate,
            speaker,
            on_ready=self._wishes.wake,
            ahead_seconds=ahead_seconds,
        )
        self._device = Device(output)
        self._feed = Feed(self._synthesis, output)
        self._performance = Performance(
            timeline, self._feed, self._device, tell=self._tell, clock=clock
        )
        self._told = PlayerState.STOPPED
        self._task: Task[None] | None = None
        if threaded:
            sys.setswitchinterval(min(_SWITCHING, sys.getswitchinterval()))
            self._task = Task(self._run, name="player")

    # -- what the listener may wish ------------------------------------------------------

    @property
    def state(self) -> PlayerState:
        """What the player is doing, or will be doing in a moment."""
        return self._wishes.state

    @property
    def passage(self) -> Passage | None:
        """The passage that sounds, or would sound next; None before the first."""
        return self._performance.passage

    @property
    def resting(self) -> bool:
        """Whether it is paused because it has come to a place to rest, not by a wish.

        :meth:`resume` goes on with the next passage.
        """
        return self._performance.resting and self.state is PlayerState.PAUSED

    def play(self, passage: Passage | None = None) -> None:
        """Read from `passage`, or go on from where the player is; else from the beginning."""
        self._wishes.add(lambda: self._performance.play(passage), PlayerState.PLAYING)

    def pause(self) -> None:
        """Fall silent and keep the place to the frame."""
        if self.state is PlayerState.PLAYING:
            self._wishes.add(self._performance.pause, PlayerState.PAUSED)

    def resume(self) -> None:
        """Go on after a pause."""
        if self.state is PlayerState.PAUSED:
            self.play()

    def toggle(self) -> None:
        """Pause if playing, else play."""
        if self.state is PlayerState.PLAYING:
            self.pause()
        else:
            self.play()

    def stop(self) -> None:
        """Fall silent; playing again begins at the start of the present passage."""
        self._wishes.add(self._performance.stop, PlayerState.STOPPED)

    def seek(self, passage: Passage) -> None:
        """Move to `passage` and go on playing, or stay silent, as before."""
        self._wishes.add(lambda: self._performance.move_to(passage))

    def jump(self, seconds: float) -> None:
        """Go on so many seconds of listening later or, where negative, earlier."""
        self._wishes.add(lambda: self._performance.jump(seconds))

    def renew(self) -> None:
        """Have what changed count for what was stretched and queued before, too."""
        self._performance.renew()
        self._wishes.wake()

    def plan_anew(self) -> None:
        """Have what changed in the book's order or in its pauses count from the next passage on."""
        self._wishes.add(self._feed.recorder.plan_anew)

    def set_rate(self, rate: float) -> None:
        """Multiply the speed of speech by `rate` (0.5-4), at once."""
        self._feed.rate = self._synthesis.rate = min(FASTEST, max(SLOWEST, rate))
        self.renew()

    def set_volume(self, volume: float) -> None:
        """Multiply the loudness by `volume` (0-1), at once."""
        self._feed.volume = min(1.0, max(0.0, volume))
        self.renew()

    def set_study(self, study: Study) -> None:
        """Pause by itself after each of what `study` names."""
        self._performance.study = study
        self.renew()

    def set_cues(self, cue_of: Callable[[Passage], Cue | None]) -> None:
        """Sound before each passage the tone that `cue_of` tells, on the player's thread."""
        self._feed.recorder.cue_of = cue_of

    def set_sleep_timer(self, timer: SleepTimer) -> None:
        """Fall silent by itself when `timer` says so."""
        self._performance.timer = timer

    def set_another_output(self, another_output: Callable[[], AudioOutput]) -> None:
        """Ask this, on the player's thread, for an output to go on with if the device is lost."""
        self._device.another_output = another_output

    def set_speed_measure(self, speed: ReadingSpeed) -> None:
        """Note in `speed` how fast the book is read."""
        self._feed.recorder.speed = speed

    def close(self, timeout: float = 2.0) -> bool:
        """Fall silent, end the threads and give the device back; no wish counts any more.

        Waits for that at most `timeout` seconds a thread; False if it was not enough.
        """
        self._wishes.close()
        if self._task is None:
            self._performance.shut()
        ended = self._task is None or self._task.join(timeout)
        return self._synthesis.close(timeout) and ended

    # -- the player's thread -------------------------------------------------------------

    def step(self) -> float | None:
        """One round: carry out wishes, fill the output, tell what was heard. Never waits.

        Returns the seconds until the next round is due, None if only a wish needs one.
        """
        due = None
        try:
            while (fulfil := self._wishes.take()) is not None:
                fulfil()
            due = self._performance.step()
        except TingshuError as error:
            self._performance.lose_output(error)
            due = 0.0
        except Exception as error:
            _log.exception("the player failed")
            self._performance.give_up(
                PlaybackError(
                    message("Playback"),
                    message("Reading stopped ({error}).", error=error),
                    message("Press play to go on."),
                )
            )
        self._tell_state()
        return due if self._performance.doing is PlayerState.PLAYING else None

    def _run(self, _token: CancelToken) -> None:
        while not self._wishes.closed:
            self._wishes.wait(self.step())
        self._performance.shut()

    def _tell_state(self) -> None:
        """Tell a new state, and one that was promised and did not come about."""
        doing, promised = self._performance.doing, self._wishes.state
        if not self._wishes.settle(doing):
            return
        if promised is not doing or self._told is not doing:
            self._told = doing
            self._tell(StateChanged(doing))

    def _tell(self, event: PlayerEvent) -> None:
        try:
            self._on_event(event)
        except Exception:
            _log.exception("an event was not taken: %s", event)
