"""A book is exported as it is directed when that is asked for: cast, words and script."""

from __future__ import annotations

import threading

import av
import pytest
from PySide6.QtWidgets import QFileDialog

from reader.books.registry import read_book
from reader.cast.directions import Role
from reader.export.unfinished import unfinished
from reader.lexicon.entry import Entry
from reader.script.line import ScriptLine
from reader.ui.actions.file import FileActions
from reader.ui.export.chapter_choice import THIS, WHOLE
from reader.ui.export.export import State
from reader.ui.export.exports import Exports, exports_of
from reader.ui.export.news import ExportNews
from reader.ui.export_dialog import ExportDialog
from tests.fakes.desk import FakeSound
from tests.fakes.engine import FakeEngine
from tests.fakes.export_choosing import choose_way
from tests.fakes.hands import Hands


def begin(scene, tmp_path, *, characters=True, name="one.wav", kind="wav", way=THIS):
    """Begin to export the first chapter, or what is chosen in another `way`."""
    for engine in scene.sound.engines:
        engine.spoken.clear()
    dialog = ExportDialog(scene.desk, scene.window)
    exports = exports_of(scene.window, scene.desk)
    dialog.ordered.connect(exports.add)
    dialog.open()
    dialog.format.setCurrentIndex(dialog.format.findData(kind))
    choose_way(dialog, way)
    dialog.target.setText(str(tmp_path / name))
    dialog.characters.setChecked(characters)
    dialog.start()
    return exports.all[-1]


def end(scene, export):
    """Wait until it is written; what each voice has said."""
    scene.qtbot.waitUntil(lambda: export.state in (State.DONE, State.FAILED), timeout=20_000)
    assert export.error is None
    assert all(file.stat().st_size > 1000 for file in export.result.files)
    return {engine.name: " ".join(engine.spoken) for engine in scene.sound.engines}


def test_characters_speak_in_their_voices_from_the_first_line_on(open_play, finder, tmp_path):
    finder.may_end.clear()
    play = open_play()
    export = begin(play.scene, tmp_path)
    play.scene.qtbot.waitUntil(lambda: export.preparing == "Finding who speaks")
    finder.may_end.set()
    said = end(play.scene, export)
    assert "Come in" in said["heart"]
    assert "Who is there" in said["bass"]
    assert "Come in" not in said["narrator"]
    assert "It was late." in said["narrator"]


def test_a_search_is_left_off_with_the_export(open_play, finder, tmp_path):
    finder.may_end.clear()
    play = open_play()
    export = begin(play.scene, tmp_path)
    exports = play.scene.window.findChild(Exports)
    play.scene.qtbot.waitUntil(lambda: export.preparing == "Finding who speaks")
    exports.give_up(export)
    play.scene.qtbot.waitUntil(lambda: exports.all == [])
    assert not (tmp_path / "one.wav").exists()
    finder.may_end.set()


def test_everything_is_written_in_one_voice_where_that_is_chosen(play, tmp_path):
    said = end(play.scene, begin(play.scene, tmp_path, characters=False))
    assert said["heart"] == said["bass"] == ""
    assert "Come in" in said["narrator"]


@pytest.mark.parametrize("characters", [True, False])
def test_it_begins_with_what_is_chosen_for_listening(open_play, characters):
    play = open_play(characters=characters)
    dialog = ExportDialog(play.desk, play.window)
    assert dialog.characters.isChecked() is characters


def test_characters_may_speak_there_though_one_listens_to_one_voice(open_play, tmp_path):
    play = open_play(characters=False)
    assert "Come in" in end(play.scene, begin(play.scene, tmp_path))["heart"]
    assert play.cast is None


