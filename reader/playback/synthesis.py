"""The one background thread that speaks ahead of the listener.

It takes passages in reading order, narrates and speaks them, and puts the sound into a
queue bounded in seconds. Going elsewhere takes effect at once for whoever reads the queue:
what the thread is busy with is cancelled through its token, and whatever it still brings
forth is thrown away.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Protocol, TypeAlias

from reader.background import CancelToken, Task
from reader.errors import Cancelled, EngineFailed, PlaybackError, TingshuError
from reader.messages import message
from reader.narration.passage import Passage
from reader.narration.utterance import Mark, Pause, Span, Utterance
from reader.playback.haste import pause_share, voice_rate
from reader.speech.engine import SPEECH_RATE, AudioChunk, Samples, TimedWord

AHEAD_SECONDS = 20.0
"""How long the listener can go on hearing what was made ahead: bridges a slow sentence, costs
2 MB, and as many times more as the sound is heard faster.
"""

FAILURES_IN_A_ROW = 5
"""After so many failed sentences in a row something is broken, and reading stops."""

_log = logging.getLogger(__name__)


class SpeaksUtterances(Protocol):
    """What the thread needs of a speaker."""

    def speak(
        self,
        utterance: Utterance,
        cancel: CancelToken,
        *,
        urgent: bool = False,
        pace: float | None = None,
        haste: float = 1.0,
    ) -> Iterator[AudioChunk]:
        """The sound of `utterance`; its first chunk as early as possible if `urgent`, all of
        it in time if so many seconds of it are heard in one, `pace`. The voice itself is to
        speak `haste` times faster.
        """
        ...


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A piece of a passage's sound; `first` marks the one that the passage begins with.

    The voice spoke `pace` times faster than it was meant. The `words` that begin in the piece have
    their times in it.
    """

    passage: Passage
    samples: Samples
    first: bool
    pace: float = 1.0
    words: tuple[TimedWord, ...] = ()

    @property
    def seconds(self) -> float:
        """How long it would be heard at normal speed."""
        return len(self.samples) / SPEECH_RATE * self.pace


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """A passage could not be spoken; `final` if the thread has given up altogether."""

    error: TingshuError
    final: bool


@dataclass(frozen=True, kw_only=True)
class End:
    """The book has no more passages."""


Item: TypeAlias = Piece | Trouble | End


@dataclass(frozen=True, kw_only=True, eq=False)
class _Journey:
    """Speaking on from a passage, or from the one after it, until told otherwise."""

    begin: Passage
    after: bool
    token: CancelToken


