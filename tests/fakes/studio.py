"""A studio without voices, and an executor without workers.

A sentence of n characters sounds for n hundredths of a second, each in a pitch of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from typing import Any

import numpy as np

from reader.background import CancelToken
from reader.errors import EngineFailed
from reader.export.studio import Studio
from reader.narration.utterance import Utterance
from reader.speech.capabilities import Capabilities
from reader.speech.engine import SPEECH_RATE, AudioChunk, Samples, TimedWord, Voice
from tests.fakes.engine import pitch_of
from tests.fakes.reading import SECONDS_A_CHARACTER

FAILING = "Not this one"
"""No voice can say a sentence with this in it."""


def tone_of(text: str) -> Samples:
    """What a span of `text` sounds like, before the speaker fades its edges."""
    frames = round(len(text) * SECONDS_A_CHARACTER * SPEECH_RATE)
    time = np.arange(frames) / SPEECH_RATE
    return (0.25 * np.sin(2 * np.pi * pitch_of(text) * time)).astype(np.float32)


class ToneEngine:
    """Says every text as a tone, in two chunks, and tells one word a span."""

    name = "tones"
    version = "1"
    capabilities = Capabilities(word_times=True)

    def voices(self) -> Sequence[Voice]:
        return (
            Voice(
                name="tones-voice",
                title="Tones",
                engine="tones",
                languages=("*",),
                quality=2,
                licence="CC0-1.0",
                source="a test",
            ),
        )

    def synthesize(
        self, utterance: Utterance, voice: Voice, cancel: CancelToken
    ) -> Iterator[AudioChunk]:
        if FAILING in utterance.text:
            raise EngineFailed("tones", "It failed on purpose.")
        for span in utterance.spans:
            sound = tone_of(span.text)
            word = TimedWord(
                begin=0.0, finish=len(sound) / SPEECH_RATE, start=span.start, end=span.end
            )
            for index, samples in enumerate(np.array_split(sound, 2)):
                cancel.check()
                words = (word,) if index == 0 else ()
                yield AudioChunk(samples=samples, rate=SPEECH_RATE, words=words)

    def warm_up(self, voice: Voice) -> None: ...

    def close(self) -> None: ...


def tones() -> list[ToneEngine]:
    """The engines of a studio that needs no voice."""
    return [ToneEngine()]


def tone_studio() -> Studio:
    """A studio that needs no voice; workers in other processes can open it, too."""
    return Studio(open=tones)


class Inline(Executor):
    """Does everything at once, in the thread that asks; `before` is called with the arguments."""

    workers = 1

    def __init__(self, before: Callable[..., None] = lambda *_: None) -> None:
        self.before = before
        self.done = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_running_or_notify_cancel()
        try:
            self.before(*args)
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        self.done += 1
        return future
