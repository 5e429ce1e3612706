"""Looking at everything, one thing after another; no examination raises."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reader.background import CancelToken
from reader.health import programs, sounding, storage
from reader.health.finding import Finding

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
        found.extend(examination())
        progress(number / len(EXAMINATIONS))
    return found
