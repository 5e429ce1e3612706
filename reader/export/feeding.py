"""Hands the parts of a plan out to be spoken, and puts away what comes back."""

from __future__ import annotations

import copy
import hashlib
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from reader.background import CancelToken
from reader.errors import Cancelled, DiskFull, ExportError, SpeechError, TingshuError
from reader.export.control import Control
from reader.export.draft import explained
from reader.export.executors import workers_of
from reader.export.planning import PART_SECONDS, Plan
from reader.export.sections import Part, PartSound, Section
from reader.export.spool import Spool
from reader.export.studio import Cast, Roster, Studio, digest_of, speak_part
from reader.messages import message
from reader.speech.engine import SPEECH_RATE

_WAITING = 2
"""Parts that are handed out beyond two a worker."""

_LOOK = 0.1
"""Seconds between two looks whether the job is to be stopped."""


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """What has been done since the last one was told.

    `characters` are how much of :attr:`~reader.export.planning.Plan.characters` is done by it;
    `seconds` the length of its sound; `work` the seconds that a worker took for it. It is not
    `anew` where an earlier run had spoken it, nor for the rest of a section that needs no speaking.
    """

    section: Section
    characters: int
    seconds: float
    work: float = 0.0
    anew: bool = False


@dataclass(frozen=True, kw_only=True)
class Finished:
    """What is left of a section whose files are whole: its length, and the gain in decibels that
    a short one after it takes over.
    """

    frames: int
    gain: float | None


Have = Callable[[Section, Callable[[], str]], Finished | None]
"""Tells what came of a section earlier, if it was said as its digest tells; None to have it
spoken. To work the digest out, all that is said in the section must be prepared once more."""


@dataclass
class Job:
    """A section on its way: its parts' digests and, of those that are spoken, their frames."""

    section: Section
    digests: list[str] = field(default_factory=list)
    frames: list[int | None] = field(default_factory=list)
    characters: int = 0
    fed: bool = False
    finished: Finished | None = None

    @property
    def done(self) -> bool:
        """Whether all of it is spoken, or passed over."""
        return self.fed and None not in self.frames


@dataclass(frozen=True)
class _Flight:
    """A part that is being spoken."""

    job: Job
    number: int
    characters: int
    digest: str


