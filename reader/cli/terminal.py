"""What the commands share: reading from files and pipes, JSON, progress, Ctrl+C."""

from __future__ import annotations

import json
import shutil
import signal
import sys
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import accumulate
from pathlib import Path
from types import FrameType
from typing import Any, BinaryIO

from reader.background import CancelToken
from reader.errors import TingshuError


def print_json(document: object) -> None:
    """Print `document` as the one JSON document of the command."""
    print(json.dumps(document, ensure_ascii=False, indent=2))


def tell(message: str) -> None:
    """Say something to the person, not to the program that reads standard output."""
    print(message, file=sys.stderr, flush=True)


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    """The file called `name`, or standard input for ``-``."""
    if name == "-":
        yield sys.stdin.buffer
        return
    try:
        with Path(name).open("rb") as file:
            yield file
    except OSError as error:
        raise TingshuError(
            name, f"The file cannot be read ({error.strerror}).", "Check the name."
        ) from error


def read_text(name: str) -> str:
    """Everything in the file `name` (``-`` for standard input), which must be UTF-8."""
    with _opened(name) as file:
        return _decoded(file.read(), name).replace("\r\n", "\n")


def read_lines(name: str) -> Iterator[str]:
    """The lines of the file `name` (``-`` for standard input) as they come, without their ends.

    Only a line feed ends a line, so that there are as many as other tools count.
    """
    with _opened(name) as file:
        for number, line in enumerate(file):
            text = line.removesuffix(b"\n").removesuffix(b"\r")
            yield _decoded(text, name, first=number == 0)


def _decoded(content: bytes, name: str, *, first: bool = True) -> str:
    try:
        return content.decode("utf-8-sig" if first else "utf-8")
    except UnicodeDecodeError as error:
        raise TingshuError(
            "Standard input" if name == "-" else name,
            f"The text is not UTF-8 (byte {error.start}).",
            "Convert it first, for example: iconv -f GB18030 -t UTF-8 FILE",
        ) from error


class ProgressLine:
    """One line on standard error that is written over; on a pipe a line each ten percent."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._shown = ""
        self._tenths = -1

    def show(self, fraction: float, text: str) -> None:
        """Tell that `fraction` (0-1) is done, and what is happening."""
        line, tenths = f"{fraction:4.0%}  {text}", int(fraction * 10 + 1e-9)
        if self._terminal:
            self._write(_fitting(line, shutil.get_terminal_size().columns - 1))
        elif tenths != self._tenths:
            tell(line)
            self._tenths = tenths

    def tell(self, message: str) -> None:
        """Say something above the line."""
        shown = self._shown
        self._write("")
        tell(message)
        self._write(shown)

    def close(self) -> None:
        """Leave the line as it is and begin a new one."""
        if self._shown:
            tell("")
            self._shown = ""

    def _write(self, line: str) -> None:
        """Put `line` in the place of what is shown."""
        if line or self._shown:
            blank = " " * (_columns(self._shown) - _columns(line))
            sys.stderr.write(f"\r{line}{blank}" if line else f"\r{blank}\r")
            sys.stderr.flush()
        self._shown = line


def _columns(text: str) -> int:
    """How many columns of a terminal `text` takes: two for a hanzi, none for an accent."""
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1
        for each in text
    )


def _fitting(line: str, width: int) -> str:
    """`line`, cut so that it does not go on in a second line, which could not be written over."""
    if _columns(line) <= width:
        return line
    widths = accumulate(_columns(each) for each in line)
    return line[: sum(1 for each in widths if each < width)] + "…"


@contextmanager
def stopped_by_signals(token: CancelToken | None = None) -> Iterator[CancelToken]:
    """A token, `token` if there is one, that Ctrl+C (or the system's wish to end the program)
    cancels.

    The job then ends by itself and tidies up; a second Ctrl+C does not wait for that.
    """
    token = token or CancelToken()
    if threading.current_thread() is not threading.main_thread():
        yield token
        return

    def stop(number: int, _: FrameType | None) -> None:
        signal.signal(number, before[number])
        token.cancel()

    before: dict[int, Any] = {
        number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield token
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
