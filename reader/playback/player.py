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
from typing import Protocol

from reader.background import CancelToken, Task
from reader.errors import PlaybackError, TingshuError
from reader.narration.passage import Passage
from reader.narration.utterance import Utterance
from reader.playback.events import (
    Failed,
    Finished,
    PassageMoved,
    PassageStarted,
    PlayerEvent,
    PlayerState,
    StateChanged,
)
from reader.playback.feed import Feed
from reader.playback.output import AudioOutput
from reader.playback.synthesis import AHEAD_SECONDS, SpeaksUtterances, Synthesis
from reader.playback.wishes import Wishes
from reader.settings import FASTEST, SLOWEST

__all__ = [
    "Failed",
    "Finished",
    "PassageMoved",
    "PassageStarted",
    "Player",
    "PlayerEvent",
    "PlayerState",
    "ReadingOrder",
    "StateChanged",
]

_log = logging.getLogger(__name__)

_ROUND = 0.02
"""Seconds between two rounds while playing: as late as an event may be."""

_SETTLING = 0.2
"""A move that follows another within so many seconds waits as long before it is spoken, so
that holding a key down does not have every sentence on the way synthesised."""

_SWITCHING = 0.001
"""Seconds after which a busy Python thread must let another run. With the usual 5 ms, two
busy threads slow the stretching of sound down to real time; so they cost it a tenth."""


