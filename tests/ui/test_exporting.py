"""A book is exported as it is directed when that is asked for: cast, words and script."""

from __future__ import annotations

import threading

import pytest

from reader.cast.directions import Role
from reader.lexicon.entry import Entry
from reader.script.line import ScriptLine
from reader.ui.export_dialog import ExportDialog
from tests.fakes.desk import FakeSound
from tests.fakes.engine import FakeEngine


def begin(play, tmp_path, *, characters=True):
    """Begin to export the first chapter."""
    for engine in play.scene.sound.engines:
        engine.spoken.clear()
    dialog = ExportDialog(play.desk, play.window)
    dialog.open()
    dialog.format.setCurrentIndex(1)
    dialog.chapters.setCurrentIndex(1)
    dialog.target.setText(str(tmp_path / "one.wav"))
    if dialog.characters.isChecked() != characters:
        dialog.characters.click()
    dialog.start()
    return dialog


def end(play, dialog):
    """Wait until it is written; what each voice has said."""
    play.scene.qtbot.waitUntil(lambda: dialog.answer is not None, timeout=20_000)
    assert dialog.answer.text().startswith("Written:")
    dialog.answer.close()
    return {engine.name: " ".join(engine.spoken) for engine in play.scene.sound.engines}


def test_characters_speak_in_their_voices_from_the_first_line_on(open_play, finder, tmp_path):
    finder.may_end.clear()
    play = open_play()
    dialog = begin(play, tmp_path)
    play.scene.qtbot.waitUntil(lambda: dialog._progress.label.text() == "Finding who speaks")
    assert dialog._progress.bar.value() == 40
    finder.may_end.set()
    said = end(play, dialog)
    assert "Come in" in said["heart"]
    assert "Who is there" in said["bass"]
    assert "Come in" not in said["narrator"]
    assert "It was late." in said["narrator"]


def test_a_search_is_left_off_with_the_export(open_play, finder, tmp_path):
    finder.may_end.clear()
    play = open_play()
    dialog = begin(play, tmp_path)
    play.scene.qtbot.waitUntil(lambda: dialog._progress.label.text() == "Finding who speaks")
    dialog._progress.reject()
    play.scene.qtbot.waitUntil(lambda: dialog._progress is None)
    assert dialog.answer is None
    assert not (tmp_path / "one.wav").exists()


def test_everything_is_written_in_one_voice_where_that_is_chosen(play, tmp_path):
    said = end(play, begin(play, tmp_path, characters=False))
    assert said["heart"] == said["bass"] == ""
    assert "Come in" in said["narrator"]


@pytest.mark.parametrize("characters", [True, False])
def test_it_begins_with_what_is_chosen_for_listening(open_play, characters):
    play = open_play(characters=characters)
    dialog = ExportDialog(play.desk, play.window)
    assert dialog.characters.isChecked() is characters


def test_characters_may_speak_there_though_one_listens_to_one_voice(open_play, tmp_path):
    play = open_play(characters=False)
    assert "Come in" in end(play, begin(play, tmp_path))["heart"]
    assert play.cast is None


def test_words_and_script_are_as_directed(play, tmp_path):
    session = play.scene.session
    session.direction.lexicon.set_entries([Entry(word="lamp", say="light")])
    passage = session.timeline.at(0, play.hands.where("It was late")[1])
    line = ScriptLine(chapter=0, place=passage.start, original="It was late.", ssml="It was early.")
    session.direction.script.set_lines([line])
    said = end(play, begin(play, tmp_path))
    assert "It was early." in said["narrator"]
    assert "The light burned." in said["narrator"]


def test_what_is_directed_meanwhile_changes_no_voice_in_the_middle(play, finder, tmp_path):
    dialog = begin(play, tmp_path)
    play.cast.set_role("Anna", Role(voice="bass-voice"))
    play.scene.session.direction.lexicon.set_entries([Entry(word="lamp", say="light")])
    said = end(play, dialog)
    assert "Come in" in said["heart"]
    assert "Thank you" in said["heart"]
    assert "The lamp burned." in said["narrator"]


def test_the_end_of_the_program_leaves_nothing_half_written(make_scene, tmp_path):
    sound = FakeSound()
    scene = make_scene(sound=sound).open()
    sound.engine = FakeEngine(gate=threading.Event())
    sound.engines = [sound.engine]
    dialog = ExportDialog(scene.desk, scene.window)
    dialog.format.setCurrentIndex(1)
    dialog.target.setText(str(tmp_path / "one.wav"))
    dialog.start()
    scene.qtbot.waitUntil(sound.engine.waiting.is_set)
    assert list(tmp_path.glob(".tingshu-*.part"))
    assert scene.desk.loading  # so that the process does not end in the middle of the voice's work
    scene.window.close()
    assert not scene.desk.loading
    assert not list(tmp_path.glob(".tingshu-*.part"))
    assert not (tmp_path / "one.wav").exists()
