"""A plan becomes sound: workers speak the parts, whoever encodes takes the sections in order."""

from __future__ import annotations

import copy
import hashlib
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from reader.background import CancelToken, Task
from reader.errors import Cancelled, ExportError, SpeechError, TingshuError
from reader.export.control import Control
from reader.export.draft import explained
from reader.export.executors import workers_of
from reader.export.planning import PART_SECONDS, Plan
from reader.export.section_sound import SpokenSection
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
class _Job:
    """A section on its way: its parts' digests and, of those that are spoken, their frames."""

    section: Section
    digests: list[str] = field(default_factory=list)
    frames: list[int | None] = field(default_factory=list)
    characters: int = 0
    fed: bool = False
    finished: Finished | None = None

    @property
    def done(self) -> bool:
        return self.fed and None not in self.frames


@dataclass(frozen=True)
class _Flight:
    """A part that is being spoken."""

    job: _Job
    number: int
    characters: int
    digest: str


class Rendering:
    """Has the parts of a plan spoken, a few more at once than there are workers.

    `have` is asked about each section before it is spoken; what it knows is passed over, and not
    told to `on_part`.
    `on_part` and `have` are called on a thread of the rendering's own. While the job is paused,
    nothing new is handed out. It holds names and lengths of parts and no sound, so that its memory
    does not grow with the book.
    """

    def __init__(  # noqa: PLR0913  (all that makes sound meets here)
        self,
        plan: Plan,
        studio: Studio,
        executor: Executor,
        spool: Spool,
        *,
        control: Control,
        loudness: float | None,
        first_seconds: float | None = None,
        on_part: Callable[[Spoken], None] = lambda _: None,
        have: Have = lambda _section, _digest: None,
    ) -> None:
        """`loudness` (LUFS) is what sections are brought to, None to leave them. With
        `first_seconds` the sound ends after so many; then nothing is passed over.
        """
        self._plan = plan
        self._studio = studio
        self._roster = Roster(studio)
        self._executor = executor
        self._spool = spool
        self._control = control
        self._loudness = loudness
        self._end = None if first_seconds is None else max(1, round(first_seconds * SPEECH_RATE))
        self._on_part = on_part
        self._have = have
        self._jobs = [_Job(section) for section in plan.sections]
        self._moved = threading.Condition()
        self._failed = len(self._jobs)
        self._flying: dict[Future[PartSound], _Flight] = {}

    def sounds(self) -> Iterator[SpokenSection]:
        """The sections in order, each as soon as it is spoken; to be walked once.

        Those without any speech have no frames, those passed over are left out; where the sound
        ends early, so do the sections. Where one fails, those before it come first. Raises
        :class:`~reader.errors.SpeechError` and :class:`~reader.errors.ExportError`, which name the
        section, and :class:`~reader.errors.Cancelled`.
        """
        task = Task(self._feed, name="export parts", on_done=lambda _: self._wake())
        gain: float | None = None
        frames = 0
        try:
            for job in self._jobs:
                self._wait_for(job, task)
                if job.finished is not None:
                    gain, frames = job.finished.gain, frames + job.finished.frames
                    continue
                sound = self._sound(job, gain, frames)
                yield sound
                gain, frames = sound.gain if sound.frames else gain, frames + sound.frames
                if self._end is not None and frames >= self._end:
                    return
        finally:
            task.cancel()
            task.join()

    def _wait_for(self, job: _Job, task: Task[None]) -> None:
        with self._moved:
            self._moved.wait_for(lambda: job.done or task.done)
        if not job.done:
            task.result()

    def _sound(self, job: _Job, gain: float | None, frames: int) -> SpokenSection:
        return SpokenSection(
            job.section,
            _joined(job.digests),
            [(digest, length or 0) for digest, length in zip(job.digests, job.frames, strict=True)],
            self._spool,
            loudness=self._loudness,
            previous=gain,
            end=None if self._end is None else self._end - frames,
        )

    # -- the thread that hands parts out -----------------------------------------------------

    def _feed(self, token: CancelToken) -> None:
        try:
            for job in self._jobs:
                self._feed_section(job, token)
                if self._is_enough():
                    break
            while self._flying and not self._is_enough():
                self._collect(token)
            self._end_here()
        except (ExportError, SpeechError):
            self._complete_what_came_before(token)
            raise
        finally:
            for future in self._flying:
                future.cancel()
            self._flying.clear()

    def _feed_section(self, job: _Job, token: CancelToken) -> None:
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
        self._wake()

    def _feed_parts(self, job: _Job, token: CancelToken) -> None:
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
        return _joined(digest for _, _, digest in self._known_parts(section))

    def _take(self, job: _Job, part: Part, cast: Cast, digest: str) -> None:
        """Have `part` spoken, unless it was spoken before."""
        job.digests.append(digest)
        job.characters += part.characters
        kept = self._spool.facts(digest)
        if kept is None:
            job.frames.append(None)
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
        self._wake()
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
        """Of what is being spoken, wait for the sections before the one that failed."""
        while any(flight.job.section.number < self._failed for flight in self._flying.values()):
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
        for job in self._jobs:
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
        for job in self._jobs:
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
            self._failed = min(self._failed, section.number)
            raise _told(error, section, self._spool) from error

    def _wake(self) -> None:
        with self._moved:
            self._moved.notify_all()


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


def _joined(digests: Iterable[str]) -> str:
    """One digest for all parts of a section."""
    return hashlib.sha256("\n".join(digests).encode()).hexdigest()[:32]
