"""The job that makes a book into files: it can be paused, cancelled, killed and gone on with."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from reader import drafts
from reader.books.model import Book
from reader.errors import Cancelled, ExportError, SpeechError
from reader.export.control import Control
from reader.export.draft import PATTERN, explained
from reader.export.ledger import Ledger
from reader.export.manifest import FinishedSection, Manifest
from reader.export.options import ExportOptions, Format
from reader.export.output import Output, output_of
from reader.export.planning import Announcement, Narrates, Passages, Plan
from reader.export.products.product import Edition, Product
from reader.export.progress import ExportProgress, Meter
from reader.export.result import ExportResult, Tally
from reader.export.sections import Section
from reader.export.space import Space, seconds_of
from reader.export.watched import WatchedSound
from reader.messages import message
from reader.speech.engine import SPEECH_RATE

if TYPE_CHECKING:
    from reader.export.rendering import Finished, Spoken
    from reader.export.section_sound import SpokenSection
    from reader.export.spool import Spool
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
    plan = Plan(book, options, narrator, timeline, announcements)
    length = plan.characters if options.first_seconds is None else options.first_seconds
    job = _Job(
        book=book,
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
    return job.run(resume=resume)


class _Unusable(Exception):
    """A product cannot go on from what an earlier run has finished."""


@dataclass(kw_only=True)
class _Job:
    """One export."""

    book: Book
    options: ExportOptions
    output: Output
    plan: Plan
    edition: Edition
    ledger: Ledger
    studio: Studio
    executor: Executor
    control: Control
    meter: Meter
    space: Space
    tally: Tally = field(default_factory=Tally)

    def run(self, *, resume: bool) -> ExportResult:
        """Make everything; what an error leaves can be gone on with."""
        with self.output.held():
            drafts.clear(self.output.folder, PATTERN)
            self._begin(resume=resume)
            try:
                rest = self._make()
            except BaseException as error:
                self._leave(error)
                if isinstance(error, OSError):
                    raise self._told(explained(error, self.output.path)) from error
                if isinstance(error, ExportError | SpeechError):
                    self._told(error)
                raise
            self.ledger.close()
        self.meter.finish()
        return self.tally.result(self.meter.elapsed, self.meter.writing_seconds, rest)

    # -- before ------------------------------------------------------------------------------

    def _begin(self, *, resume: bool) -> None:
        """Refuse what cannot end well; else note down that the job is under way."""
        from reader.export.products.cover import complaint

        if not self.plan.characters:
            raise self._nothing_to_say()
        if resume and not self.ledger.take_over(self.book):
            self.tally.tell(message("There was nothing to go on with here, so it began anew."))
        no_cover = complaint(self.book.cover) if self.options.format in _WITH_COVER else None
        if no_cover is not None:
            self.tally.tell(no_cover)
        self.space.require(
            seconds_of(self.plan.characters, self.book.language, self.options),
            self.ledger.seconds_before,
        )
        self.ledger.begin()

    def _nothing_to_say(self) -> ExportError:
        return ExportError(
            self.book.title,
            message("The chosen chapters hold no text that can be spoken."),
            message("Choose other chapters."),
        )

    # -- the work ----------------------------------------------------------------------------

    def _make(self) -> Sequence[Path]:
        """Make all files; those that were whole at the very end."""
        try:
            return self._made()
        except _Unusable:
            self.ledger.begin_again()
            self.tally = Tally()
            return self._made()

    def _made(self) -> Sequence[Path]:
        from reader.export.products.making import product_for
        from reader.export.spool import Spool

        product = product_for(self.output.path, self.options, self.edition)
        try:
            with Spool(self.output.spool) as spool:
                self._add_all(product, spool)
                self.control.check()
                self.space.check()
                self.tally.tell(*getattr(product, "notices", ()))
                return self._timed(product.finish)
        except BaseException:
            product.abandon()
            raise

    def _add_all(self, product: Product, spool: Spool) -> None:
        from reader.export.rendering import Rendering

        rendering = Rendering(
            self.plan,
            self.studio,
            self.executor,
            spool,
            control=self.control,
            loudness=self.options.loudness,
            first_seconds=self.options.first_seconds,
            on_part=self._part_spoken,
            have=self._finished_before,
        )
        with closing(cast("Generator[SpokenSection, None, None]", rendering.sounds())) as sounds:
            for sound in sounds:
                self._keep(product, until=sound.section.number)
                if self._add(product, sound):
                    for digest in sound.digests:
                        spool.discard(digest)
        self._keep(product, until=len(self.plan.sections))
        if not self.tally.seconds:
            raise self._nothing_to_say()

    def _part_spoken(self, spoken: Spoken) -> None:
        if spoken.anew:
            self.tally.speaking_seconds += spoken.work
        work = spoken.characters if self.options.first_seconds is None else spoken.seconds
        took = spoken.work if spoken.anew else None
        self.meter.spoken(spoken.section, work, spoken.seconds, took)
        self.space.check()
        self.ledger.remember(self.meter.fraction, at_once=False)

    def _add(self, product: Product, sound: SpokenSection) -> bool:
        """Whether the section is whole now, however the job ends."""
        self.control.check()
        self.space.check()
        section, seconds = sound.section, sound.frames / SPEECH_RATE
        self.tally.skip(sound.skipped)
        self.tally.tell(*sound.notices)
        self.meter.writing(section, self._work(section, seconds))
        watched = WatchedSound(sound, self._taken)
        files = self._timed(lambda: product.add(watched)) if sound.frames else ()
        self.meter.wrote(1.0)
        self.tally.add(section, files, seconds, watched.loudness)
        is_whole = bool(files) or (self.output.fills_up and not sound.frames)
        if is_whole:
            done = FinishedSection(
                number=section.number,
                digest=sound.digest,
                seconds=seconds,
                gain=sound.gain,
                loudness=watched.loudness,
            )
            self.ledger.finish(done, files)
        self.ledger.remember(self.meter.fraction, at_once=False)
        return is_whole

    def _taken(self, share: float) -> None:
        self.control.check()
        self.space.check()
        self.meter.wrote(share)

    def _timed(self, work: Callable[[], Sequence[Path]]) -> Sequence[Path]:
        begun = time.thread_time()
        try:
            return work()
        finally:
            self.tally.writing_cpu_seconds += time.thread_time() - begun

    def _work(self, section: Section, seconds: float) -> float:
        """How much of the way `section` is: characters, or seconds where these are limited."""
        if self.options.first_seconds is not None:
            return seconds
        return self.plan.characters_of(section)

    # -- what an earlier run has finished ----------------------------------------------------

    def _finished_before(self, section: Section, digest: Callable[[], str]) -> Finished | None:
        """What there is of `section` already, if it is whole and what would be said now."""
        from reader.export.rendering import Finished

        done = self.ledger.keep(section, digest)
        if done is None:
            if self.ledger.had(section):
                self.tally.tell(
                    message(
                        "“{title}” has changed since, so it is made again.", title=section.title
                    )
                )
            return None
        self.meter.kept(section, self._work(section, done.seconds), done.seconds)
        return Finished(frames=round(done.seconds * SPEECH_RATE), gain=done.gain)

    def _keep(self, product: Product, *, until: int) -> None:
        """Have `product` count on what was finished before section number `until`."""
        for done, files in self.ledger.kept(until):
            section = self.plan.sections[done.number]
            if done.seconds and not product.keep(section, files):
                raise _Unusable
            self.tally.add(section, files, done.seconds, done.loudness)

    # -- after an error ----------------------------------------------------------------------

    def _leave(self, error: BaseException) -> None:
        """Clear away what nobody can go on with, or wants to."""
        is_unwanted = self.control.discarded and isinstance(error, Cancelled)
        if is_unwanted or (self.ledger.is_empty and not self.meter.seconds):
            self.ledger.close()
        else:
            self.ledger.remember(self.meter.fraction)

    def _told(self, error: ExportError | SpeechError) -> ExportError | SpeechError:
        """`error`, with what is kept of the work."""
        if self.tally.files:
            kept = message(
                "What is whole is kept, up to “{file}”; go on with the export for the rest.",
                file=self.tally.files[-1].name,
            )
        elif self.meter.seconds:
            kept = message("What has been spoken is kept; go on with the export for the rest.")
        else:
            return error
        remedy = error.remedy
        error.remedy = message("{remedy} {kept}", remedy=remedy, kept=kept) if remedy else kept
        return error
