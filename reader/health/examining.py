"""Looking at everything, one thing after another; no examination raises."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator

from reader.background import CancelToken
from reader.errors import TingshuError
from reader.health import programs, sounding, storage
from reader.health.finding import Finding, State, trouble
from reader.messages import message

Examination = Callable[[], Iterator[Finding]]

EXAMINATIONS: tuple[Examination, ...] = (
    programs.python,
    programs.packages,
    programs.window,
    programs.fonts,
    storage.translations,
    sounding.voices,
    sounding.sound,
    storage.disk,
    storage.library,
    programs.full_text,
    storage.index,
    storage.settings,
)
"""In the order of the journey from a file to an ear, and then what is kept of it."""


def examine(
    progress: Callable[[float], object] = lambda _: None, cancel: CancelToken | None = None
) -> list[Finding]:
    """Look at everything; takes seconds, because voices are loaded for it.

    `progress` is told the share done, 0 to 1. Raises :class:`~reader.errors.Cancelled`.
    """
    found: list[Finding] = []
    for number, examination in enumerate(EXAMINATIONS, 1):
        if cancel is not None:
            cancel.check()
        found.extend(_told(examination))
        progress(number / len(EXAMINATIONS))
    return found


def _told(examination: Examination) -> Iterator[Finding]:
    """What it finds; one that breaks off is a finding itself, and the others go on."""
    name = message("an examination that broke off")
    try:
        yield from examination()
    except TingshuError as error:
        yield trouble(name, error)
    except OSError as error:
        reason = error.strerror or str(error)
        detail = message("{subject}: {reason}", subject=error.filename or "", reason=reason)
        yield Finding(
            name=name,
            state=State.MISSING,
            detail=detail if error.filename else reason,
            advice=message("Check its permissions, or let TINGSHU_HOME name another folder."),
        )
    except subprocess.SubprocessError as error:
        yield Finding(name=name, state=State.MISSING, detail=str(error))
