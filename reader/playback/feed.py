"""Moves sound from the synthesis to the output: stretched, at the listener's volume.

Everything here happens on one thread, the player's, and nothing waits.
"""

from __future__ import annotations

from collections import deque

import numpy as np

from reader.errors import TingshuError
from reader.narration.passage import Passage
from reader.playback.output import AudioOutput
from reader.playback.stretch import HOP, Stretcher
from reader.playback.synthesis import End, Piece, Synthesis, Trouble
from reader.playback.track import Track
from reader.speech.engine import SPEECH_RATE, Samples

_RAMP = SPEECH_RATE * 20 // 1000
"""Frames over which a new volume is reached: 20 ms, too slow to click, too fast to notice."""

_LAST_SILENCE: Samples = np.zeros(SPEECH_RATE // 4, np.float32)
"""Follows the last sound, so that all of it is heard before the device is stopped: up to 40 ms
lie in a resampler, and the device's clock may be somewhat ahead of the ear."""


class Feed:
    """Keeps `output` filled with what `synthesis` brings forth, and knows what is heard.

    `rate` and `volume` may be set at any time and count from the next block. `troubles`
    gathers what could not be spoken and was left out, for the player to tell; `breakdown` is
    why nothing comes after what is being heard, None if that is the end of the book.
    """

    def __init__(self, synthesis: Synthesis, output: AudioOutput) -> None:
        self.rate = 1.0
        self.volume = 1.0
        self.troubles: deque[TingshuError] = deque()
        self.breakdown: TingshuError | None = None
        self._synthesis = synthesis
        self._output = output
        self._stretcher = Stretcher()
        self._track = Track()
        self._level: float | None = None
        self._unwritten: Samples = np.zeros(0, np.float32)
        self._ended = False

    def drop(self) -> None:
        """Forget whatever is under way; the output is cleared by the caller."""
        self._synthesis.stop()
        self._stretcher.reset()
        self._track = Track()
        self.troubles.clear()
        self.breakdown = None
        self._level = None
        self._unwritten = self._unwritten[:0]
        self._ended = False

    def begin(self, passage: Passage) -> None:
        """Have the synthesis speak from `passage` on; call after :meth:`drop`."""
        self._synthesis.begin(passage)

    def fill(self) -> None:
        """Write as much to the output as it takes and the synthesis has."""
        self._stretcher.rate = self.rate
        space = self._output.space
        blocks = [self._unwritten]
        room = space - len(self._unwritten)
        while room >= HOP:
            block = self._next_block(room)
            if block is None:
                break
            blocks.append(self._at_volume(block))
            room -= len(block)
        sound = np.concatenate(blocks)
        written = self._output.write(sound) if len(sound) else 0
        self._unwritten = sound[written:]

    def heard(self) -> list[Passage]:
        """The passages that began to sound since the last call, by the audio clock."""
        return self._track.reached(self._output.played)

    @property
    def finished(self) -> bool:
        """Whether everything that will come has been heard."""
        return (
            self._ended
            and self._stretcher.position >= self._stretcher.fed
            and not len(self._unwritten)
            and self._output.played >= self._track.frames
        )

    def _next_block(self, room: int) -> Samples | None:
        """The next block of at most `room` frames; None if there is none as yet."""
        while True:
            first = self._stretcher.position
            block = self._stretcher.take(room)
            if len(block):
                self._track.lay(first, self._stretcher.position, len(block))
                return block
            if not self._take_in():
                return None

    def _take_in(self) -> bool:
        """Move one item from the synthesis to the stretcher; False if none is ready."""
        match self._synthesis.take():
            case None:
                return False
            case Piece(passage=passage, samples=samples, first=first):
                if first:
                    self._track.begin(passage, self._stretcher.fed)
                self._stretcher.feed(samples)
            case End():
                self._end()
            case Trouble(error=error, final=final):
                if final:
                    self._end(error)
                else:
                    self.troubles.append(error)
        return True

    def _end(self, breakdown: TingshuError | None = None) -> None:
        self.breakdown = breakdown
        self._ended = True
        self._stretcher.feed(_LAST_SILENCE)
        self._stretcher.finish()

    def _at_volume(self, block: Samples) -> Samples:
        before, after = self._level, self.volume
        self._level = after
        if before is None or before == after:
            return block if after == 1.0 else block * np.float32(after)
        gains = np.full(len(block), after, np.float32)
        ramp = min(_RAMP, len(block))
        gains[:ramp] = np.linspace(before, after, ramp, dtype=np.float32)
        return block * gains
