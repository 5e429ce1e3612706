"""The memory of a process that gives pinyin and does nothing else, and its time a sentence.

Run as a program it measures itself; :func:`of_pinyin` starts it afresh.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from time import process_time

from reader.language.pinyin import syllables
from tests.language import gold


def of_pinyin() -> dict[str, float]:
    """Megabytes at most, milliseconds a sentence, and milliseconds to load."""
    command = [sys.executable, "-m", "tests.benchmarks.language.memory"]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _measured() -> dict[str, float]:
    texts = [sentence for _, sentence, _ in gold.own_pinyin()]
    begun = process_time()
    syllables(texts[0])
    loading = process_time() - begun
    begun = process_time()
    for sentence in texts:
        syllables(sentence)
    each = (process_time() - begun) / len(texts)
    return {"peak_mb": _peak(), "ms_a_sentence": each * 1000, "loading_ms": loading * 1000}


def _peak() -> float:
    """Megabytes; what getrusage tells would count the process that started this one."""
    status = Path("/proc/self/status").read_text("utf-8")
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024 / 1e6


if __name__ == "__main__":
    print(json.dumps(_measured()))
