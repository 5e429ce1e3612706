"""Words, jumps, study, sleep and tones: the player beyond reading on and moving by sentences."""

import numpy as np
import pytest

from reader.playback import synthesis
from reader.playback.cues import Cue, tone
from reader.playback.player import Finished, PlayerState, Slept, StateChanged, Study, WordStarted
from reader.playback.reading_speed import ReadingSpeed
from reader.playback.sleep_timer import SleepTimer
from reader.speech.engine import SPEECH_RATE
from tests.playback.reading import CHAPTER, STEP, Reading


def seconds_of(reading):
    return len(reading.output.sound) / SPEECH_RATE


def words_told(reading, seconds, interval=0.01):
    """Listen; the second at which each word was told, and the word's place in the chapter."""
    told = []
    for _ in range(round(seconds / interval)):
        before = len(reading.said("WordStarted"))
        reading.listen(interval)
        told += [
            (event.start, event.end, seconds_of(reading))
            for event in reading.said("WordStarted")[before:]
        ]
    return told


# Words


@pytest.mark.parametrize("rate", [1.0, 2.0, 0.5])
def test_words_are_told_when_they_are_heard_at_every_rate(rate):
    with Reading(sentences=2) as reading:
        reading.player.set_rate(rate)
        reading.player.play()
        told = words_told(reading, 2.1 / rate)
        assert [(start, end) for start, end, _ in told] == [(0, 4), (5, 9), (10, 14), (15, 19)]
        for number, (_, _, seconds) in enumerate(told):
            assert seconds == pytest.approx(0.5 * number / rate, abs=0.05)


def test_a_passage_is_told_before_its_first_word():
    with Reading(sentences=1) as reading:
        reading.player.play()
        reading.listen(0.1)
        names = [type(event).__name__ for event in reading.events]
        assert names.index("PassageStarted") < names.index("WordStarted")


# Changes


def test_a_new_rate_counts_for_what_is_queued():
    with Reading(sentences=4) as reading:
        reading.player.play()
        reading.ready_after_step(4)
        reading.listen(0.5)
        assert reading.output.queued > SPEECH_RATE // 5
        reading.player.set_rate(2.0)
        told = words_told(reading, 1.0)
        assert told[1][:2] == (10, 14)
        assert told[1][2] == pytest.approx(0.5 + 0.25, abs=0.05)


def test_a_new_rate_while_paused_is_heard_after_the_pause():
    with Reading(sentences=3) as reading:
        reading.player.play()
        reading.listen(0.5)
        reading.player.pause()
        reading.step()
        reading.player.set_rate(2.0)
        reading.step()
        assert reading.output.paused
        reading.player.resume()
        reading.listen(0.4)
        assert reading.passages_said("PassageStarted") == [0, 1]
        assert reading.frames_heard(0) == pytest.approx(0.75 * SPEECH_RATE, rel=0.05)


def test_a_key_held_down_makes_the_sound_anew_only_now_and_then():
    with Reading(sentences=10) as reading:
        reading.player.play()
        reading.listen(0.5)
        before = reading.output.cleared
        for number in range(25):
            reading.player.set_rate(1.0 + number / 25)
            reading.listen(0.04)
        assert 3 <= reading.output.cleared - before <= 5


