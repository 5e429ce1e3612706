"""Exports that outlive the program: kept at its end, offered at the next start."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from reader.errors import ExportError
from reader.export.manifest import Manifest
from reader.export.options import ExportOptions
from reader.export.output import output_of
from reader.export.unfinished import begun, unfinished
from reader.ui.actions.file import FileActions
from reader.ui.export.export import State
from reader.ui.export.exports_window import ExportsWindow
from tests.fakes.desk import small_book
from tests.fakes.export_place import ExportPlace


@pytest.fixture
def place(scene, tmp_path):
    place = ExportPlace(scene, tmp_path)
    yield place
    place.leave_off()


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


# Ordered and not begun


def order(place, *names):
    """Have exports of a book that is open ordered, and noted down."""
    made = [place.exports.add(place.order(name, book=small_book())) for name in names]
    place.hands.await_thread("note export")
    return made


def left():
    return sorted(job.target.name for job in unfinished())


def test_what_waits_at_the_end_of_the_program_is_offered_again(place):
    order(place, "one.m4b", "two.m4b")
    place.scene.window.close()
    assert left() == ["one.m4b", "two.m4b"]
    [job, _] = unfinished()
    assert job.extras["skip"] == "none"
    assert [path.suffix for path in place.folder.glob("*.m4b")] == []


def test_what_waits_is_noted_before_it_is_its_turn(place):
    order(place, "one.m4b", "two.m4b")
    assert left() == ["one.m4b", "two.m4b"], "as the next start finds it after a crash"


def test_what_is_kept_while_it_waits_is_offered_again(place):
    _, second = order(place, "one.m4b", "two.m4b")
    place.exports.keep(second)
    assert left() == ["one.m4b", "two.m4b"]


def test_what_is_stopped_before_it_says_anything_is_kept(place):
    [export] = order(place, "one.m4b")
    place.wait(lambda: bool(place.work.runs))
    place.exports.keep(export)
    place.wait_for(export, State.UNFINISHED)
    assert left() == ["one.m4b"]


@pytest.mark.parametrize("waits", [True, False])
def test_what_is_given_up_leaves_nothing(place, waits):
    running, waiting = order(place, "one.m4b", "two.m4b")
    place.wait(lambda: bool(place.work.runs))
    export = waiting if waits else running
    place.exports.give_up(export)
    place.wait(lambda: export not in place.exports.all)
    place.hands.await_thread("forget export")
    assert left() == ["one.m4b" if waits else "two.m4b"]


def test_what_cannot_be_begun_is_not_offered_again(place):
    [export] = order(place, "one.m4b")
    place.wait(lambda: bool(place.work.runs))
    place.work.run.fail(ExportError("The Lamp", "There is nothing to say.", "Choose others."))
    place.wait_for(export, State.FAILED)
    place.hands.await_thread("forget export")
    assert left() == []


def test_a_folder_made_for_what_waits_goes_with_it(place):
    place.begin()
    options = ExportOptions(format="mp3")
    export = place.exports.add(place.order("songs", book=small_book(), options=options))
    place.hands.await_thread("note export")
    assert (place.folder / "songs").is_dir()
    place.exports.give_up(export)
    place.hands.await_thread("forget export")
    assert not (place.folder / "songs").exists()
