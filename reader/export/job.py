"""The job that makes a book into files: it can be paused, cancelled, killed and gone on with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, overload

from reader.background import CancelToken
from reader.books.model import Book
from reader.export.earlier import CHAPTER_PAUSE, Format
from reader.export.options import ExportOptions
from reader.export.progress import ExportProgress
from reader.export.reading import Narrates, Passages
from reader.export.result import ExportResult

if TYPE_CHECKING:
    from reader.export.studio import Studio

__all__ = ["CHAPTER_PAUSE", "ExportProgress", "ExportResult", "Format", "export_book"]


@overload
def export_book(
    book: Book,
    target: Path,
    options: ExportOptions,
    *,
    narrator: Narrates,
    timeline: Passages,
    studio: Studio,
    executor: Executor,
    narrators: tuple[str, ...] = (),
    speakers: Mapping[str, str] = MappingProxyType({}),
    source: Path | None = None,
    extras: Mapping[str, Any] = MappingProxyType({}),
    control: CancelToken,
    progress: Callable[[ExportProgress], None] = lambda _: None,
    resume: bool = False,
) -> ExportResult: ...


@overload
def export_book(book: Book, target: Path, **choices: Any) -> list[Path]: ...  # noqa: ANN401


def export_book(
    book: Book, target: Path, options: ExportOptions | None = None, **choices: Any
) -> ExportResult | list[Path]:
    """Speak `book` into files as `options` say.

    `target` is a file or a folder, as :func:`~reader.export.output.output_of` tells. `narrator`
    and `timeline` say what is spoken, `studio` who speaks it, `executor` where. `narrators` are
    the titles of the voices, the narrator's first; `speakers` the names of the characters by what
    :attr:`~reader.narration.utterance.Span.speaker` says. `source` is the file that the book was
    read from and `extras` what else is needed (as JSON takes it) to begin the same export again:
    both are told by :func:`~reader.export.unfinished.unfinished`.

    A file appears under its name when it is whole; one of the same name is replaced then. A job
    that is cancelled, fails or is killed leaves what it has finished, and a manifest: with
    `resume` the same export goes on where it stopped, and keeps what is whole. A job whose
    :class:`~reader.export.control.Control` was told to discard keeps whole files only. Raises
    :class:`~reader.errors.ExportError`, :class:`~reader.errors.SpeechError` and
    :class:`~reader.errors.Cancelled`.
    """
    if options is None:
        from reader.export import earlier

        return earlier.export_book(book, target, **choices)
    from reader.export.making import Making

    return Making(book, target, options, **choices).run()
