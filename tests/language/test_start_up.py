"""The rooms that the window's start-up imports load no dictionary and no grammar."""

from __future__ import annotations

import subprocess
import sys


def test_heavy_libraries_wait_until_they_are_needed() -> None:
    program = (
        "import sys, reader.narration.narrator, reader.narration.timeline, reader.language.pinyin;"
        "print([name for name in ('wetext','kaldifst','rjieba','pypinyin') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
