"""Paddle inference programs, run in a child process.

Paddle holds the interpreter's lock throughout a run (measured with 3.3.1) and for the two
seconds of its import; it takes some 300 MB, and a damaged program may end the process it is
in. So all of that happens in a child (:mod:`worker`), which starts with the first program.
One :class:`PaddlePrograms` has one child with one thread; whoever wants to run programs side
by side makes several.
"""

from __future__ import annotations

import importlib.metadata
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from reader.errors import EngineFailed
from reader.messages import message
from reader.speech.engines.paddle.child import Child

_WORKER = "reader.speech.engines.paddle.worker"


def installed_version() -> str:
    """The version of the installed Paddle; empty if there is none. Imports nothing."""
    for name in ("paddlepaddle", "paddlepaddle-gpu"):
        with suppress(importlib.metadata.PackageNotFoundError):
            return importlib.metadata.version(name)
    return ""


def is_available() -> bool:
    """Whether Paddle is installed; imports nothing."""
    return bool(installed_version())


class PaddlePrograms:
    """The programs of one child process; several threads may use them, one at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._child: Child | None = None
        self._programs: list[tuple[Path, Path, bool]] = []
        self._loaded: set[int] = set()

    def open(self, model: Path, parameters: Path, *, reuse_memory: bool = False) -> Program:
        """Load a program: `model` (``.json``, or ``.pdmodel`` of Paddle 2) and `parameters`.

        `reuse_memory` lets intermediate results share their memory, half or less for the
        vocoders of Paddle 2; a program that does not bear it is loaded without.
        Raises :class:`~reader.errors.EngineFailed` if the program cannot be loaded.
        """
        for file in (model, parameters):
            if not file.is_file():
                raise EngineFailed("Paddle", message("The file {name} is missing.", name=file.name))
        with self._lock:
            number = len(self._programs)
            self._programs.append((model, parameters, reuse_memory))
            self._load(number)
        return Program(self, number)

    def run(self, number: int, inputs: tuple[NDArray[Any], ...]) -> list[NDArray[Any]]:
        """Run the program opened as the `number`-th; see :meth:`Program.run`."""
        with self._lock:
            self._load(number)
            outputs: list[NDArray[Any]] = self._ask("run", number, inputs)
            return outputs

    def close(self) -> None:
        """End the child, even in the midst of a run; another starts when next needed."""
        child = self._child
        if child is not None:
            child.close()

    @property
    def process_id(self) -> int | None:
        """The child's process, or None while there is none."""
        child = self._child
        return None if child is None or child.ended else child.process_id

    def _load(self, number: int) -> None:
        """Have the program in the child, which may be a new one."""
        if self._child is None or self._child.ended:
            self._child = Child(_WORKER)
            self._loaded.clear()
        if number not in self._loaded:
            self._ask("load", number, self._programs[number])
            self._loaded.add(number)

    def _ask(self, wish: str, number: int, given: object) -> Any:  # noqa: ANN401
        assert self._child is not None
        try:
            self._child.send((wish, number, given))
            problem, answer = self._child.receive()
        except EOFError:
            self._child.close()
            problem, answer = message("the process of Paddle ended in the midst of it"), None
        if problem:
            refused = message("loaded") if wish == "load" else message("run")
            model = self._programs[number][0].name
            raise EngineFailed(
                "Paddle",
                message(
                    "The program {model} could not be {refused} ({problem}).",
                    model=model,
                    refused=refused,
                    problem=problem,
                ),
            )
        return answer


class Program:
    """A loaded program; as good as new when its child has died and another took its place."""

    def __init__(self, programs: PaddlePrograms, number: int) -> None:
        self._programs = programs
        self._number = number

    def run(self, *inputs: NDArray[Any]) -> list[NDArray[Any]]:
        """The program's outputs for its inputs, both in the program's own order.

        Raises :class:`~reader.errors.EngineFailed` if it refuses them or the child dies.
        """
        return self._programs.run(self._number, inputs)
