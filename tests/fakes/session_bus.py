"""A D-Bus of the test's own, as the one of a user's session."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

MISSING = [name for name in ("dbus-daemon", "busctl") if shutil.which(name) is None]
"""The programs that are needed and not installed."""

USABLE = sys.platform == "linux" and not MISSING


@contextmanager
def private_bus() -> Iterator[str]:
    """The address of a bus that runs until the context is left."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    try:
        yield daemon.stdout.readline().strip()
    finally:
        daemon.terminate()
        daemon.wait()
        daemon.stdout.close()
