"""A program in another process that answers questions: one JSON object a line, both ways."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.benchmarks.speech.environments import Environment, NotToBeHad

ONE_THREAD = {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""Every system is measured with one thread."""

JUDGES = Path(__file__).parent / "judges"


class Program:
    """Started at once; `ready` is its first answer, given when it has loaded everything.

    `seconds` went by until then, the start of the process included.
    Raises :class:`NotToBeHad` with the program's last words if it ends too soon.
    """

    def __init__(self, command: Sequence[str]) -> None:
        begun = time.perf_counter()
        self._words = tempfile.TemporaryFile("w+")  # noqa: SIM115  as long as the program
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._words,
            text=True,
            env=os.environ | ONE_THREAD,
        )
        self.ready = self._answer()
        self.seconds = time.perf_counter() - begun

    @property
    def pid(self) -> int:
        """The process."""
        return self._process.pid

    def ask(self, **question: Any) -> dict[str, Any]:
        """The answer to one question."""
        try:
            self._process.stdin.write(json.dumps(question) + "\n")
            self._process.stdin.flush()
        except OSError:
            pass  # it has ended; what it said last is told below
        return self._answer()

    def _answer(self) -> dict[str, Any]:
        line = self._process.stdout.readline()
        if line:
            return json.loads(line)
        self._process.wait()
        self._words.seek(0)
        words = self._words.read().strip().splitlines() or ["It said nothing."]
        self.close()
        raise NotToBeHad(f"Its program ended: {words[-1]}")

    def close(self) -> None:
        """End it."""
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()
        self._words.close()

    def __enter__(self) -> Program:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not self._words.closed:
            self.close()


def judge(environment: Environment, script: str) -> Program:
    """A judge's program, running in its own environment, which is made first if need be."""
    return Program([str(environment.made()), str(JUDGES / script)])
