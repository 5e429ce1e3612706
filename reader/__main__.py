"""The command ``tingshu``: turns errors into one paragraph and an exit status."""

from __future__ import annotations

import io
import logging
import os
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from reader.cli import commands
from reader.errors import Cancelled, TingshuError

_INTERRUPTED = 128 + 2  # what shells expect after SIGINT
_BROKEN_PIPE = 128 + 13  # and after SIGPIPE


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``tingshu`` with the arguments `argv` (the process's own if None).

    Returns 0 if all went well, 1 after a :class:`~reader.errors.TingshuError`, 2 if the
    arguments were not understood, 130 if the user stopped it. With ``TINGSHU_DEBUG`` set an
    error that nobody foresaw comes with its traceback, and the log tells everything.
    """
    if argv is None and not sys.warnoptions:
        warnings.simplefilter("ignore")  # they speak to programmers
    _open_closed_streams()
    _speak_utf8()
    try:
        with _log_on_stderr():
            status = commands.run(sys.argv[1:] if argv is None else list(argv))
        sys.stdout.flush()
    except SystemExit as leaving:
        status = leaving.code if isinstance(leaving.code, int) else 0 if leaving.code is None else 2
    except (KeyboardInterrupt, Cancelled):
        status = _INTERRUPTED
    except BrokenPipeError:
        _discard_output()
        status = _BROKEN_PIPE
    except TingshuError as error:
        status = _complain(str(error))
    except Exception as error:
        if os.environ.get("TINGSHU_DEBUG"):
            raise
        if isinstance(error, OSError):
            _discard_output()
            return _complain(_refusal(error))
        status = _complain(
            f"Something went wrong that nobody foresaw ({type(error).__name__}: {error}). "
            "Please report it with what you did; TINGSHU_DEBUG=1 shows where it happened."
        )
    return status


def _complain(message: str) -> int:
    """Print one paragraph on standard error; the exit status that goes with it."""
    print("tingshu:", " ".join(message.split()), file=sys.stderr)
    return 1


def _refusal(error: OSError) -> str:
    """What the system would not do, where no command had better words for it."""
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}The system refuses ({error.strerror or error})."


class _Plain(logging.Formatter):
    """The message alone: tracebacks are for the log file and for ``TINGSHU_DEBUG``."""

    def format(self, record: logging.LogRecord) -> str:
        return f"tingshu: {record.getMessage()}"


@contextmanager
def _log_on_stderr() -> Iterator[None]:
    """Warnings of ours on standard error, a line each, while the block runs."""
    log = logging.getLogger("reader")
    handler, level = logging.StreamHandler(), log.level
    if os.environ.get("TINGSHU_DEBUG"):
        log.setLevel(logging.DEBUG)
    else:
        handler.setLevel(logging.WARNING)
        handler.setFormatter(_Plain())
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.setLevel(level)


def _open_closed_streams() -> None:
    """Where the caller closed a standard stream, nothing is read and nobody is told."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = open(os.devnull, mode, encoding="utf-8")  # noqa: SIM115
            os.set_inheritable(nowhere.fileno(), True)  # else other programs of ours take its place
            setattr(sys, name, nowhere)


def _speak_utf8() -> None:
    """UTF-8 whatever the locale; half a surrogate pair is escaped instead of fatal."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _discard_output() -> None:
    """Let what is still buffered go nowhere if standard output takes no more of it."""
    with suppress(OSError):
        sys.stdout.flush()
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    finally:
        os.close(nowhere)


if __name__ == "__main__":
    sys.exit(main())
