"""Drives the window as a blind reader does: real keys, a real accessibility bus, a real Orca.

The programs that do so lie beside the checkout; tests that need them skip where they are not,
or where the packages that they need are not installed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ROOT.parent / "shared" / "tools" / "a11y"
WINDOW = [sys.executable, "-m", "tests.accessibility.window"]


@cache
def missing() -> str:
    """What is not there, in words; empty if everything is."""
    if not TOOLS.is_dir():
        return f"there is no {TOOLS}"
    checked = subprocess.run(
        [TOOLS / "install.sh", "--check"], capture_output=True, text=True, check=False
    )
    return "" if checked.returncode == 0 else f"not installed: {' '.join(checked.stdout.split())}"


needs_harness = [
    pytest.mark.desktop,
    pytest.mark.skipif(bool(missing()), reason=missing() or "all is there"),
]
"""The marks of tests that drive a window from outside."""


def environment(home: Path) -> dict[str, str]:
    """The variables for a window that keeps its settings and books in `home`."""
    kept = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    return kept | {"TINGSHU_HOME": str(home), "LC_ALL": "C.UTF-8"}


def hear(
    home: Path,
    script: Path,
    *arguments: str,
    options: tuple[str, ...] = (),
    inside: tuple[str, ...] = (),
) -> Heard:
    """Let Orca read the window while the steps of `script` are done.

    `arguments` are the window's, `options` those of a11y-hear; `inside` is a command that runs
    the rest, such as one that enters another system.
    """
    done = subprocess.run(
        [
            *inside, TOOLS / "bin" / "a11y-session", "--audio",
            TOOLS / "bin" / "a11y-hear", "--json", "--app", "tingshu", *options,
            "--script", script, "--", *WINDOW, *arguments,
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=environment(home),
    )  # fmt: skip
    assert done.returncode in (0, 1, 3), done.stderr
    return Heard(json.loads(done.stdout), done.stderr if done.returncode == 3 else "")


class Heard:
    """What Orca said: `steps` are pairs of a step and the texts said after it.

    `failures` are the expectations of the script that were not met, `ended` tells that the
    window ended before the script did.
    """

    def __init__(self, told: dict[str, Any], ended: str) -> None:
        self.steps = [
            (step["step"], [said["text"] for said in step["said"]]) for step in told["transcript"]
        ]
        self.failures: list[str] = told["failures"]
        self.ended = ended