class ReadingOrder(Protocol):
    """What the player needs of a book's timeline; every method gives None past either end."""

    def first(self) -> Passage | None: ...  # noqa: D102
    def next_sentence(self, passage: Passage) -> Passage | None: ...  # noqa: D102
    def previous_sentence(self, passage: Passage) -> Passage | None: ...  # noqa: D102
    def next_paragraph(self, passage: Passage) -> Passage | None: ...  # noqa: D102
    def previous_paragraph(self, passage: Passage) -> Passage | None: ...  # noqa: D102
    def next_chapter(self, passage: Passage) -> Passage | None: ...  # noqa: D102
    def previous_chapter(self, passage: Passage) -> Passage | None: ...  # noqa: D102


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
        self._timeline = timeline
        self._output = output
        self._on_event = on_event
        self._clock = clock
        self._wishes = Wishes()
        self._synthesis = Synthesis(
            timeline.next_sentence,
            narrate,
            speaker,
            on_ready=self._wishes.wake,
            ahead_seconds=ahead_seconds,
        )
        self._feed = Feed(self._synthesis, output)
        self._passage: Passage | None = None
        # What follows belongs to the player's thread alone.
        self._doing = PlayerState.STOPPED
        self._told = PlayerState.STOPPED
        self._sounding = False
        self._due: Passage | None = None
        self._due_at = 0.0
        self._moved_at = float("-inf")
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
        return self._passage

    def play(self, passage: Passage | None = None) -> None:
        """Read from `passage`, or go on from where the player is; else from the beginning."""
        self._wishes.add(lambda: self._play(passage), PlayerState.PLAYING)

    def pause(self) -> None:
        """Fall silent and keep the place to the frame."""
        if self.state is PlayerState.PLAYING:
            self._wishes.add(self._pause, PlayerState.PAUSED)

    def resume(self) -> None:
        """Go on after a pause."""
        if self.state is PlayerState.PAUSED:
            self._wishes.add(lambda: self._play(None), PlayerState.PLAYING)

    def toggle(self) -> None:
        """Pause if playing, else play."""
        if self.state is PlayerState.PLAYING:
            self.pause()
        else:
            self.play()

    def stop(self) -> None:
        """Fall silent; playing again begins at the start of the present passage."""
        self._wishes.add(self._stop, PlayerState.STOPPED)

    def seek(self, passage: Passage) -> None:
        """Move to `passage` and go on playing, or stay silent, as before."""
        self._wishes.add(lambda: self._move_to(passage))

    def next_sentence(self) -> None:
        """Move to the next sentence; nothing happens at the end of the book."""
        self._wishes.add(lambda: self._move(self._timeline.next_sentence))

    def previous_sentence(self) -> None:
        """Move to the previous sentence; nothing happens at the beginning of the book."""
        self._wishes.add(lambda: self._move(self._timeline.previous_sentence))

    def next_paragraph(self) -> None:
        """Move to the next paragraph."""
        self._wishes.add(lambda: self._move(self._timeline.next_paragraph))

    def previous_paragraph(self) -> None:
        """Move to the previous paragraph."""
        self._wishes.add(lambda: self._move(self._timeline.previous_paragraph))

    def next_chapter(self) -> None:
        """Move to the next chapter."""
        self._wishes.add(lambda: self._move(self._timeline.next_chapter))

    def previous_chapter(self) -> None:
        """Move to the previous chapter."""
        self._wishes.add(lambda: self._move(self._timeline.previous_chapter))

    def set_rate(self, rate: float) -> None:
        """Multiply the speed of speech by `rate` (0.5-4), from the next block on."""
        self._feed.rate = self._synthesis.rate = min(FASTEST, max(SLOWEST, rate))

    def set_volume(self, volume: float) -> None:
        """Multiply the loudness by `volume` (0-1), from the next block on."""
        self._feed.volume = min(1.0, max(0.0, volume))

    def close(self, timeout: float = 2.0) -> bool:
        """Fall silent, end the threads and give the device back; no wish counts any more.

        Waits for that at most `timeout` seconds a thread; False if it was not enough.
        """
        self._wishes.close()
        if self._task is None:
            self._shut()
        ended = self._task is None or self._task.join(timeout)
        return self._synthesis.close(timeout) and ended

    # -- the player's thread -------------------------------------------------------------

    def step(self) -> float | None:
        """One round: carry out wishes, fill the output, tell what was heard. Never waits.

        Returns the seconds until the next round is due, None if only a wish needs one.
        """
        try:
            self._obey()
            self._set_out()
            if self._doing is PlayerState.PLAYING and self._due is None:
                self._carry_on()
        except TingshuError as error:
            self._give_up(error)
        except Exception as error:
            _log.exception("the player failed")
            self._give_up(
                PlaybackError("Playback", f"Reading stopped ({error}).", "Press play to go on.")
            )
        self._tell_state()
        if self._doing is not PlayerState.PLAYING:
            return None
        return min(_ROUND, max(0.0, self._due_at - self._clock())) if self._due else _ROUND

    def _run(self, _token: CancelToken) -> None:
        while not self._wishes.closed:
            self._wishes.wait(self.step())
        self._shut()

    def _obey(self) -> None:
        while (fulfil := self._wishes.take()) is not None:
            fulfil()

    def _play(self, passage: Passage | None) -> None:
        if passage is None and self._doing is PlayerState.STOPPED:
            passage = self._passage or self._timeline.first()
            if passage is None:
                return
        self._doing = PlayerState.PLAYING
        if passage is not None:
            self._go_to(passage, self._clock())
        elif self._sounding:
            self._output.resume()

    def _pause(self) -> None:
        if self._doing is PlayerState.PLAYING:
            self._doing = PlayerState.PAUSED
            if self._sounding:
                self._output.pause()

    def _stop(self) -> None:
        self._doing = PlayerState.STOPPED
        self._fall_silent()

    def _move(self, step: Callable[[Passage], Passage | None]) -> None:
        passage = self._passage or self._timeline.first()
        target = step(passage) if passage is not None else None
        if target is not None:
            self._move_to(target)

    def _move_to(self, passage: Passage) -> None:
        now = self._clock()
        self._go_to(passage, now + (_SETTLING if now - self._moved_at < _SETTLING else 0.0))
        self._moved_at = now
        self._tell(PassageMoved(passage))

    def _go_to(self, passage: Passage, due_at: float) -> None:
        """Make `passage` the next to sound, if the player plays and `due_at` has come."""
        self._fall_silent()
        self._passage = passage
        if self._doing is not PlayerState.STOPPED:
            self._due, self._due_at = passage, due_at

    def _fall_silent(self) -> None:
        self._due = None
        self._feed.drop()
        if self._sounding:
            self._output.clear()

    def _set_out(self) -> None:
        """Begin to speak the passage that is due, once the listener has settled on it."""
        if self._due is None or self._doing is not PlayerState.PLAYING:
            return
        if self._clock() < self._due_at:
            return
        self._feed.begin(self._due)
        self._due = None
        if not self._sounding:
            self._output.start()
            self._sounding = True
        self._output.resume()

    def _carry_on(self) -> None:
        self._feed.fill()
        for passage in self._feed.heard():
            self._passage = passage
            self._tell(PassageStarted(passage))
        while self._feed.troubles:
            self._tell(Failed(self._feed.troubles.popleft()))
        if self._feed.finished:
            if self._feed.breakdown is not None:
                raise self._feed.breakdown
            self._stop()
            self._tell(Finished())

    def _give_up(self, error: TingshuError) -> None:
        """Stop where we are; the device is opened anew at the next play."""
        self._shut()
        self._tell(Failed(error))

    def _shut(self) -> None:
        """Fall silent and give the device back."""
        self._doing = PlayerState.STOPPED
        self._due = None
        self._feed.drop()
        if not self._sounding:
            return
        self._sounding = False
        try:
            self._output.close()
        except Exception:  # it may be gone, and the next play opens it anew
            _log.exception("the sound device could not be closed")

    def _tell_state(self) -> None:
        """Tell a new state, and one that was promised and did not come about."""
        promised = self._wishes.state
        if not self._wishes.settle(self._doing):
            return
        if promised is not self._doing or self._told is not self._doing:
            self._told = self._doing
            self._tell(StateChanged(self._doing))

    def _tell(self, event: PlayerEvent) -> None:
        try:
            self._on_event(event)
        except Exception:
            _log.exception("an event was not taken: %s", event)
