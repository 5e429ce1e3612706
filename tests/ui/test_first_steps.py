"""The questions of the first start: asked one by one, answered at once, left for later once."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.errors import NoAudioDevice
from reader.settings import load
from reader.ui import language
from reader.ui.first_steps import show_first_steps
from reader.ui.speech.screen_readers import ScreenReader
from reader.ui.voices_dialog import VoicesDialog
from tests.fakes.desk import FakeSound
from tests.fakes.engine import FakeEngine


@pytest.fixture
def english(qapp):
    """Has the window speak English again afterwards."""
    yield
    language.install(qapp, "en")


class Voice:
    """A voice of the window's own that keeps what it says."""

    def __init__(self):
        self.said, self.hushed = [], 0

    def say(self, text, *, interrupt=False):
        self.said.append(text)

    def hush(self):
        self.hushed += 1

    def release(self):
        pass

    def close(self):
        pass


@pytest.fixture
def start(make_scene, qtbot, english):
    """Starts the program; returns the scene with the first steps open in it."""

    def start(*, reader=None, engines=(), **choices):
        sound = FakeSound()
        sound.engines = [sound.engine, *engines]
        scene = make_scene(sound=sound, **choices)
        scene.window.screen_readers.running = reader
        scene.window.screen_readers.known = True
        scene.voice = scene.window.desktop.speech.voice = Voice()
        scene.announced = []
        scene.steps = show_first_steps(scene.window)
        scene.steps.told.connect(scene.announced.append)
        qtbot.waitUntil(lambda: QApplication.activeWindow() is scene.steps)
        qtbot.waitUntil(scene.steps.steps[1].samples["en"].isEnabled)
        return scene

    return start


def focused():
    return QApplication.focusWidget()


def press(*keys):
    for key in keys:
        QTest.keySequence(focused(), QKeySequence(key))


def test_three_steps_forth_and_back_are_told_and_have_the_focus(start):
    scene = start()
    first, second, third = scene.steps.steps
    assert focused() is first.choice.buttons[""]
    assert not scene.steps.back.isEnabled()
    press("Return")
    assert focused() is second.lists["en"]
    press("Return")
    assert focused() is third.choice.buttons["none"]
    scene.steps.back.click()
    assert focused() is second.lists["en"]
    assert scene.announced == [
        "Step 2 of 3: The voices",
        "Step 3 of 3: Who speaks the windows",
        "Step 2 of 3: The voices",
    ]


def test_at_the_end_they_are_never_asked_again(start, qtbot):
    scene = start()
    press("Return", "Return")
    assert scene.steps.next.text() == "&Finish"
    press("Return")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    scene.window.choices.save()
    assert (load().welcomed, load().self_voicing_offered) == (True, True)


def test_left_for_later_they_are_asked_once_more(start, qtbot):
    scene = start()
    press("Escape")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert not scene.desk.settings.welcomed
    show_first_steps(scene.window).later.click()
    assert scene.desk.settings.welcomed


def test_the_language_is_spoken_at_once_and_the_questions_go_on_in_it(start, qtbot):
    scene = start()
    scene.steps.steps[0].choice.buttons["zh_CN"].click()
    assert scene.desk.settings.interface_language == "zh_CN"
    assert language.spoken() == "zh"
    old = scene.steps.steps[0]
    qtbot.waitUntil(lambda: scene.steps.steps[0] is not old)
    new = scene.steps.steps[0]
    assert focused() is new.choice.buttons["zh_CN"]
    assert [each.isVisible() for each in scene.steps.steps] == [True, False, False]
    new.choice.buttons["en"].click()
    qtbot.waitUntil(lambda: scene.steps.steps[0] is not new)
    assert scene.steps.next.text() == "&Next"


def test_tab_goes_from_the_question_to_the_buttons_and_round(start):
    scene = start()
    steps = scene.steps
    for step in range(3):
        begun = focused()
        met = []
        for _ in range(12):
            press("Tab")
            if focused() is begun:
                break
            met.append(focused())
        buttons = [steps.back, steps.next, steps.later]
        assert met[-2 - (step > 0) :] == buttons[step == 0 :]
        assert focused() is begun
        steps.next.click() if step < 2 else None


def rows(scene, tag):
    voices = scene.steps.steps[1].lists[tag]
    return [voices.item(row).text() for row in range(voices.count())]


