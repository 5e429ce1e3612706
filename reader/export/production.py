"""The work of an export: what a plan says is spoken and put into files, section by section."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast

from reader.errors import ExportError
from reader.export.control import Control
from reader.export.ledger import Ledger
from reader.export.manifest import FinishedSection
from reader.export.options import ExportOptions
from reader.export.output import Output
from reader.export.planning import Plan
from reader.export.products.product import Edition, Product
from reader.export.progress import Meter
from reader.export.result import Tally
from reader.export.sections import Section
from reader.export.space import Space
from reader.export.watched import WatchedSound
from reader.messages import message
from reader.speech.engine import SPEECH_RATE

if TYPE_CHECKING:
    from reader.export.rendering import Finished, Spoken
    from reader.export.section_sound import SpokenSection
    from reader.export.spool import Spool
    from reader.export.studio import Studio


_WITHIN = 1.0
"""Loudness units by which a target may be missed without a word."""


class _Unusable(Exception):
    """A product cannot go on from what an earlier run has finished."""


@dataclass(kw_only=True)
class Production:
    """Makes `output` of what `studio` speaks on `executor`.

    `ledger` knows what an earlier run has finished and is told what is whole now; `tally` gathers
    what comes of it.
    """

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

    def nothing_to_say(self) -> ExportError:
        """The error where nothing of the plan can be spoken."""
        return ExportError(
            self.edition.book.title,
            message("The chosen chapters hold no text that can be spoken."),
            message("Choose other chapters."),
        )

    def make(self) -> Sequence[Path]:
        """Make all files; those that were whole at the very end.

        Raises `OSError`, :class:`~reader.errors.ExportError`,
        :class:`~reader.errors.SpeechError` and :class:`~reader.errors.Cancelled`.
        """
        try:
            return self._made()
        except _Unusable:
            self.ledger.begin_again()
            self.tally.begin_again()
            return self._made()

    def _made(self) -> Sequence[Path]:
        from reader.export.products.making import product_for
        from reader.export.spool import Spool

        product = product_for(self.output, self.options, self.edition)
        try:
            with Spool(self.output.spool) as spool:
                self._add_all(product, spool)
                self.control.check()
                self.space.check()
                self._check_files()
                self.tally.tell(*product.notices)
                self._tell_if_quiet()
                return self._timed(product.finish)
        except BaseException:
            product.abandon()
            raise

    def _add_all(self, product: Product, spool: Spool) -> None:
        from reader.export.levelling import ceiling_of
        from reader.export.rendering import Rendering

        rendering = Rendering(
            self.plan,
            self.studio,
            self.executor,
            spool,
            control=self.control,
            loudness=self.options.loudness,
            ceiling=ceiling_of(self.options.format),
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
            raise self.nothing_to_say()

    def _tell_if_quiet(self) -> None:
        target, reached = self.options.loudness, self.tally.mean_loudness
        if target is not None and reached is not None and target - reached > _WITHIN:
            self.tally.tell(
                message(
                    "A loudness of {target:.0f} LUFS cannot be reached without distortion; "
                    "it is {reached:.1f} LUFS.",
                    target=target,
                    reached=reached,
                )
            )

    def _check_files(self) -> None:
        """Raise :class:`~reader.errors.ExportError` if a file that was whole has gone since."""
        for file in self.tally.files:
            if not file.exists():
                raise ExportError(
                    str(self.output.path), message("The file {name} is missing.", name=file.name)
                )

    def _part_spoken(self, spoken: Spoken) -> None:
        if spoken.anew:
            self.tally.speaking_seconds += spoken.work
        work, seconds, end = float(spoken.characters), spoken.seconds, self.options.first_seconds
        if end is not None:  # more is spoken than is kept
            work = seconds = min(seconds, max(0.0, end - self.meter.seconds))
        took = spoken.work if spoken.anew else None
        self.meter.spoken(spoken.section, work, seconds, took)
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
