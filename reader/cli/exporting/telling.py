"""What a person is told of an export, and what a program is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.cli.terminal import ProgressLine

if TYPE_CHECKING:
    from reader.books.model import Book
    from reader.export.progress import ExportProgress
    from reader.export.result import ExportResult

_MOST_CHAPTERS = 8
_MOST_CHARACTERS = 12


@dataclass(frozen=True, kw_only=True)
class Made:
    """A book, what came of its export, and the chapters left out with their kinds."""

    source: Path
    book: Book
    result: ExportResult
    left_out: Mapping[int, str]

    def document(self) -> dict[str, Any]:
        """All of it for a program."""
        result = self.result
        return {
            "book": str(self.source),
            "title": self.book.title,
            "files": [str(path) for path in result.files],
            "seconds": round(result.seconds, 3),
            "elapsed": round(result.elapsed, 3),
            "speed": round(self.speed, 2),
            "speaking_seconds": round(result.speaking_seconds, 3),
            "writing_seconds": round(result.writing_seconds, 3),
            "writing_cpu_seconds": round(result.writing_cpu_seconds, 3),
            "loudness": _rounded(result.mean_loudness),
            "sections": self._sections(),
            "left_out": [
                {"chapter": index + 1, "title": self.book.chapters[index].title, "kind": kind}
                for index, kind in self.left_out.items()
            ],
            "silent": [index + 1 for index in result.silent_chapters],
            "skipped": dict(result.skipped),
            "notices": list(result.notices),
        }

    @property
    def speed(self) -> float:
        """Seconds of sound for each second that it took."""
        return self.result.seconds / self.result.elapsed if self.result.elapsed else 0.0

    def summary(self) -> list[str]:
        """All of it for a person, a line each."""
        result = self.result
        mean = result.mean_loudness
        loudness = "" if mean is None else f", loudness {mean:.1f} LUFS"
        lines = [
            f"{clock(result.seconds)} of sound, made in {clock(result.elapsed)}, "
            f"{self.speed:.0f} times as fast as it sounds{loudness}."
        ]
        if result.silent_chapters:
            lines.append(f"Without speech: {self._titles(result.silent_chapters)}.")
        if result.skipped:
            lines.append(f"No voice could say: {_counted(result.skipped)}.")
        return [*lines, *result.notices]

    def _sections(self) -> list[dict[str, Any]]:
        """What players list, each with the second at which it begins if all are heard in a row."""
        sections, start = [], 0.0
        for each in self.result.stretches:
            if each.seconds:
                sections.append(
                    {
                        "title": each.section.title,
                        "start": round(start, 3),
                        "seconds": round(each.seconds, 3),
                        "loudness": _rounded(self.result.loudness.get(each.section.number)),
                    }
                )
            start += each.seconds
        return sections

    def _titles(self, chapters: tuple[int, ...]) -> str:
        return titles_of(self.book, chapters)


class Progress:
    """The line on the terminal while a book is exported; `name` says which of several."""

    def __init__(self, line: ProgressLine, name: str = "") -> None:
        self._line = line
        self._name = f"{name}: " if name else ""

    def preparing(self, share: float) -> None:
        """It is being found who speaks."""
        self._line.show(share, f"{self._name}finding who speaks")

    def show(self, progress: ExportProgress) -> None:
        """So far is the export."""
        told = [f"{clock(progress.seconds)} of sound"]
        if progress.speed:
            told.append(f"{progress.speed:.0f} ×")
        if progress.left is not None and progress.fraction < 1:
            told.append(f"{clock(progress.left)} left")
        title = f", {progress.title}" if progress.title else ""
        self._line.show(progress.fraction, f"{self._name}{', '.join(told)}{title}")


def clock(seconds: float) -> str:
    """`seconds` as 0:07, 12:03 or 1:02:03."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def _rounded(loudness: float | None) -> float | None:
    return None if loudness is None else round(loudness, 2)


def left_out_line(book: Book, left_out: Mapping[int, str]) -> str:
    """Which chapters are left out, by kind."""
    from reader.export.choosing import KINDS

    by_kind: dict[str, list[int]] = {}
    for index, kind in left_out.items():
        by_kind.setdefault(kind, []).append(index)
    told = (
        f"{str(KINDS[kind]).lower()} ({titles_of(book, tuple(chapters))})"
        for kind, chapters in by_kind.items()
    )
    return f"Left out: {', '.join(told)}."


def titles_of(book: Book, chapters: tuple[int, ...]) -> str:
    """The first of `chapters` by number and title, and how many more there are."""
    told = [f"{index + 1} “{book.chapters[index].title}”" for index in chapters[:_MOST_CHAPTERS]]
    more = len(chapters) - len(told)
    return ", ".join(told) + (f" and {more} more" if more else "")


def _counted(skipped: Mapping[str, int]) -> str:
    often = sorted(skipped.items(), key=lambda each: -each[1])
    told = [f"{sign} ({count})" for sign, count in often[:_MOST_CHARACTERS]]
    more = sum(count for _, count in often[_MOST_CHARACTERS:])
    return ", ".join(told) + (f" and {more} others" if more else "")
