"""A voice that breaks off in the middle of a sentence, and who goes on."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from reader.background import CancelToken
from reader.errors import EngineFailed
from reader.narration.utterance import Span, Utterance
from reader.speech.engine import SPEECH_RATE, AudioChunk, Samples, TimedWord
from reader.speech.speaker import Speaker
from tests.fakes.engine import FakeEngine, length_of, texts_heard, tone


class Breaking(FakeEngine):
    """Says word by word and breaks off in the one called `at`, after `share` of it. Besides its
    own voice there are `twins`, of the same model.
    """

    def __init__(
        self, name: str, at: str, share: float = 0.5, *, quality: int = 2, twins: int = 0
    ) -> None:
        super().__init__(name, ["en"], quality=quality)
        self._at, self._share, self._twins = at, share, twins

    def voices(self):
        (own,) = super().voices()
        return own, *(replace(own, name=f"{own.name}-{number}") for number in range(self._twins))

    def synthesize(self, utterance, voice, cancel):
        self.spoken.append(utterance.text)
        self.utterances.append(utterance)
        for span in utterance.spans:
            for found in re.finditer(r"\S+", span.text):
                whole = tone(found[0])
                length = len(whole) / SPEECH_RATE
                start, end = span.source(found.start(), found.end())
                word = TimedWord(begin=0.0, finish=length, start=start, end=end)
                cut = whole[: round(len(whole) * self._share)] if found[0] == self._at else whole
                if len(cut):
                    yield AudioChunk(samples=cut, rate=SPEECH_RATE, words=(word,))
                if found[0] == self._at:
                    raise EngineFailed(self.name, "It broke off.")


@pytest.fixture
def other() -> FakeEngine:
    return FakeEngine("other", ["en"], quality=1)


@pytest.fixture
def told() -> list[str]:
    return []


def speak(speaker: Speaker, text: str) -> Samples:
    """The sound of `text`, which stands at 40 in its chapter."""
    span = Span(text=text, language="en", start=40, end=40 + len(text))
    chunks = speaker.speak(Utterance(items=(span,)), CancelToken())
    return np.concatenate([chunk.samples for chunk in chunks])


def test_who_goes_on_repeats_nothing_but_the_broken_word(other, told):
    speaker = Speaker([Breaking("one", "three"), other], notify=told.append)
    samples = speak(speaker, "one two three four")
    assert other.spoken == ["three four"]
    assert other.utterances[0].spans[0].start == 48
    assert texts_heard(samples, ["one", "two", "three four"]) == ["one", "two", "three four"]
    assert len(told) == 1


def test_what_was_begun_is_faded(other):
    samples = speak(Speaker([Breaking("one", "two"), other]), "one two")
    broken = round((length_of("one") + length_of("two") / 2) * SPEECH_RATE)
    assert np.abs(samples[broken - 200 : broken - 120]).max() > 0.3
    assert np.abs(samples[broken - 3 : broken]).max() < 0.02


def test_a_word_that_was_said_is_not_said_again(other):
    speak(Speaker([Breaking("one", "three", share=0.0), other]), "one two three four")
    assert other.spoken == [" three four"]


def test_nobody_goes_on_where_nothing_is_left_to_say(other, told):
    speak(Speaker([Breaking("one", "two", share=1.0), other], notify=told.append), "one two")
    assert (other.spoken, told) == ([], [])


def test_where_the_next_voice_breaks_off_as_well_the_one_after_it_goes_on(told):
    next_best = Breaking("next", "four", quality=1)
    last = FakeEngine("last", ["en"], quality=0)
    speaker = Speaker([Breaking("one", "two"), next_best, last], notify=told.append)
    speak(speaker, "one two three four five")
    assert next_best.spoken == ["two three four five"]
    assert last.spoken == ["four five"]
    assert len(told) == 2


def test_voices_of_another_model_go_on_before_those_that_fail_with_it(other):
    broken = Breaking("one", "word", twins=2)
    speak(Speaker([broken, other]), "word")
    assert (broken.spoken, other.spoken) == (["word"], ["word"])


def test_the_voices_of_the_same_model_are_tried_where_there_is_no_other():
    broken = Breaking("one", "word", twins=1)
    with pytest.raises(EngineFailed, match="broke off"):
        speak(Speaker([broken]), "word")
    assert broken.spoken == ["word", "word"]
