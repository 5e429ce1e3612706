"""A little book, a speaker that hums and a player driven by hand, for the tests here."""

import threading
from dataclasses import dataclass, field
from itertools import groupby

import numpy as np

from reader.errors import EngineFailed
from reader.narration.passage import Passage
from reader.narration.utterance import Span, Utterance
from reader.playback.player import Player, PlayerState
from reader.speech.engine import SPEECH_RATE, AudioChunk, TimedWord
from tests.fakes.output import FakeOutput

SENTENCES_A_PARAGRAPH = 3
PARAGRAPHS_A_CHAPTER = 4
CHAPTER = SENTENCES_A_PARAGRAPH * PARAGRAPHS_A_CHAPTER
STEP = 1 / 256
"""Sentence n hums at level (n + 1) * STEP: exact in float32, so it can be told by its sound."""


class LittleBook:
    """Sentences 0, 1, 2 ... in paragraphs of three and chapters of twelve."""

    def __init__(self, sentences):
        self.passages = [
            Passage(
                chapter=number // CHAPTER,
                start=10 * (number % CHAPTER),
                end=10 * (number % CHAPTER) + 9,
                block=number % CHAPTER // SENTENCES_A_PARAGRAPH,
            )
            for number in range(sentences)
        ]

    def number(self, passage):
        return self.passages.index(passage)

    def first(self):
        return self._at(0)

    def next_sentence(self, passage):
        return self._at(self.number(passage) + 1)

    def previous_sentence(self, passage):
        return self._at(self.number(passage) - 1)

    def next_paragraph(self, passage):
        return self._at((self.number(passage) // 3 + 1) * 3)

    def previous_paragraph(self, passage):
        return self._at((self.number(passage) // 3 - 1) * 3)

    def next_chapter(self, passage):
        return self._at((passage.chapter + 1) * CHAPTER)

    def previous_chapter(self, passage):
        return self._at((passage.chapter - 1) * CHAPTER)

    def _at(self, number):
        return self.passages[number] if 0 <= number < len(self.passages) else None


@dataclass
class Hummer:
    """Speaks sentence n as `seconds` of its level, in two chunks, each with a word of its own.

    If it `hastens`, it speaks at the rate asked for, in so much less time.
    A sentence in `gates` waits for its event, whatever its cancel token says; one in
    `failing` raises its error, and of one that is `mute` there is nothing to say.
    """

    book: LittleBook
    seconds: float = 1.0
    hastens: bool = False
    gates: dict[int, threading.Event] = field(default_factory=dict)
    failing: dict[int, Exception] = field(default_factory=dict)
    mute: frozenset[int] = frozenset()
    asked: list[int] = field(default_factory=list)
    urgent: list[int] = field(default_factory=list)
    paces: list[float | None] = field(default_factory=list)
    entered: dict[int, threading.Event] = field(default_factory=dict)

    def gate(self, number):
        self.gates[number] = threading.Event()
        self.entered[number] = threading.Event()
        return self.gates[number]

    def narrate(self, passage):
        number = self.book.number(passage)
        span = Span(text=str(number), language="en", start=passage.start, end=passage.end)
        return Utterance(
            items=(span,), chapter=passage.chapter, start=passage.start, end=passage.end
        )

    def speak(self, utterance, cancel, *, urgent=False, pace=None, haste=1.0):
        number = int(utterance.text)
        self.asked.append(number)
        self.paces.append(pace)
        if urgent:
            self.urgent.append(number)
        if number in self.gates:
            self.entered[number].set()
            assert self.gates[number].wait(10)
        if number in self.failing:
            raise self.failing[number]
        if number in self.mute:
            return
        pace_spoken = haste if self.hastens else 1.0
        half = round(self.seconds * SPEECH_RATE / 2 / pace_spoken)
        for part in range(2):
            cancel.check()
            start = utterance.start + 5 * part
            word = TimedWord(begin=0.0, finish=half / SPEECH_RATE, start=start, end=start + 4)
            yield AudioChunk(
                samples=level(number, half), rate=SPEECH_RATE, words=(word,), pace=pace_spoken
            )


class Clock:
    """Seconds, advanced by the test."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


class Reading:
    """A player over a little book, driven by hand, with everything it said and played."""

    def __init__(self, sentences=6, *, seconds=1.0, ahead_seconds=20.0, output=None):
        self.book = LittleBook(sentences)
        self.speaker = Hummer(self.book, seconds)
        self.output = output or FakeOutput()
        self.clock = Clock()
        self.events = []
        self.player = Player(
            self.book,
            self.speaker.narrate,
            self.speaker,
            self.output,
            on_event=self.events.append,
            ahead_seconds=ahead_seconds,
            threaded=False,
            clock=self.clock,
        )
        self.synthesis = self.player._synthesis

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for gate in self.speaker.gates.values():
            gate.set()
        assert self.player.close()

    def step(self):
        return self.player.step()

    def move(self, step):
        """Move to where `step` leads from the present passage, if anywhere."""
        target = step(self.player.passage or self.book.passages[0])
        if target is not None:
            self.player.seek(target)

    def when_ready(self, condition):
        """Wait until the synthesis has come so far that `condition()` holds."""
        with self.synthesis._changed:
            assert self.synthesis._changed.wait_for(condition, 10)

    def ready(self, seconds):
        """Wait until `seconds` of sound lie ready, or the end of what will come."""
        self.when_ready(
            lambda: (
                self.synthesis.seconds >= seconds - 1e-6
                or (self.synthesis._items and not hasattr(self.synthesis._items[-1], "samples"))
            )
        )

    def ready_after_step(self, seconds):
        """Carry out the wishes, then wait until `seconds` of sound lie ready."""
        self.step()
        self.ready(seconds)

    def listen(self, seconds):
        """Let `seconds` pass, a fiftieth at a time, with sound ready whenever it is wanted."""
        frames = round(seconds * SPEECH_RATE)
        while frames > 0:
            self.step()
            if self.expecting and not self.output.queued:
                self.when_ready(lambda: self.synthesis._items)
                self.step()
            part = min(frames, SPEECH_RATE // 50)
            self.output.advance(part)
            self.clock.now += 0.02
            frames -= part
        self.step()

    @property
    def expecting(self):
        """Whether more sound will come without a wish."""
        playing = self.player.state is PlayerState.PLAYING and self.player._performance._due is None
        return playing and not self.player._feed.recorder.ended

    def listen_to_the_end(self, limit=120.0):
        while not self.said("Finished") and limit > 0:
            self.listen(0.1)
            limit -= 0.1

    def said(self, kind):
        return [event for event in self.events if type(event).__name__ == kind]

    def passages_said(self, kind):
        return [self.book.number(event.passage) for event in self.said(kind)]

    def heard(self):
        """The sentences heard, in order, and for how many frames each; silence is left out."""
        levels = np.round(self.output.sound / STEP).astype(int) - 1
        runs = [(int(number), len(list(run))) for number, run in groupby(levels)]
        return [(number, frames) for number, frames in runs if number >= 0]

    def frames_heard(self, number):
        """For how many frames a sentence was heard, all in all."""
        return sum(frames for heard, frames in self.heard() if heard == number)

    def order_heard(self):
        """The sentences heard, in order; what sounds for a moment in a fade does not count."""
        lasting = [number for number, frames in self.heard() if frames > SPEECH_RATE // 40]
        return [number for number, _ in groupby(lasting)]


def level(number, frames):
    return np.full(frames, (number + 1) * STEP, np.float32)


def failure(words="The voice is hoarse."):
    return EngineFailed("Hummer", words)
