"""The job that makes a book into files: it can be paused, cancelled, killed and gone on with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from reader import drafts
from reader.books.model import Book
from reader.errors import Cancelled, ExportError, SpeechError
from reader.export.control import Control
from reader.export.draft import PATTERN, explained
from reader.export.ledger import Ledger
from reader.export.manifest import Manifest
from reader.export.options import ExportOptions, Format
from reader.export.output import Output, output_of
from reader.export.planning import Announcement, Narrates, Passages, Plan
from reader.export.production import Production
from reader.export.products.product import Edition
from reader.export.progress import ExportProgress, Meter
from reader.export.result import ExportResult
from reader.export.space import Space, seconds_of
from reader.messages import message

if TYPE_CHECKING:
    from reader.export.studio import Studio

__all__ = ["ExportProgress", "ExportResult", "export_book"]

_WITH_COVER: frozenset[Format] = frozenset({"m4b", "mp3", "opus", "flac", "epub"})


def export_book(  # noqa: PLR0913  (every room of the house meets here)
    book: Book,
    target: Path,
    options: ExportOptions,
    *,
    narrator: Narrates,
    timeline: Passages,
    studio: Studio,
    executor: Executor,
    narrators: Sequence[str] = (),
    speakers: Mapping[str, str] = MappingProxyType({}),
    announcements: Sequence[Announcement] = (),
    source: Path | None = None,
    extras: Mapping[str, Any] = MappingProxyType({}),
    control: Control,
    progress: Callable[[ExportProgress], None] = lambda _: None,
    resume: bool = False,
) -> ExportResult:
    """Speak `book` into files as `options` say.

    `target` is a file or a folder, as :func:`~reader.export.output.output_of` tells. `narrator`
    and `timeline` say what is spoken, `studio` who speaks it, `executor` where; `announcements`
    are said beside the text. `narrators` are the titles of the voices, the narrator's first;
    `speakers` the names of the characters by what
    :attr:`~reader.narration.utterance.Span.speaker` says. `source` is the file that the book was
    read from and `extras` what else is needed (as JSON takes it) to ask for the same again: both
    are told by :func:`~reader.export.unfinished.unfinished`. `progress` is called on several
    threads, one at a time.

    A file appears under its name when it is whole; one of the same name is replaced then. A job
    that is cancelled, fails or is killed leaves what it has finished, and a manifest: with
    `resume` the same export goes on where it stopped and keeps what is whole. One whose
    :class:`~reader.export.control.Control` is told to discard leaves whole files only. Raises
    :class:`~reader.errors.ExportError`, :class:`~reader.errors.SpeechError` and
    :class:`~reader.errors.Cancelled`.
    """
    from reader.export.executors import workers_of

    output = output_of(target, options, book)
    _spare(source, output)
    plan = Plan(book, options, narrator, timeline, announcements)
    length = plan.characters if options.first_seconds is None else options.first_seconds
    production = Production(
        options=options,
        output=output,
        plan=plan,
        edition=Edition(
            book=book, narrators=tuple(narrators), sections=plan.sections, speakers=speakers
        ),
        ledger=Ledger(
            output,
            Manifest(
                identifier=book.identifier,
                title=book.title,
                options=options,
                source=None if source is None else str(source.absolute()),
                extras=dict(extras),
            ),
        ),
        studio=studio,
        executor=executor,
        control=control,
        meter=Meter(length, progress, hands=workers_of(executor), rested=lambda: control.rested),
        space=Space(output, options.format),
    )
    return _run(production, resume=resume)


def _spare(source: Path | None, output: Output) -> None:
    """Refuse to put anything in the place of the file that the book was read from."""
    if source is None or not output.path.is_file() or not source.exists():
        return
    if output.path.samefile(source):
        raise ExportError(
            str(output.path),
            message("This is the book itself."),
            message("Choose another name."),
        )


def _run(production: Production, *, resume: bool) -> ExportResult:
    """Make everything; what an error leaves can be gone on with."""
    output, meter, tally = production.output, production.meter, production.tally
    with output.held():
        drafts.clear(output.folder, PATTERN)
        _begin(production, resume=resume)
        try:
            rest = production.make()
            _tell_of_others(production)
        except BaseException as error:
            _leave(production, error)
            if isinstance(error, OSError):
                raise _told(production, explained(error, output.path)) from error
            if isinstance(error, ExportError | SpeechError):
                _told(production, error)
            raise
        drafts.clear(output.folder, PATTERN)  # those of a run killed just before this one, too
        production.ledger.close()
    meter.finish()
    return tally.result(meter.elapsed, meter.writing_seconds, rest)


def _begin(production: Production, *, resume: bool) -> None:
    """Refuse what cannot end well; else note down that the job is under way."""
    from reader.export.products.cover import complaint

    book, options, ledger = production.edition.book, production.options, production.ledger
    if not production.plan.characters:
        raise production.nothing_to_say()
    if resume and not ledger.take_over(book):
        production.tally.tell(message("There was nothing to go on with here, so it began anew."))
    no_cover = complaint(book.cover) if options.format in _WITH_COVER else None
    if no_cover is not None:
        production.tally.tell(no_cover)
    production.space.require(
        seconds_of(production.plan.characters, book.language, options), ledger.seconds_before
    )
    ledger.begin()


def _tell_of_others(production: Production) -> None:
    """Tell of chapters in the folder that are not of this export; they may have other names since
    the book has changed.
    """
    if not production.output.fills_up:
        return
    ours = {file.name for file in production.tally.files}
    others = [
        path.name
        for path in production.output.chapters(production.options.format)
        if path.name not in ours
    ]
    if len(others) == 1:
        production.tally.tell(
            message("One file in the folder is not of this export: “{name}”.", name=others[0])
        )
    elif others:
        production.tally.tell(
            message(
                "{count} files in the folder are not of this export, such as “{name}”.",
                count=len(others),
                name=others[0],
            )
        )


def _leave(production: Production, error: BaseException) -> None:
    """Clear away what nobody can go on with, or wants to."""
    ledger, meter = production.ledger, production.meter
    if isinstance(error, Cancelled):
        is_unwanted = production.control.discarded
    else:
        is_unwanted = ledger.is_empty and not meter.seconds
    if is_unwanted:
        ledger.close()
    else:
        ledger.remember(meter.fraction)


def _told(production: Production, error: ExportError | SpeechError) -> ExportError | SpeechError:
    """`error`, with what is kept of the work."""
    if production.tally.files:
        kept = message(
            "What is whole is kept, up to “{file}”; go on with the export for the rest.",
            file=production.tally.files[-1].name,
        )
    elif production.meter.seconds:
        kept = message("What has been spoken is kept; go on with the export for the rest.")
    else:
        return error
    remedy = error.remedy
    error.remedy = message("{remedy} {kept}", remedy=remedy, kept=kept) if remedy else kept
    return error
