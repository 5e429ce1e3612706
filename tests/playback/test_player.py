"""The player, a round at a time: what is heard, in which order, and what is told."""

import threading

import numpy as np
import pytest

from reader.errors import NoAudioDevice, PlaybackError
from reader.playback import device
from reader.playback.haste import voice_rate
from reader.playback.player import (
    Failed,
    Finished,
    OutputChanged,
    PassageMoved,
    PassageStarted,
    Player,
    PlayerState,
    StateChanged,
)
from reader.playback.recorder import LAST_SILENCE
from reader.playback.resampled import ResampledOutput
from reader.settings import FASTEST
from reader.speech.engine import SPEECH_RATE
from tests.fakes.output import FakeOutput
from tests.playback.reading import CHAPTER, STEP, Hummer, LittleBook, Reading, failure


def test_sentences_sound_in_order_without_a_gap_or_a_frame_lost():
    with Reading(sentences=5) as reading:
        reading.player.play()
        reading.listen_to_the_end()

        assert reading.heard() == [(number, SPEECH_RATE) for number in range(5)]
        assert reading.passages_said("PassageStarted") == [0, 1, 2, 3, 4]
        assert reading.events[-2:] == [Finished(), StateChanged(PlayerState.STOPPED)]
        assert reading.player.state is PlayerState.STOPPED


def test_only_the_first_sentence_is_urgent():
    with Reading(sentences=4) as reading:
        reading.player.play()
        reading.listen_to_the_end()
        assert reading.speaker.urgent == [0]


def test_a_passage_starts_when_its_first_frame_is_heard():
    with Reading() as reading:
        reading.player.play()
        reading.step()
        reading.ready(3)
        reading.step()
        assert reading.passages_said("PassageStarted") == []
        reading.output.advance(1)
        reading.step()
        assert reading.passages_said("PassageStarted") == [0]

        reading.listen(1 - 1 / SPEECH_RATE)
        assert reading.passages_said("PassageStarted") == [0]
        reading.output.advance(1)
        reading.step()
        assert reading.passages_said("PassageStarted") == [0, 1]


def test_the_state_is_there_at_once_and_told_in_order():
    with Reading() as reading:
        reading.player.play()
        assert reading.player.state is PlayerState.PLAYING
        assert reading.events == []
        reading.step()
        reading.player.pause()
        assert reading.player.state is PlayerState.PAUSED
        reading.step()
        reading.player.stop()
        assert reading.player.state is PlayerState.STOPPED
        reading.step()
        states = [event.state for event in reading.said("StateChanged")]
        assert states == [PlayerState.PLAYING, PlayerState.PAUSED, PlayerState.STOPPED]


def test_pause_keeps_the_place_to_the_frame():
    with Reading(sentences=3) as reading:
        reading.player.play()
        reading.listen(0.5)
        reading.player.toggle()
        reading.step()
        assert reading.output.paused
        assert reading.output.advance(SPEECH_RATE) == 0
        reading.player.toggle()
        reading.listen_to_the_end()
        assert reading.heard() == [(0, SPEECH_RATE), (1, SPEECH_RATE), (2, SPEECH_RATE)]


