"""Moves speech from the synthesis to the output: stretched, at the listener's volume.

Everything here happens on one thread, the player's, and nothing waits.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from reader.narration.passage import Passage
from reader.playback.events import PassageStarted, WordStarted
from reader.playback.output import AudioOutput
from reader.playback.recorder import Recorder
from reader.playback.stretch import HOP, Stretcher
from reader.playback.synthesis import Synthesis
from reader.playback.tape import Section, Tape
from reader.playback.track import Track
from reader.speech.engine import SPEECH_RATE, Samples

_RAMP = SPEECH_RATE * 20 // 1000
"""Frames over which a new volume is reached: 20 ms, too slow to click, too fast to notice."""

_MOMENT = SPEECH_RATE * 30 // 1000
"""Frames of a moment that is to be quiet: 30 ms, about as well as it is known what is heard."""

_NOTHING: Samples = np.zeros(0, np.float32)


class Feed:
    """Keeps `output` filled with what `synthesis` brings forth, and knows what is heard.

    `rate` and `volume` count from the next block, :meth:`renew` makes what is queued follow
    them too; `fade` is a further factor on the volume. `rests` says whether to fall silent
    between two passages until :meth:`go_on`.
    """

    # What is under way; :meth:`drop` begins it anew. Frames are those of the tape.
    _tape: Tape
    _told: int
    """What begins before this frame has been told."""
    _next: int
    """The frame that the stretcher gets next."""
    _passed: int | None
    """The border of two passages at which it last went on after a rest."""

    # What was stretched, since the last cut.
    _run: int
    """The frame that was the stretcher's first."""
    _run_ends: bool
    """Whether the stretcher has been told that nothing follows."""
    _track: Track
    _level: float | None
    """The volume at the end of the last block; None before any."""
    _unwritten: Samples
    """What the output had no room for."""
    _queued: Samples
    """The last second, or somewhat more, of what was written."""

    def __init__(self, synthesis: Synthesis, output: AudioOutput) -> None:
        self.rate = 1.0
        self.volume = 1.0
        self.fade = 1.0
        self.rests: Callable[[Passage, Passage], bool] = lambda _before, _after: False
        self.output = output
        self.recorder = Recorder(synthesis)
        self._stretcher = Stretcher()
        self._empty()

    def drop(self) -> None:
        """Forget whatever is under way; the output is cleared by the caller."""
        self.recorder.drop()
        self._empty()

    def _empty(self) -> None:
        self._tape = self.recorder.tape
        self._told = 0
        self._passed = None
        self._begin_at(0)
        self._level = None

    def begin(self, passage: Passage) -> None:
        """Have the synthesis speak from `passage` on; call after :meth:`drop`."""
        self.recorder.begin(passage)

    def fill(self) -> None:
        """Write as much to the output as it takes and the synthesis has."""
        space = self.output.space
        blocks = [self._unwritten]
        room = space - len(self._unwritten)
        while room >= HOP:
            block = self._next_block(room)
            if block is None:
                break
            blocks.append(self._at_volume(block))
            room -= len(block)
        sound = np.concatenate(blocks)
        written = self.output.write(sound) if len(sound) else 0
        self._unwritten = sound[written:]
        self._queued = np.concatenate([self._queued, sound[:written]])

    def heard(self) -> list[PassageStarted | WordStarted]:
        """What began to sound since the last call, by the audio clock."""
        ear = self._track.heard(self.output.played)
        news = list(self._tape.told(self._told, ear))
        self._told = max(self._told, ear)
        self._tape.forget(ear)
        self._queued = self._queued[-SPEECH_RATE:]
        return news

    @property
    def unheard(self) -> int:
        """Frames that lie in the output and have not been heard."""
        return max(0, self._track.frames - len(self._unwritten) - self.output.played)

    @property
    def finished(self) -> bool:
        """Whether everything that will come has been heard."""
        return self.recorder.ended and self._next == self._tape.end and self._is_heard_out

    @property
    def resting(self) -> bool:
        """Whether it has fallen silent between two passages."""
        return self._holds() and self._is_heard_out

    def go_on(self) -> None:
        """Speak the passage before which it rests."""
        self._passed = self._next

    def renew(self) -> None:
        """Make what is queued anew from what is being heard on, at the present rate and volume."""
        self._play_from(self._track.heard(self.output.played))

    def quietest(self, seconds: float) -> float:
        """Seconds from now until that moment of the next `seconds` is heard which is quietest."""
        unheard = self._queued[max(0, len(self._queued) - self.unheard) :]
        soon = unheard[: round(seconds * SPEECH_RATE)]
        parts = soon[: len(soon) // _MOMENT * _MOMENT].reshape(-1, _MOMENT)
        if not len(parts):
            return 0.0
        return (int(np.argmin(np.abs(parts).max(axis=1))) + 0.5) * _MOMENT / SPEECH_RATE

    def jump(self, seconds: float) -> float:
        """Go on so many seconds of listening later, or earlier where negative.

        Returns the part of them, of the same sign, that lies outside what has been made; then
        the ear is at the end of that.
        """
        ear = self._track.heard(self.output.played)
        frame, left = self.recorder.leap(ear, seconds, self.rate)
        self._play_from(frame)
        self._told = frame
        self._passed = None
        return left

    @property
    def present(self) -> Passage | None:
        """The passage at the ear; that of what was made last behind the end, None before any."""
        section = self._tape.at(min(self._told, self._tape.end - 1))
        return section.passage if section is not None else None

    @property
    def upcoming(self) -> Passage | None:
        """The passage that is to be stretched next; None if it is not there yet."""
        section = self._tape.at(self._next)
        return section.passage if section is not None else None

    # -- from the tape to the output -----------------------------------------------------

    def _begin_at(self, frame: int) -> None:
        """Have frame `frame` of the tape go out next."""
        self._begin_run(frame)
        self._track = Track(frame)
        self._next = frame
        self._unwritten = self._queued = _NOTHING

    def _begin_run(self, frame: int) -> None:
        self._stretcher.reset()
        self._run = frame
        self._run_ends = False

    def _play_from(self, frame: int) -> None:
        """Throw away what was not heard, and fade in at `frame`."""
        self.output.clear()
        self._begin_at(frame)
        self._level = 0.0

    @property
    def _position(self) -> int:
        """The frame of the tape with which the next block begins."""
        return self._run + self._stretcher.position

    @property
    def _is_heard_out(self) -> bool:
        written = self._position >= self._next and not len(self._unwritten)
        return written and self.output.played >= self._track.frames

    def _next_block(self, room: int) -> Samples | None:
        """The next block of at most `room` frames; None if there is none as yet."""
        while True:
            first = self._position
            self._stretcher.rate = self._quickening(first)
            block = self._stretcher.take(room)
            if len(block):
                self._track.lay(first, self._position, len(block))
                return block
            if not self._take_in():
                return None

    def _quickening(self, frame: int) -> float:
        section = self._tape.at(frame)
        return section.quickening(self.rate) if section is not None else self.rate

    def _take_in(self) -> bool:
        """Move on one section, from the synthesis or to the stretcher; False if it must wait."""
        section = self._tape.at(self._next)
        if section is None:
            return self.recorder.record()
        if self._holds():
            return self._let_out()
        if self._is_cut_off(section) and self._let_out():
            return True
        if self._run_ends:
            self._begin_run(self._next)
        self._stretcher.feed(section.samples[self._next - section.begin :])
        self._next = section.end
        return True

    def _let_out(self) -> bool:
        """End the run, so that all of it comes out; False if it had been ended before."""
        if self._run_ends:
            return False
        self._run_ends = True
        self._stretcher.finish()
        return True

    def _is_cut_off(self, section: Section) -> bool:
        """Whether only one of `section` and the one before it is to be stretched."""
        before = self._tape.at(section.begin - 1)
        return before is not None and (before.pace is None) != (section.pace is None)

    def _holds(self) -> bool:
        """Whether it must not go on to the next section, but rest."""
        before, after = self._tape.at(self._next - 1), self._tape.at(self._next)
        if before is None or after is None or before.passage == after.passage:
            return False
        return self._next != self._passed and self.rests(before.passage, after.passage)

    def _at_volume(self, block: Samples) -> Samples:
        before, after = self._level, self.volume * self.fade
        self._level = after
        if before is None or before == after:
            return block if after == 1.0 else block * np.float32(after)
        gains = np.full(len(block), after, np.float32)
        ramp = min(_RAMP, len(block))
        gains[:ramp] = np.linspace(before, after, ramp, dtype=np.float32)
        return block * gains
