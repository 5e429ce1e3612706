"""Drives the window as a blind reader does: real keys, a real accessibility bus, a real Orca.

The programs that do so lie beside the checkout; tests that need them skip where they are not,
or where the packages that they need are not installed.
"""

from __future__ import annotations

import json
import os
import shutil
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


def needs_harness(test):
    """Marks a test that drives a window from outside."""
    reason = missing()
    return pytest.mark.desktop(pytest.mark.skipif(bool(reason), reason=reason)(test))


def audit(home: Path, keys: str, *arguments: str) -> dict[str, Any]:
    """What is wrong with the window, or with what `keys` open in it."""
    done = _run(
        home, "a11y-audit", "--json", "--app", "tingshu", "--keys", keys, "--", *WINDOW, *arguments
    )
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


def hear(home: Path, script: Path, *arguments: str, save: Path | None = None):
    """Let Orca read the window while the steps of `script` are done."""
    options = ["--save", str(save)] if save else []
    return _run(
        home, "a11y-hear", "--app", "tingshu", "--script", str(script), *options,
        "--", *WINDOW, *arguments, audio=True,
    )  # fmt: skip


def _run(home: Path, tool: str, *arguments: str, audio: bool = False):
    command = [str(TOOLS / "bin" / tool), *arguments]
    if audio:
        command = [str(TOOLS / "bin" / "a11y-session"), "--audio", *command]
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    assert shutil.which("dbus-daemon")
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=environment | {"TINGSHU_HOME": str(home), "LC_ALL": "C.UTF-8"},
    )