def test_stop_goes_back_to_the_beginning_of_the_passage():
    with Reading(sentences=3) as reading:
        reading.player.play()
        reading.listen(1.5)
        reading.player.stop()
        reading.step()
        assert reading.output.queued == 0
        assert reading.player.passage == reading.book.passages[1]
        reading.player.play()
        reading.listen_to_the_end()
        assert reading.heard() == [(0, SPEECH_RATE), (1, SPEECH_RATE * 3 // 2), (2, SPEECH_RATE)]


def test_next_while_playing_cuts_the_sentence_and_goes_on():
    with Reading(sentences=4) as reading:
        reading.player.play()
        reading.listen(0.25)
        reading.move(reading.book.next_sentence)
        reading.step()
        assert reading.events[-1] == PassageMoved(reading.book.passages[1])
        reading.listen_to_the_end()
        assert reading.heard() == [
            (0, SPEECH_RATE // 4),
            (1, SPEECH_RATE),
            (2, SPEECH_RATE),
            (3, SPEECH_RATE),
        ]


def test_previous_while_playing_goes_back():
    with Reading(sentences=4) as reading:
        reading.player.play(reading.book.passages[2])
        reading.listen(0.25)
        reading.move(reading.book.previous_sentence)
        reading.listen_to_the_end()
        assert reading.order_heard() == [2, 1, 2, 3]


@pytest.mark.parametrize(
    ("move", "target"),
    [
        ("next_sentence", CHAPTER + 5),
        ("previous_sentence", CHAPTER + 3),
        ("next_paragraph", CHAPTER + 6),
        ("previous_paragraph", CHAPTER),
        ("next_chapter", 2 * CHAPTER),
        ("previous_chapter", 0),
    ],
)
def test_moves_while_stopped_are_silent(move, target):
    with Reading(sentences=3 * CHAPTER) as reading:
        reading.player.seek(reading.book.passages[CHAPTER + 4])
        reading.step()
        reading.move(getattr(reading.book, move))
        reading.step()
        assert reading.passages_said("PassageMoved") == [CHAPTER + 4, target]
        assert reading.player.passage == reading.book.passages[target]
        assert reading.player.state is PlayerState.STOPPED
        assert reading.speaker.asked == []
        assert reading.output.started == 0


def test_a_move_while_paused_waits_for_resume():
    with Reading(sentences=6) as reading:
        reading.player.play()
        reading.listen(0.5)
        reading.player.pause()
        reading.player.seek(reading.book.passages[4])
        reading.step()
        assert reading.output.queued == 0
        assert reading.player.state is PlayerState.PAUSED
        assert reading.events[-2] == PassageMoved(reading.book.passages[4])
        reading.player.resume()
        reading.listen_to_the_end()
        assert reading.order_heard() == [0, 4, 5]


def test_twenty_quick_moves_do_not_synthesise_the_sentences_on_the_way():
    with Reading(sentences=60, ahead_seconds=3.0) as reading:
        reading.player.play()
        reading.listen(0.1)
        reading.ready(3.0)
        reading.speaker.asked.clear()
        for _ in range(20):
            reading.move(reading.book.next_sentence)
            reading.step()
            reading.clock.now += 0.05
        assert reading.passages_said("PassageMoved") == list(range(1, 21))
        reading.clock.now += 0.2
        reading.listen(0.5)
        assert reading.order_heard() == [0, 20]
        # The first move is spoken at once; of those that follow, only the one settled on.
        assert set(reading.speaker.urgent) - {1} == {0, 20}
        assert not set(reading.speaker.asked) & set(range(6, 20))


def test_quick_moves_before_the_first_sound_wait_for_the_listener_to_settle():
    with Reading(sentences=6) as reading:
        reading.player.seek(reading.book.passages[1])
        reading.player.play()
        reading.player.seek(reading.book.passages[2])
        reading.step()
        assert reading.output.started == 0
        assert reading.said("Failed") == []
        reading.clock.now += 0.25
        reading.listen_to_the_end()
        assert reading.order_heard() == [2, 3, 4, 5]


def test_stop_during_a_blocked_synthesis_takes_effect_at_once():
    with Reading() as reading:
        gate = reading.speaker.gate(0)
        reading.player.play()
        reading.step()
        assert reading.speaker.entered[0].wait(10)
        reading.player.stop()
        reading.step()
        assert reading.events[-1] == StateChanged(PlayerState.STOPPED)
        gate.set()
        reading.player.play(reading.book.passages[3])
        reading.listen(0.5)
        assert reading.order_heard() == [3]


def test_next_during_a_blocked_synthesis_throws_away_what_it_brings():
    with Reading() as reading:
        gate = reading.speaker.gate(1)
        reading.player.play()
        reading.step()
        assert reading.speaker.entered[1].wait(10)
        reading.listen(0.5)
        reading.player.seek(reading.book.passages[4])
        reading.step()
        assert reading.output.queued == 0
        assert reading.player.passage == reading.book.passages[4]
        gate.set()
        reading.listen_to_the_end()
        assert reading.order_heard() == [0, 4, 5]


def test_a_late_synthesis_is_waited_for():
    with Reading(sentences=2) as reading:
        gate = reading.speaker.gate(1)
        reading.player.play()
        reading.step()
        assert reading.speaker.entered[1].wait(10)
        for _ in range(10):
            reading.step()
            reading.output.advance(SPEECH_RATE // 5)
        assert reading.output.silent_frames > 0
        assert reading.player.state is PlayerState.PLAYING
        gate.set()
        reading.listen_to_the_end()
        assert reading.heard() == [(0, SPEECH_RATE), (1, SPEECH_RATE)]


@pytest.mark.parametrize("rate", [0.5, 0.8, 1.25, 2.0, 3.0, 4.0])
def test_positions_stay_right_at_every_rate(rate):
    with Reading(sentences=8) as reading:
        reading.player.set_rate(rate)
        reading.player.play()
        times = starts(reading)
        assert list(times) == list(range(8))
        for number, seconds in times.items():
            assert seconds == pytest.approx(number / rate, abs=0.03)


def test_positions_stay_right_when_the_rate_changes_in_mid_sentence():
    with Reading(sentences=6, seconds=2.0) as reading:
        reading.player.play()
        reading.step()
        reading.ready(12)
        reading.listen(1.0)
        reading.player.set_rate(2.0)
        times = starts(reading)
        # What was in the buffer was not heard at the old rate either.
        assert times[1] == pytest.approx(1.0 + 1.0 / 2, abs=0.03)
        assert times[5] == pytest.approx(times[1] + 4.0, abs=0.03)


def starts(reading):
    """Listen to the end: the second at which each sentence's sound began, by what was told."""
    times = {}
    while not reading.said("Finished"):
        reading.listen(0.01)
        for number in reading.passages_said("PassageStarted"):
            times.setdefault(number, len(reading.output.sound) / SPEECH_RATE)
    return times


def test_what_is_told_agrees_with_what_is_heard_at_double_rate():
    with Reading(sentences=6) as reading:
        reading.player.set_rate(2.0)
        reading.player.play()
        told = starts(reading)
        levels = np.round(reading.output.sound / STEP).astype(int) - 1
        for number, seconds in told.items():
            heard = np.flatnonzero(levels == number)[0] / SPEECH_RATE
            assert seconds == pytest.approx(heard, abs=0.04)


def test_the_speaker_knows_how_fast_it_is_heard():
    with Reading(sentences=6, ahead_seconds=1.0) as reading:
        reading.player.play()
        reading.listen(0.5)
        assert set(reading.speaker.paces) == {1.0}
        reading.player.set_rate(2.5)
        reading.listen_to_the_end()
        assert reading.speaker.paces[-1] == 2.5 / voice_rate(2.5)
        reading.player.set_rate(100)
        reading.player.play()
        reading.listen(0.5)
        assert reading.speaker.paces[-1] == FASTEST / voice_rate(FASTEST)


def test_a_new_volume_is_faded_in_at_once():
    with Reading(sentences=2) as reading:
        reading.player.play()
        reading.listen(0.5)
        reading.player.set_volume(0.25)
        reading.listen_to_the_end()
        sound = reading.output.sound
        changed = np.flatnonzero(sound < STEP)[0]
        assert (sound[:changed] == STEP).all()
        assert changed / SPEECH_RATE == pytest.approx(0.5, abs=0.04)
        faded = sound[changed : changed + SPEECH_RATE // 10]
        assert faded[0] == 0.0
        assert np.diff(faded).max() < STEP / 100
        assert (sound[changed + SPEECH_RATE // 40 : SPEECH_RATE] == STEP * 0.25).all()


def test_a_sentence_that_fails_is_left_out_and_told_once():
    with Reading(sentences=4) as reading:
        error = failure()
        reading.speaker.failing = {1: error}
        reading.player.play()
        reading.listen_to_the_end()
        assert reading.said("Failed") == [Failed(error)]
        assert reading.order_heard() == [0, 2, 3]


def test_a_sentence_of_which_nothing_is_said_is_passed_over():
    with Reading(sentences=5) as reading:
        reading.speaker.mute = frozenset((1, 2, 4))
        reading.player.play()
        reading.listen_to_the_end()
        assert reading.order_heard() == [0, 3]
        assert reading.passages_said("PassageStarted") == [0, 3]
        assert reading.said("Failed") == []
        assert len(reading.said("Finished")) == 1


def test_where_nothing_is_said_from_the_place_on_the_book_is_finished():
    with Reading(sentences=4) as reading:
        reading.speaker.mute = frozenset((2, 3))
        reading.player.play(reading.book.passages[2])
        reading.listen_to_the_end()
        assert reading.order_heard() == []
        assert len(reading.said("Finished")) == 1


def test_failures_in_a_row_are_told_once_and_end_the_reading_at_five():
    with Reading(sentences=12) as reading:
        reading.speaker.failing = {number: failure(str(number)) for number in range(2, 12)}
        reading.player.play()
        for _ in range(30):
            reading.listen(0.1)
        assert reading.order_heard() == [0, 1]
        assert [event.error.reason for event in reading.said("Failed")] == ["2", "6"]
        assert reading.player.state is PlayerState.STOPPED
        assert reading.said("Finished") == []
        assert reading.speaker.asked == [0, 1, 2, 3, 4, 5, 6]


def test_where_the_voice_comes_back_it_goes_on_with_the_sentence_heard_last():
    with Reading(sentences=12) as reading:
        reading.speaker.failing = {number: failure(str(number)) for number in range(2, 12)}
        reading.player.play()
        for _ in range(30):
            reading.listen(0.1)
        assert reading.player.passage == reading.book.passages[1]
        reading.speaker.failing = {}
        reading.player.play()
        reading.listen(2.5)
        assert reading.order_heard() == [0, 1, 2, 3]


def test_an_unexpected_error_becomes_one_in_words():
    with Reading(sentences=3) as reading:
        reading.speaker.failing = {1: ZeroDivisionError("oops")}
        reading.player.play()
        reading.listen_to_the_end()
        assert reading.order_heard() == [0, 2]
        assert "oops" in str(reading.said("Failed")[0].error)


def test_no_device_is_told_and_the_place_kept():
    refusal = NoAudioDevice("Sound", "There is no device.", "Connect one.")
    with Reading(output=FakeOutput(refusal=refusal)) as reading:
        reading.player.play(reading.book.passages[2])
        reading.step()
        # Whoever looked at the state after play() saw it playing, and must hear that it is not.
        assert reading.events == [Failed(refusal), StateChanged(PlayerState.STOPPED)]
        assert reading.player.state is PlayerState.STOPPED
        assert reading.player.passage == reading.book.passages[2]

        reading.output.refusal = None
        reading.player.play()
        reading.listen(0.5)
        assert reading.order_heard() == [2]


def gone():
    return PlaybackError("Headphones", "The sound device has gone.")


def test_a_device_that_vanishes_pauses_the_reading_and_may_come_back():
    with Reading() as reading:
        reading.player.play()
        reading.listen(1.5)
        reading.output.breakage = error = gone()
        reading.step()
        assert reading.events[-2:] == [Failed(error), StateChanged(PlayerState.PAUSED)]
        assert reading.output.closed == 1
        assert reading.player.passage == reading.book.passages[1]

        reading.output.breakage = None
        reading.player.resume()
        reading.listen(0.5)
        assert reading.output.started == 2
        assert reading.order_heard() == [0, 1]
        assert reading.passages_said("PassageStarted") == [0, 1, 1]


def test_where_there_is_another_device_the_sentence_goes_on_there():
    with Reading() as reading:
        first, other = reading.output, FakeOutput()
        reading.player.set_another_output(lambda: other)
        reading.player.play()
        reading.listen(1.5)
        first.breakage = gone()
        reading.step()
        assert reading.said("Failed") == []
        assert reading.events[-1] == OutputChanged("Headphones")
        assert first.closed == 1
        reading.output = other
        reading.listen_to_the_end()
        assert reading.order_heard() == [1, 2, 3, 4, 5]
        assert reading.player.state is PlayerState.STOPPED


def test_another_device_is_tried_only_once():
    with Reading() as reading:
        other = FakeOutput()
        other.breakage = gone()
        reading.player.set_another_output(lambda: other)
        reading.player.play()
        reading.listen(0.5)
        reading.output.breakage = gone()
        reading.step()
        reading.step()
        assert [type(event).__name__ for event in reading.events[-3:]] == [
            "OutputChanged",
            "Failed",
            "StateChanged",
        ]
        assert reading.player.state is PlayerState.PAUSED


def test_a_device_found_lost_by_a_move_gives_way_to_one_that_goes_on_where_it_led():
    class Fragile(FakeOutput):
        def clear(self):
            if self.breakage is not None:
                raise self.breakage
            super().clear()

        def _check(self):
            assert self._running, "used while closed"

    with Reading(sentences=6, output=Fragile()) as reading:
        other = FakeOutput()
        reading.player.set_another_output(lambda: other)
        reading.player.play()
        reading.listen(0.5)
        reading.output.breakage = PlaybackError("Headphones", "They are gone.")
        reading.player.seek(reading.book.passages[3])
        reading.step()
        reading.output = other
        reading.listen(0.5)
        assert reading.passages_said("PassageStarted") == [0, 3]


def test_where_there_is_no_other_device_what_was_lost_is_told():
    with Reading() as reading:
        refusal = NoAudioDevice("Sound", "There is no device.", "Connect one.")
        reading.player.set_another_output(lambda: FakeOutput(refusal=refusal))
        reading.player.play()
        reading.listen(0.5)
        reading.output.breakage = error = gone()
        reading.step()
        assert reading.events[-2:] == [Failed(error), StateChanged(PlayerState.PAUSED)]


def test_a_device_that_vanishes_as_the_reading_is_stopped_leaves_it_stopped():
    with Reading() as reading:
        reading.player.play()
        reading.listen(0.5)
        reading.output.breakage = error = gone()
        reading.player.stop()
        reading.step()
        assert reading.said("Failed") == [Failed(error)]
        assert reading.player.state is PlayerState.STOPPED


def test_an_output_that_cannot_even_be_closed_does_not_end_the_player(caplog):
    with Reading() as reading:
        reading.player.play()
        reading.listen(0.5)
        error = gone()
        close = reading.output.close
        reading.output.breakage = error
        reading.output.close = lambda: 1 / 0
        reading.step()
        assert reading.events[-2:] == [Failed(error), StateChanged(PlayerState.PAUSED)]

        close()
        reading.output.breakage, reading.output.close = None, close
        reading.player.play()
        reading.listen(0.5)
        assert reading.order_heard() == [0]
    assert "could not be closed" in caplog.text


def test_a_device_that_hangs_as_it_is_closed_does_not_hold_the_player(monkeypatch, caplog):
    monkeypatch.setattr(device, "_CLOSING", 0.01)
    hanging = threading.Event()
    with Reading() as reading:
        reading.player.play()
        reading.listen(0.5)
        reading.output.breakage = error = gone()
        reading.output.close = hanging.wait
        reading.step()
        assert reading.events[-2:] == [Failed(error), StateChanged(PlayerState.PAUSED)]
    hanging.set()
    assert "does not let itself be closed" in caplog.text


def wait_in_vain(reading, seconds):
    """Let time pass in which the device plays nothing."""
    for _ in range(round(seconds / 0.1)):
        reading.step()
        reading.clock.now += 0.1


def test_a_device_that_plays_nothing_any_more_is_found_out():
    with Reading() as reading:
        reading.player.play()
        reading.ready_after_step(2)
        reading.listen(0.5)
        wait_in_vain(reading, 4.5)
        assert reading.player.state is PlayerState.PLAYING
        wait_in_vain(reading, 1.0)
        assert "no longer plays" in str(reading.said("Failed")[0].error)
        assert reading.player.state is PlayerState.PAUSED
        reading.player.resume()
        reading.listen(1.0)
        assert reading.order_heard() == [0]
        assert reading.player.state is PlayerState.PLAYING


def test_a_long_pause_is_no_reason_to_give_up_the_device():
    with Reading() as reading:
        reading.player.play()
        reading.ready_after_step(2)
        reading.listen(0.5)
        reading.player.pause()
        reading.step()
        reading.clock.now += 600.0
        reading.player.resume()
        reading.listen(1.0)
        assert reading.said("Failed") == []


def test_a_slow_voice_is_no_reason_to_give_up_the_device():
    with Reading() as reading:
        reading.speaker.gate(1)
        reading.player.play()
        reading.step()
        assert reading.speaker.entered[1].wait(10)
        for _ in range(100):
            reading.step()
            reading.output.advance(SPEECH_RATE // 5)
            reading.clock.now += 0.2
        assert reading.said("Failed") == []


def test_a_stop_is_not_lost_among_many_moves():
    with Reading(sentences=6) as reading:
        reading.player.play()
        reading.listen(0.5)
        reading.player.stop()
        for _ in range(1000):
            reading.player.seek(reading.book.passages[3])
        reading.player.seek(reading.book.passages[4])
        assert len(reading.player._wishes._wishes) < 1000
        reading.step()
        assert reading.player.state is PlayerState.STOPPED
        assert reading.player.passage == reading.book.passages[4]


def test_after_closing_nothing_is_wished_for_any_more():
    with Reading() as reading:
        reading.player.play()
        reading.step()
        assert reading.player.close()
        reading.player.play(reading.book.passages[1])
        reading.step()
        assert reading.player.state is PlayerState.STOPPED
        assert (reading.output.started, reading.output.closed) == (1, 1)


def test_closing_in_the_middle_of_a_round_tells_no_state():
    with Reading() as reading:
        reading.player.play()
        reading.step()
        told = list(reading.events)
        reading.player._wishes.close()
        reading.step()
        assert reading.events == told


def test_on_a_device_of_another_rate_the_last_word_is_heard_to_its_end():
    device = FakeOutput(rate=48_000)
    with Reading(sentences=1, output=ResampledOutput(device)) as reading:
        reading.player.play()
        reading.step()
        reading.ready(1)
        while not reading.said("Finished"):
            reading.step()
            device.advance(960)
        loud = np.flatnonzero(device.sound > STEP / 2)
        assert len(loud) == pytest.approx(48_000, abs=2)


def test_an_empty_book_does_not_play():
    with Reading(sentences=0) as reading:
        reading.player.play()
        reading.step()
        assert reading.player.state is PlayerState.STOPPED
        assert reading.events == [StateChanged(PlayerState.STOPPED)]


def test_sound_made_ahead_is_bounded():
    with Reading(sentences=100, ahead_seconds=3.0) as reading:
        reading.player.play()
        reading.step()
        reading.when_ready(lambda: reading.synthesis.seconds >= 3.0)
        reading.listen(10)
        assert reading.synthesis.seconds <= 3.5
        assert len(reading.speaker.asked) <= 10 + 3 + 2


def test_events_that_are_not_taken_do_not_stop_the_reading(caplog):
    with Reading(sentences=2) as reading:
        reading.player._on_event = lambda event: 1 / 0
        reading.player.play()
        for _ in range(30):
            reading.listen(0.1)
        assert reading.order_heard() == [0, 1]
    assert "an event was not taken" in caplog.text


def test_on_its_own_thread_it_reads_a_book_and_ends():
    book = LittleBook(4)
    speaker = Hummer(book, seconds=0.2)
    output = FakeOutput()
    finished = threading.Event()
    started = []

    def take(event):
        if isinstance(event, PassageStarted):
            started.append(book.number(event.passage))
        if isinstance(event, Finished):
            finished.set()

    player = Player(book, speaker.narrate, speaker, output, on_event=take)
    player.play()
    total = 0
    while total < 4 * SPEECH_RATE // 5 + len(LAST_SILENCE):
        assert output.wait_until(lambda out: out.queued)
        total += output.advance()
    assert finished.wait(10)
    assert player.close()
    assert started == [0, 1, 2, 3]
    assert output.closed == 1


def test_closing_in_the_middle_ends_the_threads():
    with Reading(sentences=50) as reading:
        threaded = Player(
            reading.book,
            reading.speaker.narrate,
            reading.speaker,
            output := FakeOutput(),
            on_event=lambda event: None,
        )
        threaded.play()
        assert output.wait_until(lambda out: out.queued)
        assert threaded.close()
