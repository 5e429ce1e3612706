"""What a book can become, as it is told to somebody who chooses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication

from reader.export.options import ONE_FILE, Format
from reader.export.space import RATES

# By its own name, so that the translators' tool finds the texts; the stub lacks a type.
QT_TRANSLATE_NOOP = cast(Callable[[str, str], str], QtCore.QT_TRANSLATE_NOOP)

translate = QCoreApplication.translate


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A format: its `title` and one sentence saying what it is good for, untranslated."""

    title: str
    purpose: str


KINDS: Mapping[Format, Kind] = {
    "m4b": Kind(
        title=QT_TRANSLATE_NOOP("ExportFormats", "Audiobook (m4b)"),
        purpose=QT_TRANSLATE_NOOP(
            "ExportFormats", "One file with chapter marks and the cover, for audiobook players."
        ),
    ),
    "mp3": Kind(
        title=QT_TRANSLATE_NOOP("ExportFormats", "Files for the chapters (mp3)"),
        purpose=QT_TRANSLATE_NOOP(
            "ExportFormats", "A folder with a file for each chapter; every player takes them."
        ),
    ),
    "opus": Kind(
        title=QT_TRANSLATE_NOOP("ExportFormats", "Files for the chapters (opus)"),
        purpose=QT_TRANSLATE_NOOP(
            "ExportFormats",
            "A folder with a small file for each chapter, for phones and newer players.",
        ),
    ),
    "flac": Kind(
        title=QT_TRANSLATE_NOOP("ExportFormats", "Files for the chapters (flac)"),
        purpose=QT_TRANSLATE_NOOP(
            "ExportFormats", "A folder with a file for each chapter; nothing of the sound is lost."
        ),
    ),
    "wav": Kind(
        title=QT_TRANSLATE_NOOP("ExportFormats", "Files for the chapters (wav)"),
        purpose=QT_TRANSLATE_NOOP(
            "ExportFormats", "A folder with a large file for each chapter, to be worked on."
        ),
    ),
    "epub": Kind(
        title=QT_TRANSLATE_NOOP("ExportFormats", "Read-along book (EPUB)"),
        purpose=QT_TRANSLATE_NOOP(
            "ExportFormats", "One file with the text and the voice in step, for reading programs."
        ),
    ),
    "daisy": Kind(
        title=QT_TRANSLATE_NOOP("ExportFormats", "Talking book (DAISY)"),
        purpose=QT_TRANSLATE_NOOP(
            "ExportFormats", "A folder with text and voice, for the players that libraries lend."
        ),
    ),
}
"""By their names in the settings, in the order in which they are offered."""


def title_of(kind: Format) -> str:
    """What a format is called."""
    return translate("ExportFormats", KINDS[kind].title)


def purpose_of(kind: Format) -> str:
    """What a format is good for, in one sentence."""
    return translate("ExportFormats", KINDS[kind].purpose)


def bytes_of(kind: Format, seconds: float) -> float:
    """About how large so much speech becomes."""
    return RATES[kind] * seconds


def proposed(kind: Format, folder: Path, name: str) -> Path:
    """Where a book called `name` goes: a file or a folder in `folder`, never the book itself."""
    if kind == "epub":
        name = translate("ExportFormats", "{name} (read-along)").format(name=name)
    elif kind == "daisy":
        name = translate("ExportFormats", "{name} (DAISY)").format(name=name)
    return folder / (f"{name}.{kind}" if kind in ONE_FILE else name)
