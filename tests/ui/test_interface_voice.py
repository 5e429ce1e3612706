"""How the program's own voice takes turns with the book and with itself."""

from __future__ import annotations

import numpy as np
import pytest

from reader.errors import NoAudioDevice
from reader.settings import Settings
from reader.ui.speech.interface_voice import InterfaceVoice
from tests.fakes.quiet_desk import QuietDesk, Session


class Stage:
    def __init__(self, qtbot, desk, owner):
        self.qtbot, self.desk = qtbot, desk
        self.voice = InterfaceVoice(desk, owner)
        self.voice._timer.setInterval(20)

    @property
    def spoken(self):
        return self.desk.engine.spoken

    @property
    def queued(self):
        return sum(output.queued for output in self.desk.sound.outputs)

    def advance(self):
        for output in self.desk.sound.outputs:
            output.advance()

    def wait(self, condition):
        self.qtbot.waitUntil(condition)

    def finish(self):
        """Let all sound out."""

        def quiet():
            self.advance()
            return not self.voice._busy

        self.wait(quiet)


@pytest.fixture
def stage_for(qtbot, qapp):
    stages = []

    def make(state=None):
        stages.append(Stage(qtbot, QuietDesk(state), qapp))
        return stages[-1]

    yield make
    for stage in stages:
        stage.voice.close()


def test_texts_are_said_in_order_on_one_output_with_little_ahead(stage_for):
    stage = stage_for()
    stage.voice.say("Play, button")
    stage.voice.say("Paused")
    stage.finish()
    assert stage.spoken == ["Play, button", "Paused"]
    (output,) = stage.desk.sound.outputs
    assert output.started == 1
    assert stage.desk.sound.buffers[0] < Settings().output_buffer
    assert np.abs(output.sound).max() > 0


def test_an_interruption_takes_the_place_of_what_waits(stage_for):
    stage = stage_for()
    stage.voice.say("one")
    stage.wait(lambda: stage.queued > 0)
    stage.voice.say("two")
    stage.voice.say("three", interrupt=True)
    stage.finish()
    assert stage.spoken == ["one", "three"]
    assert stage.desk.sound.outputs[0].cleared >= 2


def test_hushed_it_is_silent_at_once(stage_for):
    stage = stage_for()
    stage.voice.say("one")
    stage.wait(lambda: stage.queued > 0)
    stage.voice.say("two")
    stage.voice.hush()
    stage.wait(lambda: stage.queued == 0 and not stage.voice._busy)
    assert stage.spoken == ["one"]
    stage.voice.say("three")
    stage.finish()
    assert stage.spoken == ["one", "three"]


def test_of_many_texts_the_oldest_give_way(stage_for):
    stage = stage_for()
    stage.voice.say("first")
    stage.wait(lambda: stage.queued > 0)
    for number in range(20):
        stage.voice.say(f"text {number}")
    stage.finish()
    assert stage.spoken[0] == "first"
    assert len(stage.spoken) == 9


def test_the_book_pauses_and_goes_on(stage_for):
    stage = stage_for("playing")
    stage.voice.say("Rate 1.5")
    assert stage.desk.session.state == "paused"
    stage.voice.say("Volume 50 %")
    assert stage.desk.session.state == "paused"
    stage.finish()
    stage.wait(lambda: stage.desk.session.playing)


@pytest.mark.parametrize("state", ["paused", "stopped"])
def test_a_book_that_is_silent_stays_silent(stage_for, state, qtbot):
    stage = stage_for(state)
    stage.voice.say("Rate 1.5")
    stage.finish()
    stage.voice.release()
    assert stage.desk.session.state == state


def test_a_command_finds_the_book_as_it_was_left(stage_for):
    stage = stage_for("playing")
    stage.voice.say("Settings, button")
    stage.voice.hush()
    stage.voice.release()
    assert stage.desk.session.playing
    stage.desk.play()  # the command: pause
    stage.voice.say("Paused")
    stage.finish()
    stage.voice.release()
    assert stage.desk.session.state == "paused"


def test_what_became_of_the_book_meanwhile_is_respected(stage_for):
    stage = stage_for("playing")
    stage.voice.say("one")
    stage.desk.session.state = "stopped"
    stage.finish()
    stage.voice.release()
    assert stage.desk.session.state == "stopped"
    stage.desk.session.state = "playing"
    stage.voice.say("two")
    stage.desk.session = Session("paused")  # another book
    stage.finish()
    stage.voice.release()
    assert stage.desk.session.state == "paused"


def test_without_a_device_the_book_goes_on_and_the_next_text_tries_again(stage_for):
    stage = stage_for("playing")
    stage.desk.sound.refusal = NoAudioDevice("Sound", "There is none.", "Connect one.")
    stage.voice.say("one")
    stage.wait(lambda: stage.desk.session.playing)
    stage.desk.sound.refusal = None
    stage.voice.say("two")
    stage.finish()
    assert stage.spoken == ["two"]


def test_a_device_that_vanishes_is_opened_again(stage_for):
    stage = stage_for()
    stage.voice.say("one")
    stage.wait(lambda: stage.queued > 0)
    stage.desk.sound.outputs[0].breakage = NoAudioDevice("Sound", "Gone.", "Connect it.")
    stage.wait(lambda: not stage.voice._running)
    stage.voice.say("two")
    stage.finish()
    assert stage.spoken[-1] == "two"
    assert stage.desk.sound.outputs[0].closed == 1


def test_an_unused_output_is_given_back(stage_for, monkeypatch):
    monkeypatch.setattr("reader.ui.speech.interface_voice._IDLE", 0.01)
    stage = stage_for()
    stage.voice.say("one")
    stage.finish()
    stage.wait(lambda: stage.desk.sound.outputs[0].closed == 1)
    stage.voice.say("two")
    stage.finish()
    assert stage.spoken == ["one", "two"]


def test_closed_it_says_no_more_and_keeps_no_device(stage_for):
    stage = stage_for()
    stage.voice.say("one")
    stage.wait(lambda: stage.queued > 0)
    stage.voice.close()
    assert stage.desk.sound.outputs[0].closed == 1


def test_foreign_words_are_said_in_their_language_at_the_readers_speed(stage_for):
    stage = stage_for()
    stage.voice.say("信, list item")
    stage.finish()
    spans = [span for each in stage.desk.engine.utterances for span in each.spans]
    assert [span.language for span in spans] == ["zh", "en"]
    assert {span.rate for span in spans} == {1.5}
