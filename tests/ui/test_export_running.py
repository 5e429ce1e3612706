"""Exports beside the listening: one after the other, paused, stopped and gone on with."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from reader.errors import DiskFull
from reader.ui.export.export import State
from reader.ui.export.work import Preparing
from tests.fakes.export_place import ExportPlace


@pytest.fixture
def place(scene, tmp_path):
    place = ExportPlace(scene, tmp_path)
    yield place
    place.leave_off()


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


def test_what_waits_can_be_kept_and_gone_on_with(place):
    first, second = place.begin("one.m4b", "two.m4b")
    told = place.tells(place.exports)
    place.exports.keep(second)
    assert (place.exports.all, second.state) == ([first, second], State.UNFINISHED)
    assert told == ["The export of “The Lamp on the Quay” is kept for later."]
    place.exports.go_on(second)
    assert second.state is State.WAITING


def test_what_waits_can_be_given_up(place):
    first, second = place.begin("one.m4b", "two.m4b")
    told = place.tells(place.exports)
    place.exports.give_up(second)
    assert place.exports.all == [first]
    assert told == ["The export of “The Lamp on the Quay” is given up."]


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


def test_the_bar_is_seen_also_where_nothing_is_done(place):
    place.begin()
    bar = place.show().bar
    image = bar.grab().toImage()
    frame = {image.pixelColor(x, 0).name() for x in range(image.width())}
    assert frame == {bar.palette().windowText().color().name()}


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
    told = place.tells(place.exports)
    stop(place, shown, "&Keep for later")
    place.wait_for(export, State.UNFINISHED)
    assert told[-1] == "The export of “The Lamp on the Quay” is kept for later."
    assert not export.control.discarded
    assert "unfinished" in shown.list.currentIndex().data()
    shown.go_on.click()
    place.wait(lambda: len(place.work.runs) == 2)
    assert place.work.run.order.resume
    assert export.fraction == 0.6


def test_it_can_be_given_up(place):
    [export] = place.begin()
    shown = place.show()
    told = place.tells(place.exports)
    stop(place, shown, "Gi&ve up")
    place.wait(lambda: place.exports.all == [])
    assert told[-1] == "The export of “The Lamp on the Quay” is given up."
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
