"""What is told of an export while it goes on, at its end, and when it fails."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices

from reader.errors import DiskFull, ExportError
from reader.ui.export.export import State
from tests.fakes.desk import small_book
from tests.fakes.export_place import ExportPlace


@pytest.fixture
def place(scene, tmp_path):
    place = ExportPlace(scene, tmp_path)
    yield place
    place.leave_off()


# What is told


@pytest.fixture
def patient(monkeypatch):
    """However quickly an export goes on, what can be told of it is told."""
    monkeypatch.setattr("reader.ui.export.exports._APART", 0)


def test_quarters_are_told_and_not_each_percent(place, patient):
    [export] = place.begin()
    place.show_and_leave()
    said = place.hands.said
    for percent in range(1, 100):
        place.report(export, percent / 100)
    place.wait(lambda: said != [])
    told = []
    place.exports.told.connect(told.append)
    place.work.run.end(seconds=3600.0)
    place.wait_for(export, State.DONE)
    assert told == ["“The Lamp on the Quay” is exported: 1 file, 1 hour."]


def test_each_quarter_is_told_once(place, patient):
    told = []
    place.exports.told.connect(told.append)
    [export] = place.begin()
    for fraction in (0.1, 0.26, 0.27, 0.6, 0.61, 0.9):
        place.report(export, fraction, left=600.0)
    assert [each.split(",")[0] for each in told] == [
        f"Export of “The Lamp on the Quay”: {percent} percent" for percent in (26, 60, 90)
    ]
    assert told[0].endswith("10 minutes left")


def test_a_quick_export_tells_its_end_only(place):
    told = []
    place.exports.told.connect(told.append)
    [export] = place.begin()
    for fraction in (0.26, 0.54, 0.8):
        place.report(export, fraction, left=10.0)
    place.work.run.end()
    place.wait_for(export, State.DONE)
    assert told == ["“The Lamp on the Quay” is exported: 1 file, 1 hour."]


def test_durations_are_small_within_a_sentence_and_large_at_its_beginning(place, patient):
    told = []
    place.exports.told.connect(told.append)
    [export] = place.begin()
    shown = place.show()
    place.report(export, 0.54, left=30.0)
    assert told == ["Export of “The Lamp on the Quay”: 54 percent, less than a minute left"]
    place.wait(lambda: "Less than a minute left." in shown.details.toPlainText())
    place.work.run.end(seconds=20.0)
    place.wait_for(export, State.DONE)
    assert told[-1] == "“The Lamp on the Quay” is exported: 1 file, less than a minute."
    assert "1 file, less than a minute of sound" in shown.details.toPlainText()


def test_a_long_export_tells_that_it_still_goes_on(place, monkeypatch):
    told = []
    place.exports.told.connect(told.append)
    [export] = place.begin()
    place.report(export, 0.01)
    assert told == []
    monkeypatch.setattr("reader.ui.export.exports._SILENCE", 0)
    place.report(export, 0.02, left=7200.0)
    assert told == ["Export of “The Lamp on the Quay”: 2 percent, 2 hours left"]


def test_the_end_stands_above_the_text(place):
    [export] = place.begin()
    place.show_and_leave()
    place.work.run.end(notices=("Somebody has no voice.",), silent=("A picture",))
    place.wait_for(export, State.DONE)
    assert place.scene.window.notice.isVisible()
    assert place.scene.window.notice.message.startswith("“The Lamp on the Quay” is exported")
    shown = place.show()
    details = shown.details.toPlainText()
    assert "Somebody has no voice." in details
    assert "There are remarks: see File, Exports." in place.scene.window.notice.message
    assert "A picture" in details
    assert "finished" in details


# The end


@pytest.fixture
def outside(monkeypatch):
    """What was handed to other programs; they answer `True` unless it is emptied."""
    answers, opened = [True], []

    def open_url(url):
        opened.append(Path(url.toLocalFile()))
        return bool(answers)

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return opened, answers


def finished(place, *names):
    [export] = place.begin()
    files = [place.folder / name for name in names]
    for file in files:
        file.write_text("sound")
    place.work.run.end(*files)
    place.wait_for(export, State.DONE)
    return export, place.show()


def test_what_was_made_is_opened_and_shown_where_it_is(place, outside):
    _, shown = finished(place, "one.m4b")
    shown.open_it.click()
    shown.show_folder.click()
    assert outside[0] == [place.folder / "one.m4b", place.folder]


def test_a_read_along_book_is_opened_here(place, outside):
    _, shown = finished(place, "one.epub")
    place.scene.book = replace(small_book(), identifier="read along")
    with place.scene.qtbot.waitSignal(place.scene.desk.opened):
        shown.open_it.click()
    assert place.scene.session.path == place.folder / "one.epub"
    assert not shown.isVisible()
    assert outside[0] == []


def test_what_is_gone_or_has_no_program_is_told(place, outside):
    _, shown = finished(place, "one.m4b")
    outside[1].clear()
    shown.open_it.click()
    assert "No program" in shown.message.text()
    shown.message.close()
    (place.folder / "one.m4b").unlink()
    shown.open_it.click()
    assert "no longer there" in shown.message.text()
    shown.message.close()


def test_what_is_finished_leaves_the_list_and_stays_on_the_disk(place, outside):
    _, shown = finished(place, "one.m4b")
    shown.remove.click()
    assert place.exports.all == []
    assert (place.folder / "one.m4b").exists()


# Failures


def test_a_failure_names_the_chapter_and_can_be_gone_on_from(place):
    [export] = place.begin()
    place.show_and_leave()
    place.report(export, 0.3, title="The harbour")
    place.work.run.fail(DiskFull("one.m4b", "The disk is full.", "Make room."))
    place.wait_for(export, State.FAILED)
    box = place.news.box
    assert "The disk is full." in box.text()
    assert "“The harbour”" in box.informativeText()
    assert "Make room." in box.informativeText()
    next(each for each in box.buttons() if each.text() == "&Go on").click()
    place.wait(lambda: len(place.work.runs) == 2)
    assert place.work.run.order.resume
    assert export.error is None


def test_a_failure_is_told_in_front_of_the_window_that_is_there(place):
    [export] = place.begin()
    shown = place.show()
    place.work.run.fail(DiskFull("one.m4b", "The disk is full.", "Make room."))
    place.wait_for(export, State.FAILED)
    assert place.news.box.parent() is shown
    assert "The disk is full." in shown.details.toPlainText()
    place.news.box.close()


def test_what_would_fail_again_is_not_offered_to_go_on(place):
    [export] = place.begin()
    place.show_and_leave()
    place.work.run.fail(ExportError("The Lamp", "There is nothing to say.", "Choose others."))
    place.wait_for(export, State.FAILED)
    assert "nothing to say" in place.news.box.text()
    assert [b.text() for b in place.news.box.buttons() if "Go on" in b.text()] == []
    place.news.box.close()
