"""A Python process of our own, and whole objects to and from it.

The parent starts a :class:`Child` that runs one of our modules; that module calls
:func:`parent` for the other end. Objects travel pickled over the child's standard input and
output: only our own two ends ever hold the pipe. When the parent ends, however it does, the
child reads the end of its input and ends too.
"""

from __future__ import annotations

import os
import pickle
import re
import signal
import subprocess
import sys
import weakref
from contextlib import suppress
from typing import IO, Any


class Channel:
    """One end of the pipe; sending and receiving raise `EOFError` once the other is gone."""

    def __init__(self, incoming: IO[bytes], outgoing: IO[bytes]) -> None:
        self._incoming = incoming
        self._outgoing = outgoing

    def send(self, message: object) -> None:
        """Hand over `message`, anything that can be pickled."""
        try:
            pickle.dump(message, self._outgoing, protocol=5)
            self._outgoing.flush()
        except (OSError, ValueError) as error:  # ValueError: closed at this end
            raise EOFError from error

    def receive(self) -> Any:  # noqa: ANN401
        """Wait for the next message."""
        try:
            return pickle.load(self._incoming)
        except (OSError, ValueError, pickle.UnpicklingError) as error:  # broken off half-way
            raise EOFError from error


class Child(Channel):
    """A process that runs the module `module` on one thread; nothing it prints is seen."""

    def __init__(self, module: str) -> None:
        process = subprocess.Popen(
            # -P: no file that happens to lie in the current folder is taken for a module.
            [sys.executable, "-P", "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "OMP_NUM_THREADS": "1", "GLOG_minloglevel": "3"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert process.stdout is not None
        assert process.stdin is not None
        super().__init__(process.stdout, process.stdin)
        self._process = process
        self._end = weakref.finalize(self, _end, process)

    @property
    def process_id(self) -> int:
        """The system's number of the process."""
        return self._process.pid

    @property
    def ended(self) -> bool:
        """Whether the process has ended, of itself or by :meth:`close`."""
        return self._process.poll() is not None

    def close(self) -> None:
        """End the process at once, whatever it is doing; whoever waits for it is told."""
        self._end()


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        assert stream is not None
        with suppress(OSError, ValueError):
            stream.close()


def parent() -> Channel:
    """In the child: the channel to the parent.

    From here on what anybody prints goes nowhere, and Ctrl+C in the terminal is left to the
    parent, who ends us when it sees fit.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    channel = Channel(os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb"))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nowhere, stream)
    os.close(nowhere)
    return channel


def sentence(error: Exception) -> str:
    """The core of an error: Paddle wraps it in a stack trace and hints of several lines."""
    found = re.search(r"^\s*\w+Error: (.*)", str(error), re.MULTILINE)
    return found[1] if found else str(error).strip().partition("\n")[0] or type(error).__name__
