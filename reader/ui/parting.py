"""Books that are put away while another is opened: their sound ends, their place is written."""

from __future__ import annotations

from reader.background import CancelToken, Task
from reader.session import ReadingSession


class Parting:
    """Closes sessions one after another on a thread, for a voice may have to be waited for."""

    def __init__(self) -> None:
        self._task: Task[None] | None = None

    def begin(self, session: ReadingSession) -> None:
        """Put `session` away, which falls silent at once."""
        session.detach()
        before = self._task

        def work(_token: CancelToken) -> None:
            if before is not None:
                before.join()
            session.close()

        self._task = Task(work, name="close book")

    def wait(self) -> None:
        """Wait until every session is closed: its device is free, its place on the disk."""
        task = self._task
        if task is not None:
            task.join()
