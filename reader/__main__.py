"""The command ``tingshu``: turns errors into one paragraph and an exit status."""

from __future__ import annotations

import io
import os
import sys
import warnings
from collections.abc import Sequence

from reader.cli import commands
from reader.errors import Cancelled, TingshuError

_INTERRUPTED = 128 + 2  # what shells expect after SIGINT
_BROKEN_PIPE = 128 + 13  # and after SIGPIPE


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``tingshu`` with the arguments `argv` (the process's own if None).

    Returns 0 if all went well, 1 after a :class:`~reader.errors.TingshuError`, 2 if the
    arguments were not understood, 130 if the user stopped it. With ``TINGSHU_DEBUG`` set an
    error that nobody foresaw comes with its traceback.
    """
    if argv is None and not sys.warnoptions:
        warnings.simplefilter("ignore")  # they speak to programmers
    _speak_utf8()
    try:
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
        status = _complain(
            f"Something went wrong that nobody foresaw ({type(error).__name__}: {error}). "
            "Please report it with what you did; TINGSHU_DEBUG=1 shows where it happened."
        )
    return status


def _complain(message: str) -> int:
    """Print one paragraph on standard error; the exit status that goes with it."""
    print("tingshu:", " ".join(message.split()), file=sys.stderr)
    return 1


def _speak_utf8() -> None:
    """UTF-8 whatever the locale; half a surrogate pair is escaped instead of fatal."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _discard_output() -> None:
    """Let what is still buffered go nowhere: the reader of the pipe has left."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    finally:
        os.close(nowhere)


if __name__ == "__main__":
    sys.exit(main())