def test_a_change_when_little_is_queued_does_not_end_the_reading():
    with Reading(sentences=2) as reading:
        gate = reading.speaker.gate(1)
        reading.player.play()
        reading.ready_after_step(1)
        reading.step()
        while reading.output.queued > 0.1 * SPEECH_RATE:
            reading.output.advance(480)
            reading.clock.now += 0.02
            reading.step()
        assert reading.output.queued % (SPEECH_RATE * 30 // 1000), "a whole number of moments"
        reading.player.set_volume(0.5)
        reading.step()
        gate.set()
        reading.listen_to_the_end()
        assert reading.said("Failed") == []
        assert reading.passages_said("PassageStarted") == [0, 1]


def test_nothing_is_lost_or_repeated_by_many_changes():
    with Reading(sentences=4) as reading:
        reading.player.play()
        for number in range(12):
            reading.player.set_volume(1.0 - 0.05 * (number % 2))
            reading.listen(0.3)
        reading.player.set_volume(1.0)
        reading.listen_to_the_end()
        speech = reading.output.sound[: 4 * SPEECH_RATE]
        levels = np.round(speech / STEP)
        assert reading.passages_said("PassageStarted") == [0, 1, 2, 3]
        for number in range(4):
            assert np.abs(np.flatnonzero(levels == number + 1) - SPEECH_RATE * number).min() < 1200


def test_what_the_voice_hastened_itself_is_stretched_so_much_less(monkeypatch):
    monkeypatch.setattr(synthesis, "voice_rate", lambda rate: 1.5 if rate >= 3 else 1.0)
    with Reading(sentences=4) as reading:
        reading.speaker.hastens = True
        reading.player.set_rate(3.0)
        reading.player.play()
        reading.listen_to_the_end()
        lengths = [frames for _, frames in reading.heard() if frames > SPEECH_RATE // 40]
        assert lengths == pytest.approx([SPEECH_RATE / 3] * 4, rel=0.1)
        # It has to keep up with no more of its sound than that.
        assert set(reading.speaker.paces) == {2.0}


def test_a_new_plan_counts_from_the_next_sentence_on():
    with Reading(sentences=5) as reading:
        reading.player.play()
        reading.ready_after_step(3)
        reading.listen(0.25)
        next_sentence = reading.book.next_sentence
        reading.synthesis._following = lambda passage: next_sentence(
            next_sentence(passage) or passage
        )
        reading.player.plan_anew()
        reading.listen_to_the_end()
        assert reading.order_heard() == [0, 2, 4]


# Jumps


def test_a_jump_ahead_goes_through_what_was_made_without_making_it_again():
    with Reading(sentences=20) as reading:
        reading.player.play()
        reading.ready_after_step(15)
        reading.listen(0.5)
        asked = list(reading.speaker.asked)
        reading.player.jump(10.0)
        reading.listen(1.0)
        assert reading.order_heard() == [0, 10, 11]
        assert reading.frames_heard(10) == pytest.approx(SPEECH_RATE / 2, abs=600)
        assert reading.passages_said("PassageMoved") == [10]
        assert reading.speaker.asked[: len(asked)] == asked
        assert len(set(reading.speaker.asked)) == len(reading.speaker.asked)


def test_a_jump_back_repeats_what_was_heard_without_making_it_again():
    with Reading(sentences=20) as reading:
        reading.player.play()
        reading.listen(12.5)
        reading.player.jump(-10.0)
        reading.listen(1.0)
        assert reading.order_heard()[-2:] == [2, 3]
        assert reading.passages_said("PassageStarted")[-2:] == [12, 3]
        assert reading.passages_said("PassageMoved") == [2]
        assert len(set(reading.speaker.asked)) == len(reading.speaker.asked)


def test_a_jump_counts_in_seconds_of_listening():
    with Reading(sentences=40) as reading:
        reading.player.set_rate(2.0)
        reading.player.play()
        reading.listen(8.25)
        reading.player.jump(-5.0)
        reading.step()
        assert reading.passages_said("PassageMoved") == [6]


def test_a_jump_beyond_what_was_made_leads_to_about_where_it_should():
    with Reading(sentences=100, ahead_seconds=3.0) as reading:
        reading.player.set_speed_measure(ReadingSpeed())
        reading.player.play()
        reading.listen(20.0)
        reading.player.jump(30.0)
        reading.step()
        (target,) = reading.passages_said("PassageMoved")
        assert 45 <= target <= 65


def test_jumps_stay_in_the_book():
    with Reading(sentences=6) as reading:
        reading.player.play()
        reading.listen(2.5)
        reading.player.jump(-10.0)
        reading.listen(0.5)
        assert reading.order_heard()[-1] == 0
        reading.player.jump(100.0)
        reading.listen(0.25)
        assert reading.order_heard()[-1] == 5
        assert reading.passages_said("PassageMoved") == [0, 5]


def test_a_jump_ahead_within_the_last_sentence_stays_in_it():
    with Reading(sentences=2, seconds=30.0) as reading:
        reading.player.play(reading.book.passages[1])
        reading.ready_after_step(30)
        reading.listen(1.0)
        reading.player.jump(10.0)
        reading.listen(1.0)
        assert reading.passages_said("PassageMoved") == [1]
        reading.player.jump(10.0)
        reading.listen(1.0)
        assert reading.passages_said("PassageMoved") == [1, 1]
        reading.player.jump(10.0)  # no more than 7 are left
        reading.listen(1.0)
        assert reading.passages_said("PassageMoved") == [1, 1]
        reading.listen_to_the_end()
        assert reading.frames_heard(1) == pytest.approx(10 * SPEECH_RATE, abs=0.1 * SPEECH_RATE)
        assert reading.passages_said("PassageStarted") == [1]


def test_a_jump_ahead_never_leads_back_while_a_move_is_due():
    with Reading(sentences=12) as reading:
        speed = ReadingSpeed()
        speed.note(90, 3000.0)
        reading.player.set_speed_measure(speed)
        assert speed.seconds(9, 1.0) > 10
        reading.player.play(reading.book.passages[4])
        reading.listen(0.5)
        reading.player.pause()
        reading.player.seek(reading.book.passages[6])
        reading.player.jump(10.0)
        reading.step()
        assert reading.passages_said("PassageMoved") == [6, 7]


def test_browsing_leaves_the_reading_speed_as_it_is():
    with Reading(sentences=60, seconds=4.0) as reading:
        speed = ReadingSpeed()
        speed.note(900, 400.0)
        reading.player.set_speed_measure(speed)
        usual = speed.seconds(900, 1.0)
        reading.player.play()
        for passage in reading.book.passages[:40]:
            reading.player.seek(passage)
            reading.listen(0.3)
        assert speed.seconds(900, 1.0) == pytest.approx(usual, rel=0.05)


def test_what_was_read_to_its_end_counts_for_the_reading_speed():
    with Reading(sentences=3) as reading:
        speed = ReadingSpeed()
        before = speed.seconds(9, 1.0)
        reading.player.set_speed_measure(speed)
        reading.player.play()
        reading.listen_to_the_end()
        learnt = ReadingSpeed()
        learnt.note(27, 3.0)
        assert before < speed.seconds(9, 1.0) == pytest.approx(learnt.seconds(9, 1.0))


def test_a_jump_back_before_the_place_that_playing_began_with():
    with Reading(sentences=60) as reading:
        reading.player.play(reading.book.passages[40])
        reading.listen(5.25)
        reading.player.jump(-10.0)
        reading.listen(0.25)
        (target,) = reading.passages_said("PassageMoved")
        assert 20 <= target < 40


def test_a_jump_while_paused_stays_silent():
    with Reading(sentences=20) as reading:
        reading.player.play()
        reading.listen(5.25)
        reading.player.pause()
        reading.player.jump(-3.0)
        reading.step()
        assert reading.player.state is PlayerState.PAUSED
        assert reading.player.passage == reading.book.passages[2]
        assert reading.output.queued == 0
        reading.player.resume()
        reading.listen(0.5)
        assert reading.order_heard()[-1] == 2


def test_a_jump_while_stopped_only_moves():
    with Reading(sentences=20) as reading:
        reading.player.seek(reading.book.passages[3])
        reading.player.jump(2.0)
        reading.step()
        assert reading.output.started == 0
        assert reading.player.passage > reading.book.passages[3]


def test_an_empty_book_has_nowhere_to_jump():
    with Reading(sentences=0) as reading:
        reading.player.jump(10.0)
        reading.step()
        assert reading.events == []


# Study


def rest(reading, number):
    """Listen until the player rests; it must be after sentence `number`."""
    for _ in range(100):
        reading.listen(0.1)
        if reading.player.state is PlayerState.PAUSED:
            break
    assert reading.events[-1] == StateChanged(PlayerState.PAUSED)
    assert reading.player.resting
    assert reading.player.passage == reading.book.passages[number]


def test_study_rests_after_each_sentence_and_goes_on_with_the_next():
    with Reading(sentences=3) as reading:
        reading.player.set_study(Study.SENTENCE)
        reading.player.play()
        rest(reading, 0)
        assert reading.heard() == [(0, SPEECH_RATE)]
        reading.player.resume()
        rest(reading, 1)
        reading.player.toggle()
        reading.listen_to_the_end()
        assert reading.heard() == [(number, SPEECH_RATE) for number in range(3)]
        assert reading.said("Finished") == [Finished()]


def test_the_device_rests_too():
    with Reading(sentences=3) as reading:
        reading.player.set_study(Study.SENTENCE)
        reading.player.play()
        rest(reading, 0)
        assert reading.output.paused
        reading.player.resume()
        reading.listen(0.5)
        assert not reading.output.paused
        assert reading.order_heard() == [0, 1]


def test_study_by_paragraphs_rests_at_their_ends():
    with Reading(sentences=9) as reading:
        reading.player.set_study(Study.PARAGRAPH)
        reading.player.play()
        rest(reading, 2)
        reading.player.resume()
        rest(reading, 5)


def test_a_sentence_may_be_heard_again_in_study():
    with Reading(sentences=3) as reading:
        reading.player.set_study(Study.SENTENCE)
        reading.player.play()
        rest(reading, 0)
        reading.player.play(reading.book.passages[0])
        rest(reading, 0)
        reading.player.resume()
        rest(reading, 1)
        assert reading.heard() == [(0, 2 * SPEECH_RATE), (1, SPEECH_RATE)]


def test_study_begun_in_the_middle_counts_for_the_present_sentence():
    with Reading(sentences=3) as reading:
        reading.player.play()
        reading.listen(0.8)
        reading.player.set_study(Study.SENTENCE)
        rest(reading, 0)


def test_study_ended_goes_on():
    with Reading(sentences=3) as reading:
        reading.player.set_study(Study.SENTENCE)
        reading.player.play()
        rest(reading, 0)
        reading.player.set_study(Study.OFF)
        reading.player.resume()
        reading.listen_to_the_end()
        assert reading.order_heard() == [0, 1, 2]


# Sleep


@pytest.fixture
def sleepy():
    with Reading(sentences=60) as reading:
        reading.timer = SleepTimer(reading.clock)
        reading.player.set_sleep_timer(reading.timer)
        yield reading


def test_the_sound_fades_and_pauses_when_the_time_is_over(sleepy):
    sleepy.timer.start(20.0)
    sleepy.player.play()
    sleepy.listen(10.0)
    assert sleepy.timer.remaining == pytest.approx(10.0, abs=0.1)
    sleepy.listen(11.0)
    assert sleepy.said("Slept") == [Slept()]
    assert sleepy.events[-1] == StateChanged(PlayerState.PAUSED)
    assert sleepy.timer.remaining is None
    level_at = [sleepy.output.sound[round(second * SPEECH_RATE)] for second in (13, 16.5, 18.9)]
    assert level_at[0] == 14 * STEP
    assert 0.3 * 17 * STEP < level_at[1] < 0.7 * 17 * STEP
    assert level_at[2] < 0.1 * 19 * STEP


def test_after_sleep_it_goes_on_where_it_could_still_be_heard(sleepy):
    sleepy.timer.start(20.0)
    sleepy.player.play()
    sleepy.listen(21.0)
    heard = len(sleepy.output.sound)
    sleepy.player.resume()
    sleepy.listen(1.0)
    again = sleepy.output.sound[heard:]
    assert again[SPEECH_RATE // 10] in (15 * STEP, 16 * STEP)
    names = [
        type(event).__name__ for event in sleepy.events if event not in sleepy.said("WordStarted")
    ]
    assert names[names.index("Slept") - 1] == "PassageMoved"
    (place,) = sleepy.passages_said("PassageMoved")
    assert sleepy.passages_said("PassageStarted")[-1] == place + 1
    assert again[SPEECH_RATE // 10] == (place + 1) * STEP
    assert sleepy.player.state is PlayerState.PLAYING


def test_a_time_that_passes_in_silence_does_not_stop_the_next_reading(sleepy):
    sleepy.timer.start(5.0)
    sleepy.clock.now += 60.0
    sleepy.player.play()
    sleepy.listen(1.0)
    assert sleepy.said("Slept") == []
    assert sleepy.player.state is PlayerState.PLAYING


def test_sleep_at_the_end_of_the_chapter(sleepy):
    sleepy.timer.wait_for_chapter_end()
    sleepy.player.play(sleepy.book.passages[CHAPTER - 2])
    sleepy.listen(4.0)
    assert sleepy.said("Slept") == [Slept()]
    assert sleepy.player.state is PlayerState.PAUSED
    assert not sleepy.player.resting
    assert sleepy.output.paused
    assert sleepy.order_heard() == [CHAPTER - 2, CHAPTER - 1]
    sleepy.player.resume()
    sleepy.listen(2.0)
    assert sleepy.order_heard()[2:] == [CHAPTER, CHAPTER + 1]


def test_sleep_can_be_put_off_and_given_up(sleepy):
    sleepy.timer.start(5.0)
    sleepy.player.play()
    sleepy.listen(4.0)
    sleepy.timer.start(10.0)
    sleepy.listen(4.0)
    assert sleepy.player.state is PlayerState.PLAYING
    sleepy.timer.cancel()
    sleepy.listen(10.0)
    assert sleepy.said("Slept") == []
    assert sleepy.output.sound[-1] > STEP


# Tones


def test_a_tone_goes_before_the_sentence_at_any_rate_and_unchanged():
    cue = tone(Cue.HEADING)
    with Reading(sentences=4) as reading:
        reading.player.set_cues(
            lambda passage: Cue.HEADING if passage == reading.book.passages[2] else None
        )
        reading.player.set_rate(2.0)
        reading.player.play()
        reading.listen_to_the_end()
        sound = reading.output.sound
        begin = np.flatnonzero(sound < 0)[0] // 1
        found = sound[begin - SPEECH_RATE // 50 : begin + len(cue)]
        places = [
            place
            for place in range(len(found) - len(cue))
            if np.array_equal(found[place : place + len(cue)], cue)
        ]
        assert len(places) == 1


def test_where_it_cannot_be_told_whether_a_tone_goes_before_the_sentence_is_read(caplog):
    def unknown(_passage):
        raise RuntimeError("The bookmarks are gone.")

    with Reading(sentences=2) as reading:
        reading.player.set_cues(unknown)
        reading.player.play()
        reading.listen_to_the_end()
        assert reading.order_heard() == [0, 1]
        assert reading.said("Failed") == []
    assert "The bookmarks are gone." in caplog.text


def test_the_clock_counts_the_tones():
    cue = tone(Cue.BOOKMARK)
    with Reading(sentences=3) as reading:
        reading.player.set_cues(lambda _passage: Cue.BOOKMARK)
        reading.player.play()
        told = words_told(reading, 3.5)
        for number, (_, _, seconds) in enumerate(told):
            tones = (number // 2 + 1) * len(cue) / SPEECH_RATE
            assert seconds == pytest.approx(0.5 * number + tones, abs=0.03)


@pytest.mark.parametrize("cue", list(Cue))
def test_tones_are_short_and_soft(cue):
    sound = tone(cue)
    assert len(sound) <= 0.15 * SPEECH_RATE
    assert 20 * np.log10(np.sqrt(np.mean(sound**2))) == pytest.approx(-20, abs=0.1)
    assert abs(sound[0]) < 0.001
    assert abs(sound[-1]) < 0.001
    assert np.abs(np.diff(sound)).max() < 0.05


def test_word_events_name_their_passage():
    with Reading(sentences=1) as reading:
        reading.player.play()
        reading.listen(0.1)
        assert reading.said("WordStarted") == [WordStarted(reading.book.passages[0], 0, 4)]
