"""A book becomes sound files, sentence by sentence, in bounded memory."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Literal

from reader.background import CancelToken
from reader.books.model import Book
from reader.errors import DiskFull, ExportError
from reader.export.audio import AudioFile, WavFile, sound_file
from reader.export.draft import explained
from reader.export.m4b import BITS_PER_SECOND, M4bFile
from reader.export.reading import ExportProgress, Narrates, Passages, Reading, Speaks
from reader.messages import message
from reader.speech.engine import SPEECH_RATE
from reader.speech.signal import silence

__all__ = ["ExportProgress", "Format", "export_book"]

Format = Literal["wav", "m4b"]

CHAPTER_PAUSE = 1.5
"""Seconds of silence at least between two chapters in one file, the narrator's own included."""

_BYTES_A_SECOND: dict[Format, float] = {"wav": SPEECH_RATE * 2, "m4b": BITS_PER_SECOND / 8}

# Characters a second of faster speech than anybody exports: the room that a book needs
# is never overestimated, so the check never refuses what would have fitted.
_FASTEST_SPEECH = {"zh": 8, "ja": 12, "ko": 12}
_FASTEST_SPEECH_ELSEWHERE = 30

_Create = Callable[[Path], AudioFile]


def export_book(  # noqa: PLR0913  (every room of the house meets here)
    book: Book,
    target: Path,
    *,
    format: Format,  # noqa: A002  (the word of the field)
    chapters: Sequence[int] | None = None,
    narrator: Narrates,
    timeline: Passages,
    speaker: Speaks,
    progress: Callable[[ExportProgress], None] = lambda _: None,
    cancel: CancelToken,
    first_seconds: float | None = None,
) -> list[Path]:
    """Speak `chapters` (indices; None for all) into files; returns the files written.

    ``m4b`` writes one audiobook with chapter marks: to `target`, or into it if it is a
    folder, named for the title. ``wav`` writes one file if `target` ends in ``.wav``, else
    one file a chapter into the folder `target`, which is made if need be. With
    `first_seconds` the sound ends after so many seconds.

    A file appears under its name when it is whole; one of the same name is replaced then.
    When the job is cancelled or fails, chapters that are whole already stay. Raises
    :class:`~reader.errors.ExportError`, :class:`~reader.errors.SpeechError` and
    :class:`~reader.errors.Cancelled`.
    """
    reading = Reading(
        book,
        range(len(book.chapters)) if chapters is None else chapters,
        narrator=narrator,
        timeline=timeline,
        speaker=speaker,
        progress=progress,
        cancel=cancel,
        seconds=first_seconds,
    )
    target = target.absolute()
    _check_room(reading, target, format, first_seconds)
    if format == "m4b":
        if target.is_dir():
            target = target / f"{_file_name(book.title) or 'Book'}.m4b"
        return _into_one(reading, target, lambda path: M4bFile(path, book))
    if target.suffix.lower() == ".wav" and not target.is_dir():
        return _into_one(reading, target, WavFile)
    return _into_folder(reading, target)


def _check_room(
    reading: Reading,
    target: Path,
    format: Format,  # noqa: A002
    first_seconds: float | None,
) -> None:
    """Refuse now what the disk cannot possibly hold."""
    folder = next(parent for parent in (target, *target.parents) if parent.is_dir())
    language = reading.book.language.split("-")[0].lower()
    seconds = reading.characters / _FASTEST_SPEECH.get(language, _FASTEST_SPEECH_ELSEWHERE)
    if first_seconds is not None:
        seconds = min(seconds, first_seconds)
    needed, free = seconds * _BYTES_A_SECOND[format], shutil.disk_usage(folder).free
    if needed > free:
        raise DiskFull(
            str(target),
            message(
                "The sound needs at least {needed:,.0f} MB, but only {free:,.0f} MB are free.",
                needed=needed / 1e6,
                free=free / 1e6,
            ),
            message("Free some space, or choose another disk or fewer chapters."),
        )


def _into_one(reading: Reading, target: Path, create: _Create) -> list[Path]:
    """All chosen chapters into one file, with silence between them."""
    with sound_file(target, create) as file:
        for chapter in reading.chosen:
            gap = max(0.0, CHAPTER_PAUSE - reading.pause) if file.frames else 0.0
            begun = False
            for samples in reading.sound(chapter):
                if not begun:
                    file.write(silence(gap))
                    file.begin_chapter(reading.book.chapters[chapter].title)
                    begun = True
                file.write(samples)
        if not file.frames:
            raise _nothing_to_say(reading)
    return [target]


def _into_folder(reading: Reading, folder: Path) -> list[Path]:
    """Each chosen chapter into a file of its own; chapters without sound get none."""
    made = not folder.exists()
    written: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for chapter in reading.chosen:
            sound = reading.sound(chapter)
            first = next(sound, None)
            if first is None:
                continue
            target = folder / _chapter_file_name(reading.book, chapter)
            with sound_file(target, WavFile) as file:
                for samples in chain([first], sound):
                    file.write(samples)
            written.append(target)
    except OSError as error:
        raise explained(error, folder) from error
    finally:
        if made and not written:
            with suppress(OSError):
                folder.rmdir()
    if not written:
        raise _nothing_to_say(reading)
    return written


def _nothing_to_say(reading: Reading) -> ExportError:
    return ExportError(
        reading.book.title,
        message("The chosen chapters hold no text that can be spoken."),
        message("Choose other chapters."),
    )


def _chapter_file_name(book: Book, chapter: int) -> str:
    width = max(2, len(str(len(book.chapters))))
    name = f"{chapter + 1:0{width}d} {_file_name(book.chapters[chapter].title)}"
    return f"{name.strip()}.wav"


def _file_name(title: str) -> str:
    """`title` without what some file system refuses, in at most 60 characters."""
    allowed = re.sub(r'[\x00-\x1f\x7f\u2028\u2029<>:"/\\|?*]+', " ", title)
    return " ".join(allowed.split())[:60].strip(" .")
