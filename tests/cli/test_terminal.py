"""The line of progress, on a terminal and on a pipe."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from contextlib import redirect_stderr

import pytest

from reader.cli.terminal import ProgressLine

Progress = Callable[[Callable[[ProgressLine], None]], list[str]]


class Terminal(io.StringIO):
    """A screen of one colour: what stands in each line after all that was written."""

    def isatty(self) -> bool:
        return True

    def screen(self) -> list[str]:
        lines = []
        for line in self.getvalue().split("\n"):
            shown = ""
            for writing in line.split("\r"):
                shown = writing + shown[len(writing) :]
            lines.append(shown.rstrip())
        return lines


@pytest.fixture
def progress(monkeypatch: pytest.MonkeyPatch) -> Progress:
    """Runs what it is given with a line on a terminal of forty columns; what is shown then."""
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((40, 20)))

    def run(act: Callable[[ProgressLine], None]) -> list[str]:
        with redirect_stderr(Terminal()) as terminal:
            act(ProgressLine())
        return terminal.screen()

    return run


def test_a_line_is_written_over(progress: Progress) -> None:
    def act(line: ProgressLine) -> None:
        line.show(0.1, "a long description")
        line.show(0.2, "a short one")
        line.close()

    assert progress(act) == [" 20%  a short one", ""]


def test_what_is_told_stands_above_the_line(progress: Progress) -> None:
    def act(line: ProgressLine) -> None:
        line.tell("Before it began.")
        line.show(0.1, "what is being done, at length")
        line.tell("Something else.")

    shown = ["Before it began.", "Something else.", " 10%  what is being done, at length"]
    assert progress(act) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("x" * 33, "x" * 33),
        ("x" * 34, "x" * 32 + "…"),
        ("汉" * 16, "汉" * 16),
        ("汉" * 17, "汉" * 16 + "…"),
    ],
)
def test_a_line_never_fills_the_width(progress: Progress, text: str, shown: str) -> None:
    assert progress(lambda line: line.show(0.5, text)) == [f" 50%  {shown}"]


def test_on_a_pipe_there_is_a_line_each_tenth() -> None:
    with redirect_stderr(io.StringIO()) as pipe:
        line = ProgressLine()
        for percent in range(0, 101, 5):
            line.show(percent / 100, "going on")
        line.tell("Told.")
        line.close()
    assert pipe.getvalue().splitlines() == [
        *(f"{percent:3}%  going on" for percent in range(0, 101, 10)),
        "Told.",
    ]


def test_on_a_pipe_what_comes_next_is_told_from_its_beginning() -> None:
    with redirect_stderr(io.StringIO()) as pipe:
        line = ProgressLine()
        for text in ("the first", "the second"):
            for percent in (0, 50, 100):
                line.show(percent / 100, text)
    assert pipe.getvalue().splitlines() == [
        f"{percent:3}%  {text}" for text in ("the first", "the second") for percent in (0, 50, 100)
    ]
