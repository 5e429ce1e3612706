"""What Whisper base hears of English: ``{"file": WAV}`` is answered by ``{"text": …}``.

It runs in the judge's own environment, and decodes as the judge of Mandarin does.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

JUDGES = Path(__file__).parents[1] / "speech" / "judges"


def main() -> None:
    """Answer until stdin ends."""
    sys.path.insert(0, str(JUDGES))
    from faster_whisper import WhisperModel
    from whisper_hears import assembled

    model = WhisperModel(str(assembled()), device="cpu", compute_type="int8", cpu_threads=1)
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        segments, _ = model.transcribe(
            json.loads(line)["file"],
            language="en",
            beam_size=5,
            temperature=0.0,
            condition_on_previous_text=False,
            without_timestamps=True,
        )
        print(json.dumps({"text": "".join(each.text for each in segments)}), flush=True)


if __name__ == "__main__":
    main()
