"""What the player does on its own thread: it carries out wishes and keeps the sound going."""

from __future__ import annotations

import logging
from collections.abc import Callable

from reader.errors import TingshuError
from reader.narration.passage import Passage
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
)
from reader.playback.feed import Feed
from reader.playback.leap import passage_after
from reader.playback.reading_order import ReadingOrder
from reader.playback.renewal import Renewal
from reader.playback.sleep_timer import FADE, SleepTimer
from reader.playback.study import Study

_log = logging.getLogger(__name__)

_ROUND = 0.02
"""Seconds between two rounds while playing: as late as an event may be."""

_SETTLING = 0.2
"""A move that follows another within so many seconds waits as long before it is spoken, so
that holding a key down does not have every sentence on the way synthesised."""

_LEAST = 0.001
"""A jump onwards leads at least so many seconds beyond the present passage."""


class Performance:
    """Plays the passages of `timeline` through `feed`; used from the player's thread alone.

    `device` is what `feed` writes to. `tell` takes the events.
    """

    def __init__(
        self,
        timeline: ReadingOrder,
        feed: Feed,
        device: Device,
        *,
        tell: Callable[[PlayerEvent], None],
        clock: Callable[[], float],
    ) -> None:
        self._timeline = timeline
        self._feed = feed
        self._device = device
        self._tell = tell
        self._clock = clock
        self._due: Passage | None = None
        self._due_at = 0.0
        self._moved_at = float("-inf")
        self._renewal = Renewal()
        self.doing = PlayerState.STOPPED
        self.passage: Passage | None = None
        """The passage that sounds, or would sound next; None before the first."""
        self.resting = False
        """Whether it paused by itself, so that the listener may study what was read."""
        self.study = Study.OFF
        self.timer = SleepTimer(clock)
        feed.rests = self._rests_between

    # -- wishes --------------------------------------------------------------------------

    def play(self, passage: Passage | None) -> None:
        """Read from `passage`, or go on from where it is; else from the beginning."""
        if passage is None and self.doing is PlayerState.STOPPED:
            passage = self.passage or self._timeline.first()
            if passage is None:
                return
        if self.timer.is_over:  # while nothing was to be heard
            self.timer.cancel()
        self.doing = PlayerState.PLAYING
        if passage is not None:
            self._go_to(passage, self._clock())
            return
        self.resting = False
        if self._device.is_open:
            if self._feed.resting:
                self._feed.go_on()
            self._feed.output.resume()

    def pause(self) -> None:
        """Fall silent and keep the place to the frame."""
        if self.doing is PlayerState.PLAYING:
            self.doing = PlayerState.PAUSED
            if self._device.is_open:
                self._feed.output.pause()

    def stop(self) -> None:
        """Fall silent; playing again begins at the start of the present passage."""
        self.doing = PlayerState.STOPPED
        self._fall_silent()

    def move_to(self, passage: Passage) -> None:
        """Move to `passage` and go on as before, silent or not."""
        now = self._clock()
        self._go_to(passage, now + (_SETTLING if now - self._moved_at < _SETTLING else 0.0))
        self._moved_at = now
        self._tell(PassageMoved(passage))

    def jump(self, seconds: float) -> None:
        """Go on so many seconds of listening later or, where negative, earlier.

        Through what has been made that is exact; beyond it, it leads to the sentence that
        should be there, and never out of the book: within the last sentence, nowhere.
        """
        is_going_on = self._is_under_way and self.doing is not PlayerState.STOPPED
        before = self._feed.present if is_going_on else None
        if before is None:
            self._leap(seconds)
            return
        left = self._feed.jump(seconds)
        reached = self._feed.present or before
        target = passage_after(self._timeline, reached, left, self._lasting) if left else reached
        if target != reached or (left > 0 and target != before):
            self.move_to(target)
        elif left > 0:
            self._feed.jump(left - seconds)
        else:
            self._arrive(target)

    def renew(self) -> None:
        """Have a new rate or volume, or new places to rest, count for what is queued too."""
        self._renewal.wish()

    # -- rounds --------------------------------------------------------------------------

    def step(self) -> float | None:
        """Keep the output filled, tell what was heard. Never waits.

        Returns the seconds until the next round is due, None if only a wish needs one.
        """
        self._renew()
        self._set_out()
        if self.doing is not PlayerState.PLAYING:
            return None
        if self._due is None:
            self._carry_on()
        next_at = self._due_at if self._due is not None else self._renewal.due_at
        return _ROUND if next_at is None else min(_ROUND, max(0.0, next_at - self._clock()))

    def lose_output(self, error: TingshuError) -> None:
        """The device is gone: go on with another one, else wait at the passage."""
        playing = self.doing is PlayerState.PLAYING
        silent = PlayerState.PAUSED if playing and self._device.is_open else self.doing
        self.shut()
        if playing and self._device.replace():
            self._feed.output = self._device.output
            self.doing = PlayerState.PLAYING
            self._tell(OutputChanged(error.subject))
        else:
            self.doing = PlayerState.STOPPED if silent is PlayerState.PLAYING else silent
            self._tell(Failed(error))
        if self.doing is not PlayerState.STOPPED:
            self._due, self._due_at = self.passage, self._clock()

    def give_up(self, error: TingshuError) -> None:
        """Stop where it is; the device is opened anew at the next play."""
        self.shut()
        self._tell(Failed(error))

    def shut(self) -> None:
        """Fall silent and give the device back."""
        self.doing = PlayerState.STOPPED
        self.resting = False
        self._due = None
        self._feed.drop()
        self._device.close()

    # -- inside --------------------------------------------------------------------------

    @property
    def _is_under_way(self) -> bool:
        """Whether a passage is being fed to the device, heard or paused."""
        return self._device.is_open and self._due is None

    def _leap(self, seconds: float) -> None:
        """Move on to the passage `seconds` after the beginning of the present one, or before."""
        begin = self.passage or self._timeline.first()
        if begin is None:
            return
        if seconds > 0:
            seconds = max(_LEAST, seconds - self._lasting(begin))
        self.move_to(passage_after(self._timeline, begin, seconds, self._lasting))

    def _arrive(self, passage: Passage) -> None:
        """Tell that the ear was moved to `passage`."""
        self.resting = False
        self.passage = passage
        self._tell(PassageMoved(passage))

    def _go_to(self, passage: Passage, due_at: float) -> None:
        """Make `passage` the next to sound, if it plays and `due_at` has come."""
        self.passage = passage  # first: a device found lost by now goes on there
        self._fall_silent()
        if self.doing is not PlayerState.STOPPED:
            self._due, self._due_at = passage, due_at

    def _fall_silent(self) -> None:
        self._due = None
        self.resting = False
        self._feed.drop()
        if self._device.is_open:
            self._feed.output.clear()

    def _renew(self) -> None:
        if not self._renewal.wished:
            return
        is_heard = self._is_under_way and self.doing is PlayerState.PLAYING
        if is_heard and not self._renewal.is_due(self._clock(), self._feed.quietest):
            return
        self._renewal.done(self._clock())
        if self._is_under_way and self.doing is not PlayerState.STOPPED:
            self._feed.renew()

    def _set_out(self) -> None:
        """Begin to speak the passage that is due, once the listener has settled on it."""
        if self._due is None or self.doing is not PlayerState.PLAYING:
            return
        if self._clock() < self._due_at:
            return
        self._device.open()
        self._feed.begin(self._due)
        self._due = None
        self._feed.output.resume()

    def _carry_on(self) -> None:
        self._feed.fade = self.timer.gain
        self._feed.fill()
        self._device.watch(unheard=self._feed.unheard, now=self._clock())
        for event in self._feed.heard():
            if isinstance(event, PassageStarted):
                self.passage = event.passage
                self._device.works()
            self._tell(event)
        while self._feed.recorder.troubles:
            self._tell(Failed(self._feed.recorder.troubles.popleft()))
        if self._feed.finished:
            self._end()
        elif self.timer.is_over:
            self._fall_asleep()
        elif self._feed.resting:
            self._rest()

    def _end(self) -> None:
        breakdown = self._feed.recorder.breakdown
        if breakdown is not None:
            self.give_up(breakdown)
            return
        self.stop()
        if self.timer.at_chapter_end:
            self.timer.cancel()
        self._tell(Finished())

    def _rests_between(self, before: Passage, after: Passage) -> bool:
        return self._is_to_sleep(before, after) or self.study.rests_between(before, after)

    def _is_to_sleep(self, before: Passage, after: Passage) -> bool:
        return self.timer.at_chapter_end and before.chapter != after.chapter

    def _rest(self) -> None:
        self.pause()
        upcoming = self._feed.upcoming
        if upcoming and self.passage and self._is_to_sleep(self.passage, upcoming):
            self.timer.cancel()
            self._tell(Slept())
        else:
            self.resting = True

    def _fall_asleep(self) -> None:
        """Pause, and go back to where the listener could still hear it well."""
        self.timer.cancel()
        self._feed.fade = 1.0
        self.pause()
        self._feed.jump(-FADE)
        if self._feed.present is not None:
            self._arrive(self._feed.present)
        self._tell(Slept())

    def _lasting(self, passage: Passage) -> float:
        return self._feed.recorder.speed.seconds(passage.end - passage.start, self._feed.rate)