class Feeder:
    """Has the parts of a plan spoken, a few more at once than there are workers.

    It holds names and lengths of parts and no sound; `jobs` are how far the sections are.
    """

    def __init__(
        self,
        plan: Plan,
        studio: Studio,
        executor: Executor,
        spool: Spool,
        *,
        control: Control,
        end: int | None,
        on_part: Callable[[Spoken], None],
        have: Have,
    ) -> None:
        """With `end` no more is spoken than so many samples need."""
        self.jobs = [Job(section) for section in plan.sections]
        self.moved = threading.Condition()
        self._plan = plan
        self._studio = studio
        self._roster = Roster(studio)
        self._executor = executor
        self._spool = spool
        self._control = control
        self._end = end
        self._on_part = on_part
        self._have = have
        self._failed: list[int] = []
        self._flying: dict[Future[PartSound], _Flight] = {}

    def feed(self, token: CancelToken) -> None:
        """Have everything spoken; runs on a thread of its own."""
        try:
            for job in self.jobs:
                self._feed_section(job, token)
                if self._is_enough():
                    break
            while self._flying and not self._is_enough():
                self._collect(token)
            self._end_here()
        except DiskFull:
            raise
        except (ExportError, SpeechError):
            self._complete_what_came_before(token)
            raise
        finally:
            for future in self._flying:
                future.cancel()
            self._flying.clear()

    def _feed_section(self, job: Job, token: CancelToken) -> None:
        self._rest(token)
        if self._end is None:
            with self._named(job.section):
                job.finished = self._have(job.section, lambda: self._digest_of(job.section))
        if job.finished is None:
            self._feed_parts(job, token)
        job.fed = True
        if job.finished is None:
            left = self._plan.characters_of(job.section) - job.characters
            self._on_part(Spoken(section=job.section, characters=left, seconds=0.0))
        self.wake()

    def _feed_parts(self, job: Job, token: CancelToken) -> None:
        for part, cast, digest in self._known_parts(job.section):
            self._rest(token)
            self._take(job, part, cast, digest)
            while len(self._flying) >= self._most() and not self._is_enough():
                self._collect(token)
            if self._is_enough():
                return

    def _known_parts(self, section: Section) -> Iterator[tuple[Part, Cast, str]]:
        with self._named(section):
            for part in self._plan.parts(section):
                cast = self._roster.cast_of(part)
                yield part, cast, digest_of(part, cast)

    def _digest_of(self, section: Section) -> str:
        return joined(digest for _, _, digest in self._known_parts(section))

    def _take(self, job: Job, part: Part, cast: Cast, digest: str) -> None:
        """Have `part` spoken, unless it was spoken before."""
        job.digests.append(digest)
        job.characters += part.characters
        kept = self._spool.facts(digest)
        if kept is None:
            job.frames.append(None)
            with self._named(job.section):
                future = self._executor.submit(speak_part, self._studio, part, cast)
            self._flying[future] = _Flight(job, part.number, part.characters, digest)
            return
        job.frames.append(kept.frames)
        seconds = kept.frames / SPEECH_RATE
        self._on_part(Spoken(section=job.section, characters=part.characters, seconds=seconds))

    def _collect(self, token: CancelToken) -> None:
        """Put away what has been spoken meanwhile; waits a little for some."""
        done, _ = wait(self._flying, _LOOK, FIRST_COMPLETED)
        problem: TingshuError | None = None
        for future in [each for each in self._flying if each in done]:
            try:
                self._put_away(self._flying.pop(future), future)
            except (ExportError, SpeechError) as error:
                problem = problem or error
        self.wake()
        self._check(token)
        if problem is not None:
            raise problem

    def _put_away(self, flight: _Flight, future: Future[PartSound]) -> None:
        section = flight.job.section
        with self._named(section):
            sound = future.result()
            self._spool.put(flight.digest, sound)
        flight.job.frames[flight.number] = len(sound.samples)
        self._on_part(
            Spoken(
                section=section,
                characters=flight.characters,
                seconds=len(sound.samples) / SPEECH_RATE,
                work=sound.work,
                anew=True,
            )
        )

    def _complete_what_came_before(self, token: CancelToken) -> None:
        """Of what is being spoken, wait for the sections before the one that failed, if it was
        one.
        """
        while any(
            flight.job.section.number < min(self._failed, default=0)
            for flight in self._flying.values()
        ):
            with suppress(ExportError, SpeechError):
                self._collect(token)

    def _rest(self, token: CancelToken) -> None:
        """Stay here while the job is paused; what is being spoken is still put away."""
        self._check(token)
        while self._control.paused:
            if self._flying:
                self._collect(token)
            else:
                token.wait(_LOOK)
            self._check(token)

    def _check(self, token: CancelToken) -> None:
        token.check()
        if self._control.cancelled:
            raise Cancelled

    def _most(self) -> int:
        """How many parts are handed out at once."""
        most = 2 * workers_of(self._executor) + _WAITING
        if self._end is None:
            return most
        return min(most, 1 + int(self._end / SPEECH_RATE / PART_SECONDS))

    def _is_enough(self) -> bool:
        """Whether the sound that is to be heard is there, up to where it ends early."""
        if self._end is None:
            return False
        frames = 0
        for job in self.jobs:
            for length in job.frames:
                if length is None:
                    return False
                frames += length
                if frames >= self._end:
                    return True
            if not job.fed:
                return False
        return True

    def _end_here(self) -> None:
        """What is still being spoken is not needed."""
        for job in self.jobs:
            spoken = job.frames.index(None) if None in job.frames else len(job.frames)
            del job.frames[spoken:], job.digests[spoken:]
            job.fed = True

    @contextmanager
    def _named(self, section: Section) -> Iterator[None]:
        """Errors tell the section in which they happened."""
        try:
            yield
        except Cancelled:
            raise
        except Exception as error:
            self._failed.append(section.number)
            raise _told(error, section, self._spool) from error

    def wake(self) -> None:
        """Have whoever waits for a job look again."""
        with self.moved:
            self.moved.notify_all()


def _told(error: Exception, section: Section, spool: Spool) -> TingshuError:
    """`error` as it happened in `section`."""
    if isinstance(error, TingshuError):
        named = copy.copy(error)
        named.subject = message("{title}: {subject}", title=section.title, subject=error.subject)
        return named
    if isinstance(error, OSError):
        return explained(error, spool.folder)
    if isinstance(error, CancelledError):
        return ExportError(
            section.title,
            message("Those who speak it have gone."),
            message("Export again: it goes on where it stopped."),
        )
    return ExportError(
        section.title,
        message("It could not be spoken ({error}).", error=repr(error)),
        message("Leave this chapter out, or have it read in another voice."),
    )


def joined(digests: Iterable[str]) -> str:
    """One digest for all parts of a section."""
    return hashlib.sha256("\n".join(digests).encode()).hexdigest()[:32]