def test_voices_are_listed_by_language_and_chosen_by_arrows(start):
    scene = start(engines=[FakeEngine("mandarin", ("zh",))])
    assert rows(scene, "en") == ["Fake"]
    assert rows(scene, "zh") == ["Fake", "Mandarin"]
    assert scene.desk.settings.voices == {}
    voices = scene.steps.steps[1].lists["zh"]
    assert voices.currentItem().text() == "Mandarin"
    scene.steps.next.click()
    voices.setFocus()
    press("Up")
    assert scene.desk.settings.voices == {"zh": "fake-voice"}


def test_a_sample_is_in_the_language_itself_and_can_be_ended(start, qtbot):
    scene = start()
    step = scene.steps.steps[1]
    scene.steps.next.click()
    step.samples["zh"].click()
    assert step.samples["zh"].text() == "&Stop"
    qtbot.waitUntil(lambda: any("中文书" in text for text in scene.sound.engine.spoken))
    step.samples["zh"].click()
    assert step.samples["zh"].text() == "He&ar Chinese"
    assert not scene.desk.listening.running


def test_leaving_the_voices_ends_the_sample(start):
    scene = start()
    scene.steps.next.click()
    scene.steps.steps[1].samples["en"].click()
    assert scene.desk.listening.running
    scene.steps.next.click()
    assert not scene.desk.listening.running


def test_without_sound_that_is_said(start, qtbot):
    scene = start()
    scene.sound.missing = NoAudioDevice("", "No sound.")
    step = scene.steps.steps[1]
    scene.steps.next.click()
    step.samples["en"].click()
    qtbot.waitUntil(lambda: step.problem is not None)
    assert step.samples["en"].text() == "&Hear English"
    step.problem.close()


def test_more_voices_are_to_be_had(start, qtbot):
    scene = start()
    scene.steps.next.click()
    step = scene.steps.steps[1]
    assert step.news.text().endswith(" more packs of voices can be installed.")
    assert step.more.accessibleDescription() == step.news.text()
    step.more.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), VoicesDialog))
    scene.sound.engine.voices = tuple
    QApplication.activeModalWidget().close()
    qtbot.waitUntil(lambda: rows(scene, "en") == [])
    described = step.lists["en"].accessibleDescription()
    assert described == "No voice for this language is installed."
    assert not step.samples["en"].isEnabled()


@pytest.mark.parametrize(
    ("reader", "self_voicing", "word"),
    [(None, False, "none"), (ScreenReader(name="Orca"), False, "reader"), (None, True, "self")],
)
def test_what_is_found_running_is_proposed(start, reader, self_voicing, word):
    scene = start(reader=reader, self_voicing=self_voicing)
    step = scene.steps.steps[2]
    assert step.choice.word == word
    assert step.news.text().startswith("Orca is" if reader else "No screen reader is")


def test_the_program_speaks_its_windows_as_soon_as_that_is_chosen(start):
    scene = start()
    scene.steps.steps[2].choice.buttons["self"].click()
    assert scene.desk.settings.self_voicing
    scene.steps.steps[2].choice.buttons["reader"].click()
    assert not scene.desk.settings.self_voicing


def test_who_cannot_see_it_is_told_aloud_how_to_have_it_spoken(start, qtbot):
    scene = start()
    qtbot.waitUntil(lambda: scene.voice.said != [])
    scene.window.screen_readers.changed.emit()
    assert len(scene.voice.said) == 1
    assert "Press Ctrl+F12 to have the windows spoken" in scene.voice.said[0]
    press("Ctrl+F12")
    assert scene.voice.hushed
    assert scene.desk.settings.self_voicing
    assert scene.steps.steps[2].choice.word == "self"


@pytest.mark.parametrize("choices", [{"reader": ScreenReader(name="Orca")}, {"self_voicing": True}])
def test_where_somebody_speaks_nothing_more_is_said(start, qtbot, choices):
    scene = start(**choices)
    scene.steps._greet()
    assert scene.voice.said == []


def test_nothing_is_said_before_somebody_has_looked_for_a_screen_reader(start):
    scene = start(reader=ScreenReader(name="Orca"))
    readers = scene.window.screen_readers
    readers.running, readers.known = None, False
    scene.steps._greet()
    assert scene.voice.said == []
    readers.known = True
    readers.changed.emit()
    assert len(scene.voice.said) == 1
