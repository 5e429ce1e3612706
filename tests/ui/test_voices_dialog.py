"""Voices and packs: listed, listened to, chosen, installed, updated, checked and removed."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from reader import paths
from reader.errors import NoAudioDevice, VoicePackError
from reader.settings import load
from reader.speech import packs, recipes
from reader.ui.voices_dialog import VoicesDialog
from tests.fakes.engine import FakeEngine, texts_heard
from tests.fakes.voice_packs import FILES, WHEEL, write_catalogue


class PackEngine(FakeEngine):
    """Speaks Chinese as soon as the pack ``one`` is there."""

    def __init__(self):
        super().__init__("fake", ("zh",))

    def voices(self):
        from reader.speech.catalogue import catalogue

        return catalogue()["one"].voices if packs.is_installed("one") else ()


def publish(folder, monkeypatch, version="1"):
    folder.mkdir()
    write_catalogue(folder, "https://example.org/", version=version)
    monkeypatch.setattr(paths, "resources_folder", lambda: folder)


@pytest.fixture
def at_hand(tmp_path, monkeypatch):
    """The packs ``one`` and ``two`` are all there is, downloaded but not installed."""
    publish(tmp_path / "catalogue", monkeypatch)
    monkeypatch.setitem(recipes.RECIPES, "fake", "tests.fakes.voice_packs")
    downloads = paths.cache_folder() / "packs"
    downloads.mkdir()
    for name, content in FILES.items():
        (downloads / name).write_bytes(content)


class Dialog:
    """The dialog over a window, and what can be read in it."""

    def __init__(self, scene):
        self.scene = scene
        self.qtbot = scene.qtbot
        scene.window.actions_by_name["voices"].trigger()
        self.window = QApplication.activeModalWidget()
        assert isinstance(self.window, VoicesDialog)
        self.announced = []
        self.window.told.connect(self.announced.append)
        self.qtbot.waitUntil(lambda: self.window.list.topLevelItemCount() > 0)

    @property
    def rows(self):
        items = map(self.window.list.topLevelItem, range(self.window.list.topLevelItemCount()))
        return [[item.text(column) for column in range(4)] for item in items]

    def go_to(self, title):
        [row] = [number for number, texts in enumerate(self.rows) if texts[0] == title]
        self.window.list.setCurrentItem(self.window.list.topLevelItem(row))

    @property
    def current(self):
        return self.window.list.currentItem().text(0)

    def offered(self):
        """The first word of each button that can be pressed."""
        return [
            button.text().replace("&", "").rstrip("…")
            for button in self.window._actions
            if button.isEnabled()
        ]

    def wait_for(self, message):
        self.qtbot.waitUntil(lambda: self.window.news.text() == message, timeout=10_000)


@pytest.fixture
def dialog(scene, at_hand):
    scene.sound.engines = [FakeEngine("plain"), PackEngine()]
    scene.desk.renew_speaker()
    scene.qtbot.waitUntil(lambda: scene.session.attached)
    made = Dialog(scene)
    yield made
    made.window.done(0)


def test_lists_voices_and_packs_with_their_gender_and_state(dialog):
    assert dialog.rows == [
        ["Plain", "any other", "not told", "reads Chinese"],
        ["Pack one", "Chinese", "boy", "not installed"],
        ["Pack two", "Chinese", "boy", "not installed"],
    ]


def test_tells_licence_and_source_and_offers_what_can_be_done(dialog):
    assert dialog.window.details.toPlainText() == "Licence: CC0-1.0\nSource: a test"
    assert dialog.offered() == ["Listen", "Use this voice"]
    dialog.go_to("Pack one")
    told = dialog.window.details.toPlainText()
    assert "https://example.org/" in told
    assert "non-commercial" in told
    assert "To download: 1 MB" in told
    assert dialog.offered() == ["Install"]


def test_every_part_has_a_name_for_a_screen_reader_and_its_own_key(dialog):
    window = dialog.window
    for widget in (window.list, window.details, *window._actions):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    texts = [button.text() for button in window._actions] + ["&About the voice", "&Close"]
    keys = [text[text.index("&") + 1].lower() for text in texts]
    assert len(set(keys)) == len(keys)


def test_the_voices_until_now_are_closed_and_nobody_waits_for_that(dialog, scene):
    old = scene.desk.speaker
    let_go, closed = threading.Event(), threading.Event()
    old.close = lambda: let_go.wait(20) and closed.set()

    scene.desk.renew_speaker()

    assert not closed.is_set()
    assert scene.desk.loading
    let_go.set()
    scene.qtbot.waitUntil(closed.is_set)
    scene.qtbot.waitUntil(lambda: scene.session.attached and not scene.desk.loading)
    assert scene.desk.speaker is not old


def test_voices_that_are_just_being_loaded_are_closed_afterwards(dialog, scene):
    loaded, closed = threading.Event(), []
    first = FakeEngine("slow")
    first.warm_up = lambda voice: loaded.wait(20)
    first.close = lambda: closed.append(loaded.is_set())
    scene.sound.engines = [first]
    scene.desk.renew_speaker()
    scene.qtbot.waitUntil(lambda: scene.session.attached)

    scene.sound.engines = [FakeEngine("plain")]
    scene.desk.renew_speaker()

    assert closed == []
    loaded.set()
    scene.qtbot.waitUntil(lambda: closed == [True])


def test_a_pack_is_installed_checked_updated_and_removed(dialog, scene, tmp_path, monkeypatch):
    before = scene.desk.speaker
    dialog.go_to("Pack one")
    dialog.window.install.click()
    dialog.wait_for("Pack one is installed.")
    dialog.qtbot.waitUntil(lambda: dialog.current == "Voice one")
    assert dialog.rows[1][1:3] == ["Chinese", "boy"]
    assert scene.desk.speaker is not before
    assert dialog.offered() == [
        "Listen", "Use this voice", "Install again", "Update", "Check", "Remove",
    ]  # fmt: skip

    dialog.window.check.click()
    dialog.wait_for("Every file of Pack one is whole.")
    dialog.window.renew.click()
    dialog.wait_for("Pack one is up to date.")
    publish(tmp_path / "new", monkeypatch, "2")
    dialog.window.renew.click()
    dialog.wait_for("Pack one is updated.")
    assert packs.manifest("one")["version"] == "2"
    dialog.qtbot.waitUntil(lambda: "Pack one is updated." in dialog.announced)

    dialog.window.remove.click()
    dialog.window.question.defaultButton().click()
    assert packs.is_installed("one")
    dialog.window.remove.click()
    question = dialog.window.question
    assert question.text() == "Remove Pack one and all its voices?"
    [remove] = [each for each in question.buttons() if each.text() == "&Remove"]
    remove.click()
    dialog.wait_for("Pack one is removed.")
    assert not packs.is_installed("one")
    dialog.qtbot.waitUntil(lambda: dialog.current == "Pack one")
    dialog.qtbot.waitUntil(lambda: scene.session.attached)


def test_the_keyboard_is_enough_to_install(dialog):
    dialog.qtbot.keyClick(dialog.window.list, Qt.Key.Key_Down)
    dialog.qtbot.keyClick(dialog.window, Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
    dialog.wait_for("Pack one is installed.")
    dialog.qtbot.waitUntil(lambda: dialog.current == "Voice one")


def test_an_update_is_to_be_seen_beside_what_the_voice_reads(dialog, tmp_path, monkeypatch):
    packs.install("one")
    publish(tmp_path / "new", monkeypatch, "2")
    dialog.window._list_voices()
    dialog.qtbot.waitUntil(lambda: dialog.rows[1][3:] == ["reads Chinese, update to be had"])
    dialog.scene.desk.speaker.choose("zh", "plain-voice")
    dialog.window._list_voices()
    dialog.qtbot.waitUntil(lambda: dialog.rows[1][3:] == ["installed, update to be had"])


@pytest.mark.parametrize("job", ["check", "remove"])
def test_nothing_else_can_be_done_to_a_pack_meanwhile(dialog, monkeypatch, job):
    go_on = threading.Event()
    monkeypatch.setattr(packs, job, lambda name: [] if go_on.wait(20) else ["Not let go on."])
    packs.install("one")
    dialog.window._list_voices()
    dialog.qtbot.waitUntil(lambda: dialog.rows[1][0] == "Voice one")
    dialog.go_to("Voice one")
    if job == "check":
        dialog.window.check.click()
    else:
        dialog.window.remove.click()
        buttons = dialog.window.question.buttons()
        [remove] = [each for each in buttons if each.text() == "&Remove"]
        remove.click()
    assert QApplication.activeModalWidget() is dialog.window.jobs.progress
    go_on.set()
    dialog.qtbot.waitUntil(lambda: dialog.window.news.text() != "")
    assert QApplication.activeModalWidget() is dialog.window


def test_a_damaged_pack_is_told_with_what_mends_it(dialog):
    (packs.install("one") / "voice-1.whl.onnx").write_bytes(WHEEL)
    dialog.window._list_voices()
    dialog.qtbot.waitUntil(lambda: dialog.rows[1][0] == "Voice one")
    dialog.go_to("Voice one")
    dialog.window.check.click()
    dialog.qtbot.waitUntil(lambda: dialog.window.jobs.problem is not None)
    problem = dialog.window.jobs.problem
    assert "voice-1.whl.onnx is damaged" in problem.text()
    assert problem.informativeText() == "Press Install again."
    problem.close()
    dialog.window.install.click()
    dialog.wait_for("Pack one is installed.")
    assert packs.check("one") == []


def test_a_pack_that_cannot_speak_says_why(dialog, scene):
    packs.install("one")
    (packs.install("two") / "manifest.json").write_text("damaged")
    scene.sound.engines[1].voices = tuple
    dialog.window._list_voices()
    dialog.qtbot.waitUntil(lambda: len(dialog.rows) == 3 and dialog.rows[2][3] == "cannot speak")
    dialog.go_to("Pack two")
    assert "manifest of Pack two is damaged" in dialog.window.details.toPlainText()
    assert dialog.offered() == ["Install again", "Update", "Check", "Remove"]


def test_an_installation_can_be_cancelled_or_fail(dialog, monkeypatch):
    def endless(name, *, progress, cancel):
        progress(0.1, "Downloading")
        cancel.wait(10)
        cancel.check()

    jobs = dialog.window.jobs
    monkeypatch.setattr(packs, "install", endless)
    dialog.go_to("Pack one")
    dialog.window.install.click()
    dialog.qtbot.waitUntil(lambda: jobs.progress.bar.value() == 10)
    assert jobs.progress.bar.accessibleName() == "Installing"
    jobs.progress.reject()
    dialog.qtbot.waitUntil(lambda: jobs.progress is None)

    def fail(name, *, progress, cancel):
        raise VoicePackError("Mandarin", "The server does not answer.", "Try again later.")

    monkeypatch.setattr(packs, "install", fail)
    dialog.window.install.click()
    dialog.qtbot.waitUntil(lambda: jobs.problem is not None)
    assert "does not answer" in jobs.problem.text()
    jobs.problem.close()


def test_a_voice_introduces_itself_while_the_book_pauses(dialog, scene):
    scene.desk.play()
    scene.qtbot.waitUntil(lambda: scene.session.playing)
    dialog.window.listen.click()
    assert dialog.window.listen.text() == "S&top"
    scene.listen_until(lambda: not dialog.window.listening.running)
    assert dialog.window.listen.text() == "&Listen"
    assert not scene.session.playing
    utterances = scene.sound.engines[0].utterances
    said = [each.text for each in utterances if each.spans[0].voice == "plain-voice"]
    assert said[0] == "Hello, this is my voice."
    output = scene.sound.outputs[-1]
    assert texts_heard(output.sound, said) == said
    assert output.closed


def test_a_voice_can_be_told_to_stop_from_wherever_one_is_in_the_list(dialog, scene):
    dialog.window.listen.click()
    scene.qtbot.waitUntil(lambda: len(scene.sound.outputs) > 1)
    dialog.go_to("Pack one")
    assert dialog.offered() == ["Stop", "Install"]
    dialog.window.listen.click()
    scene.qtbot.waitUntil(lambda: not dialog.window.listening.running)
    assert dialog.window.listen.text() == "&Listen"
    assert dialog.offered() == ["Install"]


def test_without_a_device_listening_says_so(dialog, scene):
    scene.sound.missing = NoAudioDevice("Sound", "There is no device.", "Connect one.")
    dialog.window.listen.click()
    scene.qtbot.waitUntil(lambda: dialog.window.problem is not None)
    assert "There is no device." in dialog.window.problem.text()
    dialog.window.problem.close()


def test_a_voice_is_made_the_one_for_its_language(dialog, scene):
    packs.install("one")
    dialog.window._list_voices()
    dialog.qtbot.waitUntil(lambda: dialog.rows[1][0] == "Voice one")
    assert dialog.rows[1][3] == "reads Chinese"
    dialog.go_to("Plain")
    dialog.window.use.click()
    dialog.wait_for("Plain reads Chinese now.")
    dialog.qtbot.waitUntil(lambda: dialog.rows[0][3] == "reads Chinese")
    assert scene.desk.speaker.voice_for("zh").name == "plain-voice"
    scene.window.choices.save()
    assert load().voices == {"zh": "plain-voice"}


def test_enter_presses_the_button_that_has_the_focus_and_not_close(dialog):
    dialog.go_to("Pack one")
    dialog.window.install.setFocus()
    dialog.qtbot.keyClick(dialog.window.install, Qt.Key.Key_Return)
    dialog.wait_for("Pack one is installed.")
    assert dialog.window.isVisible()
