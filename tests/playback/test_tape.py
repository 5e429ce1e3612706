"""The tape, its track to the ear, and the measures of a book."""

import numpy as np
import pytest

from reader.playback.events import PassageStarted, WordStarted
from reader.playback.leap import passage_after
from reader.playback.reading_speed import ReadingSpeed
from reader.playback.sleep_timer import FADE, SleepTimer
from reader.playback.study import Study
from reader.playback.tape import KEPT, Tape
from reader.playback.track import Track
from reader.speech.engine import SPEECH_RATE, TimedWord
from tests.playback.reading import LittleBook

ONE, TWO = LittleBook(2).passages


def silence(frames):
    return np.zeros(frames, np.float32)


def word(begin, start):
    return TimedWord(begin=begin, finish=begin + 0.1, start=start, end=start + 3)


# The tape


def test_sections_lie_end_to_end():
    tape = Tape()
    tape.add(ONE, silence(100), first=True)
    tape.add(ONE, silence(50))
    tape.add(TWO, silence(10), first=True)
    assert [tape.at(frame).passage for frame in (0, 99, 149, 150, 159)] == [ONE, ONE, ONE, TWO, TWO]
    assert (tape.at(-1), tape.at(160)) == (None, None)
    assert (tape.begin, tape.end) == (0, 160)


def test_what_begins_is_told_once_and_in_order():
    tape = Tape()
    tape.add(ONE, silence(SPEECH_RATE), first=True, words=(word(0.0, 0), word(0.5, 4)))
    tape.add(TWO, silence(SPEECH_RATE), first=True, words=(word(0.0, 10),))
    half = SPEECH_RATE // 2
    assert list(tape.told(0, half)) == [PassageStarted(ONE), WordStarted(ONE, 0, 3)]
    assert list(tape.told(half, half + 1)) == [WordStarted(ONE, 4, 7)]
    assert list(tape.told(half + 1, 3 * half)) == [PassageStarted(TWO), WordStarted(TWO, 10, 13)]
    assert list(tape.told(half, half)) == []


def test_a_passage_that_begins_without_sound_is_told():
    tape = Tape()
    tape.add(ONE, silence(10), first=True)
    tape.add(TWO, silence(0), first=True)
    tape.add(TWO, silence(10))
    assert list(tape.told(5, 20)) == [PassageStarted(TWO)]


def test_what_was_heard_long_ago_is_forgotten():
    tape = Tape()
    for _ in range(10):
        tape.add(ONE, silence(KEPT // 4))
    tape.forget(9 * KEPT // 4)
    assert tape.begin == 5 * KEPT // 4
    assert tape.at(tape.begin - 1) is None
    assert tape.at(tape.begin) is not None


# The track


def test_the_ear_is_found_within_a_block():
    track = Track(1000)
    assert track.heard(0) == 1000
    track.lay(1000, 3000, 1000)
    track.lay(3000, 3100, 200)
    assert [track.heard(played) for played in (0, 1, 500, 1000, 1001, 1200)] == [
        1000,
        1002,
        2000,
        3000,
        3001,
        3100,
    ]
    assert track.frames == 1200
    assert track.heard(5000) == 3100


# The measures


@pytest.mark.parametrize(("language", "seconds"), [("zh-CN", 10.0), ("en", 3.0), ("", 3.0)])
def test_the_usual_speed_counts_until_something_was_heard(language, seconds):
    assert ReadingSpeed(language).seconds(45, 1.0) == pytest.approx(seconds)
    assert ReadingSpeed(language).seconds(45, 2.0) == pytest.approx(seconds / 2)


def test_what_was_heard_replaces_the_usual_speed():
    speed = ReadingSpeed("en")
    for _ in range(600):
        speed.note(20, 2.0)
    assert speed.seconds(100, 1.0) == pytest.approx(10.0, rel=0.05)


@pytest.mark.parametrize(
    ("begin", "seconds", "reached"),
    [(0, 2.5, 3), (5, -2.5, 2), (5, 0.1, 6), (5, -0.1, 4), (0, -9.0, 0), (9, 9.0, 9), (3, 99.0, 9)],
)
def test_a_leap_passes_as_many_sentences_as_take_the_time(begin, seconds, reached):
    book = LittleBook(10)
    target = passage_after(book, book.passages[begin], seconds, lambda _passage: 1.0)
    assert book.number(target) == reached


def test_the_sleep_timer_fades_and_ends():
    now = [0.0]
    timer = SleepTimer(lambda: now[0])
    assert (timer.remaining, timer.gain, timer.is_over) == (None, 1.0, False)
    timer.start(60.0)
    now[0] = 50.0
    assert (timer.remaining, timer.gain) == (10.0, 1.0)
    now[0] = 59.0 - FADE / 2
    assert timer.gain == pytest.approx(0.5)
    now[0] = 59.5
    assert timer.gain == 0.0
    assert not timer.is_over
    now[0] = 61.0
    assert timer.is_over
    timer.wait_for_chapter_end()
    assert timer.at_chapter_end
    assert not timer.is_over
    timer.start(1.0)
    assert not timer.at_chapter_end


def test_study_rests_where_it_is_told():
    book = LittleBook(24)
    borders = list(zip(book.passages, book.passages[1:], strict=False))
    rests = {
        study: sum(study.rests_between(before, after) for before, after in borders)
        for study in Study
    }
    assert rests == {Study.OFF: 0, Study.SENTENCE: 23, Study.PARAGRAPH: 7}
