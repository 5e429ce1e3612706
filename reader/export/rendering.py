"""A plan becomes sound: workers speak the parts, whoever encodes takes the sections in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor

from reader.background import Task
from reader.export.control import Control
from reader.export.feeding import Feeder, Finished, Have, Job, Spoken, joined
from reader.export.levelling import CEILING
from reader.export.planning import Plan
from reader.export.section_sound import SpokenSection
from reader.export.spool import Spool
from reader.export.studio import Studio
from reader.speech.engine import SPEECH_RATE

__all__ = ["Finished", "Have", "Rendering", "Spoken"]


class Rendering:
    """Has the parts of a plan spoken, a few more at once than there are workers.

    `have` is asked about each section before it is spoken; what it knows is passed over, and not
    told to `on_part`. Both are called on a thread of the rendering's own. While the job is
    paused, nothing new is handed out. It holds names and lengths of parts and no sound, so that
    its memory does not grow with the book.
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
        ceiling: float = CEILING,
        first_seconds: float | None = None,
        on_part: Callable[[Spoken], None] = lambda _: None,
        have: Have = lambda _section, _digest: None,
    ) -> None:
        """`loudness` (LUFS) is what sections are brought to, None to leave them, and
        `ceiling` where their true peak is held. With
        `first_seconds` the sound ends after so many; then nothing is passed over.
        """
        self._end = None if first_seconds is None else max(1, round(first_seconds * SPEECH_RATE))
        self._feeder = Feeder(
            plan,
            studio,
            executor,
            spool,
            control=control,
            end=self._end,
            on_part=on_part,
            have=have,
        )
        self._spool = spool
        self._control = control
        self._loudness = loudness
        self._ceiling = ceiling

    def sounds(self) -> Iterator[SpokenSection]:
        """The sections in order, each as soon as it is spoken; to be walked once.

        Those without any speech have no frames, those passed over are left out; where the sound
        ends early, so do the sections. Where one fails, those before it come first. Raises
        :class:`~reader.errors.SpeechError` and :class:`~reader.errors.ExportError`, which name the
        section, and :class:`~reader.errors.Cancelled`.
        """
        task = Task(self._feeder.feed, name="export parts", on_done=lambda _: self._feeder.wake())
        gain: float | None = None
        frames = 0
        try:
            for job in self._feeder.jobs:
                self._wait_for(job, task)
                if job.finished is not None:
                    if job.finished.frames:
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

    def _wait_for(self, job: Job, task: Task[None]) -> None:
        with self._feeder.moved:
            self._feeder.moved.wait_for(lambda: job.done or task.done)
        if not job.done:
            task.result()

    def _sound(self, job: Job, gain: float | None, frames: int) -> SpokenSection:
        return SpokenSection(
            job.section,
            joined(job.digests),
            [(digest, length or 0) for digest, length in zip(job.digests, job.frames, strict=True)],
            self._spool,
            loudness=self._loudness,
            ceiling=self._ceiling,
            previous=gain,
            end=None if self._end is None else self._end - frames,
            control=self._control,
        )
