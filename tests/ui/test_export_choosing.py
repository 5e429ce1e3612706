"""What is chosen in the export dialog, how it is told, and what is remembered of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from reader.books.model import Chapter
from reader.export.manifest import Manifest
from reader.export.options import ExportOptions
from reader.export.output import output_of
from reader.ui.export.chapter_choice import PICKED, THIS, WHOLE
from reader.ui.export.numbers import chapters_written
from reader.ui.export_dialog import ExportDialog
from tests.fakes.desk import heading, paragraph, small_book


class Choosing:
    """The dialog over `scene`, with what it has told and ordered."""

    def __init__(self, scene) -> None:
        self.scene = scene
        self.told: list[str] = []
        self.orders: list = []
        self.choices: dict[str, object] = {}
        self.busy: list[Path] = []
        self.dialog = ExportDialog(scene.desk, scene.window, is_busy=self.busy.__contains__)
        self.dialog.told.connect(self.told.append)
        self.dialog.ordered.connect(self.orders.append)
        self.dialog.choices_made.connect(self.choices.update)
        self.dialog.open()
        self.dialog.activateWindow()
        scene.qtbot.waitUntil(lambda: "chapter" in self.dialog.extent.text())

    def choose_format(self, kind: str) -> None:
        self.dialog.format.setCurrentIndex(self.dialog.format.findData(kind))

    def order(self):
        """What is ordered by the button."""
        self.dialog.start()
        return self.orders[-1]

    @property
    def chapters(self):
        return self.dialog.chapters


def book_with_notes():
    book = small_book()
    beside = {
        "Copyright": ["© 1920 A. Writer. All rights reserved."],
        "Notes": ["1. A harbour is meant.", "2. That is, at night.", "3. As above."],
        "Index": ["harbour, 1, 3", "lamp, 2, 5", "night, 7"],
    }
    extra = [
        Chapter(title=title, blocks=(heading(title), *map(paragraph, lines)))
        for title, lines in beside.items()
    ]
    return replace(book, chapters=(*book.chapters, *extra))


@pytest.fixture
def choosing(scene):
    return Choosing(scene)


@pytest.fixture
def noted(make_scene):
    return Choosing(make_scene(book_with_notes()).open())


# The format


def test_every_format_says_what_it_is_good_for(choosing):
    purposes = set()
    for row in range(choosing.dialog.format.count()):
        choosing.dialog.format.setCurrentIndex(row)
        purposes.add(choosing.dialog.purpose.text())
        assert choosing.dialog.format.accessibleDescription() == choosing.dialog.purpose.text()
    assert len(purposes) == choosing.dialog.format.count() == 7


def test_the_name_follows_the_format_and_is_never_the_books(scene, choosing):
    names = {}
    for kind in ("m4b", "mp3", "epub", "daisy"):
        choosing.choose_format(kind)
        names[kind] = Path(choosing.dialog.target.text())
    assert names["m4b"] == scene.path.with_suffix(".m4b")
    assert names["mp3"] == scene.path.with_suffix("")
    assert names["epub"].suffix == ".epub"
    assert names["epub"] != scene.path
    assert names["daisy"].parent == scene.path.parent
    assert len(set(names.values())) == len(names)


def test_a_name_of_ones_own_keeps_it_in_every_format(choosing, tmp_path):
    choosing.dialog.target.clear()
    choosing.scene.qtbot.keyClicks(choosing.dialog.target, str(tmp_path / "mine.m4b"))
    choosing.choose_format("epub")
    assert choosing.dialog.target.text() == str(tmp_path / "mine.epub")
    choosing.choose_format("opus")
    assert choosing.dialog.target.text() == str(tmp_path / "mine")


def test_a_place_can_be_chosen_among_the_files(choosing, tmp_path, monkeypatch):
    there = str(tmp_path / "there.m4b")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (there, ""))
    choosing.dialog.place.browse.click()
    assert choosing.dialog.target.text() == there
    (tmp_path / "music").mkdir()
    music = str(tmp_path / "music")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: music)
    choosing.choose_format("wav")
    choosing.dialog.place.browse.click()
    assert choosing.dialog.target.text() == str(tmp_path / "music" / "there")


def test_enter_on_the_button_that_chooses_a_place_starts_no_export(choosing, qtbot, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: ("", ""))
    [browse] = [b for b in choosing.dialog.findChildren(QPushButton) if "Browse" in b.text()]
    browse.setFocus()
    qtbot.keyClick(browse, Qt.Key.Key_Return)
    assert choosing.dialog.isVisible()
    assert choosing.orders == []


# The chapters


def test_the_whole_book_is_ordered_without_a_list(choosing):
    assert choosing.order().options.chapters is None


def test_this_chapter_is_the_one_that_is_read(scene):
    scene.session.go_to(1, 0)
    choosing = Choosing(scene)
    choosing.chapters.choose_way(THIS)
    assert choosing.order().options.chapters == (1,)


def test_numbers_tick_the_list_and_the_list_writes_the_numbers(choosing, qtbot):
    choosing.chapters.choose_way(PICKED)
    numbers, rows = choosing.chapters.numbers, choosing.chapters.list.rows
    numbers.clear()
    qtbot.keyClicks(numbers, "1, 3")
    assert rows.chosen == {0, 2}
    choosing.chapters.list.setFocus()
    choosing.chapters.list.setCurrentIndex(rows.index(1))
    qtbot.keyClick(choosing.chapters.list, Qt.Key.Key_Space)
    assert numbers.text() == "1-3"
    assert choosing.told[-1] == "Chapter 2 is chosen"
    qtbot.keyClick(choosing.chapters.list, Qt.Key.Key_Space)
    assert choosing.told[-1] == "Chapter 2 is left out"
    assert choosing.order().options.chapters == (0, 2)


def test_wrong_numbers_are_told_and_start_nothing(choosing, qtbot):
    choosing.chapters.choose_way(PICKED)
    choosing.chapters.numbers.clear()
    qtbot.keyClicks(choosing.chapters.numbers, "2-9")
    assert choosing.dialog.extent.text() == "There is no chapter 9."
    qtbot.waitUntil(lambda: choosing.told[-1:] == ["There is no chapter 9."])
    choosing.dialog.start()
    assert choosing.orders == []
    assert "There is no chapter 9." in choosing.dialog.problem.text()
    choosing.dialog.problem.close()


def test_none_at_all_start_nothing(choosing):
    choosing.chapters.choose_way(PICKED)
    choosing.chapters.none.click()
    choosing.dialog.start()
    assert choosing.orders == []
    assert "No chapter" in choosing.dialog.problem.text()
    choosing.dialog.problem.close()
    choosing.chapters.all.click()
    assert choosing.order().options.chapters is None


def test_a_row_tells_number_title_and_level(choosing):
    rows = choosing.chapters.list.rows
    heard = rows.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "3. A note, level 2"
    assert rows.index(2).data().strip() == "3. A note"
    assert rows.index(2).data() != rows.index(2).data().strip()


def test_what_is_beside_the_text_can_be_left_out(noted):
    kinds = [noted.chapters.list.rows.index(row).data() for row in range(6)]
    assert all("—" in kind for kind in kinds[3:])
    assert noted.chapters.which.currentData() == WHOLE
    noted.chapters.leave_out.setChecked(True)
    assert noted.dialog.extent.text().startswith("3 of 6 chapters")
    noted.chapters.choose_way(PICKED)
    assert noted.chapters.numbers.text() == "1-3"
    noted.chapters.list.rows.setData(
        noted.chapters.list.rows.index(4), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole
    )
    assert noted.order().options.chapters == (0, 1, 2, 4)


def test_it_is_left_out_again_the_next_time(noted, make_scene):
    noted.chapters.leave_out.setChecked(True)
    noted.order()
    assert noted.choices["export_leave_out"]


def test_a_thousand_chapters_are_listed(make_scene, qtbot):
    chapters = tuple(
        Chapter(title=f"Chapter {n}", blocks=(paragraph("Words."),)) for n in range(1000)
    )
    choosing = Choosing(make_scene(replace(small_book(), chapters=chapters)).open())
    choosing.chapters.choose_way(PICKED)
    choosing.chapters.none.click()
    qtbot.keyClicks(choosing.chapters.numbers, "900-")
    assert len(choosing.order().options.chapters) == 101


@pytest.mark.parametrize(
    ("chosen", "written"), [((), ""), ((0,), "1"), ((4, 0, 1, 2), "1-3,5"), ((7, 8), "8-9")]
)
def test_chapters_are_written_as_people_write_them(chosen, written):
    assert chapters_written(chosen) == written


# The rest


def test_length_and_size_are_told_when_the_keys_rest(choosing, qtbot):
    choosing.told.clear()
    choosing.choose_format("wav")
    qtbot.waitUntil(lambda: choosing.told != [])
    assert choosing.told == [choosing.dialog.extent.text()]
    assert choosing.told[0].startswith("3 chapters, less than a minute, about ")


def test_a_slow_survey_is_left_with_the_dialog(scene):
    dialog = ExportDialog(scene.desk, scene.window)
    dialog.open()
    dialog.reject()
    scene.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert dialog._task.join(5.0)


def test_few_choices_are_hidden_until_they_are_wanted(choosing):
    more = choosing.dialog.more
    assert not more.loudness.isVisible()
    more.button.click()
    assert more.loudness.isVisible()
    more.announce.setChecked(True)
    more.kinds["vtt"].setChecked(True)
    more.loudness.setCurrentIndex(more.loudness.findData(-16.0))
    options = choosing.order().options
    assert (options.announce, options.captions, options.loudness) == (True, ("vtt",), -16.0)
    assert choosing.choices["export_captions"] == "vtt"
    assert choosing.choices["export_announce"] is True
    assert choosing.choices["export_loudness"] == -16.0


def test_what_is_remembered_is_there_and_seen(make_scene):
    scene = make_scene(
        export_format="opus", export_captions="srt,lrc", export_loudness=-20.0
    ).open()
    choosing = Choosing(scene)
    assert choosing.dialog.format.currentData() == "opus"
    assert choosing.dialog.more.loudness.isVisible()
    options = choosing.order().options
    assert (options.format, options.captions, options.loudness) == ("opus", ("srt", "lrc"), -20.0)


def test_the_sound_can_stay_as_it_is(choosing):
    loudness = choosing.dialog.more.loudness
    loudness.setCurrentIndex(loudness.count() - 1)
    assert choosing.order().options.loudness is None
    assert "export_loudness" not in choosing.choices


def test_books_with_their_text_take_no_captions(choosing):
    choosing.dialog.more.button.click()
    choosing.dialog.more.kinds["vtt"].setChecked(True)
    choosing.choose_format("epub")
    assert not choosing.dialog.more.captions.isEnabled()
    assert choosing.order().options.captions == ()
    assert choosing.choices["export_captions"] == "vtt"


def test_another_folder_is_remembered(choosing, tmp_path):
    folder = tmp_path / "else"
    folder.mkdir()
    choosing.dialog.target.setText(str(folder / "one.m4b"))
    choosing.order()
    assert choosing.choices["export_folder"] == str(folder)


def test_a_remembered_folder_is_proposed(make_scene, tmp_path):
    choosing = Choosing(make_scene(export_folder=str(tmp_path / "else")).open())
    assert choosing.dialog.target.text() == str(tmp_path / "else" / "book.m4b")


def test_voices_for_characters_are_a_choice_of_this_export_alone(make_scene):
    choosing = Choosing(make_scene(characters=True).open())
    choosing.dialog.characters.setChecked(False)
    assert choosing.order().settings.characters is False
    assert choosing.scene.desk.settings.characters is True


# The place


def test_a_file_that_is_there_is_asked_about(choosing, tmp_path):
    there = tmp_path / "there.m4b"
    there.write_bytes(b"old")
    choosing.dialog.target.setText(str(there))
    choosing.dialog.start()
    assert choosing.orders == []
    box = choosing.dialog.replacing.question
    assert "there.m4b" in box.text()
    box.button(box.StandardButton.Cancel).click()
    assert choosing.orders == []
    assert choosing.dialog.isVisible()
    choosing.dialog.start()
    box = choosing.dialog.replacing.question
    next(b for b in box.buttons() if b.text() == "&Replace").click()
    assert choosing.orders[-1].target == there


def test_a_folder_with_files_is_asked_about(choosing, tmp_path):
    folder = tmp_path / "full"
    folder.mkdir()
    choosing.choose_format("mp3")
    choosing.dialog.target.setText(str(folder))
    (folder / "a file").write_text("something")
    choosing.dialog.start()
    assert "full" in choosing.dialog.replacing.question.text()
    choosing.dialog.replacing.question.close()


def test_a_talking_book_takes_the_place_of_the_whole_folder(choosing, tmp_path):
    (tmp_path / "talking").mkdir()
    (tmp_path / "talking" / "ncc.html").write_text("an older one")
    choosing.choose_format("daisy")
    choosing.dialog.target.setText(str(tmp_path / "talking"))
    choosing.dialog.start()
    assert "It is replaced" in choosing.dialog.replacing.question.text()
    choosing.dialog.replacing.question.close()


def leave_unfinished(scene, target):
    options = ExportOptions(format="m4b")
    output = output_of(target, options, scene.book)
    book = scene.book
    manifest = Manifest(identifier=book.identifier, title=book.title, options=options)
    manifest.write(output.manifest)


@pytest.mark.parametrize(("answer", "resume"), [("&Go on", True), ("Start &anew", False)])
def test_an_unfinished_export_there_can_go_on(choosing, scene, tmp_path, answer, resume):
    target = tmp_path / "begun.m4b"
    leave_unfinished(scene, target)
    choosing.dialog.target.setText(str(target))
    choosing.dialog.start()
    box = choosing.dialog.replacing.question
    next(b for b in box.buttons() if b.text() == answer).click()
    assert choosing.orders[-1].resume is resume


def test_the_book_itself_is_never_replaced(choosing, scene):
    choosing.choose_format("epub")
    choosing.dialog.target.setText(str(scene.path))
    choosing.dialog.start()
    assert choosing.orders == []
    assert "the book itself" in choosing.dialog.problem.text()
    choosing.dialog.problem.close()


def test_two_exports_do_not_go_to_one_place(choosing, tmp_path):
    choosing.busy.append(tmp_path / "one.m4b")
    choosing.dialog.target.setText(str(tmp_path / "one.m4b"))
    choosing.dialog.start()
    assert choosing.orders == []
    assert "Another export" in choosing.dialog.problem.text()
    choosing.dialog.problem.close()


def test_no_place_at_all_is_told(choosing):
    choosing.dialog.target.setText(" ")
    choosing.dialog.start()
    assert choosing.orders == []
    assert "where it is to go" in choosing.dialog.problem.text()
    choosing.dialog.problem.close()


def test_mnemonics_are_each_there_once(choosing):
    choosing.chapters.choose_way(PICKED)
    choosing.dialog.more.button.click()
    keys = [
        element.text(QAccessible.Text.Accelerator)
        for element in map(
            QAccessible.queryAccessibleInterface, choosing.dialog.findChildren(object)
        )
        if element is not None
    ]
    keys = [key for key in keys if key.startswith("Alt+")]
    assert len(keys) == len(set(keys)) > 10