class Synthesis:
    """Speaks passages ahead of time; see the module.

    `following` gives the passage after another, None at the end of the book; it is called
    on the thread. `on_ready` is called on the thread after each item that was put. `rate` is
    the rate at which the sound is heard; a new one counts from the next passage on. Of a high
    one a voice that can speaks a part by itself.
    """

    rate = 1.0
    """Between :data:`~reader.settings.SLOWEST` and :data:`~reader.settings.FASTEST`."""

    def __init__(
        self,
        following: Callable[[Passage], Passage | None],
        narrate: Callable[[Passage], Utterance],
        speaker: SpeaksUtterances,
        *,
        on_ready: Callable[[], None],
        ahead_seconds: float = AHEAD_SECONDS,
    ) -> None:
        self._following = following
        self._narrate = narrate
        self._speaker = speaker
        self._on_ready = on_ready
        self._ahead_seconds = ahead_seconds
        self._changed = threading.Condition()
        self._items: deque[Item] = deque()
        self._seconds = 0.0
        self._journey: _Journey | None = None
        self._setting_out = False
        self._closed = False
        self._task: Task[None] | None = None

    @property
    def seconds(self) -> float:
        """How much sound lies ready, as long as it is at normal speed."""
        return self._seconds

    def begin(self, passage: Passage) -> None:
        """Drop everything and speak from `passage` on; returns at once."""
        self._set_out(passage, after=False)

    def begin_after(self, passage: Passage) -> None:
        """Drop everything and speak from the passage after `passage` on; returns at once."""
        self._set_out(passage, after=True)

    def _set_out(self, passage: Passage, *, after: bool) -> None:
        with self._changed:
            self._drop()
            if self._closed:
                return
            self._journey = _Journey(begin=passage, after=after, token=CancelToken())
            self._setting_out = True
            self._changed.notify_all()
            if self._task is None:
                self._task = Task(self._run, name="synthesis")

    def stop(self) -> None:
        """Drop everything and rest; returns at once."""
        with self._changed:
            self._drop()
            self._changed.notify_all()

    def take(self) -> Item | None:
        """The next item if there is one; never waits."""
        with self._changed:
            if not self._items:
                return None
            item = self._items.popleft()
            self._seconds -= _seconds(item)
            self._changed.notify_all()
            return item

    def close(self, timeout: float = 2.0) -> bool:
        """End the thread; False if the engine did not let go of it within `timeout` seconds."""
        with self._changed:
            self._closed = True
            self._drop()
            self._changed.notify_all()
        return self._task is None or self._task.join(timeout)

    def _drop(self) -> None:
        if self._journey is not None:
            self._journey.token.cancel()
        self._journey = None
        self._setting_out = False
        self._items.clear()
        self._seconds = 0.0

    def _run(self, _token: CancelToken) -> None:
        while (journey := self._next_journey()) is not None:
            try:
                self._travel(journey)
            except Cancelled:
                continue
            except Exception as error:  # the book itself cannot be read on
                _log.error("the book could not be read on", exc_info=error)
                with suppress(Cancelled):
                    self._put(journey, Trouble(error=_broken_off(error), final=True))

    def _next_journey(self) -> _Journey | None:
        """Waits for somewhere to go; None once closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._setting_out or self._closed)
            self._setting_out = False
            return self._journey

    def _travel(self, journey: _Journey) -> None:
        passage = self._following(journey.begin) if journey.after else journey.begin
        urgent = True
        failures = 0
        while passage is not None:
            journey.token.check()
            error, heard = self._speak(journey, passage, urgent=urgent)
            failures = failures + 1 if error else 0
            final = failures == FAILURES_IN_A_ROW
            if error and (failures == 1 or final):
                self._put(journey, Trouble(error=error, final=final))
            if final:
                return
            urgent = urgent and (error is not None or not heard)
            passage = self._following(passage)
        self._put(journey, End())

    def _speak(
        self, journey: _Journey, passage: Passage, *, urgent: bool
    ) -> tuple[TingshuError | None, bool]:
        """Put the sound of `passage`; what went wrong, if anything did, and whether any came."""
        first = True
        try:
            rate = self.rate
            haste = voice_rate(rate)
            sound = self._speaker.speak(
                _shortened(self._narrate(passage), pause_share(rate)),
                journey.token,
                urgent=urgent,
                pace=rate / haste,
                haste=haste,
            )
            for chunk in sound:
                self._put(journey, _piece(passage, chunk, first=first))
                first = False
        except Cancelled:
            raise
        except Exception as error:  # an engine may raise anything; the book must go on
            return _told(error), not first
        return None, not first

    def _put(self, journey: _Journey, item: Item) -> None:
        """Queue `item` once there is room; raises `Cancelled` if nobody wants it any more."""
        with self._changed:
            self._changed.wait_for(lambda: self._has_room() or journey.token.cancelled)
            journey.token.check()
            self._items.append(item)
            self._seconds += _seconds(item)
            self._changed.notify_all()
        self._on_ready()

    def _has_room(self) -> bool:
        """Whether less lies ready than will be heard in the time to bridge."""
        return self._seconds < self._ahead_seconds * max(1.0, self.rate)


def _shortened(utterance: Utterance, share: float) -> Utterance:
    """`utterance` with `share` of each of its pauses."""

    def shortened(item: Span | Pause | Mark) -> Span | Pause | Mark:
        return replace(item, seconds=item.seconds * share) if isinstance(item, Pause) else item

    return (
        utterance
        if share == 1.0
        else replace(utterance, items=tuple(map(shortened, utterance.items)))
    )


def _piece(passage: Passage, chunk: AudioChunk, *, first: bool) -> Piece:
    return Piece(
        passage=passage, samples=chunk.samples, first=first, pace=chunk.pace, words=chunk.words
    )


def _told(error: Exception) -> TingshuError:
    """`error` in words for the listener."""
    if isinstance(error, TingshuError):
        return error
    _log.error("a passage could not be spoken", exc_info=error)
    return EngineFailed(
        message("Speech"),
        message("A sentence could not be spoken ({error}).", error=error),
        message("It was left out."),
    )


def _broken_off(error: Exception) -> TingshuError:
    """`error`, which the book itself raised, in words for the listener."""
    if isinstance(error, TingshuError):
        return error
    return PlaybackError(
        message("The book"),
        message("It cannot be read on from here ({error}).", error=error),
        message("Go on at another chapter."),
    )


def _seconds(item: Item) -> float:
    return item.seconds if isinstance(item, Piece) else 0.0
