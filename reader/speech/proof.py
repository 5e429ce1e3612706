"""Whether what was made of a voice's files speaks on this machine."""

from __future__ import annotations

import numpy as np

from reader.errors import VoicePackError
from reader.messages import message
from reader.speech.engine import Samples


def require_speech(samples: Samples, voice: str) -> None:
    """Raise :class:`~reader.errors.VoicePackError` unless `samples` are as loud as speech."""
    loudness = float(np.sqrt(np.mean(samples**2)))
    if not 0.01 < loudness < 0.5:  # also false for NaN
        raise VoicePackError(
            voice,
            message("The voice was made but does not give speech on this machine."),
            message("Please report this with the output of: tingshu doctor"),
        )
