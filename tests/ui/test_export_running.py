"""Exports beside the listening: one after the other, paused, stopped, failed and gone on with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from reader.errors import DiskFull, ExportError
from reader.export.manifest import Manifest
from reader.export.options import ExportOptions
from reader.export.output import output_of
from reader.export.unfinished import begun, unfinished
from reader.settings import Settings
from reader.ui.actions.file import FileActions
from reader.ui.export.export import State
from reader.ui.export.exports import Exports
from reader.ui.export.exports_window import ExportsWindow
from reader.ui.export.news import ExportNews
from reader.ui.export.order import Order
from reader.ui.export.work import Preparing
from tests.fakes.desk import small_book
from tests.fakes.exporting import FakeWork
from tests.fakes.hands import Hands


class Place:
    """The window of `scene`, in which exports do what `work` is told."""

    def __init__(self, scene, folder: Path) -> None:
        self.scene, self.folder = scene, folder
        self.wait = scene.qtbot.waitUntil
        self.work = FakeWork()
        self.exports = Exports(scene.desk, scene.window, work=self.work)
        self.hands = Hands(scene)

    def order(self, name="one.m4b", **changes) -> Order:
        order = Order(
            title="The Lamp on the Quay",
            target=self.folder / name,
            options=ExportOptions(format="m4b"),
            settings=Settings(),
        )
        return replace(order, **changes)

    def show(self) -> ExportsWindow:
        self.scene.window.actions_by_name["exports"].trigger()
        shown = self.scene.window.findChild(ExportsWindow)
        self.wait(shown.isActiveWindow)
        return shown

    def show_and_leave(self) -> None:
        self.show().reject()
        self.scene.window.activateWindow()
        self.wait(self.scene.window.isActiveWindow)

    def tells(self, shown) -> list[str]:
        """What the window has told from now on."""
        told: list[str] = []
        shown.told.connect(told.append)
        return told

    def begin(self, *names: str):
        """Begin exports to files of these `names`; returns those."""
        made = [self.exports.add(self.order(name)) for name in names or ("one.m4b",)]
        self.wait(lambda: bool(self.work.runs))
        return made

    def wait_for(self, export, state: State) -> None:
        self.wait(lambda: export.state is state)

    def report(self, export, fraction: float, **changes) -> None:
        self.work.run.report(fraction, **changes)
        self.wait(lambda: export.fraction == fraction)

    @property
    def news(self) -> ExportNews:
        return self.scene.window.findChild(ExportNews)


@pytest.fixture
def place(scene, tmp_path):
    place = Place(scene, tmp_path)
    yield place
    for run in place.work.runs:
        run.control.cancel()
    place.hands.await_thread("export")


# The queue


def test_one_runs_and_the_others_wait_for_it(place):
    first, second = place.begin("one.m4b", "two.m4b")
    assert (first.state, second.state) == (State.RUNNING, State.WAITING)
    place.work.run.end()
    place.wait_for(first, State.DONE)
    place.wait_for(second, State.RUNNING)
    assert [run.order.target.name for run in place.work.runs] == ["one.m4b", "two.m4b"]
    assert first.order.book is None


def test_a_failure_lets_the_next_begin(place):
    first, second = place.begin("one.m4b", "two.m4b")
    place.work.run.fail(DiskFull("one.m4b", "It is full.", "Make room."))
    place.wait_for(first, State.FAILED)
    place.wait_for(second, State.RUNNING)


def test_what_waits_can_be_left(place):
    first, second = place.begin("one.m4b", "two.m4b")
    place.exports.keep(second)
    assert place.exports.all == [first]


def test_a_second_export_to_the_place_takes_the_row_of_one_that_ended(place):
    [first] = place.begin()
    place.work.run.end()
    place.wait_for(first, State.DONE)
    again = place.exports.add(place.order())
    assert place.exports.all == [again]


def test_it_is_known_which_places_are_busy(place):
    place.begin("one.m4b", "two.m4b")
    assert place.exports.is_busy_at(place.folder / "two.m4b")
    assert not place.exports.is_busy_at(place.folder / "three.m4b")


# The window


def test_the_window_tells_how_far_it_is(place):
    [export] = place.begin()
    place.report(export, 0.42, left=720.0, speed=12.0)
    shown = place.show()
    assert shown.list.hasFocus()
    heard = shown.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("The Lamp on the Quay, Audiobook (m4b): running.")
    assert "42 percent" in heard
    assert "12 minutes left" in heard
    assert "12 times as fast" in heard
    assert "“The harbour”" in heard
    assert shown.bar.percent == 42
    assert "42 percent" in shown.details.toPlainText()
    assert str(export.order.target) in shown.details.toPlainText()
    told = place.tells(shown)
    place.hands.press("F5")
    assert "42 percent" in told[-1]


def test_what_is_being_read_stays_as_it_is(place):
    [export] = place.begin()
    shown = place.show()
    shown.details.setFocus()
    before = shown.details.toPlainText()
    place.report(export, 0.3)
    place.wait(lambda: shown.bar.percent == 30)
    assert shown.details.toPlainText() == before
    shown.list.setFocus()
    place.wait(lambda: "30 percent" in shown.details.toPlainText())


def test_preparations_are_told(place):
    [export] = place.begin()
    shown = place.show()
    place.work.run.prepare(Preparing.CASTING)
    place.wait(lambda: "Finding who speaks" in shown.details.toPlainText())
    place.report(export, 0.01)
    place.wait(lambda: "Finding who speaks" not in shown.details.toPlainText())


def test_it_pauses_and_continues_by_one_button(place):
    [export] = place.begin()
    shown = place.show()
    told = place.tells(shown)
    shown.pause.click()
    assert export.control.paused
    assert export.state is State.PAUSED
    assert shown.pause.text() == "&Continue"
    assert told == ["Paused"]
    assert "paused" in shown.list.currentIndex().data()
    shown.pause.click()
    assert not export.control.paused
    assert shown.pause.text() == "&Pause"
    place.report(export, 0.5)


def test_leaving_the_window_stops_nothing(place):
    [export] = place.begin()
    shown = place.show()
    place.hands.press("Esc")
    assert not shown.isVisible()
    place.report(export, 0.5)
    assert export.state is State.RUNNING
    assert place.show() is shown


def stop(place, shown, answer):
    shown.stop.click()
    box = shown.stopping.question
    assert "The Lamp on the Quay" in box.text()
    next(each for each in box.buttons() if each.text() == answer).click()


def test_it_can_be_stopped_and_kept_for_later(place):
    [export] = place.begin()
    place.report(export, 0.6)
    shown = place.show()
    stop(place, shown, "&Keep for later")
    place.wait_for(export, State.UNFINISHED)
    assert not export.control.discarded
    assert "unfinished" in shown.list.currentIndex().data()
    shown.go_on.click()
    place.wait(lambda: len(place.work.runs) == 2)
    assert place.work.run.order.resume
    assert export.fraction == 0.6


def test_it_can_be_given_up(place):
    [export] = place.begin()
    shown = place.show()
    stop(place, shown, "Gi&ve up")
    place.wait(lambda: place.exports.all == [])
    assert export.control.discarded
    assert shown.focusWidget() is shown.list
    assert shown.details.toPlainText() == ""


def test_it_can_go_on_after_all(place):
    [export] = place.begin()
    shown = place.show()
    stop(place, shown, "&Do not stop")
    assert export.state is State.RUNNING
    assert not export.control.cancelled


def test_one_that_does_not_run_is_given_up_only_when_asked(place):
    [export] = place.begin()
    shown = place.show()
    stop(place, shown, "&Keep for later")
    place.wait_for(export, State.UNFINISHED)
    shown.remove.click()
    box = shown.stopping.question
    box.button(box.StandardButton.Cancel).click()
    assert place.exports.all == [export]
    shown.remove.click()
    next(b for b in shown.stopping.question.buttons() if b.text() == "Gi&ve up").click()
    assert place.exports.all == []


def test_the_focus_stays_on_something(place):
    [export] = place.begin()
    shown = place.show()
    shown.pause.setFocus()
    place.work.run.end()
    place.wait_for(export, State.DONE)
    assert not shown.pause.isEnabled()
    assert shown.list.hasFocus()


def test_an_empty_window_says_so(place):
    place.scene.window.actions_by_name["exports"].trigger()
    assert place.hands.next_said() == "There are no exports."


# What is told


def test_quarters_are_told_and_not_each_percent(place):
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


def test_each_quarter_is_told_once(place):
    told = []
    place.exports.told.connect(told.append)
    [export] = place.begin()
    for fraction in (0.1, 0.26, 0.27, 0.6, 0.61, 0.9):
        place.report(export, fraction, left=600.0)
    assert [each.split(",")[0] for each in told] == [
        f"Export of “The Lamp on the Quay”: {percent} percent" for percent in (26, 60, 90)
    ]
    assert told[0].endswith("10 minutes left")


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


# Before and after the program


def leave_behind(folder, *names):
    """Exports that were begun and not finished, when nobody works at them any more."""
    book, options = small_book(), ExportOptions(format="m4b")
    for name in names:
        output = output_of(folder / name, options, book)
        extras = {"settings": {"characters": False}, "skip": "some", "images": True}
        Manifest(
            identifier=book.identifier,
            title=book.title,
            options=options,
            source=str(folder / "book.txt"),
            extras=extras,
        ).write(output.manifest)
        begun(output, 0.4)


def offered(place):
    place.scene.window.findChild(FileActions).offer_unfinished()
    place.wait(lambda: place.news.box is not None)
    return place.news.box


def press(box, text):
    next(each for each in box.buttons() if each.text() == text).click()


def test_what_was_not_finished_is_offered_and_goes_on_as_it_was_begun(place):
    leave_behind(place.folder, "one.m4b")
    box = offered(place)
    assert "“The Lamp on the Quay” was not finished" in box.text()
    press(box, "&Go on")
    place.wait(lambda: bool(place.work.runs))
    order = place.work.run.order
    assert order.resume
    assert order.source == place.folder / "book.txt"
    assert order.settings.characters is False
    assert order.skipping.level == "some"
    assert place.exports.running.fraction == 0.4


def test_later_is_later(place):
    leave_behind(place.folder, "one.m4b")
    press(offered(place), "&Not now")
    assert place.work.runs == []
    assert [each.state for each in place.exports.all] == [State.UNFINISHED]
    assert "unfinished" in place.show().list.currentIndex().data()


def test_what_is_given_up_is_not_offered_again(place):
    leave_behind(place.folder, "one.m4b")
    press(offered(place), "Gi&ve up")
    place.hands.await_thread("forget export")
    assert unfinished() == []
    assert place.exports.all == []


def test_several_are_shown_in_their_window(place):
    leave_behind(place.folder, "one.m4b", "two.m4b")
    box = offered(place)
    assert "2 exports" in box.text()
    press(box, "&Show them")
    shown = place.scene.window.findChild(ExportsWindow)
    place.wait(shown.isActiveWindow)
    assert len(shown.list.rows.exports) == 2


def test_nothing_left_is_nothing_told(place):
    place.scene.window.findChild(FileActions).offer_unfinished()
    place.hands.await_thread("find exports")
    assert place.news.box is None
    assert QApplication.activeModalWidget() is None


def test_the_end_of_the_program_keeps_what_is_done(place):
    first, second = place.begin("one.m4b", "two.m4b")
    place.scene.window.close()
    assert first.control.cancelled
    assert not first.control.discarded
    assert not place.scene.desk.loading
    place.hands.await_thread("export")
    assert second.state is State.WAITING
    assert len(place.work.runs) == 1


def test_a_paused_one_does_not_hold_up_the_end(place):
    [export] = place.begin()
    place.exports.pause(export)
    place.scene.window.close()
    assert not place.scene.desk.loading
