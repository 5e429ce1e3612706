"""What a job has done so far, in a small file beside its output."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Self

from reader.books.model import Book
from reader.errors import ExportError
from reader.export.draft import draft
from reader.export.options import ExportOptions
from reader.messages import Message, message

_VERSION = 1


@dataclass(frozen=True, kw_only=True)
class FinishedFile:
    """A whole file; `name` is its path in the output's folder, `size` in bytes."""

    name: str
    size: int

    @classmethod
    def of(cls, path: Path, folder: Path) -> Self:
        """What is at `path` in the output's `folder` now. Raises `OSError`."""
        return cls(name=path.relative_to(folder).as_posix(), size=path.stat().st_size)


@dataclass(frozen=True, kw_only=True)
class FinishedSection:
    """A section whose files are whole.

    `digest` tells how it is said: what was to be spoken, in which voices. `seconds` is its
    length; `gain` the decibels by which it was made louder, None where it was left as it is;
    `loudness` what it measures since (LUFS), None where it is too short to measure.
    """

    number: int
    digest: str
    seconds: float
    files: tuple[FinishedFile, ...] = ()
    gain: float | None = None
    loudness: float | None = None

    def is_intact(self, folder: Path) -> bool:
        """Whether its files are still in `folder` as they were made."""
        try:
            return all((folder / file.name).stat().st_size == file.size for file in self.files)
        except OSError:
            return False


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """The state of a job: which book becomes what, and the sections that are done.

    `identifier` is the book's, `source` the file it was read from. `extras` belong to whoever
    asked for the export.
    """

    identifier: str
    title: str
    options: ExportOptions
    source: str | None = None
    extras: Mapping[str, Any] = field(default_factory=dict)
    finished: tuple[FinishedSection, ...] = ()

    def with_finished(self, section: FinishedSection) -> Manifest:
        """With one more section done."""
        others = tuple(each for each in self.finished if each.number != section.number)
        return replace(self, finished=(*others, section))

    def check(self, book: Book, options: ExportOptions, target: Path) -> None:
        """Raise :class:`~reader.errors.ExportError` if this is no job to go on with for `book`
        and `options`; it says what differs.
        """
        if self.identifier != book.identifier:
            raise ExportError(
                str(target),
                message(
                    "The unfinished export here is of another book, “{title}”.", title=self.title
                )
                if self.title != book.title
                else message("The book has changed since the export was begun."),
                message("Start anew instead of going on, or choose another place."),
            )
        different = tuple(_differences(self.options, options))
        if different:
            raise ExportError(
                str(target),
                message(
                    "The unfinished export here was begun with other choices: {choices}.",
                    choices=different,
                ),
                message("Choose the same again, or start anew instead of going on."),
            )

    def write(self, path: Path) -> None:
        """Put it whole in the place of what is at `path`, safe from a power cut.

        Raises :class:`~reader.errors.ExportError` where the disk refuses.
        """
        document = {"version": _VERSION, **vars(self)}
        # On one line and nothing copied: it is done after each of thousands of chapters.
        content = json.dumps(document, ensure_ascii=False, default=vars).encode("utf-8", "replace")
        with draft(path) as made:
            made.write_bytes(content)


def read_manifest(path: Path) -> Manifest | None:
    """What :meth:`Manifest.write` wrote to `path`; None if there is nothing that can be used."""
    try:
        document = json.loads(path.read_bytes())
        return _manifest(document) if document["version"] == _VERSION else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def options_of(document: Mapping[str, Any]) -> ExportOptions:
    """The options that :func:`dataclasses.asdict` and JSON have made `document` of."""
    known = {each.name for each in fields(ExportOptions)}
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in document.items()
        if name in known
    }
    return ExportOptions(**values)


def _manifest(document: Mapping[str, Any]) -> Manifest:
    return Manifest(
        identifier=str(document["identifier"]),
        title=str(document["title"]),
        options=options_of(document["options"]),
        source=document["source"],
        extras=dict(document["extras"]),
        finished=tuple(map(_section, document["finished"])),
    )


def _section(document: Mapping[str, Any]) -> FinishedSection:
    return FinishedSection(
        number=int(document["number"]),
        digest=str(document["digest"]),
        files=tuple(
            FinishedFile(name=str(each["name"]), size=int(each["size"]))
            for each in document["files"]
        ),
        seconds=float(document["seconds"]),
        gain=_number(document["gain"]),
        loudness=_number(document["loudness"]),
    )


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))


def _differences(before: ExportOptions, now: ExportOptions) -> Iterator[Message]:
    """What was chosen otherwise, with the value of that time."""
    if before.format != now.format:
        yield message("the format {format}", format=before.format)
    if before.chapters != now.chapters:
        yield message("other chapters")
    if before.loudness != now.loudness:
        yield (
            message("no change of the loudness")
            if before.loudness is None
            else message("a loudness of {loudness} LUFS", loudness=before.loudness)
        )
    if before.captions != now.captions:
        yield (
            message("captions as {formats}", formats=", ".join(before.captions))
            if before.captions
            else message("no captions")
        )
    if before.announce != now.announce:
        yield message("announcements") if before.announce else message("no announcements")
    if before.first_seconds != now.first_seconds:
        yield (
            message("the whole length")
            if before.first_seconds is None
            else message("the first {seconds} seconds only", seconds=before.first_seconds)
        )
    rest = {"format", "chapters", "loudness", "captions", "announce", "first_seconds"}
    if any(
        getattr(before, each.name) != getattr(now, each.name)
        for each in fields(ExportOptions)
        if each.name not in rest
    ):
        yield message("other silences")
