"""The real PortAudio, played into a recorded null sink."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.soak.sink import RATE, missing

pytestmark = [
    pytest.mark.desktop,
    pytest.mark.skipif(bool(missing()), reason="PulseAudio is not installed"),
]

_PLAY = """
import sys, threading
from pathlib import Path
import numpy as np
from reader.playback.devices import open_output, output_devices
from reader.speech.engine import SPEECH_RATE
from tests.soak.sink import recorded_sink

def hum(output, seconds):
    times = np.arange(round(seconds * SPEECH_RATE)) / SPEECH_RATE
    samples = (0.3 * np.sin(2 * np.pi * 440 * times)).astype(np.float32)
    written = 0
    while written < len(samples):
        written += output.write(samples[written:])
        rest.wait(0.02)
    return len(samples)

def until(condition):
    while not condition():
        rest.wait(0.01)

rest = threading.Event()
with recorded_sink(Path(sys.argv[1])):
    assert output_devices()
    output = open_output(None, 0.5)
    output.start()
    frames = hum(output, 1.0)
    until(lambda: output.played >= frames)
    output.clear()
    frames = hum(output, 0.4)
    until(lambda: output.played >= frames // 4)
    output.pause()
    rest.wait(0.5)
    output.resume()
    until(lambda: output.played >= frames)
    rest.wait(0.3)
    output.close()
"""


def test_what_is_written_is_heard_and_a_pause_is_a_pause(tmp_path):
    recording = tmp_path / "sound.raw"
    subprocess.run(
        [sys.executable, "-c", _PLAY, str(recording)],
        cwd=Path(__file__).parents[2],
        check=True,
        timeout=60,
    )
    loud = np.flatnonzero(np.abs(np.fromfile(recording, np.int16)) > 200)
    gaps = np.diff(loud) / RATE
    pauses = gaps[gaps > 0.4]
    assert len(pauses) == 1
    assert pauses[0] == pytest.approx(0.5, abs=0.15)
    assert (loud[-1] - loud[0]) / RATE - gaps[gaps > 0.01].sum() == pytest.approx(1.4, abs=0.05)