def test_words_and_script_are_as_directed(play, tmp_path):
    session = play.scene.session
    session.direction.lexicon.set_entries([Entry(word="lamp", say="light")])
    passage = session.timeline.at(0, play.hands.where("It was late")[1])
    line = ScriptLine(chapter=0, place=passage.start, original="It was late.", ssml="It was early.")
    session.direction.script.set_lines([line])
    said = end(play.scene, begin(play.scene, tmp_path))
    assert "It was early." in said["narrator"]
    assert "The light burned." in said["narrator"]


def test_what_is_directed_meanwhile_changes_no_voice_in_the_middle(play, finder, tmp_path):
    export = begin(play.scene, tmp_path)
    play.cast.set_role("Anna", Role(voice="bass-voice"))
    play.scene.session.direction.lexicon.set_entries([Entry(word="lamp", say="light")])
    said = end(play.scene, export)
    assert "Come in" in said["heart"]
    assert "Thank you" in said["heart"]
    assert "The lamp burned." in said["narrator"]


def test_title_and_end_are_announced_where_that_is_chosen(scene, tmp_path):
    scene.desk.settings = scene.desk.settings.changed(export_announce=True)
    said = end(scene, begin(scene, tmp_path))["fake"]
    assert said.startswith("The Lamp on the Quay")
    assert "A. Writer" in said
    assert "It was late." in said


@pytest.mark.parametrize("kind", ["m4b", "mp3", "epub", "daisy"])
def test_the_dialog_makes_what_it_offers(scene, tmp_path, kind):
    end(scene, begin(scene, tmp_path, kind=kind, name=f"one.{kind}" if kind != "daisy" else "one"))


