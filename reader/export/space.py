"""Room on the disks: enough before a job begins, and some left while it goes on."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from reader.errors import DiskFull
from reader.export.draft import explained
from reader.export.options import ExportOptions, Format
from reader.export.output import Output
from reader.export.products.containers import KINDS, Codec
from reader.language.detect import primary
from reader.messages import message
from reader.speech.engine import SPEECH_RATE

MARGIN = 32_000_000
"""Bytes that a job leaves free: a disk that is full to the last byte hurts everything else."""

SPOOL_RATE = SPEECH_RATE * 2
"""Bytes of a second of sound that waits to be written."""

_LEFT = 0.4
"""The share of the bytes of speech that is left where nothing of it is lost."""


def _rate(codec: Codec) -> float:
    bits = KINDS[codec].bit_rate
    return SPOOL_RATE * _LEFT if bits is None else bits / 8


RATES: Mapping[Format, float] = {
    "m4b": _rate("aac"),
    "mp3": _rate("mp3"),
    "opus": _rate("opus"),
    "flac": _rate("flac"),
    "wav": SPOOL_RATE,
    "epub": _rate("mp3"),
    "daisy": _rate("mp3"),
}
"""Bytes of a second of sound in the files that are made, about."""

_MOVED: frozenset[Format] = frozenset({"m4b", "mp3", "opus", "flac"})
"""Formats in which one file has its chapters before the sound: that is written beside it and
copied behind them at the end, so for a moment there is twice as much."""

# Characters a second of faster speech than anybody exports: the room that a book needs
# is never overestimated, so the check never refuses what would have fitted.
_FASTEST_SPEECH = {"zh": 8, "ja": 12, "ko": 12}
_FASTEST_SPEECH_ELSEWHERE = 30


def seconds_of(characters: int, language: str, options: ExportOptions) -> float:
    """How long so much text in `language` (a BCP 47 tag) sounds at least."""
    seconds = characters / _FASTEST_SPEECH.get(primary(language), _FASTEST_SPEECH_ELSEWHERE)
    return seconds if options.first_seconds is None else min(seconds, options.first_seconds)


class Space:
    """The disks that a job writes to: that of its output and that of its spool, which may be
    one.
    """

    def __init__(self, output: Output, format: Format) -> None:  # noqa: A002
        self._target = output.path
        self._folder = output.folder
        self._spool = output.spool
        is_moved = format in _MOVED and not output.is_folder
        self._rate = RATES[format] * (2 if is_moved else 1)

    def require(self, seconds: float, finished: float = 0.0) -> None:
        """Raise :class:`~reader.errors.DiskFull` now if `seconds` of sound cannot possibly be
        written, the `finished` ones of which are there already.
        """
        spooled = _size(self._spool)
        seconds = max(0.0, seconds - finished)
        needed: Counter[int] = Counter()
        places: dict[int, Path] = {}
        for folder, size in (
            (self._folder, seconds * self._rate),
            (self._spool, max(0.0, seconds * SPOOL_RATE - spooled)),
        ):
            place = _there(folder)
            disk = os.stat(place).st_dev
            needed[disk] += round(size)
            places.setdefault(disk, place)
        for disk, place in places.items():
            size, free = needed[disk] + MARGIN, shutil.disk_usage(place).free
            if size > free:
                raise DiskFull(
                    str(self._target if place == _there(self._folder) else place),
                    message(
                        "While it is made, the export needs at least {needed:,.0f} MB, but only "
                        "{free:,.0f} MB are free.",
                        needed=size / 1e6,
                        free=free / 1e6,
                    ),
                    message("Free some space, or choose another disk or fewer chapters."),
                )

    def check(self) -> None:
        """Raise :class:`~reader.errors.DiskFull` if the margin is not free any more, and
        :class:`~reader.errors.ExportError` if a disk is gone.
        """
        for folder in (self._folder, self._spool):
            try:
                free = shutil.disk_usage(folder).free
            except OSError as error:
                raise explained(error, folder) from error
            if free < MARGIN:
                raise DiskFull(
                    str(folder),
                    message("The disk is almost full, so the export stopped."),
                    message("Free some space."),
                )


def _there(folder: Path) -> Path:
    """`folder`, or the nearest folder above it that there is."""
    return next(each for each in (folder, *folder.parents) if each.is_dir())


def _size(folder: Path) -> int:
    """The bytes of the files in `folder`; 0 if it is not there."""
    try:
        return sum(each.stat().st_size for each in folder.iterdir())
    except OSError:
        return 0
