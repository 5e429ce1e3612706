"""Says what the window has to say, in a quick voice and on an output of its own.

The book is not talked over: it pauses while the window speaks and goes on a moment later.
One thread speaks; it keeps the output open for a while, because opening one takes longer
than saying a word.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reader.background import CancelToken, Task
from reader.errors import Cancelled
from reader.speech.engine import Samples
from reader.ui.speech.quick_speech import QuickSpeech
from reader.ui.tasks import Courier

if TYPE_CHECKING:
    from reader.playback.output import AudioOutput
    from reader.session import ReadingSession
    from reader.ui.desk import Desk

_log = logging.getLogger(__name__)

_QUEUE = 8
"""Texts that may wait; older ones give way, because nobody waits to hear them."""

_LINGER = 400
"""Milliseconds of silence after which the book goes on: another key may follow."""

_BUFFER = 0.1
"""Seconds of sound handed to the device ahead of time: as long as the first word waits."""

_IDLE = 10.0
"""Seconds after which an unused output is given back."""


class InterfaceVoice(QObject):
    """Says short texts with `desk`'s voices; its methods are called on Qt's thread.

    `language` is that of the interface (a BCP 47 tag). What cannot be said is only logged:
    to complain of it, there would be no other way but the same.
    """

    def __init__(self, desk: Desk, parent: QObject, *, language: str = "en") -> None:
        super().__init__(parent)
        self._desk = desk
        self._language = language
        self._courier = Courier(self)
        self._changed = threading.Condition()
        self._waiting: deque[str] = deque(maxlen=_QUEUE)
        self._current = CancelToken()
        self._busy = False
        self._running = False
        self._task: Task[None] | None = None
        self._held: ReadingSession | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LINGER)
        self._timer.timeout.connect(self.release)

    def say(self, text: str, *, interrupt: bool = False) -> None:
        """Say `text` after what waits to be said, or with `interrupt` in place of it."""
        if not text:
            return
        if interrupt:
            self.hush()
        self._timer.stop()
        self._hold()
        with self._changed:
            self._waiting.append(text)
            self._busy = True
            self._changed.notify()
            if not self._running:
                self._running = True
                self._task = Task(self._run, name="speak for the window")

    def hush(self) -> None:
        """Fall silent at once."""
        with self._changed:
            self._waiting.clear()
            self._current.cancel()
        if self._held is not None:
            self._timer.start()

    def release(self) -> None:
        """Let a book that was paused for the window go on now.

        To be called before a command of the reader's, which is to find the book as it was left.
        """
        self._timer.stop()
        session, self._held = self._held, None
        # A session that was stopped, moved or closed meanwhile is the reader's own wish.
        if session is None or session is not self._desk.session:
            return
        if not session.playing and not session.stopped:
            self._desk.play()

    def close(self) -> None:
        """Fall silent for good and give the device back."""
        self.hush()
        self._timer.stop()
        self._held = None
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            with self._changed:
                self._changed.notify()
            task.join()

    def _hold(self) -> None:
        session = self._desk.session
        if session is not None and session.playing and not session.waiting:
            self._desk.play()
            self._held = session

    def _spoken(self) -> None:
        """All has been said, unless something was added meanwhile."""
        if self._held is not None and not self._busy:
            self._timer.start()

    # On the thread that speaks

    def _run(self, token: CancelToken) -> None:
        try:
            with closing(self._open()) as output, QuickSpeech(self._desk, self._language) as speech:
                while (text := self._next(token)) is not None:
                    with suppress(Cancelled):
                        self._play(speech.sound(text, self._current), output)
                    self._said()
        except Exception as error:  # whatever it was, the next text has another chance
            _log.warning("the window cannot speak: %s", error, exc_info=True)
            with self._changed:
                self._waiting.clear()
                self._running = False
            self._said()

    def _said(self) -> None:
        with self._changed:
            self._busy = bool(self._waiting)
            if self._busy:
                return
        self._courier.post(self._spoken)

    def _open(self) -> AudioOutput:
        settings = self._desk.settings
        output = self._desk.sound.output(settings.changed(output_buffer=_BUFFER))
        output.start()
        return output

    def _next(self, token: CancelToken) -> str | None:
        """The next text as soon as there is one; None when it is time to leave."""
        with self._changed:
            some = self._changed.wait_for(lambda: self._waiting or token.cancelled, _IDLE)
            if not some or token.cancelled:
                self._running = False  # here, where nothing can be added between
                return None
            self._current = CancelToken()
            return self._waiting.popleft()

    def _play(self, sound: Iterator[Samples], output: AudioOutput) -> None:
        from reader.playback.sounding import play_out

        cancel = self._current
        volume = self._desk.settings.volume
        output.clear()
        try:
            play_out((samples * volume for samples in sound), output, cancel)
        except Cancelled:
            output.clear()
            raise