class Held(FakeSound):
    """A voice that speaks until it comes to `words`, and no further before `gate` is set."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.gate = threading.Event()
        self.gate.set()
        self.words = words
        self.engine = FakeEngine(gate=self.gate, fail=self._hold)
        self.engines = [self.engine]

    def _hold(self, text: str) -> bool:
        if self.words in text:
            self.gate.clear()
            self.engine.waiting.clear()
        return False

    def wait_until_held(self, qtbot, export) -> None:
        qtbot.waitUntil(lambda: not self.gate.is_set() and self.engine.waiting.is_set())
        qtbot.waitUntil(lambda: export.fraction > 0)


def test_the_end_of_the_program_leaves_nothing_half_written(make_scene, tmp_path):
    sound = Held("last words")
    scene = make_scene(sound=sound).open()
    export = begin(scene, tmp_path, name="all.m4b", kind="m4b", way=WHOLE)
    sound.wait_until_held(scene.qtbot, export)
    assert scene.desk.loading  # so that the process does not end in the middle of the voice's work
    scene.window.close()
    assert not scene.desk.loading
    sound.gate.set()
    assert export.control.cancelled
    assert not (tmp_path / "all.m4b").exists()
    assert not list(tmp_path.glob(".tingshu-*.part"))
    assert [job.target for job in unfinished()] == [tmp_path / "all.m4b"]


STORY = """<html><head><title>A story</title></head><body>
<h1>One</h1><p>It was late. The lamp was burning.</p>
<h1>Two</h1><p>Nobody came. It was cold.</p></body></html>"""


def leave_a_job(make_scene, tmp_path):
    """An export of a book in a file that the end of the program has cut off."""
    sound = Held("Nobody came")
    scene = make_scene(sound=sound)
    scene.path = tmp_path / "story.html"
    scene.path.write_text(STORY, "utf-8")
    scene.book = read_book(scene.path)
    scene.open()
    export = begin(scene, tmp_path, name="story.m4b", kind="m4b", way=WHOLE)
    sound.wait_until_held(scene.qtbot, export)
    scene.window.close()
    sound.gate.set()


def offer(make_scene):
    """The next start of the program: what it offers."""
    scene = make_scene()
    exports = exports_of(scene.window, scene.desk)
    scene.window.findChild(FileActions).offer_unfinished()
    scene.qtbot.waitUntil(lambda: exports.all != [])
    return scene, exports


def test_the_next_start_goes_on_without_opening_the_book(make_scene, tmp_path):
    leave_a_job(make_scene, tmp_path)
    scene, exports = offer(make_scene)
    exports.go_on(exports.all[0])
    end(scene, exports.all[0])
    assert (tmp_path / "story.m4b").exists()
    assert scene.desk.session is None
    assert unfinished() == []


def test_a_book_that_is_gone_is_told(make_scene, tmp_path):
    leave_a_job(make_scene, tmp_path)
    (tmp_path / "story.html").unlink()
    scene, exports = offer(make_scene)
    exports.go_on(exports.all[0])
    scene.qtbot.waitUntil(lambda: exports.all[0].state is State.FAILED)
    assert "story.html" in str(exports.all[0].error)
    assert [job.target for job in unfinished()] == [tmp_path / "story.m4b"]
    scene.window.findChild(ExportNews).box.close()


def test_a_book_that_was_moved_can_be_found(make_scene, tmp_path, monkeypatch):
    leave_a_job(make_scene, tmp_path)
    moved = tmp_path / "moved.html"
    (tmp_path / "story.html").rename(moved)
    scene, exports = offer(make_scene)
    export = exports.all[0]
    exports.go_on(export)
    scene.qtbot.waitUntil(lambda: export.state is State.FAILED)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(moved), ""))
    box = scene.window.findChild(ExportNews).box
    next(each for each in box.buttons() if each.text() == "&Find the book…").click()
    end(scene, export)
    assert (tmp_path / "story.m4b").exists()
    assert not any("began anew" in each for each in export.result.notices)
    assert unfinished() == []


def test_nothing_is_found_where_nothing_is_chosen(make_scene, tmp_path, monkeypatch):
    leave_a_job(make_scene, tmp_path)
    (tmp_path / "story.html").unlink()
    scene, exports = offer(make_scene)
    exports.go_on(exports.all[0])
    scene.qtbot.waitUntil(lambda: exports.all[0].state is State.FAILED)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    box = scene.window.findChild(ExportNews).box
    next(each for each in box.buttons() if each.text() == "&Find the book…").click()
    assert exports.all[0].state is State.FAILED


def test_a_voice_that_is_missing_is_told_before_anything_is_spoken(scene, tmp_path):
    noticed = []
    scene.desk.noticed.connect(noticed.append)
    scene.desk.settings = scene.desk.settings.changed(voices={"en": "piper:nobody"})
    export = begin(scene, tmp_path)
    scene.qtbot.waitUntil(lambda: noticed != [])
    assert "piper:nobody" in noticed[0]
    end(scene, export)
    assert any("piper:nobody" in each for each in export.result.notices)


def test_the_command_orders_shows_and_remembers(scene, tmp_path):
    hands = Hands(scene)
    hands.press("Ctrl+E")
    dialog = scene.window.findChild(ExportDialog)
    dialog.format.setCurrentIndex(dialog.format.findData("wav"))
    dialog.target.setText(str(tmp_path / "one.wav"))
    dialog.start()
    exports = scene.window.findChild(Exports)
    end(scene, exports.all[0])
    assert scene.desk.settings.export_format == "wav"
    assert scene.window.findChild(FileActions)._exports.isVisible()


def test_those_who_read_are_named_in_the_tags(play, tmp_path):
    export = begin(play.scene, tmp_path, name="one.m4b", kind="m4b")
    end(play.scene, export)
    with av.open(str(tmp_path / "one.m4b")) as file:
        told = " ".join(file.metadata.values())
    assert "Narrator" in told
    assert "Heart" in told
    assert "Bass" in told


def test_where_one_voice_reads_nobody_else_is_named(play, tmp_path):
    play.wait_for_cast()
    end(play.scene, begin(play.scene, tmp_path, characters=False, name="one.m4b", kind="m4b"))
    with av.open(str(tmp_path / "one.m4b")) as file:
        told = " ".join(file.metadata.values())
    assert "Narrator" in told
    assert "Heart" not in told
    assert "Bass" not in told
