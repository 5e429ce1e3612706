"""DNSMOS: ``{"file": WAV}`` is answered by ``{"overall": …, "p808": …}``, from 1 to 5."""

from __future__ import annotations

import json
import sys


def main() -> None:
    """Answer until stdin ends."""
    import librosa
    import numpy as np
    from speechmos import dnsmos

    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        samples, rate = librosa.load(json.loads(line)["file"], sr=16_000)
        marks = dnsmos.run(np.clip(samples, -1, 1), rate)
        answer = {"overall": float(marks["ovrl_mos"]), "p808": float(marks["p808_mos"])}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
