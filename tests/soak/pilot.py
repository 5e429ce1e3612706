"""A quiet tone mixed into everything that is spoken, so that the recording proves itself.

The tone never stops between the first sample of a reading and the last, pauses included.
Where it is missing in the recording, sound was missing; where its phase jumps, sound was
lost or played twice.
"""

from dataclasses import replace

import numpy as np

PILOT_HERTZ = 10_987.0
"""Above most of speech, well below half the speech rate; no simple fraction of the rate, so
that no likely number of lost frames is a whole number of periods."""

_LEVEL = 0.02
_HEARD = 16
"""Steps of 16 bits that count as sound; the pilot alone reaches 655."""

_BLOCK = 4800
"""Frames over which the pilot's phase is measured: 0.1 s."""


class PilotedSpeaker:
    """Speaks as another speaker does, with the pilot underneath."""

    def __init__(self, speaker):
        self._speaker = speaker
        self._frames = 0

    def speak(self, utterance, cancel, **how):
        for chunk in self._speaker.speak(utterance, cancel, **how):
            times = (self._frames + np.arange(len(chunk.samples))) / chunk.rate
            pilot = _LEVEL * np.sin(2 * np.pi * PILOT_HERTZ * times)
            self._frames += len(chunk.samples)
            yield replace(chunk, samples=(chunk.samples + pilot).astype(np.float32))


def gaps(recording, rate, longer_than=0.005):
    """Silences between the first sound and the last: ``(seconds from the first, seconds)``."""
    found, begin, last = [], None, None
    for offset in range(0, len(recording), 1 << 22):
        part = recording[offset : offset + (1 << 22)].astype(np.int32)
        heard = offset + np.flatnonzero(np.abs(part) > _HEARD)
        if not len(heard):
            continue
        begin = heard[0] if begin is None else begin
        edges = heard if last is None else np.concatenate([[last], heard])
        steps = np.diff(edges)
        found += [
            (float(edges[at] - begin) / rate, float(steps[at]) / rate)
            for at in np.flatnonzero(steps > longer_than * rate)
        ]
        last = heard[-1]
    return found, (begin, last)


def slips(recording, rate, bounds):
    """Seconds from the first sound at which the pilot's phase jumps by over 0.7 radians."""
    begin, last = bounds
    window = np.hanning(_BLOCK)
    phases = []
    for offset in range(begin, last - _BLOCK, _BLOCK):
        times = (offset - begin + np.arange(_BLOCK)) / rate
        turned = recording[offset : offset + _BLOCK] * np.exp(-2j * np.pi * PILOT_HERTZ * times)
        phases.append(np.angle(np.sum(window * turned)))
    jumps = np.abs(np.angle(np.exp(1j * np.diff(phases))))
    return [float(at + 1) * _BLOCK / rate for at in np.flatnonzero(jumps > 0.7)]
